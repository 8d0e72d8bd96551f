from random import Random

import pytest

from tests.benchmarks.bank import FAMILIES, FOUND, TURNING, fault, make_bank
from tests.benchmarks.bank.texts import Holdings, settled

SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "pa", "re", "so", "ti", "vu")


def sentence(rng: Random, number: int) -> str:
    w = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(9)]
    return (
        f"The {w[0]} {w[1]} {number} {w[2]} years ago, but {w[3]} will not organize the {w[4]} {w[5]} in "
        f"Texas, and all {w[6]} {w[7]} of the {w[8]} is going to be {w[0]}."
    )


@pytest.fixture(scope="module")
def rows():
    rng = Random(3)
    return [
        {
            "id": n,
            "text": sentence(rng, n),
            "speaker": f"Speaker Number{n % 9}",
            "date": f"2001-0{n % 9 + 1}-11",
        }
        for n in range(2, 900)
    ]


@pytest.fixture(scope="module")
def bank(rows):
    return make_bank(rows, seed=5, archive_rows=600, queries=400)


def test_the_same_seed_gives_the_same_bank(rows, bank):
    assert make_bank(rows, seed=5, archive_rows=600, queries=400) == bank


def test_another_seed_gives_another_bank(rows, bank):
    assert make_bank(rows, seed=6, archive_rows=600, queries=400).queries != bank.queries


def test_right_quotes_are_in_the_archive_and_absent_ones_are_not(bank):
    archived = {str(row["id"]) for row in bank.archive}
    texts = {row["text"] for row in bank.archive}
    for query in bank.queries:
        assert archived.issuperset(query["expect"]["quotes"])
        if query["edit"] == "absent":
            assert query["text"] not in texts


def test_turning_edits_change_the_text_and_ask_for_reversed(bank):
    turning = [query for query in bank.queries if query["edit"] in TURNING]
    assert turning
    for query in turning:
        assert query["text"] != query["original"]
        assert query["expect"]["wording"] == ["reversed"]


def test_no_label_contradicts_itself(bank):
    for query in bank.queries:
        expect = query["expect"]
        raised = {*expect.get("cautions", ()), *expect.get("any_caution", ())}
        assert not raised & set(expect.get("forbid", ()))
        assert query["edit"] == "absent" or set(expect["wording"]) & set(FOUND)
        assert query["edit"] in {*FAMILIES, "absent"}


def test_a_repeated_word_is_not_settled():
    text = "it will -- it will go on until the spring of that year, and then it may end"
    assert not settled(text, 3, 7)
    assert settled(text, text.index("spring"), text.index("spring") + 6)


def test_holdings_ignore_case_and_marks():
    holdings = Holdings(["The ferry doesn’t leave.", "A bridge, a road and a ferry"])
    assert holdings.holding("the FERRY doesn't") == [0]
    assert holdings.holding("the ferry does leave") == []
    assert holdings.likest("a bridge, a road") == 1


@pytest.mark.parametrize(
    ("wording", "cautions", "matched", "expected"),
    [
        ("altered", {"omission"}, "1", None),
        ("altered", {"omission", "context"}, "1", None),
        ("reversed", {"omission"}, "1", "reversed, not altered"),
        ("altered", set(), "1", "without omission"),
        ("altered", {"omission", "spliced"}, "1", "with spliced"),
        ("altered", {"omission"}, "2", "another quote"),
    ],
)
def test_a_verdict_is_judged_by_wording_cautions_and_quote(wording, cautions, matched, expected):
    expect = {"wording": ["altered"], "cautions": ["omission"], "forbid": ["spliced"], "quotes": ["1"]}
    assert fault(expect, wording, cautions, matched) == expected
