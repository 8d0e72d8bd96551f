"""Which quotations are parts of one utterance."""

import pytest

from quotecheck.quotations import find_quotations


def turns(text: str) -> list[int]:
    return [quotation.turn for quotation in find_quotations(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "“We,” she said, “are ready.”",
        "“We are ready,” he laughed. “So are they.”",
        "“It was never fit,” said Rahul Menon, who had checked it and was dismissed for it. “I told them.”",
        "“We are ready,” she said. “And so are they.”",
        "“We are ready,” said Ann Lee, head of the Ministry of Works. “So are they.”",
        "“Why?” he asked. “Because I can.”",
        "“We are ready”, said Ms. Lee. “So are they”.",
        "'We,' she said, 'are ready.'",
        "“We go”—he said—“now.”",
        "“I think”—and here he paused—“we lost.”",
        "“We stand ready” tweeted Lee “to help”.",
        "“We are ready,” according to the report, “but not they.”",
        "« Nous », a déclaré le ministre, « sommes prêts ».",
    ],
)
def test_a_reporting_clause_only_interrupts(text: str) -> None:
    assert turns(text) == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready.” She said, “So are they.”",
        "“We are ready,” she said. She added, “So are they.”",
        "“We are ready,” she said, and later added, “So are they.”",
        "“We are ready,” she said.\n\n“So are they,” he said.",
        "“Why?” He shrugged. “Because I can.”",
        "He called it “mad” and “bad”.",
        "“We are ready”. Minister Ann Lee said, “So are they”.",
        "“We are ready,” said Lee. The train left at noon. “So are they,” said Ross.",
        "“We are ready,” and “so are they,” she said.",
        "He has a “very, very low” opinion of what he says is “the swamp”.",
        "“We go,” said Lee, who called it “a great day”.",
    ],
)
def test_another_sentence_or_clause_is_another_turn(text: str) -> None:
    assert turns(text) == [1, 2]


def test_the_rest_of_a_split_statement_is_a_statement() -> None:
    quotations, _ = find_quotations("“We are ready,” she said, “to fight on.”")
    assert [quotation.kind for quotation in quotations] == ["statement", "statement"]


def test_a_nickname_in_marks_does_not_end_the_turn() -> None:
    text = "“We open at noon,” joked the landlord, Pete ‘Sandbag’ Hall. “Or when I wake.” Then: “Next!”"
    quotations, _ = find_quotations(text)
    assert [(str(q.kind), q.turn) for q in quotations if q.kind.is_speech][:2] == [("statement", 1)] * 2
