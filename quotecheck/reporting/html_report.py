"""The report as one web page: self-contained, without scripts, light and dark, fit for screen readers."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import jinja2

from quotecheck.files import write_whole
from quotecheck.model import Report
from quotecheck.reporting.page_content import page_content
from quotecheck.reporting.palette import COLORS, UNCHECKED, VERDICTS, Theme, Underline, VerdictStyle
from quotecheck.reporting.phrases import program_name

__all__ = ["render_html", "write_html"]

_FOLDER = files("quotecheck.resources") / "html"
_LINES = {
    Underline.SOLID: ("solid", "2px"),
    Underline.THIN: ("solid", "1px"),
    Underline.DASHED: ("dashed", "2px"),
    Underline.DOUBLE: ("double", "1px"),
    Underline.DOTTED: ("dotted", "2px"),
    Underline.THIN_DOTTED: ("dotted", "1px"),
}


def _rules(theme: Theme) -> str:
    """Return the style rules of every verdict in one theme."""
    return "\n".join(_rule(style, theme) for style in (*VERDICTS.values(), UNCHECKED))


def _rule(style: VerdictStyle, theme: Theme) -> str:
    line, weight = _LINES[style.underline]
    ink = style.ink.on(theme)
    # In the bar too what says nothing of the words is only an outline.
    fill, bar = (style.fill.on(theme), ink) if style.fill else ("transparent", "transparent")
    return (
        f".v-{style.key} {{ --of-ink: {ink}; --of-fill: {fill}; --of-bar: {bar}; "
        f"--of-line: {line}; --of-weight: {weight}; }}"
    )


def _stylesheet() -> str:
    dark = _rules(Theme.DARK)
    base = (_FOLDER / "report.css").read_text(encoding="utf-8")
    return f"{_rules(Theme.LIGHT)}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{base}"


def render_html(report: Report) -> str:
    """Return the report as one HTML document: all text from outside escaped, links to the web only."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    template = environment.from_string((_FOLDER / "report.html.j2").read_text(encoding="utf-8"))
    return template.render(
        **page_content(report),
        styles={style.key: style for style in (*VERDICTS.values(), UNCHECKED)},
        colors=sorted(COLORS.items()),
        stylesheet=_stylesheet(),
        program=program_name(),
    )


def write_html(report: Report, path: Path | str) -> None:
    """Write the report as a web page, whole or not at all. Raises FileError."""
    write_whole(path, render_html(report).encode("utf-8", "replace"))
