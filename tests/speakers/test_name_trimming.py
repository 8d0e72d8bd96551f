"""The name inside a run of capitals that holds more."""

from __future__ import annotations

import pytest

from quotecheck.speakers.name_finding import find_names
from quotecheck.speakers.name_reading import read_name
from quotecheck.speakers.name_trimming import trimmed


def _names(text: str) -> list[str]:
    read = (read_name(text, found) for found in find_names(text))
    return [place.name for place in trimmed(text, [place for place in read if place is not None])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Helen Marsh there. Later, Crooked Helen waved.", ["Helen Marsh", "Helen"]),
        ("They met Helen Marsh. Later, Miss Universe Helen Marsh waved.", ["Helen Marsh", "Helen Marsh"]),
        ("They met Helen Marsh there.", ["Helen Marsh"]),
    ],
)
def test_what_stands_beside_a_name_is_cut_off(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_the_span_is_that_of_the_name_alone() -> None:
    text = "They met Helen Marsh there. Later, Crooked Helen waved."
    read = (read_name(text, found) for found in find_names(text))
    last = trimmed(text, [place for place in read if place is not None])[-1]
    assert last.span.of(text) == "Helen"


def test_a_family_name_that_stands_alone_elsewhere_is_no_adjective() -> None:
    text = "They met Helen Marsh there. Stone met Paul Reed there. A man called Stone Helen waved."
    assert "Stone Helen" in _names(text)
