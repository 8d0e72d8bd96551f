"""Annotated articles, and how an extractor's quotations compare with them.

A gold file holds one article a line: ``{id, text, quotes: [{start, end, kind?, speaker?, speaker_span?,
speaker_resolved?, doubtful?}]}``, offsets inside the marks.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quotecheck.model import Span
from tests.benchmarks.peers import Found
from tests.corpus import loader

__all__ = ["Figures", "figures", "own_corpus", "read"]

_AROUND = "“”„‟«»‹›\"'‘’‚‛ \t\r\n\u00a0\u202f"
_SAME_SPAN = 0.8
_PRONOUNS = frozenset(
    [
        *("he", "she", "they", "it", "i", "we", "you", "who", "his", "her", "their", "him", "them"),
        *("himself", "herself", "themselves"),
    ]
)
_FORMS_OF_ADDRESS = frozenset(
    [
        *("mr", "mrs", "ms", "dr", "prof", "professor", "sir", "lord", "lady", "rev", "st", "the", "a", "an"),
        *("sen", "senator", "rep", "congressman", "congresswoman", "gov", "governor", "president", "vice"),
        *("secretary", "minister", "prime", "chancellor", "judge", "justice", "former"),
        *("sgt", "lt", "gen", "col", "capt", "jr", "sr", "ii", "iii"),
    ]
)
_POSSESSIVE = re.compile(r"[’']s\b")
_WORD = re.compile(r"[\w-]+")
_AFTER_NAME = re.compile(r"[,;(]| (?:of|for|who|in|at|from) ")


class Figures(NamedTuple):
    """Shares, each 0 to 1: how the quotations were found, the speakers of those found, both together."""

    precision: float
    recall: float
    speaker: float
    resolved: float
    end_to_end: float


def read(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def own_corpus() -> list[dict[str, Any]]:
    """Return the project's own annotated articles."""
    return [loader.to_record(article) for article in loader.load_all()]


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_AROUND))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(_AROUND))))


def _shared(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / (max(a.end, b.end) - min(a.start, b.start)) if common > 0 else 0.0


def _words(name: str) -> list[str]:
    words = _WORD.findall(_POSSESSIVE.sub("", name).replace(".", "").lower())
    return [word for word in words if word not in _FORMS_OF_ADDRESS] or words


def _named(gold: str | None, said: str | None) -> bool:
    """Tell whether two names agree: alike, or one holds the last word of the other, what follows it apart.

    By words alone, and not by what the measured program takes for one name.
    """
    wanted, given = _words(gold or ""), _words(said or "")
    if not wanted or not given or wanted == given:
        return bool(wanted) and wanted == given
    if _PRONOUNS.issuperset(wanted) or _PRONOUNS.issuperset(given):
        return False
    heads = [_words(_AFTER_NAME.split(name or "")[0])[-1:] for name in (gold, said)]
    return bool(set(heads[0]) & set(given) or set(heads[1]) & set(wanted))


def _count(quote: dict[str, Any], found: Found, counts: Counter[str]) -> None:
    gold, mention = quote.get("speaker"), quote.get("speaker_span")
    if not gold:
        counts["right"] += found.speaker is None
        return
    pronoun = gold.lower() in _PRONOUNS
    described = pronoun or quote.get("speaker_type") in ("pronoun", "nominal")
    resolved = quote.get("speaker_resolved") or (None if described else gold)
    touches = bool(mention and found.mention and found.mention.overlaps(Span(*mention)))
    right = touches or (not pronoun and _named(gold, found.speaker)) or _named(resolved, found.speaker)
    counts.update(with_speaker=1, right=right, speaker=right)
    if resolved:
        counts.update(resolvable=1, resolved=_named(resolved, found.speaker))


def _compare(article: dict[str, Any], found: Sequence[Found], counts: Counter[str]) -> None:
    text = article["text"]
    golds = [(_trimmed(Span(q["start"], q["end"]), text), q) for q in article["quotes"]]
    doubtful = [span for span, quote in golds if quote.get("doubtful")]
    wanted = [(s, q) for s, q in golds if not q.get("doubtful") and q.get("kind") not in ("scare", "title")]
    spans = [(_trimmed(f.span, text), f) for f in found]
    left = [(s, f) for s, f in spans if all(_shared(s, d) < _SAME_SPAN for d in doubtful)]
    counts.update(gold=len(wanted), found=len(left))
    for span, quote in wanted:
        best = max(left, key=lambda pair: _shared(pair[0], span), default=None)
        if best is not None and _shared(best[0], span) >= _SAME_SPAN:
            left.remove(best)
            counts["hit"] += 1
            _count(quote, best[1], counts)


def figures(articles: Sequence[dict[str, Any]], found: Sequence[Sequence[Found]]) -> Figures:
    """Compare the quotations found in each article with its annotations.

    A quotation is found when it covers an annotated one to four fifths; a speaker is right when his mention
    overlaps the annotated one or the names agree; ``resolved`` needs the name.
    """
    counts: Counter[str] = Counter()
    for article, quotations in zip(articles, found, strict=True):
        _compare(article, quotations, counts)
    return Figures(
        counts["hit"] / max(1, counts["found"]),
        counts["hit"] / max(1, counts["gold"]),
        counts["speaker"] / max(1, counts["with_speaker"]),
        counts["resolved"] / max(1, counts["resolvable"]),
        2 * counts["right"] / max(1, counts["gold"] + counts["found"]),
    )
