"""What a paragraph break does to quotations, and what is no paragraph break."""

import pytest

from quotecheck.quotations import find_quotations


def found(text: str) -> list[tuple[int, str]]:
    return [(quotation.turn, quotation.text) for quotation in find_quotations(text)[0]]


def strays(text: str) -> list[str]:
    return [text[warning.at : warning.at + 2] for warning in find_quotations(text)[1]]


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\r\n", "\n \n", "\u2029"])
def test_each_paragraph_opened_only_the_last_closed_is_one_turn(gap: str) -> None:
    text = gap.join(
        ["He said: “One is here.", "“Two is here.", "“Three is here,” he said.", "“Four is here.”"]
    )
    assert found(text) == [
        (1, "One is here."),
        (1, "Two is here."),
        (1, "Three is here,"),
        (2, "Four is here."),
    ]
    assert strays(text) == []


def test_marks_of_a_quotation_that_runs_on() -> None:
    text = "“One is here.\n\n“Two is here,” he said."
    first, second = find_quotations(text)[0]
    assert first.marked.of(text) == "“One is here."
    assert second.marked.of(text) == "“Two is here,”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"One is here.\n\n"Two is here," he said.', ["One is here.", "Two is here,"]),
        ("‘One is here.\n\n‘Two isn’t,’ he said.", ["One is here.", "Two isn’t,"]),
        ("'One is here.\n\n'Two isn't,' he said.", ["One is here.", "Two isn't,"]),
        ("« Un est là.\n\n« Deux est là », dit-il.", ["Un est là.", "Deux est là"]),
        ("« Un est là.\n\n» Deux est là », dit-il.", ["Un est là.", "Deux est là"]),
        ("„Eins ist da.\n\n„Zwei ist da“, sagte er.", ["Eins ist da.", "Zwei ist da"]),
        (
            "“He told me, ‘Go.\n\n“‘Go now,’ and I went,” he said.",
            ["He told me, ‘Go.", "‘Go now,’ and I went,"],
        ),
        ("“One,” he said. “And two.\n\n“Three.”", ["One,", "And two.", "Three."]),
    ],
)
def test_every_style_runs_on(text: str, expected: list[str]) -> None:
    assert found(text) == [(1, content) for content in expected]
    assert strays(text) == []


def test_unclosed_before_a_paragraph_of_narration_is_a_mistake() -> None:
    text = "“One was never closed, it seems.\nThe minister said:\n“Two is here.”\nHe called it “mad”."
    assert found(text) == [(1, "Two is here."), (2, "mad")]
    assert [warning.at for warning in find_quotations(text)[1]] == [0]


def test_a_run_that_never_closes_is_no_quotation() -> None:
    text = "“One is here.\n\n“Two is here.\n\nThen he said, “Three is here.”"
    assert found(text) == [(1, "Three is here.")]
    assert strays(text) == ["“O", "“T"]


def test_an_odd_straight_mark_does_not_turn_the_next_paragraphs_round() -> None:
    text = 'He said "One is here.\n\nThen "Two is here," he said.\n\n"Three is here," she said.'
    assert [content for _, content in found(text)] == ["Two is here,", "Three is here,"]
    assert strays(text) == ['"O']


def test_an_inch_mark_in_the_next_paragraph_closes_nothing() -> None:
    text = 'He said "one is here.\n\nThe 12" record is out.'
    assert found(text) == []
    assert strays(text) == ['"o']


def test_a_pair_across_one_break_is_one_quotation() -> None:
    text = 'He said, "One is here.\n\nAnd it stays." Then he left. "Good," he said.'
    assert [content for _, content in found(text)] == ["One is here.\n\nAnd it stays.", "Good,"]
    assert strays(text) == []


WRAPPED = """\
The minister said on Monday that she would not be stepping down. “I
have always done my duty and I am not going to stop now, whatever the
papers say,” she told reporters outside her home.

She said: “We have heard the critics, and we have heard the people in
the towns who never get heard.

“We will go on,” she said, before she left for the capital.

“I will fight,” she said.
“You will see.”
"""


def test_hard_wrapped_lines_are_no_paragraphs() -> None:
    assert found(WRAPPED) == [
        (1, "I\nhave always done my duty and I am not going to stop now, whatever the\npapers say,"),
        (
            2,
            "We have heard the critics, and we have heard the people in\nthe towns who never get heard.",
        ),
        (2, "We will go on,"),
        (3, "I will fight,"),
        (4, "You will see."),
    ]
    assert strays(WRAPPED) == []


def test_an_unclosed_mark_in_wrapped_text_ends_with_its_paragraph() -> None:
    text = WRAPPED.replace("papers say,”", "papers say,")
    assert found(text)[0][1].startswith("We have heard the critics")
    assert strays(text) == ["“I"]


def test_short_lines_of_dialogue_are_paragraphs() -> None:
    text = "“Hello there.”\n“Who is that\n“It is me,” he said.\nNobody spoke."
    assert [turn for turn, _ in found(text)] == [1, 2, 2]
