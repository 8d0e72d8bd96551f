"""A second process that reads and prepares a large file while this one writes to the archive.

``python -m quotecheck.archive.incoming.second_process FILE STATUS MAPPING`` writes pickled batches to its
standard output; STATUS may be empty, MAPPING is JSON.
It is an ordinary child, for nothing of the program that imports may be run twice: multiprocessing would.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.incoming.batches import Batch, prepared_batches
from quotecheck.archive.incoming.row_files import check_whole
from quotecheck.model import QuoteStatus

__all__ = ["quickly_prepared"]

_LARGE = 2_000_000
_FINISHED = "finished"
_MOST_AHEAD = 6

Mapped = Mapping[str, str] | None
Item = Batch | ArchiveError | str


def _command(path: Path, status: QuoteStatus | None, mapping: Mapped) -> list[str]:
    told = [status.value if status else "", json.dumps(dict(mapping or {}))]
    return [sys.executable, "-P", "-m", __name__, str(path), *told]


def _start(path: Path, status: QuoteStatus | None, mapping: Mapped) -> subprocess.Popen[bytes] | None:
    if getattr(sys, "frozen", False) or not sys.executable:
        return None
    try:
        return subprocess.Popen(
            _command(path, status, mapping),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None


def _read_ahead(stream: IO[bytes], ahead: Queue[Item | None]) -> None:
    try:
        with suppress(EOFError, pickle.UnpicklingError):
            while True:
                ahead.put(pickle.load(stream))  # our own child wrote it
    finally:
        ahead.put(None)


def _received(stream: IO[bytes]) -> Generator[Item, None, None]:
    """Yield what the child sends; it is taken in meanwhile, lest the child wait for work on the archive."""
    ahead: Queue[Item | None] = Queue(_MOST_AHEAD)
    Thread(target=_read_ahead, args=(stream, ahead), daemon=True).start()
    try:
        while (item := ahead.get()) is not None:
            yield item
    except GeneratorExit:  # the thread ends, for its child has been ended
        while ahead.get() is not None:
            pass
        raise


def quickly_prepared(
    path: Path, status: QuoteStatus | None, mapping: Mapped = None
) -> Generator[Batch, None, None]:
    """Do as ``prepared_batches``, for a large file in a second process.

    Before the first batch the file is read through, while the process starts: ArchiveError is raised at once
    when it is damaged anywhere. Where no process can be started, or it ends before its time, this one does
    what is left.
    """
    done = 0
    child = _start(path, status, mapping) if path.is_file() and path.stat().st_size >= _LARGE else None
    if child is None or child.stdout is None:
        check_whole(path)
    else:
        with child:
            received = _received(child.stdout)
            try:
                check_whole(path)
                for item in received:
                    if isinstance(item, ArchiveError):
                        raise item
                    if isinstance(item, str):
                        return
                    yield item
                    done += 1
            finally:
                child.kill()
                received.close()
    yield from islice(prepared_batches(path, status, mapping), done, None)


def _prepare(path: Path, status: QuoteStatus | None, mapping: Mapped, out: IO[bytes]) -> None:
    try:
        for batch in prepared_batches(path, status, mapping):
            pickle.dump(batch, out, protocol=pickle.HIGHEST_PROTOCOL)
            out.flush()
        pickle.dump(_FINISHED, out)
    except ArchiveError as error:
        pickle.dump(error, out)


if __name__ == "__main__":
    _file, _status, _mapping = sys.argv[1:]
    _prepare(Path(_file), QuoteStatus(_status) if _status else None, json.loads(_mapping), sys.stdout.buffer)
