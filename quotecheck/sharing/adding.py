"""Entering new quotes, speakers and sources as their histories say, some thousands at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from quotecheck.archive import people
from quotecheck.archive.bulk import insert_rows
from quotecheck.archive.index.hashing import Hashed
from quotecheck.archive.index.wordings import Wordings
from quotecheck.archive.numbering import last_number
from quotecheck.archive.recorder import Drafts, Recorder
from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.facts import has_facts, set_facts
from quotecheck.sharing.fields import NAMING, Entity, Fields, Numbers, columns_of_all

__all__ = ["New", "add_new", "checked_columns"]


class New(NamedTuple):
    """An entry that is not in the archive: what it says, by whom and when (ISO time) it was first entered.

    ``before`` and ``after`` are a quote's surroundings, where its source's text does not tell them.
    """

    uid: str
    fields: Fields
    by: str = ""
    at: str = ""
    before: str = ""
    after: str = ""


def checked_columns(
    entity: Entity, uids: Sequence[str], fields: Sequence[Fields], numbers: Numbers
) -> dict[str, list[Any]]:
    """Return the columns of entries. Raises BundleError when one of them names what is not there."""
    for field, named in NAMING[entity]:
        known = numbers.learn_numbers(named, {said[field] for said in fields if field in said})
        for uid, said in zip(uids, fields, strict=True):
            if field in said and said[field] not in known:
                raise BundleError(
                    "The entry {uid} names {named}, which the bundle does not have: it is refused.",
                    uid=uid,
                    named=said[field],
                )
    return columns_of_all(entity, fields, numbers)


def _add_quotes(recorder: Recorder, new: Sequence[New], columns: dict[str, list[Any]]) -> None:
    entered = {
        "created_at": [one.at or recorder.at for one in new],
        "created_by": [one.by if one.at else recorder.by for one in new],
        "before": [one.before for one in new],
        "after": [one.after for one in new],
    }
    _, hashes, lengths = Wordings.of(columns["text"])
    hashed = Hashed.of_words(hashes, lengths)
    drafts = Drafts([one.uid for one in new], {**columns, **entered}, [()] * len(new), hashed)
    recorder.insert(drafts)


def _add_others(
    recorder: Recorder, entity: Entity, new: Sequence[New], columns: dict[str, list[Any]]
) -> None:
    first = 1 + last_number(recorder.connection, entity)
    ids = list(range(first, first + len(new)))
    insert_rows(recorder.connection, f"{entity}s", {"id": ids, "uid": [one.uid for one in new], **columns})
    told = [
        {name: value for name, value in zip(columns, values, strict=True) if value is not None}
        for values in zip(*columns.values(), strict=True)
    ]
    recorder.note_added(entity, [(one.uid, after) for one, after in zip(new, told, strict=True)])
    if entity == "speaker":
        people.index_speakers(recorder.connection, ids)


def add_new(recorder: Recorder, numbers: Numbers, entity: Entity, new: Sequence[New]) -> None:
    """Enter entries of one kind, none of which is in the archive. Raises BundleError."""
    if not new:
        return
    columns = checked_columns(entity, [one.uid for one in new], [one.fields for one in new], numbers)
    if entity == "quote":
        _add_quotes(recorder, new, columns)
    else:
        _add_others(recorder, entity, new, columns)
    for one in new:
        if has_facts(one.fields):
            set_facts(recorder, entity, one.uid, {}, one.fields)
