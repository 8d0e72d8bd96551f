"""Log-linear models fitted to examples, and probabilities made honest and printed beside what was right."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

__all__ = ["Example", "Judged", "calibrate", "fit", "print_reliability"]

PRIOR = 1.5
ROUNDS = 500
RATE = 0.05
LONGEST_STEP = 0.2
CALM = 1.0
"""How strongly the calibration holds on to the models' own probabilities."""


class Example(NamedTuple):
    """Rows of features, and which are right: the candidates of a quotation, the readings of a mention."""

    article: str
    rows: list[tuple[str, ...]]
    right: list[bool]


class Judged(NamedTuple):
    """A name given with this probability, how it was come by, and whether it is the right one."""

    chance: float
    is_right: bool
    way: str
    fold: int = 0


def fit(examples: Sequence[Example], expected: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return the weights that make the right rows likeliest, by Adam on the whole batch.

    ``expected`` are the means of the prior, 0 where it names none.
    """
    numbers: dict[str, int] = {}
    rows, columns, starts, right = [], [], [], []
    row = 0
    for example in examples:
        starts.append(row)
        for features, good in zip(example.rows, example.right, strict=True):
            for feature in features:
                rows.append(row)
                columns.append(numbers.setdefault(feature, len(numbers)))
            right.append(good)
            row += 1
    cells = np.array(rows), np.array(columns)
    means = np.array([(expected or {}).get(feature, 0.0) for feature in numbers])
    weights = _ascend(cells, np.array(starts), np.array(right, dtype=float), means)
    rounded = ((feature, round(float(weights[i]), 3)) for feature, i in sorted(numbers.items()))
    return {feature: weight for feature, weight in rounded if weight}


def _ascend(cells: tuple[Any, Any], starts: Any, right: Any, means: Any) -> Any:
    rows, columns = cells
    size = len(means)
    group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(right))))
    weights, mean, spread = means.copy(), np.zeros(size), np.zeros(size)
    for time in range(1, ROUNDS + 1):
        scores = np.bincount(rows, weights[columns], len(right))
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = powers / np.add.reduceat(powers, starts)[group]
        good = powers * right
        wanted = good / np.add.reduceat(good, starts)[group]
        slope = np.bincount(columns, (chances - wanted)[rows], size) + PRIOR * (weights - means)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        step = (mean / (1 - 0.9**time)) / (np.sqrt(spread / (1 - 0.999**time)) + 1e-8)
        weights -= RATE * step
    return weights


def calibrate(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return what makes the confidences honest: slope and offset of the log-odds (Platt 1999), and the
    offsets of the ways in which speakers are named.
    """
    ways = sorted({one.way for one in judged})
    chances = [min(max(one.chance, 1e-4), 1 - 1e-4) for one in judged]
    odds = np.array([math.log(chance / (1 - chance)) for chance in chances])
    right = np.array([float(one.is_right) for one in judged])
    kinds = np.array([[float(one.way == way) for way in ways] for one in judged])
    rows = np.column_stack([odds, np.ones_like(odds), kinds])
    start = np.array([1.0] + [0.0] * (len(ways) + 1))
    line = start.copy()
    for _ in range(100):
        said = 1 / (1 + np.exp(-rows @ line))
        slope = rows.T @ (said - right) + CALM * (line - start)
        bend = (rows * (said * (1 - said))[:, None]).T @ rows + CALM * np.eye(len(start))
        step = np.linalg.solve(bend, slope)
        line = line - step / max(1.0, float(np.abs(step).max()) / LONGEST_STEP)
    numbers = [round(float(number), 3) for number in line]
    return {"slope": numbers[0], "offset": numbers[1], "offsets": dict(zip(ways, numbers[2:], strict=True))}


def print_reliability(judged: Sequence[tuple[float, bool]]) -> None:
    """Print how often names were right by the confidence in them, and the expected calibration error."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, good in judged:
        bins[min(int(chance * 10), 9)].append((chance, good))
    error = 0.0
    print("confidence   names   said    right")
    for tenth, inside in sorted(bins.items()):
        said = sum(chance for chance, _ in inside) / len(inside)
        right = sum(good for _, good in inside) / len(inside)
        error += abs(said - right) * len(inside) / len(judged)
        print(f"{tenth / 10:.1f}–{tenth / 10 + 0.1:.1f}   {len(inside):10}   {said:.3f}   {right:.3f}")
    print(f"expected calibration error {error:.3f}")
