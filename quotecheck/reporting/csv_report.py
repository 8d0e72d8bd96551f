"""The report as a table: one row a quotation, for spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from quotecheck.files import write_whole
from quotecheck.model import Finding, Interval, Report
from quotecheck.reporting.cleaning import one_line
from quotecheck.reporting.phrases import decision_text, difference_text

__all__ = ["COLUMNS", "render_csv", "write_csv"]

COLUMNS = (
    "article", "number", "start", "end", "text", "kind", "speaker", "role", "confidence", "said_earliest",
    "said_latest", "wording", "cautions", "summary", "differences", "archived_text", "archived_speaker",
    "archived_earliest", "archived_latest", "source_title", "publisher", "source_url", "quote_id",
    "external_id", "claim", "via", "decisions",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    text = "" if value is None else one_line(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _days(interval: Interval | None) -> tuple[str, str]:
    return (interval.earliest.isoformat(), interval.latest.isoformat()) if interval else ("", "")


def _speaker(finding: Finding) -> list[object]:
    if finding.attribution is None:
        return ["", "", ""]
    speaker = finding.attribution.speaker
    return [speaker.name, speaker.role, f"{finding.attribution.confidence:.2f}"]


def _claim(finding: Finding) -> list[object]:
    """Return whether the article says, denies or imagines that it was said, and who told it."""
    attribution = finding.attribution
    if attribution is None:
        return ["", ""]
    claim = "said" if attribution.is_claimed else "denied" if attribution.negated else "imagined"
    return [claim, attribution.via.name if attribution.via else ""]


def _verdict(finding: Finding) -> list[object]:
    verdict = finding.verdict
    if verdict is None:
        return [""] * 13
    row: list[object] = [verdict.wording.value, " ".join(verdict.cautions), verdict.summary]
    match = verdict.match
    if match is None:
        return [*row, *[""] * 10]
    held = match.quote
    differences = "; ".join(map(difference_text, match.differences))
    archived = [held.text, held.speaker, *_days(held.said)]
    source = [held.source_title, held.publisher, held.source_url, held.uid, held.external_id]
    return [*row, differences, *archived, *source]


def _decisions(finding: Finding) -> str:
    return "; ".join(map(decision_text, finding.decisions))


def _row(article: str, number: int, finding: Finding) -> list[object]:
    quotation = finding.quotation
    place = [article, number, quotation.span.start, quotation.span.end, quotation.text, quotation.kind.value]
    said = finding.dating.interval if finding.dating else None
    found = [*_speaker(finding), *_days(said), *_verdict(finding), *_claim(finding)]
    return [*place, *found, _decisions(finding)]


def render_csv(report: Report) -> str:
    """Return the report as CSV with a heading row; all quotations, scare quotes and titles too."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    name = report.article.id or report.article.title or ""
    for number, finding in enumerate(report.findings, start=1):
        writer.writerow([_cell(value) for value in _row(name, number, finding)])
    return out.getvalue()


def write_csv(report: Report, path: Path | str) -> None:
    """Write the report as CSV in UTF-8, marked as such for spreadsheets. Raises FileError."""
    write_whole(path, render_csv(report).encode("utf-8-sig", "replace"))
