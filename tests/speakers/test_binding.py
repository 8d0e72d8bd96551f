"""Whom a subject cannot mean: those whom its own clause goes on to name."""

from __future__ import annotations

import pytest

from quotecheck.speakers.binding import names_below
from quotecheck.speakers.parsing import parse


def _below(text: str, subject: str) -> list[str]:
    [tree] = parse([text])
    head = tree.words.index(subject)
    return [tree.words[i] for i in names_below(tree, head, [0] * len(tree))]


@pytest.mark.parametrize(
    ("text", "subject", "names"),
    [
        ("He told Marlowe that Blum had left.", "He", ["Marlowe", "Blum"]),
        ("She said in an interview with Marlowe that it was late.", "She", ["Marlowe"]),
        ("When Marlowe arrived, he was asleep.", "he", []),
        ("He left, and Marlowe stayed.", "He", []),
    ],
)
def test_names_behind_the_subject(text: str, subject: str, names: list[str]) -> None:
    assert _below(text, subject) == names


def test_quoted_names_may_be_anybodys() -> None:
    [tree] = parse(["He told Marlowe a story."])
    assert list(names_below(tree, 0, [word == "Marlowe" for word in tree.words])) == []
