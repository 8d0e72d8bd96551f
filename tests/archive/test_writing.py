"""Adding, correcting, verifying, deleting: nothing doubled, nothing lost, everything in the history."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, NewSource, NewSpeaker
from quotecheck.archive.recorder import Recorder
from quotecheck.model import Interval, QuoteStatus

DAY = Interval.day(date(2021, 5, 3))
FLOOD = NewQuote("We have never seen such a flood.", speaker="Ana Ruiz", said=DAY)


def test_a_statement_is_one_quote_however_often_it_comes(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    again = NewQuote(
        "“We have never seen such a flood”",
        speaker="ana  RUIZ",
        said=DAY,
        occasion="A visit",
        status=QuoteStatus.VERIFIED,
    )
    assert archive.add_quote(again, by="you") == uid
    assert archive.identity().quotes == 1
    quote = archive.quote(uid)
    assert quote is not None
    assert quote.text == FLOOD.text
    assert (quote.occasion, quote.status) == ("A visit", QuoteStatus.VERIFIED)
    assert archive.add_quote(FLOOD, by="me") == uid
    assert archive.quote(uid) == quote


@pytest.mark.parametrize(
    "other",
    [
        NewQuote("We have never seen such a storm.", speaker="Ana Ruiz", said=DAY),
        NewQuote(FLOOD.text, speaker="Paul Okoro", said=DAY),
        NewQuote(FLOOD.text, speaker="Ana Ruiz", said=Interval.day(date(2021, 5, 4))),
        NewQuote(FLOOD.text, speaker="Ana Ruiz"),
    ],
    ids=["words", "speaker", "day", "no day"],
)
def test_other_words_speakers_or_days_are_other_quotes(archive: Archive, other: NewQuote) -> None:
    assert archive.add_quote(FLOOD, by="me") != archive.add_quote(other, by="me")
    assert archive.identity().quotes == 2


def test_uids_are_the_same_in_every_archive(archive: Archive, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "other.db", create=True) as other:
        other.add_quote(NewQuote("Something else first."), by="you")
        assert other.add_quote(FLOOD, by="you") == archive.add_quote(FLOOD, by="me")


def test_all_fields_come_back(archive: Archive) -> None:
    uid = archive.add_quote(
        NewQuote(
            "We will rebuild.",
            speaker="Ana Ruiz",
            speaker_role="Mayor",
            said=Interval(date(2021, 5, 1), date(2021, 5, 31)),
            source_url="https://example.org/a",
            source_title="Address to the council",
            publisher="City of Elm",
            context="It is hard. We will rebuild. But not there.",
            occasion="Council meeting",
            language="en",
            status=QuoteStatus.DISPUTED,
            external_id="r1",
        ),
        by="me",
    )
    quote = archive.quote(uid)
    assert quote is not None
    assert (quote.speaker, quote.speaker_role, quote.speaker_names) == ("Ana Ruiz", "Mayor", ("Ana Ruiz",))
    assert quote.said == Interval(date(2021, 5, 1), date(2021, 5, 31))
    assert (quote.source_title, quote.publisher) == ("Address to the council", "City of Elm")
    assert quote.source_url == "https://example.org/a"
    assert (quote.before.strip(), quote.after.strip()) == ("It is hard.", "But not there.")
    assert (quote.occasion, quote.source_language) == ("Council meeting", "en")
    assert (quote.status, quote.external_id) == (QuoteStatus.DISPUTED, "r1")


def test_a_context_without_the_quote_stays_readable(archive: Archive) -> None:
    uid = archive.add_quote(NewQuote("We will rebuild.", context="Said on the way out"), by="me")
    quote = archive.quote(uid)
    assert quote is not None
    assert (quote.before, quote.after, quote.occasion) == ("", "", "Said on the way out")


def test_a_correction_keeps_the_uid_and_the_old_words(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    archive.update_quote(
        uid, by="you", note="misheard", text="We have never seen such a storm.", speaker="Paul Okoro"
    )
    quote = archive.quote(uid)
    assert quote is not None
    assert (quote.text, quote.speaker) == ("We have never seen such a storm.", "Paul Okoro")
    added, changed = archive.history(uid)
    assert (added.action, added.by, added.after["text"]) == ("added", "me", FLOOD.text)
    assert (changed.action, changed.by, changed.note) == ("changed", "you", "misheard")
    assert changed.before["text"] == FLOOD.text
    assert changed.after["text"] == quote.text
    assert archive.search("storm Okoro") == [quote]
    assert archive.search("flood") == []


def test_a_correction_that_changes_nothing_leaves_no_trace(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    archive.update_quote(uid, by="you", text=FLOOD.text, said=DAY)
    assert len(archive.history(uid)) == 1


def test_a_field_that_is_none_is_our_mistake(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    with pytest.raises(TypeError, match="colour"):
        archive.update_quote(uid, by="me", colour="red")


def test_verification(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    archive.verify_quote(uid, by="Chris", how="recording", on=date(2021, 6, 1))
    quote = archive.quote(uid)
    assert quote is not None
    assert (quote.status, quote.verified_by) == (QuoteStatus.VERIFIED, "Chris")
    assert quote.verified_on == date(2021, 6, 1)
    archive.verify_quote(uid, by="Dana", how="recording", status=QuoteStatus.DISPUTED)
    quote = archive.quote(uid)
    assert quote is not None
    assert (quote.status, quote.verified_by) == (QuoteStatus.DISPUTED, "Dana")
    assert [one.action for one in archive.history(uid)].count("verified") == 2


def test_deleting_keeps_the_last_state(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    archive.verify_quote(uid, by="Chris", how="recording")
    archive.delete_quote(uid, by="you", note="a hoax")
    assert archive.quote(uid) is None
    assert archive.search("flood") == archive.candidates(FLOOD.text) == []
    last = archive.history(uid)[-1]
    assert (last.action, last.by, last.note, last.before["text"]) == ("deleted", "you", "a hoax", FLOOD.text)
    assert archive.add_quote(FLOOD, by="me") == uid


@pytest.mark.parametrize("change", ["update", "delete", "verify"])
def test_a_quote_that_is_not_there(archive: Archive, change: str) -> None:
    with pytest.raises(ArchiveError, match="no quote q123"):
        getattr(archive, f"{change}_quote")("q123", by="me")


def test_somebody_must_answer_for_a_change(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="who makes the change"):
        archive.add_quote(FLOOD, by=" ")


@pytest.mark.parametrize("text", ["", "  \n ", "…", "half \ud800", "NUL \x00"])
def test_a_quote_without_words(archive: Archive, text: str) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    with pytest.raises(ArchiveError, match="The quote has"):
        archive.add_quote(NewQuote(text), by="me")
    with pytest.raises(ArchiveError, match="The quote has"):
        archive.update_quote(uid, by="me", text=text)


def test_two_sources_of_one_statement_are_both_kept(archive: Archive) -> None:
    for url in ("https://example.org/speech", "https://example.org/press", "https://example.org/press"):
        uid = archive.add_quote(NewQuote(FLOOD.text, speaker="Ana Ruiz", said=DAY, source_url=url), by="me")
    quote = archive.quote(uid)
    assert quote is not None
    assert quote.source_url == "https://example.org/speech"
    assert quote.verified_by is None
    (further,) = archive._connection.execute(
        "SELECT url FROM further_sources JOIN sources ON sources.id = further_sources.source_id"
    )
    assert further == ("https://example.org/press",)


def test_a_source_is_completed_and_its_quotes_are_found_by_its_title(archive: Archive) -> None:
    url = "https://example.org/speech"
    uid = archive.add_quote(NewQuote(FLOOD.text, source_url=url), by="me")
    assert archive.search("inauguration") == []
    source = archive.add_source(
        NewSource(
            url=url, title="Inauguration speech", text=f"Friends, hello. {FLOOD.text} We will rebuild."
        ),
        by="you",
    )
    (quote,) = archive.search("inauguration")
    assert quote.uid == uid
    assert (quote.before.strip(), quote.after.strip()) == ("Friends, hello.", "We will rebuild.")
    assert [one.action for one in archive.history(source)] == ["added", "changed"]
    assert archive.add_source(NewSource(url=url, publisher="City"), by="you") == source
    assert archive.info().sources == 1


def test_a_quote_added_after_its_source_finds_its_place(archive: Archive) -> None:
    url = "https://example.org/speech"
    archive.add_source(NewSource(url=url, text="Friends, we will — all of us — rebuild. Thank you."), by="me")
    uid = archive.add_quote(NewQuote("We will - all of us - rebuild", source_url=url), by="me")
    quote = archive.quote(uid)
    assert quote is not None
    assert (quote.before, quote.after) == ("Friends, ", ". Thank you.")


def test_a_source_without_a_name(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="neither an address nor a title"):
        archive.add_source(NewSource(text="Hello."), by="me")


def test_words_that_sql_would_read_otherwise(archive: Archive) -> None:
    text = "Robert'); DROP TABLE quotes; -- “NULL” \u202e % _ \\ ?"
    uid = archive.add_quote(NewQuote(text, speaker='O\'Neal "x"', occasion="'"), by="'me'")
    quote = archive.quote(uid)
    assert quote is not None
    assert quote.text == text
    assert archive.candidates(text) == [quote]


def test_several_quotes_are_added_all_or_none(archive: Archive) -> None:
    texts = ["We have never seen such a flood.", "The dam holds more water than ever.", "Never!"]
    uids = archive.add_quotes([NewQuote(text, speaker="Ana Ruiz") for text in texts], by="me")
    assert [archive.quote(uid).text for uid in uids] == texts
    assert [archive.candidates(text)[0].uid for text in texts] == uids
    assert [archive.history(uid)[0].action for uid in uids] == ["added"] * 3
    with pytest.raises(ArchiveError, match="no words"):
        archive.add_quotes([NewQuote("The river rose."), NewQuote("…")], by="me")
    assert archive.identity().quotes == 3
    assert archive.add_quotes([], by="me") == []


def test_quotes_added_one_by_one_are_found_at_once_by_everybody(archive: Archive, path: Path) -> None:
    with Archive.open(path, read_only=True) as reader:
        for n in range(30):
            uid = archive.add_quote(NewQuote(f"Bridge number {n} will open.", speaker="Ana Ruiz"), by="me")
            for seen_by in (archive, reader):
                assert seen_by.candidates(f"bridge number {n} will open")[0].uid == uid
    assert len(archive.search("bridge")) == 30
    assert archive.add_quote(NewQuote("Yes.", speaker="Ana Ruiz"), by="me") in {
        quote.uid for quote in archive.candidates("yes")
    }
    assert archive.verify_integrity() == []


def test_very_many_quotes_added_one_by_one_are_packed(archive: Archive, path: Path) -> None:
    uids = [archive.add_quote(NewQuote(f"Bridge {n} of the harbour opens."), by="me") for n in range(2100)]
    assert archive._connection.execute("SELECT count(*) FROM index_segments").fetchone()[0] == 1
    archive.close()
    with Archive.open(path, read_only=True) as reader:
        for n in (0, 1000, 2047, 2099):
            assert reader.candidates(f"bridge {n} of the harbour opens")[0].uid == uids[n]
        assert len(reader.search("harbour", limit=5000)) == 2100
        assert reader.verify_integrity() == []


def test_a_new_quote_can_be_changed_deleted_or_undone_before_it_is_indexed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        archive.add_quote(NewQuote(f"The {name} bridge will open soon.", speaker="Ana Ruiz"), by="me")
        for name in ("old", "new")
    )
    archive.update_quote(first, by="me", text="The ferry will never run again.")
    assert [quote.uid for quote in archive.candidates("the ferry will never run again")] == [first]
    assert [quote.uid for quote in archive.candidates("the old bridge will open soon")] == [second]
    archive.delete_quote(second, by="me")
    assert archive.candidates("the new bridge will open soon") == []
    monkeypatch.setattr(Recorder, "begin", lambda recorder: None)
    with pytest.raises(AttributeError):
        archive.add_quote(NewQuote("Nothing of this stays here.", speaker="Nobody Else"), by="me")
    monkeypatch.undo()
    assert archive.candidates("nothing of this stays here") == []
    third = archive.add_quote(NewQuote("Nothing of this stays here.", speaker="Nobody Else"), by="me")
    assert archive.candidates("nothing of this stays here")[0].uid == third
    assert archive.verify_integrity() == []


def test_what_another_program_changes_between_two_quotes_is_seen(archive: Archive, path: Path) -> None:
    archive.add_quote(NewQuote("The old bridge will open.", speaker="Ana Ruiz"), by="me")
    with Archive.open(path) as other:
        other.add_speaker(NewSpeaker("Ana Ruiz", aliases=("The Mayor",)), by="you")
    uid = archive.add_quote(NewQuote("The new bridge will open.", speaker="The Mayor"), by="me")
    quote = archive.quote(uid)
    assert quote is not None
    assert quote.speaker == "Ana Ruiz"
