"""Collecting what a bundle holds from an archive, as lines of its parts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from quotecheck.sharing.attestations import Attestation, attested, verification_id
from quotecheck.sharing.entries import Entry, Verified, entry_of
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.keys import Identity
from quotecheck.sharing.local import Local, read_locals

__all__ = ["Collector", "Progress"]

_AT_ONCE = 2_000
_VERIFIED = """
SELECT quotes.uid, verified_by, verified_on, how, note, verifications.import_id, signers.key,
       attestation_id
FROM verifications
JOIN quotes ON quotes.id = quote_id
LEFT JOIN attestations ON attestations.id = attestation_id
LEFT JOIN signers ON signers.id = attestations.signer_id
WHERE quotes.uid IN (SELECT value FROM json_each(?))
"""

_LETTERS: dict[Entity, str] = {"speaker": "p", "source": "s"}

Progress = Callable[[int], bool | None]


def entry_from(local: Local) -> Entry:
    """Return what is shared of one quote, speaker or source."""
    if not local.plain:
        return entry_of(local.uid, local.history)
    return Entry(local.uid, local.fields, local.by, local.at)


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
    """Reads one archive, and remembers what the manifest and the other parts have to say of the quotes."""

    def __init__(self, connection: sqlite3.Connection, me: Identity | None, *, texts: bool) -> None:
        self._connection = connection
        self._numbers = Numbers(connection)
        self._me = me
        self._key = me.person.key if me else ""
        self._texts = texts
        self.own: list[str] = []
        self.passed_on: set[int] = set()
        self.leads_to: set[str] = set()
        self.times = {""}
        self.earliest: str | None = None
        self.latest: str | None = None

    def _entries(self, entity: Entity, uids: Iterable[str]) -> Iterator[list[Local]]:
        rest = iter(uids)
        while some := list(islice(rest, _AT_ONCE)):
            found = read_locals(self._connection, entity, some, self._numbers)
            yield [found[uid] for uid in some if uid in found]

    def _remember(self, entry: Entry) -> None:
        self.leads_to.update(_leads_to(entry))
        self.times.add(entry.at)
        for one in entry.changes:
            self.times.add(one.at)

    def _remember_days(self, said: str | None) -> None:
        if said:
            earliest, _, latest = said.partition("/")
            self.earliest = min(earliest, self.earliest or earliest)
            self.latest = max(latest, self.latest or latest)

    def _verified(self, uids: Sequence[str]) -> dict[str, list[Verified]]:
        found: dict[str, list[Verified]] = {}
        rows = self._connection.execute(_VERIFIED, (json.dumps(uids),))
        for uid, by, on, how, note, import_id, key, attestation in rows:
            own = import_id is None
            one = Verified(by, on, how, note, self._key if own else key or "")
            if own and self._key:
                self.own.append(verification_id(uid, one))
            if attestation is not None:
                self.passed_on.add(attestation)
            found.setdefault(uid, []).append(one)
        return found

    def _without_text(self, locals_: Sequence[Local]) -> set[str]:
        """Return the uids of quotes whose surroundings the receiver could not read from a source."""
        if not self._texts:
            return {one.uid for one in locals_}
        wanted = json.dumps([one.uid for one in locals_ if one.row and one.row["before"] + one.row["after"]])
        rows = self._connection.execute(
            "SELECT quotes.uid FROM quotes LEFT JOIN sources ON sources.id = source_id"
            " WHERE quotes.uid IN (SELECT value FROM json_each(?)) AND sources.text IS NULL",
            (wanted,),
        )
        return {row[0] for row in rows}

    def quotes(self, uids: Iterable[str], progress: Progress | None) -> Iterator[bytes]:
        encode = msgspec.json.Encoder(order="deterministic").encode
        done = 0
        for some in self._entries("quote", uids):
            verified = self._verified([one.uid for one in some])
            alone = self._without_text(some)
            for local in some:
                entry = entry_from(local)
                if local.uid in verified:
                    entry.verifications = sorted(verified[local.uid], key=_in_order)
                if local.row and local.uid in alone:
                    entry.before, entry.after = local.row["before"], local.row["after"]
                self._remember(entry)
                self._remember_days(local.fields.get("date"))
                yield encode(entry)
            self.times = {max(self.times)}
            done += len(some)
            if progress and progress(done) is False:
                raise SharingError("The export was stopped: no bundle was written.")

    def of(self, entity: Entity, uids: Iterable[str]) -> Iterator[bytes]:
        encode = msgspec.json.Encoder(order="deterministic").encode
        for some in self._entries(entity, uids):
            for local in some:
                entry = entry_from(local)
                self._remember(entry)
                yield encode(entry)

    def texts(self, sources: Iterable[str]) -> Iterator[bytes]:
        """Yield the full texts of these sources, each once."""
        seen = set()
        rows = self._connection.execute(
            "SELECT sha256, text FROM sources WHERE text IS NOT NULL AND sha256 IS NOT NULL"
            " AND uid IN (SELECT value FROM json_each(?)) ORDER BY sha256",
            (json.dumps(list(sources)),),
        )
        for sha256, text in rows:
            if sha256 not in seen:
                seen.add(sha256)
                yield msgspec.json.encode({"sha256": sha256, "text": text})

    def attestations(self) -> Iterator[bytes]:
        made = list(attested(sorted(self.own), self._me)) if self._me else []
        rows = self._connection.execute(
            "SELECT key, name, desk, members, signature FROM attestations"
            " JOIN signers ON signers.id = signer_id"
            " WHERE attestations.id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(self.passed_on)),),
        )
        made += [
            Attestation(key, name, desk, json.loads(members), signed)
            for key, name, desk, members, signed in rows
        ]
        for one in sorted(made, key=lambda one: one.signature):
            yield msgspec.json.encode(one)

    def all_uids(self, entity: Entity) -> list[str]:
        rows = self._connection.execute(
            f"SELECT uid FROM {entity}s UNION SELECT uid FROM histories WHERE entity = ?"
            " UNION SELECT uid FROM revisions WHERE entity = ? AND action = 'deleted' ORDER BY uid",
            (entity, entity),
        )
        return [row[0] for row in rows]

    def led_to(self, entity: Entity) -> list[str]:
        """Return the uids of the speakers or sources that what was collected so far names."""
        return sorted(uid for uid in self.leads_to if uid[0] == _LETTERS[entity])
