"""``quotecheck archive …``: the archive from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.commands import archive_export
from quotecheck.commands.opening import account_name, opened_or_made, own_or_named
from quotecheck.commands.outcome import UsageError

if TYPE_CHECKING:
    from quotecheck.model import ArchivedQuote

__all__ = ["add_to"]

_MOST = 1_000_000
_WHOLE_SOURCE = (
    "add a whole speech, interview or transcript (text, PDF, web page, DOCX …): every sentence of it can then"
    " be found, with its speaker where the text has labels such as “MS. PELOSI:”"
)


def add_to(commands: Any) -> None:
    """Add the ``archive`` command and its own commands to the parser."""
    archive = commands.add_parser("archive", help="look into an archive and fill it")
    jobs = archive.add_subparsers(title="archive commands", metavar="JOB", required=True)
    _job(jobs, "info", _info, "say what an archive holds")
    search = _job(jobs, "search", _search, "find quotes by their words, speaker, source or tag")
    search.add_argument("query", nargs="*", metavar="WORD")
    search.add_argument("--tag", type=_words, help="only quotes with this tag")
    search.add_argument(
        "--limit", type=_count, default=20, metavar="N", help="how many to show (default: 20)"
    )
    _add_adding(_job(jobs, "add", _add, "add one quote"))
    tag = _job(jobs, "tag", _tag, "give tags to quotes, or take them away")
    tag.add_argument("uids", nargs="+", metavar="UID")
    tag.add_argument("--add", type=_words, action="append", default=[], metavar="TAG")
    tag.add_argument("--remove", type=_words, action="append", default=[], metavar="TAG")
    _job(jobs, "tags", _tags, "list the tags and how many quotes have each")
    _add_source_options(_job(jobs, "add-source", _add_source, _WHOLE_SOURCE))
    importing = _job(
        jobs,
        "import",
        _import,
        "import quotes from .csv, .xlsx, .jsonl, .json or SQLite files (or .gz of the texts)",
    )
    importing.add_argument("files", nargs="+", metavar="FILE")
    importing.add_argument(
        "--map",
        nargs="+",
        default=[],
        metavar="FIELD=COLUMN",
        help="the column that holds a field, as in “text=Quote speaker=Who”; “--map guess” goes by names",
    )
    importing.add_argument(
        "--table", metavar="TABLE", help="the table of an SQLite file (default: what looks most like quotes)"
    )
    archive_export.add_to(jobs)
    undoing = _job(
        jobs, "undo-import", _undo_import, "take a whole import back (its number is in its summary)"
    )
    undoing.add_argument("number", type=_count, metavar="NUMBER")
    _job(jobs, "learn", _learn, "learn what the quotes mean, so that paraphrases can be suggested")
    _job(jobs, "verify", _verify, "check that an archive is whole and its index right")
    backup = _job(jobs, "backup", _backup, "write a copy of an archive")
    backup.add_argument("copy", metavar="COPY")


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text[:20]) <= _MOST:
        raise argparse.ArgumentTypeError(f"give a whole number from 1 to {_MOST:,}, not {text!r}")
    return int(text)


def _words(text: str) -> str:
    """Return what is typed as text; bytes that the shell's encoding does not know come as lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("it holds bytes that are no text: write it anew") from None
    return text


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty: say who spoke")
    return _words(text)


def _job(jobs: Any, name: str, run: Any, what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = jobs.add_parser(name, help=what, description=what.capitalize() + ".")
    parser.add_argument("--archive", metavar="DB", help="the archive file (default: your own)")
    parser.set_defaults(run=run)
    return parser


def _add_adding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", type=_words, help="the statement, without quotation marks")
    parser.add_argument("--speaker", type=_name, required=True)
    parser.add_argument("--date", help="a day, or a month, a year or a range “2021-05-03/2021-05-05”")
    for name in ("speaker-role", "source-url", "source-title", "publisher", "context", "occasion", "id"):
        parser.add_argument(f"--{name}", type=_words)
    parser.add_argument("--status", choices=("verified", "unverified", "disputed", "retracted"))
    parser.add_argument(
        "--tag",
        type=_words,
        action="append",
        default=[],
        help="a word by which you gather quotes; repeatable",
    )


def _add_source_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--title", type=_words, help="(default: what the file says)")
    parser.add_argument("--publisher", type=_words)
    parser.add_argument("--url", type=_words, help="where it was found")
    parser.add_argument("--date", help="the day on which it was said (default: what the file states)")
    parser.add_argument(
        "--speaker", type=_name, help="who speaks, where nothing in the text tells (“THE PRESIDENT:”)"
    )
    parser.add_argument("--kind", choices=("primary", "secondary"))


def _info(options: argparse.Namespace) -> int:
    with own_or_named(options.archive, read_only=True) as archive:
        info = archive.info()
    print(f"{info.path}: version {info.version}, {info.bytes / 1e6:,.1f} MB")
    statuses = ", ".join(f"{count:,} {status}" for status, count in info.by_status.items() if count)
    print(f"{info.quotes:,} quotes{f' ({statuses})' if statuses else ''}")
    print(f"{info.speakers:,} speakers, {info.sources:,} sources, {info.texts:,} with their full text")
    if info.said:
        print(f"said between {info.said.earliest} and {info.said.latest}")
    for speaker, count in info.speakers_by_quotes:
        print(f"  {count:>7,}  {speaker}")
    return 0


def _search(options: argparse.Namespace) -> int:
    if not options.query and not options.tag:
        raise UsageError("Say what to search for: words, or a --tag.")
    with own_or_named(options.archive, read_only=True) as archive:
        found = archive.search(" ".join(options.query), limit=options.limit, tag=options.tag)
    for quote in found:
        print(_as_entry(quote))
    print(f"{len(found)} found." if found else "Nothing found.")
    return 0


def _as_entry(quote: ArchivedQuote) -> str:
    said = quote.said
    when = f"{said.earliest}" if said and said.earliest == said.latest else " – ".join(map(str, said or ()))
    where = (quote.speaker or "unknown speaker", when, quote.source_title or quote.publisher, quote.status)
    lines = [f"“{quote.text}”", " · ".join(part for part in where if part), quote.source_url or quote.uid]
    if quote.tags:
        lines.append(f"tags: {', '.join(quote.tags)}")
    return "\n    ".join(lines) + "\n"


def _add(options: argparse.Namespace) -> int:
    from quotecheck.archive import NewQuote
    from quotecheck.dates import parse_day
    from quotecheck.model import QuoteStatus

    quote = NewQuote(
        text=options.text,
        speaker=options.speaker,
        speaker_role=options.speaker_role,
        said=parse_day(options.date) if options.date else None,
        source_url=options.source_url,
        source_title=options.source_title,
        publisher=options.publisher,
        context=options.context,
        occasion=options.occasion,
        status=QuoteStatus(options.status) if options.status else None,
        external_id=options.id,
        tags=tuple(options.tag),
    )
    with opened_or_made(options.archive) as archive:
        uid = archive.add_quote(quote, by=account_name())
    print(f"Added as {uid}.")
    return 0


def _tag(options: argparse.Namespace) -> int:
    if not options.add and not options.remove:
        raise UsageError("Say which tags to --add or to --remove.")
    with own_or_named(options.archive) as archive:
        changed = archive.tag_quotes(options.uids, add=options.add, remove=options.remove, by=account_name())
    print(f"Changed the tags of {changed:,} of {len(options.uids):,} quotes.")
    return 0


def _tags(options: argparse.Namespace) -> int:
    with own_or_named(options.archive, read_only=True) as archive:
        found = archive.tags()
    for tag, quotes in found:
        print(f"{quotes:>7,}  {tag}")
    if not found:
        print("No quote has a tag.")
    return 0


def _add_source(options: argparse.Namespace) -> int:
    from quotecheck.archive.sources.documents import read_source
    from quotecheck.dates import parse_day

    source = read_source(
        Path(options.file),
        title=options.title,
        publisher=options.publisher,
        url=options.url,
        published=parse_day(options.date) if options.date else None,
        speaker=options.speaker,
        kind=options.kind,
    )
    with opened_or_made(options.archive) as archive:
        uid = archive.add_source(source, by=account_name())
        turns = archive.turns_by_speaker(uid)
    said = f", said {source.published.earliest}" if source.published else ", on an unknown day"
    print(f"Added “{source.title}” as {uid}{said}.")
    for speaker, count in turns:
        print(f"{count:>7,} {'turn' if count == 1 else 'turns'}  {speaker}")
    return 0


@contextmanager
def _rows_of(options: argparse.Namespace, path: Path) -> Iterator[tuple[Path, Mapping[str, str] | None]]:
    """Give the file to import, of a database what was copied out of it, and which column is which field."""
    from quotecheck.archive.incoming.foreign import copied_out, is_sqlite
    from quotecheck.archive.incoming.mapping import guessed_in, parse_mapping

    stated = None if options.map == ["guess"] else parse_mapping(options.map)
    if is_sqlite(path):
        with copied_out(path, options.table) as copied:
            yield copied.rows, copied.mapping(stated)
    else:
        yield path, guessed_in(path) if stated is None else stated or None


def _import(options: argparse.Namespace) -> int:
    any_problem = False
    with opened_or_made(options.archive) as archive:
        for name in options.files:
            with _rows_of(options, Path(name)) as (rows, mapping):
                result = archive.import_quotes(rows, by=account_name(), mapping=mapping)
            print(
                f"{name}: {result.added:,} added, {result.changed:,} changed, {result.unchanged:,} there "
                f"already, {result.skipped:,} skipped (import {result.import_id})."
            )
            for problem in result.problems:
                print(f"{name}, line {problem.line}: {problem.message}", file=sys.stderr)
            any_problem = any_problem or bool(result.problems)
    return 1 if any_problem else 0


def _undo_import(options: argparse.Namespace) -> int:
    with own_or_named(options.archive) as archive:
        undone = archive.undo_import(options.number, by=account_name())
    print(
        f"Import {options.number}: {undone.removed:,} taken out, {undone.changed_back:,} set back, "
        f"{undone.kept:,} kept, for somebody has changed them since."
    )
    return 0


def _learn(options: argparse.Namespace) -> int:
    with own_or_named(options.archive, read_only=True) as archive:
        count = archive.learn_meanings()
    print(f"{count:,} quotes learned: where a quotation is not found, what may mean the same is suggested.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    with own_or_named(options.archive) as archive:
        problems = archive.verify_integrity()
        print("\n".join(problems) if problems else f"{archive.path} is whole, and its index is right.")
    return 1 if problems else 0


def _backup(options: argparse.Namespace) -> int:
    with own_or_named(options.archive, read_only=True) as archive:
        archive.backup(Path(options.copy))
    print(f"Wrote {options.copy}.")
    return 0
