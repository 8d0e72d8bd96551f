"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotecheck.errors import QuoteCheckError

__all__ = ["FileError", "replaced", "write_whole"]


class FileError(QuoteCheckError):
    """A file could not be written; what stood there before is untouched."""


def _permissions(path: Path) -> int:
    """Return the mode of the file that is replaced, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _sentence(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"The folder of {path} does not exist: make it first, or choose another place."
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder: name a file in it."
    reason = error.strerror or str(error)
    return f"{path} could not be written ({reason}): make room or choose another place, and try again."


def _on_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to; it takes the place of ``path`` when all went well.

    A reader sees the old file or the new one, never a part. Raises FileError when the disk is full or
    the folder is missing or may not be written to; whatever stood at ``path`` before is then untouched.
    """
    target = path.resolve() if path.is_symlink() else path
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.", suffix=".part")
        os.close(handle)
        draft = Path(name)
        yield draft
        _on_disk(draft)
        draft.chmod(_permissions(target))
        draft.replace(target)
    except OSError as error:
        raise FileError(_sentence(path, error)) from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def write_whole(path: Path | str, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all. Raises FileError."""
    with replaced(Path(path)) as draft:
        draft.write_bytes(data)
