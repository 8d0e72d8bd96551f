"""The same words in another order: what plays another part turns the meaning, what only moved does not."""

from __future__ import annotations

import pytest
from builders import archived, article, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Caution, Verdict, Wording

ANOTHER_PART = [
    ("The crowd was attacked by the police that night", "The crowd attacked the police that night."),
    ("The crowd attacked the police that night", "The crowd was attacked by the police that night."),
    (
        "my old teacher sued the newspaper of his own town",
        "The newspaper of his own town sued my old teacher.",
    ),
    ("I told her that you would come to the harbor", "You told her that I would come to the harbor."),
    ("The senator attacked the governor in the debate.", "The governor attacked the senator in the debate."),
    ("The dog bit the man near the church.", "The man bit the dog near the church."),
    (
        "Russia invaded Ukraine in the spring of that year.",
        "Ukraine invaded Russia in the spring of that year.",
    ),
    (
        "Sharma called Ashdown before Ashdown called Sharma,",
        "Ashdown called Sharma before Sharma called Ashdown.",
    ),
    ("Israel told Iran that Egypt would wait", "Iran told Egypt that Israel would wait."),
    ("Teachers should listen to parents, I believe.", "Parents should listen to teachers, I believe."),
    ("the police were attacked by the crowd that night", "The crowd was attacked by the police that night."),
    (
        "The police attacked the crowd that night in Leeds",
        "The crowd attacked the police that night in Leeds.",
    ),
    ("They moved the factory from Poland to Spain", "They moved the factory from Spain to Poland."),
    ("The rich pay for the poor in this country", "The poor pay for the rich in this country."),
    ("The law allows the state to sue the bank", "The law allows the bank to sue the state."),
    ("My brother lent my sister ten thousand euros", "My sister lent my brother ten thousand euros."),
    ("He trusts her but she does not trust him", "She trusts him but he does not trust her."),
    ("I hit him and he fell down the stairs", "He hit me and I fell down the stairs."),
    ("only we can save the harbor of this town", "We can only save the harbor of this town."),
    ("In 2019 we lost the vote, in 2021 we won it", "In 2021 we lost the vote, in 2019 we won it."),
    ("300 men and 200 women were killed that day", "200 men and 300 women were killed that day."),
    ("Jack told Mary that the house was sold", "Mary told Jack that the house was sold."),
    ("Ms Bell thanked Mr Adams for his patience", "Mr Adams thanked Ms Bell for her patience."),
    ("The bank told us that the loan was approved.", "We told the bank that the loan was approved."),
    ("We have seen such a crowd in this square.", "Never have we seen such a crowd in this square."),
]

MOVED = [
    (
        "The umpire was wrong on the facts, wrong on the rules and wrong to leave",
        "The umpire was wrong on the rules, wrong on the facts and wrong to leave.",
    ),
    ("He was my guide, my neighbor and my friend", "He was my neighbor, my guide and my friend."),
    ("We visited Rome, Paris and Bonn in June", "We visited Bonn, Rome and Paris in June."),
    ("men and women fought in that war for us", "women and men fought in that war for us."),
    ("Profits and losses were shared by all of us", "Losses and profits were shared by all of us."),
    ("Smith, Jones and Brown signed the treaty", "Jones, Brown and Smith signed the treaty."),
    ("The committee rejected the plan of the mayor", "The plan of the mayor was rejected by the committee."),
    ("A mistake was made by the prosecutor in this case.", "The prosecutor made a mistake in this case."),
    ("In this case, a mistake was made by the prosecutor.", "In this case, the prosecutor made a mistake."),
    (
        "As we have said, the plan will not work and must be stopped.",
        "The plan will not work and must be stopped, as we have said.",
    ),
    ("the Treasury Department rejected our request", "The Department of the Treasury rejected our request."),
    ("our Defense Ministry rejected the request", "Our Ministry of Defence rejected the request."),
    ("the foreign minister of Japan rejected our request", "Japan's foreign minister rejected our request."),
    ("the University of Oxford rejected our request", "Oxford University rejected our request."),
    ("never before have we met such a storm", "We have never before met such a storm."),
]
MOVED += [
    (
        "Whether you want it or not, it is written in our charter.",
        "It is written in our charter, whether you want it or not.",
    ),
    (
        "Which I did not, I had no idea that the mill was sold. He was merely a clerk.",
        "I had no idea that the mill was sold, which I did not. He was merely a clerk.",
    ),
    (
        "Then you have lost the case, if the mill was sold, and that is all.",
        "If the mill was sold, then you have lost the case, and that is all.",
    ),
]


def checked(printed: str, original: str) -> Verdict:
    return check_quotation(finding(printed), article(), FakeStore([archived(original)]))


@pytest.mark.parametrize(("printed", "original"), ANOTHER_PART)
def test_words_in_each_others_part_turn_the_meaning(printed: str, original: str) -> None:
    assert checked(printed, original).wording is Wording.REVERSED


@pytest.mark.parametrize(("printed", "original"), MOVED)
def test_what_only_moved_is_found_and_turns_nothing(printed: str, original: str) -> None:
    verdict = checked(printed, original)
    assert verdict.wording in (Wording.MINOR, Wording.ALTERED)
    assert Caution.OMISSION not in verdict.cautions


@pytest.mark.parametrize(
    ("printed", "original"),
    [
        (
            "I cancelled the winter fares of the ferry,",
            "I never cancelled the winter fares of the ferry; I halved them.",
        ),
        (
            "We want the old harbor to be sold,",
            "We do not want the old harbor to be sold, we want it to be dredged.",
        ),
    ],
)
def test_a_small_word_that_comes_again_after_the_quotation_hides_no_lost_negation(
    printed: str, original: str
) -> None:
    verdict = checked(printed, original)
    assert verdict.wording is Wording.REVERSED
    assert Caution.OMISSION in verdict.cautions
