"""Whole sources from real files: every sentence is found, with its speaker and its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, NewSource, NewSpeaker, SpeakerRole
from quotecheck.archive.sources.documents import read_source
from quotecheck.cli import main
from quotecheck.model import Interval, SpeakerType
from quotecheck.reading import ReadingError

DAY = Interval.day(date(2021, 12, 8))
HEAD = "Remarks by President Bell and Senator Ana Ruiz on the Ferries"
SAID = [
    ("MS. OKORO", "Good afternoon, everyone, and thank you for coming to the harbour in this rain."),
    ("Q", "Does the board still believe that the ferries will run before the winter ends?"),
    ("THE PRESIDENT", "I do believe so. The harbour opens before the first snow falls, and not a day later."),
    ("SEN. RUIZ (D-MA)", "It is not so, and I never said that the trains would stop for a season."),
    ("MS. OKORO", "That was the last question. Please leave your badges at the door."),
]


@pytest.fixture
def known(archive: Archive) -> Archive:
    archive.add_speaker(NewSpeaker("Grace Okoro"), by="me")
    archive.add_quote(NewQuote("Quite another thing.", speaker="Ana Ruiz", said=DAY), by="me")
    return archive


def _lines(gap: str = "\n\n") -> str:
    return gap.join([HEAD, "December 8, 2021", *(f"{label}: {words}" for label, words in SAID)])


def _text(path: Path) -> Path:
    path = path / "ferries.txt"
    path.write_text(_lines(), encoding="utf-8")
    return path


def _html(path: Path) -> Path:
    path = path / "ferries.html"
    body = "".join(f"<p>{label}: {words}</p>" for label, words in SAID)
    path.write_text(
        f"<html><head><title>{HEAD}</title></head><body><article><h1>{HEAD}</h1><p>December 8, 2021</p>{body}"
        "</article></body></html>",
        encoding="utf-8",
    )
    return path


def _docx(path: Path) -> Path:
    from docx import Document

    document = Document()
    for line in _lines().split("\n\n"):
        document.add_paragraph(line)
    document.save(str(path / "ferries.docx"))
    return path / "ferries.docx"


def _pdf(path: Path) -> Path:
    """A page as courts print them: every line numbered, paragraphs running on."""
    import typst

    words = _lines().split("\n\n")
    broken = [line for part in words for line in _broken(part)]
    rows = ", ".join(f"[{n}], [{line}]" for n, line in enumerate(broken, start=1))
    source = path / "ferries.typ"
    source.write_text(
        f"#set page(height: 25cm)\n#grid(columns: (1cm, auto), row-gutter: 10pt, {rows})", encoding="utf-8"
    )
    typst.compile(str(source), output=str(path / "ferries.pdf"))
    return path / "ferries.pdf"


def _broken(part: str, width: int = 48) -> list[str]:
    lines = [""]
    for word in part.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return [line.strip() for line in lines]


@pytest.mark.parametrize("written", [_text, _html, _docx, _pdf])
def test_every_sentence_is_found_with_its_speaker_and_day(known: Archive, tmp_path: Path, written) -> None:
    source = read_source(written(tmp_path))
    assert source.published == DAY
    known.add_source(source, by="me")
    speakers = ["Grace Okoro", "Questioner", "President Bell", "Ana Ruiz", "Grace Okoro"]
    for (_, words), speaker in zip(SAID, speakers, strict=True):
        found = known.candidates(words)[0]
        assert words in " ".join(found.text.split())
        assert (found.speaker, found.said) == (speaker, DAY)
        assert "OKORO" not in found.before + found.text + found.after
    assert known.identity().quotes == 1
    okoro = [speaker.id for speaker in known.find_speakers("Grace Okoro")]
    assert known.count_by_speaker(okoro, between=DAY) == 2


def test_an_office_is_whoever_held_it_that_day(archive: Archive) -> None:
    for name, since, until in (("Ida Bell", 2017, 2020), ("Tom Chen", 2021, 2024)):
        role = SpeakerRole("President of the Harbour Board", date(since, 1, 1), date(until, 12, 31))
        archive.add_speaker(NewSpeaker(name), by="me", roles=[role])
    text = "THE PRESIDENT: We will open the harbour at once.\nQ: And what of the ferries, then?"
    archive.add_source(NewSource(title="A briefing", published=DAY, text=text), by="me")
    assert archive.candidates("we will open the harbour at once")[0].speaker == "Tom Chen"


def test_an_office_that_nothing_tells_of_stays_unknown_unless_the_speaker_is_given(archive: Archive) -> None:
    text = "THE GOVERNOR: We will open the harbour at once.\nQ: And what of the ferries, then?"
    uid = archive.add_source(NewSource(title="A briefing", text=text), by="me")
    assert archive.candidates("we will open the harbour at once")[0].speaker is None
    assert archive.turns_by_speaker(uid) == [("Questioner", 1), ("THE GOVERNOR (unknown)", 1)]
    archive.add_source(NewSource(title="Another one", text=text, speaker="Ida Bell"), by="me")
    found = archive.candidates("we will open the harbour at once")
    assert {quote.speaker for quote in found} == {None, "Ida Bell"}


@pytest.mark.parametrize(
    ("known_name", "label", "expected"),
    [
        ("Nancy Okoro", "MS. OKORO", "Nancy Okoro"),
        ("Nancy Okoro", "Rep. Okoro", "Nancy Okoro"),
        ("Paul Smith", "MS. OKORO", "Ms. Okoro"),
        ("Shaun O'Neil", "MR. O'NEIL", "Shaun O'Neil"),
        ("Paul Smith", "MR. O'NEIL", "Mr. O'Neil"),
    ],
)
def test_labels_are_joined_to_known_speakers(
    archive: Archive, known_name: str, label: str, expected: str
) -> None:
    archive.add_speaker(NewSpeaker(known_name), by="me")
    text = f"{label}: The ferries will run on every day.\n{label}: And the trains will too, all year."
    archive.add_source(NewSource(title="A briefing", text=text), by="me")
    assert archive.candidates("the ferries will run on every day")[0].speaker == expected


def test_a_family_name_alone_is_joined_to_nobody_when_two_bear_it(archive: Archive) -> None:
    for name in ("Ana Ruiz", "Paul Ruiz"):
        archive.add_speaker(NewSpeaker(name), by="me")
    said = "MR. RUIZ: The ferries will run on every day.\n"
    archive.add_source(NewSource(title="A briefing", text=said * 2), by="me")
    assert archive.candidates("the ferries will run on every day")[0].speaker == "Mr. Ruiz"
    archive.add_source(NewSource(title="With Paul Ruiz", text=said.replace("day", "night") * 2), by="me")
    assert archive.candidates("the ferries will run on every night")[0].speaker == "Paul Ruiz"


def test_who_asks_is_unnamed_and_one_speaker_in_all_sources(archive: Archive) -> None:
    for title in ("One", "Two"):
        text = f"Q: Will the ferries run in {title}?\nMS. OKORO: They will run in {title}, yes."
        archive.add_source(NewSource(title=title, text=text), by="me")
    asking = archive.find_speakers("Questioner")
    assert [speaker.kind for speaker in asking] == [SpeakerType.UNNAMED]


def test_turns_survive_a_new_index_and_give_way_to_a_new_text(known: Archive) -> None:
    known.add_source(NewSource(title=HEAD, text=_lines()), by="me")
    before = known.candidates(SAID[3][1])
    known.rebuild_index()
    assert known.candidates(SAID[3][1]) == before
    known.add_source(NewSource(title=HEAD, text="MS. OKORO: Nothing was said.\n" * 2), by="me")
    assert known.turns_by_speaker(known.add_source(NewSource(title=HEAD), by="me")) == [("Grace Okoro", 2)]
    assert known.candidates(SAID[3][1]) == []


def test_a_quote_in_a_transcript_has_only_its_own_speakers_words_around_it(known: Archive) -> None:
    known.add_source(NewSource(title=HEAD, text=_lines()), by="me")
    uid = known.add_quote(NewQuote("I do believe so.", speaker="Bell", source_title=HEAD), by="me")
    quote = known.quote(uid)
    assert quote is not None
    assert (quote.before, quote.after) == ("", SAID[2][1].removeprefix("I do believe so."))


def test_files_that_cannot_be_sources_are_refused(tmp_path: Path) -> None:
    several = tmp_path / "several.jsonl"
    several.write_text('{"id": "1", "text": "One text."}\n{"id": "2", "text": "Another one."}\n')
    with pytest.raises(ArchiveError, match="several texts"):
        read_source(several)
    with pytest.raises(ReadingError):
        read_source(tmp_path / "missing.txt")


def test_the_command_adds_a_source_and_says_who_speaks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, archive = _text(tmp_path), str(tmp_path / "quotes.db")
    options = [
        "--publisher",
        "Harbour Board",
        "--url",
        "https://board.example/a",
        "--date",
        "2021-12-09",
    ]
    assert main(["archive", "add-source", str(file), *options, "--archive", archive]) == 0
    out = capsys.readouterr().out
    assert "2021-12-09" in out
    assert "2 turns  Ms. Okoro" in out
    with Archive.open(archive) as opened:
        found = opened.candidates(SAID[3][1])[0]
    assert (found.speaker, found.publisher) == ("Ana Ruiz", "Harbour Board")
    assert found.source_url == "https://board.example/a"
    assert found.said == Interval.day(date(2021, 12, 9))


def test_a_file_that_cannot_be_read_leaves_no_archive_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "quotes.db"
    assert main(["archive", "add-source", str(tmp_path / "missing.txt"), "--archive", str(archive)]) == 2
    assert "missing.txt" in capsys.readouterr().err
    assert not archive.exists()
