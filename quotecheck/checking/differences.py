"""Each change as a difference that an editor would write down: the raw words, its kind, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quotecheck.checking.alignment import Alignment
from quotecheck.checking.changes import Change
from quotecheck.checking.equivalence import Term, Terms, opens_sentence
from quotecheck.checking.exchange import changed_parts
from quotecheck.checking.grading import TURNING
from quotecheck.checking.left_out import is_sentence_left_out
from quotecheck.checking.meaning import Side, harmless, is_name, kind_of, negations, only_titles
from quotecheck.checking.numerals import is_numeral
from quotecheck.checking.raw import covered, trimmed
from quotecheck.checking.rephrasing import shifted_back
from quotecheck.checking.together import taken_together
from quotecheck.lexicons import lexicon
from quotecheck.model import Difference, DifferenceKind, DifferenceOp, Span
from quotecheck.words import norms

__all__ = ["differences", "not_compared"]

_SHORT = 3
_LONGEST_STUTTER = 2
_SOME_WITH_ARTICLE = frozenset(lexicon("wording")["quantity"]["some_with_article"])
_SMALL = frozenset({"of", "the", "a", "an", "for", "and", "'s"})
_NAMED = {
    DifferenceKind.NEGATION: "this can turn the meaning into its contrary",
    DifferenceKind.CONTRARY: "one is the contrary of the other",
    DifferenceKind.NUMBER: "the number or unit is another",
    DifferenceKind.NAME: "somebody or something else is named",
    DifferenceKind.MODALITY: "it makes the statement more or less certain or binding",
    DifferenceKind.QUANTITY: "it changes how much is claimed",
    DifferenceKind.DATE: "the date is another",
    DifferenceKind.FUNCTION: "a small word that changes nothing",
    DifferenceKind.SPELLING: "the same, spelt otherwise",
    DifferenceKind.DISCLOSED: "the article shows that it changed this",
}


class _Laid(NamedTuple):
    """A change with its place in both raw texts."""

    change: Change
    printed: Span
    archived: Span


def _whole_words(alignment: Alignment, change: Change) -> Change:
    """Widen a change to whole words on both sides: half of "don't" is no difference that one could read."""
    p, a = alignment.printed.terms, alignment.archived
    p0, p1, a0, a1 = change
    while (p0 > 0 and a0 > alignment.start) and (_cut(p, p0, p0 < p1) or _cut(a, a0, a0 < a1)):
        p0, a0 = p0 - 1, a0 - 1
    while (p1 < len(p) and a1 < alignment.end) and (_cut(p, p1, p0 < p1) or _cut(a, a1, a0 < a1)):
        p1, a1 = p1 + 1, a1 + 1
    return Change(p0, p1, a0, a1)


def _cut(found: Terms, at: int, touched: bool) -> bool:
    return touched and 0 < at < len(found) and found.spans[at - 1] == found.spans[at]


def _joined(changes: list[Change]) -> list[Change]:
    """Join changes that touch or overlap after they were widened."""
    result: list[Change] = []
    for change in changes:
        if result and (change.p0 < result[-1].p1 or change.a0 < result[-1].a1):
            last = result.pop()
            result.append(Change(last.p0, max(last.p1, change.p1), last.a0, max(last.a1, change.a1)))
        else:
            result.append(change)
    return result


def _spelt_otherwise(alignment: Alignment, p: int, a: int, length: int) -> list[int]:
    """Return which of so many terms are spelt otherwise, but for a word inside which the window ends."""
    printed = alignment.printed.terms.forms(p, p + length)
    archived = alignment.archived.forms(a, a + length)
    if printed == archived:
        return []
    spans, start, end = alignment.archived.spans, alignment.start, alignment.end
    inside, around = spans[start:end], spans[max(0, start - 1) : end + 1]
    return [
        i
        for i in range(length)
        if printed[i] != archived[i] and around.count(spans[a + i]) == inside.count(spans[a + i])
    ]


def _respelt(alignment: Alignment, changes: list[Change]) -> list[Change]:
    """Return the stretches that agree in their keys but are spelt otherwise."""
    result: list[Change] = []
    p, a = 0, alignment.start
    for change in [*changes, Change(len(alignment.printed.terms), 0, 0, 0)]:
        for i in _spelt_otherwise(alignment, p, a, max(0, change.p0 - p)):
            if result and result[-1].p1 == p + i and result[-1].a1 == a + i:
                result[-1] = Change(result[-1].p0, p + i + 1, result[-1].a0, a + i + 1)
            else:
                result.append(Change(p + i, p + i + 1, a + i, a + i + 1))
        p, a = change.p1, change.a1
    return result


def _side(found: Terms, start: int, end: int, text: str) -> Side:
    part = found[start:end]
    names = [
        term.key
        for term in part
        if is_name(term.key, term.span.of(text), opens=opens_sentence(text, term.span.start))
    ]
    return Side([term.key for term in part], names)


def _moved_name(printed: Side, archived: Side) -> bool:
    """Tell "the Commerce Department" and "Department of Commerce": the same name, turned around."""
    left = [key for key in printed.keys if key not in _SMALL]
    right = [key for key in archived.keys if key not in _SMALL]
    turned = ("of" in printed.keys) != ("of" in archived.keys)
    return turned and left != right and any(left[i:] + left[:i] == right for i in range(1, len(left)))


def _permuted(printed: Side, archived: Side) -> bool:
    return bool(printed.keys) and sorted(set(printed.keys) - _SMALL) == sorted(set(archived.keys) - _SMALL)


def _op(laid: _Laid) -> DifferenceOp:
    if laid.printed.start == laid.printed.end:
        return DifferenceOp.DELETE
    return DifferenceOp.INSERT if laid.archived.start == laid.archived.end else DifferenceOp.REPLACE


def _explained(op: DifferenceOp, kind: DifferenceKind, article: str, archive: str) -> str:
    what = {
        DifferenceOp.REPLACE: f"“{article}” was “{archive}”",
        DifferenceOp.INSERT: f"“{article}” was added",
        DifferenceOp.DELETE: f"“{archive}” was left out",
        DifferenceOp.MOVE: f"“{article}” was “{archive}”"
        if article != archive
        else f"“{article}” was said in another place",
    }[op]
    return f"{what}: {_NAMED[kind]}" if kind in _NAMED else what


def _editors_note(alignment: Alignment, archived: Span) -> bool:
    """Tell whether archived words stand in square brackets: a transcript's note, never said."""
    before = alignment.text[: archived.start]
    return before.rfind("[") > before.rfind("]") and "]" in alignment.text[archived.end :][:200]


def _disclosed(alignment: Alignment, change: Change, printed: Side, archived: Side, span: Span) -> bool:
    page = alignment.printed
    if change.p0 == change.p1:
        if change.p0 in page.ellipses:
            return len(archived.keys) > _SHORT or not negations(archived.keys)
        return change.a0 < change.a1 and _editors_note(alignment, span)
    inside = [i in page.bracketed for i in range(change.p0, change.p1)]
    if not all(inside):
        return False
    return (
        kind_of(printed, archived) not in TURNING
        or (not archived.keys and not negations(printed.keys))
        or _names_who_is_meant(printed, archived)
    )


def _names_who_is_meant(printed: Side, archived: Side) -> bool:
    """Tell whether a name stands for a pronoun ("[Smith]" for "he") or a title ("[Ann]" for "Mayor")."""
    same_sense = negations(printed.keys) == negations(archived.keys)
    return bool(printed.names) and only_titles(archived.names) and same_sense


def _said_twice(alignment: Alignment, change: Change) -> bool:
    """Tell whether one side only says again what stands right beside: a stutter written down."""
    p0, p1, a0, a1 = change
    if (p0 < p1) == (a0 < a1):
        return False
    found = alignment.printed.terms if p0 < p1 else alignment.archived
    start, end = (p0, p1) if p0 < p1 else (a0, a1)
    keys = found.keys
    part, length = keys[start:end], end - start
    if length == 1 and _is_part_of_neighbour(found, start):
        return True
    if length > _LONGEST_STUTTER or any(map(is_numeral, part)):
        return False
    text = alignment.printed.text if p0 < p1 else alignment.text
    # "wouldn't not" denies twice, "not not" once.
    said = [term.form for term in found] if negations(part) else keys
    return any(
        said[low : low + length] == said[low + length : low + 2 * length]
        and part == keys[low : low + length]
        and not _ends_sentence(text, found[low], found[low + 2 * length - 1])
        for low in (start - length, start)
        if low >= 0 and part == keys[low + length : low + 2 * length]
    )


def _is_part_of_neighbour(found: Terms, at: int) -> bool:
    """Tell "no one -- one" and "the United -- United States": a part of the term beside it."""
    form = found[at].form
    before = found[at - 1].form.split() if at else []
    after = found[at + 1].form.split() if at + 1 < len(found) else []
    return before[1:][-1:] == [form] or after[:-1][:1] == [form]


def _makes_some(alignment: Alignment, change: Change) -> bool:
    """Tell whether only an article came or went before "few" or "little": "few" are hardly any."""
    article = [
        *alignment.printed.keys[change.p0 : change.p1],
        *alignment.archived.keys[change.a0 : change.a1],
    ]
    following = alignment.archived.keys[change.a1 : change.a1 + 1]
    return article == ["a"] and not _SOME_WITH_ARTICLE.isdisjoint(following)


def _ends_sentence(text: str, first: Term, last: Term) -> bool:
    return any(mark in text[first.span.start : last.span.start] for mark in ".?!")


def _difference(alignment: Alignment, laid: _Laid, *, respelt: bool) -> Difference:
    change = laid.change
    printed = _side(alignment.printed.terms, change.p0, change.p1, alignment.printed.text)
    archived = _side(alignment.archived, change.a0, change.a1, alignment.text)
    op = _op(laid)
    if respelt:
        kind = DifferenceKind.SPELLING
    elif _said_twice(alignment, change) or (alignment.printed.fragment and shifted_back(printed, archived)):
        kind = DifferenceKind.FUNCTION
    elif _disclosed(alignment, change, printed, archived, laid.archived):
        kind = DifferenceKind.DISCLOSED
    elif changed_parts(printed.keys, archived.keys):
        kind = DifferenceKind.NAME
    elif _moved_name(printed, archived):
        op, kind = DifferenceOp.MOVE, DifferenceKind.FUNCTION
    elif _permuted(printed, archived) and not harmless(printed, archived):
        op = DifferenceOp.MOVE
        kind = DifferenceKind.NEGATION if negations(printed.keys) else DifferenceKind.CONTENT
    else:
        kind = kind_of(printed, archived)
        if kind is DifferenceKind.QUANTITY and is_sentence_left_out(alignment, change, archived):
            kind = DifferenceKind.CONTENT
        elif kind is DifferenceKind.FUNCTION and _makes_some(alignment, change):
            kind = DifferenceKind.QUANTITY
    return _written(alignment, laid, op, kind)


def _written(alignment: Alignment, laid: _Laid, op: DifferenceOp, kind: DifferenceKind) -> Difference:
    left, right = laid.printed, laid.archived
    if op is DifferenceOp.REPLACE:
        left, right = trimmed(alignment.printed.text, left, alignment.text, right)
    article, archive = left.of(alignment.printed.text), right.of(alignment.text)
    return Difference(op, article, archive, kind, left, right, _explained(op, kind, article, archive))


def _laid(alignment: Alignment, change: Change) -> _Laid:
    return _Laid(
        change,
        covered(alignment.printed.terms, change.p0, change.p1, 0),
        covered(alignment.archived, change.a0, change.a1, alignment.start),
    )


def _moved(alignment: Alignment, inserted: Change, dropped: Change) -> Difference:
    joined = Change(inserted.p0, inserted.p1, dropped.a0, dropped.a1)
    keys = alignment.printed.keys[inserted.p0 : inserted.p1]
    kind = kind_of(Side(keys, []), Side([], [])) if len(keys) <= _SHORT else DifferenceKind.CONTENT
    return _written(alignment, _laid(alignment, joined), DifferenceOp.MOVE, kind)


def not_compared(found: Sequence[Difference], places: Sequence[Span]) -> tuple[Difference, ...]:
    """Take the meaning out of differences in printed passages that are no version of the archived words."""
    return tuple(
        replace(difference, kind=DifferenceKind.CONTENT, explanation="these words come from somewhere else")
        if difference.kind in TURNING and any(_touches(difference.article_span, place) for place in places)
        else difference
        for difference in found
    )


def _touches(span: Span, place: Span) -> bool:
    return place.start <= span.end and span.start <= place.end


def differences(alignment: Alignment) -> tuple[Difference, ...]:
    """Return every difference inside the window, in the order of the archived text."""
    pairs = alignment.moves
    moved = {change for pair in pairs for change in pair}
    rest = [change for change in alignment.changes if change not in moved]
    widened = _joined([_whole_words(alignment, change) for change in rest])
    touched = sorted([*widened, *(change for pair in pairs for change in pair)])
    found = [_difference(alignment, _laid(alignment, change), respelt=False) for change in widened]
    found = taken_together(alignment, widened, found)
    found += [
        _difference(alignment, _laid(alignment, change), respelt=True)
        for change in _respelt(alignment, touched)
    ]
    found += [_moved(alignment, inserted, dropped) for inserted, dropped in pairs]
    real = [d for d in found if d.op is DifferenceOp.MOVE or norms(d.article) != norms(d.archive)]
    return tuple(sorted(real, key=lambda difference: (difference.archive_span, difference.article_span)))
