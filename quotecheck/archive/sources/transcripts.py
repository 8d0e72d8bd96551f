"""Who speaks where in a transcript: its labels ("MS. PELOSI:", "Q:") and the words behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Span
from quotecheck.speakers.folding import folded, has_rank, word_set

__all__ = ["TIME", "Turn", "label_key", "turns"]

TIME = r"(?:[\[(]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)"
"""A place on the recording: "[00:12:31]", "(12:31)"."""

_LABEL = re.compile(
    rf"""^[ \t]*(?:>>+[ \t]*|[•*][ \t]+)?(?:{TIME}[ \t]*[-–—]?[ \t]*)?
    (?: (?P<name>[^\W\d_a-z][^\n:()\[\]“”"?!;]{{0,58}}?)
        (?:[ \t]*[(\[](?![\d:.,]+[)\]])[^()\[\]\n]{{1,40}}[)\]])? (?:[ \t]*{TIME})?
        [ \t]*: (?:[ \t]*{TIME})? (?=\s)
      | (?P<question>Q)\.?(?=[ \t]+\S) | (?P<answer>A)\.(?=[ \t]+\S)
    )\s*""",
    re.VERBOSE | re.MULTILINE,
)
_WITHIN_LINE = re.compile(
    r"(?<=[.?!…”\"’)\]–—-])[ \t]+(?P<name>[A-Z][A-Z.'’-]*(?:[ ][A-Z][A-Za-z.'’-]*[A-Z.]){1,4})"
    r"(?:[ ]\([^()\n]{1,40}\))?:[ \t]+"
)
_SMALL = frozenset(
    {"of", "the", "and", "for", "to", "in", "at", "von", "van", "de", "del", "la", "bin", "al"}
)
_LONGEST = 7
_LONGEST_NAME = 4
_MANY = 10
_LEAST_COVERED = 0.5
_CLOSING = re.compile(
    r"^[ \t]*(?:\(Whereupon\b|\[?END\b(?! OF\b)|END OF|###|\* \* \*|- *END *-)", re.MULTILINE
)


class Turn(NamedTuple):
    """What one speaker says until the next one does: the label, and where the words stand."""

    label: str
    words: Span


class _Label(NamedTuple):
    name: str
    start: int
    end: int


def label_key(name: str) -> str:
    """Return a label as it is compared: case and spacing aside."""
    return " ".join(name.casefold().replace("’", "'").rstrip(".").split())


def _is_titled(name: str) -> bool:
    first = folded(name)[:1]
    return has_rank(first) or not word_set("transcripts", "titles", "words").isdisjoint(first)


def _can_be_name(name: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= _LONGEST or label_key(name) in word_set("transcripts", "headings", "words"):
        return False
    small = _SMALL | word_set("names", "people", "particles")
    return all(word[0].isupper() or word[0].isdigit() or word in small for word in words)


def _labels(text: str) -> Iterator[_Label]:
    for found in _LABEL.finditer(text):
        name = found["name"] or found["question"] or found["answer"]
        if found["name"] is None or _can_be_name(name):
            yield _Label(" ".join(name.split()), *found.span())


def _is_somebody(name: str) -> bool:
    """Tell whether a label is by itself somebody who speaks, be it met only once."""
    if label_key(name) in lexicon("transcripts")["unnamed"] or _is_titled(name):
        return True
    given = word_set("given_names", "male") | word_set("given_names", "female")
    words = folded(name)
    return 1 < len(words) <= _LONGEST_NAME and words[0] in given


def _trusted(labels: list[_Label]) -> list[_Label]:
    """Return the labels that come again, are somebody by themselves, or are the family name of such a one.

    Among very many labels a name in full needs to come only once.
    """
    counts = Counter(label_key(label.name) for label in labels)
    sure = [label for label in labels if counts[label_key(label.name)] > 1 or _is_somebody(label.name)]
    families = {folded(label.name)[-1:] for label in sure}
    many = len(sure) >= _MANY

    def is_trusted(name: str) -> bool:
        words = folded(name)
        return words in families or (many and 1 < len(words) <= _LONGEST_NAME)

    keys = {label_key(label.name) for label in sure}
    return [label for label in labels if label_key(label.name) in keys or is_trusted(label.name)]


def _within_lines(text: str, known: set[str]) -> Iterator[_Label]:
    """Yield labels in capitals after a sentence, as in a text that has lost its line breaks."""
    for found in _WITHIN_LINE.finditer(text):
        if found["name"].isupper() and (label_key(found["name"]) in known or _is_titled(found["name"])):
            yield _Label(found["name"], *found.span())


def _all_labels(text: str) -> list[_Label]:
    trusted = _trusted(list(_labels(text)))
    within = _within_lines(text, {label_key(label.name) for label in trusted})
    return sorted([*trusted, *within], key=lambda label: label.start)


def _end(text: str, start: int, end: int, *, last: bool) -> int:
    closing = _CLOSING.search(text, start, end) if last else None
    stretch = text[start : closing.start() if closing else end]
    return start + len(stretch.rstrip())


def turns(text: str) -> list[Turn]:
    """Return the speakers' turns of a transcript in order; none of a text that is no transcript.

    A label stands at the start of a line (or in capitals after a sentence), may have a time before or after
    it and a remark in brackets ("SEN. WARREN (D-MA):"). A label that comes once must be a title with a name,
    or begin with a given name. What has labels for less than half of it is no transcript.
    """
    labels = _all_labels(text)
    if not labels or (len(labels) == 1 and not (_is_titled(labels[0].name) and labels[0].name.isupper())):
        return []
    ends = [after.start for _, after in pairwise(labels)] + [len(text)]
    found = []
    for label, end in zip(labels, ends, strict=True):
        stop = _end(text, label.end, end, last=end == len(text))
        if stop > label.end:
            found.append(Turn(label.name, Span(label.end, stop)))
    covered = sum(turn.words.end - turn.words.start for turn in found)
    return found if covered >= _LEAST_COVERED * len(text) else []
