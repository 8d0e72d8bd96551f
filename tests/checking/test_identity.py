"""Whom of a real archive the article means, by name, role and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, NewQuote, NewSpeaker
from quotecheck.archive.interface import SpeakerRole
from quotecheck.model import Article, Basis, Caution, Interval, Publication
from quotecheck.pipeline import check, look_up
from quotecheck.reporting.json_report import report_to_json
from quotecheck.reporting.phrases import speaker_text


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "people.db", create=True) as opened:
        first = SpeakerRole("U.S. Secretary of Commerce", date(2017, 2, 28), date(2021, 1, 20))
        later = SpeakerRole("U.S. Secretary of Commerce", date(2021, 3, 3), date(2025, 1, 20))
        opened.add_speaker(
            NewSpeaker("Wilbur Ross", aliases=("Wilbur L. Ross, Jr.",)), by="me", roles=[first]
        )
        opened.add_speaker(NewSpeaker("Jerry Ross"), by="me", roles=[SpeakerRole("Astronaut")])
        opened.add_speaker(NewSpeaker("Gina Raimondo"), by="me", roles=[later])
        yield opened


def known_as(text: str, day: date, archive: Archive) -> tuple[str | None, str]:
    article = replace(Article(text), published=Publication(Interval.day(day), Basis.GIVEN))
    report = check(article, archive)
    [told] = report_to_json(report)["quotations"]
    return told["speaker"]["archive_name"], speaker_text(report.findings[0])


@pytest.mark.parametrize(
    ("who", "day", "known"),
    [
        ("Commerce Secretary Ross", date(2019, 10, 7), "Wilbur Ross"),
        ("Secretary of Commerce Wilbur L. Ross Jr.", date(2019, 10, 7), "Wilbur Ross"),
        ("astronaut Ross", date(2019, 10, 7), "Jerry Ross"),
        ("Mr Ross", date(2019, 10, 7), None),  # either of the two
        ("the Commerce Secretary", date(2019, 10, 7), "Wilbur Ross"),
        ("the Commerce Secretary", date(2022, 10, 7), "Gina Raimondo"),
        ("the Commerce Secretary", date(2011, 10, 7), None),
        ("Ada Marlowe", date(2019, 10, 7), None),
    ],
)
def test_the_archives_speaker(who: str, day: date, known: str | None, archive: Archive) -> None:
    text = f"“We will not tolerate the repression of anybody,” {who} said in Leeds."
    assert known_as(text, day, archive)[0] == known


def test_a_report_says_whom_the_archive_means(archive: Archive) -> None:
    text = "“We will not tolerate the repression of anybody,” Commerce Secretary Ross said in Leeds."
    told = known_as(text, date(2019, 10, 7), archive)[1]
    assert told == "Ross, Commerce Secretary (Wilbur Ross in the archive)"


@pytest.mark.parametrize(("day", "amiss"), [(date(2019, 10, 7), False), (date(2022, 10, 7), True)])
def test_an_office_is_checked_as_whoever_held_it_then(day: date, amiss: bool, archive: Archive) -> None:
    said = "We will not tolerate the brutal repression of anybody within these borders."
    archive.add_quotes([NewQuote(said, speaker="Wilbur Ross", said=Interval.day(date(2019, 10, 7)))], by="me")
    found = look_up(said, archive, speaker="the Commerce Secretary", said=Interval.day(day))
    assert (Caution.MISATTRIBUTED in found.cautions) is amiss
    assert found.archive_speaker == ("Gina Raimondo" if amiss else "Wilbur Ross")
