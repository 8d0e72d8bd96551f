"""A source that puts the words into another mouth, doubts, wishes or only reports them: a caution is due."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import archived, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Article, Caution, Span

WORDS = "The old harbour is sinking into the sea"

OTHERWISE = [
    "We cannot rule out that {}.",
    "There is no evidence that {}.",
    "There isn't a shred of proof that {}.",
    "I have seen nothing to suggest that {}.",
    "I would be lying if I said that {}.",
    "I'd be lying if I told you {}.",
    "It would be dishonest of me to claim that {}.",
    "It is far too early to say that {}.",
    "It would be a gross exaggeration to say {}.",
    "I doubt very much that {}.",
    "I seriously doubt {}.",
    "I don't believe for a moment that {}.",
    "I find it hard to believe that {}.",
    "It is highly unlikely that {}.",
    "I wish I could tell you that {}.",
    "I would love to be able to say that {}.",
    "If only I could promise that {}.",
    "Let us pretend for a minute that {}.",
    "We must stop kidding ourselves that {}.",
    "The rumour that {} will not go away.",
    "It is a fantasy that {}.",
    "We were under the impression that {}.",
    "I read somewhere that {}.",
    "I had been led to believe that {}.",
    "According to my opponents, {}.",
    "It has been suggested that {}.",
    "Who on earth would believe that {}?",
    "The report stops short of saying that {}.",
    "We have yet to see proof that {}.",
    "He failed to show that {}.",
    "I refuse to believe that {}.",
    "It is not that {}.",
    "We moved for the view, not because {}.",
    "{}, or at least that is what they told us.",
    "{}, or so we were led to believe.",
    "{}, if you believe the papers.",
    "{}, according to my opponents.",
    "{}, they would have us believe.",
    "{}, or that's what I thought then.",
    "{} — that's what the developers claim, anyway.",
    "{} remains to be proven.",
    "{}. At least, that is what I was told.",
    "{}. That is what my opponents say.",
]

MEANT = [
    "I am proud to say that {}.",
    "We know that {}.",
    "Let me be clear: {}.",
    "There is no doubt that {}.",
    "There is no question that {}.",
    "Nobody can deny that {}.",
    "I have no doubt whatsoever that {}.",
    "I never doubted that {}.",
    "I can tell you that {}.",
    "It is true that {}.",
    "I believe that {}.",
    "The evidence shows that {}.",
    "There is plenty of evidence that {}.",
    "I am sorry to report that {}.",
    "I have said many times that {}.",
    "It is a fact that {}.",
    "We must not forget that {}.",
    "It is no secret that {}.",
    "It's no surprise that {}.",
    "I would not be surprised at all. {}.",
    "The reason is that {}.",
    "I cannot stress enough that {}.",
    "The council has failed to see that {}.",
    "They refuse to admit that {}.",
    "{}, and that is what worries me.",
    "{}, as I told the council last year.",
    "{}. That is what I came to say.",
    "{}. According to plan, work begins in May.",
]


def cautions(frame: str) -> tuple[Caution, ...]:
    opens = frame.startswith("{") or (frame.endswith(" {}.") and frame[-5] in ".:")
    source = frame.format(WORDS if opens else WORDS[0].lower() + WORDS[1:])
    return check_quotation(finding(WORDS), Article(f"“{WORDS}.”"), FakeStore([archived(source)])).cautions


@pytest.mark.parametrize("frame", OTHERWISE)
def test_words_that_the_source_frames_otherwise_are_not_shown_as_plainly_said(frame: str) -> None:
    assert Caution.CONTEXT in cautions(frame)


@pytest.mark.parametrize("frame", MEANT)
def test_words_that_the_source_means_raise_nothing(frame: str) -> None:
    assert Caution.CONTEXT not in cautions(frame)


@pytest.mark.parametrize("leading", ["She doubts that ", "Hart denied that ", "She questioned whether "])
def test_an_article_that_doubts_as_the_source_does_needs_no_caution(leading: str) -> None:
    what = finding(WORDS)
    span = Span(len(leading) + 1, len(leading) + 1 + len(WORDS))
    what = replace(what, quotation=replace(what.quotation, span=span))
    store = FakeStore([archived(f"I doubt very much that {WORDS[0].lower()}{WORDS[1:]}.")])
    verdict = check_quotation(what, Article(f"{leading}“{WORDS}”."), store)
    assert Caution.CONTEXT not in verdict.cautions


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("Nobody on this board ever asked the diver to sign it.", "asked the diver to sign it"),
        ("None of us would leave a boat in such weather.", "leave a boat in such weather"),
    ],
)
def test_what_nobody_did_is_not_shown_as_done(source: str, printed: str) -> None:
    article = Article(f"The harbor master said he had “{printed}”.")
    assert (
        Caution.CONTEXT in check_quotation(finding(printed), article, FakeStore([archived(source)])).cautions
    )


def test_a_clause_of_its_own_after_nobody_is_what_was_said() -> None:
    printed = "the boat was gone by noon"
    store = FakeStore([archived("Nobody, sir, but the boat was gone by noon.")])
    assert Caution.CONTEXT not in check_quotation(finding(printed), Article(f"“{printed}”"), store).cautions
