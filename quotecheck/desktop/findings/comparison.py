"""A finding as rich text: its verdict, and the two texts with differences marked by line and colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from quotecheck.desktop import messages, phrases
from quotecheck.model import Match, Verdict
from quotecheck.reporting.palette import COLORS, Theme, style_of
from quotecheck.reporting.runs import Change, Run, archived_runs, printed_runs

__all__ = ["archived_html", "paragraph", "printed_html", "runs_html", "verdict_html"]

_LEADING = 128
"""Per cent of the font's own line height."""

_FOLLOWING = ".,;:!?"
_OPENING = "“‘«([\"'"
_OPEN = _OPENING + " \n\t\u00a0-–—/"
"""What a word may stand right behind."""


def _coloured(text: str, token: str, theme: Theme, line: str, fill: str = "") -> str:
    background = f" background-color:{COLORS[fill].on(theme)};" if fill else ""
    ink = COLORS[token].on(theme)
    return f'<span style="color:{ink};{background} text-decoration:{line};">{text}</span>'


def _run_html(run: Run, theme: Theme) -> str:
    text = escape(run.text).replace("\n", "<br>")
    match run.change:
        case Change.SAME:
            return text
        case Change.OUTSIDE:
            return _coloured(text, "muted", theme, "none")
        case Change.PRINTED:
            token, line = "printed", "underline"
        case Change.ARCHIVED:
            token, line = "archived", "line-through"
    if run.harmless:
        return _coloured(text, "muted", theme, line)
    return _coloured(text, token, theme, line, f"{token}_fill")


def _spaced(runs: list[Run]) -> list[Run]:
    """Put a space between two runs whose words would otherwise grow together."""
    spaced = runs[:1]
    for run in runs[1:]:
        is_edge = Change.OUTSIDE in (spaced[-1].change, run.change)
        is_joined = spaced[-1].text[-1:] not in _OPEN and (run.text[:1].isalnum() or run.text[:1] in _OPENING)
        spaced.append(replace(run, text=f" {run.text}") if is_edge and is_joined else run)
    return spaced


def runs_html(runs: Iterable[Run], theme: Theme) -> str:
    """Return runs as rich text, what changes marked by line and colour."""
    return "".join(_run_html(run, theme) for run in runs)


def paragraph(html: str) -> str:
    """Return ``html`` as one paragraph with room between its lines."""
    return f'<p style="line-height:{_LEADING}%; margin:0;">{html}</p>'


def verdict_html(verdict: Verdict, theme: Theme) -> str:
    """Return sign and word of a verdict with its sentence; the word once, if the sentence begins with it."""
    style = style_of(verdict.wording)
    word, sentence = phrases.word(style), messages.summary(verdict)
    if sentence.casefold().startswith(word.casefold()):
        sentence = sentence[len(word) :]
    space = "" if sentence[:1] in _FOLLOWING else "&nbsp; "
    return f'<b style="color:{style.ink.on(theme)}">{style.sign} {escape(word)}</b>{space}{escape(sentence)}'


def printed_html(text: str, match: Match | None, theme: Theme) -> str:
    """Return the printed words; underlined those that the archive does not have there."""
    runs = printed_runs(text, match) if match else [Run(text)]
    return paragraph(runs_html(runs, theme))


def archived_html(match: Match, theme: Theme) -> str:
    """Return the archived words; struck through those that were not printed; what is around them fainter."""
    runs = archived_runs(match)
    # What the source says around the match begins with what the quote itself says around it.
    if match.before:
        runs = [Run(match.before, Change.OUTSIDE), *runs[runs[0].change is Change.OUTSIDE :]]
    if match.after:
        runs = [*runs[: len(runs) - (runs[-1].change is Change.OUTSIDE)], Run(match.after, Change.OUTSIDE)]
    return paragraph(runs_html(_spaced(runs), theme))
