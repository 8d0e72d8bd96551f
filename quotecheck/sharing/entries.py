"""The lines of a bundle: quotes, speakers and sources with their histories, strictly read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from quotecheck.sharing.checks import LONGEST_NAME, are_known, is_day, may_be, may_be_written, names_entry
from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.fields import Entity
from quotecheck.sharing.history import DELETED, History, version
from quotecheck.sharing.keys import is_key

__all__ = ["Change", "Entry", "Verified", "entry_of", "history_of", "parse_entry"]

_MOST_VERSIONS = 10_000
_LONGEST_TIME = 40
_VERSION_ID = re.compile(r"[0-9a-f]{32}")
_NEEDED: dict[Entity, str] = {"quote": "text", "speaker": "name"}


class Change(msgspec.Struct, omit_defaults=True, gc=False):
    """One version of a field (see :mod:`quotecheck.sharing.history`); its id follows from it."""

    field: str
    value: str | None
    parents: list[str] = []
    by: str = ""
    at: str = ""
    note: str = ""


class Verified(msgspec.Struct, omit_defaults=True, gc=False):
    """That somebody compared a quote with its source, ``on`` an ISO day.

    ``key`` is the public key of whoever vouches for it (Base64), empty when nobody does.
    """

    by: str
    on: str | None = None
    how: str = ""
    note: str = ""
    key: str = ""


class Entry(msgspec.Struct, omit_defaults=True, gc=False):
    """One quote, speaker or source: ``fields`` is what was first entered, ``changes`` are the other versions.

    ``before`` and ``after`` are a quote's surroundings, where its source's text does not tell them.
    """

    uid: str
    fields: dict[str, str] = {}
    by: str = ""
    at: str = ""
    changes: list[Change] = []
    verifications: list[Verified] = []
    before: str = ""
    after: str = ""


_DECODER = msgspec.json.Decoder(Entry)


@lru_cache(maxsize=4096)
def _is_origin(by: str, at: str) -> bool:
    return len(by) <= LONGEST_NAME and len(at) <= _LONGEST_TIME and may_be_written(by, at)


def _problems_of_change(entity: Entity, one: Change) -> Iterator[str]:
    if not may_be(entity, one.field, one.value):
        yield f"its {one.field[:40]!r} cannot become {str(one.value)[:80]!r}"
    if len(one.parents) > _MOST_VERSIONS or not all(map(_VERSION_ID.fullmatch, one.parents)):
        yield f"the parents of a change of its {one.field[:40]!r} are none"
    if not (_is_origin(one.by, one.at) and may_be_written(one.note)):
        yield "a change of it is by nobody"


def _is_verification(one: Verified) -> bool:
    right = (one.on is None or is_day(one.on)) and (not one.key or is_key(one.key))
    return right and _is_origin(one.by, "") and may_be_written(one.how, one.note)


def _has_what_it_needs(entity: Entity, entry: Entry) -> bool:
    needed = _NEEDED.get(entity)
    if needed is None or needed in entry.fields:
        return True
    return any(one.field in (needed, DELETED) for one in entry.changes)


def _problems(entity: Entity, entry: Entry) -> Iterator[str]:
    """Yield what is wrong with an entry, as ends of sentences; all that follows counts on the ones before."""
    if not names_entry(entity, entry.uid):
        yield f"its uid {entry.uid[:40]!r} is none of a {entity}"
    for field, value in () if are_known(entity, entry.fields) else entry.fields.items():
        if not may_be(entity, field, value):
            yield f"its {field[:40]!r} cannot be {value[:80]!r}"
    if len(entry.changes) > _MOST_VERSIONS or len(entry.verifications) > _MOST_VERSIONS:
        yield "it has more history than any real one"
    if not _has_what_it_needs(entity, entry):
        yield f"it has no {_NEEDED[entity]}"
    if not _is_origin(entry.by, entry.at):
        yield "nobody entered it"
    if (entry.before or entry.after) and not may_be_written(entry.before, entry.after):
        yield "what stands around it is no text"
    for change in entry.changes:
        yield from _problems_of_change(entity, change)
    if entry.verifications and not all(map(_is_verification, entry.verifications)):
        yield "a verification is none"


def parse_entry(entity: Entity, line: bytes, place: str) -> Entry:
    """Read one line; ``place`` names it. Raises BundleError unless all of it is right."""
    try:
        entry = _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        problem = f"it is no entry ({error})"
    else:
        problem = next(_problems(entity, entry), "")
        if not problem:
            return entry
    raise BundleError(
        "{place} is refused, for {problem}: ask whoever made the bundle for another.",
        place=place,
        problem=problem,
    )


def history_of(entry: Entry) -> History:
    """Return all versions of an entry by their ids."""
    entered = [
        version(entry.uid, field, value, by=entry.by, at=entry.at) for field, value in entry.fields.items()
    ]
    changed = [
        version(entry.uid, one.field, one.value, one.parents, by=one.by, at=one.at, note=one.note)
        for one in entry.changes
    ]
    return {one.id: one for one in (*changed, *entered)}


def entry_of(uid: str, history: History) -> Entry:
    """Return the entry that stands for a history; what was first entered together comes first."""
    first = [(one.at, one.by) for one in history.values() if not one.parents and not one.note]
    at, by = min(first, default=("", ""))
    entry = Entry(uid, by=by, at=at)
    for one in sorted(history.values(), key=lambda one: (one.at, one.field, one.id)):
        entered = not one.parents and not one.note and (one.by, one.at) == (by, at)
        if entered and one.value is not None and one.field not in entry.fields:
            entry.fields[one.field] = one.value
        else:
            entry.changes.append(Change(one.field, one.value, list(one.parents), one.by, one.at, one.note))
    return entry
