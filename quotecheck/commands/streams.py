"""What the commands read from standard input and write line by line."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from quotecheck.commands.outcome import UsageError
from quotecheck.files import replaced

__all__ = ["json_lines", "on_one_line", "standard_input", "write_json_line"]


def on_one_line(text: str) -> str:
    """Return the text with what a file's name could do to a terminal (line breaks, escapes) spelled out."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise UsageError("There is no standard input to read “-” from: name a file.")
    return sys.stdin.buffer


@contextmanager
def json_lines(out: str | None) -> Iterator[TextIO | None]:
    """Open the stream of JSON lines: standard output for "-", else a file that is replaced as a whole."""
    if out is None:
        yield None
        return
    if out == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8 whatever the terminal is
        yield sys.stdout
        return
    with replaced(Path(out)) as temporary, temporary.open("w", encoding="utf-8") as lines:
        yield lines


def write_json_line(value: dict[str, Any], lines: TextIO | None) -> None:
    from quotecheck.reporting import json_line

    if lines:
        print(json_line(value), file=lines)
