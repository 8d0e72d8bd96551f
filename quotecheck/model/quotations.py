"""What stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotecheck.model.ranges import Span

__all__ = ["Kind", "Quotation"]


class Kind(StrEnum):
    """What stands between a pair of quotation marks; only the first two are speech."""

    STATEMENT = "statement"
    FRAGMENT = "fragment"
    SCARE = "scare"
    TITLE = "title"

    @property
    def is_speech(self) -> bool:
        return self in (Kind.STATEMENT, Kind.FRAGMENT)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between one pair of marks.

    ``span`` is the content inside the marks and ``marked`` the same with them; ``turn`` is the number
    (from 1) of the utterance that it is a part of; ``nested`` are the contents of quotations inside it.
    """

    span: Span
    marked: Span
    text: str
    kind: Kind
    turn: int
    nested: tuple[Span, ...] = ()
