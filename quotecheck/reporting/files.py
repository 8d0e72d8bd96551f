"""Writing a report to disk so that the file is whole or untouched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from quotecheck.errors import QuoteCheckError

__all__ = ["ReportError", "write_atomically"]


class ReportError(QuoteCheckError):
    """A report could not be written; what stood in its place is still there."""


def _permissions(path: Path) -> int:
    """Return the mode of the file that is replaced, or what a new file would get."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def write_atomically(path: Path | str, data: bytes) -> None:
    """Write ``data`` to ``path``: a reader sees the old file or the new one, never a part.

    Raises ReportError where the folder is missing, may not be written, or the disk is full.
    """
    target = Path(path)
    if target.is_symlink():
        target = target.resolve()
    draft: str | None = None
    try:
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(_permissions(target))
        Path(draft).replace(target)
    except OSError as error:
        if draft is not None:
            Path(draft).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise ReportError(
            f"The report could not be written to {path} ({reason}): make room there or choose another."
        ) from error
