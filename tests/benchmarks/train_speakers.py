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
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from quotecheck.model import Quotation, Span
from quotecheck.quotations import find_quotations
from quotecheck.speakers.attribution import Session, Step
from quotecheck.speakers.candidates import Candidate
from quotecheck.speakers.names import SAME, agreement
from quotecheck.speakers.ranking import Weights, calibrated
from quotecheck.speakers.referents import Referent
from tests.corpus import loader
from tests.speakers import passages

__all__ = ["check", "examples", "fit", "main"]

WEIGHTS = Path(__file__).parents[2] / "resources" / "speaker_weights.json"
PRIOR = 1.0
EXPECTED = {
    "later": 1.5,
    "doubtful": -1.5,
    "sex=guessed": -0.5,
    "sex=open": -0.5,
    "place": -2.0,
    "person|stays|called=False|epithet": -1.0,
}
"""Where the weights of the antecedents that few examples show start from, and are held to."""

ROUNDS = 500
RATE = 0.05
FOLDS = 5
LONGEST_STEP = 0.2
CALM = 1.0
"""How strongly the calibration holds on to the models' own probabilities."""


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
        return self.is_named(candidate.referent)

    def is_named(self, referent: Referent | None) -> bool:
        """Tell whether a referent's name is the right one."""
        if referent is None:
            return not self.names
        name = referent.speaker().name
        return any(agreement(known, name) >= SAME for known in self.names)


class Example(NamedTuple):
    """Rows of features, and which are right: the candidates of a quotation, the readings of a mention."""

    article: str
    rows: list[tuple[str, ...]]
    right: list[bool]


class Labelled(NamedTuple):
    """An article with its labels, and what may be learnt from each of them."""

    name: str
    text: str
    golds: list[Gold]
    speakers: list[Example]
    antecedents: list[Example]


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


def _readings(name: str, session: Session, step: Step, gold: Gold) -> Iterator[Example]:
    """Yield whom the labelled mention of the speaker may mean, where it is a pronoun or a description."""
    mentions = (clause.mention for clause in step.scene.clauses)
    for mention in {mention.span: mention for mention in mentions}.values():
        where = step.scene.block.to_article(mention.span)
        if not any(where.overlaps(span) for span in gold.mentions):
            continue
        found = session.resolver.options(step.scene, mention)
        right = [gold.is_named(option.referent) for option in found]
        if any(right) and not all(right):
            yield Example(name, [option.features for option in found], right)


def _labelled(name: str, text: str, golds: list[Gold]) -> Labelled:
    """Go through an article; the quotations before each are taken as rightly attributed."""
    quotations, _ = find_quotations(text)
    session = Session(text, quotations)
    labelled = Labelled(name, text, golds, [], [])
    for step in session.steps():
        gold = _match(step.quotation, golds)
        right = [gold is not None and gold.is_right(candidate) for candidate in step.found]
        fitting = [candidate for candidate, good in zip(step.found, right, strict=True) if good]
        if gold is not None and fitting and not gold.doubtful:
            rows = [candidate.features for candidate in step.found]
            labelled.speakers.append(Example(name, rows, right))
            labelled.antecedents.extend(_readings(name, session, step, gold))
        session.choose(step, _truth(gold, fitting or step.found[-1:]))
    return labelled


def _truth(gold: Gold | None, fitting: Sequence[Candidate]) -> Candidate:
    """Return the right candidate, meaning whom the label names."""
    best = next((candidate for candidate in fitting if candidate.cue is not None), fitting[0])
    named = (who for _, who in best.readings if gold is not None and gold.is_named(who))
    return replace(best, referent=next(named, best.referent))


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


def _weights(articles: Sequence[Labelled]) -> Weights:
    speakers = fit([example for article in articles for example in article.speakers])
    return Weights(
        speakers, fit([example for article in articles for example in article.antecedents], EXPECTED)
    )


def _judged(article: Labelled, table: Weights) -> Iterator[tuple[float, bool]]:
    """Yield the confidence in every name that is given, and whether it is the right one."""
    quotations, _ = find_quotations(article.text)
    session = Session(article.text, quotations, table=table)
    for step in session.steps():
        chance, winner = session.ranked(step)[0]
        session.choose(step, winner)
        gold = _match(step.quotation, article.golds)
        if gold is not None and not gold.doubtful and winner.referent is not None:
            yield chance, gold.is_named(winner.referent)


def _held_out(articles: Sequence[Labelled]) -> list[tuple[float, bool, int]]:
    """Return the confidences in articles that the weights were not fitted on, with the number of the fold."""
    judged = []
    for fold in range(FOLDS):
        held = articles[fold::FOLDS]
        table = _weights([article for article in articles if article not in held])
        judged += [(chance, good, fold) for article in held for chance, good in _judged(article, table)]
    return judged


def calibrate(judged: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return slope and offset of the log-odds that make the confidences honest (Platt 1999)."""
    odds = np.array(
        [math.log(p / (1 - p)) for chance, _ in judged for p in [min(max(chance, 1e-4), 1 - 1e-4)]]
    )
    right = np.array([float(good) for _, good in judged])
    rows, line = np.column_stack([odds, np.ones_like(odds)]), np.array([1.0, 0.0])
    for _ in range(100):
        said = 1 / (1 + np.exp(-rows @ line))
        slope = rows.T @ (said - right) + CALM * (line - [1.0, 0.0])
        bend = (rows * (said * (1 - said))[:, None]).T @ rows + CALM * np.eye(2)
        step = np.linalg.solve(bend, slope)
        line = line - step / max(1.0, float(np.abs(step).max()) / LONGEST_STEP)
    return round(float(line[0]), 3), round(float(line[1]), 3)


def check(articles: Sequence[Labelled]) -> None:
    """Print how far the confidence in a name can be trusted, on articles that nothing was fitted on."""
    judged = _held_out(articles)
    honest = []
    for fold in range(FOLDS):
        line = calibrate([(chance, good) for chance, good, number in judged if number != fold])
        table = Weights({}, {}, *line)
        honest += [(calibrated(chance, table), good) for chance, good, number in judged if number == fold]
    print(f"names {len(honest)}  right {sum(good for _, good in honest) / len(honest):.3f}")
    _print_reliability(honest)


def _print_reliability(judged: Sequence[tuple[float, bool]]) -> None:
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


def examples(wikinews: Path | None) -> list[Labelled]:
    """Return all that may be learnt from: the project's own text and, where given, annotated articles."""
    lines = wikinews.read_text(encoding="utf-8").splitlines() if wikinews else ()
    own = (loader.to_record(article) for article in loader.load_all())
    texts = [*_of_records(map(json.loads, lines)), *_of_records(own), *_of_passages()]
    return [_labelled(name, text, golds) for name, text, golds in texts]


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
    table = _weights(found)
    slope, offset = calibrate([(chance, good) for chance, good, _ in _held_out(found)])
    fields = {"speakers": table.speakers, "antecedents": table.antecedents, "slope": slope, "offset": offset}
    WEIGHTS.write_text(json.dumps(fields, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    quotations = sum(len(article.speakers) for article in found)
    mentions = sum(len(article.antecedents) for article in found)
    size = len(table.speakers) + len(table.antecedents)
    print(f"{quotations} quotations, {mentions} mentions, {size} weights")


if __name__ == "__main__":
    main()
