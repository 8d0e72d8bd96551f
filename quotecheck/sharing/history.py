"""The model behind merging: what a shared history is, and what a quote says after any exchange.

A *version* says that one field of one quote (speaker, source) has one value. It has *parents*: the versions
of that field which whoever wrote it saw and replaced. What somebody entered first has none. The id of a
version is a hash of what it says and of its parents, not of who wrote it or when: two desks that enter the
same statement, or make the same correction of it, have made the same version, and the earlier merge of the
two is nobody's business.

A *history* is a set of versions. It only ever grows: a correction adds a version, so does a deletion, and so
does the decision of a conflict. To merge is to unite two sets, which is why merging

- is idempotent, commutative and associative: so is the union of sets;
- loses nothing: every version that was ever seen stays;
- is three-way: a version knows its parents, so the common base needs no bookkeeping between the desks.

What a history *says* follows from the set alone. The *heads* of a field are its versions that are parents of
no other version of that field. If all heads have one value, that is the field's value: what only they changed
has come in, for their version has mine as its parent, and what only I changed stays, for theirs is a parent
of mine. If heads have different values, both of us have changed the field without seeing each other's change:
that is a *conflict*, and it lasts until somebody decides. The decision is a version that has all the heads as
parents; it travels like any other, so that a conflict is decided once for all desks. (If two desks decide
differently, that is a new conflict, and rightly so.) As long as a conflict is open each archive goes on
showing the value that it had; an archive that had none shows the head with the highest id, so that all such
show the same.

A *deletion* is a version of the field ``deleted`` with the value "yes" whose parents are the heads of all
fields that whoever deleted had seen. When there is a head that they had not seen, somebody has worked on what
another deleted: a conflict of the field ``deleted``. A restored entry has a later version of that field,
without a value. A retraction is nothing special: a version of the field ``status``, with the reason as its
note.

*Facts* are fields that can be there side by side: a speaker's alias (``alias:KEY``), an office (``role:…``),
a further source of a quote (``also:UID``), a tag (``tag:KEY``). They are never in conflict: as long as one
head says so, it is so.

Convergence of sets of operations with causal parents is known from Shapiro et al., "Conflict-free replicated
data types" (2011); a field here is their multi-value register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

import msgspec

__all__ = [
    "DELETED",
    "YES",
    "Disagreement",
    "History",
    "State",
    "Version",
    "heads",
    "is_fact",
    "lineage",
    "state",
    "version",
    "version_id",
]

DELETED = "deleted"
YES = "yes"
_FACTS = ("alias:", "role:", "also:", "tag:")
_NEVER_IN_CONFLICT = frozenset({"retrieved_at"})  # two desks that fetched one page are of one mind
_ID_LENGTH = 32


class Version(NamedTuple):
    """One value of one field (None: no value any more), and the versions that it replaced.

    ``by``, ``at`` (ISO time) and ``note`` tell who was the first to write it that we know of.
    """

    id: str
    field: str
    value: str | None
    parents: tuple[str, ...] = ()
    by: str = ""
    at: str = ""
    note: str = ""


History = dict[str, Version]
"""The versions of one quote, speaker or source by their ids."""


class Disagreement(NamedTuple):
    """A conflict: the different values of a field's heads, and the last value that all of them come from."""

    field: str
    values: tuple[str | None, ...]
    base: str | None


class State(NamedTuple):
    """What a history says: the fields that have a value, and the conflicts that are open."""

    fields: dict[str, str]
    conflicts: tuple[Disagreement, ...] = ()

    @property
    def is_deleted(self) -> bool:
        """Tell whether the entry is no longer there."""
        return self.fields.get(DELETED) == YES


def is_fact(field: str) -> bool:
    """Tell whether values of the field stand side by side rather than against each other."""
    return field.startswith(_FACTS)


def version_id(uid: str, field: str, value: str | None, parents: Sequence[str] = ()) -> str:
    """Return the id of a version: 32 hex digits of the SHA-256 of [uid, field, value, parents] as JSON."""
    said = msgspec.json.encode([uid, field, value, sorted(parents)])
    return sha256(said).hexdigest()[:_ID_LENGTH]


def version(
    uid: str,
    field: str,
    value: str | None,
    parents: Iterable[str] = (),
    *,
    by: str = "",
    at: str = "",
    note: str = "",
) -> Version:
    """Make a version of a field of the quote, speaker or source ``uid``."""
    seen = tuple(sorted(set(parents)))
    return Version(version_id(uid, field, value, seen), field, value, seen, by, at, note)


def heads(history: Mapping[str, Version]) -> dict[str, list[Version]]:
    """Return the versions of each field that no other version of it has replaced, by their ids."""
    by_field: dict[str, list[Version]] = {}
    for one in history.values():
        by_field.setdefault(one.field, []).append(one)
    for field, versions in by_field.items():
        if len(versions) > 1:
            replaced = {parent for one in versions for parent in one.parents}
            by_field[field] = sorted(one for one in versions if one.id not in replaced)
    return by_field


def lineage(history: Mapping[str, Version], id_: str) -> list[str]:
    """Return a version's own id and those of all that it comes from, the nearest first."""
    found = {id_: None}
    waiting = [id_]
    for at in waiting:
        known = history.get(at)
        new = [parent for parent in (known.parents if known else ()) if parent not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)


def _base(history: Mapping[str, Version], versions: Sequence[Version]) -> str | None:
    """Return the nearest value of this field that all the versions come from."""
    others = [set(lineage(history, one.id)) for one in versions[1:]]
    for id_ in lineage(history, versions[0].id):
        known = history.get(id_)
        if known and known.field == versions[0].field and all(id_ in line for line in others):
            return known.value
    return None


def _deletion(by_field: dict[str, list[Version]]) -> Disagreement | None:
    """Tell whether somebody has worked on an entry without knowing that another had deleted it."""
    deletions = [one for one in by_field.get(DELETED, ()) if one.value == YES]
    seen = {parent for one in deletions for parent in one.parents}
    unseen = any(
        one.id not in seen and one.value is not None
        for field, versions in by_field.items()
        if field != DELETED and not is_fact(field)
        for one in versions
    )
    return Disagreement(DELETED, (None, YES), None) if deletions and unseen else None


def state(history: Mapping[str, Version], mine: Mapping[str, str] | None = None) -> State:
    """Return what the history says; where it is in conflict, ``mine`` (field to value) goes on.

    Fields without a value are left out, in ``mine`` as well as in the result; what is deleted says only that.
    """
    by_field = heads(history)
    fields: dict[str, str] = {}
    conflicts = []
    for field, versions in sorted(by_field.items()):
        values = sorted({one.value for one in versions}, key=lambda value: (value is not None, value or ""))
        value = values[-1]
        if len(values) > 1 and not is_fact(field) and field not in _NEVER_IN_CONFLICT:
            conflicts.append(Disagreement(field, tuple(values), _base(history, versions)))
            value = versions[-1].value
            if mine is not None and mine.get(field) in values:
                value = mine.get(field)
        if value is not None:
            fields[field] = value
    if (disagreement := _deletion(by_field)) and DELETED not in {one.field for one in conflicts}:
        conflicts.append(disagreement)
        fields.pop(DELETED, None)
        if mine is not None and mine.get(DELETED) == YES:
            fields[DELETED] = YES
    return State({DELETED: YES} if DELETED in fields else fields, tuple(conflicts))
