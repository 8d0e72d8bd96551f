import json
from importlib.resources import files

import pytest
import typst

from quotecheck.reporting import pdf_fonts
from quotecheck.reporting.palette import UNCHECKED, VERDICTS
from quotecheck.reporting.pdf_fonts import PLACEHOLDER, choose_fonts, printable_glyphs

FOLDER = files("quotecheck.resources") / "fonts"
COVERED = [
    chr(code)
    for first, last in json.loads((FOLDER / "coverage.json").read_text(encoding="utf-8"))
    for code in range(first, last + 1)
]


@pytest.mark.parametrize("family", ["QuoteCheck Serif", "QuoteCheck Sans"])
@pytest.mark.parametrize("look", ["", 'weight: "bold", ', 'style: "italic", '])
def test_the_reports_own_fonts_have_what_they_claim(family, look):
    source = (
        f'#set document(title: "-")\n#set text({look}fallback: false, '
        f'font: ("{family}", "QuoteCheck Symbols", "QuoteCheck Arrows"))\n#sys.inputs.text'
    )
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    compiler = typst.Compiler(source.encode(), font_paths=own, sys_inputs={"text": " ".join(COVERED)})
    assert compiler.compile(format="pdf", pdf_standards="ua-1")


def test_signs_and_placeholder_are_among_them():
    signs = {style.sign for style in (*VERDICTS.values(), UNCHECKED)} | {
        PLACEHOLDER,
        "▲",
        "…",
        "“",
        "”",
        "–",
        "·",
    }
    assert signs <= set(COVERED)


def test_ordinary_text_needs_no_other_font():
    choice = choose_fonts("“Zażółć gęślą jaźń”, Ελλάδα, Україна – 5 € ✓")
    assert (choice.replaced, choice.families) == ("", ())
    assert {font.family for font in choice.fonts.fonts() if font.path} == {
        "QuoteCheck Serif",
        "QuoteCheck Sans",
        "QuoteCheck Symbols",
        "QuoteCheck Arrows",
    }


def test_a_machine_without_fonts_gets_placeholders(monkeypatch):
    own = pdf_fonts._fonts(system=False)
    monkeypatch.setattr(pdf_fonts, "_fonts", lambda *, system: own)
    choice = choose_fonts("He said 中文.")
    assert choice.replaced == "中文"
    assert choice.clean("He said 中文.") == f"He said {PLACEHOLDER * 2}."


def test_strict_keeps_to_the_reports_own_fonts():
    choice = choose_fonts("中 and \u0301", strict=True)
    assert choice.replaced == "中"
    assert choice.families == ()


def test_what_only_picks_among_glyphs_is_left_out():
    assert printable_glyphs("❤\ufe0f 👨‍👩‍👧 👍🏽 e\u0301") == "❤ 👨👩👧 👍 é"
