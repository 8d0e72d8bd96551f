"""Edits that can turn the meaning: each must be called reversed."""

from __future__ import annotations

import re
from random import Random

from .edits import Edit, Edited, Family, Material, Row, places, put, swapped
from .tables import TABLES
from .texts import settled

__all__ = ["FAMILIES", "TURNING"]

_REVERSED = ("reversed",)
_SUBJECTS = r"(?:I|you|he|she|it|we|they|that|there|the|this|these|those|a|an|any|not)\b"
_AUXILIARY = r"(?:is|are|was|were|will|would|should|could|can|may|must|has|had|does|did)"


def _from(
    table: str, *, wording: tuple[str, ...] = _REVERSED, unless: str = r"(?!)", exact: bool = False
) -> Edit:
    """Make the edit that replaces one term of a table by one of its opposites."""

    def edit(row: Row, rng: Random, _: Material) -> Edited | None:
        text = swapped(row.text, rng, TABLES[table], unless=unless, exact=exact)
        return Edited(text, wording) if text else None

    return edit


_NEGATED = re.compile(r"\b(?:not|never|no|nor|neither|cannot)\b|n['’]t\b")


def _negation_added(row: Row, rng: Random, _: Material) -> Edited | None:
    pattern = rf"(?<=[a-z] ){_AUXILIARY}(?= [a-z])(?! (?:not|never|no|neither|hardly|been)\b| {_SUBJECTS})"
    found = [
        place
        for place in re.finditer(pattern, row.text)
        if settled(row.text, *place.span())
        and not _NEGATED.search(row.text[max(0, place.start() - 30) :][:70])
    ]
    if not found:
        return None
    place = rng.choice(found)
    if place[0] in ("may", "has") or rng.random() < 0.6:
        new = place[0] + rng.choice((" not", " never"))
    else:
        new = {"will": "won't", "can": "can't"}.get(place[0], place[0] + "n't")
    return Edited(put(row.text, *place.span(), new), _REVERSED)


_NEGATIONS = (
    (re.compile(r"(?<=[a-z] )not (?!only|just|merely|even|to mention|so much|sure)(?=[a-z])"), ""),
    (re.compile(r"(?<=[a-z] )never (?=[a-z])"), ""),
    (re.compile(r"\bcannot(?= [a-z])"), "can"),
    (re.compile(r"\b(?:do|does|did)n['’]t (?!I\b|you\b|he\b|she\b|it\b|we\b|they\b)(?=[a-z])"), ""),
    (re.compile(r"(?<=[a-z])n['’]t(?= [a-z])(?! (?:I|you|he|she|it|we|they|that|there|the|this)\b)"), ""),
    (re.compile(r"(?<=[a-z] )no (?=[a-z]{4,})(?!longer|more|matter|doubt|less|question|other)"), "some "),
)


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at + 1) + 1


def _negation_dropped(row: Row, rng: Random, _: Material) -> Edited | None:
    found = [
        (place, new)
        for pattern, new in _NEGATIONS
        for place in pattern.finditer(row.text)
        if settled(row.text, _word_start(row.text, place.start()), place.start() + len(place[0].rstrip()))
        and not re.search(r"(?:or|if|why|whether) $", row.text[: place.start()])
        # ca-n't and wo-n't would leave no word.
        and row.text[place.start() - 2 : place.start()] not in ("ca", "wo", "ai")
    ]
    if not found:
        return None
    place, new = rng.choice(found)
    return Edited(put(row.text, *place.span(), new), _REVERSED, allowed=("omission",))


def _number(row: Row, rng: Random, _: Material) -> Edited | None:
    found = [
        place
        for place in re.finditer(r"(?<![\w.,/-])\d+(?:,\d{3})*(?![\w/-]|[.,]\d)", row.text)
        if settled(row.text, *place.span()) and not re.fullmatch(r"(?:1[89]|20)\d\d", place[0])
    ]
    if not found:
        return None
    place = rng.choice(found)
    value = int(place[0].replace(",", ""))
    others = (value + 1, value + 10, value * 10 + 1, value + 7, value + 3)
    new = rng.choice([other for other in others if str(other) not in row.text])
    return Edited(put(row.text, *place.span(), f"{new:,}" if "," in place[0] else str(new)), _REVERSED)


def _number_word(row: Row, rng: Random, _: Material) -> Edited | None:
    numbers = list(TABLES["digits"]) + list(TABLES["ordinals"])
    found = places(row.text, dict.fromkeys(numbers), unless=r"[ -](?:or|to|times?)\b")
    if not found:
        return None
    place = rng.choice(found)
    kin = TABLES["ordinals" if place[0].lower() in TABLES["ordinals"] else "digits"]
    new = rng.choice([word for word in kin if word not in row.text.lower()])
    if rng.random() < 0.3:
        new = kin[new]
    return Edited(put(row.text, *place.span(), new), _REVERSED)


def _percentage(row: Row, rng: Random, _: Material) -> Edited | None:
    found = list(re.finditer(r"\b(\d+)(?= ?(?:%|percent|per cent))", row.text))
    if not found:
        return None
    place = rng.choice(found)
    new = rng.choice([share for share in (5, 12, 25, 38, 60, 75, 95) if share != int(place[0])])
    return Edited(put(row.text, *place.span(), str(new)), _REVERSED)


def _year(row: Row, rng: Random, _: Material) -> Edited | None:
    found = [
        place
        for place in re.finditer(r"(?<![\d,.$-])(?:1[89]|20)\d\d(?![\d,-])", row.text)
        if settled(row.text, *place.span())
    ]
    if not found:
        return None
    place = rng.choice(found)
    return Edited(
        put(row.text, *place.span(), str(int(place[0]) + rng.choice((-10, -2, -1, 1, 3)))), _REVERSED
    )


def _unit(row: Row, rng: Random, _: Material) -> Edited | None:
    """Change a unit that a number or "a", "per", "several" stands before."""
    text = row.text
    found = [
        place
        for place in places(text, TABLES["units"])
        if re.search(
            r"(?:\d|\b(?:an?|per|each|several|many|two|three|four|five|six|ten|thirty|sixty)) $",
            text[: place.start()],
        )
    ]
    if not found:
        return None
    place = rng.choice(found)
    return Edited(put(text, *place.span(), rng.choice(TABLES["units"][place[0].lower()])), _REVERSED)


_TITLED = re.compile(
    r"\b(?:Mrs?\.|Ms\.|Justice|Judge|Senator) (?!Justice|Chief|General)([A-Z][a-z]{3,})(?=[ ,.'’?])(?! [A-Z])"
)


def _name(row: Row, rng: Random, _: Material) -> Edited | None:
    text, names = row.text, TABLES["names"]
    found = [(place.span(1), names["persons"]) for place in _TITLED.finditer(text)]
    for kind in ("places", "organisations"):
        pattern = rf"(?<=[a-z,] )(?:{'|'.join(names[kind])})\b(?!-| [A-Z])"
        found += [(place.span(), names[kind]) for place in re.finditer(pattern, text)]
    found = [(span, kin) for span, kin in found if settled(text, *span)]
    if not found:
        return None
    span, kin = rng.choice(found)
    new = rng.choice([name for name in kin if name != text[slice(*span)]])
    return Edited(put(text, *span, new), _REVERSED)


_POLITE = rf"\s+(?:{_SUBJECTS}|please)|\s+(?:as well|be)\b(?=.{{0,4}}$)"
_FIXED = (
    r"\s+(?:right|of a sudden|of you|\d|--)|\s+(?:important|serious|recent|significant|[a-z]+est|likely)\b"
)

TURNING: dict[str, Family] = {
    "negation_added": Family(_negation_added, 1.5),
    "negation_dropped": Family(_negation_dropped, 1.5),
    "negative_form": Family(_from("negative_forms"), 1.0),
    "number": Family(_number, 1.2),
    "number_word": Family(_number_word, 1.2),
    "percentage": Family(_percentage, 0.5),
    "year": Family(_year, 0.8),
    "date": Family(_from("dates", exact=True, unless=r"\s+(?:on|for) Washington"), 1.0),
    "unit": Family(_unit, 1.0),
    "modality": Family(_from("modality", unless=_POLITE), 1.5),
    "name": Family(_name, 1.5),
    "quantifier": Family(_from("quantifiers", unless=_FIXED), 1.2),
    "comparative": Family(_from("comparatives", unless=r"\s+(?:or less|or more|and more|question)\b"), 1.0),
}
"""Changes of negation, number, date, unit, modality, name and quantity."""

FAMILIES = TURNING | {
    "antonym": Family(_from("antonyms", wording=("altered", "reversed")), 0.8),
}
