"""Words as the bank sees them, and which archived rows hold a text: the labels stand on these."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .tables import DELICATE, FUNCTION

__all__ = ["Holdings", "bare", "is_content", "is_delicate", "plain", "settled"]

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_NEAR = 45
_BREAK = re.compile(r"--|\.\.\.|[—…]")


def plain(text: str) -> list[str]:
    """Return the words of a text without case, marks and typography."""
    return _WORD.findall(text.lower().replace("’", "'"))


def bare(token: str) -> str:
    """Return a token of running text without the marks around it, in lower case."""
    return re.sub(r"^\W+|\W+$", "", token).lower().replace("’", "'")


def is_delicate(token: str) -> bool:
    """Tell whether a sentence may turn on this token: negation, number, name, modality, time, degree."""
    word = bare(token)
    return word in DELICATE or word.endswith("n't") or any(c.isdigit() for c in word)


def is_content(token: str) -> bool:
    """Tell whether the token is a plain word of content: lower case, four letters and more, not delicate."""
    return (
        re.fullmatch(r"[a-z]{4,}[,.;]?", token) is not None
        and bare(token) not in FUNCTION
        and not is_delicate(token)
    )


def settled(text: str, start: int, end: int) -> bool:
    """Tell whether the word there stands alone: not repeated near by, not at a break of a spoken sentence.

    A change inside of a stutter ("it is -- it is") changes nothing that was said.
    """
    word = text[start:end].lower()
    before, after = text[max(0, start - _NEAR) : start].lower(), text[end : end + _NEAR].lower()
    again = re.compile(rf"\b{re.escape(word)}\b")
    return not (
        again.search(before) or again.search(after) or _BREAK.search(before[-5:]) or _BREAK.search(after[:5])
    )


class Holdings:
    """The texts of an archive, to tell which rows hold a text and which resemble it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._keys: list[str] = []
        self._rows: dict[int, list[int]] = defaultdict(list)
        for row, text in enumerate(texts):
            words = plain(text)
            self._keys.append(f" {' '.join(words)} ")
            for run in self._runs(words):
                self._rows[run].append(row)

    @staticmethod
    def _runs(words: Sequence[str]) -> set[int]:
        return {hash(" ".join(words[i : i + 3])) for i in range(len(words) - 2)}

    def holding(self, text: str) -> list[int]:
        """Return the rows that have these words in a row; none for fewer than three words."""
        words = plain(text)
        runs = self._runs(words)
        if not runs or any(run not in self._rows for run in runs):
            return []
        key = f" {' '.join(words)} "
        return [row for row in min((self._rows[run] for run in runs), key=len) if key in self._keys[row]]

    def likest(self, text: str, *, but: int | None = None) -> float:
        """Return the greatest share of the text's three-word runs that one row (not ``but``) has, 0 to 1."""
        runs = self._runs(plain(text))
        shared = Counter(row for run in runs for row in self._rows.get(run, ()) if row != but)
        return max(shared.values(), default=0) / max(1, len(runs))
