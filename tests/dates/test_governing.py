"""Which date governs a quotation. Every case is an article of Thursday, March 14, 2024.

In the texts |…| is the cue and {…} the mention, {Name=she} where the speaker's name is another; the first
quotation with both is the one asked about, and what follows the arrow is when it was said.
"""

import re
from datetime import date

import pytest

from quotecheck.dates import date_quotations
from quotecheck.model import (
    Article,
    Attribution,
    Basis,
    Interval,
    Kind,
    Publication,
    Quotation,
    Span,
    Speaker,
    SpeakerType,
)

PUBLISHED = Publication(Interval.day(date(2024, 3, 14)), Basis.GIVEN)
MARKUP = re.compile(r"\{(?:(?P<name>[^{}=]+)=)?(?P<mention>[^{}]+)\}|\|(?P<cue>[^|]+)\||“(?P<quote>[^”]*)”")


def read_markup(marked, *, kind=SpeakerType.PERSON):
    """Return the article, its quotations and attributions; the nearest cue and mention go to each quotation."""
    text, at, quotes, cues, mentions = "", 0, [], [], []
    for found in MARKUP.finditer(marked):
        text += marked[at : found.start()]
        start = len(text)
        if found["quote"] is not None:
            text += found[0]
            quotes.append(Span(start + 1, len(text) - 1))
        elif found["cue"]:
            text += found["cue"]
            cues.append(Span(start, len(text)))
        else:
            text += found["mention"]
            mentions.append((Span(start, len(text)), found["name"] or found["mention"]))
        at = found.end()
    text += marked[at:]
    quotations, attributions = [], []
    for turn, span in enumerate(quotes, 1):
        outer = Span(span.start - 1, span.end + 1)
        quotations.append(Quotation(span, outer, span.of(text), Kind.STATEMENT, turn))
        index = min(range(len(cues)), key=lambda i: distance(cues[i], outer), default=None)
        if index is None:
            attributions.append(None)
            continue
        mention, name = min(mentions, key=lambda one: distance(one[0], cues[index]))
        attributions.append(Attribution(Speaker(name, type=kind), mention, cues[index], 0.9))
    return Article(text, published=PUBLISHED), quotations, attributions


def distance(a, b):
    return max(a.start - b.end, b.start - a.end, 0)


def said(marked, **options):
    dating = date_quotations(*read_markup(marked, **options))[0]
    if dating is None:
        return None
    first, last = dating.interval
    return f"{first}" if first == last else f"{first}/{last}"


GOVERNED = [
    # after the verb
    ("{Ann Hart} |said| on Tuesday: “We will appeal.”", "2024-03-12"),
    ("{Ann Hart} |said| Tuesday, “We will appeal.”", "2024-03-12"),
    ("“We will appeal,” {Ann Hart} |said| on Tuesday.", "2024-03-12"),
    ("“We will appeal,” |said| {Ann Hart} on Monday night.", "2024-03-11"),
    ("“We will appeal,” |said| {Ann Hart}, the mayor of Leeds, on Monday.", "2024-03-11"),
    ("“We will appeal,” {she} |said| in a statement on Wednesday.", "2024-03-13"),
    ("“We will appeal,” {she} |said| in a statement Wednesday evening.", "2024-03-13"),
    ("“We will appeal,” {she} |told| reporters on Saturday.", "2024-03-09"),
    ("“We will appeal,” {she} |told| a crowd of supporters outside the court last Friday.", "2024-03-08"),
    ("{Hart} |told| the BBC yesterday that the plan was “a gamble”.", "2024-03-13"),
    ("{Hart} |told| the BBC in 2016: “It is a gamble.”", "2016-01-01/2016-12-31"),
    ("{Hart} |wrote| in a 2009 memoir, “It is a gamble.”", "2009-01-01/2009-12-31"),
    ("“It is a gamble,” {he} |recalled| in a 2015 interview with Le Monde.", "2015-01-01/2015-12-31"),
    ("“It is a gamble,” {he} |wrote| in a letter dated March 3.", "2024-03-03"),
    ("“It is a gamble,” {he} |wrote| in a letter to the board on February 26, 2024.", "2024-02-26"),
    ("“It is a gamble,” {he} |tweeted| on 3 March.", "2024-03-03"),
    ("“It is a gamble,” {he} |said| at a rally in Ohio on Saturday night.", "2024-03-09"),
    ("“It is a gamble,” {he} |testified| before Congress in October 2019.", "2019-10-01/2019-10-31"),
    ("“It is a gamble,” {he} |said| earlier this week.", "2024-03-11/2024-03-14"),
    ("“It is a gamble,” {he} |said| three weeks ago.", "2024-02-19/2024-02-25"),
    ("“It is a gamble,” {he} |said| two days ago.", "2024-03-12"),
    ("“It is a gamble,” {he} |said| this morning.", "2024-03-14"),
    ("“It is a gamble,” {he} |said| last night.", "2024-03-13"),
    ("“It is a gamble,” {he} |said| today.", "2024-03-14"),
    ("“It is a gamble,” {he} |said| last month.", "2024-02-01/2024-02-29"),
    ("“It is a gamble,” {he} |said| last year.", "2023-01-01/2023-12-31"),
    ("“It is a gamble,” {he} |said| last summer.", "2023-06-01/2023-08-31"),
    ("“It is a gamble,” {he} |said| in the spring of 2014.", "2014-03-01/2014-05-31"),
    ("“It is a gamble,” {he} |said| in the 1990s.", "1990-01-01/1999-12-31"),
    ("“It is a gamble,” {he} |said| over the weekend.", "2024-03-09/2024-03-10"),
    ("“It is a gamble,” {he} |said| late last week.", "2024-03-07/2024-03-10"),
    ("“It is a gamble,” {he} |said| on Wednesday (March 13).", "2024-03-13"),
    ("“It is a gamble,” {he} |said| (Dec. 8).", "2023-12-08"),
    ("“It is a gamble,” {he} |said| on 10/7/2019.", "2019-10-07"),
    ("“It is a gamble,” {he} |said| on 2019-10-07.", "2019-10-07"),
    ("“It is a gamble,” {he} |said| Tuesday after meeting the premier.", "2024-03-12"),
    ("“It is a gamble,” {he} |said| on Tuesday, before the vote of Friday.", "2024-03-12"),
    ("{Hart} |said| on Tuesday the company would “fight on” until 2030.", "2024-03-12"),
    ("{Hart} |announced| Monday that the firm would “pause” hiring in 2025.", "2024-03-11"),
    ("{Hart} |accused| the ministry on Monday of “cowardice”.", "2024-03-11"),
    # before the verb
    ("On Tuesday {Hart} |said|: “We will appeal.”", "2024-03-12"),
    ("On Tuesday, {Hart} |said|, “We will appeal.”", "2024-03-12"),
    ("On Friday in Leeds, as part of a rally, {Hart} |said|, “We will appeal.”", "2024-03-08"),
    ("In 2019, when the ministry closed the pit, Energy Secretary {Ann Hart} had defended it by |stating|:\n“It was time.”", "2019-01-01/2019-12-31"),
    ("In 2016, before he took office, {Hart} |said|: “It was time.”", "2016-01-01/2016-12-31"),
    ("In February, {Hart} |said|: “It was time.”", "2024-02-01/2024-02-29"),
    ("Back in 2012, {Hart} |argued| that it was “time to go”.", "2012-01-01/2012-12-31"),
    ("Last Friday {Hart} |called| the plan “a gamble”.", "2024-03-08"),
    ("Yesterday, {Hart} |called| the plan “a gamble”.", "2024-03-13"),
    ("But on Monday, {Hart} |called| the plan “a gamble”.", "2024-03-11"),
    ("Earlier this month, {Hart} |told| the Echo: “It is a gamble.”", "2024-03-01/2024-03-14"),
    ("Earlier on Tuesday, {Hart} |told| the Echo: “It is a gamble.”", "2024-03-12"),
    ("Three years ago, {Hart} |told| the Echo: “It is a gamble.”", "2021-01-01/2021-12-31"),
    ("Speaking on Tuesday, {Hart} |said|: “It is a gamble.”", "2024-03-12"),
    ("Speaking to reporters in Leeds on Tuesday, {Hart} |said|: “It is a gamble.”", "2024-03-12"),
    ("Asked about the plan on Tuesday, {Hart} |said|: “It is a gamble.”", "2024-03-12"),
    ("In a statement on Tuesday, {the company} |said|: “It is a gamble.”", "2024-03-12"),
    ("In a statement released late Monday, {the company} |said| it was “saddened”.", "2024-03-11"),
    ("In a letter to the Echo, published on Monday, {Hart} |said| the plan was “a gamble”.", "2024-03-11"),
    ("In a May 2016 speech, {Hart} |said| the plan was “a gamble”.", "2016-05-01/2016-05-31"),
    ("In an interview on March 5, {Hart} |said| the plan was “a gamble”.", "2024-03-05"),
    ("At a hearing on March 5, {Hart} |said| the plan was “a gamble”.", "2024-03-05"),
    ("During Tuesday’s hearing, {Hart} |said| the plan was “a gamble”.", "2024-03-12"),
    ("{Hart} on Tuesday |called| the plan “a gamble”.", "2024-03-12"),
    ("{The ministry} yesterday |confirmed| it was “looking into” the matter.", "2024-03-13"),
    ("{Hart}, in a speech to the guild on March 1, |said| the plan was “a gamble”.", "2024-03-01"),
    ("{Hart} has |said|, most recently on Monday, that the plan is “a gamble”.", "2024-03-11"),
    ("On Thursday, March 7, {Hart} |said|: “We will appeal.”", "2024-03-07"),
    ("On 7 October 2019, {Hart} |said|: “We will appeal.”", "2019-10-07"),
    ("According to a report published on Tuesday, {Hart} had |said| “never again”.", "2024-03-12"),
    ("This Monday {Hart} criticised the plan, |saying| “it is a gamble”.", "2024-03-11"),
    ("On Monday {Hart} visited the site and |said| “it is a gamble”.", "2024-03-11"),
    ("Between March 3 and 5, {Hart} |wrote| to all members: “Vote.”", "2024-03-03/2024-03-05"),
    # the quotation stands before the date
    ("{Hart} |said|: “It is a gamble”, while addressing the press yesterday.", "2024-03-13"),
    ("{Hart} |said|, “It is a gamble,” in a speech on Monday.", "2024-03-11"),
    ("{Hart} |told| them “never again” on Friday.", "2024-03-08"),
    # narrative anchors
    ("On March 5, the mill burned. The following day, {Hart} |said|: “It is gone.”", "2024-03-06"),
    ("On March 5, the mill burned. Two days later, {Hart} |said|: “It is gone.”", "2024-03-07"),
    ("On March 5, the mill burned. Hours later, {Hart} |said|: “It is gone.”", "2024-03-05"),
    ("On March 5, the mill burned. The next morning, {Hart} |said|: “It is gone.”", "2024-03-06"),
    ("On March 5, the mill burned. {Hart} |said| the same day: “It is gone.”", "2024-03-05"),
    ("On March 5, the mill burned. A week later, {Hart} |said|: “It is gone.”", "2024-03-11/2024-03-14"),
    ("In 2016, the mill burned. A year later, {Hart} |said|: “It is gone.”", "2017-01-01/2017-12-31"),
    ("In 2016, Hart ran for mayor. On May 3, {she} |told| a crowd: “We will win.”", "2016-05-03"),
    ("In 2016, Hart ran for mayor. In October of that year, {she} |told| a crowd: “We will win.”", "2016-10-01/2016-10-31"),
    # occasions
    ("On Saturday, Leeds lost the match to York.\n\nThe rain was heavy.\n\nAfter the match, coach {Hart} |said|: “We lost.”", "2024-03-09"),
    ("Leeds lost to York on Saturday.\n\n“We lost,” |said| {Hart} after the game.", "2024-03-09"),
    ("The council held a hearing on Monday.\n\nAt the hearing, {Hart} |said|: “We lost.”", "2024-03-11"),
    ("On Friday, the union released a statement on the strike.\n\nThe mill stood still. “We lost,” |read| {the statement}.", "2024-03-08"),
    ("On Friday, the union released a statement.\n\nIn the statement, {Hart} |said|: “We lost.”", "2024-03-08"),
    ("On Friday, {Hart} criticised the plan. {Hart=She} |said|: “We lost.”", "2024-03-08"),
    ("“We lost,” {Hart} |said|. The remarks came on Tuesday.", "2024-03-12"),
    ("“We lost,” {Hart} |said|. He was speaking on Tuesday at the mill.", "2024-03-12"),
    ("{Hart} |posted| this:\n“We lost.” — Ann Hart (@annhart) October 6, 2019", "2019-10-06"),
    ("The House on Wednesday (March 6) passed the bill.\nThe Speaker of the House, {Ann Hart}, |stressed|:\n“It is law.”", "2024-03-06"),
]  # fmt: skip

UNGOVERNED = [
    "{Hart} |said|: “We will appeal on Tuesday.”",
    "{Hart} |said| the attack of May 3 was “a crime”.",
    "{Hart} |said| the May 3 attack was “a crime”.",
    "{Hart} |said| Tuesday’s attack was “a crime”.",
    "{Hart} |said| that on Tuesday the firm had “lost”.",
    "{Hart} |said| he was arrested on Tuesday and called it “a crime”.",
    "{Hart}, who was elected in 2019, |said|: “We lost.”",
    "{Hart}, arrested on Tuesday, |said|: “We lost.”",
    "{Hart}, born in 1950, |said|: “We lost.”",
    "On Friday, fishermen rescued hundreds, {Hart} |said|: “We lost.”",
    "On Friday, fishermen rescued hundreds. {Hart} |said|: “We lost.”",
    "On Monday, Nevada became the first.\n\nState Senator {Hart} |remarked|, “It was hard.”",
    "Leeds beat York on Saturday.\n\n“It was hard,” coach {Hart} |said|.",
    "Since 2015, {Hart} has |said| that “it is hard”.",
    "By Tuesday, {Hart} was |saying| “it is hard”.",
    "As of Tuesday, {Hart} |said|, nobody had “called”.",
    "In Ohio, which was to vote on Tuesday, {Hart} |wrote|, “It is hard.”",
    "The bill, passed in 2017, will “ruin us”, |according to| {Hart}.",
    "{Hart} |said| the mill would be “open” in 2030.",
    "{Hart} |said| the mill would “open” on Tuesday.",
    "{Hart} |called| the 2016 vote “a gamble”.",
    "{Hart} |said| of the 2009 crash: “It was hard.”",
    "After the attack on Tuesday, the mayor fled. {Hart} |said|: “It was hard.”",
    "{Hart} |said|: “It was hard.” On Tuesday, the mill reopened.",
    "The mill closed in 1987. {Hart} |said|: “It was hard.”",
    "{Hart} |told| the court that in 2012 he had been “broke”.",
    "Under the fiscal 2023 plan, {Hart} |said|, jobs are “safe”.",
    "{Hart} |said| the 2018-19 season was “hard”.",
    "Over the past two years, {Hart} has |said| “no”.",
    "{Hart} |said|: “No.”",
    "The group {Hart} founded in 2012 |said| “no”.",
    "The mayor, who lost on Monday; {Hart} |said| “no”.",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "when"), GOVERNED, ids=[case[0][:70] for case in GOVERNED])
def test_the_date_of_the_saying_governs(marked, when):
    assert said(marked) == when


@pytest.mark.parametrize("marked", UNGOVERNED, ids=[case[:70] for case in UNGOVERNED])
def test_a_date_of_something_else_does_not_govern(marked):
    assert said(marked) is None
