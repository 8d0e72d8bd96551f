"""What a person corrects by hand, and that all of it can be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, NewSource, NewSpeaker, SpeakerRole
from quotecheck.archive.entries import SourceEntry, SpeakerEntry
from quotecheck.model import Interval, QuoteStatus

DAY = Interval.day(date(2024, 5, 14))


def state(archive: Archive) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything but the history: what a change that has been taken back must leave as it was."""
    tables = (
        "quotes", "speakers", "speaker_aliases", "speaker_roles", "sources", "verifications",
        "further_sources", "source_turns", "index_names",
    )  # fmt: skip
    with archive._reading() as connection:
        return {
            table: sorted(
                (
                    tuple(
                        value for name, value in zip(names, row, strict=True) if (table, name) != ("x", "id")
                    )
                    for cursor in [connection.execute(f"SELECT * FROM {table}")]
                    for names in [[column[0] for column in cursor.description]]
                    for row in cursor
                ),
                key=repr,
            )
            for table in tables
        }


def without_numbers(tables: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """Leave out the row numbers of aliases and roles, which mean nothing."""
    numbered = ("speaker_aliases", "speaker_roles", "verifications")
    return {
        table: sorted((row[1:] for row in rows), key=repr) if table in numbered else rows
        for table, rows in tables.items()
    }


@pytest.fixture
def quotes(archive: Archive) -> list[str]:
    return archive.add_quotes(
        [
            NewQuote("We will not open the gates before the audit.", speaker="Ana Ruiz", said=DAY),
            NewQuote("The crews deserve an answer by the end of the month.", speaker="A. Ruiz", said=DAY),
            NewQuote("Nobody asked the crane drivers about the plan.", speaker="Tom Berg"),
        ],
        by="desk",
    )


def undone(archive: Archive, do: Any) -> None:
    """Do something, take it back, and make sure that all is as before and still found."""
    before, first = without_numbers(state(archive)), archive.last_revision()
    do()
    assert without_numbers(state(archive)) != before
    archive.revert(first, archive.last_revision(), by="desk")
    assert without_numbers(state(archive)) == before
    assert archive.verify_integrity() == []


def test_a_quote_is_withdrawn_with_a_reason(archive: Archive, quotes: list[str]) -> None:
    with pytest.raises(ArchiveError, match="why"):
        archive.retract_quote(quotes[0], by="desk", reason=" ")
    archive.retract_quote(quotes[0], by="desk", reason="The minutes say otherwise.")
    assert archive.quote(quotes[0]).status is QuoteStatus.RETRACTED
    assert archive.history(quotes[0])[-1].note == "The minutes say otherwise."


@pytest.mark.parametrize(
    "change",
    [
        {"text": "We will never open the gates."},
        {"speaker": "Somebody New"},
        {"said": None, "occasion": "a walk"},
        {"source_url": "https://example.org/x", "source_title": "Minutes"},
        {"status": "disputed"},
    ],
)
def test_a_correction_is_taken_back(archive: Archive, quotes: list[str], change: dict[str, Any]) -> None:
    undone(archive, lambda: archive.update_quote(quotes[0], by="desk", **change))
    assert [quote.uid for quote in archive.candidates("We will not open the gates before")] == [quotes[0]]


def test_an_added_quote_a_deletion_and_a_verification_are_taken_back(
    archive: Archive, quotes: list[str]
) -> None:
    archive.verify_quote(quotes[1], by="desk", how="the recording")
    undone(archive, lambda: archive.add_quote(NewQuote("A new one is here.", speaker="X Y"), by="desk"))
    undone(archive, lambda: archive.verify_quote(quotes[0], by="desk", how="the minutes"))
    undone(archive, lambda: archive.join_quotes(quotes[0], quotes[1], by="desk"))
    assert archive.quote(quotes[1]).verified_by == "desk"
    assert [quote.uid for quote in archive.search("crews deserve")] == [quotes[1]]


def test_what_was_changed_since_is_not_taken_back(archive: Archive, quotes: list[str]) -> None:
    first = archive.last_revision()
    archive.update_quote(quotes[0], by="desk", text="We will never open the gates.")
    last = archive.last_revision()
    archive.update_quote(quotes[0], by="other", text="We shall never open the gates.")
    with pytest.raises(ArchiveError, match="changed since"):
        archive.revert(first, last, by="desk")
    assert archive.quote(quotes[0]).text == "We shall never open the gates."


@pytest.mark.parametrize("later", ["corrected", "verified"])
def test_adding_is_not_taken_back_when_somebody_has_worked_on_the_quote_since(archive, later) -> None:
    before = archive.last_revision()
    uid = archive.add_quote(NewQuote("We will not open the gates.", speaker="Ana Ruiz"), by="desk")
    added = archive.last_revision()
    if later == "corrected":
        archive.update_quote(uid, by="Noor", occasion="Second reading")
    else:
        archive.verify_quote(uid, by="Noor", how="compared with the minutes")
    now = state(archive)

    with pytest.raises(ArchiveError, match="cannot be undone"):
        archive.revert(before, added, by="desk")

    assert state(archive) == now


def test_a_speaker_is_corrected(archive: Archive, quotes: list[str]) -> None:
    uid = archive.speaker_uid("Ana Ruiz")
    roles = (SpeakerRole("Mayor", date(2020, 1, 1), None),)
    entry = SpeakerEntry(
        "Ana María Ruiz", aliases=("Ana Ruiz", "the mayor"), roles=roles, notes="of Porto Alto"
    )
    undone(archive, lambda: archive.update_speaker(uid, entry, by="desk"))
    archive.update_speaker(uid, entry, by="desk")
    assert archive.speaker(uid) == entry
    assert [quote.uid for quote in archive.search("María gates")] == [quotes[0]]
    assert archive.search("crane Berg")


@pytest.mark.parametrize("other", [[], ["Abe Ash"]], ids=["new", "borne by another before"])
def test_who_bears_a_new_name_is_found_by_it(archive: Archive, other: list[str]) -> None:
    for name in other:  # entered under the name that is another's now
        archive.add_quote(NewQuote("Nobody asked me.", speaker=name), by="desk")
        named = archive.speaker_uid(name)
        archive.update_speaker(str(named), SpeakerEntry("Abraham Ash"), by="desk")
    archive.add_quote(NewQuote("We will not open the gates.", speaker="Zoe Ash"), by="desk")
    uid = archive.speaker_uid("Zoe Ash")
    assert uid is not None
    archive.update_speaker(uid, SpeakerEntry("Abe Ash"), by="desk")
    later = NewQuote("The gates are open now.", speaker="ABE  Ash")
    first = archive.add_quote(later, by="desk")
    assert archive.add_quote(later, by="desk") == first
    assert (
        archive.add_quotes([later, NewQuote("And so they stay.", speaker="Abe Ash")], by="desk")[0] == first
    )
    assert archive.speaker_uid("Abe Ash") == archive.speaker_uid("Zoe Ash") == uid
    assert archive.info().speakers == 1 + len(other)
    archive.rebuild_index()
    assert archive.speaker_uid("Abe Ash") == uid


def test_two_speakers_become_one(archive: Archive, quotes: list[str]) -> None:
    kept, merged = archive.speaker_uid("Ana Ruiz"), archive.speaker_uid("A. Ruiz")
    archive.add_speaker(NewSpeaker("A. Ruiz", aliases=("Ms Ruiz",)), by="desk", roles=[SpeakerRole("Mayor")])
    undone(archive, lambda: archive.merge_speakers(kept, merged, by="desk"))
    assert archive.merge_speakers(kept, merged, by="desk") == 1
    assert archive.speaker(merged) is None
    assert archive.speaker(kept).aliases == ("A. Ruiz", "Ms Ruiz")
    assert archive.quote(quotes[1]).speaker == "Ana Ruiz"
    assert archive.speaker_uid("A. Ruiz") == kept
    with pytest.raises(ArchiveError):
        archive.merge_speakers(kept, kept, by="desk")


def test_what_is_said_in_a_transcript_goes_over_to_the_speaker_who_is_kept(archive: Archive) -> None:
    for name in ("Ana Ruiz", "Grace Okoro"):
        archive.add_speaker(NewSpeaker(name), by="desk")
    text = "GRACE OKORO: The dam will hold. We have looked at it.\n\nANA RUIZ: I am glad to hear so.\n"
    source = archive.add_source(NewSource(title="Hearing", text=text), by="desk")
    assert archive.turns_by_speaker(source) == [("Ana Ruiz", 1), ("Grace Okoro", 1)]
    archive.merge_speakers(archive.speaker_uid("Ana Ruiz"), archive.speaker_uid("Grace Okoro"), by="desk")
    assert archive.turns_by_speaker(source) == [("Ana Ruiz", 2)]
    (passage, *_) = archive.candidates("We have looked at it")
    assert passage.speaker == "Ana Ruiz"
    assert archive.verify_integrity() == []


def test_a_source_is_corrected_and_its_text_found_in(archive: Archive) -> None:
    uid = archive.add_source(NewSource(title="Minutes"), by="desk")
    quote = archive.add_quote(NewQuote("The gates stay shut.", speaker="Ana Ruiz", source_uid=uid), by="desk")
    entry = SourceEntry(
        "Minutes of May", "City", DAY, "https://example.org", text="So. The gates stay shut. Now."
    )
    undone(archive, lambda: archive.update_source(uid, entry, by="desk"))
    archive.update_source(uid, entry, by="desk")
    assert archive.source(uid) == entry
    assert archive.quotes_in(uid) == [(4, 24, quote)]
    archive.update_source(uid, entry._replace(text=""), by="desk")
    assert archive.quotes_in(uid) == []
    with pytest.raises(ArchiveError, match="neither"):
        archive.update_source(uid, SourceEntry(), by="desk")


def test_duplicates_are_found_and_joined(archive: Archive, quotes: list[str]) -> None:
    double = archive.add_quote(
        NewQuote(
            "We will not open the gates before the audits.", speaker="Ana Ruiz", occasion="a walk",
            source_url="https://example.org/a", said=Interval.day(date(2024, 5, 15)),
        ),
        by="desk",
    )  # fmt: skip
    archive.add_quote(NewQuote("We will not open the gates before the audit.", speaker="Tom Berg"), by="desk")
    assert [quote.uid for quote in archive.duplicates_of(quotes[0])] == [double]
    undone(archive, lambda: archive.join_quotes(quotes[0], double, by="desk"))
    archive.join_quotes(quotes[0], double, by="desk")
    kept = archive.quote(quotes[0])
    assert (kept.occasion, kept.source_url, kept.said) == ("a walk", "https://example.org/a", DAY)
    assert archive.quote(double) is None


def test_an_import_is_taken_back_but_not_what_somebody_has_corrected_since(
    archive: Archive, rows_file
) -> None:
    archive.add_quote(NewQuote("It was here before.", speaker="Old Hand"), by="desk")
    before = without_numbers(state(archive))
    file = rows_file(
        {"text": "It was here before.", "speaker": "Old Hand", "occasion": "a talk"},
        {"text": "Brand new words.", "speaker": "New Face", "source_url": "https://example.org/n"},
    )
    result = archive.import_quotes(file, by="desk")
    assert archive.undo_import(result.import_id, by="desk") == (1, 1, 0)
    assert without_numbers(state(archive)) == before
    result = archive.import_quotes(file, by="desk")
    archive.update_quote(archive.search("brand")[0].uid, by="other", occasion="a chat")
    assert archive.undo_import(result.import_id, by="desk") == (0, 1, 1)
    assert archive.verify_integrity() == []


def test_an_import_of_many_is_taken_back_whole_or_not_at_all(archive: Archive, rows_file) -> None:
    file = rows_file(*({"text": f"Statement number {i} of the day.", "speaker": "A B"} for i in range(1200)))
    result = archive.import_quotes(file, by="desk")
    with pytest.raises(ArchiveError, match="still in"):
        archive.undo_import(result.import_id, by="desk", progress=lambda done: done < 1000)
    assert archive.identity().quotes == 1200
    assert archive.undo_import(result.import_id, by="desk").removed == 1200
    assert archive.is_empty()


def test_the_number_of_a_speaker_who_is_gone_is_not_given_again(archive: Archive) -> None:
    """Undoing a merge puts the speaker back, whoever has been added since."""
    archive.add_quote(NewQuote("We will not open.", speaker="Ana Ruiz"), by="desk")
    uid = archive.add_quote(NewQuote("We will never open.", speaker="A. Ruiz"), by="desk")
    ana, other = (archive.speaker_uid(name) or "" for name in ("Ana Ruiz", "A. Ruiz"))
    begun = archive.last_revision()
    archive.merge_speakers(ana, other, by="desk")
    merged = archive.last_revision()
    later = archive.add_quote(NewQuote("Nobody asked.", speaker="Tom Berg"), by="desk")
    archive.revert(begun, merged, by="desk")
    said_by = [one.speaker for one in (archive.quote(uid), archive.quote(later)) if one]
    assert said_by == ["A. Ruiz", "Tom Berg"]
