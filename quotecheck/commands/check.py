"""``quotecheck check``: the quotations of articles, attributed, dated and checked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.commands.opening import account_name, own_or_named
from quotecheck.commands.outcome import ALL_FINE, NEEDS_ATTENTION, UsageError
from quotecheck.commands.outputs import FILE_FORMATS, file_stems, paths_by_format, refuse_losses, write_files
from quotecheck.commands.saved_checks import is_saved_check, read_saved, with_decisions
from quotecheck.commands.streams import json_lines, standard_input, write_json_line

if TYPE_CHECKING:
    from quotecheck.decisions import Decision
    from quotecheck.model import Article, Publication, Report

__all__ = ["add_to"]


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    check = commands.add_parser(
        "check",
        help="check the quotations of articles",
        description="Checks the quotations of articles. Exits with 0 when all is fine, 1 when something "
        "needs attention and nobody has decided on it in the saved check, 2 when it could not run.",
    )
    check.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="an article, .jsonl of articles, a saved check (.qcheck), or - (stdin)",
    )
    check.add_argument(
        "--archive", metavar="DB", help="the archive to check against; “none” for none (default: your own)"
    )
    check.add_argument(
        "--published", metavar="DATE", help="when the article appeared (2021-12-14, 14 Dec 2021 …)"
    )
    check.add_argument(
        "--date-order",
        choices=["article", "day", "month"],
        default="article",
        help="how --published 3/4/2021 is read: day or month first, or as the article writes its dates "
        "(default); where that does not show either, it is refused",
    )
    check.add_argument("--json", metavar="OUT", help="write one JSON report a line; - for standard output")
    for name, (_, what) in FILE_FORMATS.items():
        check.add_argument(f"--{name}", metavar="OUT", help=f"write {what}; a folder for several articles")
    check.add_argument("--reviewer", metavar="NAME", help="who publishes the check, for --claimreview")
    check.add_argument("--page", metavar="URL", default="", help="where the check will be, for --claimreview")
    check.add_argument("--quiet", action="store_true", help="print no summary")
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from quotecheck.pipeline import analyse, check
    from quotecheck.reporting import Review, report_to_json

    review = Review(options.reviewer or account_name(), options.page)
    attention = False
    with ExitStack() as stack:
        archive = stack.enter_context(
            nullcontext() if options.archive == "none" else own_or_named(options.archive)
        )
        inputs = list(_articles(options.inputs))
        articles = [article for article, _decisions in inputs]
        several = len(articles) > 1
        refuse_losses(options, several=several)
        files = paths_by_format(options, several=several)
        lines = stack.enter_context(json_lines(options.json))
        for (article, decisions), stem in zip(inputs, file_stems(articles), strict=True):
            published = _published(options.published, options.date_order, article)
            dated = replace(article, published=published) if published else article
            found = check(dated, archive) if archive else analyse(dated)
            report = with_decisions(found, decisions, archive)
            attention |= report.needs_attention
            write_json_line(report_to_json(report), lines)
            if not options.quiet and options.json != "-":
                _print_summary(report)
            write_files(report, files, stem, review)
    return NEEDS_ATTENTION if attention else ALL_FINE


def _published(text: str | None, order: str, article: Article) -> Publication | None:
    if text is None:
        return None
    from quotecheck.dates import DateOrder, order_in, parse_day
    from quotecheck.model import Basis, Publication

    kept = order_in(article.text, article.language) if order == "article" else DateOrder(order)
    return Publication(parse_day(text, order=kept), Basis.GIVEN)


def _articles(inputs: Iterable[str]) -> Iterator[tuple[Article, tuple[Decision, ...]]]:
    """Yield every article that is named, and what was decided on it where it is a saved check."""
    from quotecheck.reading import articles_from_bytes, read_articles

    names = list(inputs)
    if names.count("-") > 1:
        raise UsageError("“-” stands for standard input, which can be read only once: name it once.")
    for name in names:
        if name == "-":
            for article in articles_from_bytes(standard_input().read(), name="standard input"):
                yield article, ()
        elif not name:
            raise UsageError("An empty name stands for no file: name the article.")
        elif is_saved_check(name):
            yield read_saved(Path(name))
        else:
            for article in read_articles(Path(name)):
                yield article, ()


def _print_summary(report: Report) -> None:
    from rich.console import Console

    from quotecheck.reporting import write_text

    write_text(report, Console(file=sys.stdout, highlight=False))
