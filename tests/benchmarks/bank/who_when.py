"""Edits of the speaker and the day: the words are right, what the article says of them may not be."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from .edits import Edited, Family, Material, Row
from .tables import TABLES

__all__ = ["FAMILIES"]

_SAME = ("verbatim",)


def _surname(name: str) -> str:
    return name.partition(",")[0].split()[-1]


def _wrong_speaker(row: Row, rng: Random, material: Material) -> Edited | None:
    if row.speaker is None:
        return None
    others = TABLES["fronts"] if rng.random() < 0.4 else list(material.by_speaker)
    other = rng.choice(others)
    if _surname(other) in row.speaker or _surname(row.speaker) in other:
        return None
    return Edited(row.text, _SAME, cautions=("misattributed",), speaker=other)


def _speaker_form(row: Row, rng: Random, material: Material) -> Edited | None:
    """Name the right speaker as an article may: by surname, without initials."""
    name = (row.speaker or "").split(",")[0].split()
    if len(name) < 2 or name[-1] in ("II", "III", "IV", "Jr."):
        return None
    forms = (name[-1], f"{name[0]} {name[-1]}", f"{name[0][0]}. {name[-1]}", " ".join(name).upper())
    form = rng.choice(forms)
    return Edited(row.text, _SAME, speaker=form) if form != row.speaker else None


def _wrong_date(row: Row, rng: Random, _: Material) -> Edited | None:
    if row.date is None:
        return None
    day = date.fromisoformat(row.date) + timedelta(
        days=rng.choice((-2000, -365, -90, -30, 30, 61, 400, 3000))
    )
    return Edited(row.text, _SAME, cautions=("misdated",), date=day.isoformat())


def _date_form(row: Row, rng: Random, _: Material) -> Edited | None:
    """Give the right day as a year or a month, or a day off, as between time zones."""
    if row.date is None:
        return None
    day = date.fromisoformat(row.date)
    beside = day + timedelta(days=rng.choice((-1, 1)))
    return Edited(row.text, _SAME, date=rng.choice((row.date[:4], row.date[:7], beside.isoformat())))


FAMILIES = {
    "wrong_speaker": Family(_wrong_speaker, 1.5, changes=False),
    "speaker_form": Family(_speaker_form, 0.8, changes=False),
    "wrong_date": Family(_wrong_date, 1.5, changes=False),
    "date_form": Family(_date_form, 0.8, changes=False),
}
