import io
from dataclasses import replace

import pytest
from rich.console import Console

from quotecheck.model import Caution, Difference, DifferenceKind, DifferenceOp, Span
from quotecheck.reporting import write_text


def printed(report, *, encoding="utf-8", width=100, **options):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    write_text(report, Console(file=stream, width=width, highlight=False, **options))
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


def test_the_summary_says_what_matters(sample):
    text = printed(sample)
    assert "Untitled article" in text
    assert "Published December 11–17, 2021 (inferred)\nA Wednesday that is December 8 is of 2021." in text
    assert "English · translated from French · checked against “Starter archive”, 6 quotes" in text
    assert "7 quotations   ~ 1 minor   △ 4 altered" in text
    assert "1 △ Altered  “The U.S. government and the Commerce Department" in text
    assert "Wilbur Ross, Commerce Secretary · 2019" in text
    assert "[within → across] China" in text
    assert "▲ Line 5: This opening mark has no closing one." in text
    assert "forced labor" not in text.split("7 quotations")[1].split("▲ Line")[0]


def test_additions_and_the_words_around_them(harbour):
    assert "will [+ not] cost the city [no more than a few million → a single cent]" in printed(harbour)


def test_it_is_plain_when_piped_and_coloured_on_a_terminal(harbour, monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert "\x1b" not in printed(harbour)
    colored = printed(harbour, force_terminal=True, color_system="standard")
    assert "\x1b[1;31m✕ Reversed" in colored
    monkeypatch.setenv("NO_COLOR", "1")
    quiet = printed(harbour, force_terminal=True, color_system="standard")
    assert "\x1b[1m✕ Reversed" in quiet
    assert "\x1b[1;31m" not in quiet


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_signs_become_ascii_where_the_stream_lacks_them(harbour, encoding):
    text = printed(harbour, encoding=encoding)
    assert "X Reversed" in text
    assert "! Altered" in text
    assert "^ Line 5" in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_keep_to_the_width_except_for_addresses(harbour, width):
    lines = printed(harbour, width=width).splitlines()
    assert all(len(line) <= width for line in lines if "https://" not in line)
    assert not any(line != line.rstrip() for line in lines)


def test_an_address_is_never_broken(harbour):
    assert "https://example.org/council/2025-03-04?item=12&view=full\n" in printed(harbour, width=40)


def test_without_an_archive_nothing_is_graded(without_archive):
    text = printed(without_archive)
    assert "English · not checked against an archive" in text
    assert "7 not checked" in text
    assert "····" not in text
    assert "Ines Calloway, Mayor · March 4, 2025 (inferred)" in text


def test_no_quotations(no_quotations):
    assert "No quotations found." in printed(no_quotations)


def test_a_title_cannot_steer_the_terminal(harbour):
    hostile = replace(harbour, article=replace(harbour.article, title="\x1b[2J\x9b31mGone [red]bold[/red]"))
    text = printed(hostile, force_terminal=True, color_system="standard")
    assert "\x1b[2J" not in text
    assert "\x9b" not in text
    assert "[red]bold[/red]" in text


@pytest.mark.parametrize("at", [4, 5])
def test_words_left_out_stand_apart_on_both_sides(make_one, at):
    report = make_one("He “will go” now", "will go")
    finding = report.findings[0]
    gone = Difference(DifferenceOp.DELETE, "", "not", DifferenceKind.NEGATION, Span(at, at), Span(5, 8))
    match = replace(finding.verdict.match, differences=(gone,))
    verdict = replace(finding.verdict, match=match)
    text = printed(replace(report, findings=(replace(finding, verdict=verdict),)))
    assert "\n  will [- not] go\n" in text


def test_cautions_stand_beside_the_verdict_and_in_the_counts(harbour):
    first, *others = harbour.findings
    verdict = replace(first.verdict, cautions=(Caution.TRANSLATED, Caution.CONTEXT))
    match = replace(verdict.match, before="They asked again.", after="unless the water rises.")
    one = replace(first, verdict=replace(verdict, match=match))
    text = printed(replace(harbour, findings=(one, *others)))
    assert "▲ The context matters" in text
    assert "Translated" not in text
    assert "In its place: They asked again. [the quotation] unless the water rises." in text
    assert " with a caution" in " ".join(text.split("\n\n")[0].split())


def test_whom_to_ask_about_is_named_where_the_speaker_is_not_certain(orphaned, harbour):
    assert "The article does not say who spoke; quoted nearby" in printed(orphaned)
    assert "Not certain who spoke; possible:" in printed(orphaned)
    assert "who spoke" not in printed(harbour)
