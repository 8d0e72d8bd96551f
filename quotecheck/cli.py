"""The command line: each command asks the core and prints what it says; it holds no logic of its own.

Exit codes: 0 all fine; 1 checked, and something needs attention; 2 could not run, which stderr explains.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import signal
import sys
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

from quotecheck import archive_commands
from quotecheck.errors import QuoteCheckError
from quotecheck.files import is_folder, make_folder, replaced

if TYPE_CHECKING:
    from quotecheck.archive import Archive
    from quotecheck.model import Article, Interval, Publication, Report

__all__ = ["main"]

ALL_FINE, NEEDS_ATTENTION, COULD_NOT_RUN = 0, 1, 2

_FILE_FORMATS = ("pdf", "html", "csv")

_NO_DISPLAY = (
    "There is no display to open the window on. On the command line, "
    "“quotecheck check ARTICLE --pdf CHECKED.pdf” does the same work; “quotecheck --help” tells the rest."
)


class UsageError(QuoteCheckError):
    """The words of the command, or the queries given to it, do not fit together."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        return _open_desk()
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
    print(f"quotecheck: {_on_one_line(sentence)}", file=sys.stderr)
    return COULD_NOT_RUN


def _on_one_line(text: str) -> str:
    """Return the text with what a file's name could do to a terminal (line breaks, escapes) spelled out."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _open_desk() -> int:
    from quotecheck import desktop

    if not desktop.has_display():
        return _say_error(_NO_DISPLAY)
    return desktop.run(sys.argv)


def _check(options: argparse.Namespace) -> int:
    from quotecheck.pipeline import analyse, check
    from quotecheck.reporting import report_to_json

    published = _published(options.published)
    attention = False
    with ExitStack() as stack:
        archive = stack.enter_context(
            nullcontext() if options.archive == "none" else _archive(options.archive)
        )
        articles = list(_articles(options.inputs))
        several = len(articles) > 1
        _refuse_losses(options, several=several)
        files = _paths_by_format(options, several=several)
        lines = stack.enter_context(_lines_to(options.json))
        for article, stem in zip(articles, _file_stems(articles), strict=True):
            dated = replace(article, published=published) if published else article
            report = check(dated, archive) if archive else analyse(dated)
            attention |= report.needs_attention
            _print_line(report_to_json(report), lines)
            if not options.quiet and options.json != "-":
                _print_summary(report)
            _write_files(report, files, stem)
    return NEEDS_ATTENTION if attention else ALL_FINE


def _published(text: str | None) -> Publication | None:
    if text is None:
        return None
    from quotecheck.dates import parse_day
    from quotecheck.model import Basis, Publication

    return Publication(parse_day(text), Basis.GIVEN)


def _archive(name: str | None) -> Archive:
    from quotecheck.archive import Archive

    return Archive.open(Path(name)) if name else Archive.starter()


def _articles(inputs: Iterable[str]) -> Iterator[Article]:
    from quotecheck.reading import articles_from_bytes, read_articles

    names = list(inputs)
    if names.count("-") > 1:
        raise UsageError("“-” stands for standard input, which can be read only once: name it once.")
    for name in names:
        if name == "-":
            yield from articles_from_bytes(_standard_input().read(), name="standard input")
        elif not name:
            raise UsageError("An empty name stands for no file: name the article.")
        else:
            yield from read_articles(Path(name))


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise UsageError("There is no standard input to read “-” from: name a file.")
    return sys.stdin.buffer


def _refuse_losses(options: argparse.Namespace, *, several: bool) -> None:
    """Raise UsageError for outputs that would overwrite what is read, or each other."""
    kept = {os.path.realpath(name): name for name in (*options.inputs, options.archive or "-")}
    for format_ in ("json", *_FILE_FORMATS):
        out = getattr(options, format_)
        if out is None or (out == "-" and format_ == "json"):
            continue
        if out in ("", "-"):
            raise UsageError(f"--{format_} needs the name of a file: only --json can write to “-”.")
        place = os.path.realpath(out)
        if place in kept and not is_folder(Path(out)):
            raise UsageError(f"--{format_} would overwrite {kept[place]}: give the output another name.")
        if format_ == "json" or not several:
            kept[place] = f"what --{format_} writes"


def _paths_by_format(options: argparse.Namespace, *, several: bool) -> dict[str, Path]:
    """Return where each format goes: a file, or for several articles a folder, which is made."""
    paths = {name: Path(out) for name in _FILE_FORMATS if (out := getattr(options, name))}
    for path in paths.values() if several else ():
        if path.suffix and not is_folder(path):
            raise UsageError(f"There are several articles, and {path} is one file: name a folder instead.")
        make_folder(path)
    return paths


def _write_files(report: Report, paths: dict[str, Path], stem: str) -> None:
    from quotecheck import reporting

    for name, path in paths.items():
        file = path / f"{stem}.{name}" if is_folder(path) else path
        getattr(reporting, f"write_{name}")(report, file)
        print(f"Wrote {_on_one_line(str(file))}", file=sys.stderr)


def _file_stem(article_id: str) -> str:
    return re.sub(r"[^\w.-]+", "-", article_id).strip("-.")[:100] or "article"


def _file_stems(articles: Iterable[Article]) -> list[str]:
    """Return the name of each article's files, no two the same, not even where case makes no difference."""
    seen: Counter[str] = Counter()
    stems: list[str] = []
    for base in (_file_stem(article.id) for article in articles):
        stem = base
        while seen[stem.casefold()]:
            seen[base.casefold()] += 1
            stem = f"{base}-{seen[base.casefold()]}"
        seen[stem.casefold()] += 1
        stems.append(stem)
    return stems


def _print_summary(report: Report) -> None:
    from rich.console import Console

    from quotecheck.reporting import write_text

    write_text(report, Console(file=sys.stdout, highlight=False))


@contextmanager
def _lines_to(out: str | None) -> Iterator[TextIO | None]:
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


def _print_line(value: dict[str, Any], lines: TextIO | None) -> None:
    from quotecheck.reporting import json_line

    if lines:
        print(json_line(value), file=lines)


class _Query(NamedTuple):
    id: Any
    text: str
    speaker: str | None
    said: Interval | None


def _look_up(options: argparse.Namespace) -> int:
    from quotecheck.pipeline import look_up
    from quotecheck.reporting import verdict_to_json

    attention = False
    with _archive(options.archive) as archive, _lines_to(options.json or "-") as lines:
        for query in _queries(options.queries):
            verdict = look_up(query.text, archive, speaker=query.speaker, said=query.said)
            attention |= verdict.needs_attention
            _print_line({"id": query.id, "verdict": verdict_to_json(verdict)}, lines)
    return NEEDS_ATTENTION if attention else ALL_FINE


def _queries(name: str) -> Iterator[_Query]:
    """Yield the queries of a JSON Lines file, or of standard input for "-", one at a time."""
    shown = "standard input" if name == "-" else name
    try:
        with _standard_input() if name == "-" else Path(name).open("rb") as stream:
            for number, line in enumerate(io.TextIOWrapper(stream, encoding="utf-8-sig"), start=1):
                if line.strip():
                    yield _query(line, f"{shown}, line {number}")
    except OSError as error:
        raise UsageError(
            f"{shown} cannot be read ({error.strerror or error}): check the name and its permissions."
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown} is not UTF-8 text; save the queries as UTF-8 and try again.") from error


def _query(line: str, place: str) -> _Query:
    from quotecheck.dates import DateError, parse_day

    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: this is not a line of JSON.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UsageError(f"{place}: a query is an object with a “text”, and perhaps “id”, “speaker”, “date”.")
    if not isinstance(row.get("speaker"), str | None):
        raise UsageError(f"{place}: its “speaker” is not a name in quotation marks.")
    try:
        said = parse_day(str(row["date"])) if row.get("date") else None
    except DateError as error:
        raise UsageError(f"{place}: {error}") from error
    return _Query(row.get("id"), row["text"], row.get("speaker") or None, said)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quotecheck",
        description="Checks every quoted statement of an article: who said it, when, and whether those were "
        "the words. Without a command, opens the desktop app.",
    )
    parser.add_argument("--version", action="version", version=f"quotecheck {version('quotecheck')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_look_up(commands)
    archive_commands.add_to(commands)
    return parser


def _add_check(commands: Any) -> None:
    check = commands.add_parser(
        "check",
        help="check the quotations of articles",
        description="Checks the quotations of articles. Exits with 0 when all is fine, 1 when something "
        "needs attention, 2 when it could not run.",
    )
    check.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="an article, .jsonl of articles, or - (stdin)"
    )
    check.add_argument(
        "--archive", metavar="DB", help="the archive to check against; “none” for none (default: your own)"
    )
    check.add_argument(
        "--published", metavar="DATE", help="when the article appeared (2021-12-14, 14 Dec 2021 …)"
    )
    check.add_argument("--json", metavar="OUT", help="write one JSON report a line; - for standard output")
    for name, what in zip(_FILE_FORMATS, ("an annotated PDF", "a web page", "a table"), strict=True):
        check.add_argument(f"--{name}", metavar="OUT", help=f"write {what}; a folder for several articles")
    check.add_argument("--quiet", action="store_true", help="print no summary")
    check.set_defaults(run=_check)


def _add_look_up(commands: Any) -> None:
    look_up = commands.add_parser("lookup", help="check single quotes, one JSON object a line")
    look_up.add_argument(
        "queries", metavar="QUERIES.jsonl", help="lines {id, text, speaker?, date?}; - for stdin"
    )
    look_up.add_argument("--archive", metavar="DB", help="the archive to look in (default: your own)")
    look_up.add_argument("--json", metavar="OUT", help="where the answers go (default: standard output)")
    look_up.set_defaults(run=_look_up)
