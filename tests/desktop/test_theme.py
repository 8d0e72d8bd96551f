"""Light and dark: chosen, followed, and readable by the numbers."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from quotecheck.desktop.theme import Appearance, colour, fill, ink, qt_palette, style_sheet, theme_of
from quotecheck.reporting.palette import COLORS, UNCHECKED, VERDICTS, Theme

STYLES = [*VERDICTS.values(), UNCHECKED]


def luminance(shade: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade.getRgbF()[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_a_palette_is_recognised_as_what_it_is(theme: Theme) -> None:
    assert theme_of(qt_palette(theme)) is theme


@pytest.mark.parametrize(
    ("theme", "text", "ground"),
    list(product(Theme, ["ink", "muted", "accent", "warning"], ["window", "surface", "raised", "selection"])),
)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour(text, theme), colour(ground, theme)) >= 4.5


@pytest.mark.parametrize(("theme", "style"), list(product(Theme, STYLES)), ids=str)
def test_a_verdict_can_be_read_on_its_own_ground_and_in_a_row(theme: Theme, style) -> None:
    grounds = [fill(style, theme)] if style.fill else []
    grounds += [colour(token, theme) for token in ("surface", "window")]
    assert min(contrast(ink(style, theme), ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_the_article_can_be_read_through_every_highlight(theme: Theme) -> None:
    fills = [fill(style, theme) for style in STYLES if style.fill]
    assert min(contrast(colour("ink", theme), ground) for ground in fills) >= 7


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("kind", ["printed", "archived"])
def test_differences_can_be_read(theme: Theme, kind: str) -> None:
    assert contrast(colour(kind, theme), colour(f"{kind}_fill", theme)) >= 4.5


def test_no_verdict_hangs_on_its_colour() -> None:
    assert len({style.sign for style in STYLES}) == len(STYLES)
    assert len({style.label for style in STYLES}) == len(STYLES)


@pytest.mark.parametrize("theme", Theme)
def test_the_style_sheet_uses_the_table_only(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert COLORS["accent"].on(theme) in sheet


def test_a_chosen_theme_is_worn_by_the_whole_application(qtbot, qapp) -> None:
    appearance = Appearance(qapp, Theme.LIGHT)
    assert theme_of(qapp.palette()) is Theme.LIGHT
    with qtbot.waitSignal(appearance.changed):
        appearance.choose(Theme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Base) == colour("surface", Theme.DARK)
    appearance.choose(Theme.LIGHT)
