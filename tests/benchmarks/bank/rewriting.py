"""Edits of the words: function words, content replaced, added and dropped, order, tense, voice, rewording."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from .edits import Edited, Family, Material, Row, places, put, swapped
from .tables import FUNCTION, TABLES
from .texts import bare, is_content, is_delicate, plain, settled

__all__ = ["FAMILIES"]

_ALTERED = ("altered",)
_ENDINGS = ("ing", "ed", "ly", "s")
_BOUND_TO_ARTICLE = (
    r"(?:few|little|lot|number|great|good|hundred|thousand|million|dozen|couple|most|same|more|less|only|first"
    r"|second|third|last|next|other|one|two|three|bit|half|whole|while)\b"
)


def _like(word: str, rng: Random, material: Material) -> str:
    """Draw a word of content with the same ending as ``word``."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    while (new := rng.choice(material.content[ending])) == word:
        pass
    return new


def _spots(text: str) -> list[tuple[int, int]]:
    """Return where words of content stand that are not repeated near by."""
    found = [m.span() for m in re.finditer(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", text)]
    return [span for span in found if is_content(text[slice(*span)]) and settled(text, *span)]


_FUNCTION_EDITS = (
    (re.compile(rf"(?<=[a-z,] )(?:the|an?) (?![A-Z\d]|{_BOUND_TO_ARTICLE})"), ("", "the ", "a ")),
    (
        re.compile(r"(?:(?<=\bthink )|(?<=\bsaid )|(?<=\bbelieve ))that (?=(?:he|she|they|we|it|you)\b)"),
        ("",),
    ),
    (re.compile(r"(?<=[a-z]{3} )which (?=(?:is|was|has|had|would|were|are)\b)"), ("that ",)),
    (re.compile(r"(?<=[a-z]{2} )upon (?=(?:the|that|this|his|their)\b)"), ("on ",)),
)


def _function_word(row: Row, rng: Random, _: Material) -> Edited | None:
    pattern, replacements = rng.choice(_FUNCTION_EDITS)
    new = rng.choice(replacements)
    found = [
        place
        for place in pattern.finditer(row.text)
        if place[0] != new and settled(row.text, place.start(), place.end() - 1)
    ]
    if not found:
        return None
    return Edited(put(row.text, *rng.choice(found).span(), new), ("minor",), allowed=("omission",))


def _substitution(row: Row, rng: Random, material: Material) -> Edited | None:
    text, spots = row.text, _spots(row.text)
    count = min(rng.randint(1, 3), len(spots), len(text.split()) // 5)
    if count < 1:
        return None
    for start, end in sorted(rng.sample(spots, count), reverse=True):
        new = _like(text[start:end], rng, material)
        if new in text:
            return None
        text = put(text, start, end, new)
    return Edited(text, _ALTERED)


def _insertion(row: Row, rng: Random, _: Material) -> Edited | None:
    if rng.random() < 0.6:
        found = list(re.finditer(r"(?<=\b(?:the|our|his|her) )(?=[a-z]{5,})", row.text))
        if not found:
            return None
        words = rng.sample(TABLES["rewritten_adjectives"].split(), rng.randint(1, 2))
        return Edited(put(row.text, *rng.choice(found).span(), " ".join(words) + " "), _ALTERED)
    found = list(re.finditer(r"(?<=[a-z])(?=, [a-z])", row.text))
    if not found:
        return None
    return Edited(
        put(row.text, *rng.choice(found).span(), " " + rng.choice(TABLES["inserted_phrases"])), _ALTERED
    )


def _deletion(row: Row, rng: Random, _: Material) -> Edited | None:
    tokens = row.text.split(" ")
    count = rng.randint(1, 3)
    found = [
        i
        for i in range(2, len(tokens) - count - 2)
        if any(map(is_content, tokens[i : i + count]))
        and not any(is_delicate(t) or not t.isalpha() or t[0].isupper() for t in tokens[i : i + count])
        and not {bare(t) for t in tokens[i : i + count]}
        & {bare(t) for t in tokens[max(0, i - 8) : i] + tokens[i + count :][:8]}
        and not any("--" in t or "..." in t for t in tokens[i - 2 : i + count + 2])
    ]
    if not found or len(tokens) < 9:
        return None
    i = rng.choice(found)
    return Edited(" ".join(tokens[:i] + tokens[i + count :]), _ALTERED, cautions=("omission",))


def _reorder(row: Row, rng: Random, _: Material) -> Edited | None:
    parts = re.split(r"(?<=[.?!]) (?=[A-Z])|, (?=[a-z])", row.text.rstrip(".?!"))
    if (
        "--" in row.text
        or "..." in row.text
        or not 2 <= len(parts) <= 4
        or min(len(part.split()) for part in parts) < 4
        or any(count > 1 for word, count in Counter(plain(row.text)).items() if word not in FUNCTION)
    ):
        return None
    i = rng.randrange(len(parts) - 1)
    parts[i : i + 2] = parts[i + 1], parts[i]
    text = ", ".join(part.rstrip(".") for part in parts)
    return Edited(text[0].upper() + text[1:] + ".", ("altered", "minor"), allowed=("spliced", "omission"))


def _inverted_name(row: Row, rng: Random, _: Material) -> Edited | None:
    """Make "Department of Commerce" "Commerce Department"."""
    found = [
        place
        for place in re.finditer(r"\b(?!States)([A-Z][a-z]{4,}) of ([A-Z][a-z]{4,})\b(?! [A-Z])", row.text)
        if settled(row.text, *place.span())
    ]
    if not found:
        return None
    place = rng.choice(found)
    return Edited(put(row.text, *place.span(), f"{place[2]} {place[1]}"), ("minor", "altered"))


def _tense(row: Row, rng: Random, _: Material) -> Edited | None:
    text = swapped(row.text, rng, TABLES["tense"], unless=r"\s+(?:not\b|n't)")
    return Edited(text, ("altered", "minor")) if text else None


_SUBJECT = r"(?P<subject>the [A-Za-z]+|this Court|Congress|he|she|they|we|I)"
_OBJECT = r"(?P<object>(?:the|this|that|a|an|these|his|her|its|their) (?:[a-z]+ )?[a-z]{3,})"
_OBLIQUE = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}


def _passive(row: Row, rng: Random, _: Material) -> Edited | None:
    verbs = "|".join(TABLES["passive"])
    pattern = rf"\b{_SUBJECT} (?P<verb>{verbs}) {_OBJECT}(?=[,.;](?!\.)| (?:in|to|on|for|and|because|at)\b)"
    found = list(re.finditer(pattern, row.text, re.IGNORECASE))
    if not found:
        return None
    place = rng.choice(found)
    agent = _OBLIQUE.get(place["subject"].lower(), place["subject"])
    be = "were" if place["object"].split()[0] == "these" else "was"
    agent = agent[0].lower() + agent[1:] if agent.startswith("The") else agent
    passive = f"{place['object']} {be} {TABLES['passive'][place['verb'].lower()]} by {agent}"
    return Edited(
        put(row.text, *place.span(), passive), ("altered", "paraphrase"), allowed=("omission", "spliced")
    )


_OTHER_FUNCTION_WORDS = (
    (r"\bdo not\b", "don't"),
    (r"\bthat is\b", "that's"),
    (r"\bvery ", ""),
    (r"\bupon\b", "on"),
)


def _rewording(row: Row, rng: Random, _: Material) -> Edited | None:
    """Put several words into other words, as a translation there and back does."""
    found = [place for place in places(row.text, TABLES["synonyms"]) if place[0].islower()]
    count, length = min(len(found), 5), len(row.text.split())
    if count < 2 or not 0.08 <= count / length <= 0.4:
        return None
    text = row.text
    for place in sorted(rng.sample(found, count), key=lambda p: -p.start()):
        text = put(text, *place.span(), TABLES["synonyms"][place[0]])
    for old, new in rng.sample(_OTHER_FUNCTION_WORDS, 2):
        text = re.sub(old, new, text, count=1)
    # Where so much is new, it is for a person to say whether it is the same statement.
    doubtful = ("not_found",) if count / length > 0.2 else ()
    return Edited(text, ("altered", "paraphrase", *doubtful), allowed=("omission", "spliced"))


def _quarter(row: Row, rng: Random, material: Material) -> Edited | None:
    """Replace, drop or add up to a quarter of the words, whichever they are."""
    tokens = row.text.split(" ")
    count = rng.randint(1, max(1, len(tokens) // 4))
    if count > len(tokens) / 4:
        return None
    for i in sorted(rng.sample(range(len(tokens)), count), reverse=True):
        new = rng.choice(material.content[""])
        tokens[i : i + 1] = rng.choice(([new], [new], [], [tokens[i], new]))
    return Edited(
        " ".join(tokens), ("altered", "reversed", "minor", "verbatim"), allowed=("omission", "spliced")
    )


def _quarter_of_part(row: Row, rng: Random, material: Material) -> Edited | None:
    """Print five to twelve words of the quote, a quarter of them edited."""
    tokens = row.text.split(" ")
    size = rng.randint(5, 12)
    if len(tokens) <= size:
        return None
    start = rng.randrange(len(tokens) - size)
    return _quarter(row._replace(text=" ".join(tokens[start : start + size])), rng, material)


FAMILIES = {
    "function_word": Family(_function_word, 1.2),
    "substitution": Family(_substitution, 2.0),
    "insertion": Family(_insertion, 1.5),
    "deletion": Family(_deletion, 1.5),
    "reorder": Family(_reorder),
    "inverted_name": Family(_inverted_name, 0.4),
    "tense": Family(_tense),
    "passive": Family(_passive, 0.6),
    "rewording": Family(_rewording),
    "quarter": Family(_quarter),
    # For the recall of candidates alone: so short and so changed, it may be graded either way.
    "quarter_of_part": Family(_quarter_of_part, 0.0),
}
