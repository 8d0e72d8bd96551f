"""Edits of form: typography, spelling, number formats, noise. Nothing of them is a false quotation."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from .edits import Edited, Family, Material, Row, places, put
from .tables import TABLES
from .texts import bare, settled

__all__ = ["FAMILIES"]

_SAME = ("verbatim",)
_FORM = ("verbatim", "minor")
_MINOR = ("minor",)
_SCALES = {"hundred", "thousand", "million", "billion", "dozen"}


def _exact(row: Row, _rng: Random, _: Material) -> Edited:
    return Edited(row.text, _SAME)


def _curly(text: str) -> str:
    marks = iter(range(text.count('"')))
    text = re.sub('"', lambda _: "“" if next(marks) % 2 == 0 else "”", text)
    return text.replace("'", "’")


def _straight(text: str) -> str:
    return re.sub("[“”]", '"', text.replace("’", "'"))


def _soft_hyphens(text: str) -> str:
    return re.sub(r"\b([a-z]{4})([a-z]{4,})\b", "\\1\u00ad\\2", text, count=2)


_TYPOGRAPHIES = (
    _curly,
    _straight,
    lambda text: re.sub(r"\s?--\s?", "—", text) if re.search(r"\w\s?--\s?\w", text) else text,
    lambda text: text.replace("--", "–"),
    lambda text: text.replace("...", "…"),
    lambda text: text.replace(" ", "\u00a0", 2),
    lambda text: text.replace(" ", "  ", 3),
    lambda text: text.replace(" ", "\u2009", 1),
    lambda text: text.replace(" ", " \u200b", 2),
    _soft_hyphens,
)


def _typography(row: Row, rng: Random, _: Material) -> Edited | None:
    text = row.text
    for change in rng.sample(_TYPOGRAPHIES, rng.randint(1, 3)):
        text = change(text)
    return Edited(text, _SAME) if text != row.text else None


def _case(row: Row, rng: Random, _: Material) -> Edited | None:
    if rng.random() < 0.5:
        changed = row.text[0].swapcase() + row.text[1:]
        return Edited(changed, _SAME) if changed != row.text else None
    return Edited(rng.choice((row.text.upper(), row.text.lower(), row.text.title())), _FORM)


def _punctuation(row: Row, rng: Random, _: Material) -> Edited | None:
    text = row.text
    if text.endswith(".") and rng.random() < 0.5:
        return Edited(text.rstrip(".") + rng.choice((",", "", "!", ";")), _SAME)
    commas = [found.start() for found in re.finditer(r"(?<=[a-z]), (?=[a-z])", text)]
    if not commas:
        return None
    at = rng.choice(commas)
    return Edited(text[:at] + rng.choice(("", ";", " –", ":")) + text[at + 1 :], _FORM)


_ENDING = dict.fromkeys("zs", r"(?=e|ing|ation|able)")
"""What follows a stem in -iz or -is: analyze, analyzing, but not analysis."""


def _spelling(row: Row, rng: Random, _: Material) -> Edited | None:
    pairs = [*TABLES["spelling"].items(), *((b, a) for a, b in TABLES["spelling"].items())]
    found = [
        (place, new)
        for old, new in pairs
        for place in re.finditer(rf"\b{old}{_ENDING.get(old[-1], '')}", row.text, re.IGNORECASE)
        if not row.text[place.start() :].lower().startswith(new.lower())
    ]
    whole = {"check", "program", "catalog", "learned", "gray", "among", "toward", "learnt", "grey"}
    found = [
        (place, new)
        for place, new in found
        if settled(row.text, *place.span())
        and (place[0].lower() not in whole or not row.text[place.end() :][:1].isalpha())
    ]
    if not found:
        return None
    place, new = rng.choice(found)
    return Edited(put(row.text, *place.span(), new), _MINOR)


def _contraction(row: Row, rng: Random, _: Material) -> Edited | None:
    text = row.text.replace("’", "'")
    table = TABLES["contractions"]
    pairs = [*table.items(), *((short, long) for long, short in table.items())]
    found = [
        (place, new)
        for old, new in pairs
        for place in places(
            text, {old: new}, unless=r"\s+(?:\w+ed|been|got|gone|done|had|not)\b|[,.?!;]|\s*-"
        )
        # "I do not" and "don't I?" differ by more than a contraction.
        if not re.match(r"\s+(?:I|you|he|she|it|we|they|that|there|the|this)\b", text[place.end() :])
    ]
    if not found:
        return None
    place, new = rng.choice(found)
    return Edited(put(text, *place.span(), new), _MINOR)


def _colloquial(row: Row, rng: Random, _: Material) -> Edited | None:
    found = places(row.text, TABLES["colloquial"])
    if not found:
        return None
    place = rng.choice(found)
    return Edited(put(row.text, *place.span(), TABLES["colloquial"][place[0].lower()]), _FORM)


def _hyphen(row: Row, rng: Random, _: Material) -> Edited | None:
    found = list(re.finditer(r"(?<=[a-z]{2})-(?=[a-z]{2})", row.text))
    if not found:
        return None
    place = rng.choice(found)
    return Edited(put(row.text, *place.span(), rng.choice((" ", "\u2010", "\u2011", "–"))), _FORM)


def _alone(tokens: list[str], i: int) -> bool:
    """Tell whether no other part of a number stands beside the token."""
    beside = [bare(token) for token in tokens[max(0, i - 1) : i] + tokens[i + 1 : i + 2]]
    return not any(
        word in TABLES["digits"] or word in _SCALES or word.isdigit() or word == "one" for word in beside
    )


def _number_words(row: Row, rng: Random, _: Material) -> Edited | None:
    digits = TABLES["digits"] | TABLES["ordinals"]
    both = digits | {number: word for word, number in digits.items()}
    tokens = row.text.split(" ")
    once = Counter(map(bare, tokens))
    found = [
        i
        for i, token in enumerate(tokens)
        if token.strip(",.;?").lower() in both and _alone(tokens, i) and once[bare(token)] == 1
    ]
    if not found:
        return None
    i = rng.choice(found)
    word = tokens[i].strip(",.;?")
    tokens[i] = tokens[i].replace(word, both[word.lower()])
    return Edited(" ".join(tokens), _MINOR)


_NUMBER_SIGNS: tuple[tuple[str, str], ...] = (
    (r"\b(\d+) percent\b", r"\1%"),
    (r"\b(\d+) percent\b", r"\1 per cent"),
    (r"\b(\d+)%", r"\1 percent"),
    (r"\b(\d{1,3}),(\d{3})\b(?!,)", r"\1\2"),
    (r"(?<![\d,.$-])([1-9]\d?)(\d{3})(?![\d,-])(?= [a-z]+s\b)", r"\1,\2"),
    (r"\$(\d+) (million|billion)\b", r"\1 \2 dollars"),
    (r"\$(\d+)(?![\d,.]| (?:million|billion|thousand|an?|per)\b)", r"\1 dollars"),
    (r"\b(\d+) dollars\b", r"$\1"),
    (r"\b(\w+) and (?=[a-z])", r"\1 & "),
    (r"\bversus\b", "v."),
)


def _number_sign(row: Row, rng: Random, _: Material) -> Edited | None:
    signs = rng.sample(_NUMBER_SIGNS, len(_NUMBER_SIGNS))
    changed = (re.sub(old, new, row.text, count=1) for old, new in signs)
    text = next((text for text in changed if text != row.text), None)
    return Edited(text, _FORM) if text else None


def _noisy(text: str, rng: Random) -> str | None:
    tokens = text.split(" ")
    i = rng.randrange(1, len(tokens))
    before = tokens[i - 1]
    if bare(before) in map(bare, tokens[max(0, i - 6) : i - 1] + tokens[i : i + 6]):
        return None
    if rng.random() < 0.4 and before.isalpha():
        tokens[i:i] = ["--", before] if rng.random() < 0.6 else [before]
        return " ".join(tokens)
    kind = rng.choice(("hesitations", "remarks", "footnotes"))
    if kind == "footnotes":
        tokens[i - 1] += rng.choice(TABLES[kind])
    else:
        tokens.insert(i, rng.choice(TABLES[kind]))
    return " ".join(tokens)


def _noise_in_print(row: Row, rng: Random, _: Material) -> Edited | None:
    noisy = _noisy(row.text, rng)
    return Edited(noisy, _FORM) if noisy else None


def _noise_in_archive(row: Row, rng: Random, _: Material) -> Edited | None:
    noisy = _noisy(row.text, rng)
    return Edited(row.text, _FORM, archived=noisy) if noisy else None


def _broken(text: str, rng: Random) -> str:
    """Set the text as a PDF gives it: words divided at a line's end, ligatures, short lines."""
    tokens = text.split(" ")
    long = [i for i, token in enumerate(tokens) if re.fullmatch("[a-z]{7,}[,.]?", token)]
    if long and rng.random() < 0.7:
        i = rng.choice(long)
        tokens[i] = tokens[i][:4] + rng.choice(("-\n", "\u00ad\n", "-\r\n", "- \n")) + tokens[i][4:]
    first = rng.randint(4, 9)
    lines = [tokens[:first], *(tokens[i : i + 9] for i in range(first, len(tokens), 9))]
    text = "\n".join(" ".join(line) for line in lines if line)
    if rng.random() < 0.6:
        text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")
    return text


def _pdf_in_print(row: Row, rng: Random, _: Material) -> Edited | None:
    text = _broken(row.text, rng)
    return Edited(text, _FORM if "-" in text else _SAME) if text != row.text else None


def _pdf_in_archive(row: Row, rng: Random, _: Material) -> Edited | None:
    text = _broken(row.text, rng)
    return Edited(row.text, _FORM, archived=text) if text != row.text else None


def _misread(row: Row, rng: Random, _: Material) -> Edited | None:
    """Misread two letters of a long word as a scanner does ("govemment")."""
    found = [
        (word.start() + word[0].index(old, 1), old, new)
        for word in re.finditer(r"\b[a-z]{8,}\b", row.text)
        if settled(row.text, *word.span())
        for old, new in TABLES["ocr"].items()
        if old in word[0][1:-1]
    ]
    if not found:
        return None
    at, old, new = rng.choice(found)
    return Edited(put(row.text, at, at + len(old), new), _FORM)


FAMILIES = {
    "exact": Family(_exact, 2.0, changes=False),
    "typography": Family(_typography, 1.5, changes=False),
    "case": Family(_case, changes=False),
    "punctuation": Family(_punctuation, changes=False),
    "spelling": Family(_spelling),
    "contraction": Family(_contraction, 1.5),
    "colloquial": Family(_colloquial, 0.5),
    "hyphen": Family(_hyphen, 0.7, changes=False),
    "number_words": Family(_number_words, 1.2),
    "number_signs": Family(_number_sign, 1.0, changes=False),
    "noise": Family(_noise_in_print, 1.2, changes=False),
    "noise_in_archive": Family(_noise_in_archive, 0.8, changes=False),
    "pdf": Family(_pdf_in_print, 1.2, changes=False),
    "pdf_in_archive": Family(_pdf_in_archive, 0.7, changes=False),
    "misread": Family(_misread, 0.7),
}
