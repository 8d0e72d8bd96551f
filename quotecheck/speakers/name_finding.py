"""Names in running text, found by their capitals: quick enough for the whole article, no parser needed."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecheck.model import Span
from quotecheck.speakers.folding import word_set

__all__ = ["NICKNAME", "NameSpan", "find_names"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W\d_]+)?|[^\W\d_]\.(?=\s?[^\W\d_])|(?:St|Jr|Sr|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Prof|Rev|Capt|Hon)\."
    r"|[^\W_]+(?:[’'&\-‑.][^\W_]+)*"
)
_LOWER_START = re.compile(r"[a-z]{1,2}[A-Z]|(?:al|el|an|d|l|o)[-‑’'][A-Z]")
_POSSESSIVE = re.compile(r"[’']s?$")
_GENITIVE = re.compile(r"[’']s$")
_CONTRACTED = re.compile(r"[’'](?:s|ve|re|ll|d|m)$")
_LINKS = frozenset({"of", "for", "and", "&", "the", "to"})
_SENTENCE_END = re.compile(r"[.!?:;…\n“”\"«»‘(\[—–]\s*$|^\s*$")
_BETWEEN = re.compile(r"[^\S\n]+|[^\S\n]*&[^\S\n]*")
_COMPANY_ENDING = re.compile(r"(?:Inc|Ltd|LLC|LLP|PLC|Corp|GmbH|S\.A|N\.V|AG|Co)\b")
NICKNAME = re.compile(r"[^\S\n]+[(‘'“\"][^\W\d_][\w -]{0,20}[)’'”\"][^\S\n]+(?=[^\W\d_a-zß-öø-ÿ])")
"""What may stand between given name and surname: “Pete ‘Ace’ Hall”."""

_COMPOUND = re.compile(r"[-‑](?:based|led|born|backed|owned|style|era|wide|trained|educated|made|run)$")
_OF_HEADLINES = frozenset({"is", "was", "are", "were", "has", "had", "have", "not", "been", "did", "said"})
_ZONES = frozenset({"am", "pm", "gmt", "est"})


class NameSpan(NamedTuple):
    """A run of capitalised words; ``initial`` when it begins a sentence."""

    span: Span
    text: str
    initial: bool


def _capital(word: str) -> bool:
    return word[:1].isupper() or (not word.islower() and _LOWER_START.match(word) is not None)


def _not_a_name(word: str) -> bool:
    low = _GENITIVE.sub("", word.lower()).rstrip(".")
    if _COMPOUND.search(low) or (low in _OF_HEADLINES and word.istitle()):
        return True
    return low in word_set("openers", "calendar") and not (low in _ZONES and word.istitle())


def _opener(word: str) -> bool:
    bare = _CONTRACTED.sub("", word)
    return bare.lower() in word_set("openers", "words") and (not bare.isupper() or len(bare) == 1)


def _telling(word: str) -> bool:
    low = word.lower()
    return low in word_set("organisations", "words") or low in ("house", "bank")


def _holds(run: list[re.Match[str]], link: str) -> bool:
    """Tell whether the words so far may go on with "of" or "and" inside one name."""
    last = run[-1][0].lower()
    if link == "and":
        return any(_telling(match[0]) for match in run[:-1]) and any(match[0] == "of" for match in run)
    if link == "&":
        return True
    office = last in word_set("names", "honorifics") or last in word_set("people", "persons")
    return _telling(last) or office


class _Finder:
    """Grows one run of words at a time; ``pending`` are small words that belong only if a capital follows."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.found: list[NameSpan] = []
        self.run: list[re.Match[str]] = []
        self.pending: list[re.Match[str]] = []

    def _begins_inside(self, run: list[re.Match[str]]) -> bool:
        """Tell whether a run begins with a given name in mid-sentence: "his brother, Will Lane"."""
        given = run[0][0].lower() in word_set("openers", "given")
        before = self.text[max(self.start, run[0].start() - 3) : run[0].start()]
        return given and len(run) > 1 and not _SENTENCE_END.search(before)

    def close(self) -> None:
        run = self.run
        while run and _opener(run[0][0]) and not self._begins_inside(run):
            run.pop(0)
        while run and _opener(run[-1][0]):
            run.pop()
        if run:
            span = Span(run[0].start(), run[-1].end())
            before = self.text[max(self.start, span.start - 3) : span.start]
            self.found.append(NameSpan(span, span.of(self.text), bool(_SENTENCE_END.search(before))))
        self.run, self.pending = [], []

    def _touches(self, end: int, match: re.Match[str]) -> bool:
        """Tell whether a word goes on after the last one: behind a blank, a nickname, or "X, Inc."."""
        between = self.text[end : match.start()]
        if between == ", ":
            return _COMPANY_ENDING.match(match[0]) is not None
        nickname = NICKNAME.match(self.text, end)
        return _BETWEEN.fullmatch(between) is not None or (
            nickname is not None and nickname.end() == match.start()
        )

    def _in_nickname(self, match: re.Match[str]) -> bool:
        nickname = NICKNAME.match(self.text, self.run[-1].end()) if self.run and not self.pending else None
        return nickname is not None and match.end() < nickname.end() and not _opener(self.run[0][0])

    def feed(self, match: re.Match[str]) -> None:
        word = match[0]
        if not (self.run or _capital(word)):
            return
        if self._in_nickname(match):
            return
        last = next(reversed(self.pending or self.run), None)
        if last is not None and not self._touches(last.end(), match):
            self.close()
        if self.run and _POSSESSIVE.search(self.run[-1][0]) and not self.pending and not _telling(word):
            self.close()
        if _capital(word) and not _not_a_name(word):
            self.run += [*self.pending, match]
            self.pending = []
        elif self.run and len(self.pending) < 2 and self._may_link(word):
            self.pending.append(match)
        else:
            self.close()

    def _may_link(self, word: str) -> bool:
        if self.pending and self.pending[-1][0] not in _LINKS:
            return word in word_set("names", "people", "particles")
        if word in _LINKS:
            return (word == "the" and bool(self.pending)) or (not self.pending and _holds(self.run, word))
        return (
            not self.pending
            and word in word_set("names", "people", "particles")
            and not _opener(self.run[0][0])
        )


def find_names(text: str, start: int = 0, end: int | None = None) -> list[NameSpan]:
    """Return the runs of capitalised words in ``text[start:end]``, in order.

    Small words join them only where an organisation's name may hold them ("Bank of Japan"); particles where a
    person's may ("Ursula von der Leyen").
    """
    finder = _Finder(text, start)
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        finder.feed(match)
    finder.close()
    return finder.found
