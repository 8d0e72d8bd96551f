"""Turns of an interview marked "Q:" and "A:": the people whom the article's introduction names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotecheck.model import Quotation, Span, SpeakerType
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.referents import Referent

__all__ = ["Interview", "Turns", "label_of", "side_of_line"]

_QUESTION = r"(?P<question>Q|Question|Interviewer)"
_ANSWER = r"(?P<answer>A|Answer)"
_LABEL = re.compile(rf"[^\S\n]*[-–—*•]?[^\S\n]*(?:{_QUESTION}|{_ANSWER})\d{{0,3}}[^\S\n]*[:.][^\S\n]*")
_LINE = re.compile(rf"^{_LABEL.pattern}", re.MULTILINE)
_ASKED = re.compile(
    r"\b(?:s[ai]t(?:ting)? down with|(?:spoke|talk(?:ed|s)|chatted) (?:to|with)|interviewed by|"
    r"interview with|met with|joined|told|in conversation with|"
    r"answer(?:s|ed)?(?: [\w’'-]+){0,3} questions (?:from|by))"
    r"(?: our (?:[\w-]+ ){1,2})?\s+$"
)
_NAMED = re.compile(
    r"^[^\S\n]*[\"“„«]?(?P<name>[^\W\d_a-z][^\s:]*(?:[^\S\n]+[^\W\d_a-z][^\s:]*){0,3}):[^\S\n]", re.MULTILINE
)
_OF_MEDIUM = re.compile(r"\s+(?:of|from|for|at)\s+(?:the\s+)?[A-Z]")


def side_of_line(text: str, at: int) -> str | None:
    """Return "question" or "answer" where the line that ``at`` stands in begins with such a label."""
    found = _LABEL.match(text, text.rfind("\n", 0, at) + 1)
    return found.lastgroup if found else None


def label_of(text: str, quotation: Quotation) -> tuple[str, Span] | None:
    """Return the side and the label, where one stands right before a quotation or begins its words."""
    line = text.rfind("\n", 0, quotation.marked.start) + 1
    found = _LABEL.fullmatch(text, line, quotation.marked.start)
    found = found or _LABEL.match(text, quotation.span.start, quotation.span.end)
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup, Span(*found.span(found.lastgroup))


class Interview:
    """Who asks and who answers; None where the article does not name them.

    They are named before the first label, else somewhere off the labelled lines. Who was spoken to, and is of
    a newspaper or a reporter, asks; of the others the first one answers.
    """

    def __init__(self, text: str, cast: Cast, author: Member | None) -> None:
        first = _LINE.search(text)
        self.opening = first.start() if first else len(text)
        self._text = text
        people = self._people(cast.members)
        self.asks = next(filter(self._is_reporter, people), author)
        answering = [member for member in people if member is not self.asks and member is not author]
        self.answers = next(iter(answering), None)

    def _people(self, members: Sequence[Member]) -> list[Member]:
        people = [member for member in members if member.type is SpeakerType.PERSON]
        found = [member for member in people if member.places[0].start < self.opening]
        found = found or [m for m in people if side_of_line(self._text, m.places[0].start) is None]
        return sorted(found, key=lambda member: member.places[0])

    def _is_reporter(self, member: Member) -> bool:
        if any(
            word in word_set("narration", "reporters")
            for role in member.roles
            for word in role.lower().split()
        ):
            return True
        return any(
            _ASKED.search(self._text, max(0, place.start - 60), place.start)
            and _OF_MEDIUM.match(self._text, place.end)
            for place in member.places
            if place.end <= self.opening
        )


class Turns:
    """The lines that begin with the name of who speaks them: "MARLOWE: …", before the mark or behind it."""

    def __init__(self, text: str, cast: Cast) -> None:
        labels = {
            found.start(): cast.find(found["name"], found.start("name")) for found in _NAMED.finditer(text)
        }
        self._text = text
        self._names = {found.start(): Span(*found.span("name")) for found in _NAMED.finditer(text)}
        self._often = Counter(name.of(text) for name in self._names.values())
        self._speakers = {
            at: who for at, who in labels.items() if who is not None and who.type is SpeakerType.PERSON
        }

    def speaker(self, at: int) -> Member | None:
        """Return who speaks the line that ``at`` stands in: whom "I" means there."""
        return self._speakers.get(self._text.rfind("\n", 0, at) + 1)

    def label(self, quotation: Quotation) -> tuple[Referent, Span] | None:
        """Return who speaks a quotation whose own words begin with a name, and where this stands.

        A name that nothing else in the article tells of counts in capitals and before several lines.
        """
        line = self._text.rfind("\n", 0, quotation.marked.start) + 1
        where, who = self._names.get(line), self._speakers.get(line)
        if where is None or where.start != quotation.span.start:
            return None
        name = where.of(self._text)
        if who is not None:
            return Referent(who, who.name, Sort.NAME), where
        return (Referent(None, name, Sort.NAME), where) if name.isupper() and self._often[name] > 1 else None

    def addressed(self, at: int) -> Member | None:
        """Return whom "you" means in a line: the only one who answers, and not on his own lines."""
        who = set(self._speakers.values())
        return who.pop() if len(who) == 1 and self.speaker(at) is None else None
