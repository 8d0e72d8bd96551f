"""Collecting what a bundle holds from an archive, as lines of its parts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from quotecheck.archive.bulk import AMONG
from quotecheck.sharing.attestations import Attestation, attested, verification_id
from quotecheck.sharing.entries import Entry, Verified, entry_of
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.keys import Identity
from quotecheck.sharing.local import Local, read_locals

__all__ = ["Collector", "Progress"]

_AT_ONCE = 2_000
_DAY = len("2021-12-08")
_VERIFIED = f"""
SELECT quote_id, verified_by, verified_on, how, note, verifications.import_id, signers.key, attestation_id
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

    def _entries(self, entity: Entity, uids: Iterable[str]) -> Iterator[list[tuple[Local, Entry]]]:
        rest = iter(uids)
        while some := list(islice(rest, _AT_ONCE)):
            found = read_locals(self._connection, entity, some, self._numbers)
            entries = [(local, entry_from(local)) for uid in some if (local := found.get(uid))]
            self.as_of = max(self.as_of, *(entry.at for _, entry in entries))
            for _, entry in entries:
                if entry.changes:
                    self.as_of = max(self.as_of, *(one.at for one in entry.changes))
                if not self._whole:
                    self._leads_to.update(_leads_to(entry))
            yield entries

    def _remember_days(self, locals_: Iterable[Local]) -> None:
        said = [date for local in locals_ if (date := local.fields.get("date"))]
        if said:
            earliest, latest = min(said)[:_DAY], max(date[-_DAY:] for date in said)
            self.earliest = min(earliest, self.earliest or earliest)
            self.latest = max(latest, self.latest or latest)

    def _verified(self, locals_: Sequence[Local]) -> dict[str, list[Verified]]:
        found: dict[str, list[Verified]] = {}
        uids = {local.id: local.uid for local in locals_}
        for quote, by, on, how, note, import_id, key, attestation in self._connection.execute(
            _VERIFIED, (json.dumps(list(uids)),)
        ):
            uid, own = uids[quote], import_id is None
            one = Verified(by, on, how, note, self._key if own else key or "")
            if own and self._key:
                self._own.append(verification_id(uid, one))
            if attestation is not None:
                self._passed_on.add(attestation)
            found.setdefault(uid, []).append(one)
        return found

    def _without_text(self, locals_: Sequence[Local]) -> set[str]:
        """Return the uids of quotes whose surroundings the receiver could not read from a source."""
        if not self._texts:
            return {one.uid for one in locals_}
        wanted = json.dumps([one.uid for one in locals_ if any(one.around)])
        rows = self._connection.execute(
            "SELECT quotes.uid FROM quotes LEFT JOIN sources ON sources.id = source_id"
            f" WHERE quotes.uid {AMONG} AND sources.text IS NULL",
            (wanted,),
        )
        return {row[0] for row in rows}

    def quotes(self, uids: Iterable[str], progress: Progress | None) -> Iterator[bytes]:
        encode = msgspec.json.Encoder(order="deterministic").encode
        done = 0
        for some in self._entries("quote", uids):
            locals_ = [local for local, _ in some]
            self._remember_days(locals_)
            verified = self._verified(locals_)
            alone = self._without_text(locals_)
            for local, entry in some:
                if of_it := verified.get(local.uid):
                    entry.verifications = sorted(of_it, key=_in_order) if len(of_it) > 1 else of_it
                if local.uid in alone:
                    entry.before, entry.after = local.around
                yield encode(entry)
            done += len(some)
            if progress and progress(done) is False:
                raise SharingError("The export was stopped: no bundle was written.")

    def of(self, entity: Entity) -> Iterator[bytes]:
        """Yield the speakers or sources: those that what was read so far names, or all of a whole archive."""
        encode = msgspec.json.Encoder(order="deterministic").encode
        for some in self._entries(entity, self.uids(entity)):
            for _, entry in some:
                yield encode(entry)

    def uids(self, entity: Entity) -> list[str]:
        if not self._whole:
            return sorted(uid for uid in self._leads_to if uid[0] == _LETTERS[entity])
        rows = self._connection.execute(
            f"SELECT uid FROM {entity}s UNION SELECT uid FROM histories WHERE entity = ?"
            " UNION SELECT uid FROM revisions WHERE entity = ? AND action = 'deleted' ORDER BY uid",
            (entity, entity),
        )
        return [row[0] for row in rows]

    def texts(self) -> Iterator[bytes]:
        """Yield the full texts of the sources, each once."""
        seen = set()
        rows = self._connection.execute(
            "SELECT sha256, text FROM sources WHERE text IS NOT NULL AND sha256 IS NOT NULL"
            f" AND uid {AMONG} ORDER BY sha256",
            (json.dumps(self.uids("source")),),
        )
        for sha256, text in rows:
            if sha256 not in seen:
                seen.add(sha256)
                yield msgspec.json.encode({"sha256": sha256, "text": text})

    def attestations(self) -> Iterator[bytes]:
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
        for one in sorted(made, key=lambda one: one.signature):
            yield msgspec.json.encode(one)
