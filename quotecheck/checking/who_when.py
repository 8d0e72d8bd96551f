"""Whether an archived quote's speaker and day go with those that the article gives."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from quotecheck.model import ArchivedQuote, Article, Attribution, Finding, Interval, SpeakerType
from quotecheck.speakers.names import agreement

__all__ = ["day_agrees", "later_than_article", "named_speaker", "near", "speaker_agrees", "widened"]

_UNSURE = 0.35
_MAY_BE_THE_SAME = 0.5
_TOLERANCE = timedelta(days=1)
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their"})


def widened(interval: Interval, by: timedelta = _TOLERANCE) -> Interval:
    """Return the interval with ``by`` more at both ends; the calendar's own ends are not passed."""
    earliest = interval.earliest - by if interval.earliest - date.min >= by else date.min
    latest = interval.latest + by if date.max - interval.latest >= by else date.max
    return Interval(earliest, latest)


def named_speaker(attribution: Attribution | None) -> str | None:
    """Return the name of the speaker whom the article gives, None where it names nobody it is sure of."""
    if attribution is None or attribution.confidence < _UNSURE:
        return None
    name = attribution.speaker.name
    if attribution.speaker.type is SpeakerType.UNNAMED or _is_description(name):
        return None
    return name or None


def _is_description(name: str) -> bool:
    """Tell "the defender", "she" from a name, which a careless hand may write in small letters too."""
    return name.islower() and (" " not in name or name.split(maxsplit=1)[0] in _DETERMINERS)


def _role_agrees(name: str, attribution: Attribution | None, quote: ArchivedQuote) -> bool:
    """Tell whether the article names the speaker by the office alone ("the Commerce Secretary")."""
    if not quote.speaker_role:
        return False
    given = {word for word in name.casefold().replace(".", "").split() if word not in ("the", "of")}
    held = set(quote.speaker_role.casefold().replace(".", "").replace(",", " ").split())
    return bool(given) and given <= held


_likeness = lru_cache(maxsize=16384)(agreement)


def speaker_agrees(attribution: Attribution | None, quote: ArchivedQuote) -> bool | None:
    """Tell whether both name the same speaker; None where either names none."""
    name = named_speaker(attribution)
    names = quote.speaker_names or ((quote.speaker,) if quote.speaker else ())
    if name is None or not names:
        return None
    if any(name == other or _likeness(name, other) >= _MAY_BE_THE_SAME for other in names):
        return True
    return _role_agrees(name, attribution, quote)


def day_agrees(finding: Finding, quote: ArchivedQuote) -> bool | None:
    """Tell whether both were said on the same day, give or take one; None where either day is unknown."""
    if finding.dating is None or quote.said is None:
        return None
    return widened(finding.dating.interval).overlaps(quote.said)


def later_than_article(article: Article, quote: ArchivedQuote) -> bool:
    """Tell whether the archived quote was said only after the article appeared."""
    if article.published is None or quote.said is None:
        return False
    return quote.said.earliest > widened(article.published.interval).latest


def near(finding: Finding, article: Article, by: timedelta) -> Interval | None:
    """Return the days around which to look for what was said; None where nothing is known of the day."""
    if finding.dating is not None:
        return widened(finding.dating.interval, by)
    if article.published is not None:
        published = article.published.interval
        return Interval(widened(published, timedelta(days=400)).earliest, widened(published).latest)
    return None
