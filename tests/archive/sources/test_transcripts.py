"""Transcripts: who speaks where, told by their labels."""

from __future__ import annotations

import pytest

from quotecheck.archive.sources.documents import without_furniture
from quotecheck.archive.sources.transcripts import turns

BRIEFING = """The Harbour Board
Briefing on the Ferries

[00:00:12] MS. OKORO: Good afternoon, everyone.
We have a visitor with us.

Q    Thank you. Will the ferries run?

THE PRESIDENT:  They will.  (Laughter.)

SEN. RUIZ (D-MA): They will not: I have seen the budget.
RUIZ: Nor will the trains.
Note: this line belongs to her.
Anna Bell (01:23):
We agree with that.
Speaker 1: (00:14)
Hello there.
(Whereupon, at 11:02 a.m., the briefing ended.)
"""


def _told(text: str) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(text)) for turn in turns(text)]


def test_labels_of_all_kinds_part_the_turns() -> None:
    assert _told(BRIEFING) == [
        ("MS. OKORO", "Good afternoon, everyone.\nWe have a visitor with us."),
        ("Q", "Thank you. Will the ferries run?"),
        ("THE PRESIDENT", "They will.  (Laughter.)"),
        ("SEN. RUIZ", "They will not: I have seen the budget."),
        ("RUIZ", "Nor will the trains.\nNote: this line belongs to her."),
        ("Anna Bell", "We agree with that."),
        ("Speaker 1", "Hello there."),
    ]


def test_labels_in_capitals_are_found_where_line_breaks_are_lost() -> None:
    text = "JUSTICE BELL: That is what it says. MR. RUIZ: Yes, Your Honor. JUSTICE BELL: Thank you. It is so."
    assert [label for label, _ in _told(text)] == ["JUSTICE BELL", "MR. RUIZ", "JUSTICE BELL"]


@pytest.mark.parametrize(
    "text",
    [
        "The board met on Monday.\nNote: no vote was taken.\nContact: the press office.\nThe end of it.",
        "Mayor Ruiz opened the harbour. She said: “We will not go back.” Nobody else spoke that day.",
        "A long report on ferries and trains. " * 20 + "\nQ: Who pays?\nA: The state.",
        "",
    ],
    ids=["headings", "prose", "mostly prose", "nothing"],
)
def test_other_texts_are_no_transcripts(text: str) -> None:
    assert turns(text) == []


def test_one_long_statement_under_a_label_is_one_turn() -> None:
    assert _told("THE PRESIDENT: We will open the harbour. It is time.") == [
        ("THE PRESIDENT", "We will open the harbour. It is time.")
    ]


def test_line_numbers_running_heads_and_times_are_taken_away() -> None:
    pages = [
        "\n".join(
            [*(f"{n:>2}  line {n} of page {page}" for n in range(1, 26)), "", "Harbour Reporting", f"{page}"]
        )
        for page in range(3, 7)
    ]
    plain = without_furniture("\n".join(pages))
    assert (
        plain.split()
        == " ".join(f"line {n} of page {page}" for page in range(3, 7) for n in range(1, 26)).split()
    )
    timed = "".join(f"[00:{n:02}:10]\nSentence {n}.\n" for n in range(4))
    assert without_furniture(timed) == "".join(f"Sentence {n}.\n" for n in range(4))


@pytest.mark.parametrize(
    "text", ["12 angry men.\n3 wise men.\nAnd a cat.", "At [00:12:31] of the tape.\n7\n8", "1\n2\n3"][:2]
)
def test_what_is_no_furniture_stays(text: str) -> None:
    assert without_furniture(text) == text
