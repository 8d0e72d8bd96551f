"""The history: a line for every change, which says who, when and what, and which nothing takes away."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from quotecheck.archive import Archive, NewQuote

FLOOD = NewQuote("We have never seen such a flood.", speaker="Ana Ruiz")


def test_each_of_many_quotes_has_a_line_that_says_what_it_says(archive: Archive) -> None:
    quotes = [NewQuote(f"The river rose by {i} metres.", speaker=f"Speaker {i}") for i in range(123)]
    uids = archive.add_quotes(quotes, by="Kim Lee")
    for uid, quote in zip(uids, quotes, strict=True):
        (line,) = archive.history(uid)
        assert (line.entity, line.action, line.by) == ("quote", "added", "Kim Lee")
        assert (line.before, line.after["text"]) == ({}, quote.text)


def test_changes_of_one_quote_stand_in_their_order(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="Kim Lee")
    archive.update_quote(uid, by="Ana Ruiz", occasion="A visit", note="as she says")
    archive.delete_quote(uid, by="Kim Lee", note="withdrawn")
    lines = archive.history(uid)
    assert [(line.action, line.by, line.note) for line in lines] == [
        ("added", "Kim Lee", ""),
        ("changed", "Ana Ruiz", "as she says"),
        ("deleted", "Kim Lee", "withdrawn"),
    ]
    assert (lines[1].before, lines[1].after) == ({"occasion": None}, {"occasion": "A visit"})
    assert lines[2].before["occasion"] == "A visit"
    assert lines[0].at <= lines[1].at <= lines[2].at


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revisions SET revised_by = 'nobody'",
        "DELETE FROM revisions",
        "INSERT OR REPLACE INTO revisions SELECT * FROM revisions",
    ],
)
def test_history_is_append_only(archive: Archive, path: Path, statement: str) -> None:
    archive.add_quote(FLOOD, by="me")
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    connection.close()
