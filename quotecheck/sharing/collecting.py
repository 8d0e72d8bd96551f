"""Collecting what a bundle holds from an archive, part by part."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice

from quotecheck.archive.bulk import AMONG
from quotecheck.sharing.attestations import Attestation, attested, verification_id
from quotecheck.sharing.entries import Entry, Verified, entry_of
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.keys import Identity
from quotecheck.sharing.local import Local
from quotecheck.sharing.reading import read_locals
from quotecheck.sharing.texts import Text

__all__ = ["Collector", "Progress"]

_AT_ONCE = 2_000
_DAY = len("2021-12-08")
# What each verification says, whether it was made here, by which key it is vouched for, and where.
_VERIFIED = f"""
SELECT quote_id, verified_by, verified_on, how, note, import_id IS NULL, signers.key, attestation_id
FROM verifications
LEFT JOIN attestations ON attestations.id = attestation_id
LEFT JOIN signers ON signers.id = attestations.signer_id
WHERE quote_id {AMONG}
"""
_LETTERS: dict[Entity, str] = {"speaker": "p", "source": "s"}

Progress = Callable[[int], bool | None]


def entry_from(local: Local) -> Entry:
    """Return what is shared of one quote, speaker or source."""
    if local.history is None:
        return Entry(local.uid, local.fields, local.by, local.at)
    return entry_of(local.uid, local.history)


def _leads_to(entry: Entry) -> Iterator[str]:
    """Yield the uids of the speakers and sources that an entry, or an earlier state of it, names."""
    for field, value in entry.fields.items():
        if field in ("speaker", "source"):
            yield value
        elif field.startswith("also:"):
            yield field.removeprefix("also:")
    for one in entry.changes:
        if one.field in ("speaker", "source") and one.value:
            yield one.value
        elif one.field.startswith("also:"):
            yield one.field.removeprefix("also:")


def _in_order(one: Verified) -> tuple[str, ...]:
    return (one.by, one.on or "", one.how, one.note, one.key)


class Collector:
    """Reads one archive, and remembers what the manifest and the other parts have to say of the quotes.

    ``as_of`` is the time of the latest change of what has been read, ``earliest`` and ``latest`` the days
    between which the quotes were said.
    """

    def __init__(
        self, connection: sqlite3.Connection, me: Identity | None, *, whole: bool, texts: bool
    ) -> None:
        self._connection = connection
        self._numbers = Numbers(connection)
        self._me = me
        self._key = me.person.key if me else ""
        self._whole = whole
        self._texts = texts
        self._own: list[str] = []
        self._passed_on: set[int] = set()
        self._leads_to: set[str] = set()
        self.as_of = ""
        self.earliest: str | None = None
        self.latest: str | None = None

    def _entries(self, entity: Entity, uids: Iterable[str]) -> Iterator[list[Entry]]:
        """Yield entries in order, some thousands at a time."""
        rest = iter(uids)
        while some := list(islice(rest, _AT_ONCE)):
            here = read_locals(self._connection, entity, some, self._numbers)
            entries = {uid: entry_from(local) for uid, local in here.items()}
            self._remember(entries.values())
            if entity == "quote":
                self._add_to_quotes(entries, here.values())
            yield [entries[uid] for uid in some if uid in entries]

    def _remember(self, entries: Collection[Entry]) -> None:
        changed = [one.at for entry in entries if entry.changes for one in entry.changes]
        self.as_of = max([self.as_of, *changed, *(entry.at for entry in entries)])
        if not self._whole:
            self._leads_to.update(uid for entry in entries for uid in _leads_to(entry))

    def _add_to_quotes(self, entries: Mapping[str, Entry], here: Collection[Local]) -> None:
        """Add what is told of quotes alone: their days, who has verified them, what stands around."""
        if days := [date for local in here if (date := local.fields.get("date"))]:
            self.earliest = min(filter(None, [self.earliest, min(days)[:_DAY]]))
            self.latest = max(filter(None, [self.latest, *(date[-_DAY:] for date in days)]))
        self._add_verifications({local.id: entries[local.uid] for local in here})
        for entry in entries.values():
            if len(entry.verifications) > 1:
                entry.verifications.sort(key=_in_order)
        for local in here:
            if (local.before or local.after) and not (self._texts and local.in_text):
                entries[local.uid].before, entries[local.uid].after = local.before, local.after

    def _add_verifications(self, entries: Mapping[int | None, Entry]) -> None:
        """Add who has verified quotes, which are given by their numbers."""
        rows = self._connection.execute(_VERIFIED, (json.dumps(list(entries)),))
        for id_, by, on, how, note, is_own, key, attestation in rows:
            entry = entries[id_]
            one = Verified(by, on, how, note, self._key if is_own else key or "")
            if is_own and self._key:
                self._own.append(verification_id(entry.uid, one))
            if attestation is not None:
                self._passed_on.add(attestation)
            entry.verifications.append(one)

    def quotes(self, uids: Iterable[str], progress: Progress | None) -> Iterator[list[Entry]]:
        """Yield these quotes, some thousands at a time."""
        done = 0
        for entries in self._entries("quote", uids):
            yield entries
            done += len(entries)
            if progress and progress(done) is False:
                raise SharingError("The export was stopped: no bundle was written.")

    def of(self, entity: Entity) -> Iterator[list[Entry]]:
        """Yield the speakers or sources: those that what was read so far names, or all of a whole archive."""
        return self._entries(entity, self.uids(entity))

    def uids(self, entity: Entity) -> list[str]:
        if not self._whole:
            return sorted(uid for uid in self._leads_to if uid[0] == _LETTERS[entity])
        rows = self._connection.execute(
            f"SELECT uid FROM {entity}s UNION SELECT uid FROM histories WHERE entity = ?"
            " UNION SELECT uid FROM revisions WHERE entity = ? AND action = 'deleted' ORDER BY uid",
            (entity, entity),
        )
        return [row[0] for row in rows]

    def texts(self) -> Iterator[list[Text]]:
        """Yield the full texts of the sources, each once."""
        seen = set()
        rows = self._connection.execute(
            "SELECT sha256, text FROM sources WHERE text IS NOT NULL AND sha256 IS NOT NULL"
            f" AND (? OR uid {AMONG}) ORDER BY sha256",
            (self._whole, "[]" if self._whole else json.dumps(self.uids("source"))),
        )
        for sha256, text in rows:
            if sha256 not in seen:
                seen.add(sha256)
                yield [Text(sha256, text)]

    def attestations(self) -> Iterator[list[Attestation]]:
        made = list(attested(sorted(self._own), self._me)) if self._me else []
        rows = self._connection.execute(
            "SELECT key, name, desk, members, signature FROM attestations"
            " JOIN signers ON signers.id = signer_id"
            f" WHERE attestations.id {AMONG}",
            (json.dumps(sorted(self._passed_on)),),
        )
        made += [
            Attestation(key, name, desk, json.loads(members), signed)
            for key, name, desk, members, signed in rows
        ]
        yield sorted(made, key=lambda one: one.signature)
