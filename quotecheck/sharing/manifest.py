"""The manifest of a bundle, and the files that make the bundle a bag (BagIt, RFC 8493)."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from quotecheck.sharing.errors import BundleError

__all__ = [
    "FORMAT",
    "MANIFEST",
    "PARTS",
    "SIGNATURE",
    "Manifest",
    "Part",
    "Signature",
    "bag_files",
    "signed_message",
]

FORMAT = "quotecheck.bundle/1"
MANIFEST, SIGNATURE = "manifest.json", "signature.json"
PARTS = (
    "data/speakers.jsonl",
    "data/sources.jsonl",
    "data/texts.jsonl",
    "data/quotes.jsonl",
    "data/attestations.jsonl",
)
"""All parts that a bundle can have, in the order in which they are read."""

_SIGNED_AS = b"quotecheck.bundle/1\n"
_BAG = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """One part: the SHA-256 of its bytes, how many there are, and how many lines."""

    sha256: str
    bytes: int
    entries: int


class Who(msgspec.Struct, forbid_unknown_fields=True):
    """Who made the bundle; ``key`` is their public key (Base64), None in an unsigned bundle."""

    name: str
    desk: str
    key: str | None


class Manifest(msgspec.Struct):
    """What a bundle says of itself. ``as_of`` is the time of the latest change in it, not of its making."""

    format: str
    as_of: str
    by: Who
    earliest: str | None
    latest: str | None
    selection: dict[str, str]
    whole: bool
    parts: dict[str, Part]

    def encoded(self) -> bytes:
        """Return the bytes of the file."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=2) + b"\n"


class Signature(msgspec.Struct):
    """The signature (Ed25519, Base64) of the manifest by the owner of ``key``."""

    key: str
    signature: str
    algorithm: str = "Ed25519"

    def encoded(self) -> bytes:
        """Return the bytes of the file."""
        return msgspec.json.format(msgspec.json.encode(self, order="sorted"), indent=2) + b"\n"


def signed_message(manifest: bytes) -> bytes:
    """Return what is signed: the manifest, marked as what it is."""
    return _SIGNED_AS + manifest


def read_manifest(content: bytes) -> Manifest:
    """Read a manifest. Raises BundleError."""
    try:
        found = msgspec.json.decode(content, type=Manifest)
    except (ValueError, RecursionError) as error:
        raise BundleError(
            "Its {name} is none ({error}): the bundle is damaged, or is none.", name=MANIFEST, error=error
        ) from error
    if found.format != FORMAT:
        raise BundleError(
            "It has the format {format}, and this QuoteCheck reads {known}: update QuoteCheck.",
            format=repr(found.format[:60]),
            known=FORMAT,
        )
    if strange := found.parts.keys() - set(PARTS):
        raise BundleError(
            "It has a part that no bundle has ({part}): it is not opened.", part=repr(sorted(strange)[0][:60])
        )
    return found


def bag_files(manifest: Manifest, content: bytes) -> dict[str, bytes]:
    """Return the tag files of the bag; they follow from the manifest and add nothing to it."""
    payload = sum(part.bytes for part in manifest.parts.values())
    info = (
        f"Bagging-Software: QuoteCheck\nBag-Software-Agent-Format: {FORMAT}\n"
        f"Payload-Oxum: {payload}.{len(manifest.parts)}\n"
    )
    listed = "".join(f"{part.sha256}  {name}\n" for name, part in sorted(manifest.parts.items()))
    files = {"bagit.txt": _BAG, "bag-info.txt": info, "manifest-sha256.txt": listed}
    tags = {**{name: text.encode() for name, text in files.items()}, MANIFEST: content}
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(tags.items()))
    return {**{name: text.encode() for name, text in files.items()}, "tagmanifest-sha256.txt": sums.encode()}
