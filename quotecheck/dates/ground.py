"""The article as dating reads it: quotations masked, cut in sentences, its date expressions found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from quotecheck.dates.clauses import has_clause, masked, sentence_at, sentences
from quotecheck.dates.expressions import Expression, find_expressions
from quotecheck.dates.labels import entry_labels, is_heading
from quotecheck.model import Article, Quotation, Span

__all__ = ["Ground", "ground_of"]

_OPENING = 4


@dataclass(frozen=True)
class Ground:
    """``plain`` is ``text`` with the quotations masked; the expressions are those outside quotations.

    ``cues`` keeps what ``reporting_cue`` found, as every rule asks for it: by the quotation, the cue and the
    mention. ``apart`` keeps for a cue whether it is of another occasion.
    """

    text: str
    plain: str
    sentences: list[Span]
    expressions: list[Expression]
    cues: dict[tuple[Span, Span | None, Span | None], Span | None] = field(default_factory=dict)
    apart: dict[Span, bool] = field(default_factory=dict)

    @cached_property
    def opening(self) -> list[Span]:
        """The sentences that open the article, past headline and dateline."""
        told = [span for span in self.sentences[: 4 * _OPENING] if has_clause(span.of(self.plain))]
        return told[:_OPENING]

    @cached_property
    def labels(self) -> list[Expression]:
        """The dates that label its lines, as in a timeline."""
        return entry_labels(self.plain, self.expressions)

    def heads_line(self, one: Expression) -> bool:
        """Tell whether an expression labels a line that is a heading."""
        return is_heading(self.plain, one)

    def without_dates(self, span: Span) -> str:
        """Return the words of a stretch but its dates, so that March is no march."""
        bounds = [span.start, *(at for one in self.within(span) for at in one.span), span.end]
        return " ".join(self.plain[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence(self, offset: int) -> Span:
        """Return the sentence that ``offset`` falls in; the empty span in an empty text."""
        return self.sentences[bisect_right(self._starts, offset, 1) - 1] if self.sentences else Span(0, 0)

    def paragraph(self, offset: int) -> Span:
        """Return the line that ``offset`` falls in."""
        end = self.plain.find("\n", offset)
        return Span(self.plain.rfind("\n", 0, offset) + 1, len(self.plain) if end < 0 else end)

    def sentence_before(self, offset: int) -> Span | None:
        """Return the sentence before the one that ``offset`` falls in."""
        index = sentence_at(self.sentences, offset)
        return self.sentences[index - 1] if 0 < index < len(self.sentences) else None

    def before(self, offset: int) -> list[Expression]:
        """Return the expressions that end by ``offset``."""
        return self.expressions[: bisect_right(self.expressions, offset, key=lambda one: one.span.end)]

    def within(self, span: Span) -> list[Expression]:
        """Return the expressions that lie in ``span``."""
        first = bisect_left(self.expressions, span.start, key=lambda one: one.span.start)
        last = bisect_right(self.expressions, span.end, key=lambda one: one.span.end)
        return self.expressions[first:last]


@lru_cache(maxsize=1)
def _ground(text: str, language: str, said: tuple[Span, ...], unsaid: tuple[Span, ...]) -> Ground:
    plain = masked(text, said, unsaid)
    return Ground(text, plain, sentences(plain), find_expressions(plain, language))


def ground_of(article: Article, quotations: Sequence[Quotation]) -> Ground:
    """Return the ground of an article; that of the last article is kept, as it is asked for twice."""
    said = tuple(quotation.marked for quotation in quotations if quotation.kind.is_speech)
    unsaid = tuple(quotation.marked for quotation in quotations if not quotation.kind.is_speech)
    return _ground(article.text, article.language, said, unsaid)
