"""The patterns of date expressions, built from a language's own names; tables only.

Every pattern is linear in the text: no repetition inside a repetition. Group names say which part of an
expression they hold; ``expressions`` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from quotecheck.dates.clauses import any_of
from quotecheck.dates.vocabulary import Vocabulary, vocabulary
from quotecheck.lexicons import lexicon

__all__ = ["FOREIGN", "LEFT_ALONE", "Patterns", "opener", "patterns", "trigger"]

Patterns = tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]

LEFT_ALONE = "left alone"
"""The kind of what looks like a date and is none: fiscal years, seasons of sport, durations, feasts."""

FOREIGN = "foreign"
"""The kind of words such as "hier", which the vocabulary says the meaning of."""

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\band\b|\btill\b)\s*"
_SHADE = r"early|mid|late"
_PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_UNIT = r"(?P<unit>minute|hour|day|week|weekend|fortnight|month|year|decade)s?\b"
_WORDS = lexicon("dates")["patterns"]
_EVENING_OF = r"(?:on\s+)?the\s+(?:morning|afternoon|evening|night)\s+of"
_LEAD = rf"(?P<lead>\b(?:{any_of(_WORDS['prepositions'])}|{_EVENING_OF})\s+)?"
_IN = rf"(?P<lead>\b(?:{any_of(_WORDS['required'])})\s+)"


def _day(group: str) -> str:
    return rf"(?P<{group}>{_DAY})(?:st|nd|rd|th|er|º|\.)?(?![\d%]|[.,]\d)"


def _year(group: str) -> str:
    return rf"(?P<{group}>{_YEAR})(?![\d%]|[.,]\d)"


def _names(words: Iterable[str], vocab: Vocabulary) -> str:
    """Match names as the language writes them, so that "may" and "march" are left to the verbs."""
    if not vocab.capitalised:
        return rf"(?:{any_of(words)})\b"
    forms = [form for word in words for form in (word.title(), word.upper())]
    return rf"(?-i:{any_of(forms)})\b"


def _feasts() -> str:
    """Match the feasts of a fixed day, with either apostrophe or none."""
    return "|".join(name.replace("’", "['’]?").replace(" ", r"\s+") for name in lexicon("dates")["feasts"])


def _ranges(month: str, month2: str) -> list[str]:
    tail = rf"(?:,?\s+(?:de\s+)?{_year('year')})?"
    return [
        rf"{_LEAD}{month}\s+{_day('day')}(?:,?\s+{_year('year1')})?{_DASH}{month2}\s+{_day('day2')}{tail}",
        rf"{_LEAD}{month}\s+{_day('day')}{_DASH}{_day('day2')}{tail}",
        rf"{_LEAD}\b{_day('day')}\s+{month}(?:\s+{_year('year1')})?{_DASH}{_day('day2')}\s+{month2}{tail}",
        rf"{_LEAD}\b{_day('day')}{_DASH}{_day('day2')}\s+{month}{tail}",
        rf"{_LEAD}{month}(?:\s+{_year('year1')})?{_DASH}{month2}\s+{_year('year')}",
        rf"(?P<lead>\b(?:from|between)\s+){_year('year1')}{_DASH}(?P<year>{_YEAR}|\d\d)(?!\d)",
        rf"(?P<lead>\bin\s+)?(?<![\d-])\b{_year('year1')}[-–](?P<year>{_YEAR}|\d\d)(?![\d-])",
    ]


def _calendar(month: str, weekday: str) -> list[str]:
    beside = rf"(?:\b(?P<weekday>{weekday})\.?{_PART_OF_DAY},?\s+\(?)?"
    shade = rf"(?:(?:the\s+)?(?P<shade>{_SHADE}|start|beginning|end|middle)(?:\s+of|-)?\s*)?"
    tail = rf"(?:,?\s+(?:of\s+|de\s+)?{_year('year')})?"
    told = r",?\s+(?:of\s+)?(?P<told>that|the\s+same|the\s+following|the\s+next|last|this)\s+year"
    counted = rf"(?!\s*(?:{any_of(_WORDS['counted'])})\b)(?!\s*[-–/]\s*\d)"
    return [
        rf"{_LEAD}\b{_year('year')}-(?P<number>0[1-9]|1[0-2])-{_day('day')}",
        rf"{_LEAD}(?<![\d/.-])\b(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark){_year('year')}(?![\d/.-]\d)",
        rf"{_LEAD}(?<![\d/.-])\b(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<short>\d\d)(?![\d/])",
        rf"{_LEAD}{beside}\b{month}\s+(?:the\s+)?{_day('day')}(?:{told}|{tail})\)?",
        rf"{_LEAD}{beside}(?:\bthe\s+)?(?<![\d.,])\b{_day('day')}\s+(?:of\s+|de\s+)?{month}(?:{told}|{tail})\)?",
        rf"{_LEAD}{shade}\b{month},?\s+(?:of\s+|de\s+)?{_year('year')}",
        rf"(?P<lead>\b(?:in|during)\s+)the\s+(?P<week_of>{any_of(_WORDS['weeks'])})\s+week\s+of\s+{month}(?:,?\s+{_year('year')})?",
        rf"(?P<lead>\b(?:at|towards?)\s+)the\s+(?P<shade>start|beginning|end)\s+of\s+{month}(?!\s*\d)",
        rf"{_IN}(?:(?P<modifier>last|this\s+past|this)\s+)?{shade}\b{month}{told}",
        rf"{_IN}(?:(?P<modifier>last|this\s+past|this)\s+)?{shade}\b{month}(?!\s*\d)",
        rf"\b(?P<modifier>last|this\s+past|this)\s+{month}(?!\s*\d)",
        rf"\b(?P<shade>{_SHADE})[\s-]+{month}(?!\s*\d)",
        rf"{_IN}(?:the\s+year\s+|Jahre?\s+)?{shade}\b{_year('year')}{counted}",
        rf"(?P<lead>\b(?:in|at|during|on)\s+)(?:an?|his|her|its|their|the)\s+{_year('year')}(?=\s+[a-z]){counted}",
        rf"\b(?:a|his|her|its|their|the)\s+{_year('year')}(?=\s+[a-z]){counted}",
        rf"\({_year('year')}\)",
        rf"(?P<lead>\bon\s+)(?:the\s+(?:morning|afternoon|evening|night)\s+of\s+)?the\s+(?P<day>{_DAY})(?:st|nd|rd|th)(?=\s*[,.;:)]|$)",
    ]


def _by_name() -> list[str]:
    return [
        rf"(?P<lead>\b(?:in|during)\s+)the\s+(?P<quarter>{any_of(_WORDS['quarters'])})\s+quarter\s+of\s+{_year('year')}",
        rf"(?P<lead>\b(?:on|at|since|before|after|by|until)\s+)(?P<feast>{_feasts()})\b(?:,?\s+{_year('year')})?",
    ]


def _seasons(season: str) -> list[str]:
    return [
        rf"{_LEAD}(?:the\s+)?(?:(?P<shade>{_SHADE})[\s-]+)?\b(?P<season>{season})\s+(?:of\s+)?{_year('year')}(?:[-–/]\d\d(?!\d))?",
        rf"\b(?P<modifier>last|this(?:\s+past)?)\s+(?P<season>{season})\b",
    ]


def _weekdays(weekday: str) -> list[str]:
    modifier = (
        r"(?P<modifier>last|next|this(?:\s+(?:past|coming))?|past|coming|the\s+(?:following|next|previous))"
    )
    return [
        rf"{_LEAD}(?:\b(?:earlier|later|early|late)\s+)?(?:\b{modifier}\s+)?(?:(?:early|late)\s+)?"
        rf"(?<![’'\w])(?P<weekday>{weekday}){_PART_OF_DAY}(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week)?",
    ]


def _day_words() -> list[str]:
    return [
        r"\b(?:(?:earlier|early|late|later)\s+)?(?P<word>the\s+day\s+before\s+yesterday|yesterday|today|tonight|"
        rf"tomorrow|(?:this|last)\s+(?:morning|afternoon|evening|night)|overnight){_PART_OF_DAY}\b(?!['’]s)",
        r"\b(?P<word>just\s+now|(?:just\s+)?(?:moments|minutes)\s+ago)\b",
        r"\b(?:in|within)\s+the\s+(?P<word>(?:last|past)\s+(?:\w+\s+)?(?:minutes?|hour))\b",
        r"\bearlier\s+in\s+the\s+(?P<unit>day|morning|evening|afternoon)\b",
    ]


def _occasions() -> set[str]:
    words = lexicon("dates")["governing"]
    return {*words["events"], *words["documents"], *words["broadcasts"]}


def _periods() -> list[str]:
    unit = r"(?P<unit>week|weekend|month|year|decade|century)\b(?!['’]s)"
    occasion = rf"(?=\s+(?:\w+\s+){{0,2}}(?:{any_of(_occasions())})\b)"
    return [
        rf"(?<=told )(?P<modifier>last|this)\s+(?P<unit>week|month|year)['’]s{occasion}",
        rf"(?P<lead>\b(?:in|since|during|until|by|over|at|as\s+recently\s+as)\s+)?\b(?:the\s+end\s+of\s+)?"
        rf"(?:(?P<shade>earlier|early|later|late|mid)[\s-]+(?:in\s+)?)?(?P<modifier>last|this|next|previous)\s+{unit}",
        rf"\b(?:over|at|during)\s+(?P<modifier>the)\s+{unit}",
        rf"(?P<lead>\b(?:at|in|during|after|following)\s+)(?P<modifier>last|this)\s+(?P<unit>week|month|year)['’]s"
        rf"{occasion}",
    ]


def _amounts(number: str, weekday: str) -> list[str]:
    return [
        rf"\b(?:(?:nearly|almost|about|around|more\s+than|over|just\s+over|some)\s+)?(?P<amount>{number})\s+{_UNIT}"
        rf"\s+ago\b(?:\s+(?:on\s+)?(?P<weekday>{weekday}))?",
    ]


def _narrative(number: str, season: str, month: str) -> list[str]:
    unit = r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b"
    amount = rf"\b(?:(?P<amount>{number}|the)\s+)?"
    event = any_of([*lexicon("dates")["governing"]["events"], *lexicon("dates")["governing"]["mishaps"]])
    return [
        rf"\b(?:on\s+|in\s+|by\s+)?(?:the|that)\s+(?P<modifier>following|next|previous|same|very)\s+{unit}",
        rf"\b(?:later\s+|earlier\s+)?(?:on\s+|in\s+)?(?P<modifier>that)\s+{unit}(?!\s+\w+ed\b)",
        rf"\b(?:in\s+)?(?:the|that)\s+(?P<modifier>following|next|same)\s+(?P<season>{season})\b",
        rf"\b(?:in\s+)?(?:the|that)\s+(?P<modifier>following|next|same)\s+{month}\b(?!\s*\d)",
        rf"\b(?:later\s+)?(?:in\s+)?(?P<modifier>that)\s+(?:same\s+)?(?P<season>{season})\b(?!\s+\w+ed\b)",
        rf"\b(?:later\s+)?(?:in\s+)?(?P<modifier>that)\s+(?:same\s+)?{month}\b(?!\s+\w+ed\b|\s*\d)",
        r"\bthe\s+(?P<unit>day|morning|evening|night|week|month|year)\s+(?P<modifier>before|after)(?=[,.;]|$)",
        r"\b(?P<modifier>by)\s+(?:the\s+|that\s+)?(?P<unit>noon|midday|lunchtime|evening|afternoon|nightfall|dusk)\b",
        rf"{amount}{_UNIT}\s+(?P<modifier>after|before)\s+(?:that|this|then)\b",
        rf"{amount}{_UNIT}\s+(?P<modifier>after|before)\s+(?:the|his|her|its|their)\s+(?:[\w-]+\s+)?(?P<event>{event})\b",
        rf"{amount}{_UNIT}\s+(?P<modifier>after|before)(?=\s+(?P<act>\w+))",
        rf"\bon\s+(?:the|his|her|its|their)\s+(?P<modifier>first|last|final)\s+{unit}(?!\s+of\b)",
        rf"\b(?:(?P<amount>{number})\s+)?{_UNIT}\s+(?P<modifier>later|earlier)\b",
        r"\bwithin\s+(?:the\s+|an\s+)?(?P<unit>minute|hour)s?\b(?!\s+of\b)",
    ]


def _left_alone(weekday: str) -> list[str]:
    return [
        r"\b(?:fiscal|financial|tax|budget)[\s-]+(?:year\s+)?(?:20|19)?\d\d(?:[-–/]\d{2,4})?\b",
        r"\bFY[\s-]?(?:20|19)?\d\d(?:[-–/]\d{2,4})?\b",
        r"\b(?:in\s+)?(?:the\s+)?(?:20|19)\d\d\s*[-–/]\s*\d{2,4}\s+(?:season|campaign|school|academic|fiscal|budget)\b",
        r"\b(?:the|these)\s+(?:last|past|next)\s+(?:\w+\s+)?(?:hour|day|week|month|year|decade)s\b",
        r"\bthe\s+(?:last|past)\s+(?:hour|day|week|month|year|decade)\b",
        r"\b(?:over|in|within|for|during)\s+the\s+next\s+(?:hour|day|week|month|year|decade)\b",
        rf"\b(?:Black|Good|Cyber|Super|Ash|Fat|Giving|Bloody|Palm|Easter|Shrove)\s+{weekday}",
    ]


@cache
def trigger(language: str) -> re.Pattern[str]:
    """Return the pattern of what every expression of a language has at least one of: figure, name or word.

    It is for a text in small letters, where it finds in a third of the time what it would regardless of case.
    """
    vocab = vocabulary(language)
    names = any_of([*vocab.months, *vocab.weekdays])
    words = rf"(?:{any_of(vocab.relative)})\b|{any_of(_WORDS['triggers'])}"
    figure = r"\d{4}|\d{1,2}(?:[/.-]\d|(?:st|nd|rd|th)\b)"
    return re.compile(rf"(?P<figure>{figure})|\b(?:(?P<name>{names})\b|(?P<word>{words.lower()}))")


@cache
def opener(language: str) -> re.Pattern[str]:
    """Return the pattern of what an expression can begin with, for a text in small letters."""
    vocab, words = vocabulary(language), lexicon("dates")
    lists = ("prepositions", "required", "openers", "triggers")
    phrases = [phrase for name in lists for phrase in _WORDS[name]]
    phrases += [
        *words["numbers"],
        *words["vague"],
        *words["seasons"],
        *vocab.months,
        *vocab.weekdays,
        *vocab.relative,
    ]
    first = {phrase.split()[0].lower() for phrase in phrases}
    return re.compile(rf"\(|(?<![^\W_])(?:\d|fy|(?:{any_of(first)})(?:s?\b|(?=[\W\d])))")


@cache
def patterns(language: str) -> Patterns:
    """Return the kinds, what triggers them and the patterns of a language, those that win a tie first."""
    vocab, words = vocabulary(language), lexicon("dates")
    month = rf"\b(?P<month>{_names(vocab.months, vocab)})\.?"
    month2 = month.replace("<month>", "<month2>")
    any_weekday, weekday = _names(vocab.weekdays, vocab), _names(vocab.spelled_weekdays, vocab)
    number = rf"\d{{1,3}}|{any_of([*words['numbers'], *words['vague']])}"
    decade = rf"{_LEAD}(?:the\s+)?(?:(?:{_SHADE})[\s-]+)?\b(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b"
    calendar, word = {"figure", "name"}, {"word"}
    table = [
        (LEFT_ALONE, calendar | word, _left_alone(weekday)),
        ("range", calendar, _ranges(month, month2)),
        ("calendar", calendar, _calendar(month, any_weekday)),
        ("calendar", word, _by_name()),
        ("season", word, _seasons(any_of(words["seasons"]))),
        ("decade", {"figure"}, [decade]),
        ("weekday", {"name"}, _weekdays(weekday)),
        ("day", word, _day_words()),
        ("period", word, _periods()),
        ("ago", word, _amounts(number, weekday)),
        ("narrative", word | {"name"}, _narrative(number, any_of(words["seasons"]), month)),
    ]
    if vocab.language != "en":
        table.append((FOREIGN, word, [rf"\b(?P<word>{any_of(vocab.relative)})\b"]))
    return tuple(
        (kind, frozenset(needs), re.compile(one, re.IGNORECASE))
        for kind, needs, many in table
        for one in many
    )
