"""Which archive a command works on, and on whose behalf."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.commands.streams import on_one_line

if TYPE_CHECKING:
    from quotecheck.archive import Archive

__all__ = ["account_name", "opened_or_made", "own_or_named"]


def _warn_of_its_place(path: Path) -> None:
    from quotecheck.archive.whereabouts import place_warning

    if warning := place_warning(path):
        print(f"quotecheck: {on_one_line(warning)}", file=sys.stderr)


def own_or_named(name: str | None, *, read_only: bool = False) -> Archive:
    """Open the archive of that name, or without one the user's own, which is made at first use."""
    from quotecheck.archive import Archive

    archive = Archive.open(Path(name), read_only=read_only) if name else Archive.starter(read_only=read_only)
    _warn_of_its_place(archive.path)
    return archive


@contextmanager
def opened_or_made(name: str | None) -> Iterator[Archive]:
    """Open the archive, made when there is none; one that was made for nothing is taken away again."""
    from quotecheck.archive import Archive

    if name is None or Path(name).exists():
        with own_or_named(name) as archive:
            yield archive
        return
    for_nothing = False
    try:
        with Archive.open(Path(name), create=True) as archive:
            _warn_of_its_place(archive.path)
            try:
                yield archive
            finally:
                for_nothing = archive.is_empty()
    finally:
        if for_nothing:
            Path(name).unlink()


def account_name() -> str:
    """Return the name under which changes are recorded: the account's."""
    return getpass.getuser()
