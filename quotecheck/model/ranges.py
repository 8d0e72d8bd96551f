"""Ranges: of code points in a text, and of days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Self

__all__ = ["Interval", "Span"]


class Span(NamedTuple):
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Interval(NamedTuple):
    """A closed range of days: ``earliest`` and ``latest`` both belong to it."""

    earliest: date
    latest: date

    @classmethod
    def day(cls, day: date) -> Self:
        """Return the interval of one day."""
        return cls(day, day)

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two ranges share at least one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, other: Interval) -> bool:
        """Tell whether every day of ``other`` lies in this range."""
        return self.earliest <= other.earliest and other.latest <= self.latest
