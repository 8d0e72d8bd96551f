"""Whoever has verified a quote vouches for it with their own key, whoever passes it on.

Verifications are signed some dozens at a time, as a list of their ids: that costs little, and one that is
passed on takes its list with it. So a desk can hand on what another has verified, but not make it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice

import msgspec

from quotecheck.sharing.checks import LONGEST_NAME
from quotecheck.sharing.entries import Verified
from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.keys import Identity, signed_by

__all__ = ["Attestation", "attested", "parse_attestation", "verification_id"]

_TOGETHER = 64
_SIGNED_AS = b"quotecheck.verifications/1\n"


class Attestation(msgspec.Struct, frozen=True):
    """That the owner of ``key`` vouches for the verifications with these ids (see ``verification_id``)."""

    key: str
    name: str
    desk: str
    members: list[str]
    signature: str

    def is_genuine(self) -> bool:
        """Tell whether the owner of the key has signed it."""
        return signed_by(self.key, _message(self.name, self.desk, self.members), self.signature)


def _message(name: str, desk: str, members: list[str]) -> bytes:
    return _SIGNED_AS + msgspec.json.encode([name, desk, members])


def verification_id(quote: str, one: Verified) -> str:
    """Return the id of a verification of the quote with this uid: a hash of all it says, and of the key."""
    said = msgspec.json.encode([quote, one.by, one.on, one.how, one.note, one.key])
    return sha256(said).hexdigest()[:32]


def attested(ids: Iterable[str], identity: Identity) -> Iterator[Attestation]:
    """Vouch for verifications of one's own, some dozens at a time."""
    person = identity.person
    rest = iter(ids)
    while members := list(islice(rest, _TOGETHER)):
        signature = identity.sign(_message(person.name, person.desk, members))
        yield Attestation(person.key, person.name, person.desk, members, signature)


def parse_attestation(line: bytes, place: str) -> Attestation:
    """Read one line; ``place`` names it. Raises BundleError unless whoever it names has signed it."""
    try:
        found = msgspec.json.decode(line, type=Attestation)
    except (ValueError, RecursionError) as error:
        raise BundleError(
            "{place} is refused, for it vouches for nothing ({error}).", place=place, error=error
        ) from error
    if not found.name or len(found.name) + len(found.desk) > LONGEST_NAME or not found.is_genuine():
        raise BundleError(
            "{place} is refused, for it is not signed by {name}, whom it names.",
            place=place,
            name=repr(found.name[:80]),
        )
    return found
