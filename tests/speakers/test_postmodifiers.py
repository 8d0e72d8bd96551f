"""What follows a noun and says who is meant."""

from __future__ import annotations

import pytest

from quotecheck.speakers.mentions import mention_at
from quotecheck.speakers.parsing import parse
from quotecheck.speakers.postmodifiers import whole_phrase


def _whole(text: str, noun: str, quoted: str = "") -> str:
    [tree] = parse([text])
    mention = mention_at(tree, tree.words.index(noun))
    return whole_phrase(tree, mention, [int(word == quoted) for word in tree.words]).of(text)


@pytest.mark.parametrize(
    ("text", "noun", "whole"),
    [
        ("A person close to the family said so.", "person", "A person close to the family"),
        ("An official briefed on the plan said so.", "official", "An official briefed on the plan"),
        ("An official said so on Monday.", "official", "An official"),
        ("An official, who was tired, said so.", "official", "An official"),
    ],
)
def test_a_description_with_all_that_tells_more_of_it(text: str, noun: str, whole: str) -> None:
    assert _whole(text, noun) == whole


def test_a_quotation_is_no_part_of_a_description() -> None:
    assert _whole("A person close to the family said so.", "person", quoted="close") == "A person"
