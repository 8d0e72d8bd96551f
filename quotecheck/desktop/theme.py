"""The shared table of colours brought to Qt: its palette, its style sheet, the fonts, light and dark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication

from quotecheck.reporting.palette import COLORS, Theme, VerdictStyle

__all__ = [
    "STEP",
    "Appearance",
    "colour",
    "edge",
    "fill",
    "ink",
    "measure",
    "qt_palette",
    "serif",
    "style_sheet",
    "theme_now",
    "theme_of",
]

STEP = 4
"""Pixels; every distance in the window is a multiple of it."""

_EDGE = 0.2
"""How much of its ink the edge of a pale ground has."""

_SERIFS = (
    "Source Serif 4", "Noto Serif", "Charter", "Georgia", "Cambria", "Liberation Serif", "DejaVu Serif",
)  # fmt: skip


def theme_of(palette: QPalette) -> Theme:
    """Tell which of the two themes ``palette`` belongs to, by how light its windows are."""
    return Theme.DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else Theme.LIGHT


def theme_now() -> Theme:
    """Return the theme that the application wears.

    Not asked of a widget's own palette: a style sheet that makes a widget transparent turns its window black.
    """
    return theme_of(QGuiApplication.palette())


@cache
def _qcolor(name: str) -> QColor:
    return QColor(name)


def colour(token: str, theme: Theme) -> QColor:
    """Return the colour of a token of the shared table, "ink" or "accent" say."""
    return _qcolor(COLORS[token].on(theme))


def ink(style: VerdictStyle, theme: Theme) -> QColor:
    """Return the colour in which a verdict is written and underlined."""
    return _qcolor(style.ink.on(theme))


def edge(ink: QColor) -> QColor:
    """Return the hairline round a pale ground, which would melt away on a selected row without it."""
    faded = QColor(ink)
    faded.setAlphaF(_EDGE)
    return faded


def fill(style: VerdictStyle, theme: Theme) -> QColor:
    """Return the background of a verdict; transparent for one that has none."""
    return _qcolor(style.fill.on(theme)) if style.fill else QColor(Qt.GlobalColor.transparent)


def qt_palette(theme: Theme) -> QPalette:
    """Return the palette that every widget paints with."""
    role = QPalette.ColorRole
    tokens = {
        role.Window: "window", role.WindowText: "ink", role.Base: "surface", role.AlternateBase: "raised",
        role.Text: "ink", role.Button: "surface", role.ButtonText: "ink", role.BrightText: "ink",
        role.ToolTipBase: "raised", role.ToolTipText: "ink", role.PlaceholderText: "muted",
        role.Highlight: "accent", role.HighlightedText: "surface",
        role.Link: "accent", role.LinkVisited: "accent", role.Accent: "accent",
        role.Light: "raised", role.Midlight: "line", role.Mid: "line", role.Dark: "line",
    }  # fmt: skip
    palette = QPalette()
    for which, token in tokens.items():
        palette.setColor(which, colour(token, theme))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, colour("muted", theme))
    return palette


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole application."""
    sheet = (files("quotecheck.resources") / "desktop" / "desk.qss").read_text(encoding="utf-8")
    shades = {token: shade.on(theme) for token, shade in COLORS.items()}
    icons = Path(str(files("quotecheck.resources") / "icons")).as_posix()
    return Template(sheet).substitute(shades | _sizes(), icons=icons, theme=theme.value)


def _sizes() -> dict[str, str]:
    """Return the pixels of what is as large as the interface's text: Qt's sheets know no such unit."""
    line = QFontMetrics(QGuiApplication.font()).height()
    tick = max(14, round(line * 0.85))
    sizes = {"pill": line // 2 + 2, "tick": tick, "dot": tick // 2 + 1, "arrow": max(12, round(line * 0.7))}
    return {name: str(pixels) for name, pixels in sizes.items()}


@cache
def _serif_family() -> str:
    present = set(QFontDatabase.families())
    return next((family for family in _SERIFS if family in present), "serif")


def serif(points: float) -> QFont:
    """Return the font of articles and quotations at ``points``."""
    font = QFont(_serif_family())
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def measure(font: QFont, characters: int = 76) -> int:
    """Return the width in pixels of a line of that many average characters of English."""
    sample = "the quick brown fox jumps over a lazy dog and runs on "
    return round(QFontMetricsF(font).horizontalAdvance(sample) / len(sample) * characters)


class Appearance(QObject):
    """Which theme the application wears: the system's, or one that was chosen."""

    changed = Signal(Theme)

    def __init__(self, application: QApplication, choice: Theme | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        self.choose(choice)

    @property
    def theme(self) -> Theme:
        """The theme that is worn now."""
        if self._choice:
            return self._choice
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Theme.DARK if is_dark else Theme.LIGHT

    @property
    def choice(self) -> Theme | None:
        """The theme that was chosen; None follows the system."""
        return self._choice

    def choose(self, choice: Theme | None) -> None:
        """Wear ``choice`` from now on; None follows the system."""
        self._choice = choice
        scheme = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}
        QGuiApplication.styleHints().setColorScheme(scheme.get(choice, Qt.ColorScheme.Unknown))
        self._wear()

    def _follow_system(self) -> None:
        if self._choice is None:
            self._wear()

    def _wear(self) -> None:
        self._application.setPalette(qt_palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))
        self.changed.emit(self.theme)
