"""Articles from .jsonl, from bytes and from pasted text."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Basis, Interval, Publication
from quotecheck.reading import (
    ReadingError,
    article_from_bytes,
    article_from_text,
    articles_from_bytes,
    read_articles,
)

from .conftest import Write

TEXT = "The mayor said on Monday that the bridge would open, and that nobody would have to pay for it."


def lines(*records: object) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_jsonl_reads_its_fields_and_ignores_others(write: Write) -> None:
    first = {
        "id": "a",
        "text": TEXT,
        "title": "Bridge",
        "published": "2021-12-08",
        "source_url": "https://x.example/a",
        "language": "en",
        "publisher": "The Post",
        "quotes": [1, 2],
    }
    articles = list(read_articles(write("many.jsonl", lines(first, {"id": 7, "text": TEXT}, {"text": TEXT}))))
    assert [article.id for article in articles] == ["a", "7", "3"]
    assert (articles[0].title, articles[0].publisher) == ("Bridge", "The Post")
    assert articles[0].source_url == "https://x.example/a"
    assert articles[0].published == Publication(Interval.day(date(2021, 12, 8)), Basis.METADATA)
    assert articles[1].published is None
    assert articles[1].language == "en"


@settings(deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1).filter(str.strip))
def test_jsonl_keeps_every_code_point(text: str) -> None:
    assert article_from_bytes(lines({"text": text, "language": "en"}), name="x.jsonl").text == text


@settings(deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_pasted_text_is_kept(text: str) -> None:
    assert article_from_text(text, language="en").text == text


@pytest.mark.parametrize(
    ("published", "earliest", "latest"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-12-08T10:00:00Z", "2021-12-08", "2021-12-08"),
        ("2021-12-08/2021-12-10", "2021-12-08", "2021-12-10"),
        ("2021-11/2022", "2021-11-01", "2022-12-31"),
    ],
)
def test_published_may_be_a_month_a_year_or_a_range(published: str, earliest: str, latest: str) -> None:
    article = article_from_bytes(lines({"text": TEXT, "published": published}), name="x.jsonl")
    assert article.published is not None
    assert article.published.interval == Interval(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    "bad",
    [
        b"not json",
        b"[1]",
        b'{"id": "x"}',
        b'{"text": "  "}',
        b'{"text": 5}',
        b'{"text": "a", "title": 5}',
        b'{"text": "a", "id": [1]}',
        b'{"text": "\\ud800"}',
        b'{"text": "\xff"}',
        b'{"text": "a", "published": "yesterday"}',
        b'{"text": "a", "published": "2021-02-30"}',
        b'{"text": "a", "published": "2021-13"}',
        b'{"text": "a", "published": "2022/2021"}',
        b'{"text": "a", "published": "2022/"}',
        b'{"text": "a", "published": "0000"}',
        b"[" * 100_000,
    ],
)
def test_a_bad_line_is_named(write: Write, bad: bytes) -> None:
    articles = read_articles(write("many.jsonl", lines({"text": TEXT}) + b"\n" + bad + b"\n"))
    next(articles)
    with pytest.raises(ReadingError, match=r"many\.jsonl, line 3: "):
        next(articles)


def test_blank_lines_and_a_byte_order_mark_are_no_articles(write: Write) -> None:
    data = b"\xef\xbb\xbf" + lines({"text": TEXT}) + b"\n  \r\n" + lines({"text": TEXT}).rstrip()
    assert len(list(read_articles(write("a.jsonl", data)))) == 2


def test_nameless_json_lines_are_told_by_their_content() -> None:
    assert len(list(articles_from_bytes(lines({"text": "a"}, {"text": "b"}), name="stdin"))) == 2
    assert article_from_bytes(b'{curly} says "text" is fine', name="note.txt").text.startswith("{curly}")


def test_the_id_is_the_stem(write: Write) -> None:
    assert next(read_articles(write("my.long.name.txt", TEXT.encode()))).id == "my.long.name"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge to open\n\n" + TEXT, "Bridge to open"),
        ("# Bridge to open\n\n" + TEXT, "Bridge to open"),
        ("Bridge to open in May, says mayor\n" + TEXT, "Bridge to open in May, says mayor"),
        ("Will the bridge open?\n\n" + TEXT, "Will the bridge open?"),
        ("The bridge will open.\n\n" + TEXT, None),
        ("Monday, May 18, 2015\n\n" + TEXT, None),
        ("By Jane Roe\n\n" + TEXT, None),
        ("Bridge to open\nMayor glad\n" + TEXT, None),
        (TEXT, None),
        ("Bridge to open", None),
        ("Bridge to open\n\n", None),
        ("* * *\n\n" + TEXT, None),
    ],
)
def test_the_first_line_is_the_title_when_it_looks_like_one(text: str, title: str | None) -> None:
    assert article_from_text(text).title == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Le maire a déclaré lundi que le pont ouvrirait, et que personne ne devrait payer.", "fr"),
        ("Der Bürgermeister sagte am Montag, die Brücke werde eröffnet.", "de"),
        ("12 345 – 6", "und"),
        ("“No.”", "en"),
        (TEXT + " (Мост откроют в мае, сообщил мэр в понедельник.)", "en"),
    ],
)
def test_the_language(text: str, language: str) -> None:
    assert article_from_text(text).language == language
