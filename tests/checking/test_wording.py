"""Printed and archived pairs: the wording, and exactly the differences that an editor would mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import archived, article, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Caution, Kind, Verdict, Wording

BRIDGE = "We will rebuild the old bridge before the winter, and the city council has promised to pay for it."
TAX = "The new tax will cost every family in this country 500 dollars a year and it may hurt small farms."
PORT = "Some of the workers at the harbor did not support the plan that Governor Alvarez announced in March."
VIRUS = "Our scientists have organized three trials, and they don't expect any results until the end of 2025."

VERBATIM = [
    (BRIDGE, BRIDGE),
    ("we will rebuild the old bridge before the winter,", BRIDGE),
    ("The city council has promised to pay for it", BRIDGE),
    ("[T]he city council has promised to pay for it", BRIDGE),
    ("They don’t expect any results", VIRUS),
    ("they don't expect any results—until the end of 2025", VIRUS),
    ("WE WILL REBUILD THE OLD BRIDGE", BRIDGE),
    ("We will rebuild the old bridge before the win-\nter, and the city coun-\ncil", BRIDGE),
    ("We will re\u00adbuild the old bridge before the winter", BRIDGE),
    ("Our scientists have or\u200bganized three trials", VIRUS),
    ("We will  rebuild\nthe old bridge", BRIDGE),
    ("We will rebuild[1] the old bridge² before the winter[3]", BRIDGE),
    ("We will rebuild the old bridge [applause] before the winter", BRIDGE),
    ("We will, um, rebuild the old bridge, uh, before the winter", BRIDGE),
    ("We will rebuild the -- the old bridge before the winter", BRIDGE),
    ("It was a difficult affair", "It was a diﬃcult aﬀair for all of us."),
    (
        "we will rebuild the old bridge",
        "And we -- we will, uh, rebuild the -- the old bridge (laughter) soon.",
    ),
    ("research & development is our future", "I say that research and development is our future."),
    ("It rose by 10% this year", "It rose by 10 percent this year, we think."),
    ("The U.S. government acted at once", "I know that the US government acted at once."),
    ("a well-known state owned firm", "They bought a well known state-owned firm in May."),
    ("“We will rebuild the old bridge”", BRIDGE),
    ("… the city council has promised to pay for it …", BRIDGE),
    ("the city council has promised to pay [sic] for it", BRIDGE),
    ("The naïve plan of the mayor failed", "The naïve plan of the mayor failed."),
    ("Some of the workers at the harbor did not support the plan", PORT),
    ("We will rebuild the old bridge before the win\u00ad\nter", BRIDGE),
    ("We will rebuild the old bridge (Voice\nOverlap) before the winter", BRIDGE),
    # fragments that begin or end within a stutter, a remark or a number
    ("harbor report, the", "In the harbor report, the harbor report of the mayor was read."),
    ("the company that called the (Inaudible", "It was the company that called the (Inaudible) last year."),
    ("it’s kind of a -- it’s kind of", "And it’s kind of a -- it’s kind of a custom with us up there."),
    ("would -- I would be glad to Mr", "I would -- I would be glad to Mr. Alvarez."),
    ("out what a... what", "We try to find out what a... what a bridge is."),
    (
        "hundred... and the mayor says, we'll give",
        "They want a hundred... and the mayor says, we'll give it.",
    ),
    ("They like ice cream ice cream but no cake", "They like ice cream, ice cream but no cake."),
]

MINOR = [
    # misread by a scanner, spoken carelessly, said twice
    (
        "The motor vehides of this company",
        "The motor vehicles of this company.",
        [("replace", "vehides", "vehicles")],
    ),
    (
        "the attomeys of the town council",
        "The attorneys of the town council.",
        [("replace", "attomeys", "attorneys")],
    ),
    (
        "We were actua1ly there that night",
        "We were actually there that night.",
        [("replace", "actua1ly", "actually")],
    ),
    ("I was tryin' to call the mayor", "I was trying to call the mayor.", [("replace", "tryin", "trying")]),
    ("We will rebuild the old old bridge before the winter", BRIDGE, [("insert", "old", "")]),
    (
        "I was wilfully misled by the bank",
        "I was willfully misled by the bank.",
        [("replace", "wilfully", "willfully")],
    ),
    (
        "the whole industry has to change its ways",
        "The entire industry has to change its ways.",
        [("replace", "whole", "entire")],
    ),
    ("The jury will not consider the old map", "The jury will not not consider the old map.", None),
    ("in the United States versus the bank", "It was in the United States -- States versus the bank.", None),
    # an editor's notes were never said
    (
        "the bridge of the city and the harbor",
        "the [of the agency] bridge of the [in the record] city and the harbor.",
        [("delete", "", "in the record"), ("delete", "", "of the agency")],
    ),
    ("And tell the mayor that it fell", "And [in the record] tell the mayor that it fell.", None),
    (
        "Does the mayor ask the owner about the prior sales to get that on the record?",
        "Does the mayor ask the [in the record] owner about the prior sales to get that on the record?",
        None,
    ),
    # an editor's note is nobody's stutter
    (
        "I believe the [of the city] the council has promised it",
        "I believe the council has promised it.",
        None,
    ),
    # spelling
    ("Our scientists have organised three trials", VIRUS, [("replace", "organised", "organized")]),
    ("Some of the workers at the harbour did not support the plan", PORT, [("replace", "harbour", "harbor")]),
    (
        "The colour of the theatre is grey",
        "The color of the theater is gray, they say.",
        [("replace", "colour", "color"), ("replace", "theatre", "theater"), ("replace", "grey", "gray")],
    ),
    (
        "They travelled towards the centre of town",
        "They traveled toward the center of town.",
        [("replace", "travelled towards", "traveled toward"), ("replace", "centre", "center")],
    ),
    (
        "The Uighur people deserve our defence",
        "The Uyghur people deserve our defense.",
        [("replace", "Uighur", "Uyghur"), ("replace", "defence", "defense")],
    ),
    (
        "President Erdogan spoke for an hour",
        "President Erdoğan spoke for an hour.",
        [("replace", "Erdogan", "Erdoğan")],
    ),
    (
        "his judgement was analysed by the programme",
        "We know his judgment was analyzed by the program.",
        [
            ("replace", "judgement", "judgment"),
            ("replace", "analysed", "analyzed"),
            ("replace", "programme", "program"),
        ],
    ),
    # contractions
    ("they do not expect any results", VIRUS, [("replace", "do not", "don't")]),
    ("Some of the workers at the harbor didn't support the plan", PORT, [("replace", "didn't", "did not")]),
    (
        "We cannot accept that proposal",
        "We can't accept that proposal today.",
        [("replace", "cannot", "can't")],
    ),
    (
        "It is a shame and we are sorry",
        "It's a shame and we're sorry.",
        [("replace", "It is", "It's"), ("replace", "we are", "we're")],
    ),
    (
        "We are gonna win this election",
        "We are going to win this election.",
        [("replace", "gonna", "going to")],
    ),
    (
        "China is building new ports everywhere",
        "China's building new ports everywhere.",
        [("replace", "China is", "China's")],
    ),
    (
        "I would never sell the family house",
        "I'd never sell the family house.",
        [("replace", "I would", "I'd")],
    ),
    ("They will not come back to work", "They won't come back to work.", [("replace", "will not", "won't")]),
    # hyphens and joined words
    (
        "Send me an email about health care",
        "Send me an e-mail about healthcare.",
        [("replace", "email", "e-mail"), ("replace", "health care", "healthcare")],
    ),
    # numbers
    (
        "It cost 1,000 dollars to repair",
        "It cost a thousand dollars to repair.",
        [("replace", "1,000", "a thousand")],
    ),
    (
        "We lost $5 million in one year",
        "We lost five million dollars in one year.",
        [("replace", "$5 million", "five million dollars")],
    ),
    (
        "We lost 5 million dollars in one year",
        "We lost $5 million in one year.",
        [("replace", "5 million dollars", "$5 million")],
    ),
    ("It rose by ten per cent this year", "It rose by 10% this year.", [("replace", "ten per cent", "10%")]),
    ("Our scientists have organized 3 trials", VIRUS, [("replace", "3", "three")]),
    ("on the 5th of May we marched", "It was on the fifth of May we marched.", [("replace", "5th", "fifth")]),
    (
        "two hundred and fifty people came here",
        "I saw 250 people came here.",
        [("replace", "two hundred and fifty", "250")],
    ),
    (
        "the debt is 1.5bn euros already",
        "I think the debt is 1.5 billion euros already.",
        [("replace", "1.5bn", "1.5 billion")],
    ),
    # articles and other small words
    ("We will rebuild old bridge before the winter", BRIDGE, [("delete", "", "the")]),
    ("We will rebuild the old bridge before winter", BRIDGE, [("delete", "", "the")]),
    ("We will rebuild an old bridge before the winter", BRIDGE, [("replace", "an", "the")]),
    (
        "I think that the vote was fair to everybody",
        "I think the vote was fair to everybody.",
        [("insert", "that", "")],
    ),
    (
        "In order to protect our children we must act",
        "To protect our children we must act.",
        [("insert", "In order", "")],
    ),
    (
        "We depend upon the goodwill of our neighbors",
        "We depend on the goodwill of our neighbors.",
        [("replace", "upon", "on")],
    ),
    # a name turned around
    (
        "the Commerce Department rejected our request",
        "The Department of Commerce rejected our request.",
        [("move", "Commerce Department", "Department of Commerce")],
    ),
    # disclosed changes
    (
        "We will rebuild the old bridge … and the city council has promised to pay for it",
        BRIDGE,
        [("delete", "", "before the winter")],
    ),
    (
        "We will rebuild the old bridge [...] and the city council has promised to pay",
        BRIDGE,
        [("delete", "", "before the winter")],
    ),
    (
        "We will rebuild . . . the winter, and the city council has promised to pay for it",
        BRIDGE,
        [("delete", "", "the old bridge before")],
    ),
    ("the city council has promised to pay for [the bridge]", BRIDGE, [("replace", "the bridge", "it")]),
    ("We will rebuild the old [stone] bridge before the winter", BRIDGE, [("insert", "stone", "")]),
    (
        "[The engineers] will rebuild the old bridge before the winter",
        BRIDGE,
        [("replace", "The engineers", "We")],
    ),
    (
        "[Mr. Alvarez] will rebuild the old bridge before the winter",
        "He will rebuild the old bridge before the winter.",
        [("replace", "Mr. Alvarez", "He")],
    ),
    (
        "the old bridge has fallen into the river",
        "The old bridge [on Main Street] has fallen into the river.",
        [("delete", "", "on Main Street")],
    ),
]

ALTERED = [
    ("I have not seen any wolf in this town", "I have seen no wolf in this town.", None),
    ("Nobody in this town has ever seen it", "No one in this valley has ever seen it.", None),
    (
        "strongly support the work of the harbor fund",
        "We support the work of the harbor fund.",
        [("insert", "strongly", "")],
    ),
    (
        "has fulfilled each and every one of its promises",
        "The company has met every one of its promises.",
        [("replace", "fulfilled each and", "met")],
    ),
    (
        "We will not accept the offer of the owners",
        "We will reject the offer of the owners.",
        [("replace", "not accept", "reject")],
    ),
    ("We will repair the old bridge before the winter", BRIDGE, [("replace", "repair", "rebuild")]),
    ("We will rebuild the wooden bridge before the winter", BRIDGE, [("replace", "wooden", "old")]),
    ("We will quickly rebuild the old bridge before the winter", BRIDGE, [("insert", "quickly", "")]),
    ("We will rebuild the bridge before the winter", BRIDGE, [("delete", "", "old")]),
    ("The city council has agreed to pay for it", BRIDGE, [("replace", "agreed", "promised")]),
    (
        "The government has agreed to pay for it, we will rebuild the old bridge before the winter",
        "The city council has promised to pay for it, we will rebuild the old bridge before the winter.",
        [("replace", "government has agreed", "city council has promised")],
    ),
    (
        "We will rebuild the old bridge before the winter, and the town hall has promised to pay for it",
        BRIDGE,
        [("replace", "town hall", "city council")],
    ),
    (
        "We will rebuild the old bridge before the winter, and the city council had promised to pay for it",
        BRIDGE,
        [("replace", "had", "has")],
    ),
    (
        "We will rebuild the old bridge before the winter, and the city council has promised to pay for them",
        BRIDGE,
        [("replace", "them", "it")],
    ),
    (
        "promoted its ability to find new customers in Asia",
        "In its papers the company has highlighted its ability to find new customers in Asia.",
        [("replace", "promoted", "has highlighted")],
    ),
    ("They will rebuild the old bridge before the winter", BRIDGE, [("replace", "They", "We")]),
    (
        "caught in the middle of regional tensions",
        "We regret to be caught in the middle of regional tension.",
        [("replace", "tensions", "tension")],
    ),
    (
        "The committee is studying the accident across the whole region",
        "The committee was studying the accident within the whole region.",
        [("replace", "is", "was"), ("replace", "across", "within")],
    ),
    (
        "the city council has promised to pay for it, we will rebuild the old bridge before the winter",
        "We will rebuild the old bridge before the winter, the city council has promised to pay for it.",
        [
            (
                "move",
                "we will rebuild the old bridge before the winter",
                "We will rebuild the old bridge before the winter",
            )
        ],
    ),
    (
        "The bridge was rebuilt by the engineers of the city last year",
        "The engineers of the city rebuilt the bridge last year.",
        None,
    ),
    (
        "We will really rebuild the old bridge before the cold winter",
        BRIDGE,
        [("insert", "really", ""), ("insert", "cold", "")],
    ),
    (
        "Our researchers have organized three studies, and they don't expect any results",
        VIRUS,
        [("replace", "researchers", "scientists"), ("replace", "studies", "trials")],
    ),
    (
        "The new tax will cost every household in this nation 500 dollars a year",
        TAX,
        [("replace", "household", "family"), ("replace", "nation", "country")],
    ),
]

REVERSED = [
    (
        "the driest spring since our records began",
        "It was the wettest spring since our records began.",
        [("replace", "driest", "wettest")],
    ),
    (
        "The ferry came in two hours behind schedule",
        "The ferry came in two hours ahead of schedule.",
        [("replace", "behind", "ahead of")],
    ),
    (
        "Kenya’s runners crossed the line ahead of us",
        "Norway’s runners crossed the line ahead of us.",
        [("replace", "Kenya’s", "Norway’s")],
    ),
    (
        "We will not reopen the bridge until every one of the 42 bolts has been replaced",
        "We will reopen the bridge when every one of the 24 bolts has been replaced.",
        [("insert", "not", ""), ("replace", "until", "when"), ("replace", "42", "24")],
    ),
    (
        "The hearing was held next week in Dover",
        "The hearing was held last week in Dover.",
        [("replace", "next", "last")],
    ),
    (
        "It was taken away from the Williams completely",
        "It was taken away from the Secretary completely.",
        None,
    ),
    # negation
    ("We will not rebuild the old bridge before the winter", BRIDGE, [("insert", "not", "")]),
    ("Some of the workers at the harbor did support the plan", PORT, [("delete", "", "not")]),
    ("they expect any results until the end of 2025", VIRUS, [("delete", "", "don't")]),
    ("We never will rebuild the old bridge before the winter", BRIDGE, [("insert", "never", "")]),
    (
        "We can accept the terms of this treaty",
        "We can't accept the terms of this treaty.",
        [("replace", "can", "can't")],
    ),
    (
        "It is illegal to sell these weapons abroad",
        "It is legal to sell these weapons abroad.",
        [("replace", "illegal", "legal")],
    ),
    (
        "I was unhappy about the final result",
        "I was happy about the final result.",
        [("replace", "unhappy", "happy")],
    ),
    (
        "They agreed to leave with their families",
        "They agreed to leave without their families.",
        [("replace", "with", "without")],
    ),
    ("We hardly know the man who did it", "We know the man who did it.", [("insert", "hardly", "")]),
    (
        "There is evidence of fraud in this election",
        "There is no evidence of fraud in this election.",
        [("delete", "", "no")],
    ),
    (
        "nobody in my party wants this war",
        "everybody in my party wants this war.",
        [("replace", "nobody", "everybody")],
    ),
    (
        "Nothing has changed in this town since",
        "Everything has changed in this town since.",
        [("replace", "Nothing", "Everything")],
    ),
    (
        "The minister disagreed with the whole report",
        "The minister agreed with the whole report.",
        [("replace", "disagreed", "agreed")],
    ),
    (
        "We [do not] trust the new director of the bank",
        "We trust the new director of the bank.",
        [("insert", "do not", "")],
    ),
    # numbers, units, dates, percentages, currencies
    (
        "The new tax will cost every family in this country 5,000 dollars a year",
        TAX,
        [("replace", "5,000", "500")],
    ),
    (
        "The new tax will cost every family in this country 500 euros a year",
        TAX,
        [("replace", "euros", "dollars")],
    ),
    (
        "The new tax will cost every family in this country 500 dollars a month",
        TAX,
        [("replace", "month", "year")],
    ),
    (
        "The debt is now 20 billion euros in all",
        "The debt is now 20 million euros in all.",
        [("replace", "billion", "million")],
    ),
    (
        "Prices rose by 15% in the last quarter",
        "Prices rose by 5% in the last quarter.",
        [("replace", "15%", "5%")],
    ),
    ("Our scientists have organized four trials", VIRUS, [("replace", "four", "three")]),
    ("they don't expect any results until the end of 2026", VIRUS, [("replace", "2026", "2025")]),
    ("The plan that Governor Alvarez announced in April", PORT, [("replace", "April", "March")]),
    (
        "The hearing will be held on Tuesday in Boston",
        "The hearing will be held on Thursday in Boston.",
        [("replace", "Tuesday", "Thursday")],
    ),
    ("We lost $6 million in one year", "We lost $5 million in one year.", [("replace", "$6", "$5")]),
    (
        "We lost $5 billion in one year",
        "We lost five million dollars in one year.",
        [("replace", "$5 billion", "five million dollars")],
    ),
    (
        "They walked for 20 kilometers in the heat",
        "They walked for 20 miles in the heat.",
        [("replace", "kilometers", "miles")],
    ),
    # modality
    (
        "it will hurt small farms in the north",
        "it may hurt small farms in the north.",
        [("replace", "will", "may")],
    ),
    ("We may rebuild the old bridge before the winter", BRIDGE, [("replace", "may", "will")]),
    (
        "Every citizen must report to the police",
        "Every citizen can report to the police.",
        [("replace", "must", "can")],
    ),
    (
        "You must pay the fine by tomorrow morning",
        "You should pay the fine by tomorrow morning.",
        [("replace", "must", "should")],
    ),
    ("He is guilty of all these crimes", "Perhaps he is guilty of all these crimes.", None),
    (
        "He is guilty of all these crimes, I say",
        "He is perhaps guilty of all these crimes, I say.",
        [("delete", "", "perhaps")],
    ),
    # names
    ("The plan that Governor Ramirez announced in March", PORT, [("replace", "Ramirez", "Alvarez")]),
    (
        "We must stop the army of Russia at the border",
        "We must stop the army of Ukraine at the border.",
        [("replace", "Russia", "Ukraine")],
    ),
    (
        "Russia has attacked the power stations again",
        "Ukraine has attacked the power stations again.",
        [("replace", "Russia", "Ukraine")],
    ),
    (
        "I spoke with Senator Miller about the bill",
        "I spoke with Senator Walker about the bill.",
        [("replace", "Miller", "Walker")],
    ),
    # quantity
    ("All of the workers at the harbor did not support the plan", PORT, [("replace", "All", "Some")]),
    (
        "Many people in this town trust the mayor",
        "Few people in this town trust the mayor.",
        [("replace", "Many", "Few")],
    ),
    (
        "They always respect the rules of the game",
        "They sometimes respect the rules of the game.",
        [("replace", "always", "sometimes")],
    ),
    (
        "He takes all responsibility for what happened there",
        "He takes some responsibility for what happened there.",
        [("replace", "all", "some")],
    ),
    # comparatives and contraries
    (
        "This makes our streets less dangerous than before",
        "This makes our streets more dangerous than before.",
        [("replace", "less", "more")],
    ),
    (
        "Our costs increased sharply over the summer",
        "Our costs decreased sharply over the summer.",
        [("replace", "increased", "decreased")],
    ),
    (
        "Wages will fall in the coming years",
        "Wages will rise in the coming years.",
        [("replace", "fall", "rise")],
    ),
    ("We will rebuild the old bridge after the winter", BRIDGE, [("replace", "after", "before")]),
    (
        "I oppose the bill and I always have",
        "I support the bill and I always have.",
        [("replace", "oppose", "support")],
    ),
    (
        "The results were worse than we had hoped",
        "The results were better than we had hoped.",
        [("replace", "worse", "better")],
    ),
    (
        "The court rejected the appeal of the company",
        "The court accepted the appeal of the company.",
        [("replace", "rejected", "accepted")],
    ),
]


def checked(printed: str, original: str) -> Verdict:
    return check_quotation(finding(printed), article(), FakeStore([archived(original)]))


def changes(verdict: Verdict) -> list[tuple[str, str, str]]:
    assert verdict.match is not None
    return sorted((str(d.op), d.article, d.archive) for d in verdict.match.differences)


@pytest.mark.parametrize(("printed", "original"), VERBATIM)
def test_the_same_words_are_verbatim(printed: str, original: str) -> None:
    verdict = checked(printed, original)
    assert (str(verdict.wording), changes(verdict)) == ("verbatim", [])


@pytest.mark.parametrize(
    ("wording", "printed", "original", "expected"),
    [
        *(("minor", *case) for case in MINOR),
        *(("altered", *case) for case in ALTERED),
        *(("reversed", *case) for case in REVERSED if case[2] is not None),
    ],
)
def test_every_change_is_graded_and_marked_exactly(
    wording: str, printed: str, original: str, expected: list[tuple[str, str, str]] | None
) -> None:
    verdict = checked(printed, original)
    assert str(verdict.wording) == wording
    if expected is not None:
        assert changes(verdict) == sorted(expected)


REPORTED = [
    ("could not guarantee a full service this week", "We cannot guarantee a full service this week."),
    ("would not accept the offer of the owners", "We will not accept the offer of the owners."),
    ("might have to close two of the lines", "We may have to close two of the lines."),
    ("had no choice but to close the line", "We have no choice but to close the line."),
    ("was not aware of the plan to close it", "I am not aware of the plan to close it."),
    ("were not aware of the plan to close it", "We are not aware of the plan to close it."),
    ("his family had lost everything in the fire", "My family has lost everything in the fire."),
    ("her own party had betrayed the voters of Leeds", "My own party has betrayed the voters of Leeds."),
    ("he would never sell the house of his father", "I will never sell the house of my father."),
    ("she had nothing to hide from the committee", "I have nothing to hide from the committee."),
    (
        "their country would defend its borders at all cost",
        "Our country will defend its borders at all cost.",
    ),
    ("did not know the name of the boat", "I do not know the name of the boat."),
    ("wanted to see the ships in the harbor", "I want to see the ships in the harbor."),
]
"""Parts of a sentence as an article's own sentence takes them in: another tense, another person."""

CHANGED_FRAGMENTS = [
    ("would accept the offer of the owners", "We will not accept the offer of the owners."),
    ("would not sign a treaty with the rebels", "We might not sign a treaty with the rebels."),
    ("must be stopped before the winter comes", "It may be stopped before the winter comes."),
]


def checked_fragment(printed: str, original: str) -> str:
    what = finding(printed)
    what = replace(what, quotation=replace(what.quotation, kind=Kind.FRAGMENT))
    return str(check_quotation(what, article(), FakeStore([archived(original)])).wording)


@pytest.mark.parametrize(("printed", "original"), REPORTED)
def test_reported_speech_shifts_tense_and_person_of_a_fragment(printed: str, original: str) -> None:
    assert checked_fragment(printed, original) in ("minor", "altered")


@pytest.mark.parametrize(("printed", "original"), CHANGED_FRAGMENTS)
def test_a_fragment_is_no_licence(printed: str, original: str) -> None:
    assert checked_fragment(printed, original) == "reversed"


@pytest.mark.parametrize(
    "printed",
    [
        "The firm, controlling the United -- United States market, sold it and nobody knew.",
        "The firm, contro1ling the United States market, sold it and nobody knew.",
        "The firm, controlling the United States market, sold it and no one -- one knew.",
    ],
)
def test_a_part_said_again_and_a_misread_letter_are_small(printed: str) -> None:
    original = "The firm, controlling the United States market, sold it and no one knew."
    assert checked(printed, original).wording in (Wording.VERBATIM, Wording.MINOR)


def test_what_an_ellipsis_hides_may_come_again_behind_it() -> None:
    original = (
        "That road would have to cross the great valley because, as I said, nobody owns the great valley."
    )
    printed = "That road would have to cross … because, as I said, nobody owns the great valley."
    assert changes(checked(printed, original)) == [("delete", "", "the great valley")]


def test_words_left_out_before_they_come_again_are_an_omission_and_no_move() -> None:
    said = "any town in Kent, which wants to keep out waste of another town, can do that."
    verdict = checked("any Kent, which wants to keep out waste of another town, can do that.", said)
    assert changes(verdict) == [("delete", "", "town in")]
    assert Caution.OMISSION in verdict.cautions


def test_a_whole_statement_keeps_its_tense() -> None:
    printed, original = "We could not guarantee any service.", "We cannot guarantee any service."
    assert str(checked(printed, original).wording) == "reversed"


@pytest.mark.parametrize(("printed", "original"), [case[:2] for case in [*MINOR, *ALTERED, *REVERSED]])
def test_spans_hold_the_words_they_name(printed: str, original: str) -> None:
    verdict = checked(printed, original)
    assert verdict.match is not None
    for difference in verdict.match.differences:
        assert difference.article_span.of(printed) == difference.article
        assert difference.archive_span.of(original) == difference.archive
        assert difference.explanation
