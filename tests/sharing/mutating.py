"""Damaged and hostile versions of a file, the same for the same seed."""

from __future__ import annotations

import random
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

__all__ = ["mutated"]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _moved(data: bytes, chance: random.Random) -> bytes:
    a, b = sorted(chance.randrange(len(data)) for _ in range(2))
    at = chance.randrange(len(data))
    return data[:at] + data[a:b] + data[at:]


def _filled(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.randint(1, 64)
    return (
        data[:at]
        + chance.choice((b"\x00", b"\xff", b"[", b'{"a":', b"\xe2\x80\xae")) * size
        + data[at + size :]
    )


def _numbered(data: bytes, chance: random.Random) -> bytes:
    """Write an extreme number where the file may keep a size or an offset."""
    at = chance.randrange(max(1, len(data) - 4))
    return data[:at] + chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF)).to_bytes(4, "little") + data[at + 4 :]


def _with_another_member(data: bytes, chance: random.Random) -> bytes:
    """Damage one member inside a ZIP file that is right otherwise, checksums and all."""
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim = chance.choice(names)
        for name in names:
            member = old.read(name)
            if name == victim and member:
                member = chance.choice((_flipped, _cut, _moved, _filled))(member, chance)
            renamed = chance.random() < 0.1 and name == victim
            new.writestr(f"../{name}" if renamed else name, member)
    return content.getvalue()


_WAYS = (_flipped, _cut, _moved, _filled, _numbered)


def mutated(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Yield ``count`` damaged versions of a file; of a ZIP file every third with a damaged member inside."""
    chance = random.Random(seed ^ zlib.crc32(data))
    is_zip = data[:2] == b"PK"
    for number in range(count):
        way = _with_another_member if is_zip and number % 3 == 0 else chance.choice(_WAYS)
        yield way(data, chance)
