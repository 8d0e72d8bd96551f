"""Where the quotations and warnings of a report stand in the document, kept in place while it is edited."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quotecheck.desktop import phrases
from quotecheck.desktop.article.positions import Positions
from quotecheck.model import Finding, Report, Span
from quotecheck.reporting.palette import VerdictStyle, style_of

__all__ = ["Mark", "Marks", "marks_of"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation in the document: its number from 1, and spans in UTF-16 units.

    ``mention`` and ``evidence`` are where the text names the speaker and the day.
    """

    number: int
    span: Span
    style: VerdictStyle
    mention: Span | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All quotations in text order, and the places of the warnings with their messages."""

    quotations: tuple[Mark, ...] = ()
    warnings: tuple[tuple[Span, str], ...] = ()

    def numbered(self, number: int | None) -> Mark | None:
        """Return the quotation with that number."""
        return next((mark for mark in self.quotations if mark.number == number), None)

    def at(self, position: int) -> Mark | None:
        """Return the quotation that covers a position."""
        return next((m for m in self.quotations if m.span.start <= position < m.span.end), None)

    def exchanged(self, mark: Mark, other: Mark) -> Marks:
        """Return the marks with ``other`` in the place of ``mark``."""
        return replace(self, quotations=tuple(other if m is mark else m for m in self.quotations))

    def edited(self, at: int, removed: int, added: int) -> Marks:
        """Return the marks after an edit at ``at`` that replaced ``removed`` units by ``added``.

        What the edit removed wholly is gone; text that is added at an edge stays outside.
        """
        moved = [_moved_mark(mark, at, removed, added) for mark in self.quotations]
        warnings = [(_moved(span, at, removed, added), message) for span, message in self.warnings]
        return Marks(
            tuple(mark for mark in moved if mark),
            tuple((span, message) for span, message in warnings if span),
        )


def _moved(span: Span | None, at: int, removed: int, added: int) -> Span | None:
    if span is None or span.end <= at:
        return span
    behind, growth = at + removed, added - removed
    start = span.start if span.start < at else max(span.start, behind) + growth
    end = span.end + growth if span.end >= behind else at
    return Span(start, end) if start < end else None


def _moved_mark(mark: Mark, at: int, removed: int, added: int) -> Mark | None:
    span = _moved(mark.span, at, removed, added)
    mention, evidence = (_moved(place, at, removed, added) for place in (mark.mention, mark.evidence))
    return span and Mark(mark.number, span, mark.style, mention, evidence)


def _mark(number: int, finding: Finding, positions: Positions) -> Mark:
    mention = finding.attribution.mention if finding.attribution else None
    evidence = finding.dating.evidence if finding.dating else None
    return Mark(
        number,
        positions.span(finding.quotation.span),
        style_of(finding.verdict.wording if finding.verdict else None),
        positions.span(mention) if mention else None,
        positions.span(evidence) if evidence else None,
    )


def marks_of(report: Report) -> Marks:
    """Return the marks of the speech in ``report``, numbered from 1, and of its warnings."""
    positions = Positions(report.article.text)
    quotations = [_mark(i, finding, positions) for i, finding in enumerate(report.speech, start=1)]
    warnings = [(positions.span(Span(w.at, w.at + 1)), phrases.warning(w)) for w in report.warnings]
    return Marks(tuple(sorted(quotations, key=lambda mark: mark.span)), tuple(warnings))
