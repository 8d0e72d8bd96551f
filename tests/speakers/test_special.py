"""The kinds of quotation that a checker stumbles over, in short articles of many voices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quotecheck.model import Article, Attribution, DecidedBy, Quotation, Speaker, SpeakerType
from quotecheck.quotations import find_quotations
from quotecheck.speakers import attribute
from quotecheck.speakers.folding import folded
from quotecheck.speakers.roles import split_title


class Expected(NamedTuple):
    """How a quotation begins, its speaker (None for nobody), and what else the article says of it."""

    start: str
    speaker: str | None
    negated: bool
    hypothetical: bool
    via: str | None


def _expected(line: str) -> Expected:
    start, speaker, *flags = (part.strip() for part in line.split("|"))
    via = next((flag.removeprefix("via=") for flag in flags if flag.startswith("via=")), None)
    return Expected(
        start, None if speaker == "-" else speaker, "negated" in flags, "hypothetical" in flags, via
    )


def articles(name: str) -> Iterator[tuple[str, str, list[Expected]]]:
    """Yield the title, the text and the expectations of each article of a file beside this one."""
    whole = Path(__file__).with_name(name).read_text(encoding="utf-8")
    body = whole.split("\n", 2)[2]
    for article in body.strip().split("\n===\n"):
        told, expected = article.split("\n--\n")
        title, text = told.split("\n", 1)
        yield title.removeprefix("# "), text, [_expected(line) for line in expected.strip().split("\n")]


CASES = [case for name in ("special.txt", "namesakes.txt") for case in articles(name)]


def _key(name: str | None) -> tuple[str, ...] | None:
    return None if name is None else tuple(w for w in folded(split_title(name)[1]) if w not in ("the", "a"))


def attributed(text: str) -> list[tuple[Quotation, Attribution | None]]:
    quotations, _ = find_quotations(text)
    return list(zip(quotations, attribute(Article(text), quotations), strict=True))


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_speaks(text: str, expected: list[Expected]) -> None:
    found = attributed(text)
    for one in expected:
        who = next(who for quotation, who in found if quotation.text.startswith(one.start))
        got = Expected(
            one.start,
            who.speaker.name if who else None,
            who is not None and who.negated,
            who is not None and who.hypothetical,
            who.via.name if who and who.via else None,
        )
        assert _key(got.speaker) == _key(one.speaker), got
        assert (got.negated, got.hypothetical) == (one.negated, one.hypothetical), got
        assert _key(got.via) == _key(one.via), got


def test_a_byline_names_a_person() -> None:
    text = "By Clementine Archer\n\nThe siren began. I shouted: “Take the dog, and leave the boots!”"
    [(_, found)] = attributed(text)
    assert found is not None
    assert found.speaker == Speaker("Clementine Archer", None, SpeakerType.PERSON)
    assert found.decided_by is DecidedBy.RULE


def test_an_author_without_a_byline_stays_unnamed() -> None:
    [(_, found)] = attributed("I shouted: “Take the dog, and leave the boots!”")
    assert found is not None
    assert found.speaker.type is SpeakerType.UNNAMED


def test_the_label_of_a_turn_is_its_mention() -> None:
    text = "Ilse Varga answered questions.\nA: “It will be lifted when our exporters are ready.”"
    [(_, found)] = attributed(text)
    assert found is not None
    assert found.mention is not None
    assert found.mention.of(text) == "A"


@pytest.mark.parametrize("article", list(articles("foreign.txt")))
def test_who_speaks_in_other_languages(article: tuple[str, str, list[Expected]]) -> None:
    language, text, expected = article
    quotations, _ = find_quotations(text)
    found = attribute(Article(text, language=language.removeprefix("@ ")), quotations)
    for one in expected:
        said = zip(quotations, found, strict=True)
        who = next(who for quotation, who in said if quotation.text.startswith(one.start))
        assert who is not None, one
        assert who.speaker.name == one.speaker
