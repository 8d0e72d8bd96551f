"""Conflicts: what is open, and how a person decides it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from quotecheck.archive import Archive
from quotecheck.archive.chronicle import now
from quotecheck.archive.identity import name_key, quote_uid
from quotecheck.archive.incoming.row_quotes import RowError, interval_from_iso
from quotecheck.archive.recorder import Recorder
from quotecheck.archive.rows import interval
from quotecheck.model import QuoteStatus
from quotecheck.sharing.applying import Applier
from quotecheck.sharing.checks import may_be
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.history import DELETED, YES, State, is_fact, state
from quotecheck.sharing.local import Local
from quotecheck.sharing.planning import Conflict, Rule, decided
from quotecheck.sharing.reading import read_locals
from quotecheck.words import norms

__all__ = ["can_be_both", "edited", "open_conflicts", "resolve", "resolve_within", "write_anew"]

_ENTITIES: tuple[Entity, ...] = ("quote", "speaker", "source")
_ANOTHER_QUOTE = ("text", "speaker")
_SEVERAL_NOTES = frozenset({"context", "occasion", "speaker_role", "notes"})


def _conflicts_of(entity: Entity, local: Local) -> Iterator[Conflict]:
    for one in state(local.versions(), local.fields).conflicts:
        mine = local.fields.get(one.field)
        for theirs in one.values:
            if theirs != mine:
                yield Conflict(entity, local.uid, one.field, mine, theirs, one.base)


def _locals(connection: sqlite3.Connection, uid: str | None) -> Iterator[tuple[Entity, Local]]:
    """Yield the entries that have been in conflict, or the one of this uid."""
    numbers = Numbers(connection)
    for entity in _ENTITIES:
        rows = connection.execute(
            "SELECT DISTINCT uid FROM conflicts WHERE entity = ? AND (? IS NULL OR uid = ?) ORDER BY uid",
            (entity, uid, uid),
        )
        uids = [row[0] for row in rows]
        for local in read_locals(connection, entity, uids, numbers).values():
            yield entity, local


def open_conflicts(archive: Archive, uid: str | None = None) -> list[Conflict]:
    """Return the conflicts that nobody has decided yet, of the whole archive or of one entry."""
    with archive._reading() as connection:
        return [one for entity, local in _locals(connection, uid) for one in _conflicts_of(entity, local)]


# Both: what is done, field by field, so that neither of the two is lost


def _joined(one: Conflict) -> str:
    return "; ".join(sorted({note for note in (one.mine, one.theirs) if note}))


def _hull(one: Conflict) -> str:
    days = [day for said in (one.mine, one.theirs) if said for day in said.split("/")]
    return f"{min(days)}/{max(days)}"


def can_be_both(one: Conflict) -> bool:
    """Tell whether both sides of a conflict can stand, in whatever way that is done."""
    try:
        _value_of_both(one)
    except SharingError:
        return False
    return True


def _value_of_both(one: Conflict) -> str | None:
    """Return the value that says both. Raises SharingError when no value can."""
    by_field: dict[str, Callable[[Conflict], str | None]] = {
        **dict.fromkeys(_SEVERAL_NOTES, _joined),
        "date": _hull,
        "status": lambda _: QuoteStatus.DISPUTED.value,
        **dict.fromkeys((*_ANOTHER_QUOTE, "source", "name"), lambda one: one.mine),
    }
    if one.field not in by_field or (one.entity, one.field) == ("source", "speaker") or one.mine is None:
        raise SharingError(
            "The {field} of {uid} cannot be both: say mine or theirs.", field=one.field, uid=one.uid
        )
    return by_field[one.field](one)


def _beside(one: Conflict) -> dict[str, str]:
    """Return the fact that keeps the other value beside the one that stands."""
    if (one.entity, one.field) == ("quote", "source"):
        return {f"also:{one.theirs}": YES}
    if one.field == "name" and one.theirs:
        return {f"alias:{name_key(one.theirs)}": one.theirs}
    return {}


def _add_another(applier: Applier, local: Local, one: Conflict) -> None:
    """Enter the other statement as a quote of its own."""
    fields = {**local.fields, one.field: one.theirs or ""}
    said = interval(*(fields["date"].split("/") if "date" in fields else (None, None)))
    uid = quote_uid(fields["text"], norms(fields["text"]), fields.get("speaker"), said)
    applier.add_quote(uid, State(fields))


def _decide(recorder: Recorder, local: Local, one: Conflict, said: State, *, by: str) -> None:
    """Write down that the field says what it does in ``said``, and bring the row to it, facts and all."""
    applier = Applier(recorder, Numbers(recorder.connection))
    history = local.versions()
    decision = decided(one.uid, history, one.field, said.fields.get(one.field), by=by, at=now())
    applier.keep_local(one.entity, local)
    applier.keep_history(one.entity, one.uid, [decision], recorder.import_id)
    after = state({**history, decision.id: decision}, local.fields)
    facts = {field: value for field, value in said.fields.items() if is_fact(field)}
    applier.bring_to(one.entity, local, State({**after.fields, **facts}), note=decision.note)
    applier.mark(one.entity, one.uid)


def resolve_within(recorder: Recorder, one: Conflict, rule: Rule, by: str) -> bool:
    """Decide a conflict inside a transaction; tell whether that could be done."""
    numbers = Numbers(recorder.connection)
    local = read_locals(recorder.connection, one.entity, [one.uid], numbers)[one.uid]
    if one not in list(_conflicts_of(one.entity, local)):
        return True
    beside: dict[str, str] = {}
    value = one.mine if rule is Rule.MINE else one.theirs
    if rule is Rule.BOTH:
        if not can_be_both(one):
            return False
        value = _value_of_both(one)
        beside = _beside(one)
        if one.entity == "quote" and one.field in _ANOTHER_QUOTE and one.theirs:
            _add_another(Applier(recorder, numbers), local, one)
    _decide(recorder, local, one, State({**({one.field: value} if value else {}), **beside}), by=by)
    return True


def write_anew(recorder: Recorder, one: Conflict, value: str, *, by: str) -> None:
    """Decide a conflict by what a person has written instead, inside a transaction; see :func:`edited`."""
    numbers = Numbers(recorder.connection)
    local = read_locals(recorder.connection, one.entity, [one.uid], numbers)[one.uid]
    _decide(recorder, local, one, State({one.field: value}), by=by)


def edited(one: Conflict, text: str) -> str:
    """Return the value that a person has written instead. Raises SharingError when it can be none."""
    if one.field in (DELETED, "speaker", "source"):
        raise SharingError("The {field} cannot be written anew: say mine or theirs.", field=one.field)
    value = text.strip()
    if one.field == "date":
        try:
            said = interval_from_iso(value)
        except RowError as error:
            raise SharingError("{value} cannot stand: {error}.", value=repr(value), error=error) from error
        value = f"{said.earliest.isoformat()}/{said.latest.isoformat()}"
    if not may_be(one.entity, one.field, value):
        raise SharingError(
            "The {field} of {uid} cannot be {value}.", field=one.field, uid=one.uid, value=repr(value[:80])
        )
    return value


def resolve(
    archive: Archive,
    uid: str,
    rule: Rule,
    *,
    by: str,
    field: str | None = None,
    text: str | None = None,
) -> list[Conflict]:
    """Decide the open conflicts of an entry, or of one field of it; return them.

    ``BOTH`` keeps two statements as two quotes, two sources side by side, a date that covers both, a status
    that says "disputed", two notes as one; for other fields it raises SharingError. ``text`` is what a person
    has written instead of either, for one field; the rule does not matter then.
    """
    with archive._recording(by) as recorder:
        found = [
            one
            for entity, local in _locals(recorder.connection, uid)
            for one in _conflicts_of(entity, local)
            if field in (None, one.field)
        ]
        if not found:
            raise SharingError(
                "There is no open conflict of {uid}: “quotecheck share conflicts” lists them.", uid=uid
            )
        if text is not None:
            fields = sorted({one.field for one in found})
            if len(fields) > 1:
                raise SharingError(
                    "Several fields are in conflict ({fields}): name one.", fields=", ".join(fields)
                )
            write_anew(recorder, found[0], edited(found[0], text), by=by)
        else:
            for one in found:
                if rule is Rule.BOTH:
                    _value_of_both(one)
                resolve_within(recorder, one, rule, by)
        recorder.connection.execute(
            "DELETE FROM conflicts WHERE uid = ? AND ? IN ('', field)", (uid, field or "")
        )
    return found
