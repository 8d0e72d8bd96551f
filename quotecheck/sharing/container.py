"""The file of a bundle: a ZIP archive of known members, read as a stream within fixed limits.

Nothing is ever unpacked to disk, and no name in the file is used as a path: a member is looked up by one of
the names that a bundle can have, and a file with any other member is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

import msgspec

from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.manifest import MANIFEST, PARTS, SIGNATURE, Manifest, Part, bag_files, read_manifest

__all__ = ["BundleFile", "BundleWriter", "opened_bundle"]

FOLDER = "quotes/"
"""The one folder of the ZIP file, which is the bag."""

MOST_BYTES = 4 << 30
"""The most that all parts may hold when unpacked, and the largest file that is opened."""

LONGEST_LINE = 64 << 20
"""The longest line of a part, in bytes."""

HIGHEST_RATIO = 200
"""How many times smaller a part may have become by compression, the first 16 MB not counted."""

_TAG_FILE_BYTES = 1 << 20
_FREE_OF_RATIO = 16 << 20
_CHUNK = 1 << 18
_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_DIRECTORY = 1 << 14
_MOST_MEMBERS = 64
_TAG_FILES = (
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
    MANIFEST,
    SIGNATURE,
)
_NAMES = frozenset(FOLDER + name for name in (*PARTS, *_TAG_FILES))
_ENCRYPTED = 0x1
_ENCODER = msgspec.json.Encoder(order="deterministic")
_LEVEL = 1  # half the time of the usual 6, and a tenth more bytes


class BundleWriter:
    """Writes the members of a bundle one after the other; the same members give the same bytes."""

    def __init__(self, path: Path) -> None:
        """Write to ``path``; use as a context manager."""
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=False, compresslevel=_LEVEL)

    def __enter__(self) -> BundleWriter:
        return self

    def __exit__(self, *exception: object) -> None:
        self._zip.close()

    @contextmanager
    def _member(self, name: str) -> Iterator[IO[bytes]]:
        info = zipfile.ZipInfo(FOLDER + name)  # of 1980-01-01: the time of making is nobody's business
        info.compress_type = zipfile.ZIP_DEFLATED
        info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # open() takes the level from here alone
        info.create_system = 3
        info.external_attr = 0o644 << 16
        with self._zip.open(info, "w") as member:
            yield member

    def write_part(self, name: str, entries: Iterable[Sequence[object]]) -> Part:
        """Write one part, a line for each entry, many at a time; return what the manifest says of it.

        A second thread compresses what has been read while this one reads on.
        """
        digest, size, count = sha256(), 0, 0
        written: Future[None] | None = None
        with self._member(name) as member, ThreadPoolExecutor(1) as packer:

            def write(data: bytes) -> None:
                digest.update(data)
                member.write(data)

            for some in entries:
                lines = _ENCODER.encode_lines(some)
                size += len(lines)
                count += len(some)
                if written:
                    written.result()
                written = packer.submit(write, lines)
            if written:
                written.result()
        return Part(digest.hexdigest(), size, count)

    def write_file(self, name: str, content: bytes) -> None:
        """Write a small member whole."""
        with self._member(name) as member:
            member.write(content)


def _check_end(file: IO[bytes], path: Path) -> None:
    """Look at the end of the ZIP file before anything is made of what it claims to hold."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    end = file.read(_END_BYTES)
    file.seek(0)
    if end[:4] != _END:
        raise BundleError("{path} is no bundle, or only a part of one: get it again.", path=path)
    members, directory = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if members > _MOST_MEMBERS or directory > _LONGEST_DIRECTORY:
        raise BundleError("{path} holds more files than a bundle has: it is not opened.", path=path)
    if size > MOST_BYTES:
        raise BundleError("{path} is larger than a bundle can be: ask for a smaller selection.", path=path)


def _check_members(members: list[zipfile.ZipInfo], path: Path) -> None:
    names = [member.filename for member in members]
    for member in members:
        shown = ascii(member.filename[:80])
        if member.filename not in _NAMES or member.orig_filename != member.filename:
            raise BundleError(
                "{path} holds {shown}, which no bundle has: it is not opened.", path=path, shown=shown
            )
        if names.count(member.filename) > 1:
            raise BundleError("{path} holds {shown} twice: it is not opened.", path=path, shown=shown)
        if member.flag_bits & _ENCRYPTED or member.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise BundleError(
                "{path} holds {shown} in a form that no bundle has: it is not opened.", path=path, shown=shown
            )
        if member.file_size > max(_FREE_OF_RATIO, member.compress_size * HIGHEST_RATIO):
            raise BundleError(
                "{path} holds {shown}, which grows too much when unpacked: it is not opened.",
                path=path,
                shown=shown,
            )
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise BundleError("{path} holds more than a bundle can: ask for a smaller selection.", path=path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what the ZIP reader reports of a damaged file into a BundleError."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BundleError("{path} is damaged ({error}): get it again.", path=path, error=error) from error
    except OSError as error:
        raise BundleError(
            "{path} cannot be read ({reason}): check its name.", path=path, reason=error.strerror or error
        ) from error


class BundleFile:
    """An open bundle, whose parts are read line by line; each time it is checked that they are whole."""

    def __init__(self, path: Path, file: zipfile.ZipFile) -> None:
        """Take over an open file; use :func:`opened_bundle` instead."""
        self.path = path
        self._zip = file
        self.manifest_bytes = self._small(MANIFEST)
        self.manifest: Manifest = read_manifest(self.manifest_bytes)
        self._names = {member.filename.removeprefix(FOLDER) for member in file.infolist()}
        self._check_bag()

    def _small(self, name: str) -> bytes:
        try:
            with _readable(self.path), self._zip.open(FOLDER + name) as member:
                content = member.read(_TAG_FILE_BYTES + 1)
        except KeyError:
            raise BundleError(
                "{path} has no {name}: it is no bundle, or only a part of one.", path=self.path, name=name
            ) from None
        if len(content) > _TAG_FILE_BYTES:
            raise BundleError(
                "{path} has a {name} longer than any real one: it is not opened.", path=self.path, name=name
            )
        return content

    def _check_bag(self) -> None:
        expected = bag_files(self.manifest, self.manifest_bytes)
        parts = {name for name in self._names if name.startswith("data/")}
        for name in sorted(parts ^ self.manifest.parts.keys()):
            raise BundleError(
                "{path} was altered: {name} is not what the manifest lists.", path=self.path, name=name
            )
        for name, content in expected.items():
            if self._small(name) != content:
                raise BundleError(
                    "{path} was altered: {name} does not agree with its manifest.", path=self.path, name=name
                )

    def signature_bytes(self) -> bytes | None:
        """Return the file of the signature, None when there is none."""
        return self._small(SIGNATURE) if SIGNATURE in self._names else None

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a part; at its end it is certain that it is the one that the manifest lists.

        Raises BundleError when it is not. A part that the bundle does not have has no lines.
        """
        if name not in self.manifest.parts:
            return
        part, digest, size, count = self.manifest.parts[name], sha256(), 0, 0
        begun: list[bytes] = []
        waiting = 0
        with _readable(self.path), self._zip.open(FOLDER + name) as member:
            while chunk := member.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                waiting += len(chunk)
                if waiting > LONGEST_LINE + _CHUNK:
                    raise BundleError(
                        "{path} has a line in {name} longer than any real one.", path=self.path, name=name
                    )
                if b"\n" not in chunk:
                    begun.append(chunk)
                    continue
                first, *lines = chunk.split(b"\n")
                lines.insert(0, b"".join((*begun, first)))
                begun = [lines.pop()]
                waiting = len(begun[0])
                count += len(lines)
                yield from lines
        if waiting or (digest.hexdigest(), size, count) != (part.sha256, part.bytes, part.entries):
            raise BundleError(
                "{path} was altered: {name} is not what the manifest lists.", path=self.path, name=name
            )

    def verify(self) -> None:
        """Read all parts through once. Raises BundleError when one is not what the manifest lists."""
        for name in self.manifest.parts:
            for _ in self.lines(name):
                pass


@contextmanager
def opened_bundle(path: Path) -> Iterator[BundleFile]:
    """Open the bundle at ``path``. Raises BundleError, also later, while its parts are read."""
    with ExitStack() as open_files:
        with _readable(path):
            file = open_files.enter_context(path.open("rb"))
            _check_end(file, path)
            members = open_files.enter_context(zipfile.ZipFile(file))
            _check_members(members.infolist(), path)
            bundle = BundleFile(path, members)
        yield bundle
