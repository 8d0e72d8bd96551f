"""Archives of any size: real quotes first, then new ones recombined from clauses of real ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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


def _asked(texts: Iterable[tuple[str, str]]) -> dict[int, list[tuple[str, int]]]:
    """Return, for each run of three words, the ids of the texts that have it, with their number of runs."""
    asked: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for id_, text in texts:
        runs = _runs(text)
        for run in runs:
            asked[run].append((id_, len(runs)))
    return asked


def disturbed(queries: Sequence[Record], added: Iterable[Record]) -> set[str]:
    """Return the ids of queries whose label no longer holds among the added quotes.

    An added quote may be an answer, too, if it has half of the original's three-word runs, or all of the
    printed text's.
    """
    gone: set[str] = set()
    originals = _asked((query["id"], query.get("original") or query["text"]) for query in queries)
    printed = _asked((query["id"], query["text"]) for query in queries)
    for row in added:
        runs = _runs(row["text"])
        for asked, enough in ((originals, _TOO_LIKE), (printed, 1.0)):
            shared = Counter(wanted for run in runs if run in asked for wanted in asked[run])
            gone |= {id_ for (id_, size), count in shared.items() if count >= enough * size}
    return gone
