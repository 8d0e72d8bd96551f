import itertools

import pytest

from quotecheck.model import Caution, Wording
from quotecheck.reporting.palette import CAUTIONS, COLORS, UNCHECKED, VERDICTS, Theme, style_of

STYLES = [*VERDICTS.values(), UNCHECKED]


def luminance(color):
    """Relative luminance as WCAG 2.1 defines it."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_every_wording_and_caution_has_its_look():
    assert list(VERDICTS) == list(Wording)
    assert set(CAUTIONS) == set(Caution)
    assert [style_of(wording).key for wording in Wording] == [wording.value for wording in Wording]
    assert style_of(None) is UNCHECKED


def test_no_two_verdicts_share_a_sign_or_a_word():
    for a, b in itertools.combinations(STYLES, 2):
        assert a.sign != b.sign
        assert a.ascii_sign != b.ascii_sign
        assert a.label != b.label
    assert all(style.ascii_sign.isascii() for style in STYLES)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.key)
def test_a_verdict_can_be_read_on_the_page_and_on_its_fill(style, theme):
    ink = style.ink.on(theme)
    assert contrast(ink, COLORS["surface"].on(theme)) >= 4.5
    if style.fill is not None:
        assert contrast(ink, style.fill.on(theme)) >= 4.5
        assert contrast(COLORS["ink"].on(theme), style.fill.on(theme)) >= 7


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "surface"),
        ("ink", "window"),
        ("muted", "surface"),
        ("muted", "window"),
        ("accent", "surface"),
        ("warning", "surface"),
        ("printed", "printed_fill"),
        ("archived", "archived_fill"),
        ("ink", "selection"),
    ],
)
def test_text_can_be_read_on_its_ground(text, ground, theme):
    assert contrast(COLORS[text].on(theme), COLORS[ground].on(theme)) >= 4.5
