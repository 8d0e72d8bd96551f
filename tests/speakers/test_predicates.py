"""What the article says that somebody is or does."""

from __future__ import annotations

import pytest

from quotecheck.model import Span
from quotecheck.speakers.predicates import told_of


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" is a world champion.", ["world champion"]),
        (", 44, was the mayor of Cremwell.", ["mayor of Cremwell"]),
        (" is a river in the north.", []),
        (" (D-Ore.) objected.", ["democrat"]),
        (", of Mill Lane, denies theft.", ["defendant"]),
        (", who pleaded guilty, wept.", ["defendant"]),
        (" took the stand.", ["witness"]),
        (", his partner, wept as she gave evidence.", ["witness"]),
        (" took the bus.", []),
    ],
)
def test_words_behind_a_name(behind: str, told: list[str]) -> None:
    name = "Ada Marlowe"
    assert list(told_of(name + behind, Span(0, len(name)))) == told


def test_several_nouns_for_one_deed() -> None:
    text = "Otto Blum, prosecuting, told jurors of a kiln."
    assert list(told_of(text, Span(0, len("Otto Blum")))) == [
        "prosecutor",
        "lawyer",
        "barrister",
        "solicitor",
    ]


def test_what_somebody_does_before_he_is_named() -> None:
    text = "It rained. Defending, Otto Blum rose."
    assert list(told_of(text, Span(22, 31))) == ["lawyer", "barrister", "solicitor"]
