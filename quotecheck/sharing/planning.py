"""What merging would do, entry by entry: nothing is written here, and so it is the preview as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quotecheck.sharing.entries import Entry, history_of
from quotecheck.sharing.fields import Entity
from quotecheck.sharing.history import DELETED, Disagreement, History, State, Version, heads, state, version
from quotecheck.sharing.local import Local

__all__ = ["Conflict", "Outcome", "Plan", "Rule", "changes", "decided", "plan_entry"]


class Outcome(StrEnum):
    """What becomes of an entry of a bundle; ``GONE`` is one that both sides have deleted, or never had."""

    NEW = "new"
    IDENTICAL = "identical"
    UPDATED = "updated"
    CONFLICTING = "conflicting"
    GONE = "gone"


class Rule(StrEnum):
    """How conflicts are decided; ``KEEP_OPEN`` leaves them to a person."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    KEEP_OPEN = "keep-open"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two sides have changed without knowing of each other; None is "no value".

    ``base`` is what it was before either did. Speakers and sources are given by their uids.
    """

    entity: Entity
    uid: str
    field: str
    mine: str | None
    theirs: str | None
    base: str | None


class Plan(NamedTuple):
    """What merging does with one entry: afterwards it says what is in ``state``.

    ``history`` is empty for a plain entry that is new, or the same as here: it needs none.
    """

    entity: Entity
    entry: Entry
    local: Local | None
    outcome: Outcome
    history: History
    fresh: tuple[Version, ...]
    state: State
    conflicts: tuple[Conflict, ...] = ()


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, tuple[str | None, str | None]]:
    """Return what each field that differs says in ``old`` and in ``new``."""
    return {
        field: (old.get(field), new.get(field))
        for field in {**old, **new}
        if old.get(field) != new.get(field)
    }


def _conflicts(
    entity: Entity, uid: str, found: Sequence[Disagreement], mine: State, theirs: State
) -> tuple[Conflict, ...]:
    conflicts = []
    for one in found:
        ours = mine.fields.get(one.field)
        others = [value for value in one.values if value != ours]
        preferred = theirs.fields.get(one.field)
        others.sort(key=lambda value, preferred=preferred: value != preferred)  # type: ignore[misc]
        conflicts += [Conflict(entity, uid, one.field, ours, value, one.base) for value in others]
    return tuple(conflicts)


def decided(uid: str, history: History, field: str, value: str | None, *, by: str, at: str) -> Version:
    """Return the version that decides a conflict: it has all that it decides between as its parents."""
    by_field = heads(history)
    seen = [one.id for one in by_field.get(field, ())]
    if field == DELETED:
        seen = [one.id for versions in by_field.values() for one in versions]
    return version(uid, field, value, seen, by=by, at=at, note="decided a conflict")


def _decide_all(
    uid: str, history: History, conflicts: Sequence[Conflict], rule: Rule, *, by: str, at: str
) -> list[Version]:
    """Decide all conflicts by a rule, in ``history`` itself; return the decisions."""
    values = {one.field: one.mine if rule is Rule.MINE else one.theirs for one in reversed(conflicts)}
    made = []
    for field in sorted(values, key=lambda field: field == DELETED):  # a deletion must know the rest
        made.append(decided(uid, history, field, values[field], by=by, at=at))
        history[made[-1].id] = made[-1]
    return made


def _outcome(local: Local | None, after: State, fresh: Sequence[Version], *, is_open: bool) -> Outcome:
    gone = local is None or local.id is None
    if gone and after.is_deleted and not is_open:
        return Outcome.GONE
    if gone and local is None:
        return Outcome.CONFLICTING if is_open else Outcome.NEW
    if is_open:
        return Outcome.CONFLICTING
    return (
        Outcome.UPDATED if fresh and local is not None and local.fields != after.fields else Outcome.IDENTICAL
    )


def plan_entry(
    entity: Entity,
    entry: Entry,
    local: Local | None,
    rule: Rule = Rule.KEEP_OPEN,
    *,
    by: str = "",
    at: str = "",
) -> Plan:
    """Say what merging does with an entry; ``by`` and ``at`` are written on decisions made by the rule."""
    if not entry.changes:
        if local is None:
            return Plan(entity, entry, None, Outcome.NEW, {}, (), State(entry.fields))
        if local.plain and local.fields == entry.fields:
            return Plan(entity, entry, local, Outcome.IDENTICAL, {}, (), State(local.fields))
    mine = local.versions() if local else {}
    theirs = history_of(entry)
    history = {**theirs, **mine}
    fresh = [one for id_, one in theirs.items() if id_ not in mine]
    fields = local.fields if local else None
    after = state(history, fields)
    before = State(fields) if fields is not None else after
    conflicts = _conflicts(entity, entry.uid, after.conflicts, before, state(theirs))
    if conflicts and rule in (Rule.MINE, Rule.THEIRS):
        fresh += _decide_all(entry.uid, history, conflicts, rule, by=by, at=at)
        after, conflicts = state(history, fields), ()
    outcome = _outcome(local, after, fresh, is_open=bool(conflicts))
    return Plan(entity, entry, local, outcome, history, tuple(fresh), after, conflicts)
