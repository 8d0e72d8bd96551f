"""Who did what to whom: whether words that changed places changed the parts they play.

In a list ("Jones, Brown and Smith") or around "is" they play the same part wherever they stand; with a verb
or "from … to" between them, one does what was done by the other. So, too, where "was" and "by" are all that
is added.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.lexicons import lexicon

__all__ = ["changed_parts", "person_of", "persons_exchanged", "voice_changed"]

_EXCHANGE: dict[str, list[str]] = lexicon("wording")["exchange"]
_JOINING = frozenset(_EXCHANGE["joining"])
_IDLE = frozenset(_EXCHANGE["idle"])
_BEING = frozenset(_EXCHANGE["being"])
_ARTICLES = frozenset({"the", "a", "an"})
_PERSONS = {word: forms[0] for forms in _EXCHANGE["persons"] for word in forms}
_GENDERS = {"she": "he"}


def person_of(key: str) -> str:
    """Return the first form of a personal pronoun ("we" for "us" and "ours"); of another word, itself."""
    return _PERSONS.get(key, key)


def _with_one_be(keys: Sequence[str]) -> list[str]:
    return ["be" if key in _BEING else key for key in keys]


def _with_one_form(keys: Sequence[str]) -> list[str]:
    """Bring to one form what only follows a change: "told us" and "we told", Ann's "her", Bob's "his"."""
    persons = map(person_of, _with_one_be(keys))
    return [_GENDERS.get(person, person) for person in persons]


_LISTING = frozenset(_with_one_form(_EXCHANGE["listing"]))


def _between(printed: Sequence[str], archived: Sequence[str]) -> list[str] | None:
    """Return the words that stay while those around them change places; None where only a block moved."""
    left, right = _with_one_form(printed), _with_one_form(archived)
    if sorted(left) != sorted(right):
        return None
    while left and left[0] == right[0]:
        del left[0], right[0]
    while left and left[-1] == right[-1]:
        del left[-1], right[-1]
    if not left or any(left[i:] + left[:i] == right for i in range(1, len(left))):
        return None
    same = [word for word, other in zip(left, right, strict=True) if word == other]
    return same or _middle(left, right)


def _middle(left: list[str], right: list[str]) -> list[str] | None:
    for size in range(len(left) - 2, 0, -1):
        for head in range(1, len(left) - size):
            if left[head : head + size] == right[-head - size : -head] and right[-head:] == left[:head]:
                return left[head : head + size]
    return None


def _repeats(between: list[str], preceding: Sequence[str]) -> bool:
    """Tell whether each member of a list is led up to by the same words: "on the law, on the facts"."""
    words = [word for word in between if word not in _JOINING]
    return bool(words) and _with_one_form(preceding[-len(words) :]) == words


def changed_parts(printed: Sequence[str], archived: Sequence[str], preceding: Sequence[str] = ()) -> bool:
    """Tell whether the same words in another order say that somebody else did or suffered it.

    ``preceding`` are the words that stand before them on both sides.
    """
    between = _between(printed, archived)
    if between is None or _repeats(between, preceding):
        return False
    words = set(between)
    if words <= _IDLE:
        return False
    return not (words <= _LISTING and (words & _JOINING or len(printed) - len(between) > len(between) + 1))


def persons_exchanged(printed: Sequence[str], archived: Sequence[str]) -> bool:
    """Tell whether pronouns changed places throughout: "I hit him and he fell", "he hit me and I fell"."""
    left = [_PERSONS[key] for key in printed if key in _PERSONS]
    right = [_PERSONS[key] for key in archived if key in _PERSONS]
    if len(left) != len(right):
        return False
    put = dict(zip(left, right, strict=True))
    consistent = all(put[one] == other for one, other in zip(left, right, strict=True))
    return consistent and len(put) > 1 and set(put) == set(put.values()) and left != right


def voice_changed(printed: Sequence[str], archived: Sequence[str]) -> bool:
    """Tell whether "was … by" alone was added or dropped, with every other word where it stood."""
    left = [key for key in _with_one_be(printed) if key not in _ARTICLES]
    right = [key for key in _with_one_be(archived) if key not in _ARTICLES]
    return sorted([left, right]) == [[], ["be", "by"]]
