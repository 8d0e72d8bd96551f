"""What is said of a bundle before anything in it is used: signed by whom, known or not, whole or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec

from quotecheck.archive.incoming.lookalikes import doubt_about, doubts_of
from quotecheck.model import Message, message
from quotecheck.sharing.container import BundleFile, opened_bundle
from quotecheck.sharing.entries import parse_entry
from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.keys import Identity, Person, signed_by
from quotecheck.sharing.manifest import SIGNATURE, Manifest, Signature, signed_message
from quotecheck.sharing.signers import KnownSigner, Signers, Trust

__all__ = ["Inspection", "inspect", "inspect_bundle"]

_MOST_DOUBTS = 100


@dataclass(frozen=True, slots=True)
class Inspection:
    """A bundle that is whole, and who vouches for it.

    ``signer`` is None when nobody has signed it, ``known`` when the signer is not in the list of signers. A
    ``namesake`` is a known signer of the same name with another key: one of the two may be an impostor.
    ``doubts`` are sentences on names with letters that only look like others, or with hidden ones.
    """

    path: Path
    manifest: Manifest
    sha256: str
    signer: Person | None
    known: KnownSigner | None
    is_mine: bool
    namesake: KnownSigner | None
    doubts: tuple[Message, ...] = ()

    @property
    def is_trusted(self) -> bool:
        """Tell whether it can be imported without being asked anything."""
        return self.known is not None and self.known.trust is Trust.TRUSTED

    def may_be_imported(self, *, accept_unsigned: bool, accept_unknown: bool) -> bool:
        """Tell whether nothing has to be asked any more, now that this has been accepted."""
        if self.is_trusted:
            return True
        if self.signer is None:
            return accept_unsigned
        return accept_unknown and not (self.known and self.known.trust is Trust.DISTRUSTED)

    @property
    def sentence(self) -> str:
        """Who has signed it, and what is known of them."""
        if self.signer is None:
            return "It is whole, but unsigned: nobody vouches for it."
        signed = f"It is whole, signed by {self.signer}"
        if self.is_mine:
            return f"{signed}: yourself."
        if self.namesake:
            return f"{signed}, whose key is NOT the one that you know of {self.namesake.name}: ask them."
        if self.known is None:
            return f"{signed}, whom you do not know yet."
        if self.known.trust is Trust.DISTRUSTED:
            return f"{signed}, whom you do not trust."
        return f"{signed}, whom you {'trust' if self.is_trusted else 'know, but have not said to trust'}."


def _signer(bundle: BundleFile) -> Person | None:
    """Return who has signed the manifest. Raises BundleError when it was not who it says."""
    content, by = bundle.signature_bytes(), bundle.manifest.by
    if content is None:
        if by.key is not None:
            raise BundleError(
                "{path} was altered: the signature of {name} has been taken away.",
                path=bundle.path,
                name=by.name,
            )
        return None
    try:
        found = msgspec.json.decode(content, type=Signature)
    except (ValueError, RecursionError) as error:
        raise BundleError(
            "{path} was altered: its {name} is none.", path=bundle.path, name=SIGNATURE
        ) from error
    if found.encoded() != content or found.key != by.key:
        raise BundleError(
            "{path} was altered: its {name} does not belong to its manifest.",
            path=bundle.path,
            name=SIGNATURE,
        )
    if not signed_by(found.key, signed_message(bundle.manifest_bytes), found.signature):
        raise BundleError(
            "{path} was altered: its manifest is not the one that {name} has signed.",
            path=bundle.path,
            name=by.name,
        )
    return Person(by.name, by.desk, found.key, "")


def _doubts_about(signer: Person | None) -> Iterator[Message]:
    for name in (signer.name, signer.desk) if signer else ():
        if doubt := doubt_about(name):
            yield message("The signer’s name {name} is doubtful: {doubt}.", name=ascii(name), doubt=doubt)


def _doubts_in(bundle: BundleFile) -> Iterator[Message]:
    for number, line in enumerate(bundle.lines("data/speakers.jsonl"), start=1):
        yield from doubts_of("speaker", parse_entry("speaker", line, f"speaker {number}").fields)


def inspect(bundle: BundleFile, signers: Signers | None = None) -> Inspection:
    """Check every part of an open bundle and its signature. Raises BundleError, naming what differs."""
    signer = _signer(bundle)
    bundle.verify()
    signers = signers or Signers()
    me = Identity.known()
    known = signers.of_key(signer.key) if signer else None
    namesakes = signers.namesakes(signer) if signer and known is None else []
    return Inspection(
        path=bundle.path,
        manifest=bundle.manifest,
        sha256=sha256(bundle.manifest_bytes).hexdigest(),
        signer=signer,
        known=known,
        is_mine=bool(me and signer and me.person.key == signer.key),
        namesake=next(iter(namesakes), None),
        doubts=tuple(_doubts_about(signer)),
    )


def inspect_bundle(path: Path) -> Inspection:
    """Open a bundle only to see what it is. Raises BundleError when it is damaged, altered or none."""
    with opened_bundle(path) as bundle:
        found = inspect(bundle)
        return replace(found, doubts=(*found.doubts, *islice(_doubts_in(bundle), _MOST_DOUBTS)))
