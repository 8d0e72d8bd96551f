"""Archives are looked through: by words, by facets, in any order, several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote
from quotecheck.archive.catalogue.columns import Catalogue
from quotecheck.archive.catalogue.facets import Count, Listing, Order, Query
from quotecheck.archive.catalogue.shelf import Shelf
from quotecheck.model import Interval, QuoteStatus


def quote(text: str, speaker: str | None = None, year: int | None = None, **more: object) -> NewQuote:
    said = Interval.day(date(year, 5, 14)) if year else None
    return NewQuote(text, speaker=speaker, said=said, **more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.db"
    with Archive.open(path, create=True) as archive:
        archive.add_quotes(
            [
                quote("The gates stay shut.", "Zoe Ash", 2020, publisher="City", source_title="Minutes"),
                quote("The gates will open.", "ana ruiz", 2024, status=QuoteStatus.VERIFIED),
                quote("Nobody asked.", None, None),
                quote("Öffnet die Tore!", "Zoe Ash", 2024),
            ],
            by="desk",
        )
    return path


@pytest.fixture
def shelf(path: Path) -> Iterator[Shelf]:
    with Shelf.open([path]) as shelf:
        yield shelf


def found(shelf: Shelf, **query: object) -> list[str]:
    return [one.quote.text.split()[-1] for one in shelf.quotes([int(k) for k in listed(shelf, **query).keys])]


def listed(shelf: Shelf, **query: object) -> Listing:
    *_, listing = shelf.find(Query(**query))
    assert listing.is_whole
    return listing


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["Tore!", "asked.", "open.", "shut."]),
        ("gates", ["open.", "shut."]),
        ("gates zoe", ["shut."]),
        ("gat", ["open.", "shut."]),
        ("gates w", ["open.", "shut."]),
        ("gates wil", ["open."]),
        ("offnet", ["Tore!"]),
        ('"stay shut"', ["shut."]),
        ("minutes", ["shut."]),
        ("nothing of it", []),
        ('"', ["Tore!", "asked.", "open.", "shut."]),
    ],
)
def test_words_are_found_as_they_are_typed(shelf: Shelf, words: str, expected: list[str]) -> None:
    assert found(shelf, words=words) == expected


def test_every_order_has_two_directions(shelf: Shelf) -> None:
    assert found(shelf, order=Order.SAID)[0] in ("open.", "Tore!")
    assert found(shelf, order=Order.SAID, is_descending=False)[:2] == ["asked.", "shut."]
    assert found(shelf, order=Order.SPEAKER, is_descending=False) == ["asked.", "open.", "shut.", "Tore!"]
    assert found(shelf, is_descending=False)[0] == "shut."


def test_facets_count_as_if_they_were_not_chosen(shelf: Shelf) -> None:
    facets = listed(shelf, speaker="Zoe Ash").facets
    assert facets.speakers == (Count("Zoe Ash", 2), Count("ana ruiz", 1), Count("", 1))
    assert facets.years == (Count(2024, 1), Count(2020, 1))
    assert facets.statuses == (Count(QuoteStatus.UNVERIFIED, 2),)
    assert facets.publishers == (Count("City", 1), Count("", 1))
    assert found(shelf, speaker="Zoe Ash", year=2024) == ["Tore!"]
    assert found(shelf, speaker="") == ["asked."]
    assert found(shelf, year=0) == ["asked."]
    assert found(shelf, publisher="City", words="gates") == ["shut."]
    assert found(shelf, status=QuoteStatus.VERIFIED) == ["open."]
    assert found(shelf, speaker="No Body") == []


def test_a_change_is_seen(shelf: Shelf, path: Path) -> None:
    assert len(found(shelf)) == 4
    with Archive.open(path) as archive:
        archive.add_quote(quote("One more now."), by="desk")
        archive.delete_quote(archive.search("tore")[0].uid, by="desk")
    assert found(shelf)[0] == "now."
    assert len(found(shelf)) == 4


def test_after_an_edit_only_what_has_changed_is_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a shelf shows after each edit is what one shows that has just been opened."""
    (tmp_path / "rows.jsonl").write_text('{"text": "From a file.", "speaker": "Ana Ruiz", "tags": "x"}')

    def uid(archive: Archive, words: str) -> str:
        return archive.search(words)[0].uid

    def rename(archive: Archive) -> None:
        entry = archive.speaker(zoe)
        assert entry
        archive.update_speaker(zoe, entry._replace(name="Abe Ash"), by="desk")

    edits: list[Callable[[Archive], object]] = [
        lambda archive: archive.add_quote(quote("One more.", "Mia", 1999, tags=("b", "a")), by="desk"),
        lambda archive: archive.update_quote(uid(archive, "nobody"), by="desk", speaker="Ana Ruiz"),
        rename,
        lambda archive: archive.tag_quotes([uid(archive, "gates")], add=["a", "aa"], by="desk"),
        lambda archive: archive.update_quote(
            uid(archive, "stay shut"), by="desk", source_title="Minutes", publisher="Borough"
        ),
        lambda archive: archive.merge_speakers(zoe, archive.speaker_uid("Mia") or "", by="desk"),
        lambda archive: archive.delete_quote(uid(archive, "tore"), by="desk"),
        lambda archive: archive.import_quotes(tmp_path / "rows.jsonl", by="desk"),
        lambda archive: archive.verify_quote(uid(archive, "file"), by="desk"),
        lambda archive: archive.undo_import(1, by="desk"),
        lambda archive: archive.revert(begun, archive.last_revision(), by="desk"),
    ]
    with Archive.open(tmp_path / "two.db", create=True) as archive:
        archive.add_quote(quote("The gates of another.", "Cy", 2022, tags=("c",)), by="desk")
    paths = [path, tmp_path / "two.db"]
    with Archive.open(path) as archive, Shelf.open(paths) as shelf:
        begun, zoe = archive.last_revision(), archive.speaker_uid("Zoe Ash") or ""
        listed(shelf)
        for edit in edits:
            edit(archive)
            with monkeypatch.context() as patched:
                patched.delattr(Catalogue, "of")
                kept = [listed(shelf, order=order) for order in Order]
            with Shelf.open(paths) as fresh:
                expected = [listed(fresh, order=order) for order in Order]
            assert [one.keys.tolist() for one in kept] == [one.keys.tolist() for one in expected]
            assert kept[0].facets == expected[0].facets


def test_a_backup_that_takes_the_place_of_an_archive_is_read_whole(path: Path, tmp_path: Path) -> None:
    with Archive.open(path) as archive, Shelf.open([path]) as shelf:
        archive.backup(tmp_path / "before.db")
        archive.delete_quote(archive.search("tore")[0].uid, by="desk")
        assert len(found(shelf)) == 3
        archive.become(tmp_path / "before.db")
        archive.add_quotes([quote("Now five."), quote("Now six.")], by="somebody else")
        assert found(shelf)[:3] == ["six.", "five.", "Tore!"]


def test_several_archives_are_one_list(shelf: Shelf, path: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "two.db", create=True) as archive:
        archive.add_quote(quote("The gates of another.", "Ana Ruiz", 2022), by="desk")
    with Shelf.open([path, tmp_path / "two.db"]) as both:
        assert found(both, words="gates", order=Order.SAID) == ["open.", "another.", "shut."]
        assert listed(both).facets.speakers[:2] == (Count("ana ruiz", 2), Count("Zoe Ash", 2))
        keys = [int(key) for key in listed(both, words="gates", order=Order.SAID).keys]
        assert [one.archive for one in both.quotes(keys)] == [0, 1, 0]


def test_the_first_answer_comes_before_the_counting_and_no_answer_when_nobody_waits(path: Path) -> None:
    with Shelf.open([path]) as shelf:
        first, whole = shelf.find(Query(words="gates"))
        assert (first.is_whole, first.facets, len(first.keys)) == (False, None, 2)
        assert whole.is_whole
        assert [listing.is_whole for listing in shelf.find(Query(), lambda: False)] == []


def test_what_is_no_archive_is_said(tmp_path: Path, path: Path) -> None:
    (tmp_path / "no.db").write_text("nothing")
    with pytest.raises(ArchiveError, match=r"no\.db"):
        Shelf.open([path, tmp_path / "no.db"])


def test_an_empty_archive_is_an_empty_list(tmp_path: Path) -> None:
    Archive.open(tmp_path / "new.db", create=True).close()
    with Shelf.open([tmp_path / "new.db"]) as shelf:
        assert found(shelf) == found(shelf, words="gates", order=Order.SPEAKER) == []
        assert listed(shelf).facets.speakers == ()
