"""The model: what a set of versions says, whoever gathered it in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.sharing.history import DELETED, YES, History, heads, state, version

_UID = "q" + "0" * 20
_FIELDS = ("text", "occasion", "status")


def entered(**fields: str) -> History:
    made = [version(_UID, field, value) for field, value in fields.items()]
    return {one.id: one for one in made}


def edited(history: History, field: str, value: str | None, by: str = "") -> History:
    one = version(_UID, field, value, [head.id for head in heads(history).get(field, ())], by=by)
    return {**history, one.id: one}


def deleted(history: History) -> History:
    seen = [one.id for versions in heads(history).values() for one in versions]
    one = version(_UID, DELETED, YES, seen)
    return {**history, one.id: one}


def test_what_only_one_changed_comes_in() -> None:
    base = entered(text="a", occasion="x")
    mine, theirs = edited(base, "text", "b"), edited(base, "occasion", "y")
    said = state({**mine, **theirs}, state(mine).fields)
    assert said.fields == {"text": "b", "occasion": "y"}
    assert not said.conflicts


def test_what_both_changed_is_a_conflict_with_its_base_and_mine_goes_on() -> None:
    base = entered(text="a")
    mine, theirs = edited(base, "text", "b"), edited(base, "text", "c")
    said = state({**mine, **theirs}, {"text": "b"})
    assert said.fields == {"text": "b"}
    (conflict,) = said.conflicts
    assert (conflict.values, conflict.base) == (("b", "c"), "a")
    assert state({**mine, **theirs}, {"text": "c"}).fields == {"text": "c"}


def test_the_same_change_by_two_people_is_one_change() -> None:
    base = entered(text="a")
    mine, theirs = edited(base, "text", "b", "Ana"), edited(base, "text", "b", "Ben")
    assert mine.keys() == theirs.keys()
    assert not state({**mine, **edited(theirs, "text", "c")}, {"text": "b"}).conflicts


def test_going_back_to_an_earlier_value_is_a_change() -> None:
    base = entered(text="a")
    back = edited(edited(base, "text", "b"), "text", "a")
    assert state({**back, **edited(base, "text", "b")}).fields == {"text": "a"}


def test_a_decision_ends_a_conflict_for_everybody() -> None:
    base = entered(text="a")
    both = {**edited(base, "text", "b"), **edited(base, "text", "c")}
    assert not state(edited(both, "text", "b")).conflicts
    assert state({**edited(both, "text", "b"), **both}).fields == {"text": "b"}
    assert state({**edited(both, "text", "b"), **edited(both, "text", "d")}).conflicts


def test_a_deletion_travels_but_not_over_work_that_it_did_not_know() -> None:
    base = entered(text="a")
    gone = deleted(base)
    assert state({**base, **gone}, {"text": "a"}).is_deleted
    at_work = {**gone, **edited(base, "text", "b")}
    assert [one.field for one in state(at_work, {"text": "b"}).conflicts] == [DELETED]
    assert not state(at_work, {"text": "b"}).is_deleted
    assert state(at_work, {DELETED: YES}).is_deleted
    assert not state(deleted(at_work)).conflicts


def test_facts_stand_side_by_side() -> None:
    mine, theirs = entered(**{"alias:a": "A"}), entered(**{"alias:a": "a", "alias:b": "B"})
    said = state({**mine, **theirs})
    assert said.fields.keys() == {"alias:a", "alias:b"}
    assert not said.conflicts


@st.composite
def three_histories(draw: st.DrawFn) -> list[History]:
    """Three people begin with the same entry, edit, and now and then take over what another has."""
    people = [entered(text="a", occasion="x") for _ in range(3)]
    for _ in range(draw(st.integers(0, 14))):
        who = draw(st.integers(0, 2))
        step = draw(st.sampled_from(("edit", "edit", "take", "delete")))
        if step == "edit":
            value = draw(st.sampled_from(("a", "b", "c", None)))
            people[who] = edited(people[who], draw(st.sampled_from(_FIELDS)), value)
        elif step == "delete":
            people[who] = deleted(people[who])
        else:
            people[who] = {**people[who], **people[draw(st.integers(0, 2))]}
    return people


@given(three_histories())
def test_any_order_of_exchange_gives_the_same_content_and_the_same_conflicts(people: list[History]) -> None:
    a, b, c = people
    orders = [{**a, **b, **c}, {**c, **{**b, **a}}, {**b, **a, **c, **a, **b}]
    first = state(orders[0])
    for other in orders[1:]:
        assert state(other) == first


@given(three_histories())
def test_no_value_is_lost_without_somebody_having_seen_it(people: list[History]) -> None:
    a, b, c = people
    together = {**a, **b, **c}
    standing = {one.id for versions in heads(together).values() for one in versions}
    for one in together.values():
        replaced = any(one.id in later.parents and later.field == one.field for later in together.values())
        assert replaced != (one.id in standing)


@given(three_histories())
def test_merging_again_changes_nothing(people: list[History]) -> None:
    a, b, _ = people
    once = {**a, **b}
    mine = state(once, state(a).fields)
    assert state({**once, **b}, mine.fields) == mine
