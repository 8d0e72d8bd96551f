"""Saved checks on the command line: their article checked anew, and what people decided laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotecheck.archive.interface import QuoteStore
    from quotecheck.decisions import Decision
    from quotecheck.model import Article, Report

__all__ = ["is_saved_check", "read_saved", "with_decisions"]


def is_saved_check(name: str) -> bool:
    """Tell by its name whether a file is a saved check."""
    from quotecheck.decisions.document import SUFFIX

    return Path(name).suffix.casefold() == SUFFIX


def read_saved(path: Path) -> tuple[Article, tuple[Decision, ...]]:
    """Return the article of a saved check, still to be checked anew, and its decisions.

    Raises DocumentError.
    """
    from quotecheck.decisions.document import read
    from quotecheck.reading import article_from_text

    document = read(path)
    known = document.report.article
    article = article_from_text(
        known.text,
        id=known.id or path.stem,
        title=document.title,
        source_url=known.source_url,
        publisher=known.publisher,
        published=document.published,
    )
    return article, document.decisions


def with_decisions(report: Report, decisions: Sequence[Decision], archive: QuoteStore | None) -> Report:
    """Return the report as people decided it is, facts that they corrected checked against the archive."""
    from quotecheck.decisions import review, told, verdict_on

    if not decisions:
        return report
    asked = review(report, decisions).to_check
    verdicts = {item: verdict_on(item, report.article, archive) for item in asked}
    return told(review(report, decisions, verdicts=verdicts))
