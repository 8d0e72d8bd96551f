"""The log-linear models that rank speakers and antecedents, and what their probabilities are worth."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["Weights", "calibrated", "shares", "weights"]

_SUREST = 1e-4


class Weights(NamedTuple):
    """The fitted numbers: a weight for every feature of a possible speaker and of a possible antecedent.

    ``slope`` and ``offset`` turn the log-odds of the two models into those of being right (Platt 1999);
    ``offsets`` says what is added for the way in which the speaker is named.
    """

    speakers: Mapping[str, float]
    antecedents: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0
    offsets: Mapping[str, float] = MappingProxyType({})


@cache
def weights() -> Weights:
    """Return the weights as shipped in ``resources/speaker_weights.json``."""
    path = files("quotecheck.resources") / "speaker_weights.json"
    return Weights(**json.loads(path.read_text(encoding="utf-8")))


def shares(rows: Sequence[Sequence[str]], table: Mapping[str, float]) -> list[float]:
    """Return for each row of features the probability that it is the right one; they add up to 1."""
    scores = [sum(map(table.get, row, repeat(0.0))) for row in rows]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def calibrated(chance: float, table: Weights, way: str = "") -> float:
    """Return how often a speaker is right, named in that way, whom the models give that probability."""
    chance = min(max(chance, _SUREST), 1 - _SUREST)
    odds = math.log(chance / (1 - chance))
    offset = table.offset + table.offsets.get(way, 0.0)
    return 1 / (1 + math.exp(-(table.slope * odds + offset)))
