"""The annotated PDF: the article set like print, its quotations highlighted, the findings after it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst

from quotecheck.files import write_whole
from quotecheck.model import Finding, Report
from quotecheck.reporting.cleaning import one_line
from quotecheck.reporting.pdf_data import typeset_data
from quotecheck.reporting.pdf_fonts import FontChoice, choose_fonts, printable_glyphs
from quotecheck.reporting.pdf_highlights import Highlight, add_highlights
from quotecheck.reporting.phrases import annotation_text, program_name, style_of_finding

__all__ = ["Paper", "render_pdf", "write_pdf"]

Paper = Literal["a4", "us-letter"]


def _highlight(finding: Finding) -> Highlight:
    return Highlight(style_of_finding(finding), annotation_text(finding))


def _strings(value: Any) -> str:
    """Return all the text in a nest of lists and dictionaries."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(map(_strings, value.values()))
    return "".join(map(_strings, value)) if isinstance(value, list) else ""


def _typeset(data: dict[str, Any], choice: FontChoice, created: datetime) -> bytes:
    source = (files("quotecheck.resources") / "typst" / "report.typ").read_bytes()
    inputs = {"report": json.dumps(data), "families": json.dumps(choice.families)}
    compiler = typst.Compiler(source, font_paths=choice.fonts, sys_inputs=inputs)
    document = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=int(created.timestamp()))
    if not isinstance(document, bytes):
        raise TypeError("typst gave no single PDF")
    return document


def render_pdf(
    report: Report, *, author: str = "QuoteCheck", created: datetime | None = None, paper: Paper = "a4"
) -> tuple[bytes, str]:
    """Return the annotated PDF, and the characters that no font could show ("□" stands in their place).

    ``author`` signs the document and its annotations; ``created`` is the moment that both bear (now, where it
    is not given). The same report, author, moment and fonts give the same bytes.
    """
    moment = (created or datetime.now(UTC)).replace(microsecond=0)
    signed = one_line(author) or "QuoteCheck"

    def data_for(clean: Callable[[str], str]) -> dict[str, Any]:
        return typeset_data(report, author=signed, program=program_name(), paper=paper, clean=clean)

    data = data_for(printable_glyphs)
    text = _strings(data)
    choice = choose_fonts(text)
    if choice.replaced:
        data = data_for(choice.clean)
    try:
        document = _typeset(data, choice, moment)
    except typst.TypstError:
        # Single characters can be shown that cannot be in company (a mark on a letter of another font).
        choice = choose_fonts(text, strict=True)
        document = _typeset(data_for(choice.clean), choice, moment)
    highlights = {i: _highlight(finding) for i, finding in enumerate(report.speech, start=1)}
    return add_highlights(document, highlights, author=signed, created=moment), choice.replaced


def write_pdf(
    report: Report,
    path: Path | str,
    *,
    author: str = "QuoteCheck",
    created: datetime | None = None,
    paper: Paper = "a4",
) -> str:
    """Write the annotated PDF to ``path``, whole or not at all; return what ``render_pdf`` could not show.

    Raises FileError.
    """
    document, replaced = render_pdf(report, author=author, created=created, paper=paper)
    write_whole(path, document)
    return replaced
