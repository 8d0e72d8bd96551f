"""Archives of any size: real quotes first, then new ones recombined from clauses of real ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random
from typing import Any

from bank import plain

__all__ = ["disturbed", "grown"]

_CLAUSE = re.compile(r"(?<=[a-z][,;.?!]) (?=\w)|(?<=\w) -- (?=\w)")
_SHORTEST = 3
_TOO_LIKE = 0.5

Record = Mapping[str, Any]


def _recombined(rows: Sequence[Record], rng: Random) -> Iterator[dict[str, Any]]:
    """Yield quotes that begin as one real row and end as another, cut between clauses, without end."""
    number = 0
    while True:
        first, second = rng.choice(rows), rng.choice(rows)
        beginning, ending = _CLAUSE.split(first["text"]), _CLAUSE.split(second["text"])
        kept = beginning[: (len(beginning) + 1) // 2] + ending[len(ending) // 2 :]
        text = " ".join(kept)
        if len(text.split()) >= _SHORTEST:
            number += 1
            yield {"id": f"grown{number}", "text": text, "speaker": first["speaker"], "date": first["date"]}


def grown(
    base: Sequence[Record], more: Sequence[Record], count: int, rng: Random
) -> tuple[list[Record], int]:
    """Return ``count`` quotes, and how many of them are recombined.

    They are ``base`` first, then ``more``, then recombinations of ``more``; ``base``, which the printed
    quotations are drawn from, is not recombined, so that its sentences stay where they are.
    """
    rows = [*base, *more][:count]
    missing = count - len(rows)
    return [*rows, *islice(_recombined(more, rng), missing)], missing


def _runs(text: str) -> set[int]:
    words = plain(text)
    return {hash(" ".join(words[i : i + 3])) for i in range(len(words) - 2)}


def disturbed(queries: Sequence[Record], added: Iterable[Record]) -> set[str]:
    """Return the ids of queries whose label no longer holds among the added quotes.

    An added quote that has half of the original's three-word runs may be an answer, too.
    """
    runs = {query["id"]: _runs(query.get("original") or query["text"]) for query in queries}
    asked: dict[int, list[str]] = {}
    for id_, its in runs.items():
        for run in its:
            asked.setdefault(run, []).append(id_)
    gone: set[str] = set()
    for row in added:
        shared = Counter(id_ for run in _runs(row["text"]) if run in asked for id_ in asked[run])
        gone |= {id_ for id_, count in shared.items() if count >= _TOO_LIKE * len(runs[id_])}
    return gone
