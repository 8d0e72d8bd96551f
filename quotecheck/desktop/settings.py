"""What the desk remembers from one start to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from quotecheck.desktop.archive.choice import NO_ARCHIVE, OWN_ARCHIVE, ArchiveChoice
from quotecheck.reporting.palette import Theme

__all__ = ["Settings"]


def _switch(key: str, meaning: str, *, is_usual: bool = False) -> property:
    """Return a property that is on or off."""

    def read(settings: Settings) -> bool:
        return str(settings._store.value(key, "yes" if is_usual else "no")) == "yes"

    def write(settings: Settings, is_on: bool) -> None:
        settings._store.setValue(key, "yes" if is_on else "no")

    return property(read, write, doc=meaning)


def _text(key: str, meaning: str, *, usual: str = "") -> property:
    """Return a property that holds words."""

    def read(settings: Settings) -> str:
        return str(settings._store.value(key, usual))

    def write(settings: Settings, words: str) -> None:
        settings._store.setValue(key, words)

    return property(read, write, doc=meaning)


class Settings:
    """Typed names for the entries of the user's QSettings; what cannot be read is as if it were not there."""

    def __init__(self) -> None:
        # Qt's default format must be asked for by name, else what was set for it (by tests) is passed over.
        user, name = QSettings.Scope.UserScope, "QuoteCheck"
        self._store = QSettings(QSettings.defaultFormat(), user, name, name)

    @property
    def theme(self) -> Theme | None:
        """The theme that was chosen; None follows the system."""
        name = self._store.value("appearance/theme", "")
        return Theme(name) if name in set(Theme) else None

    @theme.setter
    def theme(self, theme: Theme | None) -> None:
        self._store.setValue("appearance/theme", theme.value if theme else "")

    @property
    def points(self) -> float:
        """The size of the article's text; 0 for the one that fits the interface."""
        try:
            return float(self._store.value("appearance/points", 0))
        except (TypeError, ValueError):
            return 0.0

    @points.setter
    def points(self, points: float) -> None:
        self._store.setValue("appearance/points", points)

    @property
    def archive(self) -> ArchiveChoice:
        """The archive that was last checked against."""
        name = str(self._store.value("archive/last", ""))
        if name == "none":
            return NO_ARCHIVE
        return ArchiveChoice(Path(name)) if name else OWN_ARCHIVE

    @archive.setter
    def archive(self, choice: ArchiveChoice) -> None:
        name = str(choice.path or "") if choice.is_wanted else "none"
        self._store.setValue("archive/last", name)
        if choice.path:
            self.known = list(dict.fromkeys([*self.known, choice.path]))

    @property
    def known(self) -> list[Path]:
        """The archives that can be chosen by name, whether they are searched or not."""
        return self._paths("archive/known")

    @known.setter
    def known(self, paths: list[Path]) -> None:
        self._keep_paths("archive/known", paths)

    @property
    def shelf(self) -> list[Path]:
        """The archives that are searched besides the one that is changed."""
        return self._paths("archive/shelf")

    @shelf.setter
    def shelf(self, paths: list[Path]) -> None:
        self._keep_paths("archive/shelf", paths)

    @property
    def recent(self) -> list[Path]:
        """The files that were opened or saved last, the latest first."""
        return self._paths("files/recent")

    @recent.setter
    def recent(self, paths: list[Path]) -> None:
        self._keep_paths("files/recent", paths)

    def _paths(self, key: str) -> list[Path]:
        names = self._store.value(key, [])
        return [Path(name) for name in ([names] if isinstance(names, str) else names or []) if name]

    def _keep_paths(self, key: str, paths: list[Path]) -> None:
        self._store.setValue(key, [str(path) for path in paths])

    @property
    def is_hint_dismissed(self) -> bool:
        """Whether the hint of the first start is not wanted any more."""
        return str(self._store.value("hints/first", "")) == "dismissed"

    def dismiss_hint(self) -> None:
        """Never show the hint of the first start again."""
        self._store.setValue("hints/first", "dismissed")

    is_beside = _switch("appearance/beside", "Whether the printed and the archived words stand side by side.")
    checks_by_itself = _switch(
        "checking/automatic", "Whether an edited text is checked without being told to.", is_usual=True
    )
    asks_about_minor = _switch("checking/minor", "Whether minor differences want a decision.")
    tells_decisions = _switch("pdf/decisions", "Whether the PDF tells what was decided.", is_usual=True)
    date_order = _text("dates/order", "How 3/4/2024 is read: day or month first; empty: as the article does.")
    name = _text("author/name", "Who decides at this desk; empty: as the system knows them.")
    desk = _text("author/desk", "The newsroom or department of whoever decides.")
    language = _text("appearance/language", "The code of the desk’s language; empty: the system’s.")
    paper = _text("pdf/paper", "The paper of the PDF: a4 or us-letter.", usual="a4")

    def layout(self, name: str) -> QByteArray | None:
        """Return a saved geometry or state by name."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_layout(self, name: str, value: QByteArray) -> None:
        """Save a geometry or state."""
        self._store.setValue(f"layout/{name}", value)
