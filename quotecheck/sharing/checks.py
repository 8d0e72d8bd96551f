"""What a field that somebody else wrote may say: names, days, lengths, before any of it is believed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from quotecheck.archive.identity import name_key
from quotecheck.archive.tags import LONGEST_TAG, parse_tags
from quotecheck.model import QuoteStatus, SpeakerType
from quotecheck.sharing.fields import FIELDS, Entity
from quotecheck.sharing.history import DELETED, YES

__all__ = ["LONGEST", "LONGEST_NAME", "are_known", "may_be", "may_be_written", "names_entry"]

LONGEST = 1_000_000
"""The longest value of a field, in code points (a full text is no field: only its SHA-256 is)."""

LONGEST_NAME = 2_000
"""The longest name of a speaker, of a signer, or of a field."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_UIDS: dict[Entity, re.Pattern[str]] = {
    "quote": re.compile("q[0-9a-f]{20}"),
    "speaker": re.compile("p[0-9a-f]{20}"),
    "source": re.compile("s[0-9a-f]{20}"),
}
_FACTS: dict[Entity, tuple[str, ...]] = {
    "quote": ("also:", "tag:"),
    "speaker": ("alias:", "role:"),
    "source": (),
}


def _is_text(value: str) -> bool:
    return 0 < len(value) <= LONGEST and "\x00" not in value


def _is_name(value: str) -> bool:
    return len(value) <= LONGEST_NAME and "\x00" not in value and bool(value.strip())


def _has_words(value: str) -> bool:
    return _is_text(value) and any(map(str.isalnum, value))


@lru_cache(maxsize=65536)
def _is_interval(text: str) -> bool:
    earliest, _, latest = text.partition("/")
    try:
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    except ValueError:
        return False
    return first <= last and text == f"{first}/{last}"


def is_day(text: str) -> bool:
    """Tell whether the text is one day, as ISO 8601 writes it in full."""
    return _is_interval(f"{text}/{text}")


def names_entry(entity: Entity, text: str) -> bool:
    """Tell whether a text is the uid of such an entry."""
    return _UIDS[entity].fullmatch(text) is not None


_names = {entity: uid.fullmatch for entity, uid in _UIDS.items()}
_VALUES: dict[Entity, dict[str, Callable[[str], object]]] = {
    "quote": {
        **dict.fromkeys(FIELDS["quote"], _is_text),
        "text": _has_words,
        "speaker": _names["speaker"],
        "source": _names["source"],
        "date": _is_interval,
        "status": frozenset({status.value for status in QuoteStatus} - {"unverified"}).__contains__,
    },
    "speaker": {
        "name": _is_name,
        "kind": frozenset({kind.value for kind in SpeakerType} - {"person"}).__contains__,
        "notes": _is_text,
    },
    "source": {
        **dict.fromkeys(FIELDS["source"], _is_text),
        "date": _is_interval,
        "kind": frozenset({"primary", "secondary"}).__contains__,
        "speaker": _names["speaker"],
        "text": lambda value: bool(_SHA256.fullmatch(value)),
    },
}


@lru_cache(maxsize=4096)
def _is_role(field: str) -> bool:
    days, _, role = field.removeprefix("role:").partition(" ")
    since, slash, until = days.partition("/")
    return bool(role.strip() and slash) and all(not day or is_day(day) for day in (since, until))


def _is_known_fact(entity: Entity, field: str) -> bool:
    if not field.startswith(_FACTS[entity]) or not _is_name(field):
        return False
    if field.startswith("also:"):
        return names_entry("source", field.removeprefix("also:"))
    return _is_role(field) if field.startswith("role:") else True


def _is_value_of_fact(field: str, value: str) -> bool:
    if field.startswith("tag:"):
        return (
            len(value) <= LONGEST_TAG
            and parse_tags([value]) == (value,)
            and field == f"tag:{name_key(value)}"
        )
    return _is_name(value) if field.startswith("alias:") else value == YES


def may_be(entity: Entity, field: str, value: str | None) -> bool:
    """Tell whether the field of such an entry can have this value; None is "no value any more"."""
    if valid := _VALUES[entity].get(field):
        return value is None or bool(valid(value))
    if field == DELETED:
        return value in (None, YES)
    return _is_known_fact(entity, field) and (value is None or _is_value_of_fact(field, value))


def are_known(entity: Entity, fields: Mapping[str, str]) -> bool:
    """Tell whether all of an entry's fields are such as every entry has, and can have these values."""
    valid = _VALUES[entity]
    try:
        return all(valid[field](value) for field, value in fields.items())
    except KeyError:
        return False


def may_be_written(*texts: str) -> bool:
    """Tell whether these are texts that can be kept, be they empty."""
    return max(map(len, texts)) <= LONGEST and not any("\x00" in text for text in texts if text)
