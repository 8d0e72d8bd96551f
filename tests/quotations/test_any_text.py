"""What holds for any text at all."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Span
from quotecheck.quotations import find_quotations
from quotecheck.quotations.pairing import pair_marks
from quotecheck.quotations.paragraphs import paragraphs

MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』《》`´″′"
PIECES = st.one_of(
    st.sampled_from(
        [
            *MARKS,
            " ",
            "\n",
            "\n\n",
            "\r\n",
            ". ",
            ", ",
            "—",
            "a",
            "Word",
            "5",
            "the boys",
            " he said",
            "(",
            "=",
        ]
    ),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_spans_are_ordered_inside_the_text_and_never_cross(text: str) -> None:
    quotations, warnings = find_quotations(text)
    end, turn = 0, 0
    for quotation in quotations:
        marked, span = quotation.marked, quotation.span
        assert end <= marked.start <= span.start < span.end <= marked.end <= len(text)
        assert span.of(text) == quotation.text == quotation.text.strip()
        assert quotation.turn in (turn, turn + 1)
        end, turn = marked.end, quotation.turn
        assert list(quotation.nested) == sorted(quotation.nested)
        assert all(span.contains(inner) and inner.start < inner.end for inner in quotation.nested)
        assert all(
            a.contains(b) or b.contains(a) or not a.overlaps(b)
            for a in quotation.nested
            for b in quotation.nested
        )
    places = [warning.at for warning in warnings]
    assert places == sorted(set(places))
    assert all(text[at] in MARKS + "＂＇❝❞〝〞" for at in places)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_an_unpaired_mark_bounds_no_quotation(text: str) -> None:
    quotations, warnings = find_quotations(text)
    bounds = {
        place for quotation in quotations for place in (quotation.marked.start, quotation.marked.end - 1)
    }
    bounds -= {quotation.span.start for quotation in quotations} | {q.span.end - 1 for q in quotations}
    assert not bounds & {warning.at for warning in warnings}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_paragraphs_hold_everything_but_blanks(text: str) -> None:
    blocks = paragraphs(text)
    outside = text
    for block in reversed(blocks):
        assert block.of(text) == block.of(text).strip() != ""
        outside = outside[: block.start] + outside[block.end :]
    assert not outside.strip()


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_what_follows_a_plain_paragraph_is_read_as_if_it_stood_alone(before: str, after: str) -> None:
    wall = before + "\n\nNarration.\n\n"
    alone = [q.span for q in find_quotations("Narration.\n\n" + after)[0]]
    shift = len(wall) - len("Narration.\n\n")
    together = [q.span for q in find_quotations(wall + after)[0] if q.span.start >= len(wall)]
    assert together == [Span(span.start + shift, span.end + shift) for span in alone]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert find_quotations(text) == find_quotations(text)


def steps(text: str) -> int:
    return pair_marks(text, paragraphs(text)).steps


@pytest.mark.parametrize(
    "piece",
    [
        "“a ",
        "a” ",
        '"a ',
        '"a" ',
        "'a ",
        "‘a\n",
        "“‘a’ ",
        "“a\n\n",
        "“‘\n\n",
        "«a ",
        "a» ",
        "„a ",
        "a' ",
        "‘“a ",
        '" ',
        "“‘“‘a ",
        "“a.\n\n“b ”",
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    once, thrice = steps(piece * 500), steps(piece * 1500)
    assert thrice <= 3 * once + 1000


def test_the_work_for_random_marks_is_bounded_per_mark() -> None:
    source = random.Random(7)
    text = "".join(source.choice([*MARKS, " ", "a", "b ", ".", "\n"]) for _ in range(6_000))
    assert steps(text) <= 250 * sum(char in MARKS for char in text)


def test_forty_thousand_unmatched_openers() -> None:
    quotations, warnings = find_quotations("“a " * 40_000)
    assert quotations == []
    assert len(warnings) == 40_000


def test_one_very_long_line() -> None:
    text = "word " * 400_000 + "“Yes,” he said. " + "word " * 400_000
    quotations, warnings = find_quotations(text)
    assert [quotation.text for quotation in quotations] == ["Yes,"]
    assert warnings == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "12 + 30 = 42 " * 50_000, "…!?\u200b" * 20_000, "\ud800 “a”"]
)
def test_texts_without_a_word(text: str) -> None:
    quotations, _ = find_quotations(text)
    assert len(quotations) == text.count("“")
