"""The user's files: where they are kept, and how they are replaced, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_dir

from quotecheck.errors import QuoteCheckError

__all__ = ["BUNDLE_SUFFIX", "FileError", "data_folder", "is_folder", "make_folder", "replaced", "write_whole"]

BUNDLE_SUFFIX = ".quotes"
"""How the name of a bundle ends, by which the desk knows one."""


class FileError(QuoteCheckError):
    """A file could not be written; what stood there before is untouched."""


def data_folder() -> Path:
    """Return the folder for the user's data; the environment variable QUOTECHECK_DATA_DIR overrides it."""
    return Path(os.environ.get("QUOTECHECK_DATA_DIR") or user_data_dir("QuoteCheck", appauthor=False))


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
    if isinstance(error, PermissionError):
        return f"{path} may not be written to: choose another place, or change its folder's permissions."
    reason = error.strerror or str(error)
    return f"{path} could not be written ({reason}): make room or choose another place, and try again."


def _on_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _is_device(path: Path) -> bool:
    """Tell whether ``path`` is there, but neither a file nor a folder: a device or a pipe."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:
        return False


@contextmanager
def _handed_over(path: Path) -> Iterator[Path]:
    """Give a temporary path whose content goes into the device or pipe at ``path`` when all went well."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder) / "draft"
            draft.touch()
            yield draft
            with draft.open("rb") as ready, path.open("wb") as device:
                shutil.copyfileobj(ready, device)
    except OSError as error:
        raise FileError(_sentence(path, error)) from error


def is_folder(path: Path) -> bool:
    """Tell whether ``path`` is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def make_folder(path: Path) -> None:
    """Make a folder, and those it is to be in, unless it is there. Raises FileError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FileError(
            "{path} cannot be a folder, for a file is in its place: choose another name.", path=path
        ) from error
    except OSError as error:
        raise FileError(
            "The folder {path} could not be made ({reason}): choose another place.",
            path=path,
            reason=error.strerror or error,
        ) from error


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to; it takes the place of ``path`` when all went well.

    A reader sees the old file or the new one, never a part. Raises FileError when the disk is full or
    the folder is missing or may not be written to; whatever stood at ``path`` before is then untouched.
    A device or a pipe has nothing to replace: it is written to.
    """
    if _is_device(path):
        with _handed_over(path) as ready:
            yield ready
        return
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
