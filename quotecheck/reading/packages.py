"""The parts of zipped documents (DOCX, ODT, EPUB), read with a bound on what they unpack to."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, Self

from quotecheck.reading.errors import ReadingError
from quotecheck.reading.limits import MAX_UNPACKED_BYTES

__all__ = ["DAMAGE", "Package", "parsed_xml"]

_ENCRYPTED_FLAG = 0x1
_STEP = 1 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
"""What zipfile raises for a broken archive."""


class Package:
    """A zipped document. Raises ReadingError for a damaged archive, an encrypted one and a zip bomb."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as error:
            raise self._damaged() from error
        members = self._zip.infolist()
        if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
            raise ReadingError(
                "{name} unpacks to more than {megabytes} MB: save it without its pictures.",
                name=name,
                megabytes=MAX_UNPACKED_BYTES // 2**20,
            )
        if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
            raise self.encrypted()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def _damaged(self) -> ReadingError:
        return ReadingError(
            "{name} is damaged: save it again in the program that made it, or as text.", name=self.name
        )

    def encrypted(self) -> ReadingError:
        """Return the error that says that the document needs a password."""
        return ReadingError(
            "{name} is encrypted: save a copy without a password, and open that.", name=self.name
        )

    def part(self, path: str) -> bytes | None:
        """Return the bytes of a part, None when there is no such part."""
        try:
            # In steps: zipfile unpacks all of a member that is read at once, whatever size it declares.
            with self._zip.open(path) as packed:
                return b"".join(iter(lambda: packed.read(_STEP), b""))
        except KeyError:
            return None
        except (*DAMAGE, RuntimeError) as error:
            raise self._damaged() from error

    def unpacked(self) -> bytes:
        """Return the document with its parts stored as they are, safe for a reader that knows no bounds."""
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as plain:
            for path in self._zip.namelist():
                plain.writestr(path, self.part(path) or b"")
        return whole.getvalue()

    def xml(self, path: str) -> Any:
        """Return the root element of an XML part. Raises ReadingError when it is missing or broken."""
        data = self.part(path)
        root = parsed_xml(data) if data is not None else None
        if root is None:
            raise self._damaged()
        return root


def parsed_xml(data: bytes) -> Any:
    """Return the root of an XML document, None when it is broken; entities and outside files are refused."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None
