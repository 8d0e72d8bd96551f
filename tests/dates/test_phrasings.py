"""When each quotation was said, in whole articles with the speakers found by the program itself."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotecheck.model import Article, Basis, Interval, Publication
from quotecheck.pipeline import analyse


def spelled(dating):
    if dating is None:
        return "-"
    first, last = dating.interval
    return f"{first}" if first == last else f"{first}/{last}"


def articles():
    whole = Path(__file__).with_name("phrasings.txt").read_text(encoding="utf-8").split("\n", 2)[2]
    for article in whole.strip().split("\n===\n"):
        told, expected = article.split("\n--\n")
        title, day, text = told.split("\n", 2)
        yield (
            title.removeprefix("# "),
            day.removeprefix("@ "),
            text,
            [tuple(part.strip() for part in line.split("|")) for line in expected.split("\n")],
        )


CASES = list(articles())


@pytest.mark.parametrize(("day", "text", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_when_it_was_said(day, text, expected):
    article = Article(text)
    if day != "-":
        given = Publication(Interval.day(date.fromisoformat(day)), Basis.GIVEN)
        article = replace(article, published=given)
    found = analyse(article).findings
    got = [
        (start, next(spelled(one.dating) for one in found if one.quotation.text.startswith(start)))
        for start, _ in expected
    ]
    assert got == expected
