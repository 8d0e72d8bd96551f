"""Who spoke which quotation: the labels of annotated articles and of the project's own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from quotecheck.model import Quotation, Span
from quotecheck.quotations import find_quotations
from quotecheck.speakers.candidates import Candidate
from quotecheck.speakers.names import SAME, agreement
from quotecheck.speakers.referents import Referent
from tests.speakers import passages

__all__ = ["Gold", "match", "of_passages", "of_records"]


class Gold(NamedTuple):
    """Who spoke the quotation at ``span``; ``names`` is empty where the article does not say.

    ``via`` is who tells of it, where that is not the article itself.
    """

    span: Span
    names: tuple[str, ...]
    mentions: tuple[Span, ...]
    doubtful: bool = False
    via: str | None = None

    def is_right(self, candidate: Candidate) -> bool:
        if not self.names or candidate.referent is None:
            return not self.names and candidate.referent is None
        if candidate.where is not None and any(candidate.where.overlaps(m) for m in self.mentions):
            return True
        return self.is_named(candidate.referent)

    def is_told_by(self, candidate: Candidate) -> bool:
        """Tell whether a candidate is who tells that another spoke; a rule then finds the other."""
        if self.via is None or candidate.referent is None:
            return False
        return agreement(self.via, candidate.referent.speaker().name) >= SAME

    def is_named(self, referent: Referent | None) -> bool:
        """Tell whether a referent's name is the right one."""
        if referent is None:
            return not self.names
        name = referent.speaker().name
        return any(agreement(known, name) >= SAME for known in self.names)


def of_records(records: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield name, text and labels of the articles of a gold file."""
    for record in records:
        golds = []
        for quote in record["quotes"]:
            if quote.get("kind") in ("scare", "title"):
                continue
            names = tuple(dict.fromkeys(filter(None, (quote.get("speaker_resolved"), quote.get("speaker")))))
            span = quote.get("speaker_span")
            mentions = (Span(*span),) if span else ()
            golds.append(
                Gold(
                    Span(quote["start"], quote["end"]),
                    names,
                    mentions,
                    bool(quote.get("doubtful")),
                    quote.get("via"),
                )
            )
        yield record["id"], record["text"], golds


def of_passages() -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield name, text and labels of the passages."""
    for passage in passages.load():
        found, _ = find_quotations(passage.text)
        ends = {quotation.marked.end: quotation for quotation in found}
        golds = []
        for label in passage.labels:
            quotation = ends.get(label.end)
            if quotation is not None:
                golds.append(Gold(quotation.span, (label.name,) if label.name else (), label.mentions))
        yield passage.id, passage.text, golds


def match(quotation: Quotation, golds: Sequence[Gold]) -> Gold | None:
    """Return the label of a quotation, None where there is none."""
    for gold in golds:
        common = min(gold.span.end, quotation.span.end) - max(gold.span.start, quotation.span.start)
        either = max(gold.span.end, quotation.span.end) - min(gold.span.start, quotation.span.start)
        if common >= 0.8 * either:
            return gold
    return None
