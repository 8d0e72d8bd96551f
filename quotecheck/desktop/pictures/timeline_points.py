"""What the timeline and the picture of speakers show of a report: days and counts; no widgets."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from math import log1p
from typing import NamedTuple

from quotecheck.model import Finding, Interval, Report
from quotecheck.reporting.palette import UNCHECKED, VERDICTS, VerdictStyle
from quotecheck.reporting.phrases import style_of_finding

__all__ = ["Point", "Scale", "SpeakerCount", "points", "speaker_counts", "undated"]


_ORDER = [style.key for style in (*VERDICTS.values(), UNCHECKED)]


class Point(NamedTuple):
    """One quotation in time: when the article has it said, and when the archive does."""

    number: int
    style: VerdictStyle
    said: Interval | None
    archived: Interval | None


class SpeakerCount(NamedTuple):
    """Whom how many quotations are by, and of which verdicts; the name is empty where it is not known."""

    name: str
    parts: tuple[tuple[VerdictStyle, int], ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(count for _style, count in self.parts)


def _archived(finding: Finding) -> Interval | None:
    match = finding.verdict.match if finding.verdict else None
    return match.quote.said if match else None


def _all(report: Report) -> list[Point]:
    return [
        Point(number, style_of_finding(one), one.dating.interval if one.dating else None, _archived(one))
        for number, one in enumerate(report.speech, start=1)
    ]


def points(report: Report) -> list[Point]:
    """Return the quotations that have a day at all, in text order."""
    return [point for point in _all(report) if point.said or point.archived]


def undated(report: Report) -> int:
    """Return how many quotations have none."""
    return sum(not (point.said or point.archived) for point in _all(report))


def speaker_counts(report: Report) -> list[SpeakerCount]:
    """Return the speakers, those with most quotations first, those unknown last."""
    counts: dict[str, Counter[str]] = {}
    styles: dict[str, VerdictStyle] = {}
    for finding in report.speech:
        name = finding.attribution.speaker.name if finding.attribution else ""
        style = style_of_finding(finding)
        styles[style.key] = style
        counts.setdefault(name, Counter())[style.key] += 1
    found = [
        SpeakerCount(name, tuple((styles[key], numbers[key]) for key in _ORDER if key in numbers))
        for name, numbers in counts.items()
    ]
    return sorted(found, key=lambda one: (not one.name, -one.total, one.name))


class Scale:
    """Days along a line from 0 to 1, long stretches without anything shortened.

    Between two neighbouring days the distance grows with the logarithm of the time between them.
    """

    def __init__(self, days: list[date]) -> None:
        self._days = sorted(set(days))
        self._places = [0.0]
        for one, other in pairwise(self._days):
            self._places.append(self._places[-1] + log1p((other - one).days))
        self._whole = self._places[-1] or 1.0

    @property
    def days(self) -> list[date]:
        """The days, the earliest first."""
        return self._days

    def place(self, day: date) -> float:
        """Return where one of the days is."""
        if len(self._days) == 1:
            return 0.5
        return self._places[self._days.index(day)] / self._whole

    def gaps(self, least: int = 366) -> list[tuple[float, float, int]]:
        """Return the stretches of at least so many days between two neighbours: from, to, and how long."""
        return [
            (self.place(one), self.place(other), (other - one).days)
            for one, other in pairwise(self._days)
            if (other - one).days >= least
        ]
