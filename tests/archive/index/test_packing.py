"""Packed lists of numbers come back as they were, all of them or those of a range."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.archive.index.packing import Lists, low_bytes_for, packed

UNIVERSE = 1 << 40
LISTS = st.lists(
    st.lists(st.integers(0, UNIVERSE - 1) | st.integers(0, 600), min_size=1, max_size=40).map(sorted),
    min_size=1,
    max_size=6,
)


def blobs(lists: list[list[int]], low_bytes: int, universe: int = UNIVERSE) -> list[bytes]:
    values = np.array([number for numbers in lists for number in numbers], dtype=np.uint64)
    starts = np.cumsum([0, *map(len, lists)])[:-1]
    return list(packed(values, starts, universe=universe, low_bytes=low_bytes))


@given(LISTS, st.integers(4, 6))
def test_all_numbers_come_back(lists: list[list[int]], low_bytes: int) -> None:
    read = Lists.read(blobs(lists, low_bytes), universe=UNIVERSE, low_bytes=low_bytes)
    owners, values = read.all()
    assert values.tolist() == [number for numbers in lists for number in numbers]
    assert owners.tolist() == [i for i, numbers in enumerate(lists) for _ in numbers]


@given(LISTS, st.data())
def test_a_range_is_found_in_every_list(lists: list[list[int]], data: st.DataObject) -> None:
    bounds = [
        sorted(data.draw(st.tuples(number, number)))
        for number in [st.sampled_from(numbers) | st.integers(0, UNIVERSE - 1) for numbers in lists]
    ]
    least, most = (np.array(ends, dtype=np.uint64) for ends in zip(*bounds, strict=True))
    owners, values = Lists.read(blobs(lists, 4), universe=UNIVERSE, low_bytes=4).between(least, most)
    wanted = [
        (i, number)
        for i, (numbers, (first, last)) in enumerate(zip(lists, bounds, strict=True))
        for number in numbers
        if first <= number <= last
    ]
    assert list(zip(owners.tolist(), values.tolist(), strict=True)) == wanted


def test_little_space_is_taken() -> None:
    chance = np.random.default_rng(5)
    numbers = np.unique(chance.integers(0, 1 << 24, 4096)).tolist()
    low_bytes = low_bytes_for(len(numbers), 1 << 24)
    (blob,) = blobs([numbers], low_bytes, 1 << 24)
    assert 8 * len(blob) < 18 * len(numbers)
