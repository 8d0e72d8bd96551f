"""The fields that archives exchange, and the columns of the tables that they stand for.

Every value is a text that is not empty; a field without a value is left out. A speaker or source is named by
its uid, days are "EARLIEST/LATEST" in ISO form, a full text is given by its SHA-256. Every tag of a quote is
a field of its own (see "facts" in :mod:`quotecheck.sharing.history`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence, Set
from typing import Any, Literal

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.tags import by_key, listed, written
from quotecheck.model import QuoteStatus, SpeakerType

__all__ = [
    "COLUMNS",
    "FIELDS",
    "NAMING",
    "Entity",
    "Fields",
    "Numbers",
    "columns_of",
    "columns_of_all",
    "fields_of",
    "tag_fields",
]

Entity = Literal["quote", "speaker", "source"]

Fields = Mapping[str, str]
"""What an entry says, by the names of its fields."""

FIELDS: dict[Entity, tuple[str, ...]] = {
    "quote": (
        "text", "speaker", "speaker_role", "date", "source", "context", "occasion", "language", "status",
        "external_id",
    ),
    "speaker": ("name", "kind", "notes"),
    "source": ("title", "publisher", "date", "url", "retrieved_at", "language", "kind", "speaker", "text"),
}  # fmt: skip
"""What a quote, a speaker and a source can say, facts aside."""

COLUMNS: dict[Entity, tuple[str, ...]] = {
    "quote": (
        "text", "speaker_id", "speaker_role", "earliest", "latest", "source_id", "context", "occasion",
        "language", "status", "external_id", "tags",
    ),
    "speaker": ("name", "kind", "notes"),
    "source": (
        "title", "publisher", "earliest", "latest", "url", "retrieved_at", "language", "kind", "speaker_id",
        "sha256",
    ),
}  # fmt: skip
"""The columns in which these fields are kept."""

_UNSTATED = {
    "quote": {"status": QuoteStatus.UNVERIFIED.value},
    "speaker": {"notes": "", "kind": SpeakerType.PERSON.value},
    "source": {},
}
_TEXTS: dict[Entity, tuple[tuple[str, str], ...]] = {
    entity: tuple(
        (field, "sha256" if (entity, field) == ("source", "text") else field)
        for field in fields
        if field not in ("date", "speaker", "source")
    )
    for entity, fields in FIELDS.items()
}
NAMING: dict[Entity, tuple[tuple[str, Entity], ...]] = {
    "quote": (("speaker", "speaker"), ("source", "source")),
    "speaker": (),
    "source": (("speaker", "speaker"),),
}
"""The fields that name another entry, and of which kind it is."""

_FIELDS_OF_QUOTE = frozenset(FIELDS["quote"])
_DAY = len("2021-12-08")
_TAG = "tag:"
_NUMBERED: dict[str, Entity] = {"speaker_id": "speaker", "source_id": "source"}


class Numbers:
    """The numbers that speakers and sources have in one archive, and their uids; looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Look up through ``connection``."""
        self._connection = connection
        self._uids: dict[Entity, dict[int, str]] = {"speaker": {}, "source": {}}
        self._numbers: dict[Entity, dict[str, int]] = {"speaker": {}, "source": {}}

    def uid(self, entity: Entity, number: int) -> str:
        """Return the uid of a row; for one that has been deleted the uid that its history has kept."""
        known = self._uids[entity]
        if number not in known:
            self.learn_uids(entity, {number})
        if number not in known:
            row = self._connection.execute(
                "SELECT uid FROM revisions WHERE entity = ? AND action = 'deleted'"
                " AND json_extract(before, '$.id') = ?",
                (entity, number),
            ).fetchone()
            known[number] = row[0] if row else f"{entity[0]}{number:020x}"
        return known[number]

    def learn_uids(self, entity: Entity, numbers: Set[int]) -> Mapping[int, str]:
        """Look up all these rows at once; return the uids that are known, by the rows' numbers."""
        known = self._uids[entity]
        if new := numbers - known.keys():
            sql = f"SELECT id, uid FROM {entity}s WHERE id {AMONG}"
            known.update(self._connection.execute(sql, (json.dumps(list(new)),)))
        return known

    def learn_numbers(self, entity: Entity, uids: Set[str]) -> Mapping[str, int]:
        """Look up all these uids at once; return the numbers that are known, by the uids."""
        known = self._numbers[entity]
        if new := uids - known.keys():
            sql = f"SELECT uid, id FROM {entity}s WHERE uid {AMONG}"
            known.update(self._connection.execute(sql, (json.dumps(list(new)),)))
        return known

    def number(self, entity: Entity, uid: str) -> int | None:
        """Return the number of the row with this uid, None when there is none."""
        return self.learn_numbers(entity, {uid}).get(uid)

    def forget(self) -> None:
        """Forget what has been looked up, for rows have been deleted."""
        for entity in self._uids:
            self._uids[entity].clear()
            self._numbers[entity].clear()


def tag_fields(tags: str) -> dict[str, str]:
    """Return the fields that the tags of a quote are."""
    return {f"{_TAG}{key}": tag for key, tag in by_key(listed(tags)).items()}


def fields_of(entity: Entity, columns: Mapping[str, Any], numbers: Numbers) -> dict[str, str]:
    """Return what the columns of a row say."""
    fields = {field: value for field, column in _TEXTS[entity] if (value := columns.get(column))}
    for field, default in _UNSTATED[entity].items():
        if fields.get(field) == default:
            del fields[field]
    if earliest := columns.get("earliest"):
        fields["date"] = f"{earliest}/{columns.get('latest') or earliest}"
    for column, numbered in _NUMBERED.items():
        if (number := columns.get(column)) is not None:
            fields[numbered] = numbers.uid(numbered, number)
    if tags := columns.get("tags"):
        fields |= tag_fields(tags)
    return fields


def columns_of_all(entity: Entity, fields: Sequence[Fields], numbers: Numbers) -> dict[str, list[Any]]:
    """Return the columns in which the fields of entries are kept: item i of each is of entry i.

    Those without a value are None, or the default.
    """
    said: dict[str, list[Any]] = {
        column: [one.get(field) for one in fields] for field, column in _TEXTS[entity]
    }
    if entity != "speaker":
        days = [one.get("date", "") for one in fields]
        said["earliest"] = [date[:_DAY] or None for date in days]
        said["latest"] = [date[-_DAY:] or None for date in days]
    if entity == "quote":
        said["tags"] = [None if one.keys() <= _FIELDS_OF_QUOTE else _tags_of(one) for one in fields]
    for field, named in NAMING[entity]:
        known = numbers.learn_numbers(named, {one[field] for one in fields if field in one})
        said[f"{field}_id"] = [known.get(one.get(field, "")) for one in fields]
    for column, default in _UNSTATED[entity].items():
        said[column] = [value or default for value in said[column]]
    return said


def columns_of(entity: Entity, fields: Fields, numbers: Numbers) -> dict[str, Any]:
    """Return the columns in which the fields of one entry are kept."""
    return {column: values[0] for column, values in columns_of_all(entity, [fields], numbers).items()}


def _tags_of(fields: Fields) -> str | None:
    return written(value for field, value in fields.items() if field.startswith(_TAG))
