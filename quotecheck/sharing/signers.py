"""Whose bundles are believed: the list of known signers, kept in the user's folder."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from quotecheck.files import make_folder, write_whole
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.keys import Identity, Person, identity_folder, key_bytes

__all__ = ["KnownSigner", "Signers", "Trust"]

_FILE = "signers.json"


class Trust(StrEnum):
    """What has been decided about a signer."""

    TRUSTED = "trusted"
    UNDECIDED = "undecided"
    DISTRUSTED = "distrusted"


class KnownSigner(msgspec.Struct, frozen=True):
    """Somebody whose key has been seen: ``since`` is the day when it was noted."""

    key: str
    name: str
    desk: str
    since: str
    trust: Trust = Trust.UNDECIDED

    @property
    def person(self) -> Person:
        """Who it is."""
        return Person(self.name, self.desk, self.key, self.since)


def _matches(signer: KnownSigner, wanted: str) -> bool:
    words = signer.person.fingerprint
    return signer.key == wanted or wanted.casefold() in (
        signer.name.casefold(),
        words,
        words.replace(" ", "-"),
    )


class Signers:
    """The known signers. Every change is kept at once."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the list at ``path``, else the user's own. Raises SharingError."""
        self._path = path or identity_folder() / _FILE
        self._known: dict[str, KnownSigner] = {}
        try:
            listed = msgspec.json.decode(self._path.read_bytes(), type=list[KnownSigner])
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            raise SharingError(
                "The list of signers {path} cannot be read ({error}): restore a copy, or move it away.",
                path=self._path,
                error=error,
            ) from error
        self._known = {signer.key: signer for signer in listed}

    def _keep(self) -> None:
        make_folder(self._path.parent)
        listed = msgspec.json.format(msgspec.json.encode(self.listed()), indent=2)
        write_whole(self._path, listed + b"\n")

    def listed(self) -> list[KnownSigner]:
        """Return all, by name."""
        return sorted(self._known.values(), key=lambda signer: (signer.name.casefold(), signer.key))

    def of_key(self, key: str) -> KnownSigner | None:
        """Return the signer of this key; my own is always known and trusted."""
        me = Identity.known()
        if me and me.person.key == key:
            return KnownSigner(key, me.person.name, me.person.desk, me.person.since, Trust.TRUSTED)
        return self._known.get(key)

    def find(self, wanted: str) -> KnownSigner:
        """Return the one signer who has this key, fingerprint or name. Raises SharingError."""
        found = [signer for signer in self._known.values() if _matches(signer, wanted)]
        if len(found) == 1:
            return found[0]
        problem = "Several known signers have the name" if found else "No known signer has the name or key"
        raise SharingError(
            "{problem} {wanted}: “quotecheck share signers list” shows them and their keys.",
            problem=problem,
            wanted=repr(wanted),
        )

    def add(self, key: str, name: str, desk: str = "", *, trust: Trust = Trust.UNDECIDED) -> KnownSigner:
        """Note a signer; one who is known keeps the day and, unless it says more, the trust."""
        key_bytes(key)
        if not name.strip():
            raise SharingError("The signer has no name: say whose key it is.")
        known = self._known.get(key)
        since = known.since if known else datetime.now(UTC).date().isoformat()
        if known and trust is Trust.UNDECIDED:
            trust = known.trust
        self._known[key] = signer = KnownSigner(key, name.strip(), desk.strip(), since, trust)
        self._keep()
        return signer

    def judge(self, signer: KnownSigner, trust: Trust) -> KnownSigner:
        """Trust a signer from now on, or no longer."""
        self._known[signer.key] = judged = msgspec.structs.replace(signer, trust=trust)
        self._keep()
        return judged

    def remove(self, signer: KnownSigner) -> None:
        """Take a signer from the list; what they have verified stays theirs in the archives."""
        del self._known[signer.key]
        self._keep()

    def namesakes(self, person: Person) -> list[KnownSigner]:
        """Return known signers of the same name and another key: one of the two may be an impostor."""
        name = person.name.casefold()
        return [one for one in self.listed() if one.name.casefold() == name and one.key != person.key]
