"""Two values of one field with their differences marked, as the findings mark printed and archived words."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from quotecheck.desktop.findings.comparison import paragraph, runs_html
from quotecheck.reporting.palette import Theme
from quotecheck.reporting.runs import Change, Run

__all__ = ["changed_html", "changed_runs"]

_PIECES = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
_LONGEST = 20_000
"""Characters of which the words are compared; of a longer text nobody reads the rest here."""


def changed_runs(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """Return both values in runs: words that only the old one has are ARCHIVED, only the new one PRINTED."""
    before, after = _PIECES.findall(old[:_LONGEST]), _PIECES.findall(new[:_LONGEST])
    gone: list[Run] = []
    come: list[Run] = []
    for tag, start, end, first, last in Levenshtein.opcodes(before, after):
        same = tag == "equal"
        for runs, words, change in (
            (gone, before[start:end], Change.ARCHIVED),
            (come, after[first:last], Change.PRINTED),
        ):
            if words:
                runs.append(Run("".join(words), Change.SAME if same else change))
    return _joined(gone), _joined(come)


def _joined(runs: list[Run]) -> list[Run]:
    """Join changes that only a space stands between, for they are read as one."""
    joined: list[Run] = []
    for run in runs:
        text = run.text
        between = joined[-1] if len(joined) > 1 and not joined[-1].text.strip() else None
        if between and run.change is joined[-2].change is not Change.SAME:
            text = joined.pop().text + text
        if joined and joined[-1].change is run.change:
            text = joined.pop().text + text
        joined.append(Run(text, run.change))
    return joined


def changed_html(old: str, new: str, theme: Theme) -> tuple[str, str]:
    """Return both values as rich text."""
    gone, come = changed_runs(old, new)
    return paragraph(runs_html(gone, theme)), paragraph(runs_html(come, theme))
