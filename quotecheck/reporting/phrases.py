"""The findings in plain English: dates, speakers, counts and verdicts as every report words them."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from functools import cache
from typing import NamedTuple

from quotecheck.model import (
    Article,
    Basis,
    Caution,
    DecisionNote,
    Difference,
    DifferenceOp,
    Finding,
    Interval,
    Publication,
    Report,
)
from quotecheck.reporting.cleaning import one_line, shortened
from quotecheck.reporting.palette import CAUTIONS, UNCHECKED, VERDICTS, VerdictStyle, style_of

__all__ = [
    "Count",
    "annotation_text",
    "archive_text",
    "cautions_text",
    "counts",
    "decision_text",
    "difference_text",
    "doubt_text",
    "interval_text",
    "language_name",
    "other_decisions",
    "own_cautions",
    "program_name",
    "published_text",
    "said_text",
    "speaker_text",
    "style_of_finding",
    "title_text",
    "translated_text",
    "warning_counts",
]

_BASIS = {
    Basis.GIVEN: "",
    Basis.METADATA: " (from the page’s metadata)",
    Basis.TEXT: " (from its text)",
    Basis.INFERRED: " (inferred)",
}
_WARNINGS = {"unpaired-mark": ("unpaired mark", "unpaired marks")}


class Count(NamedTuple):
    """How many quotations look alike in the overview."""

    style: VerdictStyle
    number: int


@cache
def _languages() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)


def _day(day: date, month: str, *, year: bool = True) -> str:
    return f"{day:{month}} {day.day}, {day.year}" if year else f"{day:{month}} {day.day}"


def _whole_months(interval: Interval) -> bool:
    first, last = interval
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _whole_years(interval: Interval) -> bool:
    first, last = interval
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _whole(interval: Interval, month: str) -> str:
    """Return whole months in words: "October 2019", "January–March 2020", "December 2019 – February 2020"."""
    first, last = interval
    if first.year != last.year:
        return f"{first:{month}} {first.year} – {last:{month}} {last.year}"
    if first.month != last.month:
        return f"{first:{month}}–{last:{month}} {last.year}"
    return f"{first:{month}} {first.year}"


def interval_text(interval: Interval, *, brief: bool = False) -> str:
    """Return the days in words: "2019", "October 2019", "December 8, 2021", "December 11–17, 2021" …

    ``brief`` shortens the months: "Dec 8, 2021".
    """
    first, last = interval
    month = "%b" if brief else "%B"
    if first == last:
        return _day(first, month)
    if _whole_years(interval):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if _whole_months(interval):
        return _whole(interval, month)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:{month}} {first.day}–{last.day}, {last.year}"
    return f"{_day(first, month, year=first.year != last.year)} – {_day(last, month)}"


def language_name(code: str | None) -> str | None:
    """Return the English name of an ISO 639-1 language; the code itself where it is a rare one."""
    return None if code is None else _languages().get(code.lower(), code)


def published_text(published: Publication | None) -> str:
    """Return when the article appeared and how that is known, in a few words."""
    if published is None:
        return "Date of publication unknown"
    return f"Published {interval_text(published.interval)}{_BASIS[published.basis]}"


def translated_text(article: Article) -> str:
    """Return "translated from French", or nothing where the article does not say that it is a translation."""
    if article.translated_from is None:
        return ""
    if article.translated_from == "und":
        return "a translation"
    return f"translated from {language_name(article.translated_from)}"


def archive_text(report: Report) -> str:
    """Return which archive was asked, and how much it holds."""
    if report.archive is None:
        return "not checked against an archive"
    number = report.archive.quotes
    return f"checked against “{one_line(report.archive.name)}”, {number:,} quote{'s' * (number != 1)}"


def title_text(article: Article) -> str:
    """Return the article's title on one line, or "Untitled article"."""
    return one_line(article.title or "") or "Untitled article"


def speaker_text(finding: Finding, *, role: bool = True) -> str:
    """Return who spoke, with role where asked for and known, or "Speaker unknown"."""
    if finding.attribution is None:
        return "Speaker unknown"
    speaker = finding.attribution.speaker
    name = one_line(speaker.name)
    if finding.attribution.negated:
        name = f"{name} (denied)"
    elif finding.attribution.hypothetical:
        name = f"{name} (imagined)"
    if role and speaker.role:
        name = f"{name}, {one_line(speaker.role)}"
    known = finding.verdict.archive_speaker if finding.verdict else None
    if role and known and known != speaker.name:
        name = f"{name} ({one_line(known)} in the archive)"
    via = finding.attribution.via
    return name if via is None else f"{name} (as told by {one_line(via.name)})"


def doubt_text(report: Report, finding: Finding) -> str:
    """Return whom a reader may ask about who spoke, likeliest first; nothing where that is certain."""
    names = ", ".join(one_line(speaker.name) for speaker in report.possible_speakers(finding))
    if not names:
        return ""
    if finding.attribution is None:
        return f"The article does not say who spoke; quoted nearby: {names}"
    return f"Not certain who spoke; possible: {names}"


def said_text(finding: Finding) -> str:
    """Return when it was said, or "no date given"."""
    if finding.dating is None:
        return "no date given"
    inferred = " (inferred)" if finding.dating.inferred else ""
    return interval_text(finding.dating.interval) + inferred


def style_of_finding(finding: Finding) -> VerdictStyle:
    """Return the look of a finding's verdict, or of "not checked"."""
    return style_of(finding.verdict.wording if finding.verdict else None)


def annotation_text(finding: Finding) -> str:
    """Return a finding in one line: "speaker, date, verdict: summary"."""
    text = f"{speaker_text(finding)}, {said_text(finding)}, {style_of_finding(finding).label}"
    said = text if finding.verdict is None else f"{text}: {one_line(finding.verdict.summary)}"
    decided = "; ".join(map(decision_text, finding.decisions))
    return f"{said} Decided: {decided}." if decided else said


def decision_text(note: DecisionNote) -> str:
    """Return "confirmed as altered (Ann Lee, November 25, 2026)", and what it stands in the place of."""
    when = interval_text(Interval.day(note.at.date()))
    is_replaced = note.found and note.kind != "confirmed"
    instead = f" instead of “{shortened(note.found, 80)}”" if is_replaced else ""
    return f"{shortened(note.text, 200)}{instead} ({one_line(note.by)}, {when})"


def other_decisions(report: Report) -> list[str]:
    """Return what was decided on words that are among no report's quotations: no quotation, or gone."""
    aside = [
        f"“{shortened(finding.quotation.text, 120)}”: {decision_text(note)}"
        for finding in report.set_aside
        for note in finding.decisions
    ]
    gone = [
        f"“{shortened(lost.words, 120)}”, no longer in the article: {decision_text(lost.note)}"
        for lost in report.lost
    ]
    return aside + gone


def cautions_text(cautions: tuple[Caution, ...]) -> str:
    """Return the cautions in words, joined by dots."""
    return " · ".join(CAUTIONS[caution] for caution in cautions)


def own_cautions(finding: Finding) -> tuple[Caution, ...]:
    """Return the cautions of this one quotation: that the article is a translation holds for all of them."""
    cautions = finding.verdict.cautions if finding.verdict else ()
    return tuple(caution for caution in cautions if caution is not Caution.TRANSLATED)


def program_name() -> str:
    """Return the program with its version, as footers and metadata name it."""
    # Loading it takes longer than all that a window needs of this module.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"QuoteCheck {version('quotecheck')}"
    except PackageNotFoundError:
        return "QuoteCheck"


def difference_text(difference: Difference) -> str:
    """Return one change as a phrase: what is printed, and what it was."""
    printed, archived = f"“{one_line(difference.article)}”", f"“{one_line(difference.archive)}”"
    match difference.op:
        case DifferenceOp.INSERT:
            return f"{printed} was added"
        case DifferenceOp.DELETE:
            return f"{archived} was left out"
        case DifferenceOp.MOVE if difference.article == difference.archive:
            return f"{printed} was moved"
        case _:
            return f"{printed} was {archived}"


def counts(report: Report) -> list[Count]:
    """Return how many pieces of speech have which verdict, the best known first, without empty ones."""
    order = [*VERDICTS.values(), UNCHECKED]
    numbers = Counter(style_of_finding(finding).key for finding in report.speech)
    return [Count(style, numbers[style.key]) for style in order if numbers[style.key]]


def warning_counts(report: Report) -> list[str]:
    """Return what else needs a look, as phrases: "3 with a caution", "1 unpaired mark"."""
    cautioned = sum(bool(own_cautions(finding)) for finding in report.speech)
    numbers = Counter(warning.code for warning in report.warnings)
    phrases = [f"{cautioned} with a caution"] if cautioned else []
    for code, number in numbers.items():
        one, many = _WARNINGS.get(code, (code.replace("-", " "), code.replace("-", " ")))
        phrases.append(f"{number} {one if number == 1 else many}")
    return phrases
