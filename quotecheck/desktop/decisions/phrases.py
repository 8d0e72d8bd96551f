"""What the desk says of decisions, in the words of the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from quotecheck.decisions import (
    Change,
    Confirmed,
    DateCorrected,
    Decision,
    MatchChosen,
    NotAQuotation,
    Noted,
    QuotationAdded,
    SpanCorrected,
    SpeakerCorrected,
    VerdictOverridden,
    Withdrawal,
)
from quotecheck.desktop import phrases
from quotecheck.model import Wording
from quotecheck.reporting.palette import style_of

__all__ = ["decided", "excerpt", "who_and_when"]

translate = QCoreApplication.translate
# By this very name, for it is what the tool that collects the texts to be translated looks for.

_LONGEST = 60


def excerpt(text: str, longest: int = _LONGEST) -> str:
    """Return the first words of ``text`` on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _confirmed(wording: Wording | None) -> str:
    if wording is None:
        return translate("decisions", "Confirmed")
    word = phrases.word(style_of(wording))
    return translate("decisions", "Confirmed: {verdict}").format(verdict=word)


def decided(change: Change) -> str:
    """Return what was decided, without a full stop."""
    match change:
        case Confirmed(wording=wording):
            words = _confirmed(wording)
        case MatchChosen(quote=None):
            words = translate("decisions", "Not in the archive")
        case MatchChosen(quote=quote):
            words = translate("decisions", "Match chosen: “{words}”").format(words=excerpt(quote.text))
        case SpeakerCorrected(speaker=None):
            words = translate("decisions", "Speaker not named")
        case SpeakerCorrected(speaker=speaker):
            words = translate("decisions", "Speaker: {name}").format(name=speaker.name)
        case DateCorrected(said=None):
            words = translate("decisions", "Date not given")
        case DateCorrected(said=said):
            words = translate("decisions", "Date: {days}").format(days=phrases.days(said))
        case VerdictOverridden(wording=wording, reason=reason):
            word = phrases.word(style_of(wording))
            words = translate("decisions", "{verdict}: {reason}").format(verdict=word, reason=reason)
        case Noted(text=text):
            words = translate("decisions", "Note: {text}").format(text=text)
        case QuotationAdded():
            words = translate("decisions", "Made a quotation")
        case NotAQuotation():
            words = translate("decisions", "Said to be no quotation")
        case SpanCorrected(to=to):
            words = translate("decisions", "Words corrected: “{words}”").format(words=excerpt(to.exact))
    return words


def who_and_when(done: Decision | Withdrawal) -> str:
    """Return by whom and when a decision was taken, or taken back."""
    return translate("decisions", "{name}, {when}").format(name=done.by, when=phrases.moment(done.at))
