"""Whether two names may be one person or organisation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.speakers.names import SAME, agreement, is_organisation, parse_person

SAME_SOURCE = [
    ("Marlowe", "Ada Marlowe"),
    ("ADA MARLOWE", "Ada Marlowe"),
    ("Commerce Secretary Ada Marlowe", "Marlowe"),
    ("Marlowe, the commerce secretary", "Ada Marlowe"),
    ("Marlowe, Ada", "Ada Marlowe"),
    ("Ada Q. Marlowe", "Ada Marlowe"),
    ("A. Marlowe", "Ada Marlowe"),
    ("Bob Tenby", "Robert Tenby"),
    ("José Núñez", "Jose Nunez"),
    ("Jean-Luc Petit", "Jean Luc Petit"),
    ("O’Dowd", "Sinead O'Dowd"),
    ("von der Aue", "Greta von der Aue"),
    ("Aue", "Greta von der Aue"),
    ("Xi Jinping", "Xi"),
    ("Xi Jinping", "Jinping Xi"),
    ("Kim Jong-un", "KIM JONG UN"),
    ("Paul King Jr.", "Paul King"),
    ("Secretary of State Ines Falk", "Falk"),
    ("Mr Justice Harker", "Harker"),
    ("Marlowe’s", "Marlowe"),
    ("the Prime Minister", "Prime Minister"),
    ("WHO", "World Health Organization"),
    ("U.N.", "United Nations"),
    ("US", "United States"),
    ("U.S. Treasury", "U.S. Department of the Treasury"),
    ("the Treasury", "U.S. Treasury"),
    ("Commerce Department", "Department of Commerce"),
    ("Ministry of Defence", "British Defense Ministry"),
    ("University of Oxford", "Oxford University"),
    ("Acme", "Acme Inc."),
    ("Japan's Acme", "Acme"),
]
DIFFERENT_SOURCES = [
    ("John Smith", "Jane Smith"),
    ("Paul King Jr.", "Paul King Sr."),
    ("Ada Marlowe", "Ada Norton"),
    ("Bank of England", "Bank of Japan"),
    ("Ministry of Health", "Ministry of Defence"),
    ("French Ministry of Health", "German Ministry of Health"),
    ("Treasury", "Treasury Secretary Ines Falk"),
    ("European Commission", "Commission"),
    ("US", "UN"),
    ("the company", "Acme"),
    ("Ines", "Ines Falk"),
    ("", "Ines Falk"),
    ("…", "…"),
]


@pytest.mark.parametrize(("a", "b"), SAME_SOURCE)
def test_names_of_one_source_agree(a: str, b: str) -> None:
    assert agreement(a, b) >= SAME


@pytest.mark.parametrize(("a", "b"), DIFFERENT_SOURCES)
def test_names_of_different_sources_do_not(a: str, b: str) -> None:
    assert agreement(a, b) < SAME


def test_a_surname_is_less_than_the_whole_name() -> None:
    assert SAME <= agreement("Smith", "John Smith") < agreement("John Smith", "Dr. John Smith") == 1


def test_conflicting_given_names_are_nearly_nothing() -> None:
    assert agreement("John Smith", "Jane Smith") <= 0.2


def test_a_given_name_alone_leaves_doubt() -> None:
    assert 0.5 <= agreement("Ines", "Ines Falk") < SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_a_symmetric_agreement_in_range(a: str, b: str) -> None:
    assert 0 <= agreement(a, b) == agreement(b, a) <= 1


@pytest.mark.parametrize(
    ("text", "given_names", "family"),
    [
        ("Greta von der Aue", ("greta",), ("von", "der", "aue")),
        ("Dr. Ada Q. Marlowe III", ("ada", "q"), ("marlowe",)),
        ("Xi Jinping", ("jinping",), ("xi",)),
        ("Commerce Secretary Ines Falk", ("ines",), ("falk",)),
    ],
)
def test_a_name_has_its_parts(text: str, given_names: tuple[str, ...], family: tuple[str, ...]) -> None:
    name = parse_person(text)
    assert (name.given, name.family) == (given_names, family)


@pytest.mark.parametrize(
    "text", ["Bank of Japan", "Acme Inc.", "the Attorney General's Office", "Ministry of Health"]
)
def test_telling_words_show_an_organisation(text: str) -> None:
    assert is_organisation(text)


@pytest.mark.parametrize("text", ["Ada Marlowe", "Treasury Secretary Ines Falk", "the president", ""])
def test_people_are_no_organisations(text: str) -> None:
    assert not is_organisation(text)
