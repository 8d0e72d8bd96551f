"""The options that say which quotes of an archive are given away."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from quotecheck.sharing.selecting import Selection

__all__ = ["add_selection", "selection_of"]

_STATUSES = ("verified", "unverified", "disputed", "retracted")


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    parser.add_argument("--search", metavar="WORDS", help="only quotes with these words")
    parser.add_argument("--speaker", metavar="NAME", help="only quotes of this speaker")
    parser.add_argument("--from", dest="since", metavar="DATE", help="only quotes of this day or later")
    parser.add_argument("--to", dest="until", metavar="DATE", help="only quotes of this day or earlier")
    parser.add_argument("--tag", metavar="TAG", help="only quotes with this tag")
    parser.add_argument("--status", choices=_STATUSES, help="only quotes of this status")


def _day(text: str | None, *, last: bool) -> date | None:
    from quotecheck.dates import parse_day

    if not text:
        return None
    days = parse_day(text)
    return days.latest if last else days.earliest


def selection_of(options: argparse.Namespace) -> Selection:
    """Return what the options have chosen. Raises DateError."""
    from quotecheck.model import QuoteStatus
    from quotecheck.sharing.selecting import Selection

    return Selection(
        search=options.search,
        speaker=options.speaker,
        since=_day(options.since, last=False),
        until=_day(options.until, last=True),
        status=QuoteStatus(options.status) if options.status else None,
        tag=options.tag,
    )
