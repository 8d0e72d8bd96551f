"""Other extractors on the same articles with the same language model, each behind one function.

Every extractor takes the texts and yields, for each, the quotations it found as (content, speaker, mention).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Article, Span

__all__ = ["EXTRACTORS", "Found", "unavailable"]


class Found(NamedTuple):
    """One quotation as an extractor gives it; ``mention`` is where the text names the speaker."""

    span: Span
    speaker: str | None
    mention: Span | None


@cache
def _model() -> Any:
    facts = lexicon("model")
    return import_module(facts["official"] if find_spec(facts["official"]) else facts["substitute"]).load()


def _quotecheck(texts: Sequence[str]) -> Iterator[list[Found]]:
    from quotecheck.pipeline import analyse

    for text in texts:
        report = analyse(Article(text))
        yield [
            Found(f.quotation.span, f.attribution.speaker.name, f.attribution.mention)
            if f.attribution
            else Found(f.quotation.span, None, None)
            for f in report.speech
        ]


def _of_tokens(content: Any, tokens: Any) -> Found:
    first, last = content[0], content[-1]
    span = Span(first.idx, last.idx + len(last))
    words = sorted(tokens or (), key=lambda token: token.i)
    if not words:
        return Found(span, None, None)
    mention = Span(words[0].idx, words[-1].idx + len(words[-1]))
    return Found(span, " ".join(token.text for token in words), mention)


def _textacy(texts: Sequence[str]) -> Iterator[list[Found]]:
    from textacy.extract.triples import direct_quotations

    for doc in _model().pipe(texts):
        try:
            yield [_of_tokens(triple.content, triple.speaker) for triple in direct_quotations(doc)]
        except ValueError:  # it refuses articles with an odd number of marks
            yield []


def _one_newline(found: re.Match[str]) -> str:
    return " " * (len(found[0]) - 1) + "\n"


def _sayswho(texts: Sequence[str]) -> Iterator[list[Found]]:
    """Its quotations and speakers; its coreference model is on no package index, so names stay as printed.

    It reads one newline between paragraphs and no more.
    """
    from sayswho.quote_finder import quote_finder

    for doc in _model().pipe(re.sub(r"\n+", _one_newline, text) for text in texts):
        try:
            yield [_of_tokens(triple.content, triple.speaker) for triple in quote_finder(doc)]
        except (IndexError, TypeError, ValueError):  # it stumbles over some articles
            yield []


EXTRACTORS: dict[str, Callable[[Sequence[str]], Iterator[list[Found]]]] = {
    "quotecheck": _quotecheck,
    "textacy": _textacy,
    "sayswho": _sayswho,
}
"""The extractors by the names of their packages."""


def unavailable(name: str) -> str | None:
    """Return why an extractor cannot run here, None when it can."""
    return None if find_spec(name) else "not installed (python -m pip install quotecheck[bench])"
