"""Collecting what a bundle holds from an archive, as lines of its parts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from quotecheck.archive.bulk import AMONG
from quotecheck.sharing.attestations import Attestation, attested, verification_id
from quotecheck.sharing.entries import Entry, Verified, entry_of
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.keys import Identity
from quotecheck.sharing.local import Local
from quotecheck.sharing.plain_lines import VERIFICATION, VERIFIED, PlainLine, PlainLines
from quotecheck.sharing.reading import read_locals

__all__ = ["Collector", "Progress"]

_AT_ONCE = 2_000
_DAY = len("2021-12-08")
_VERIFIED = f"SELECT entry.uid, {VERIFICATION} FROM quotes AS entry JOIN {VERIFIED} WHERE entry.uid {AMONG}"
_encode = msgspec.json.Encoder(order="deterministic").encode
_VERIFICATIONS = b',"verifications":'
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
        self._plain = PlainLines(connection, texts=texts)
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

    def _lines(self, entity: Entity, uids: Iterable[str]) -> Iterator[list[bytes]]:
        """Yield the lines of entries in order, some thousands at a time."""
        rest = iter(uids)
        while some := list(islice(rest, _AT_ONCE)):
            plain = self._plain.of(entity, json.dumps(some))
            self._remember_plain(plain)
            verified = self._verified((one[0], *one[8:]) for one in plain if one.verified is not None)
            told = {
                one.uid: one.line + _VERIFICATIONS + _encode(verified[one.uid]) + one.end
                if one.verified is not None
                else one.line + one.end
                for one in plain
            }
            if len(told) < len(some):
                told |= self._with_history(entity, [uid for uid in some if uid not in told])
            yield [told[uid] for uid in some if uid in told]

    def _remember_plain(self, lines: Sequence[PlainLine]) -> None:
        self.as_of = max(self.as_of, *(one.at for one in lines), "")
        self._remember_days([one.earliest for one in lines], [one.latest for one in lines])
        if not self._whole:
            self._leads_to.update(uid for one in lines for uid in (one.speaker, one.source) if uid)

    def _remember_days(self, earliest: Iterable[str | None], latest: Iterable[str | None]) -> None:
        self.earliest = min(filter(None, [*earliest, self.earliest]), default=None)
        self.latest = max(filter(None, [*latest, self.latest]), default=None)

    def _with_history(self, entity: Entity, uids: Sequence[str]) -> dict[str, bytes]:
        locals_ = read_locals(self._connection, entity, uids, self._numbers)
        wanted = json.dumps(uids) if entity == "quote" else "[]"
        verified = self._verified(self._connection.execute(_VERIFIED, (wanted,)))
        alone = self._without_text(locals_.values()) if entity == "quote" else set()
        told = {}
        for uid, local in locals_.items():
            entry = entry_from(local)
            self.as_of = max(self.as_of, entry.at, *(one.at for one in entry.changes))
            if not self._whole:
                self._leads_to.update(_leads_to(entry))
            entry.verifications = verified.get(uid, [])
            if uid in alone:
                entry.before, entry.after = local.around
            told[uid] = _encode(entry)
        if entity == "quote":
            days = [date for local in locals_.values() if (date := local.fields.get("date"))]
            self._remember_days([date[:_DAY] for date in days], [date[-_DAY:] for date in days])
        return told

    def _verified(self, rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Verified]]:
        """Return the verifications of quotes by their uids, those of each in order."""
        found: dict[str, list[Verified]] = {}
        for uid, by, on, how, note, is_own, key, attestation in rows:
            one = Verified(by, on, how, note, self._key if is_own else key or "")
            if is_own and self._key:
                self._own.append(verification_id(uid, one))
            if attestation is not None:
                self._passed_on.add(attestation)
            found.setdefault(uid, []).append(one)
        for several in found.values():
            if len(several) > 1:
                several.sort(key=_in_order)
        return found

    def _without_text(self, locals_: Iterable[Local]) -> set[str]:
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

    def quotes(self, uids: Iterable[str], progress: Progress | None) -> Iterator[list[bytes]]:
        """Yield the lines of these quotes, some thousands at a time."""
        done = 0
        for lines in self._lines("quote", uids):
            yield lines
            done += len(lines)
            if progress and progress(done) is False:
                raise SharingError("The export was stopped: no bundle was written.")

    def of(self, entity: Entity) -> Iterator[list[bytes]]:
        """Yield the speakers or sources: those that what was read so far names, or all of a whole archive."""
        return self._lines(entity, self.uids(entity))

    def uids(self, entity: Entity) -> list[str]:
        if not self._whole:
            return sorted(uid for uid in self._leads_to if uid[0] == _LETTERS[entity])
        rows = self._connection.execute(
            f"SELECT uid FROM {entity}s UNION SELECT uid FROM histories WHERE entity = ?"
            " UNION SELECT uid FROM revisions WHERE entity = ? AND action = 'deleted' ORDER BY uid",
            (entity, entity),
        )
        return [row[0] for row in rows]

    def texts(self) -> Iterator[list[bytes]]:
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
                yield [msgspec.json.encode({"sha256": sha256, "text": text})]

    def attestations(self) -> Iterator[list[bytes]]:
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
        yield list(map(msgspec.json.encode, sorted(made, key=lambda one: one.signature)))
