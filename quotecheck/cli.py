"""The command line: each command asks the core and prints what it says; it holds no logic of its own.

Exit codes: 0 all fine; 1 checked, and something needs attention; 2 could not run, which stderr explains.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from quotecheck import archive_commands
from quotecheck.errors import QuoteCheckError
from quotecheck.files import replaced

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
        return int(options.run(options))
    except QuoteCheckError as error:
        return _say_error(str(error))
    except BrokenPipeError:
        # The reader of our output has gone (head, less); the interpreter must not flush it at exit.
        sys.stdout = open("/dev/null", "w")  # noqa: SIM115, PTH123
        return ALL_FINE
    except KeyboardInterrupt:
        return _say_error("Stopped; nothing was left half-written.")


def _say_error(sentence: str) -> int:
    print(f"quotecheck: {sentence}", file=sys.stderr)
    return COULD_NOT_RUN


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
        files = _paths_by_format(options, several=len(articles) > 1)
        lines = stack.enter_context(_lines_to(options.json))
        for article in articles:
            dated = replace(article, published=published) if published else article
            report = check(dated, archive) if archive else analyse(dated)
            attention |= report.needs_attention
            _print_line(report_to_json(report), lines)
            if not options.quiet and options.json != "-":
                _print_summary(report)
            _write_files(report, files)
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

    for name in inputs:
        if name == "-":
            yield from articles_from_bytes(sys.stdin.buffer.read(), name="standard input")
        else:
            yield from read_articles(Path(name))


def _paths_by_format(options: argparse.Namespace, *, several: bool) -> dict[str, Path]:
    """Return where each format goes: a file, or for several articles a folder, which is made."""
    paths = {name: Path(out) for name in _FILE_FORMATS if (out := getattr(options, name))}
    for path in paths.values() if several else ():
        if path.suffix:
            raise UsageError(f"There are several articles, and {path} is one file: name a folder instead.")
        path.mkdir(parents=True, exist_ok=True)
    return paths


def _write_files(report: Report, paths: dict[str, Path]) -> None:
    from quotecheck import reporting

    for name, path in paths.items():
        file = path / f"{_file_stem(report.article.id)}.{name}" if path.is_dir() else path
        getattr(reporting, f"write_{name}")(report, file)
        print(f"Wrote {file}", file=sys.stderr)


def _file_stem(article_id: str) -> str:
    return re.sub(r"[^\w.-]+", "-", article_id).strip("-.")[:100] or "article"


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
    try:
        opened: AbstractContextManager[TextIO] = (
            nullcontext(sys.stdin) if name == "-" else Path(name).open(encoding="utf-8")  # noqa: SIM115
        )
        with opened as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _query(line, f"{name}, line {number}")
    except OSError as error:
        raise UsageError(f"{name} could not be read ({(error.strerror or '').lower()}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8 text; save the queries as UTF-8 and try again.") from error


def _query(line: str, place: str) -> _Query:
    from quotecheck.dates import DateError, parse_day

    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: this is not a line of JSON.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UsageError(f"{place}: a query is an object with a “text”, and perhaps “id”, “speaker”, “date”.")
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
