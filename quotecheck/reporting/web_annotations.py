"""The findings as annotations of the article (W3C Web Annotation Data Model), for other annotators."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from quotecheck.files import write_whole
from quotecheck.model import Article, Finding, Report, Span, Verdict
from quotecheck.reporting.cleaning import one_line
from quotecheck.reporting.palette import CAUTIONS, VERDICTS

__all__ = ["annotation_page", "write_annotations"]

_AROUND = 32


def _source_of(article: Article) -> str:
    """Return the article's address; without one a name that follows from its text."""
    return article.source_url or f"urn:sha-256:{sha256(article.text.encode()).hexdigest()}"


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value, "format": "text/plain"}


def _bodies(verdict: Verdict) -> list[dict[str, Any]]:
    said = {
        "type": "TextualBody",
        "purpose": "assessing",
        "value": one_line(verdict.summary),
        "format": "text/plain",
        "language": "en",
    }
    tags = [_tag(VERDICTS[verdict.wording].label), *(_tag(CAUTIONS[one]) for one in verdict.cautions)]
    link = verdict.match.quote.source_url if verdict.match else None
    linking = [{"type": "SpecificResource", "source": link, "purpose": "linking"}] if link else []
    return [said, *tags, *linking]


def _annotation(article: Article, finding: Finding, verdict: Verdict) -> dict[str, Any]:
    source, span = _source_of(article), finding.quotation.span
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{source}#char={span.start},{span.end}')}",
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": "QuoteCheck"},
        "body": _bodies(verdict),
        "target": {"source": source, "selector": _selectors(article.text, span)},
    }


def annotation_page(report: Report) -> dict[str, Any]:
    """Return an annotation for each quotation with a verdict, in text order; offsets are code points."""
    items = [
        _annotation(report.article, finding, finding.verdict)
        for finding in report.findings
        if finding.verdict is not None
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, _source_of(report.article))}",
        "type": "AnnotationPage",
        "items": items,
    }


def write_annotations(report: Report, path: Path | str) -> None:
    """Write the annotations of a report to a file. Raises FileError."""
    data = json.dumps(annotation_page(report), ensure_ascii=False, indent=2)
    write_whole(path, (data + "\n").encode())
