"""An editor's notes in an archived text ("[in the record]"): the words around them were said in a row."""

from __future__ import annotations

import re

from quotecheck.checking.equivalence import Terms
from quotecheck.checking.gaps import Run, joined_runs
from quotecheck.checking.printed import Printed

__all__ = ["around_notes"]

_NOTE = re.compile(r"\[[^\[\]]{1,300}\]")


def around_notes(printed: Printed, text: str, archived: Terms, code: str) -> list[Run] | None:
    """Return the runs that the printed words are where only notes stand between them, if they are that."""
    notes = [mark.span() for mark in _NOTE.finditer(text)] if "[" in text else []
    if not notes:
        return None
    said = [
        i
        for i, span in enumerate(archived.spans)
        if not any(start <= span.start and span.end <= end for start, end in notes)
    ]
    at = "".join([code[i] for i in said]).find(printed.code)
    if at < 0:
        return None
    return joined_runs([Run(p, said[at + p], 1) for p in range(len(printed.code))])
