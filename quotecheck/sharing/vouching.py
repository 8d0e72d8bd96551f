"""The verifications that come with a bundle: each keeps for ever whoever vouches for it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from quotecheck.archive.bulk import AMONG, insert_tuples
from quotecheck.archive.chronicle import now
from quotecheck.sharing.attestations import Attestation, parse_attestation, verification_id
from quotecheck.sharing.entries import Entry, Verified
from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.keys import Identity

__all__ = ["Vouched", "Vouching"]

_KNOWN = f"""
SELECT quotes.uid, verified_by, verified_on, how, note, verifications.import_id, verifications.uid
FROM verifications JOIN quotes ON quotes.id = quote_id
WHERE quotes.uid {AMONG}
"""

_COLUMNS = (
    "quote_id", "verified_by", "verified_on", "how", "note", "uid", "import_id", "attestation_id",
)  # fmt: skip

Vouched = tuple[str, Verified, str]
"""A verification that is not here yet: the quote's uid, what it says, its own uid."""


class Vouching:
    """Tells which verifications of a bundle are new and genuine, and writes them."""

    def __init__(self, connection: sqlite3.Connection, lines: Iterable[bytes]) -> None:
        """Read the attestations of the bundle. Raises BundleError when one is not genuine."""
        self._connection = connection
        me = Identity.known()
        self._my_key = me.person.key if me else ""
        self._by_member: dict[str, Attestation] = {}
        self._written: dict[str, int] = {}
        for number, line in enumerate(lines, start=1):
            one = parse_attestation(line, f"data/attestations.jsonl, line {number},")
            self._by_member.update(dict.fromkeys(one.members, one))

    def _known(self, quotes: Sequence[str]) -> set[str]:
        known = set()
        for quote, by, on, how, note, import_id, uid in self._connection.execute(
            _KNOWN, (json.dumps(quotes),)
        ):
            if import_id is not None:
                known.add(uid)
                continue
            for key in {self._my_key, ""}:
                known.add(verification_id(quote, Verified(by, on, how, note, key)))
        return known

    def fresh(self, entries: Sequence[Entry]) -> Iterator[Vouched]:
        """Yield those verifications that are not here yet. Raises BundleError for a false one."""
        verified = [entry for entry in entries if entry.verifications]
        known = self._known([entry.uid for entry in verified]) if verified else set()
        for entry in verified:
            for one in entry.verifications:
                uid = verification_id(entry.uid, one)
                if one.key and not self._is_vouched_for(one.key, uid):
                    raise BundleError(
                        "A verification of the quote {uid} by {name} is not signed by whom it names: "
                        "the bundle is refused.",
                        uid=entry.uid,
                        name=repr(one.by[:80]),
                    )
                if uid not in known:
                    known.add(uid)
                    yield entry.uid, one, uid

    def _is_vouched_for(self, key: str, uid: str) -> bool:
        vouching = self._by_member.get(uid)
        return vouching is not None and vouching.key == key

    def write(self, vouched: Sequence[Vouched], import_id: int) -> None:
        """Write verifications of quotes that are in the archive."""
        wanted = json.dumps([quote for quote, _, _ in vouched])
        sql = f"SELECT uid, id FROM quotes WHERE uid {AMONG}"
        numbers = dict(self._connection.execute(sql, (wanted,)))
        rows = [
            (
                numbers[quote],
                one.by,
                one.on,
                one.how,
                one.note,
                uid,
                import_id,
                self._attestation(one.key, uid),
            )
            for quote, one, uid in vouched
            if quote in numbers
        ]
        insert_tuples(self._connection, "verifications", _COLUMNS, rows)

    def _attestation(self, key: str, uid: str) -> int | None:
        if not key:
            return None
        one = self._by_member[uid]
        if one.signature not in self._written:
            signer = keep_signer(self._connection, one.key, one.name, one.desk)
            self._connection.execute(
                "INSERT OR IGNORE INTO attestations (signer_id, members, signature) VALUES (?, ?, ?)",
                (signer, json.dumps(one.members), one.signature),
            )
            (self._written[one.signature],) = self._connection.execute(
                "SELECT id FROM attestations WHERE signature = ?", (one.signature,)
            ).fetchone()
        return self._written[one.signature]


def keep_signer(connection: sqlite3.Connection, key: str, name: str, desk: str) -> int:
    """Note a signer in the archive, unless the key is there already, and return the number."""
    connection.execute(
        "INSERT OR IGNORE INTO signers (key, name, desk, first_seen) VALUES (?, ?, ?, ?)",
        (key, name, desk, now()),
    )
    row = connection.execute("SELECT id FROM signers WHERE key = ?", (key,)).fetchone()
    return int(row[0])
