import errno
import io
import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import page
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from quotecheck import files
from quotecheck.files import FileError
from quotecheck.model import Span
from quotecheck.reporting import render_pdf, write_pdf
from quotecheck.reporting.phrases import style_of_finding

MOMENT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


# The validator misses the default width of CID-keyed outlines: it looks in the wrong dictionary. Only some
# CJK fonts of the machine have such outlines.
_MISREAD = re.compile(r"width 0\.000 in its embedded CIDFontType0C program")


def rendered(report, **options):
    return render_pdf(report, created=MOMENT, **options)[0]


def reader(document):
    return PdfReader(io.BytesIO(document))


def problems(document):
    limits = page.SafetyLimits(max_reference_depth=5000)
    found = page.validate_pdf_bytes(document, profile="ua1", limits=limits)
    return [(f.rule_id, f.message) for f in found.failures if not _MISREAD.search(f.message)]


def annotations(document, subtype):
    return [
        (number, note.get_object())
        for number, sheet in enumerate(reader(document).pages)
        for note in sheet.get("/Annots", ())
        if note.get_object()["/Subtype"] == subtype
    ]


def squeezed(text):
    return re.sub(r"[\s\u200b\ufffe]+", "", text)


def words_inside(document, sheet, quad_points):
    """The text that stands inside the quadrilaterals of an annotation, as another library reads it."""
    text_page = pypdfium2.PdfDocument(document)[sheet].get_textpage()
    points = [float(value) for value in quad_points]
    boxes = [points[i : i + 8] for i in range(0, len(points), 8)]
    return "".join(
        text_page.get_text_bounded(left=min(b[::2]), bottom=min(b[1::2]), right=max(b[::2]), top=max(b[1::2]))
        for b in boxes
    )


def quoted_words(document):
    """The words under the highlights, by quotation, joined over the pages."""
    words = {}
    for sheet, note in annotations(document, "/Highlight"):
        number = int(re.match(r"quotecheck-q(\d+)", note["/NM"])[1])
        words[number] = words.get(number, "") + words_inside(document, sheet, note["/QuadPoints"])
    return words


@pytest.fixture(scope="module")
def sample_pdf(sample):
    return rendered(sample)


@pytest.fixture(scope="module")
def crowd(make_many):
    return make_many(60)


@pytest.fixture(scope="module")
def crowd_pdf(crowd):
    return rendered(crowd)


def test_every_quotation_is_a_highlight_that_says_who_when_and_what(sample, sample_pdf):
    notes = [note for _, note in annotations(sample_pdf, "/Highlight")]
    by_name = {note["/NM"]: note for note in notes}
    assert len(by_name) == len(notes)
    assert [f"quotecheck-q{i}" for i in range(1, 8)] == [name for name in by_name if name.count("-") == 1]
    first = by_name["quotecheck-q1"]
    assert first["/T"] == "QuoteCheck"
    assert (
        first["/Contents"]
        == f"Wilbur Ross, Commerce Secretary, 2019, Altered: {sample.speech[0].verdict.summary}"
    )
    assert first["/M"] == "D:20260304050607Z"
    assert first["/F"] == 4


def test_a_highlight_has_the_colour_of_its_verdict(harbour):
    for finding, (_, note) in zip(harbour.speech, annotations(rendered(harbour), "/Highlight"), strict=True):
        style = style_of_finding(finding)
        color = "#" + "".join(f"{round(float(part) * 255):02x}" for part in note["/C"])
        assert color == (style.fill.light if style.fill else "#e3e0da")
        look = note["/AP"]["/N"].get_object()
        assert look["/Resources"]["/ExtGState"]["/Multiply"]["/BM"] == "/Multiply"
        assert [float(value) for value in look["/BBox"]] == [float(value) for value in note["/Rect"]]
        assert b" l S" in look.get_data()


def test_only_highlights_and_web_links_are_left(sample_pdf):
    kinds = {
        note["/Subtype"]
        for _, note in annotations(sample_pdf, "/Highlight") + annotations(sample_pdf, "/Link")
    }
    assert kinds == {"/Highlight", "/Link"}
    everything = [
        note.get_object() for sheet in reader(sample_pdf).pages for note in sheet.get("/Annots", ())
    ]
    assert {note["/Subtype"] for note in everything} == kinds
    targets = [note["/A"]["/URI"] for _, note in annotations(sample_pdf, "/Link")]
    assert targets == ["https://example.org/commerce/28-organizations/"]


@pytest.mark.parametrize("name", ["sample", "harbour", "crowd", "without_archive"])
def test_highlights_lie_on_the_words_of_their_quotations(name, request):
    report = request.getfixturevalue(name)
    words = quoted_words(rendered(report))
    assert sorted(words) == list(range(1, len(report.speech) + 1))
    for number, finding in enumerate(report.speech, start=1):
        assert squeezed(words[number]) == squeezed(finding.quotation.text)


def test_a_quotation_over_two_pages_has_an_annotation_on_each(sample_pdf):
    pelosi = [
        (sheet, note["/NM"])
        for sheet, note in annotations(sample_pdf, "/Highlight")
        if note["/NM"].startswith("quotecheck-q2")
    ]
    assert pelosi == [(0, "quotecheck-q2"), (1, "quotecheck-q2-2")]


@pytest.mark.parametrize("name", ["sample", "harbour", "crowd", "without_archive", "no_quotations"])
def test_it_is_valid_pdf_ua(name, request):
    assert problems(rendered(request.getfixturevalue(name))) == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_nothing_wrong(sample, tmp_path):
    write_pdf(sample, tmp_path / "report.pdf")
    done = subprocess.run(
        ["qpdf", "--check", tmp_path / "report.pdf"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_metadata_language_and_bookmarks(harbour):
    read = reader(rendered(harbour, author="Desk Three"))
    assert read.metadata.title == "The tunnel that costs nothing"
    assert read.metadata.author == "Desk Three"
    assert read.metadata.creation_date == MOMENT
    assert read.trailer["/Root"]["/Lang"] == "en"
    title, findings, under, warnings = read.outline
    assert [title.title, findings.title, warnings.title] == [
        "The tunnel that costs nothing",
        "Findings",
        "Warnings",
    ]
    assert len(under) == len(harbour.speech)
    assert re.search(r"1 Ines Calloway, Mayor\s+✕.Reversed", under[0].title)


def test_the_pages_say_what_the_report_says(sample, sample_pdf):
    pages = [" ".join(sheet.extract_text().split()) for sheet in reader(sample_pdf).pages]
    first, text = pages[0], " ".join(pages)
    assert "Published December 11–17, 2021 (inferred) A Wednesday that is December 8 is of 2021." in first
    assert (
        "English · translated from French · checked with QuoteCheck against “Starter archive”, 6 quotes"
        in first
    )
    assert "7 quotations" in first
    assert "▲“The U.S. House of Representatives" in first
    assert re.search(r"findings, differences and sources from page 3 1 / \d", first)
    for finding in sample.speech:
        assert squeezed(finding.verdict.summary) in squeezed(text)
    assert "This opening mark has no closing one." in text


def test_paragraphs_hold_the_articles_words(sample, sample_pdf):
    text = squeezed("".join(sheet.extract_text() for sheet in reader(sample_pdf).pages))
    for line in sample.article.text.splitlines()[:2]:
        assert squeezed(line) in text


def note_bars(document, sheet):
    """The bars beside the margin notes, from the top of the page: (top, bottom, left)."""
    bars = []
    for thing in pypdfium2.PdfDocument(document)[sheet].get_objects(filter=[2]):
        left, bottom, right, top = thing.get_bounds()
        if left > 380 and right - left < 4 and top - bottom > 6:
            bars.append((top, bottom, left))
    return sorted(bars, reverse=True)


@pytest.mark.parametrize("filler", [40, 12, 1])
def test_margin_notes_never_overlap_and_stay_on_the_page(make_many, filler):
    report = make_many(60, in_paragraph=5, filler=filler)
    document = rendered(report)
    starts = [sheet for sheet, note in annotations(document, "/Highlight") if note["/NM"].count("-") == 1]
    for sheet in set(starts):
        bars = note_bars(document, sheet)
        assert len(bars) == starts.count(sheet)
        assert all(upper[1] > lower[0] for upper, lower in pairwise(bars))
        assert bars[-1][1] > 40


def test_a_note_stands_at_the_height_of_its_quotation(sample_pdf):
    tops = [
        max(float(y) for y in note["/QuadPoints"][1::2])
        for sheet, note in annotations(sample_pdf, "/Highlight")
        if sheet == 0
    ]
    bars = note_bars(sample_pdf, 0)
    assert len(bars) == len(tops)
    assert abs(bars[0][0] - tops[0]) < 8


def test_a_page_with_more_quotations_than_notes_fit_says_so(make_one):
    words = " ".join(f"“w{i}”" for i in range(400))
    report = make_one(words, "w0")
    first = report.findings[0]
    findings = []
    for i in range(400):
        at = words.index(f"w{i}”")
        span = Span(at, at + len(f"w{i}"))
        quotation = replace(
            first.quotation, span=span, marked=Span(span.start - 1, span.end + 1), text=f"w{i}"
        )
        findings.append(replace(first, quotation=quotation))
    document = rendered(replace(report, findings=tuple(findings), warnings=()))
    assert problems(document) == []
    assert re.search(r"and \d+ more: see the findings", reader(document).pages[0].extract_text())
    assert min(bar[1] for bar in note_bars(document, 0)) > 40


def test_hundreds_of_findings_are_bookmarked_in_groups(make_many):
    document = rendered(make_many(120))
    findings = reader(document).outline[2]
    titles = [entry.title for entry in findings if not isinstance(entry, list)]
    assert titles == ["1–50", "51–100", "101–120"]
    assert page.is_pdf_compliant_bytes(document, profile="ua1")


def test_the_same_report_gives_the_same_bytes(harbour, sample_pdf, sample):
    assert rendered(sample) == sample_pdf
    assert rendered(harbour) != rendered(harbour, author="Somebody else")


def test_american_paper(harbour):
    sheet = reader(rendered(harbour, paper="us-letter")).pages[0]
    assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == (612, 792)


def test_an_address_that_is_not_of_the_web_is_no_link(harbour):
    hostile = replace(harbour, article=replace(harbour.article, source_url="javascript:alert(1)"))
    targets = [note["/A"]["/URI"] for _, note in annotations(rendered(hostile), "/Link")]
    assert targets
    assert all(target.startswith("https://") for target in targets)


HARD = {
    "chinese": ("他说：「", "中文和日本語", "」。“english too”", "zh"),
    "arabic": ("قال الوزير «", "هذه جملة عربية", "» أمس.", "ar"),
    "emoji": ("She wrote “", "we won 😀👨‍👩‍👧🇫🇷👍🏽❤️ \U0001fae0", "” today", "en"),
    "stacked marks": ("He “", "z\u0301\u0489a\u0335 中\u0301 \u0301alone", "” ok", "en"),
    "controls": ("a\x00b “", "\x01q\x85t\u2028d\ufffe\ud800\u202e \ue000\U0010ffff", "\x1b” c", "en"),
    "long word": ("x" * 900 + " “", "y" * 500, "” https://e.org/" + "z/" * 200, "en"),
    "markup": ("#set page(width: 1pt) $a “", '= *h* #import "x" // /* <q>', "” ]", "en"),
    "nonsense language": ("A “", "tlhIngan \u0378", "” b", "tlh-Piqd-x"),
    "rare capitals": ("He “", "\u019b \u0250 ß ŉ ǰ ΐ", "” ok", "en"),
    "marked signs": ("He “", "△\u0301 ✓\u0489 →\u0301 –\u0308 \u20dd 1\u20e3", "” ok", "en"),
    "lone mark": ("He “", "\u0488", "” ok", "en"),
    "crlf": ("One\r\n“", "two\r\nthree", "”\r\nfour", "en"),
    "blanks": ("   “ \u00a0 ", "a \u200b b", " ”   \n\n\n ", "und"),
}


@pytest.mark.parametrize("case", HARD)
def test_hard_text_gives_a_valid_document(make_one, case):
    before, words, after, language = HARD[case]
    document = rendered(make_one(before + words + after, words, language=language, title=words))
    assert problems(document) == []
    assert annotations(document, "/Highlight")


def test_long_words_stay_within_the_page(make_one):
    before, words, after, _ = HARD["long word"]
    document = rendered(make_one(before + words + after, words))
    for _, note in annotations(document, "/Highlight"):
        assert max(float(x) for x in note["/QuadPoints"][::2]) < 400


def test_what_no_font_shows_is_replaced_and_told(make_one):
    document, replaced = render_pdf(make_one("He said “so \u0378 it is”", "so \u0378 it is"), created=MOMENT)
    assert replaced == "\u0378"
    assert "so □ it is" in reader(document).pages[0].extract_text()


@settings(max_examples=20, deadline=None)
@given(words=st.text(min_size=1, max_size=40), title=st.text(max_size=20))
def test_any_text_gives_a_valid_document(make_one, words, title):
    document = rendered(make_one(f"Before “{words}” after", words, title=title))
    assert problems(document) == []


def test_a_full_disk_keeps_the_old_report(harbour, tmp_path, monkeypatch):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(FileError, match="No space left"):
        write_pdf(harbour, path)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]


def test_folded_lines_are_joined_into_paragraphs(make_one):
    lines = "This letter was folded at some sixty characters by the\nprogram that sent it, as many are,"
    text = f"{lines} and she said “it\ncould not be\nhelped” then.\n\nAnother paragraph stands here.\n"
    document = rendered(make_one(text, "it\ncould not be\nhelped"))
    notes = annotations(document, "/Highlight")
    assert len(notes) == 1
    assert squeezed(words_inside(document, 0, notes[0][1]["/QuadPoints"])) == "itcouldnotbehelped"


def test_lines_that_are_paragraphs_stay_apart(make_one):
    document = rendered(make_one("First paragraph.\n“Second one.”\nThird.", "Second one."))
    lines = pypdfium2.PdfDocument(document)[0].get_textpage().get_text_bounded().splitlines()
    found = [line for line in lines if re.search("First paragraph|Second one|Third", line)]
    assert [re.sub(r"[^\w ]", "", line).rstrip("1") for line in found[:3]] == [
        "First paragraph",
        "Second one",
        "Third",
    ]


def test_whom_to_ask_about_is_named_where_the_speaker_is_not_certain(orphaned):
    text = " ".join(sheet.extract_text() for sheet in reader(render_pdf(orphaned)[0]).pages)
    assert "The article does not say who spoke; quoted nearby" in " ".join(text.split())
    assert "Not certain who spoke; possible:" in " ".join(text.split())
