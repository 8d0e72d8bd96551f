"""What a bundle holds of an archive: what is odd or empty, verifications in order, surroundings if needed."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import msgspec
import pytest

from quotecheck.archive import Archive, NewQuote
from quotecheck.model import Interval, QuoteStatus
from quotecheck.sharing.collecting import entry_from
from quotecheck.sharing.container import opened_bundle
from quotecheck.sharing.entries import Entry
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.reading import read_locals

_ODD = 'A "quoted"\\ word,\ttab\nline \x01\x1f\x7f ünï 🎈 \u2028\u202e end.'


def fill(archive: Archive) -> None:
    archive.add_quote(NewQuote("Nothing but words."), by="ana")
    odd = NewQuote(
        _ODD,
        speaker='Lee "Lefty" Park',
        said=Interval(date(2019, 1, 1), date(2019, 12, 31)),
        source_url='https://news.example/ü?a="b"',
        source_title=_ODD,
        publisher="The \\Daily",
        context=f"Before it. {_ODD} After it.",
        occasion=_ODD,
        language="en",
        status=QuoteStatus.DISPUTED,
        external_id='a"1',
        tags=("Zoo", "budget", "Ümlaut"),
    )
    archive.add_quote(odd, by="bén")
    verified = QuoteStatus.VERIFIED
    archive.add_quote(NewQuote("A third one, twice verified.", speaker="Ana Ruiz", status=verified), by="ana")
    (third,) = archive.search("third")
    archive.verify_quote(third.uid, by="zoe", how=_ODD)
    archive.verify_quote(third.uid, by="ben", how="heard it", note=_ODD)


def encoded(entry: Entry) -> bytes:
    return msgspec.json.encode(entry, order="deterministic")


@pytest.mark.parametrize("texts", [True, False])
def test_each_line_tells_all_in_its_one_form(ana: Any, texts: bool) -> None:
    with ana.archive() as archive:
        fill(archive)
    seen = ""
    with opened_bundle(ana.export(texts=texts)) as bundle, ana.archive() as archive:
        for entity in get_args(Entity):
            for line in bundle.lines(f"data/{entity}s.jsonl"):
                entry = msgspec.json.decode(line, type=Entry)
                assert encoded(entry) == line
                with archive._reading() as connection:
                    local = read_locals(connection, entity, [entry.uid], Numbers(connection))[entry.uid]
                assert local.plain
                seen += f"{entry.before}{len(entry.verifications)}{entry.after}"
                entry.verifications, entry.before, entry.after = [], "", ""
                assert encoded(entry_from(local)) == encoded(entry)
    assert "2" in seen
    assert "Before it." in seen
    assert "After it." in seen
