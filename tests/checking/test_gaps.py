"""What agrees in a gap: the heaviest words in the same order, with few interruptions."""

from __future__ import annotations

from quotecheck.checking.gaps import Run, heaviest_runs

CONTENT = 1.0
SMALL = 0.35


def test_the_heavier_word_is_kept_where_only_one_can_be() -> None:
    assert heaviest_runs("ab", "ba", [CONTENT, SMALL]) == [Run(0, 1, 1)]
    assert heaviest_runs("ab", "ba", [SMALL, CONTENT]) == [Run(1, 0, 1)]


def test_a_word_said_twice_is_kept_twice_rather_than_a_small_word_beside_it() -> None:
    found = heaviest_runs("tcuvc", "cxyztc", [SMALL, CONTENT, SMALL, SMALL, CONTENT])
    assert found == [Run(1, 0, 1), Run(4, 5, 1)]


def test_of_equal_words_those_in_one_run_are_kept() -> None:
    assert heaviest_runs("ab", "abxb", [CONTENT, CONTENT]) == [Run(0, 0, 2)]


def test_nothing_in_common_is_no_run() -> None:
    assert heaviest_runs("ab", "cd", [CONTENT, CONTENT]) == []


def test_many_equal_words_are_still_laid_beside_each_other() -> None:
    found = heaviest_runs("ab" * 40, "ab" * 40, [CONTENT, SMALL] * 40)
    assert sum(run.length for run in found) == 80
