"""What the typesetter is told: the page's content, its colours, and what the margin notes say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotecheck.model import Finding, Report
from quotecheck.reporting.cleaning import breakable, one_line, shortened
from quotecheck.reporting.page_content import page_content
from quotecheck.reporting.palette import COLORS, UNCHECKED, VERDICTS, Theme, VerdictStyle
from quotecheck.reporting.phrases import (
    archive_text,
    cautions_text,
    interval_text,
    own_cautions,
    speaker_text,
    title_text,
)

__all__ = ["typeset_data"]

_BODY_WORD, _TITLE_WORD, _NOTE_WORD = 34, 24, 20
"""The longest words, in characters, that surely fit a line of the article, the title and a note."""
_SUMMARY, _BRIEF = 170, 60


def _style(style: VerdictStyle) -> dict[str, str | bool]:
    is_hollow = style.fill is None
    return {"sign": style.sign, "label": style.label, "ink": style.ink.light, "hollow": is_hollow}


def _note(finding: Finding, clean: Callable[[str], str]) -> dict[str, str | None]:
    """Return what the margin has room for: ``brief`` is the summary for crowded pages."""

    def narrow(words: str, limit: int) -> str:
        return breakable(clean(shortened(words, limit)), _NOTE_WORD)

    verdict = finding.verdict
    return {
        "speaker": narrow(speaker_text(finding, role=False), 60),
        "said": interval_text(finding.dating.interval, brief=True) if finding.dating else None,
        "cautions": narrow(cautions_text(own_cautions(finding)), _SUMMARY),
        "summary": narrow(verdict.summary, _SUMMARY) if verdict else None,
        "brief": narrow(verdict.summary, _BRIEF) if verdict else None,
    }


def _metadata(report: Report, author: str, clean: Callable[[str], str]) -> dict[str, str]:
    article, total = report.article, len(report.speech)
    title = title_text(article)
    if not article.title and article.text.strip():
        title += f": “{shortened(article.text, 60)}”"
    return {
        "title": clean(title),
        "author": clean(author),
        "description": clean(f"{total} quotation{'s' * (total != 1)}, {archive_text(report)}"),
    }


def typeset_data(
    report: Report, *, author: str, program: str, paper: str, clean: Callable[[str], str]
) -> dict[str, Any]:
    """Return the report as the template reads it.

    ``clean`` must leave nothing that the fonts cannot show; long words get places to break.
    """
    content = page_content(report, lambda words: breakable(clean(words), _BODY_WORD))
    for finding, shown in zip(report.speech, content["findings"], strict=True):
        shown["note"] = _note(finding, clean)
        if shown["match"] is not None:
            # Here and not in the template: a capital may need a font that its small letter does not.
            shown["match"]["caption"] = clean(shown["match"]["caption"].upper())
    return content | {
        "paper": paper,
        "program": program,
        "title": breakable(clean(title_text(report.article)), _TITLE_WORD),
        "metadata": _metadata(report, one_line(author), clean),
        "styles": {style.key: _style(style) for style in (*VERDICTS.values(), UNCHECKED)},
        "colors": {token: shade.on(Theme.LIGHT) for token, shade in COLORS.items()},
    }
