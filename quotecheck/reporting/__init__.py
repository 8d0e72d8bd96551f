"""The findings, written for people and for programs.

Each format has its module, loaded when it is first asked for: nobody who wants JSON waits for the typesetter.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecheck.reporting.claim_review import Review, claim_reviews, write_claimreview
    from quotecheck.reporting.csv_report import render_csv, write_csv
    from quotecheck.reporting.html_report import render_html, write_html
    from quotecheck.reporting.json_report import SCHEMA, json_line, report_to_json, verdict_to_json
    from quotecheck.reporting.pdf_report import render_pdf, write_pdf
    from quotecheck.reporting.text_report import write_text
    from quotecheck.reporting.web_annotations import annotation_page, write_annotations

__all__ = [
    "SCHEMA",
    "Review",
    "annotation_page",
    "claim_reviews",
    "json_line",
    "render_csv",
    "render_html",
    "render_pdf",
    "report_to_json",
    "verdict_to_json",
    "write_annotations",
    "write_claimreview",
    "write_csv",
    "write_html",
    "write_pdf",
    "write_text",
]

_HOMES = {
    "Review": "claim_review",
    "SCHEMA": "json_report",
    "annotation_page": "web_annotations",
    "claim_reviews": "claim_review",
    "json_line": "json_report",
    "render_csv": "csv_report",
    "render_html": "html_report",
    "render_pdf": "pdf_report",
    "report_to_json": "json_report",
    "verdict_to_json": "json_report",
    "write_annotations": "web_annotations",
    "write_claimreview": "claim_review",
    "write_csv": "csv_report",
    "write_html": "html_report",
    "write_pdf": "pdf_report",
    "write_text": "text_report",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
