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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quotecheck.quotations import find_quotations
from quotecheck.speakers.attribution import Session, Step
from quotecheck.speakers.candidates import Candidate
from quotecheck.speakers.ranking import Weights, calibrated
from tests.benchmarks.fitting import Example, Judged, calibrate, fit, print_reliability
from tests.benchmarks.speaker_labels import Gold, match, of_passages, of_records
from tests.corpus import loader

__all__ = ["check", "examples", "main"]

WEIGHTS = Path(__file__).parents[2] / "resources" / "speaker_weights.json"
EXPECTED = {
    "later": 1.5,
    "doubtful": -1.5,
    "sex=guessed": -0.5,
    "sex=open": -0.5,
    "place": -2.0,
    "person|stays|called=False|epithet": -1.0,
    "person|link=whole|only=True": 2.0,
    "person|link=noun|only=True": 2.0,
    "person|link=kind|only=True": 2.0,
}
"""Where the weights of the antecedents that few examples show start from, and are held to."""

FOLDS = 5


class Labelled(NamedTuple):
    """An article with its labels, and what may be learnt from each of them."""

    name: str
    text: str
    golds: list[Gold]
    speakers: list[Example]
    antecedents: list[Example]


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


def _labelled(name: str, text: str, golds: list[Gold], table: Weights) -> Labelled:
    """Go through an article; the quotations before each are taken as rightly attributed."""
    quotations, _ = find_quotations(text)
    session = Session(text, quotations, table=table)
    labelled = Labelled(name, text, golds, [], [])
    for step in session.steps():
        gold = match(step.quotation, golds)
        right = [gold is not None and gold.is_right(candidate) for candidate in step.found]
        fitting = [candidate for candidate, good in zip(step.found, right, strict=True) if good]
        if gold is not None and fitting and not gold.doubtful:
            rows = [candidate.features for candidate in step.found]
            told = [gold.is_told_by(candidate) for candidate in step.found]
            fine = [good or teller for good, teller in zip(right, told, strict=True)]
            labelled.speakers.append(Example(name, rows, fine))
            labelled.antecedents.extend(_readings(name, session, step, gold))
        session.choose(step, _truth(gold, fitting or step.found[-1:]))
    return labelled


def _truth(gold: Gold | None, fitting: Sequence[Candidate]) -> Candidate:
    """Return the right candidate, meaning whom the label names."""
    best = next((candidate for candidate in fitting if candidate.cue is not None), fitting[0])
    named = (who for _, who in best.readings if gold is not None and gold.is_named(who))
    return best._replace(referent=next(named, best.referent))


def _weights(articles: Sequence[Labelled]) -> Weights:
    speakers = fit([example for article in articles for example in article.speakers])
    return Weights(
        speakers, fit([example for article in articles for example in article.antecedents], EXPECTED)
    )


def _judged(article: Labelled, table: Weights, fold: int) -> Iterator[Judged]:
    """Yield the confidence in every name that is given, and whether it is the right one."""
    quotations, _ = find_quotations(article.text)
    session = Session(article.text, quotations, table=table)
    for step in session.steps():
        ranked, ruling, way = session.decided(step)
        chance, winner = ranked[0]
        session.choose(step, winner, by_author=ruling is not None and ruling.by_author)
        gold = match(step.quotation, article.golds)
        if gold is not None and not gold.doubtful and winner.referent is not None:
            yield Judged(chance, gold.is_named(winner.referent), way, fold)


def _held_out(articles: Sequence[Labelled]) -> list[Judged]:
    """Return the confidences in articles that the weights were not fitted on, with the number of the fold."""
    judged: list[Judged] = []
    for fold in range(FOLDS):
        held = articles[fold::FOLDS]
        table = _weights([article for article in articles if article not in held])
        judged += [one for article in held for one in _judged(article, table, fold)]
    return judged


def check(articles: Sequence[Labelled]) -> None:
    """Print how far the confidence in a name can be trusted, on articles that nothing was fitted on."""
    judged = _held_out(articles)
    honest: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        table = Weights({}, {}, **calibrate([one for one in judged if one.fold != fold]))
        held = (one for one in judged if one.fold == fold)
        honest += [(calibrated(one.chance, table, one.way), one.is_right) for one in held]
    print(f"names {len(honest)}  right {sum(good for _, good in honest) / len(honest):.3f}")
    print_reliability(honest)


def examples(wikinews: Path | None) -> list[Labelled]:
    """Return all that may be learnt from: the project's own text and, where given, annotated articles.

    What a pronoun may mean depends on the weights, too. They are learnt twice: first without any, then with
    the first ones, and never with those that are shipped, so that these depend on the texts alone.
    """
    lines = wikinews.read_text(encoding="utf-8").splitlines() if wikinews else ()
    own = (loader.to_record(article) for article in loader.load_all())
    texts = [*of_records(map(json.loads, lines)), *of_records(own), *of_passages()]
    table = _weights([_labelled(*one, Weights({}, {})) for one in texts])
    return [_labelled(*one, table) for one in texts]


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
    fields = {
        "speakers": table.speakers,
        "antecedents": table.antecedents,
        **calibrate(_held_out(found)),
    }
    WEIGHTS.write_text(json.dumps(fields, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    quotations = sum(len(article.speakers) for article in found)
    mentions = sum(len(article.antecedents) for article in found)
    size = len(table.speakers) + len(table.antecedents)
    print(f"{quotations} quotations, {mentions} mentions, {size} weights")


if __name__ == "__main__":
    main()
