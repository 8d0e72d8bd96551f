"""What a person has to look at: what a bundle would do, entry by entry, or what is open after imports."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotecheck.archive import Archive
from quotecheck.model import QuoteStatus
from quotecheck.sharing.comparing import EntryPlan, MergeResult, preview_bundle
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.history import DELETED
from quotecheck.sharing.joining import Proposal, open_proposals
from quotecheck.sharing.planning import Conflict, Outcome
from quotecheck.sharing.reading import read_locals
from quotecheck.sharing.resolving import open_conflicts

__all__ = ["Review", "is_retraction", "review_bundle", "review_open"]

_NAMED = ("speaker", "source")
_NAMES = """
SELECT uid, name FROM speakers WHERE uid IN (SELECT value FROM json_each(:uids))
UNION ALL SELECT uid, coalesce(title, url) FROM sources WHERE uid IN (SELECT value FROM json_each(:uids))
"""


@dataclass(frozen=True, slots=True)
class Review:
    """Entries to be looked at and pairs that may be one; ``result`` is None for what is open already.

    ``names`` are what the speakers and sources are called that values stand for, by their uids; ``about`` is
    what is known of those that may be one.
    """

    plans: tuple[EntryPlan, ...]
    proposals: tuple[Proposal, ...]
    names: Mapping[str, str]
    about: Mapping[str, Mapping[str, str]]
    result: MergeResult | None = None


def is_retraction(plan: EntryPlan) -> bool:
    """Tell whether an entry is taken back: deleted, or its status becomes "retracted"."""
    if not plan.before or DELETED in plan.before:
        return False
    changed = plan.changes
    return DELETED in changed or changed.get("status", ("", ""))[1] == QuoteStatus.RETRACTED.value


def _called(fields: Mapping[str, str]) -> str:
    return fields.get("name") or fields.get("title") or fields.get("url") or ""


def _uids(plan: EntryPlan) -> Iterator[str]:
    """Yield the uids of the speakers and sources that an entry names, or did, or would."""
    for field in _NAMED:
        yield from (said[field] for said in (plan.before, plan.fields) if field in said)
        for one in plan.conflicts:
            if one.field == field:
                yield from filter(None, (one.mine, one.theirs, one.base))


def _names(connection: sqlite3.Connection, uids: Iterable[str]) -> dict[str, str]:
    rows = connection.execute(_NAMES, {"uids": json.dumps(sorted(set(uids)))})
    return {uid: name for uid, name in rows if name}


def _about(connection: sqlite3.Connection, proposals: Iterable[Proposal]) -> dict[str, dict[str, str]]:
    """Return what the archive knows of the speakers and sources that may be one."""
    numbers, found = Numbers(connection), {}
    of: dict[Entity, set[str]] = {"speaker": set(), "source": set()}
    for one in proposals:
        of[one.entity] |= {one.mine, one.theirs}
    for entity, uids in of.items():
        for uid, local in read_locals(connection, entity, sorted(uids), numbers).items():
            found[uid] = local.fields
    return found


def review_bundle(
    archive: Archive, path: Path, *, progress: Callable[[int], bool | None] | None = None
) -> Review:
    """Say what importing a bundle would do, quote by quote, and what else would change.

    Nothing is written. Raises what :func:`preview_bundle` raises.
    """
    plans: list[EntryPlan] = []
    others: dict[str, Mapping[str, str]] = {}

    def take(plan: EntryPlan) -> None:
        is_quote = plan.entity == "quote"
        if not is_quote:
            others[plan.uid] = plan.fields or plan.before
        if plan.outcome is not Outcome.GONE and (
            is_quote or plan.outcome not in (Outcome.NEW, Outcome.IDENTICAL)
        ):
            plans.append(plan)

    result = preview_bundle(archive, path, each=take, progress=progress)
    wanted = {uid for plan in plans for uid in _uids(plan)}
    with archive._reading() as connection:
        about = {**others, **_about(connection, result.joined)}
        names = {uid: _called(fields) for uid, fields in others.items()} | _names(connection, wanted)
    pairs = {uid for one in result.joined for uid in (one.mine, one.theirs)}
    known = {uid: fields for uid, fields in about.items() if uid in pairs}
    names |= {uid: _called(fields) for uid, fields in known.items()}
    return Review(tuple(plans), result.joined, names, known, result)


def review_open(archive: Archive) -> Review:
    """Return the conflicts and the proposals that nobody has decided yet."""
    conflicts, proposals = open_conflicts(archive), tuple(open_proposals(archive))
    of: dict[Entity, dict[str, list[Conflict]]] = {}
    for one in conflicts:
        of.setdefault(one.entity, {}).setdefault(one.uid, []).append(one)
    plans = []
    with archive._reading() as connection:
        for entity, found in of.items():
            here = read_locals(connection, entity, list(found), Numbers(connection))
            for uid, local in here.items():
                said = local.fields
                plans.append(EntryPlan(entity, uid, Outcome.CONFLICTING, said, said, tuple(found[uid])))
        about = _about(connection, proposals)
        names = _names(connection, {uid for plan in plans for uid in _uids(plan)})
    names |= {uid: _called(fields) for uid, fields in about.items()}
    return Review(tuple(plans), proposals, names, about)
