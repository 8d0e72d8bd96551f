"""Suggestions of what may mean the same: only where it was learned, and never a verdict."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, NewQuote
from quotecheck.cli import main
from quotecheck.errors import QuoteCheckError
from quotecheck.meaning import Learned
from quotecheck.model import Interval, Wording
from quotecheck.pipeline import look_up

DAY = Interval.day(date(2021, 5, 3))
SAID = [
    ("The river is so polluted that no fish can live in it.", "Ana Ruiz"),
    ("Our hospitals are running out of beds.", "Ana Ruiz"),
    ("The new railway line will open two years late.", "Paul Okoro"),
    ("He was dismissed because he talked to the newspapers.", "Paul Okoro"),
    ("I will not stand for election again.", "Ida Bell"),
]
TOLD = "Pollution has killed all fish of that river, the mayor complained"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.db"
    with Archive.open(path, create=True) as archive:
        archive.add_quotes([NewQuote(text, speaker=who, said=DAY) for text, who in SAID], by="me")
    return path


@pytest.fixture
def installed() -> None:
    pytest.importorskip("wordllama", reason="the paraphrase extra is not installed")


def test_nothing_is_suggested_of_an_archive_that_was_not_learned(path: Path) -> None:
    with Archive.open(path) as archive:
        assert archive.alike(TOLD) == []
        verdict = look_up(TOLD, archive, speaker="Ana Ruiz")
    assert verdict.wording is Wording.NOT_FOUND
    assert "mean the same" not in verdict.summary


@pytest.mark.usefixtures("installed")
def test_what_may_mean_the_same_is_suggested_and_the_verdict_stays(path: Path) -> None:
    with Archive.open(path, read_only=True) as archive:
        assert archive.learn_meanings() == len(SAID)
        assert archive.alike(TOLD)[0].text == SAID[0][0]
        verdict = look_up(TOLD, archive, speaker="Ana Ruiz", said=DAY)
    assert verdict.wording is Wording.NOT_FOUND
    assert (verdict.match, verdict.score) == (None, 0.0)
    assert "may mean the same in other words" in verdict.summary
    assert SAID[0][0] in [match.quote.text for match in verdict.candidates]
    assert {match.score for match in verdict.candidates} == {0.0}


@pytest.mark.usefixtures("installed")
def test_what_was_learned_is_kept_and_new_quotes_are_added_to_it(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.learn_meanings()
        uid = archive.add_quote(NewQuote("Wolves live in our forests again."), by="me")
        told = "The predators have come back to the woods"
        assert uid not in [quote.uid for quote in archive.alike(told)]
        seen: list[int] = []
        assert archive.learn_meanings(seen.append) == len(SAID) + 1
        assert seen == [len(SAID) + 1]
        archive.delete_quote(archive.alike(TOLD)[0].uid, by="me")
        assert SAID[0][0] not in [quote.text for quote in archive.alike(TOLD)]
    with Archive.open(path, read_only=True) as again:
        assert again.alike(told)[0].uid == uid


@pytest.mark.usefixtures("installed")
def test_the_speakers_words_of_those_days_come_first(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add_quote(NewQuote("No fish can live in this dirty river.", speaker="Ida Bell"), by="me")
        archive.learn_meanings()
        ruiz = [speaker.id for speaker in archive.find_speakers("Ana Ruiz")]
        assert archive.alike(TOLD, speaker_ids=ruiz, between=DAY)[0].speaker == "Ana Ruiz"


@pytest.mark.usefixtures("installed")
def test_a_damaged_file_is_as_good_as_none(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.learn_meanings()
    for file in (path.parent / "data" / "meanings").iterdir():
        file.write_bytes(file.read_bytes()[:100])
    assert Learned.of(path) is None
    with Archive.open(path) as archive:
        assert archive.alike(TOLD) == []
        assert archive.learn_meanings() == len(SAID)


def test_without_the_extra_all_else_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("quotecheck.meaning.learned.is_installed", lambda: False)
    with Archive.open(path) as archive:
        assert archive.alike(TOLD) == []
        assert look_up(SAID[0][0], archive).wording is Wording.VERBATIM
        with pytest.raises(QuoteCheckError, match="paraphrase"):
            archive.learn_meanings()
    assert main(["archive", "learn", "--archive", str(path)]) == 2
    assert "pip install" in capsys.readouterr().err


def test_no_vectors_are_loaded_for_what_is_found(path: Path) -> None:
    sys.modules.pop("wordllama", None)
    with Archive.open(path) as archive:
        look_up(SAID[0][0], archive)
        look_up(TOLD, archive)
    assert "wordllama" not in sys.modules
