"""Asking an archive: by speaker, by words, as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quotecheck.archive import Archive, NewQuote, NewSpeaker, QuoteStore, SpeakerRole
from quotecheck.model import Interval, QuoteStatus, SpeakerType


def names(archive: Archive, *args: object, **options: object) -> list[str]:
    return [speaker.name for speaker in archive.find_speakers(*args, **options)]  # type: ignore[arg-type]


@pytest.fixture
def people(archive: Archive) -> Archive:
    secretary = SpeakerRole("U.S. Secretary of Commerce", date(2017, 2, 28), date(2021, 1, 20))
    archive.add_speaker(
        NewSpeaker("Wilbur Ross", aliases=("Wilbur L. Ross, Jr.",)), by="me", roles=[secretary]
    )
    archive.add_speaker(NewSpeaker("Jerry Ross"), by="me", roles=[SpeakerRole("Astronaut")])
    later = SpeakerRole("U.S. Secretary of Commerce", date(2021, 3, 3), date(2025, 1, 20))
    archive.add_speaker(NewSpeaker("Gina Raimondo"), by="me", roles=[later])
    archive.add_speaker(NewSpeaker("U.S. Department of the Treasury", kind=SpeakerType.ORGANISATION), by="me")
    archive.add_speaker(NewSpeaker("World Health Organization", kind=SpeakerType.ORGANISATION), by="me")
    archive.add_speaker(NewSpeaker("SenseTime", kind=SpeakerType.ORGANISATION), by="me")
    return archive


def test_a_speaker_is_offered_as_soon_as_the_name_has_begun(archive: Archive) -> None:
    archive.add_speaker(NewSpeaker("Ana Ruíz", aliases=("Mayor of the Harbour",)), by="desk")
    archive.add_speaker(NewSpeaker("Anatol Berg"), by="desk")

    def offered(typed: str) -> list[str]:
        return [speaker.name for speaker in archive.offer_speakers(typed)]

    assert offered("an") == ["Ana Ruíz", "Anatol Berg"]
    assert offered("rui") == offered("Ana Ru") == offered("harbour of") == ["Ana Ruíz"]
    assert offered("Ana")[0] == "Ana Ruíz"
    assert offered("uiz") == offered("") == offered("%") == []


def test_an_archive_is_a_quote_store(archive: Archive) -> None:
    assert isinstance(archive, QuoteStore)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Wilbur Ross", "Wilbur Ross"),
        ("wilbur l. ross jr.", "Wilbur Ross"),
        ("Secretary Ross", "Wilbur Ross"),
        ("Commerce Secretary Wilbur Ross", "Wilbur Ross"),
        ("U.S. Treasury", "U.S. Department of the Treasury"),
        ("the Treasury", "U.S. Department of the Treasury"),
        ("Treasury Department", "U.S. Department of the Treasury"),
        ("WHO", "World Health Organization"),
        ("Sensetime", "SenseTime"),
    ],
)
def test_a_name_in_many_forms(people: Archive, asked: str, first: str) -> None:
    assert names(people, asked)[0] == first


def test_a_surname_means_all_who_bear_it_and_a_role_tells_them_apart(people: Archive) -> None:
    assert sorted(names(people, "Ross")) == ["Jerry Ross", "Wilbur Ross"]
    assert names(people, "Ross", role="Commerce Secretary")[0] == "Wilbur Ross"
    assert names(people, "Ross", role="astronaut")[0] == "Jerry Ross"


def test_a_role_alone_means_who_held_it_then(people: Archive) -> None:
    then = Interval(date(2019, 1, 1), date(2019, 12, 31))
    assert names(people, "the Secretary of Commerce", on=then) == ["Wilbur Ross"]
    assert names(people, "the Secretary of Commerce", on=Interval.day(date(2023, 5, 1))) == ["Gina Raimondo"]


@pytest.mark.parametrize("asked", ["Nancy Pelosi", "", "…", "the of and"])
def test_nobody(people: Archive, asked: str) -> None:
    assert names(people, asked) == []


def test_an_alias_is_the_same_speaker(people: Archive) -> None:
    text = "We will act."
    assert people.add_quote(NewQuote(text, speaker="Wilbur L. Ross, Jr."), by="me") == people.add_quote(
        NewQuote(text, speaker="Wilbur Ross"), by="me"
    )
    (quote,) = people.search("act")
    assert quote.speaker_names == ("Wilbur Ross", "Wilbur L. Ross, Jr.")


def test_many_bearers_of_a_name(archive: Archive, rows_file) -> None:
    rows = [{"text": f"Number {i} speaks.", "speaker": f"Person{i} Smith"} for i in range(600)]
    archive.import_quotes(rows_file(*rows), by="me")
    assert names(archive, "Person77 Smith")[0] == "Person77 Smith"
    assert len(names(archive, "Smith")) == 600


@pytest.fixture
def year(archive: Archive) -> tuple[Archive, int]:
    for month in range(1, 13):
        said = Interval.day(date(2021, month, 10))
        archive.add_quote(NewQuote(f"It is month {month}.", speaker="Ana Ruiz", said=said), by="me")
    archive.add_quote(NewQuote("No day is known.", speaker="Ana Ruiz"), by="me")
    archive.add_quote(NewQuote("It is another year.", speaker="Paul Okoro"), by="me")
    return archive, archive.find_speakers("Ana Ruiz")[0].id


def test_by_speaker_near_a_day(year: tuple[Archive, int]) -> None:
    archive, ruiz = year
    around = Interval(date(2021, 5, 1), date(2021, 7, 20))
    found = archive.by_speaker([ruiz], between=around)
    assert [quote.text for quote in found] == [
        "It is month 6.",
        "It is month 7.",
        "It is month 5.",
        "No day is known.",
    ]
    assert archive.count_by_speaker([ruiz], between=around) == 3
    assert archive.by_speaker([ruiz], between=around, limit=1)[0].text == "It is month 6."


def test_a_quote_of_a_whole_year_may_be_of_any_day_of_it(year: tuple[Archive, int]) -> None:
    archive, ruiz = year
    that_year = Interval(date(2021, 1, 1), date(2021, 12, 31))
    archive.add_quote(NewQuote("It was some time.", speaker="Ana Ruiz", said=that_year), by="me")
    day = Interval.day(date(2021, 6, 10))
    found = archive.by_speaker([ruiz], between=day)
    assert [quote.text for quote in found] == ["It is month 6.", "It was some time.", "No day is known."]
    assert archive.count_by_speaker([ruiz], between=day) == 2
    assert archive.count_by_speaker([ruiz]) == 14


def test_by_speaker_of_any_day(year: tuple[Archive, int]) -> None:
    archive, ruiz = year
    assert archive.by_speaker([ruiz], limit=1)[0].text == "It is month 12."
    assert archive.count_by_speaker([ruiz]) == 13
    assert archive.by_speaker([]) == []
    assert archive.count_by_speaker([ruiz, 999]) == 13


def test_what_a_famous_speaker_said_at_other_times_is_not_gone_through(archive: Archive, rows_file) -> None:
    days = [
        date.fromordinal(day) for day in range(date(2000, 1, 1).toordinal(), date(2011, 1, 1).toordinal())
    ]
    rows = [
        {"text": f"On day {n} I said so.", "speaker": "Ann Lee", "date": f"{d}"} for n, d in enumerate(days)
    ]
    archive.import_quotes(rows_file(*rows), by="test")
    (speaker,) = archive.find_speakers("Ann Lee")
    few, all_days = Interval(date(2010, 6, 1), date(2010, 6, 9)), Interval(days[0], days[-1])
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    archive._connection.set_progress_handler(count, 1)
    assert len(archive.by_speaker([speaker.id], between=few)) == 9
    assert archive.count_by_speaker([speaker.id], between=few) == 9
    (last,) = archive.by_speaker([speaker.id], limit=1)
    assert last.said == Interval(days[-1], days[-1])
    assert len(archive.by_speaker([speaker.id], between=all_days, limit=9)) == 9
    archive._connection.set_progress_handler(None, 1)
    assert steps < len(days)


def test_a_text_all_of_whose_runs_are_spoilt_is_found_unless_it_is_to_be_intact(archive: Archive) -> None:
    archive.add_quote(NewQuote("The old harbour gates will never open again"), by="desk")
    for spoilt in (
        "the old iron gates will hardly open again",
        "an old harbour gate will never shut",
    ):
        assert archive.candidates(spoilt)
        assert archive.candidates(spoilt, intact=True) == []
    (found,) = archive.candidates("harbour gates will never open", intact=True)
    assert found.text == "The old harbour gates will never open again"


def test_a_few_words_are_found_though_another_quote_has_one_of_their_runs(archive: Archive) -> None:
    archive.add_quote(NewQuote("Nobody put it in that they would ever come back"), by="desk")
    uid = archive.add_quote(NewQuote("They did not believe in that, so they painted it out"), by="desk")
    assert uid in [quote.uid for quote in archive.candidates("in that, they painted")]


def test_search_by_words_speaker_and_source(archive: Archive) -> None:
    flood = archive.add_quote(
        NewQuote("We have never seen such a flood.", speaker="Ana Ruiz", source_title="Council minutes"),
        by="me",
    )
    archive.add_quote(NewQuote("Such a storm we have never seen.", speaker="Paul Okoro"), by="me")
    for query in (
        "flood",
        "ruiz flood",
        "minutes",
        "never flo",
        '"such a flood"',
        "FLÓOD",
        "flood!",
        "“flood”",
    ):
        assert [quote.uid for quote in archive.search(query)] == [flood], query
    assert len(archive.search("never seen")) == 2
    assert len(archive.search("never seen", limit=1)) == 1
    assert archive.search('"a such flood"') == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("half \ud800 a")
@example("\ud800")
@given(st.text() | st.text('"*()^:-+ANDORNOT{}\x00 a', max_size=20))
def test_nothing_that_is_typed_is_an_error(archive: Archive, query: str) -> None:
    assert archive.search(query) == []
    assert archive.candidates(query) == []
    assert archive.find_speakers(query) == []


def test_info(year: tuple[Archive, int]) -> None:
    archive, _ = year
    info = archive.info()
    assert (info.quotes, info.speakers, info.sources) == (14, 2, 0)
    assert info.said == Interval(date(2021, 1, 10), date(2021, 12, 10))
    assert info.by_status == {QuoteStatus.UNVERIFIED: 14}
    assert info.speakers_by_quotes == (("Ana Ruiz", 13), ("Paul Okoro", 1))
    assert info.bytes > 0


def test_info_of_nothing(archive: Archive) -> None:
    info = archive.info()
    assert (info.quotes, info.said, info.speakers_by_quotes) == (0, None, ())
    assert archive.verify_integrity() == []


def test_integrity_tells_of_a_lost_index(archive: Archive) -> None:
    archive.add_quote(NewQuote("We have never seen such a flood."), by="me")
    archive._take_in_all()
    archive._connection.execute("DELETE FROM index_fresh")
    archive._connection.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('delete-all')")
    problems = archive.verify_integrity()
    assert len(problems) == 2
    archive.rebuild_index()
    assert archive.verify_integrity() == []
