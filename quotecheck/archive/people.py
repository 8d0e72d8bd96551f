"""Speakers: whom a name may mean, by names, aliases and roles."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecheck.archive.bulk import AMONG, insert_tuples
from quotecheck.archive.identity import name_key, speaker_uid
from quotecheck.archive.interface import SpeakerRecord, SpeakerRole
from quotecheck.archive.rows import day
from quotecheck.model import Interval, SpeakerType
from quotecheck.speakers.folding import SMALL_WORDS, folded
from quotecheck.speakers.names import agreement

__all__ = [
    "Namesake",
    "begun",
    "find",
    "index_speakers",
    "likeliest",
    "likely",
    "namesakes",
    "renamed",
    "speakers_by_ids",
]

_POOL = 64
_MOST_BEGUN = 50
_LEAST_AGREEMENT = 0.5
_BY_ROLE_ALONE = 0.7
_ROLE_BONUS = 0.25


def _tokens(text: str) -> set[str]:
    return {word for word in folded(text) if word not in SMALL_WORDS}


def name_tokens(name: str) -> set[str]:
    """Return the words of a name and its initials, so that "FBI" and the name in full meet."""
    words = folded(name)
    content = [word for word in words if word not in SMALL_WORDS]
    initials = {"".join(word[0] for word in of) for of in (words, content) if len(of) > 1}
    return set(content) | initials


def _whole(name: str) -> str:
    """Return a token that stands for a name as a whole and is no word."""
    return f"={name_key(name)}"


def renamed(connection: sqlite3.Connection, names: Sequence[str]) -> dict[str, list[int]]:
    """Return the speakers who now bear a name but were entered under another one, for each such name."""
    found: dict[str, list[int]] = {}
    sql = f"SELECT token, speaker_id FROM index_names WHERE kind = 'name' AND token {AMONG}"
    for token, speaker in connection.execute(sql, (json.dumps([_whole(name) for name in names]),)):
        found.setdefault(token, []).append(speaker)
    return {name: found[token] for name in names if (token := _whole(name)) in found}


def index_speakers(connection: sqlite3.Connection, speakers: Sequence[int]) -> None:
    """Make speakers findable by the words of the names and roles that the tables now have."""
    chosen = (json.dumps(speakers),)
    names = connection.execute(
        f"SELECT id, name, uid FROM speakers WHERE id {AMONG}"
        f" UNION SELECT speaker_id, alias, NULL FROM speaker_aliases WHERE speaker_id {AMONG}",
        chosen * 2,
    ).fetchall()
    roles = connection.execute(
        f"SELECT speaker_id, role FROM speaker_roles WHERE speaker_id {AMONG}", chosen
    ).fetchall()
    rows = {(token, "name", speaker) for speaker, name, _ in names for token in name_tokens(name)}
    rows |= {(_whole(name), "name", id_) for id_, name, uid in names if uid and uid != speaker_uid(name)}
    rows |= {(token, "role", speaker) for speaker, role in roles for token in _tokens(role)}
    connection.execute(f"DELETE FROM index_names WHERE speaker_id {AMONG}", chosen)
    insert_tuples(connection, "index_names", ("token", "kind", "speaker_id"), sorted(rows))


def _block(connection: sqlite3.Connection, tokens: Iterable[str], kind: str) -> set[int]:
    """Return speakers who share a word, going by the rarest words first until there are enough."""
    wanted = json.dumps(sorted(tokens))
    counts = connection.execute(
        f"SELECT token, count(*) FROM index_names WHERE kind = ? AND token {AMONG} GROUP BY token ORDER BY 2",
        (kind, wanted),
    ).fetchall()
    found: set[int] = set()
    for token, count in counts:
        if found and len(found) + count > _POOL:
            break
        rows = connection.execute(
            "SELECT speaker_id FROM index_names WHERE token = ? AND kind = ? LIMIT ?",
            (token, kind, 10 * _POOL),
        )
        found.update(row[0] for row in rows)
    return found


def speakers_by_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> list[SpeakerRecord]:
    """Return the speakers with these numbers, in the order of the numbers."""
    wanted = (json.dumps(list(ids)),)
    aliases: dict[int, list[str]] = {}
    for speaker, alias in connection.execute(
        f"SELECT speaker_id, alias FROM speaker_aliases WHERE speaker_id {AMONG} ORDER BY id", wanted
    ):
        aliases.setdefault(speaker, []).append(alias)
    roles: dict[int, list[SpeakerRole]] = {}
    for speaker, role, since, until in connection.execute(
        "SELECT speaker_id, role, from_date, to_date FROM speaker_roles"
        f" WHERE speaker_id {AMONG} ORDER BY id",
        wanted,
    ):
        roles.setdefault(speaker, []).append(SpeakerRole(role, day(since), day(until)))
    rows = connection.execute(f"SELECT id, name, kind FROM speakers WHERE id {AMONG} ORDER BY id", wanted)
    return [
        SpeakerRecord(id_, name, SpeakerType(kind), tuple(aliases.get(id_, ())), tuple(roles.get(id_, ())))
        for id_, name, kind in rows
    ]


def _role_fit(wanted: str, speaker: SpeakerRecord, on: Interval | None) -> float:
    """Return the share of the words of ``wanted`` that one role of the speaker has, 0 to 1."""
    tokens = _tokens(wanted)
    held = [_tokens(role.title) for role in speaker.roles if on is None or role.held_on(on)]
    return max((len(tokens & role) / len(tokens) for role in held), default=0.0) if tokens else 0.0


class Namesake(NamedTuple):
    """A speaker who shares words with a name, and how well the two names agree, 0 to 1."""

    speaker: SpeakerRecord
    agreement: float


def namesakes(connection: sqlite3.Connection, name: str) -> list[Namesake]:
    """Return the speakers who share a word with ``name``, in their own names or in their roles."""
    ids = _block(connection, name_tokens(name), "name") | _block(connection, _tokens(name), "role")
    return [
        Namesake(one, max(agreement(name, other) for other in (one.name, *one.aliases)))
        for one in speakers_by_ids(connection, sorted(ids))
    ]


def _likeness(namesake: Namesake, name: str, role: str | None, on: Interval | None) -> float:
    speaker, by_name = namesake
    if not speaker.roles:
        return by_name if by_name >= _LEAST_AGREEMENT else 0.0
    by_role = _BY_ROLE_ALONE if _role_fit(name, speaker, on) == 1 else 0.0
    if by_name < _LEAST_AGREEMENT and not by_role:
        return 0.0
    # "Secretary Ross" names a role too, without anybody having told it apart.
    return max(by_name, by_role) + _ROLE_BONUS * _role_fit(role or name, speaker, on)


def likeliest(
    known: Sequence[Namesake], name: str, *, role: str | None, on: Interval | None
) -> list[tuple[float, SpeakerRecord]]:
    """Return those of the namesakes whom ``name`` may mean with how well they fit, the likeliest first."""
    scored = [(_likeness(one, name, role, on), one.speaker) for one in known]
    return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])


def likely(
    connection: sqlite3.Connection, name: str, *, role: str | None, on: Interval | None
) -> list[tuple[float, SpeakerRecord]]:
    """Return the speakers whom ``name`` may mean with how well they fit, the likeliest first."""
    return likeliest(namesakes(connection, name), name, role=role, on=on)


def find(
    connection: sqlite3.Connection, name: str, *, role: str | None, on: Interval | None
) -> list[SpeakerRecord]:
    """Return the speakers whom ``name`` may mean, the likeliest first."""
    return [speaker for _, speaker in likely(connection, name, role=role, on=on)]


def begun(connection: sqlite3.Connection, typed: str) -> list[SpeakerRecord]:
    """Return at most 50 speakers, in alphabetical order, of whose names every typed word begins a word."""
    words = sorted(_tokens(typed)) or folded(typed)
    if not words:
        return []
    among = " INTERSECT ".join(
        ["SELECT speaker_id FROM index_names WHERE kind = 'name' AND token >= ? AND token < ?"] * len(words)
    )
    bounds = [bound for word in words for bound in (word, word + chr(sys.maxunicode))]
    rows = connection.execute(
        f"SELECT id FROM speakers WHERE id IN ({among}) ORDER BY name, id LIMIT {_MOST_BEGUN}", bounds
    )
    found = speakers_by_ids(connection, [row[0] for row in rows])
    return sorted(found, key=lambda speaker: (speaker.name, speaker.id))
