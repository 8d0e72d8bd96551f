"""Edits by parts: fragments, "…", brackets, and two places joined as one."""

from __future__ import annotations

import re
from random import Random

from .edits import Edited, Family, Material, Row, put
from .tables import FUNCTION, HIDING, TABLES
from .texts import bare, is_content, is_delicate, plain, settled

__all__ = ["FAMILIES"]

_DISCLOSED = ("minor",)
_ANY_FOUND = ("verbatim", "minor", "altered")
_EVERYWHERE = {"", "the", "a", "of", "to", "and", "in"}
_MARKS = ("…", "...", ". . .", "[…]", "[...]", "(...)")


def _run(row: Row, rng: Random) -> str | None:
    tokens = row.text.split(" ")
    size = rng.randint(3, 8)
    if len(tokens) <= size:
        return None
    start = rng.randrange(len(tokens) - size)
    run = " ".join(tokens[start : start + size]).strip(" .,;:-–—?!\"“”'()")
    return run if len(plain(run)) >= 3 else None


def _fragment(row: Row, rng: Random, _: Material) -> Edited | None:
    run = _run(row, rng)
    if run is None or not any(map(is_content, run.split())):
        return None
    return Edited(run, ("verbatim",), allowed=("ambiguous",))


def _common_fragment(row: Row, rng: Random, _: Material) -> Edited | None:
    run = _run(row, rng)
    if run is None or any(bare(token) not in FUNCTION and not is_delicate(token) for token in run.split()):
        return None
    return Edited(run, ("verbatim", "uncheckable"), allowed=("ambiguous",))


def _middle(tokens: list[str], rng: Random) -> tuple[int, int] | None:
    """Choose two to eight words inside, with at least three left on both sides."""
    if len(tokens) < 10:
        return None
    size = rng.randint(2, min(8, len(tokens) - 7))
    start = rng.randint(3, len(tokens) - size - 3)
    return start, start + size


def _ellipsis(row: Row, rng: Random, *, telling: bool) -> Edited | None:
    tokens = row.text.split(" ")
    middle = _middle(tokens, rng)
    if middle is None:
        return None
    start, end = middle
    gone = [word for token in tokens[start:end] for word in re.split(r"\W*(?:-|\.\.\.)\W*", token)]
    hides = any(bare(word) in HIDING or bare(word).endswith("n't") for word in gone)
    named = any(token[:1].isupper() for token in tokens[start - 1 : end + 1])
    if hides != telling or (not telling and (named or any(map(is_delicate, gone)))):
        return None
    around = {bare(token) for token in tokens[max(0, start - 8) : start] + tokens[end : end + 8]}
    if any(bare(word) in around for word in gone if bare(word) not in _EVERYWHERE):
        return None
    text = " ".join([*tokens[:start], rng.choice(_MARKS), *tokens[end:]])
    if telling:
        return Edited(text, ("altered", "reversed"), cautions=("hidden_by_ellipsis",))
    return Edited(text, _DISCLOSED)


def _ellipsis_harmless(row: Row, rng: Random, _: Material) -> Edited | None:
    return _ellipsis(row, rng, telling=False)


def _ellipsis_hiding(row: Row, rng: Random, _: Material) -> Edited | None:
    return _ellipsis(row, rng, telling=True)


_PRONOUN = re.compile(r"(?<![\w'’-])(it|he|she|they|them|him)(?= [a-z])(?! is not| --)")


def _bracket_inserted(row: Row, rng: Random, _: Material) -> Edited | None:
    found = [place for place in _PRONOUN.finditer(row.text) if settled(row.text, *place.span())]
    if not found:
        return None
    return Edited(
        put(row.text, (at := rng.choice(found)).end(), at.end(), " " + rng.choice(TABLES["explanations"])),
        ("verbatim", "minor"),
    )


def _bracket_replacing(row: Row, rng: Random, _: Material) -> Edited | None:
    found = [place for place in _PRONOUN.finditer(row.text) if settled(row.text, *place.span())]
    if not found:
        return None
    return Edited(put(row.text, *rng.choice(found).span(), rng.choice(TABLES["explanations"])), _DISCLOSED)


def _bracket_capital(row: Row, rng: Random, _: Material) -> Edited | None:
    found = list(re.finditer(r"(?<=[,.] )(?P<first>[a-z])(?=[a-z]+ \w)", row.text[: len(row.text) // 2]))
    if not found:
        return None
    place = rng.choice(found)
    return Edited(f"[{place['first'].upper()}]{row.text[place.end() :]}", ("verbatim", "minor"))


def _bracket_in_archive(row: Row, rng: Random, _: Material) -> Edited | None:
    """Let the archive's transcript carry an editor's note that the article leaves out."""
    spaces = [found.start() for found in re.finditer(r"(?<=[a-z]) (?=[a-z])", row.text)]
    if not spaces:
        return None
    at = rng.choice(spaces)
    noted = f"{row.text[:at]} {rng.choice(TABLES['editors_notes'])}{row.text[at:]}"
    return Edited(row.text, ("verbatim", "minor"), archived=noted)


def _telling(row: Row) -> bool:
    return len(plain(row.text)) >= 8 and sum(map(is_content, row.text.split())) >= 3


def _other(row: Row, rng: Random, material: Material) -> Row | None:
    """Choose another quote, of the same speaker in two of three cases."""
    own = [other for other in material.by_speaker.get(row.speaker or "", ()) if other.id != row.id]
    other = rng.choice(own) if own and rng.random() < 0.67 else rng.choice(material.rows)
    return other if other.id != row.id and _telling(row) and _telling(other) else None


def _whole_splice(row: Row, rng: Random, material: Material) -> Edited | None:
    other = _other(row, rng, material)
    if other is None:
        return None
    text = row.text.rstrip(" .?!,-") + ". " + other.text.lstrip(' -"“')
    return Edited(text, _ANY_FOUND, cautions=("spliced",), allowed=_JOINED, others=(other,))


_JOINED = ("omission", "misattributed", "misdated", "ambiguous")


def _half_splice(row: Row, rng: Random, material: Material) -> Edited | None:
    other = _other(row, rng, material)
    if other is None:
        return None
    first, second = row.text.split(" "), other.text.split(" ")
    if min(len(first), len(second)) < 14:
        return None
    text = " ".join(first[: len(first) // 2 + 1] + second[len(second) // 2 - 1 :])
    return Edited(text, _ANY_FOUND, cautions=("spliced",), allowed=_JOINED, others=(other,))


def _places_splice(row: Row, rng: Random, _: Material) -> Edited | None:
    """Join the first and the last sentence of a long quote, silently."""
    sentences = re.split(r"(?<=[a-z]{2}[.?!]) (?=[A-Z])", row.text)
    if len(sentences) < 3 or min(len(sentences[0].split()), len(sentences[-1].split())) < 6:
        return None
    gone = " ".join(sentences[1:-1])
    wording = (*_ANY_FOUND, "reversed") if any(map(is_delicate, gone.split())) else _ANY_FOUND
    return Edited(
        f"{sentences[0]} {sentences[-1]}",
        wording,
        any_caution=("spliced", "omission"),
        allowed=("spliced", "omission"),
    )


FAMILIES = {
    "fragment": Family(_fragment, 2.0, changes=False),
    "common_fragment": Family(_common_fragment, 0.5, changes=False),
    "ellipsis": Family(_ellipsis_harmless, 1.2),
    "ellipsis_hiding": Family(_ellipsis_hiding, 1.2),
    "bracket_inserted": Family(_bracket_inserted, 0.8),
    "bracket_replacing": Family(_bracket_replacing, 0.8),
    "bracket_capital": Family(_bracket_capital, 0.8, changes=False),
    "bracket_in_archive": Family(_bracket_in_archive, 0.6, changes=False),
    "splice_quotes": Family(_whole_splice, 1.0),
    "splice_halves": Family(_half_splice, 0.8),
    "splice_places": Family(_places_splice, 0.6),
}
