"""Who the labels of a transcript are: speakers whom the archive knows, or new ones."""

from __future__ import annotations

import re
import sqlite3
from datetime import timedelta

from quotecheck.archive import people
from quotecheck.archive.interface import SpeakerRecord, SpeakerRole
from quotecheck.archive.registry import Registry
from quotecheck.archive.rows import interval
from quotecheck.archive.sources.transcripts import label_key
from quotecheck.lexicons import lexicon
from quotecheck.model import Interval, SpeakerType
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.names import SAME, agreement, parse_person
from quotecheck.speakers.roles import says_what, split_title

__all__ = ["Cast"]

_NUMBERED = re.compile(r"(?:speaker|participant|voice|man|woman|juror)\s*#?\d+")
_FRONT = 3_000
_LIFETIME = timedelta(days=40 * 365)
_CLEARLY = 0.05
_PRINTED_NAME = r"((?:[A-Z][\w’'-]*\.?[^\S\n]+){1,3})"
_SCOTTISH = re.compile(r"\b(Mc|O['’])([a-z])")


def _written(label: str) -> str:
    """Return a label in capitals as names are written: "MS. O'NEIL" is "Ms. O'Neil"."""
    if not label.isupper():
        return label
    plain = re.sub(r"[^\W\d_][\w]*", lambda word: word[0][0] + word[0][1:].lower(), label)
    plain = re.sub(r"(?<=\w['’])[^\W\d_](?=[^\W\d_])", lambda letter: letter[0].upper(), plain)
    plain = _SCOTTISH.sub(lambda found: found[1] + found[2].upper(), plain)
    particles = word_set("names", "people", "particles")
    words = plain.split()
    return " ".join(
        word.lower() if 0 < i < len(words) - 1 and word.lower() in particles and len(word) > 1 else word
        for i, word in enumerate(words)
    )


def _is_office(name: str) -> bool:
    """Tell whether a label is an office and nothing else: "The President", "Attorney General"."""
    words = folded(name)
    ranks = word_set("names", "honorifics") | word_set("transcripts", "offices", "words")
    return len(words) > 0 and ranks.issuperset(words) and (words[0] == "the" or len(words) > 1)


def _family(name: str) -> str:
    return " ".join(parse_person(name).family)


def _without_rest(printed: str) -> str:
    """Cut a run of capitalised words after the name: "Biden On" is "Biden"."""
    words = printed.split()
    small = word_set("openers", "words") | word_set("transcripts", "after_names", "words")
    for i, word in enumerate(words):
        if word.casefold().strip(".") in small:
            words = words[:i]
            break
    return " ".join(words).rstrip(".,")


class Cast:
    """Finds the speaker behind each label of one transcript.

    A family name alone is that of the one person whom the text names in full so, else of the one known
    speaker whom name, title and day fit. An office is whoever the title or the opening names with it, else
    the one known speaker who held it that day. Whom nothing tells stays unknown; a new name is a new speaker.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        registry: Registry,
        *,
        text: str,
        title: str | None,
        said: Interval | None,
        speaker: int | None,
    ) -> None:
        """Read the archive through ``connection``; ``speaker`` is whoever the source as a whole is by."""
        self._connection = connection
        self._registry = registry
        self._text = f"{title or ''}\n{text}"
        self._said = said
        self._speaker = speaker
        self._found: dict[str, int | None] = {}

    def speaker(self, label: str) -> int | None:
        """Return the number of the speaker behind a label, None where nothing tells."""
        key = label_key(label)
        if key not in self._found:
            self._found[key] = self._find(label, key)
        return self._found[key]

    def _find(self, label: str, key: str) -> int | None:
        unnamed = lexicon("transcripts")["unnamed"].get(key)
        if unnamed or _NUMBERED.fullmatch(key):
            return self._unnamed(unnamed or "Unknown speaker")
        name = _written(label)
        if _is_office(name):
            return self._holder(name)
        return self._named(name, *split_title(name))

    def _unnamed(self, name: str) -> int:
        known = self._registry.known_speaker(name)
        return known or self._registry.add_speaker(name, kind=SpeakerType.UNNAMED)

    def _named(self, name: str, title: str | None, bare: str) -> int:
        full = bare if parse_person(bare).given else self._in_full(bare)
        known = None if full else self._registry.known_speaker(name)
        known = known or self._known(full or bare, title)
        role = title if title and says_what(title) else None
        return known or self._registry.speaker(full or name, role=role)

    def _in_full(self, family: str) -> str | None:
        """Return the full name with this family name that the text has, if it has one and no other."""
        given = word_set("given_names", "male") | word_set("given_names", "female")
        whole = re.compile(rf"\b{_PRINTED_NAME}({re.escape(family)})\b", re.IGNORECASE)
        names: list[str] = []
        for found in whole.finditer(self._text):
            words = found[1].split()
            first = next((i for i, word in enumerate(words) if given.issuperset(folded(word))), None)
            name = _written(" ".join([*words[first:], found[2]]))
            if first is not None and not any(agreement(name, other) >= SAME for other in names):
                names.append(name)
        return names[0] if len(names) == 1 else None

    def _known(self, name: str, title: str | None) -> int | None:
        """Return the known speaker whom a name fits, if there is only one whom it fits so well."""
        exact = self._registry.known_speaker(name)
        if exact is not None:
            return exact
        found = people.likely(self._connection, name, role=title, on=self._said)
        fitting = [(score, one) for score, one in found if self._fits(one, name)]
        if not fitting or (len(fitting) > 1 and fitting[0][0] - fitting[1][0] < _CLEARLY):
            return None
        return fitting[0][1].id

    def _fits(self, speaker: SpeakerRecord, name: str) -> bool:
        names = (speaker.name, *speaker.aliases)
        return any(agreement(name, other) >= SAME for other in names) and self._is_of_the_time(speaker.id)

    def _is_of_the_time(self, speaker: int) -> bool:
        """Tell whether nothing speaks against it: a speaker quoted forty years apart is another one."""
        sql = "SELECT min(earliest), max(latest) FROM quotes WHERE speaker_id = ? AND earliest IS NOT NULL"
        quoted = interval(*self._connection.execute(sql, (speaker,)).fetchone())
        if quoted is None or self._said is None:
            return True
        gap = max(quoted.earliest - self._said.latest, self._said.earliest - quoted.latest)
        return gap <= _LIFETIME

    def _holder(self, office: str) -> int | None:
        if self._speaker is not None:
            return self._speaker
        bare = re.sub(r"^the\s+", "", office, flags=re.IGNORECASE)
        if name := self._named_with(bare):
            shown = name if parse_person(name).given else f"{bare} {name}"
            return self._known(name, bare) or self._registry.speaker(shown, role=bare)
        holders = [
            one.id
            for one in people.find(self._connection, bare, role=bare, on=self._said)
            if any(self._is_held(role, folded(bare)) for role in one.roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def _is_held(self, role: SpeakerRole, office: tuple[str, ...]) -> bool:
        """Tell whether a role is the office, in those days: "President of France", not "Vice President"."""
        return folded(role.title)[: len(office)] == office and (
            self._said is None or role.held_on(self._said)
        )

    def _named_with(self, office: str) -> str | None:
        """Return the one name that the title or the opening puts behind the office: "President Biden"."""
        printed = re.compile(rf"\b{re.escape(office)}[^\S\n]+((?:[A-Z][\w.’'-]*[^\S\n]?){{1,4}})")
        names = {_without_rest(found[1]) for found in printed.finditer(self._text[:_FRONT])} - {""}
        families = {_family(name) for name in names}
        if len(families) != 1:
            return None
        longest = max(names, key=len)
        return longest if parse_person(longest).given else self._in_full(longest) or longest
