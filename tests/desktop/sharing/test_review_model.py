"""The model of a review keeps Qt's rules, and what is marked in two values."""

from __future__ import annotations

import pytest

from quotecheck.desktop.sharing.review_model import ReviewModel
from quotecheck.desktop.sharing.word_changes import changed_runs
from quotecheck.reporting.runs import Change
from quotecheck.sharing import EntryPlan, Outcome, Proposal, Review


def test_the_model_keeps_the_rules(qtmodeltester, opened) -> None:
    qtmodeltester.check(opened.pane.model)
    opened.pane.model.narrow("conflict", "")
    qtmodeltester.check(opened.pane.model)


def test_a_hundred_thousand_rows_are_narrowed_and_told(qtbot) -> None:
    model = ReviewModel()
    fields = ({"text": f"Statement {number} of a long day.", "speaker": "p1"} for number in range(100_000))
    plans = tuple(EntryPlan("quote", f"q{i}", Outcome.NEW, {}, said) for i, said in enumerate(fields))
    model.show_review(Review(plans, (), {"p1": "Élodie Ruiz"}, {}))
    assert model.rowCount() == 100_000
    model.narrow("new", "elodie 99999")
    assert [model.index(0).data(), model.rowCount()] == ["Statement 99999 of a long day.", 1]
    assert model.next_undecided(0) is None


def test_a_newcomer_is_one_with_one_other_only(qtbot) -> None:
    model = ReviewModel()
    model.show_review(Review((), tuple(Proposal("speaker", f"p{i}", "p9", "?") for i in (1, 2)), {}, {}))
    one, other = model.pairs()
    model.join([one], True)
    model.join([other], True)
    assert model.joins == {("p2", "p9"): True}
    model.join([one], False)
    assert model.joins == {("p2", "p9"): True, ("p1", "p9"): False}


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("We will open.", "We may open.", ["will"], ["may"]),
        ("We will not open.", "We open.", ["will not "], []),
        ("a b c", "x y z", ["a b c"], ["x y z"]),
        ("", "New", [], ["New"]),
        ("The same.", "The same.", [], []),
    ],
)
def test_words_that_differ_are_marked_together(old, new, gone, come) -> None:
    before, after = changed_runs(old, new)
    assert "".join(run.text for run in before) == old
    assert "".join(run.text for run in after) == new
    assert [run.text for run in before if run.change is Change.ARCHIVED] == gone
    assert [run.text for run in after if run.change is Change.PRINTED] == come
