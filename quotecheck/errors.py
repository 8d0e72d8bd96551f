"""The errors that a user can cause, apart from those that are our own mistakes."""

from __future__ import annotations

from quotecheck.model import Interval, Message, message

__all__ = ["QuoteCheckError"]


def _gap(value: object) -> str | int | Interval | Message:
    return value if isinstance(value, Message | Interval | int) else str(value)


class QuoteCheckError(Exception):
    """Something the user can put right; the message is one sentence: the thing, and the way out.

    Every package derives its own (``ReadingError``, ``ArchiveError`` …). The command line prints the message
    and exits with 2; the desk shows ``sentence`` in its own language. Anything else that is raised is a bug.

    What is different each time is given by name and stands in the text in braces:
    ``ReadingError("{name} is empty: open another file.", name=name)``.
    """

    def __init__(self, text: str, /, **gaps: object) -> None:
        self.sentence = message(text, **{name: _gap(gap) for name, gap in gaps.items()})
        super().__init__(str(self.sentence))
