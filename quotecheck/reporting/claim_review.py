"""The findings as ClaimReview (schema.org), for the page on which the check is published."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from quotecheck.files import write_whole
from quotecheck.model import Article, Caution, Finding, Interval, Match, Report, SpeakerType, Verdict, Wording
from quotecheck.reporting.cleaning import one_line
from quotecheck.reporting.palette import CAUTIONS, VERDICTS

__all__ = ["RATINGS", "Review", "claim_reviews", "write_claimreview"]

RATINGS = {Wording.VERBATIM: 5, Wording.MINOR: 4, Wording.ALTERED: 2, Wording.REVERSED: 1}
"""The rating of each wording, from 1 (worst) to 5; what is not there cannot be rated.

That an archive has no such statement is no proof, and a likeness of meaning only a suggestion.
"""

_NOT_SO = frozenset({Caution.MISATTRIBUTED, Caution.MISDATED, Caution.SPLICED, Caution.CONTEXT})
_AT_MOST = 2


class Review(NamedTuple):
    """Who publishes the check, on which page ("": the page that the data is part of), and when."""

    publisher: str
    url: str = ""
    on: date | None = None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _day(days: Interval | None) -> str | None:
    return days.earliest.isoformat() if days and days.earliest == days.latest else None


def _appearance(article: Article) -> dict[str, Any] | None:
    """Return the article in which the words are printed, as far as it can be found again."""
    told = {
        "url": article.source_url,
        "headline": article.title,
        "datePublished": _day(article.published.interval) if article.published else None,
        "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
    }
    return {"@type": "NewsArticle", **_known(told)} if any(told.values()) else None


def _source(match: Match | None) -> dict[str, Any] | None:
    quote = match.quote if match else None
    if quote is None or not (quote.source_url or quote.source_title):
        return None
    told = {"url": quote.source_url, "name": quote.source_title, "datePublished": _day(quote.said)}
    return {"@type": "CreativeWork", **_known(told)}


def _claimant(finding: Finding) -> dict[str, Any] | None:
    attribution = finding.attribution
    if attribution is None or attribution.speaker.type is SpeakerType.UNNAMED:
        return None
    speaker = attribution.speaker
    if speaker.type is SpeakerType.ORGANISATION:
        return {"@type": "Organization", "name": speaker.name}
    return {"@type": "Person", **_known({"name": speaker.name, "jobTitle": speaker.role})}


def _rating(verdict: Verdict) -> dict[str, Any]:
    value = RATINGS[verdict.wording]
    grave = [caution for caution in verdict.cautions if caution in _NOT_SO]
    words = [VERDICTS[verdict.wording].label, *(CAUTIONS[caution] for caution in grave)]
    return {
        "@type": "Rating",
        "ratingValue": min(value, _AT_MOST) if grave else value,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "; ".join(words),
        "ratingExplanation": one_line(verdict.summary),
    }


def _review(report: Report, finding: Finding, number: int, review: Review) -> dict[str, Any]:
    article, verdict, claimant = report.article, finding.verdict, _claimant(finding)
    if verdict is None:
        raise ValueError("a finding without a verdict has no review")
    words = f"“{one_line(finding.quotation.text)}”"
    item = {
        "author": claimant,
        "datePublished": _day(finding.dating.interval) if finding.dating else None,
        "appearance": _appearance(article),
        "firstAppearance": _source(verdict.match),
    }
    return {
        "@type": "ClaimReview",
        "url": f"{review.url}#quote-{number}",
        "claimReviewed": f"{claimant['name']}: {words}" if claimant else words,
        "author": {"@type": "Organization", "name": review.publisher},
        "datePublished": (review.on or datetime.now(UTC).date()).isoformat(),
        "itemReviewed": {"@type": "Claim", **_known(item)},
        "reviewRating": _rating(verdict),
        "inLanguage": "en",
    }


def _is_rated(finding: Finding) -> bool:
    """Tell whether the article says that it was said, and the archive how."""
    claimed = finding.attribution is None or finding.attribution.is_claimed
    return claimed and finding.verdict is not None and finding.verdict.wording in RATINGS


def claim_reviews(report: Report, review: Review) -> dict[str, Any]:
    """Return the rated quotations as JSON-LD: one ClaimReview each, in text order, in a ``@graph``.

    Numbers in the addresses (``#quote-3``) are those of all quotations of the article. What the vocabulary
    and the search engines that read it require is there: claimReviewed, url, and a rating with its name.
    """
    numbered = enumerate(report.findings, start=1)
    rated = [(i, one) for i, one in numbered if _is_rated(one)]
    graph = [_review(report, finding, number, review) for number, finding in rated]
    return {"@context": "https://schema.org", "@graph": graph}


def write_claimreview(report: Report, path: Path | str, *, review: Review) -> None:
    """Write the ClaimReview data of a report to a file. Raises FileError."""
    data = json.dumps(claim_reviews(report, review), ensure_ascii=False, indent=2)
    # It is pasted into a page: no text of an article may end the element that it stands in.
    write_whole(path, (data.replace("<", "\\u003c") + "\n").encode())
