"""Many decisions at once: each conflict by what was said of it, all the others by a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from quotecheck.archive import Archive
from quotecheck.archive.recorder import Recorder
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.history import DELETED
from quotecheck.sharing.joining import join_within, keep_apart_within
from quotecheck.sharing.planning import Conflict, Rule
from quotecheck.sharing.resolving import edited, open_conflicts, resolve_within, write_anew

__all__ = [
    "Decision",
    "Decisions",
    "Joins",
    "check_joins",
    "decide",
    "decide_within",
    "join_or_keep_apart",
    "read_decisions",
]

Progress = Callable[[int], bool | None]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one conflict: a rule, or the ``text`` that a person has written instead of either."""

    rule: Rule = Rule.KEEP_OPEN
    text: str | None = None


Decisions = Mapping[tuple[str, str], Decision]
"""What was decided, by the uid of the entry and the name of its field."""

Joins = Mapping[tuple[str, str], bool]
"""Whether proposed pairs, of which the first is kept, are one."""


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    uid: str
    field: str
    choice: str
    text: str | None = None


def _decision(line: _Line) -> Decision:
    if (line.choice == "edit") != (line.text is not None):
        raise ValueError("“edit” and “text” belong together")
    return Decision(text=line.text) if line.choice == "edit" else Decision(Rule(line.choice))


def read_decisions(path: Path) -> dict[tuple[str, str], Decision]:
    """Read decisions from JSON Lines of uid, field, choice (a rule or "edit") and, for "edit", text.

    Raises SharingError, naming the line, and OSError.
    """
    found = {}
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=_Line)
            found[one.uid, one.field] = _decision(one)
        except (ValueError, RecursionError) as error:
            raise SharingError(
                "{path}, line {number}, is no decision ({error}): it has uid, field and choice, which is "
                "mine, theirs, both, keep-open or edit with a text.",
                path=path,
                number=number,
                error=error,
            ) from error
    return found


def _close(recorder: Recorder, one: Conflict) -> None:
    recorder.connection.execute("DELETE FROM conflicts WHERE uid = ? AND field = ?", (one.uid, one.field))


def _decide_one(recorder: Recorder, one: Conflict, decision: Decision, by: str) -> bool:
    """Decide a conflict, unless it is to stay open or cannot be both; tell whether it is decided."""
    if decision.text is not None:
        write_anew(recorder, one, edited(one, decision.text), by=by)
    elif decision.rule is Rule.KEEP_OPEN or not resolve_within(recorder, one, decision.rule, by):
        return False
    _close(recorder, one)
    return True


def decide_within(
    recorder: Recorder,
    conflicts: Iterable[Conflict],
    decisions: Decisions,
    *,
    rule: Rule = Rule.KEEP_OPEN,
    by: str,
    progress: Progress | None = None,
) -> list[Conflict]:
    """Decide conflicts inside a transaction, by the rule where nothing else was said; return what stays open.

    Of a field that several versions disagree about the first decision settles all. Raises SharingError when
    it is stopped, or when a text cannot stand in its field.
    """
    still_open, settled = [], set()
    # A deletion must know the rest.
    in_order = sorted(conflicts, key=lambda one: one.field == DELETED)
    for number, one in enumerate(in_order, start=1):
        place = one.uid, one.field
        if place in settled:
            continue
        if _decide_one(recorder, one, decisions.get(place, Decision(rule)), by):
            settled.add(place)
        else:
            still_open.append(one)
        if progress and progress(number) is False:
            raise SharingError("Deciding was stopped: everything is as it was.")
    return still_open


def check_joins(joins: Joins) -> None:
    """Raise SharingError when one newcomer is to be two others: nobody has said that these are one."""
    joined: dict[str, str] = {}
    for (mine, theirs), is_one in joins.items():
        if is_one and joined.setdefault(theirs, mine) != mine:
            raise SharingError(
                "{theirs} cannot be both {one} and {other}: choose one of them, and join those two first if"
                " they are one.",
                theirs=theirs,
                one=joined[theirs],
                other=mine,
            )


def join_or_keep_apart(
    recorder: Recorder, joins: Joins, *, by: str, progress: Progress | None = None
) -> None:
    """Decide proposed pairs inside a transaction. Raises SharingError when it is stopped."""
    for number, ((mine, theirs), is_one) in enumerate(joins.items(), start=1):
        if is_one:
            join_within(recorder, mine, theirs, by=by)
        else:
            keep_apart_within(recorder, mine, theirs, by=by)
        if progress and progress(number) is False:
            raise SharingError("Deciding was stopped: everything is as it was.")


def decide(
    archive: Archive,
    decisions: Decisions,
    *,
    joins: Joins | None = None,
    by: str,
    progress: Progress | None = None,
) -> int:
    """Decide open conflicts and proposed pairs, all or none; return how many conflicts stay open.

    What is not in conflict any more is passed over.
    """
    check_joins(joins or {})
    conflicts = open_conflicts(archive)
    with archive._recording(by) as recorder:
        still_open = decide_within(recorder, conflicts, decisions, by=by, progress=progress)
        join_or_keep_apart(recorder, joins or {}, by=by, progress=progress)
    return len(still_open)
