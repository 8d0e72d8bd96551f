"""What has been done to a quote, its speaker and its source: who, when, and what became of what."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from quotecheck.archive import Revision
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.card import selectable

__all__ = ["HistoryView", "change_words"]

_LONGEST = 120
_HIDDEN = (
    "sha256",
    "source_start",
    "source_end",
    "id",
    "import_id",
    "external_id",
    "before",
    "after",
    "turns",
)


def _field_words(field: str) -> str:
    translate = phrases.translate
    return {
        "text": translate("history", "words"),
        "speaker_id": translate("history", "speaker"),
        "source_id": translate("history", "source"),
        "earliest": translate("history", "first day"),
        "latest": translate("history", "last day"),
        "speaker_role": translate("history", "role"),
        "status": translate("history", "status"),
        "occasion": translate("history", "occasion"),
        "context": translate("history", "context"),
        "aliases": translate("history", "other names"),
        "roles": translate("history", "roles"),
        "role": translate("history", "role"),
        "name": translate("history", "name"),
        "title": translate("history", "title"),
        "publisher": translate("history", "publisher"),
        "url": translate("history", "link"),
        "notes": translate("history", "notes"),
        "how": translate("history", "how"),
    }.get(field, field.replace("_", " "))


def _value_words(value: object) -> str:
    if value in (None, "", [], ()):
        return phrases.translate("history", "nothing")
    if isinstance(value, list):
        return "; ".join(
            " ".join(str(part) for part in item if part) if isinstance(item, list) else str(item)
            for item in value
        )
    return excerpt(str(value), _LONGEST)


def change_words(revision: Revision) -> list[str]:
    """Return what a revision changed, a line for each field."""
    translate = phrases.translate
    if revision.action == "deleted":
        return []
    lines = []
    for field, value in revision.after.items():
        if field in _HIDDEN:
            continue
        if field in ("speaker_id", "source_id"):
            lines.append(translate("history", "{field} changed").format(field=_field_words(field)))
            continue
        new = _value_words(value)
        if revision.action == "changed" and field in revision.before:
            old = _value_words(revision.before[field])
            lines.append(
                translate("history", "{field}: {old} → {new}").format(
                    field=_field_words(field), old=old, new=new
                )
            )
        else:
            lines.append(
                translate("history", "{field}: {value}").format(field=_field_words(field), value=new)
            )
    return lines


class HistoryView(QScrollArea):
    """The revisions, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("History"))
        self.words = selectable(QLabel())
        self.words.setAccessibleName(self.tr("History"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.addWidget(self.words)
        column.addStretch(1)
        self.setWidget(body)

    def show_history(self, history: Sequence[Revision]) -> None:
        """Show these revisions."""
        self.words.setText(
            "".join(self._entry(revision) for revision in history)
            or escape(self.tr("Nobody has changed this quote since it came in with an import."))
        )

    def _entry(self, revision: Revision) -> str:
        at = phrases.moment(revision.at)
        actions = {
            ("quote", "added"): self.tr("Quote added"),
            ("quote", "changed"): self.tr("Quote changed"),
            ("quote", "verified"): self.tr("Compared with the source"),
            ("quote", "deleted"): self.tr("Quote taken out"),
            ("speaker", "added"): self.tr("Speaker added"),
            ("speaker", "changed"): self.tr("Speaker changed"),
            ("speaker", "deleted"): self.tr("Speaker taken out"),
            ("source", "added"): self.tr("Source added"),
            ("source", "changed"): self.tr("Source changed"),
            ("source", "deleted"): self.tr("Source taken out"),
        }
        lines = [escape(line) for line in change_words(revision)]
        if revision.note:
            lines.append(f"<i>{escape(revision.note)}</i>")
        who = self.tr("{at}, by {by}").format(at=at, by=revision.by)
        what = actions.get((revision.entity, revision.action), revision.action)
        body = "".join(f"<br>{line}" for line in lines)
        return f"<p><b>{escape(what)}</b> · {escape(who)}{body}</p>"
