"""The full texts of sources that come with a bundle."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from quotecheck.sharing.errors import BundleError

__all__ = ["Text", "parse_text"]


class Text(msgspec.Struct):
    """The full text of a source by its SHA-256."""

    sha256: str
    text: str


def parse_text(line: bytes, place: str) -> tuple[str, str]:
    """Read one line; ``place`` names it. Return the SHA-256 and the text. Raises BundleError."""
    try:
        found = msgspec.json.decode(line, type=Text)
    except (ValueError, RecursionError) as error:
        raise BundleError(
            "{place} is refused, for it is no text ({error}).", place=place, error=error
        ) from error
    if "\x00" in found.text or sha256(found.text.encode()).hexdigest() != found.sha256:
        raise BundleError("{place} is refused, for it is not the text that its source names.", place=place)
    return found.sha256, found.text
