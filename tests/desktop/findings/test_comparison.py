"""Printed over archived words: what is marked, and that nothing of them is taken for markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.desktop.findings.comparison import archived_html, printed_html, verdict_html
from quotecheck.model import Report, Span, Verdict, Wording
from quotecheck.reporting.palette import Theme


def words_of(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html))


def marked(html: str, line: str) -> list[str]:
    return re.findall(rf"text-decoration:{line};\">([^<]*)<", html)


@pytest.fixture
def match(report: Report):
    return report.findings[0].verdict.match


def test_differences_are_marked_by_a_line(report: Report, match) -> None:
    printed = printed_html(report.findings[0].quotation.text, match, Theme.LIGHT)
    archived = archived_html(match, Theme.LIGHT)
    assert marked(printed, "underline") == ["gates"]
    assert marked(archived, "line-through") == ["gate", "is over"]


def test_the_source_s_words_around_are_there_and_escaped(match) -> None:
    html = archived_html(match, Theme.DARK)
    assert words_of(html) == (
        "Let me be <b>clear</b>. We will not open the gate before the audit is over. "
        "We owe that to the crews."
    )
    assert "<b>" not in html


def test_words_of_the_source_do_not_grow_together(match) -> None:
    around = replace(match, before="Believe me", after="and that is that")
    words = words_of(archived_html(around, Theme.LIGHT))
    assert words.startswith("Believe me We will")


def test_what_the_quote_says_beyond_the_match_is_not_said_twice(match) -> None:
    text = match.quote.text
    part = replace(
        match, window=Span(0, 43), differences=(), before="", after=text[43:] + " We owe that to the crews."
    )
    assert words_of(archived_html(part, Theme.LIGHT)).count("is over") == 1


@given(st.text(max_size=40))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = printed_html(text, None, Theme.LIGHT)
    assert words_of(shown.replace("<br>", "\n")) == text


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("One change: “a” was “b”.", "△ Altered\u00a0 One change: “a” was “b”."),
        ("Altered: “a” was “b”.", "△ Altered: “a” was “b”."),
        ("Altered beyond <recognition>.", "△ Altered\u00a0  beyond <recognition>."),
    ],
)
def test_a_verdict_says_its_word_once(summary: str, shown: str) -> None:
    assert words_of(verdict_html(Verdict(Wording.ALTERED, summary), Theme.LIGHT)) == shown
