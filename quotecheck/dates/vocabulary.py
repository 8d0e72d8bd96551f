"""The names of months and weekdays, and the words for "yesterday", in the article's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

__all__ = ["MONTHS", "WEEKDAYS", "Vocabulary", "vocabulary"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORTEST = 3
_FALLBACK = "en"


@dataclass(frozen=True)
class Vocabulary:
    """What the calendar is called in one language.

    ``months`` give 1–12 and ``weekdays`` 0–6 (Monday is 0), with the short forms; ``spelled_weekdays`` are
    those written out, which alone are safe to look for in prose. ``relative`` gives how many days or calendar
    units lie between the article and what the word names, as ("day", 1) for "yesterday". Keys are lower case.
    """

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    spelled_weekdays: tuple[str, ...]
    relative: dict[str, tuple[str, int]]

    @property
    def capitalised(self) -> bool:
        """Tell whether the language writes months and weekdays with a capital."""
        return self.language in ("en", "de")


def _numbered(info: dict[str, list[str]], names: tuple[str, ...], first: int) -> dict[str, int]:
    return {
        form.lower(): number
        for number, name in enumerate(names, first)
        for form in info[name.lower()]
        if len(form) >= _SHORTEST
    }


def _relative(info: dict[str, dict[str, list[str]]]) -> dict[str, tuple[str, int]]:
    found = {}
    for meaning, forms in info["relative-type"].items():
        count, _, rest = meaning.partition(" ")
        unit = rest.removesuffix(" ago")
        if count.isdigit() and rest.endswith(" ago") and unit in ("day", "week", "month", "year"):
            found.update({form.lower(): (unit, int(count)) for form in forms})
    return found


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of an ISO 639-1 language, as dateparser has it; English where it has none."""
    from dateparser.languages.loader import default_loader

    try:
        info = default_loader.get_locale(language).info
        months = _numbered(info, MONTHS, 1)
    except (ValueError, KeyError, ImportError, AttributeError):
        months = {}
    if len(set(months.values())) < len(MONTHS):
        return vocabulary(_FALLBACK)
    spelled = tuple(max(info[name.lower()], key=len).lower() for name in WEEKDAYS)
    return Vocabulary(language, months, _numbered(info, WEEKDAYS, 0), spelled, _relative(info))
