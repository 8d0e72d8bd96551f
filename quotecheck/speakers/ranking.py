"""The ranker: a log-linear model over the candidates of one quotation."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from quotecheck.speakers.candidates import Candidate

__all__ = ["probabilities", "weights"]


@cache
def weights() -> dict[str, float]:
    """Return the weight of every feature, as shipped in ``resources/speaker_weights.json``."""
    path = files("quotecheck.resources") / "speaker_weights.json"
    table: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return table


def probabilities(found: Sequence[Candidate], table: Mapping[str, float] | None = None) -> list[float]:
    """Return for each candidate the probability that it is the right one; they add up to 1.

    ``table`` holds other weights than the ones that ship.
    """
    table = weights() if table is None else table
    scores = [sum(table.get(feature, 0.0) for feature in candidate.features) for candidate in found]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
