"""The shared histories of what stands in an archive.

What nobody else has ever seen needs no history of its own: it follows from the row and from the revisions
made to it here. What has met another archive's history stands in ``changes``, up to a revision that
``histories`` names; what was done here since is added to it. Nothing is written here: asked again, the answer
has the same ids, for revisions never change.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from msgspec.structs import replace

from quotecheck.archive.bulk import AMONG
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.history import DELETED, YES, History, Version
from quotecheck.sharing.local import Local, grouped, present
from quotecheck.sharing.retracing import retraced, revisions_of

__all__ = ["read_locals"]


def _stored(connection: sqlite3.Connection, uids: str) -> dict[str, History]:
    """Return the histories that are written down."""
    rows = connection.execute(f"SELECT uid FROM histories WHERE uid {AMONG}", (uids,))
    found: dict[str, History] = {row[0]: {} for row in rows}
    rows = connection.execute(
        f"SELECT uid, id, field, value, parents, changed_by, changed_at, note FROM changes WHERE uid {AMONG}",
        (uids,),
    )
    for uid, versions in grouped(rows).items():
        if uid in found:
            found[uid] = {
                id_: Version(id_, field, value, tuple(json.loads(parents)), *rest)
                for id_, field, value, parents, *rest in versions
            }
    return found


def read_locals(
    connection: sqlite3.Connection, entity: Entity, uids: Sequence[str], numbers: Numbers
) -> dict[str, Local]:
    """Return what the archive knows of these entries; those of which it knows nothing are left out."""
    found, changed = present(connection, entity, json.dumps(list(uids)))
    rest = [uid for uid in uids if uid in changed or uid not in found]
    if not rest:
        return found
    wanted = json.dumps(rest)
    stored, revisions = _stored(connection, wanted), revisions_of(connection, entity, wanted)
    for uid in stored.keys() | revisions.keys():
        done = revisions.get(uid, [])
        one = found.get(uid, Local(uid, None, {DELETED: YES}))
        if done and done[0].action == "added":
            one = replace(one, by=done[0].by, at=done[0].at)
        elif entity != "quote":
            one = replace(one, by="", at="")
        if uid in stored or one.id is None or any(line.action != "added" for line in done):
            history, entered = retraced(entity, one, stored.get(uid), done, numbers)
            one = replace(one, history=history, entered=entered)
        if uid in stored or one.id is not None or done:
            found[uid] = one
    return found
