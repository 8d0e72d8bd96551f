"""Where a report's dateline ends: "GENEVA, June 3, 2024 (NWA) — …" names a place, and nobody who speaks."""

from __future__ import annotations

import re

from quotecheck.model import Span

__all__ = ["after_dateline"]

_OPENING = 3
"""Bare places in capitals ("GENEVA — ") count in the first paragraphs only: later they may be speakers."""

_PLACE = r"[^\W\d_][\w.’'-]*(?:[ /-][^\W\d_][\w.’'-]*){0,4}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:(?:[A-Z][a-z]+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:, (?!{_MONTH} \d)(?P<region>{_PLACE}))?(?:[,.]? (?P<date>{_DATE}))?"
    r"(?: ?(?P<agency>\([^()\n]{2,40}\)))?[.:]? ?(?:—|–|--|-) "
)


def after_dateline(text: str, paragraph: Span, number: int) -> Span:
    """Return the paragraph, the ``number``-th from 0, without the dateline that it may begin with."""
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 160))
    if found is None or not found["place"][0].isupper():
        return paragraph
    shown = bool(found["date"] or found["agency"])
    bare = number < _OPENING and found["place"].isupper()
    return Span(found.end(), paragraph.end) if shown or bare else paragraph
