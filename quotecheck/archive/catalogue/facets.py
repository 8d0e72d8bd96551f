"""Which quotes are wanted, in which order, and how those that were found are spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.catalogue.columns import STATUSES, Catalogue, Ints, code_of
from quotecheck.model import QuoteStatus

__all__ = ["Count", "Facets", "Listing", "Mask", "Order", "Query", "all_of", "counted", "filters"]

_MOST_COUNTS = 200

Mask = NDArray[np.bool_]
"""Which quotes of a catalogue are meant."""

Filters = dict[str, Mask]
"""What each chosen facet lets through, by its name in :class:`Facets`."""


class Order(StrEnum):
    """What a list of quotes is sorted by."""

    ADDED = "added"
    SAID = "said"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Query:
    """Which quotes are wanted, and in which order; what is None or empty does not limit them.

    ``speaker`` and ``publisher`` are names ("" for quotes without one), ``year`` is that of the first day on
    which it may have been said (0 for quotes without a day), ``tag`` is one of the tags that a quote has.
    """

    words: str = ""
    speaker: str | None = None
    publisher: str | None = None
    year: int | None = None
    status: QuoteStatus | None = None
    tag: str | None = None
    order: Order = Order.ADDED
    is_descending: bool = True


class Count(NamedTuple):
    """How many quotes have one value of a facet."""

    value: str | int | QuoteStatus
    quotes: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How the quotes of a query are spread, each facet as if it were not chosen itself.

    Speakers, publishers and tags come most frequent first and at most 200 of each, years latest first.
    """

    speakers: tuple[Count, ...] = ()
    publishers: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()
    statuses: tuple[Count, ...] = ()
    tags: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The quotes that were found, as keys in order; ``facets`` count them when these are all of them."""

    keys: Ints
    is_whole: bool
    facets: Facets | None = None


def filters(catalogue: Catalogue, query: Query) -> Filters:
    """Return what each facet that the query chooses lets through."""
    chosen: Filters = {}
    for facet, name in (("speakers", query.speaker), ("publishers", query.publisher)):
        if name is not None:
            names = catalogue.speaker_names if facet == "speakers" else catalogue.publisher_names
            codes = catalogue.speakers if facet == "speakers" else catalogue.publishers
            chosen[facet] = codes == code_of(names, name)
    if query.year is not None:
        chosen["years"] = catalogue.days // 10_000 == query.year
    if query.status is not None:
        chosen["statuses"] = catalogue.statuses == STATUSES.index(query.status)
    if query.tag is not None:
        chosen["tags"] = _tagged(catalogue, query.tag)
    return chosen


def _tagged(catalogue: Catalogue, tag: str) -> Mask:
    mask = np.zeros(catalogue.keys.size, dtype=np.bool_)
    mask[catalogue.tagged[catalogue.tags == code_of(catalogue.tag_names, tag)]] = True
    return mask


def all_of(masks: Sequence[Mask], size: int) -> Mask:
    """Return what all of the masks let through, everything when there is none."""
    return np.logical_and.reduce(masks) if masks else np.ones(size, dtype=np.bool_)


def counted(catalogue: Catalogue, found: Mask | None, chosen: Filters) -> Facets:
    """Count the quotes that were ``found`` by words (None: all) by each facet, the other filters heeded."""

    def numbers(
        facet: str, codes: NDArray[np.int32] | NDArray[np.int8], places: Ints | None = None
    ) -> dict[int, int]:
        masks = [mask for of, mask in chosen.items() if of != facet]
        masks += [] if found is None else [found]
        if masks:
            wanted = all_of(masks, catalogue.keys.size)
            codes = codes[wanted if places is None else wanted[places]]
        counts = np.bincount(codes)
        return {int(i): int(counts[i]) for i in np.flatnonzero(counts)}

    def named(facet: str, codes: NDArray[np.int32], names: list[str]) -> tuple[Count, ...]:
        counts = sorted(numbers(facet, codes).items(), key=lambda item: (item[0] == 0, -item[1], item[0]))
        return tuple(Count(names[code], quotes) for code, quotes in counts[:_MOST_COUNTS])

    years = sorted(numbers("years", catalogue.days // 10_000).items(), reverse=True)
    statuses = numbers("statuses", catalogue.statuses)
    tags = sorted(
        numbers("tags", catalogue.tags, catalogue.tagged).items(), key=lambda item: (-item[1], item[0])
    )
    return Facets(
        named("speakers", catalogue.speakers, catalogue.speaker_names),
        named("publishers", catalogue.publishers, catalogue.publisher_names),
        tuple(Count(year, quotes) for year, quotes in years),
        tuple(Count(STATUSES[code], quotes) for code, quotes in sorted(statuses.items())),
        tuple(Count(catalogue.tag_names[code], quotes) for code, quotes in tags[:_MOST_COUNTS]),
    )
