"""The report on a terminal: what needs a look, quotation by quotation."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from quotecheck.model import Caution, Finding, Match, Report, Verdict
from quotecheck.reporting.cleaning import one_line, printable, shortened, unfolded
from quotecheck.reporting.palette import VerdictStyle
from quotecheck.reporting.phrases import (
    archive_text,
    cautions_text,
    counts,
    decision_text,
    doubt_text,
    interval_text,
    language_name,
    other_decisions,
    own_cautions,
    published_text,
    said_text,
    speaker_text,
    style_of_finding,
    title_text,
    translated_text,
    warning_counts,
)
from quotecheck.reporting.runs import Change, Run, woven_runs

__all__ = ["write_text"]

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
     "·": "-", "→": "->", "▲": "^", "█": "#", "\u00a0": " ", "\u202f": " "}
)  # fmt: skip
_BAR_WIDTH = 60
_AROUND = 5
"""Words kept on either side of a change."""
_CONTEXT = 14
"""Words shown on either side of a quotation that must be read in its place."""
_WARNING_SIGN = "▲"
_NOTHING = Run("")


class _Page:
    """What the stream can carry: signs and marks, or plain ASCII in their place."""

    def __init__(self, encoding: str, *, colored: bool) -> None:
        self.encoding = encoding
        self.colored = colored
        self.has_signs = self._carries("✓△✕≈▲█→“”…")

    def _carries(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def text(self, text: str) -> str:
        """Return ``text`` in characters that the stream has."""
        clean = printable(text)
        if self._carries(clean):
            return clean
        try:
            return clean.translate(_PLAIN).encode(self.encoding, "replace").decode(self.encoding)
        except LookupError:
            return clean.translate(_PLAIN).encode("ascii", "replace").decode("ascii")

    def sign(self, style: VerdictStyle) -> str:
        return style.sign if self.has_signs else style.ascii_sign


def _heading(report: Report, page: _Page) -> Iterator[Text]:
    article = report.article
    yield Text(page.text(title_text(article)), style="bold")
    yield Text(page.text(published_text(article.published)), style="dim")
    if article.published and article.published.reason:
        yield Text(page.text(one_line(article.published.reason)), style="dim")
    facts = [language_name(article.language) or "", translated_text(article), archive_text(report)]
    line = " · ".join(fact for fact in facts if fact)
    yield Text(page.text(line[:1].upper() + line[1:]), style="dim")


def _overview(report: Report, page: _Page, width: int) -> Iterator[Text]:
    found = counts(report)
    total = sum(count.number for count in found)
    legend = Text(f"{total} quotation{'s' * (total != 1)}" if total else "No quotations found.")
    bar = Text()
    room = min(_BAR_WIDTH, width)
    for count in found:
        cells = max(1, round(room * count.number / total))
        block = "█" if page.colored and page.has_signs else page.sign(count.style)
        bar.append(block * cells, count.style.terminal)
        legend.append("   ")
        legend.append(
            f"{page.sign(count.style)} {count.number} {count.style.label.lower()}", count.style.terminal
        )
    for phrase in warning_counts(report):
        legend.append("   ")
        legend.append(page.text(f"{_WARNING_SIGN} {phrase}"), "yellow")
    if any(finding.verdict for finding in report.speech):
        bar.truncate(room)
        yield bar
    yield legend


def _around_changes(runs: list[Run]) -> list[Run]:
    """Keep only a few words on either side of each change."""
    kept = []
    for i, run in enumerate(runs):
        words = run.text.split()
        first, last = i == 0, i == len(runs) - 1
        if run.change is not Change.SAME or len(words) <= 2 * _AROUND + 2:
            kept.append(run)
            continue
        head = "" if first else " ".join(words[:_AROUND])
        tail = "" if last else " ".join(words[-_AROUND:])
        lead = " " if run.text[:1].isspace() and head else ""
        trail = " " if run.text[-1:].isspace() and tail else ""
        kept.append(Run(f"{lead}{head} … {tail}{trail}".replace("  ", " ")))
    return kept


def _left_out(line: Text, words: str, follows: str, style: str) -> None:
    """Add words that were dropped, with blanks around them whichever side the text has its own."""
    if line and not line.plain[-1].isspace():
        line.append(" ")
    line.append("[- ").append(words, style).append("]")
    if follows[:1].isalnum():
        line.append(" ")


def _changes(text: str, match: Match, page: _Page) -> Text:
    """Weave both texts: ``[archived → printed]``, ``[+ added]`` and ``[- left out]``, coloured or not."""
    line = Text()
    runs = _around_changes(woven_runs(text, match))
    for before, run, after in zip([_NOTHING, *runs], runs, [*runs[1:], _NOTHING], strict=False):
        words = page.text(unfolded(run.text))
        if run.change is Change.SAME:
            line.append(words)
        elif run.change is Change.PRINTED:
            line.append("" if before.change is Change.ARCHIVED else "[+ ")
            line.append(words, "dim" if run.harmless else "green underline").append("]")
        elif after.change is Change.PRINTED:
            line.append("[").append(words, "dim" if run.harmless else "red strike").append(page.text(" → "))
        else:
            _left_out(line, words, after.text, "dim" if run.harmless else "red strike")
    line.rstrip()
    return line


def _source(match: Match) -> str:
    quote = match.quote
    parts = [
        quote.speaker or "speaker unknown",
        interval_text(quote.said) if quote.said else "no date",
        quote.source_title,
        quote.publisher,
    ]
    return "Archive: " + " · ".join(one_line(part) for part in parts if part)


def _in_its_place(match: Match) -> str:
    """Return the source's own words right before and after what is quoted."""
    before, after = unfolded(match.before).split(), unfolded(match.after).split()
    lead = ["…"] * (len(before) > _CONTEXT) + before[-_CONTEXT:]
    follow = after[:_CONTEXT] + ["…"] * (len(after) > _CONTEXT)
    return " ".join(["In its place:", *lead, "[the quotation]", *follow])


def _verdict_lines(text: str, verdict: Verdict, page: _Page) -> Iterator[Text]:
    match = verdict.match
    yield Text(page.text(one_line(verdict.summary)))
    if match is not None and match.differences:
        yield _changes(text, match, page)
    if match is not None:
        if Caution.CONTEXT in verdict.cautions:
            yield Text(page.text(_in_its_place(match)), style="dim")
        yield Text(page.text(_source(match)), style="dim")
        if match.quote.source_url:
            # A broken address cannot be clicked or copied, so this line alone may be wider than the terminal.
            yield Text(page.text(one_line(match.quote.source_url)), style="dim", no_wrap=True)


def _finding(finding: Finding, report: Report, page: _Page, width: int) -> Iterator[Text]:
    style = style_of_finding(finding)
    first = Text.assemble((f"{page.sign(style)} {style.label}", f"bold {style.terminal}"), "  ")
    first.append(page.text(f"“{shortened(finding.quotation.text, max(24, width - first.cell_len - 4))}”"))
    yield first
    if cautions := own_cautions(finding):
        yield Text(page.text(f"{_WARNING_SIGN} {cautions_text(cautions)}"), style="yellow")
    yield Text(page.text(f"{speaker_text(finding)} · {said_text(finding)}"), style="bold")
    if doubt := doubt_text(report, finding):
        yield Text(page.text(doubt), style="yellow")
    if finding.verdict is not None:
        yield from _verdict_lines(finding.quotation.text, finding.verdict, page)
    for note in finding.decisions:
        yield Text(page.text(f"Decided: {decision_text(note)}"), style="cyan")


def _warnings(report: Report, page: _Page) -> Iterator[Text]:
    text = report.article.text
    for warning in report.warnings:
        line = text.count("\n", 0, warning.at) + 1
        near = shortened(text[warning.at : warning.at + 80], 48)
        message = f"{_WARNING_SIGN} Line {line}: {one_line(warning.message)}  {near}"
        yield Text(page.text(message), style="yellow")


def _hanging(out: Console, lead: str, text: Text) -> None:
    """Print ``text`` wrapped, with ``lead`` before its first line and blanks before the others."""
    lines = [text] if text.no_wrap else text.wrap(out, max(20, out.width - len(lead)))
    for i, line in enumerate(lines):
        line.rstrip()
        start = lead if i == 0 else " " * len(lead)
        out.print(Text.assemble((start, "dim"), line), soft_wrap=True)


def write_text(report: Report, console: Console | None = None) -> None:
    """Print the report for a person; the standard output where no console is given.

    Colours, width and NO_COLOR are the console's business (rich); where its encoding lacks the signs, plain
    ASCII stands in for them.
    """
    out = console or Console(highlight=False)
    page = _Page(out.encoding, colored=out.color_system is not None and not out.no_color)
    for text in (*_heading(report, page), *_overview(report, page, out.width)):
        _hanging(out, "", text)
    out.print()
    indent = len(str(len(report.speech))) + 1
    for number, finding in enumerate(report.speech, start=1):
        lead = f"{number} ".rjust(indent)
        for text in _finding(finding, report, page, out.width - indent):
            _hanging(out, lead, text)
            lead = " " * indent
        out.print()
    for words in other_decisions(report):
        _hanging(out, "", Text(page.text(f"Decided: {words}"), style="cyan"))
    for text in _warnings(report, page):
        _hanging(out, "", text)
