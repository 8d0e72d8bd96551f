"""Tags: given and taken, kept in the history, found by, counted, and carried by imports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote
from quotecheck.archive.catalogue.facets import Count, Query
from quotecheck.archive.catalogue.shelf import Shelf
from quotecheck.archive.tags import parse_tags
from quotecheck.cli import main


@pytest.fixture
def quotes(archive: Archive) -> list[str]:
    return archive.add_quotes(
        [
            NewQuote("We will not open the gates.", tags=("Budget", "for  Monday; budget")),
            NewQuote("The crews deserve an answer.", tags=("BUDGET",)),
            NewQuote("Nobody asked the crane drivers."),
        ],
        by="desk",
    )


def tags(archive: Archive, uid: str) -> tuple[str, ...]:
    quote = archive.quote(uid)
    assert quote
    return quote.tags


def test_what_differs_in_case_or_spacing_alone_is_one_tag(archive: Archive, quotes: list[str]) -> None:
    assert parse_tags(["a; b,A", " ", "c  d"]) == ("a", "b", "c d")
    assert tags(archive, quotes[0]) == ("Budget", "for Monday")
    assert archive.tags() == [("BUDGET", 2), ("for Monday", 1)]


def test_tags_are_given_taken_away_and_set_back(archive: Archive, quotes: list[str]) -> None:
    begun = archive.last_revision()
    assert archive.tag_quotes(quotes, add=["water"], remove=["budget"], by="desk") == 3
    assert [tags(archive, uid) for uid in quotes] == [("for Monday", "water"), ("water",), ("water",)]
    assert archive.tag_quotes(quotes[1:], add=["Water"], by="desk") == 0
    last = archive.history(quotes[1])[-1]
    assert (last.action, last.before, last.after) == (
        "changed",
        {"tags": '["BUDGET"]'},
        {"tags": '["water"]'},
    )
    archive.revert(begun, archive.last_revision(), by="desk")
    assert [tags(archive, uid) for uid in quotes] == [("Budget", "for Monday"), ("BUDGET",), ()]
    with pytest.raises(ArchiveError, match="no quote"):
        archive.tag_quotes([quotes[0], "q0"], add=["x"], by="desk")
    assert "x" not in tags(archive, quotes[0])


def test_a_tag_that_no_bundle_could_carry_is_refused(archive: Archive, quotes: list[str]) -> None:
    with pytest.raises(ArchiveError, match="more than 200 characters"):
        archive.tag_quotes(quotes, add=["x" * 201], by="desk")
    with pytest.raises(ArchiveError, match="more than 200 characters"):
        archive.add_quote(NewQuote("Nobody came.", tags=("x" * 201,)), by="desk")
    assert tags(archive, quotes[2]) == ()


def test_quotes_are_found_by_tag(archive: Archive, quotes: list[str]) -> None:
    assert [quote.uid for quote in archive.search("", tag="budget")] == [quotes[1], quotes[0]]
    assert [quote.uid for quote in archive.search("gates", tag="BUDGET")] == [quotes[0]]
    assert archive.search("crane", tag="budget") == []
    assert archive.search("gates", tag="water") == []


def test_a_deleted_quote_comes_back_with_its_tags(archive: Archive, quotes: list[str]) -> None:
    begun = archive.last_revision()
    archive.delete_quote(quotes[0], by="desk")
    archive.revert(begun, archive.last_revision(), by="desk")
    assert tags(archive, quotes[0]) == ("Budget", "for Monday")


def test_two_records_of_one_statement_have_the_tags_of_both(archive: Archive, quotes: list[str]) -> None:
    archive.join_quotes(quotes[2], quotes[0], by="desk")
    assert tags(archive, quotes[2]) == ("Budget", "for Monday")


def test_the_facet_counts_tags_of_several_archives(tmp_path: Path) -> None:
    paths = [tmp_path / "one.db", tmp_path / "two.db"]
    for path, given in zip(paths, (("Water", "air"), ("water",)), strict=True):
        with Archive.open(path, create=True) as archive:
            archive.add_quotes([NewQuote(f"Said in {path.stem}.", tags=given), NewQuote("Untagged.")], by="a")
    with Shelf.open(paths) as shelf:
        *_, listing = shelf.find(Query(tag="WATER"))
        assert [one.quote.text for one in shelf.quotes(listing.keys.tolist())] == [
            "Said in two.",
            "Said in one.",
        ]
        assert listing.facets
        assert listing.facets.tags == (Count("Water", 2), Count("air", 1))
        *_, listing = shelf.find(Query(words="one", tag="nowhere"))
        assert listing.keys.size == 0
        assert listing.facets
        assert listing.facets.tags == (Count("air", 1), Count("Water", 1))


def test_an_import_brings_tags_and_completes_those_that_are_there(archive: Archive, tmp_path: Path) -> None:
    rows = [
        {"text": "The dam will hold.", "tags": "water; safety"},
        {"text": "The gates are shut.", "tags": ["safety", None]},
        {"text": "Nobody knows.", "tags": None},
        {"text": "Too long a tag.", "tags": "x" * 201},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    archive.add_quote(NewQuote("The dam will hold.", tags=("Water", "2024")), by="desk")
    result = archive.import_quotes(path, by="desk")
    assert (result.added, result.changed) == (2, 1)
    assert "200 characters" in str(result.problems[0].message)
    assert archive.tags() == [("2024", 1), ("safety", 2), ("Water", 1)]
    archive.undo_import(result.import_id, by="desk")
    assert archive.tags() == [("2024", 1), ("Water", 1)]


def test_the_command_line_tags_quotes(tmp_path: Path, capsys: Any) -> None:
    place = ["--archive", str(tmp_path / "a.db")]
    assert main(["archive", "add", "The dam holds.", "--speaker", "Ana", "--tag", "water", *place]) == 0
    uid = capsys.readouterr().out.split()[-1].rstrip(".")
    assert main(["archive", "tag", uid, "--add", "safety, 2024", "--remove", "Water", *place]) == 0
    assert main(["archive", "tags", *place]) == 0
    assert main(["archive", "search", "--tag", "safety", *place]) == 0
    out = capsys.readouterr().out
    assert "      1  2024" in out
    assert "tags: 2024, safety" in out
    assert main(["archive", "search", *place]) == 2
    assert main(["archive", "tag", uid, *place]) == 2
