"""What the source says before and after the words: raised when it gives them another sense, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import archived, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Article, Caution, Span, Verdict, Wording

# printed, source, what the article prints before the words, and after them
ANOTHER_SENSE = [
    ("The children were vaccinated last year", "Only the children were vaccinated last year.", "", ""),
    ("All the services will run on Monday", "Almost all the services will run on Monday.", "", ""),
    ("The bridge will fall in the winter", "In theory the bridge will fall in the winter.", "", ""),
    (
        "the children were vaccinated last year",
        "Most of the children were vaccinated last year.",
        "She said that ",
        "",
    ),
    ("The children were vaccinated last year", "Some of the children were vaccinated last year.", "", ""),
    ("the bridge will fall in the winter", "It is possible that the bridge will fall in the winter.", "", ""),
    ("The bridge will fall in the winter", "I doubt that the bridge will fall in the winter.", "", ""),
    ("The bridge will fall in the winter", "I doubt the bridge will fall in the winter.", "", ""),
    ("the bridge will fall in the winter", "He denies that the bridge will fall in the winter.", "", ""),
    ("all the services will run on Monday", "Not all the services will run on Monday.", "", ""),
    (
        "The bridge will fall in the winter",
        "I do not believe that the bridge will fall in the winter.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "I don't think the bridge will fall in the winter.", "", ""),
    ("The bridge will fall in the winter", "Critics say the bridge will fall in the winter.", "", ""),
    (
        "The bridge will fall in the winter",
        "My opponent keeps saying that the bridge will fall in the winter.",
        "",
        "",
    ),
    (
        "The bridge will fall in the winter",
        "The engineers have told us that the bridge will fall in the winter.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "The minister said the bridge will fall in the winter.", "", ""),
    (
        "The bridge will fall in the winter",
        "If nobody repairs it, the bridge will fall in the winter.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "Suppose the bridge will fall in the winter.", "", ""),
    ("The bridge will fall in the winter", "Why do you think the bridge will fall in the winter?", "", ""),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter, but only if nobody repairs it soon.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "The bridge will fall in the winter unless we repair it.", "", ""),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter, provided that it freezes.",
        "",
        "",
    ),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter. Except that it will not.",
        "",
        "",
    ),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter. I have never said that.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "The bridge will fall in the winter. That is a lie.", "", ""),
    ("the bridge will fall in the winter", "That the bridge will fall in the winter is a myth.", "", ""),
    (
        "The bridge will fall in the winter",
        "Nobody believes that the bridge will fall in the winter.",
        "",
        "",
    ),
    (
        "The bridge will fall in the winter",
        "The mayor told me: “The bridge will fall in the winter.” I laughed.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "I wish the bridge will fall in the winter.", "", ""),
    ("support the plan of the mayor", "I will not support the plan of the mayor.", "He said he would ", ""),
    (
        "The bridge will fall in the winter",
        "Oh sure, the bridge will fall in the winter. (Laughter) Just kidding.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "The bridge will fall in the winter [sarcastically].", "", ""),
    ("500 people lost their homes that night", "Nearly 500 people lost their homes that night.", "", ""),
    ("500 people lost their homes that night", "At least 500 people lost their homes that night.", "", ""),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter. However, nobody knows when.",
        "",
        "",
    ),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter. But we will build a new one at once.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "It would be wrong to say that people who do not pay should go to jail.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "You will hear that people who do not pay should go to jail.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "Nobody is saying that people who do not pay should go to jail.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "I used to think that people who do not pay should go to jail.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "Some would argue that people who do not pay should go to jail.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "The law says that people who do not pay should go to jail.",
        "",
        "",
    ),
]
THE_SAME_SENSE = [
    (
        "the children were vaccinated last year",
        "Most of the children were vaccinated last year.",
        "She said that most of ",
        "",
    ),
    ("The bridge will fall in the winter", "I think the bridge will fall in the winter.", "", ""),
    ("The bridge will fall in the winter", "I said that the bridge will fall in the winter.", "", ""),
    (
        "The bridge will fall in the winter",
        "As I have always said, the bridge will fall in the winter.",
        "",
        "",
    ),
    ("The bridge will fall in the winter", "We have to say that the bridge will fall in the winter.", "", ""),
    (
        "The bridge will fall in the winter",
        "If nobody repairs it, the bridge will fall in the winter.",
        "“If nobody repairs it,” she said, ",
        "",
    ),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter, but only if nobody repairs it soon.",
        "",
        "” she said, “but only if nobody repairs it soon.”",
    ),
    (
        "The bridge will fall in the winter",
        "The bridge will fall in the winter. That is why we must act now.",
        "",
        "",
    ),
    (
        "support the plan of the mayor",
        "I will not support the plan of the mayor.",
        "He said he would not ",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "I know that people who do not pay should go to jail.",
        "",
        "",
    ),
    (
        "people who do not pay should go to jail",
        "I want to make clear that people who do not pay should go to jail.",
        "",
        "",
    ),
]


def checked(printed: str, source: str, before: str, after: str) -> Verdict:
    start = len(before) + 1
    what = finding(printed)
    span = Span(start, start + len(printed))
    what = replace(what, quotation=replace(what.quotation, span=span))
    return check_quotation(what, Article(f"{before}“{printed}{after or '”'}"), FakeStore([archived(source)]))


@pytest.mark.parametrize(("printed", "source", "before", "after"), ANOTHER_SENSE)
def test_the_source_gives_the_words_another_sense(printed: str, source: str, before: str, after: str) -> None:
    verdict = checked(printed, source, before, after)
    assert Caution.CONTEXT in verdict.cautions or verdict.wording is Wording.REVERSED
    assert Caution.CONTEXT not in verdict.cautions or "Read it in its context" in verdict.summary


@pytest.mark.parametrize(("printed", "source", "before", "after"), THE_SAME_SENSE)
def test_the_source_or_the_article_gives_them_this_sense(
    printed: str, source: str, before: str, after: str
) -> None:
    assert Caution.CONTEXT not in checked(printed, source, before, after).cautions
