"""Light and dark: chosen, followed, and readable by the numbers."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit

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


TEXTS = ["ink", "muted", "accent", "warning", "printed", "archived"]
GROUNDS = ["window", "surface", "raised", "selection"]


@pytest.mark.parametrize(("theme", "text", "ground"), list(product(Theme, TEXTS, GROUNDS)))
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour(text, theme), colour(ground, theme)) >= 4.5


@pytest.mark.parametrize(("theme", "style"), list(product(Theme, STYLES)), ids=str)
def test_a_verdict_can_be_read_on_its_own_ground_and_in_a_row(theme: Theme, style) -> None:
    grounds = [fill(style, theme)] if style.fill else []
    grounds += [colour(token, theme) for token in GROUNDS]
    assert min(contrast(ink(style, theme), ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_text_on_the_accent_and_selected_text_can_be_read(theme: Theme) -> None:
    assert contrast(colour("surface", theme), colour("accent", theme)) >= 4.5


@pytest.mark.parametrize(("theme", "ground"), list(product(Theme, GROUNDS[:3])))
def test_marks_that_are_no_text_can_be_seen(theme: Theme, ground: str) -> None:
    marks = [colour("faint", theme), colour("accent", theme), *(ink(style, theme) for style in STYLES)]
    assert min(contrast(mark, colour(ground, theme)) for mark in marks) >= 3


def sheet_rules() -> list[tuple[str, dict[str, str]]]:
    """Return the selectors of the style sheet with the tokens that each sets."""
    sheet = (files("quotecheck.resources") / "desktop" / "desk.qss").read_text(encoding="utf-8")
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    return [
        (who.strip(), dict(re.findall(r"([\w-]*color|background): \$(\w+)", body))) for who, body in found
    ]


def test_the_style_sheet_writes_and_paints_only_what_is_tested_here() -> None:
    for who, tokens in sheet_rules():
        words = {tokens.get(name) for name in ("color", "placeholder-text-color")} - {None}
        assert words <= {*TEXTS, "surface"}, who
        if "surface" in words:
            assert tokens["background"] == "accent", who
        elif words:
            assert tokens.get("background", "window") in GROUNDS, who
        if "selection-color" in tokens:
            pair = tokens["selection-color"], tokens["selection-background-color"]
            assert pair in {("surface", "accent"), ("ink", "selection")}, who


@pytest.mark.parametrize("theme", Theme)
def test_the_hint_in_an_empty_field_can_be_read(qtbot, qapp, theme: Theme) -> None:
    appearance = Appearance(qapp, theme)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("hint")
    field.show()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint.alpha() == 255
    assert contrast(hint, colour("raised", theme)) >= 4.5
    appearance.choose(Theme.LIGHT)


@pytest.mark.parametrize("theme", Theme)
def test_the_article_can_be_read_through_every_highlight(theme: Theme) -> None:
    fills = [fill(style, theme) for style in STYLES if style.fill]
    assert min(contrast(colour("ink", theme), ground) for ground in fills) >= 7


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("kind", ["printed", "archived", "warning"])
def test_differences_and_badges_can_be_read(theme: Theme, kind: str) -> None:
    assert contrast(colour(kind, theme), colour(f"{kind}_fill", theme)) >= 4.5


@pytest.mark.parametrize(("theme", "text"), list(product(Theme, ["ink", "accent", "archived"])))
def test_the_banner_of_a_problem_can_be_read(theme: Theme, text: str) -> None:
    assert contrast(colour(text, theme), colour("archived_fill", theme)) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_what_cannot_be_done_now_can_still_be_read(theme: Theme) -> None:
    palette = qt_palette(theme)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        words = palette.color(QPalette.ColorGroup.Disabled, role)
        assert min(contrast(words, colour(ground, theme)) for ground in GROUNDS[:3]) >= 4.5


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
