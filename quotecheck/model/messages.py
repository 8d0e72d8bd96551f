"""Sentences that can be told in any language: English words with gaps, and what stands in these."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from quotecheck.model.ranges import Interval

__all__ = ["Message", "in_english", "joined", "message"]


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _days(interval: Interval) -> str:
    first, last = interval
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day >= 28
        return f"{first:%B} {first.year}" if whole else f"{first:%B} {first.day}–{last.day}, {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{_day(first)} to {_day(last)}"


@dataclass(frozen=True, slots=True)
class Message:
    """Words with a named gap in braces for whatever is not the same each time; ``str`` is the English.

    A number is told as its digits; where a language bends words after it, one and many are two messages.
    """

    text: str
    gaps: tuple[tuple[str, str | int | Interval | Message], ...] = ()

    def told(self, translated: Callable[[str], str], days: Callable[[Interval], str]) -> str:
        """Return the message with ``translated`` words, and days as ``days`` writes them."""
        filled: dict[str, str] = {}
        for name, gap in self.gaps:
            if isinstance(gap, Message):
                filled[name] = gap.told(translated, days)
            else:
                filled[name] = days(gap) if isinstance(gap, Interval) else str(gap)
        words = translated(self.text)
        return words.format(**filled) if filled else words

    def __str__(self) -> str:
        return self.told(str, _days)


def message(text: str, /, **gaps: str | int | Interval | Message) -> Message:
    """Return the message of these words; this call is where the desk's translations find them."""
    return Message(text, tuple(gaps.items()))


def joined(parts: Iterable[str | Message], joint: str) -> Message:
    """Return the parts as one message, which ``joint`` (with the gaps ``first`` and ``rest``) puts together.

    The joint is translated like the words of a message.

    Raises ValueError if there are none.
    """
    *others, whole = (
        part if isinstance(part, Message) else Message("{words}", (("words", part),)) for part in parts
    )
    for part in reversed(others):
        whole = Message(joint, (("first", part), ("rest", whole)))
    return whole


def in_english(sentences: Iterable[Message]) -> str:
    """Return the sentences one after the other."""
    return " ".join(map(str, sentences))
