"""Whose bundles are believed: the list of known signers, and one's own key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.sharing import jobs, phrases
from quotecheck.desktop.sharing.jobs import Circle
from quotecheck.desktop.sharing.key_dialogs import NameDialog, PassphraseDialog
from quotecheck.desktop.sharing.signature_question import fingerprint_label
from quotecheck.desktop.sharing.work_dialog import WorkDialog, explained
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.desktop.widgets.line_list import LineList
from quotecheck.sharing import Identity, KnownSigner, SharingError, Signers, Trust, inspect_bundle

__all__ = ["SignersDialog"]


def _note_signer_of(bundle: Path) -> None:
    """Note who has signed a bundle. Raises SharingError when nobody has."""
    who = inspect_bundle(bundle).signer
    if who is None:
        sentence = phrases.translate("sharing", "{name} is unsigned: it tells nobody’s key.")
        raise SharingError(sentence.format(name=bundle.name))
    Signers().add(who.key, who.name, who.desk)


class SignersDialog(WorkDialog):
    """Shows who I am to others and whom I know; every change is kept at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Signers"), parent)
        self.resize(700, 600)
        self.circle: Circle | None = None
        self.dialog: NameDialog | PassphraseDialog | None = None
        self.me = explained()
        self.words = fingerprint_label(self.font().pointSizeF() * 1.1, self.tr("Fingerprint of your key"))
        self.list = LineList(self.tr("Known signers"))
        self.rename, self.export, self.bring = (
            self._button(text, do)
            for text, do in (
                (self.tr("Change name…"), self._ask_name),
                (self.tr("Export key…"), self._ask_export),
                (self.tr("Import key…"), self._ask_import),
            )
        )
        self.trust, self.distrust, self.remove, self.add = (
            self._button(text, do)
            for text, do in (
                (self.tr("Trust"), lambda: self._judge(Trust.TRUSTED)),
                (self.tr("Distrust"), lambda: self._judge(Trust.DISTRUSTED)),
                (self.tr("Remove"), self._remove),
                (self.tr("Add from a bundle…"), self._ask_bundle),
            )
        )
        self._lay_out()
        self.list.currentItemChanged.connect(lambda _now, _before: self.show_ready())
        self.change(lambda: None)

    @staticmethod
    def _button(text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self.me)
        column.addWidget(self.words)
        column.addWidget(self._flow(self.rename, self.export, self.bring))
        self.empty = EmptyState()
        self.empty.say(
            self.tr("You know no signers yet"),
            self.tr("Whoever signs a bundle that you merge is listed here; or add them from a bundle now."),
        )
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.list)
        self._layers.addWidget(self.empty)
        self.body.addWidget(card)
        self.body.addWidget(holder, 1)
        self.body.addWidget(self._flow(self.trust, self.distrust, self.remove, self.add))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)

    @staticmethod
    def _flow(*buttons: QPushButton) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for button in buttons:
            flow.addWidget(button)
        return row

    # What is shown

    def change(self, do: Callable[[], object], words: str = "") -> None:
        """Change something about keys or signers, show how things are then, and say ``words``."""

        def take(circle: Circle) -> None:
            self._show_circle(circle)
            self.say(words, tone="good" if words else "")

        self.work(self.tr("Reading…"), jobs.knowing_signers(do), take)

    def _show_circle(self, circle: Circle) -> None:
        self.circle = circle
        if circle.me:
            words = self.tr("You sign as {who}, since {day}. The words of your key:")
            who = phrases.who(circle.me.name, circle.me.desk)
            self.me.setText(words.format(who=who, day=phrases.day(circle.me.since)))
            self.words.setText(circle.me.fingerprint)
        else:
            self.me.setText(
                self.tr("You have no key yet: it is made when you share for the first time, or brought in.")
            )
        self.words.setVisible(circle.me is not None)
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        for signer in circle.signers:
            self.list.add(self._lines(signer), signer, badge=self._badge(signer.trust))
        self._layers.setCurrentWidget(self.list if circle.signers else self.empty)
        self.list.setCurrentRow(min(place, len(circle.signers) - 1))

    def _lines(self, signer: KnownSigner) -> str:
        since = self.tr("known since {day}").format(day=phrases.day(signer.since))
        return f"{phrases.who(signer.name, signer.desk)}\n{signer.person.fingerprint}\n{since}"

    def _badge(self, trust: Trust) -> tuple[str, str, str]:
        """Return what is thought of a signer, and the tokens of its colours."""
        return {
            Trust.TRUSTED: ("✓ " + self.tr("trusted"), "printed", "printed_fill"),
            Trust.UNDECIDED: ("▲ " + self.tr("not decided"), "warning", "warning_fill"),
            Trust.DISTRUSTED: ("✕ " + self.tr("not trusted"), "archived", "archived_fill"),
        }[trust]

    @property
    def current(self) -> KnownSigner | None:
        """The signer that is selected."""
        return self.list.current

    def show_ready(self) -> None:
        is_free, signer = not self.is_working and self.circle is not None, self.current
        has_key = is_free and self.circle.me is not None
        self.trust.setEnabled(is_free and signer is not None and signer.trust is not Trust.TRUSTED)
        self.distrust.setEnabled(is_free and signer is not None and signer.trust is not Trust.DISTRUSTED)
        self.remove.setEnabled(is_free and signer is not None)
        self.add.setEnabled(is_free)
        self.rename.setEnabled(has_key)
        self.export.setEnabled(has_key)
        self.bring.setEnabled(is_free and self.circle.me is None)
        tip = self.tr("There is a key on this computer already; it would be lost.") if has_key else ""
        self.bring.setToolTip(tip)

    # What is done

    def _judge(self, trust: Trust) -> None:
        signer = self.current
        words = {
            Trust.TRUSTED: self.tr("✓ You trust {name} from now on."),
            Trust.DISTRUSTED: self.tr("✓ Bundles by {name} are refused from now on."),
        }[trust]
        self.change(lambda: Signers().judge(signer, trust), words.format(name=signer.name))

    def _remove(self) -> None:
        signer = self.current
        words = self.tr("✓ {name} is removed; what they have verified stays theirs.")
        self.change(lambda: Signers().remove(signer), words.format(name=signer.name))

    def _ask_bundle(self) -> None:
        kinds = self.tr("Bundles (*.quotes)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add the signer of a bundle"), "", kinds)
        if name:
            words = self.tr("✓ Noted. Compare the words of the key with them before you trust them.")
            self.change(lambda: _note_signer_of(Path(name)), words)

    def _ask_name(self) -> None:
        me = self.circle.me
        self._open(NameDialog(me.name, me.desk, self), self._rename)

    def _rename(self, name: str, desk: str) -> None:
        self.change(
            lambda: Identity.own().renamed(name, desk), self.tr("✓ You sign by this name from now on.")
        )

    def _ask_export(self) -> None:
        kinds = self.tr("Keys (*.pem)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export your key"), "key.pem", kinds)
        if name:
            path = Path(name)
            words = self.tr("✓ Your key is in {name}, locked with the passphrase.").format(name=path.name)
            self._open(
                PassphraseDialog(self, is_new=True),
                lambda passphrase: self.change(lambda: Identity.own().export_key(path, passphrase), words),
            )

    def _ask_import(self) -> None:
        kinds = self.tr("Keys (*.pem)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import your key"), "", kinds)
        if name:
            path, words = Path(name), self.tr("✓ This is your key now.")
            self._open(
                PassphraseDialog(self, is_new=False),
                lambda passphrase: self.change(lambda: Identity.import_key(path, passphrase), words),
            )

    def _open(self, dialog, on_given: Callable[..., None]) -> None:
        self.dialog = dialog
        dialog.given.connect(on_given)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
