"""What the desk says of a finding, in the words and the order of the user's language."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from quotecheck.desktop.verdict_words import CAUTIONS, MEANINGS, WORDS
from quotecheck.model import (
    ArchivedQuote,
    Article,
    Basis,
    Caution,
    Dating,
    Finding,
    Interval,
    Message,
    Publication,
    QuoteStatus,
    TextWarning,
)
from quotecheck.reporting.palette import VerdictStyle
from quotecheck.reporting.phrases import own_cautions

__all__ = [
    "archive_name",
    "caution",
    "confidence",
    "correction",
    "days",
    "first_caution",
    "how_known",
    "is_unread",
    "is_unsure",
    "language",
    "meaning",
    "moment",
    "quoted",
    "reason",
    "said",
    "source",
    "speaker",
    "status",
    "tip",
    "told",
    "verdict",
    "warning",
    "who_said_this",
    "word",
]

translate = QCoreApplication.translate
# By this very name, for it is what the tool that collects the texts to be translated looks for.


def _month(number: int) -> str:
    return QLocale().standaloneMonthName(number, QLocale.FormatType.ShortFormat)


def _number(day: int) -> str:
    return translate("phrases", "1", "the first day of a month") if day == 1 else str(day)


def days(interval: Interval) -> str:
    """Return "Dec 8, 2021", "Dec 11–17, 2021", "Oct 2019", "2019", or first and last day."""
    first, last = interval
    day, months = translate("phrases", "{month} {day}, {year}"), (_month(first.month), _month(last.month))
    if first == last:
        return day.format(month=months[0], day=_number(first.day), year=first.year)
    is_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if is_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        if is_months:
            return f"{months[0]} {first.year}"
        return day.format(month=months[0], day=f"{_number(first.day)}–{last.day}", year=first.year)
    ends = [
        day.format(month=m, day=_number(d.day), year=d.year) for m, d in zip(months, interval, strict=True)
    ]
    return " – ".join(ends)


def moment(at: datetime) -> str:
    """Return day and time as they are here, the month in letters: no two countries order its number alike."""
    local = at.astimezone()
    time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    return f"{days(Interval.day(local.date()))}, {time}"


def told(message: Message) -> str:
    """Return what the core says in the words of the user's language."""
    return message.told(lambda words: translate("core", words), days)


def reason(known: Publication | Dating) -> str:
    """Return why a date is this one, as part of a sentence; empty where nothing was to be found out."""
    return (told(known.sentence) if known.sentence else known.reason).rstrip(".")


def how_known(published: Publication) -> str:
    """Return how the article's date is known, with the reason where there is one."""
    basis = {
        Basis.GIVEN: translate("phrases", "as you entered it"),
        Basis.METADATA: translate("phrases", "from the page’s metadata"),
        Basis.TEXT: translate("phrases", "as the text says"),
        Basis.INFERRED: translate("phrases", "inferred"),
    }[published.basis]
    why = reason(published)
    if not why or published.basis is Basis.GIVEN:
        return basis
    if published.basis is Basis.TEXT:
        # The sentence says itself that the text does.
        return why
    return translate("phrases", "{basis}: {reason}").format(basis=basis, reason=why)


def language(article: Article) -> str:
    """Return "English", or "English, translated from French"."""
    own = _language_name(article.language)
    if article.translated_from is None:
        return own
    if article.translated_from == "und":
        return translate("phrases", "{language}, a translation").format(language=own)
    original = _language_name(article.translated_from)
    return translate("phrases", "{language}, translated from {original}").format(
        language=own, original=original
    )


def _language_name(code: str) -> str:
    known = QLocale.codeToLanguage(code)
    if known == QLocale.Language.AnyLanguage:
        return code
    own = QLocale().language()
    if own in (QLocale.Language.English, QLocale.Language.C):
        return QLocale.languageToString(known)
    # Qt knows the names of languages in English only.
    from babel import Locale

    return Locale(QLocale.languageToCode(own)).languages.get(code, code)


def speaker(finding: Finding) -> str:
    """Return who spoke, with the role where it is known."""
    if finding.attribution is None:
        return translate("phrases", "Speaker not named")
    who = finding.attribution.speaker
    named = f"{who.name}, {who.role}" if who.role else who.name
    if finding.attribution.negated:
        named = translate("phrases", "not said by {speaker}").format(speaker=named)
    elif finding.attribution.hypothetical:
        named = translate("phrases", "imagined of {speaker}").format(speaker=named)
    via = finding.attribution.via
    return (
        named
        if via is None
        else translate("phrases", "{speaker}, as told by {teller}").format(speaker=named, teller=via.name)
    )


def quoted(words: str) -> str:
    """Return ``words`` between the marks that the user's language puts around what somebody said."""
    return translate("phrases", "“{words}”").format(words=words)


def is_unsure(finding: Finding) -> bool:
    """Tell whether the speaker is a guess that should be shown as one."""
    return finding.attribution is not None and finding.attribution.is_unsure


def is_unread(finding: Finding) -> bool:
    """Tell whether neither speaker nor date is known: while work goes on, they may be to come."""
    return finding.attribution is None and finding.dating is None


def who_said_this(guess: str) -> str:
    """Return the question that stands in the place of a speaker who is only guessed."""
    return translate("phrases", "Who said this? {speaker}").format(speaker=guess)


def confidence(finding: Finding) -> str:
    """Return how sure the attribution is, in per cent."""
    sure = finding.attribution.confidence if finding.attribution else 0.0
    return translate("phrases", "({percent} % sure)").format(percent=round(100 * sure))


def said(dating: Dating | None) -> str:
    """Return when it was said."""
    if dating is None:
        return translate("phrases", "no date given")
    return (
        translate("phrases", "{days}, inferred").format(days=days(dating.interval))
        if dating.inferred
        else days(dating.interval)
    )


def word(style: VerdictStyle) -> str:
    """Return the word of a verdict."""
    return translate("verdicts", WORDS[style.key])


def verdict(style: VerdictStyle) -> str:
    """Return the sign and the word of a verdict."""
    return f"{style.sign} {word(style)}"


def meaning(style: VerdictStyle) -> str:
    """Return the sentence that says what a verdict means."""
    return translate("verdicts", MEANINGS[style.key])


def caution(caution: Caution) -> str:
    """Return the words of a caution, without its sign."""
    return translate("verdicts", CAUTIONS[caution])


def warning(found: TextWarning) -> str:
    """Return what is odd about a place in the text."""
    return translate("verdicts", found.message)


def source(quote: ArchivedQuote) -> str:
    """Return where an archived quote comes from: title, publisher, date."""
    parts = [quote.source_title, quote.publisher, days(quote.said) if quote.said else None]
    return ", ".join(part for part in parts if part)


def status(status: QuoteStatus) -> str:
    """Return how far an archived quote can be relied on."""
    return {
        QuoteStatus.VERIFIED: translate("phrases", "verified"),
        QuoteStatus.UNVERIFIED: translate("phrases", "not verified"),
        QuoteStatus.DISPUTED: translate("phrases", "disputed"),
        QuoteStatus.RETRACTED: translate("phrases", "retracted"),
    }[status]


def first_caution(finding: Finding) -> str:
    """Return the sign and the words of a finding's first caution of its own; nothing where there is none."""
    cautions = own_cautions(finding)
    return f"▲ {caution(cautions[0])}" if cautions else ""


def tip(finding: Finding, style: VerdictStyle) -> str:
    """Return the tooltip of a quotation: speaker, date, verdict."""
    lines = (f"{speaker(finding)} · {said(finding.dating)}", verdict(style), first_caution(finding))
    return "\n".join(line for line in lines if line)


def archive_name(name: str, *, is_own: bool) -> str:
    """Return what an archive is called: the user's own is more than the name of its file."""
    return translate("phrases", "Own archive") if is_own else name


def correction(quote: ArchivedQuote) -> str:
    """Return a correction ready to be sent: the archived words, who said them, and where they stand."""
    who = f" ({quote.speaker})" if quote.speaker else ""
    text = translate("phrases", "The archived statement reads: “{words}”{who}.").format(
        words=quote.text, who=who
    )
    where = [part for part in (source(quote), quote.source_url) if part]
    return (
        f"{text} " + translate("phrases", "Source: {source}.").format(source=", ".join(where))
        if where
        else text
    )
