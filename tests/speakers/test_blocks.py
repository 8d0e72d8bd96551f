"""What the parser is given to read, and that it still stands where the article says."""

from __future__ import annotations

import pytest

from quotecheck.model import Span
from quotecheck.quotations import find_quotations
from quotecheck.speakers.blocks import Block, blocks, last_sentences

TEXT = "One went. Two came. Mr Smith said: “So it goes. And on it goes, for ever.” Four left the hall."


def _block() -> Block:
    [block] = blocks(TEXT, find_quotations(TEXT)[0])
    return block


@pytest.mark.parametrize(
    ("count", "start"), [(1, "Four left"), (2, "Mr Smith"), (3, "Two came"), (4, "One went"), (9, "One went")]
)
def test_the_last_sentences_of_a_block_keep_their_places(count: int, start: str) -> None:
    block = last_sentences(_block(), count)
    assert block.text.startswith(start)
    assert block.span.of(TEXT) == TEXT[TEXT.index(start) :]
    assert block.to_article(Span(0, len(start))).of(TEXT) == start
    at = block.text.index("hall")
    assert block.to_article(Span(at, at + 4)).of(TEXT) == "hall"


def test_quotations_keep_their_places_in_the_last_sentences() -> None:
    block = last_sentences(_block(), 2)
    assert [slot.marked.of(block.text) for slot in block.slots] == ["“It is so.”"]
    assert last_sentences(_block(), 1).slots == ()


def test_a_long_paragraph_of_nothing_but_quotations_is_cut_between_two_of_them() -> None:
    text = " ".join(f"“The council met {n} times and the mayor stayed away.”" for n in range(200))
    quotations, _ = find_quotations(text)
    found = blocks(text, quotations)
    assert len(found) > 5
    assert [slot.index for block in found for slot in block.slots] == list(range(200))


def test_a_long_paragraph_is_not_cut_between_a_quotation_and_who_said_it() -> None:
    text = " ".join(f"“Did the council meet {n} times?” asked Ada Marlowe." for n in range(200))
    quotations, _ = find_quotations(text)
    found = blocks(text, quotations)
    assert len(found) > 5
    assert all(block.text.rstrip().endswith("Marlowe.") for block in found)
