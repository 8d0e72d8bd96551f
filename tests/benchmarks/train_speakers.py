"""Fit the weights of the speaker ranker, and say how good and how honest they are.

    python -m tests.benchmarks.train_speakers WIKINEWS.jsonl [--check]

Learns from the project's own corpus (``tests/corpus``, ``tests/speakers/passages.txt``) and from annotated
Wikinews articles (CC BY 2.5), and writes ``resources/speaker_weights.json``: the same input, the same file.
``--check`` writes nothing; it prints the accuracy and the reliability of the confidence in cross-validation
over whole articles.

The model is a log-linear one over the candidates of a quotation. Several candidates may be right (each
mention of the speaker), so their summed probability is what is maximised, with a Gaussian prior on the
weights.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from quotecheck.model import Quotation, Span
from quotecheck.quotations import find_quotations
from quotecheck.speakers.attribution import Session, by_speaker
from quotecheck.speakers.candidates import Candidate
from quotecheck.speakers.names import SAME, agreement
from quotecheck.speakers.ranking import probabilities
from tests.corpus import loader
from tests.speakers import passages

__all__ = ["check", "examples", "fit", "main"]

WEIGHTS = Path(__file__).parents[2] / "resources" / "speaker_weights.json"
PRIOR = 1.0
ROUNDS = 500
RATE = 0.05
FOLDS = 5


class Gold(NamedTuple):
    """Who spoke the quotation at ``span``; ``names`` is empty where the article does not say."""

    span: Span
    names: tuple[str, ...]
    mentions: tuple[Span, ...]
    doubtful: bool = False

    def is_right(self, candidate: Candidate) -> bool:
        if not self.names or candidate.referent is None:
            return not self.names and candidate.referent is None
        if candidate.where is not None and any(candidate.where.overlaps(m) for m in self.mentions):
            return True
        said = candidate.referent.speaker().name
        return any(agreement(name, said) >= SAME for name in self.names)


class Example(NamedTuple):
    """One quotation of one article, its candidates, and which of them are right."""

    article: str
    found: list[Candidate]
    right: list[bool]


def _of_records(records: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, list[Gold]]]:
    for record in records:
        golds = []
        for quote in record["quotes"]:
            if quote.get("kind") in ("scare", "title"):
                continue
            names = tuple(dict.fromkeys(filter(None, (quote.get("speaker_resolved"), quote.get("speaker")))))
            span = quote.get("speaker_span")
            mentions = (Span(*span),) if span else ()
            golds.append(
                Gold(Span(quote["start"], quote["end"]), names, mentions, bool(quote.get("doubtful")))
            )
        yield record["id"], record["text"], golds


def _of_passages() -> Iterator[tuple[str, str, list[Gold]]]:
    for passage in passages.load():
        found, _ = find_quotations(passage.text)
        ends = {quotation.marked.end: quotation for quotation in found}
        golds = []
        for label in passage.labels:
            quotation = ends.get(label.end)
            if quotation is not None:
                golds.append(Gold(quotation.span, (label.name,) if label.name else (), label.mentions))
        yield passage.id, passage.text, golds


def _match(quotation: Quotation, golds: Sequence[Gold]) -> Gold | None:
    for gold in golds:
        common = min(gold.span.end, quotation.span.end) - max(gold.span.start, quotation.span.start)
        either = max(gold.span.end, quotation.span.end) - min(gold.span.start, quotation.span.start)
        if common >= 0.8 * either:
            return gold
    return None


def _examples(name: str, text: str, golds: Sequence[Gold]) -> Iterator[Example]:
    """Yield the examples of an article; the quotations before each are taken as rightly attributed."""
    quotations, _ = find_quotations(text)
    session = Session(text, quotations)
    for step in session.steps():
        gold = _match(step.quotation, golds)
        right = [gold is not None and gold.is_right(candidate) for candidate in step.found]
        fitting = [candidate for candidate, good in zip(step.found, right, strict=True) if good]
        session.choose(step, next((c for c in fitting if c.cue is not None), (fitting or step.found[-1:])[0]))
        if gold is not None and fitting and not gold.doubtful:
            yield Example(name, step.found, right)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest, by Adam on the whole batch."""
    numbers: dict[str, int] = {}
    rows, columns, starts, right = [], [], [], []
    row = 0
    for example in examples:
        starts.append(row)
        for candidate, good in zip(example.found, example.right, strict=True):
            for feature in candidate.features:
                rows.append(row)
                columns.append(numbers.setdefault(feature, len(numbers)))
            right.append(good)
            row += 1
    cells = np.array(rows), np.array(columns)
    weights = _ascend(cells, np.array(starts), np.array(right, dtype=float), len(numbers))
    return {feature: round(float(weights[i]), 3) for feature, i in sorted(numbers.items())}


def _ascend(cells: tuple[Any, Any], starts: Any, right: Any, size: int) -> Any:
    rows, columns = cells
    group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(right))))
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for time in range(1, ROUNDS + 1):
        scores = np.bincount(rows, weights[columns], len(right))
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = powers / np.add.reduceat(powers, starts)[group]
        good = powers * right
        wanted = good / np.add.reduceat(good, starts)[group]
        slope = np.bincount(columns, (chances - wanted)[rows], size) + PRIOR * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        step = (mean / (1 - 0.9**time)) / (np.sqrt(spread / (1 - 0.999**time)) + 1e-8)
        weights -= RATE * step
    return weights


def _judged(example: Example, weights: dict[str, float]) -> tuple[float, bool]:
    """Return the confidence in the speaker that wins, and whether that is right."""
    chances = probabilities(example.found, weights)
    chance, winner = by_speaker(example.found, chances)[0]
    return chance, example.right[example.found.index(winner)]


def check(examples: Sequence[Example]) -> None:
    """Print accuracy and the reliability of the confidence, cross-validated over whole articles."""
    articles = sorted({example.article for example in examples})
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        weights = fit([example for example in examples if example.article not in held])
        judged += [_judged(example, weights) for example in examples if example.article in held]
    print(f"quotations {len(judged)}  accuracy {sum(good for _, good in judged) / len(judged):.3f}")
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, good in judged:
        bins[min(int(chance * 10), 9)].append((chance, good))
    error = 0.0
    print("confidence   quotations   said    right")
    for tenth, inside in sorted(bins.items()):
        said = sum(chance for chance, _ in inside) / len(inside)
        right = sum(good for _, good in inside) / len(inside)
        error += abs(said - right) * len(inside) / len(judged)
        print(f"{tenth / 10:.1f}–{tenth / 10 + 0.1:.1f}   {len(inside):10}   {said:.3f}   {right:.3f}")
    print(f"expected calibration error {error:.3f}")


def examples(wikinews: Path | None) -> list[Example]:
    """Return all that may be learnt from: the project's own text and, where given, annotated articles."""
    lines = wikinews.read_text(encoding="utf-8").splitlines() if wikinews else ()
    own = (loader.to_record(article) for article in loader.load_all())
    texts = [*_of_records(map(json.loads, lines)), *_of_records(own), *_of_passages()]
    return [example for text in texts for example in _examples(*text)]


def main() -> None:
    """Read the texts, then write the weights or print how good they are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wikinews", type=Path, help="annotated Wikinews articles, one a line")
    parser.add_argument("--check", action="store_true", help="cross-validate instead of writing the weights")
    args = parser.parse_args()
    found = examples(args.wikinews)
    if args.check:
        check(found)
        return
    weights = {feature: value for feature, value in fit(found).items() if value}
    WEIGHTS.write_text(
        json.dumps({"weights": weights}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    print(f"{len(found)} quotations, {len(weights)} weights")


if __name__ == "__main__":
    main()
