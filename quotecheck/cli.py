"""The command line: each command asks the core and prints what it says; it holds no logic of its own.

Exit codes: 0 all fine; 1 checked, and something needs attention; 2 could not run, which stderr explains.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from quotecheck.commands import archive, check, lookup, share
from quotecheck.commands.outcome import ALL_FINE, COULD_NOT_RUN
from quotecheck.commands.streams import on_one_line
from quotecheck.decisions.document import SUFFIX as CHECK_SUFFIX
from quotecheck.errors import QuoteCheckError
from quotecheck.files import BUNDLE_SUFFIX

__all__ = ["main"]

_NO_DISPLAY = (
    "There is no display to open the window on. On the command line, "
    "“quotecheck check ARTICLE --pdf CHECKED.pdf” does the same work; “quotecheck --help” tells the rest."
)

_NO_DISPLAY_FOR_BUNDLE = (
    "There is no display to open the bundle on. On the command line, “quotecheck share inspect BUNDLE” says "
    "who signed it, and “quotecheck share import BUNDLE --preview” what it would change."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (len(arguments) == 1 and _is_for_the_desk(arguments[0])):
        return _open_desk(arguments)
    options = _parser().parse_args(arguments)
    try:
        with _stopped_by_termination():
            code = int(options.run(options))
        if sys.stdout:
            sys.stdout.flush()
    except QuoteCheckError as error:
        return _say_error(str(error))
    except BrokenPipeError:
        _drop_output()
        return ALL_FINE
    except OSError as error:
        _drop_output()
        return _say_error(f"{error.filename or 'The output'} {_cannot_be_used(error)}")
    except KeyboardInterrupt:
        return _say_error("Stopped; nothing was left half-written.")
    return code


@contextmanager
def _stopped_by_termination() -> Iterator[None]:
    """Let a request to terminate clear away what is half-written, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _drop_output() -> None:
    """Let go of an output that takes nothing any more (head has left, say): exiting would flush it."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _cannot_be_used(error: OSError) -> str:
    return f"could not be read or written ({error.strerror or error}): make room or choose another place."


def _say_error(sentence: str) -> int:
    print(f"quotecheck: {on_one_line(sentence)}", file=sys.stderr)
    return COULD_NOT_RUN


def _is_for_the_desk(argument: str) -> bool:
    """Tell whether an argument is what a double click on a bundle or a saved check hands over."""
    return Path(argument).suffix.casefold() in (BUNDLE_SUFFIX, CHECK_SUFFIX)


def _open_desk(arguments: list[str]) -> int:
    from quotecheck import desktop

    for argument in arguments:
        if not Path(argument).is_file():
            return _say_error(f"{argument} does not exist: check the name and the folder.")
    if not desktop.has_display():
        is_bundle = any(Path(argument).suffix.casefold() == BUNDLE_SUFFIX for argument in arguments)
        return _say_error(_NO_DISPLAY_FOR_BUNDLE if is_bundle else _NO_DISPLAY)
    return desktop.run([*sys.argv[:1], *arguments])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quotecheck",
        description="Checks every quoted statement of an article: who said it, when, and whether those were "
        "the words. Without a command opens the desktop app, with a bundle (….quotes) alone shows it there.",
    )
    parser.add_argument("--version", action="version", version=f"quotecheck {version('quotecheck')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (check, lookup, archive, share):
        command.add_to(commands)
    return parser
