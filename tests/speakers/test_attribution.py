"""Who said it: the behaviour of ``attribute`` on plain and on awkward text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Article, Attribution, SpeakerType
from quotecheck.quotations import find_quotations
from quotecheck.speakers import attribute
from quotecheck.speakers.attribution import Session
from quotecheck.speakers.names import SAME, agreement
from tests.speakers import passages


def _attributed(text: str, language: str = "en") -> list[tuple[str, Attribution | None]]:
    quotations, _ = find_quotations(text)
    found = attribute(Article(text, language=language), quotations)
    return [(q.text, a) for q, a in zip(quotations, found, strict=True) if q.kind.is_speech]


def _speakers(text: str, language: str = "en") -> list[str | None]:
    return [a.speaker.name if a else None for _, a in _attributed(text, language)]


ONE_SPEAKER = [
    ("“We are ready for anything,” said Ada Marlowe.", "Ada Marlowe"),
    ("“We are ready for anything,” Ada Marlowe said on Monday.", "Ada Marlowe"),
    ("Ada Marlowe said: “We are ready for anything.”", "Ada Marlowe"),
    ("Ada Marlowe had defended the move by stating:\n“We are ready for anything.”", "Ada Marlowe"),
    ("According to Ada Marlowe, “we are ready for anything that comes.”", "Ada Marlowe"),
    ("The dam, according to Ada Marlowe, “was never fit for purpose at all.”", "Ada Marlowe"),
    ("In the words of Ada Marlowe, “we are ready for anything.”", "Ada Marlowe"),
    ("As Ada Marlowe put it, “we are ready for anything that comes.”", "Ada Marlowe"),
    ("Ada Marlowe’s statement added: “We are ready for anything.”", "Ada Marlowe"),
    ("Ada Marlowe wrote via Twitter: “We are ready for anything.”", "Ada Marlowe"),
    ("Ada Marlowe denied the decision: “We are ready for anything.”", "Ada Marlowe"),
    ("Ada Marlowe told Ines Falk: “We are ready for anything.”", "Ada Marlowe"),
    ("The plan was described as “a gift to smugglers everywhere, sadly” by Ada Marlowe.", "Ada Marlowe"),
    ("Ada Marlowe was quoted as saying that the plan was “a gift to smugglers.”", "Ada Marlowe"),
    ("Ada Marlowe, who said the plan was “dead on arrival,” left early.", "Ada Marlowe"),
    ("Ada Marlowe, a vice president at Corvane, said “we are ready for anything.”", "Ada Marlowe"),
    ("The mayor, Ada Marlowe, stressed: “We are ready for anything.”", "Ada Marlowe"),
    ("Ada Marlowe: “We are ready for anything.”", "Ada Marlowe"),
    ("“We are ready for anything.” — Ada Marlowe, mayor", "Ada Marlowe"),
    ("Corvane has agreed to delay the closure, “in order to protect its workers”.", "Corvane"),
]


@pytest.mark.parametrize(("text", "speaker"), ONE_SPEAKER)
def test_the_cue_says_who_spoke(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


def test_the_rest_of_a_turn_has_the_same_speaker() -> None:
    text = "“We are ready,” Ada Marlowe said. “We have trained for it.”\n“And we will win.”"
    assert _speakers(text) == ["Ada Marlowe"] * 3


def test_a_participle_goes_on_for_the_subject_of_the_main_clause() -> None:
    text = "Ada Marlowe called the plan “a disgrace,” adding that it “must never happen again.”"
    assert _speakers(text) == ["Ada Marlowe", "Ada Marlowe"]


@pytest.mark.parametrize(
    ("mention", "name"),
    [("Marlowe", "Ada Marlowe"), ("she", "Ada Marlowe"), ("the senator", "Ada Marlowe")],
)
def test_a_mention_is_traced_to_the_full_name(mention: str, name: str) -> None:
    text = f"Senator Ada Marlowe met the mayor, Otto Blum. “We are ready for anything,” {mention} said."
    assert _speakers(text) == [name]


def test_whom_a_pronoun_means_does_not_hang_on_who_speaks_after_it() -> None:
    text = (
        "Ada Marlowe met Ines Falk. She smiled, and “we are ready for it,” said Falk. “So are we,” Falk said."
    )
    session = Session(text, find_quotations(text)[0])
    found = []
    for step in session.steps():
        she = next(one for one in step.found if one.where and one.where.of(text) == "She")
        found.append([(round(chance, 6), referent.key) for chance, referent in she.readings])
        session.choose(step, session.ranked(step)[0][1])
    assert len(found) == 2
    assert found[0] == found[1]


def test_the_company_is_the_organisation() -> None:
    text = "Corvane Robotics said it had complied. The Chinese company added that it was “deeply hurt.”"
    [(_, found)] = _attributed(text)
    assert found is not None
    assert (found.speaker.name, found.speaker.type) == ("Corvane Robotics", SpeakerType.ORGANISATION)


def test_a_headline_in_another_language_is_not_a_fuller_name() -> None:
    text = "VorTek has said it is “still determined to list.”\nTranslated from Recul de VorTek en bourse"
    assert _speakers(text) == ["VorTek"]


def test_two_people_of_one_surname_are_kept_apart() -> None:
    text = (
        "Hannah Reid and her brother Callum Reid run the farm.\n"
        "“We never argue,” Hannah Reid said.\n“Except about sheep,” Callum Reid said."
    )
    assert _speakers(text) == ["Hannah Reid", "Callum Reid"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“We are ready,” Commerce Secretary Ada Marlowe said.", "Commerce Secretary"),
        ("“We are ready,” said Ada Marlowe, the party’s treasurer.", "party’s treasurer"),
        ("The Speaker of the House, Ada Marlowe, said: “We are ready.”", "Speaker of the House"),
    ],
)
def test_titles_and_appositions_are_the_role(text: str, role: str) -> None:
    [(_, found)] = _attributed(text)
    assert found is not None
    assert (found.speaker.name, found.speaker.role) == ("Ada Marlowe", role)


def test_a_source_without_a_name_stays_unnamed() -> None:
    [(_, found)] = _attributed("A senior official at the ministry said: “We knew nothing about it.”")
    assert found is not None
    assert found.speaker.type is SpeakerType.UNNAMED
    assert "senior official" in found.speaker.name


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Ada Marlowe never said that the dam was “finished for good.”", True),
        ("Ada Marlowe did not say that the dam was “finished for good.”", True),
        ("Ada Marlowe denied saying that the dam was “finished for good.”", True),
        ("Ada Marlowe refused to say: “The dam is finished for good.”", True),
        ("Ada Marlowe denied the decision: “The dam is finished for good.”", False),
        ("Ada Marlowe said that the dam was “not finished, and never will be.”", False),
    ],
)
def test_words_that_were_not_said_are_negated(text: str, negated: bool) -> None:
    [(_, found)] = _attributed(text)
    assert found is not None
    assert (found.speaker.name, found.negated) == ("Ada Marlowe", negated)


def test_mention_and_cue_are_where_the_article_says() -> None:
    text = "It rained.\n“We are ready for anything, come what may,” said Mayor Ada Marlowe."
    [(_, found)] = _attributed(text)
    assert found is not None
    assert found.mention is not None
    assert found.cue is not None
    assert (found.mention.of(text), found.cue.of(text)) == ("Mayor Ada Marlowe", "said")


def test_other_possible_speakers_are_offered() -> None:
    [(_, found)] = _attributed("Ada Marlowe met Otto Blum. “We are ready for anything,” Marlowe said.")
    assert found is not None
    assert "Otto Blum" in [speaker.name for speaker in found.alternatives]
    assert 0 < found.confidence <= 1


def test_most_speakers_of_the_passages_are_right() -> None:
    right = wrong = 0
    for passage in passages.load():
        quotations, _ = find_quotations(passage.text)
        found = attribute(Article(passage.text), quotations)
        labels = {label.end: label for label in passage.labels}
        for quotation, who in zip(quotations, found, strict=True):
            label = labels.get(quotation.marked.end)
            if label is None or label.name is None:
                continue
            meant = who is not None and (
                (who.mention is not None and any(who.mention.overlaps(span) for span in label.mentions))
                or agreement(who.speaker.name, label.name) >= SAME
            )
            right, wrong = right + meant, wrong + (not meant)
    assert right >= 0.95 * (right + wrong)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Nous ne céderons jamais sur ce point », a déclaré le ministre Jean Dupont.", "Jean Dupont"),
        ("fr", "Selon Marie Curel, « tout cela va finir très mal pour nous ».", "Marie Curel"),
        ("de", "„Wir werden niemals nachgeben, das ist klar“, sagte Bundeskanzler Otto Blum.", "Otto Blum"),
        ("es", "«No vamos a ceder nunca en este punto», dijo Ana Ruiz.", "Ana Ruiz"),
    ],
)
def test_other_languages_are_read_by_rule(language: str, text: str, speaker: str) -> None:
    assert _speakers(text, language) == [speaker]


def test_an_unknown_language_has_no_speakers() -> None:
    assert _speakers("“Egy szót sem szóltam erről senkinek” – mondta Kovács Béla.", "hu") == [None]


@pytest.mark.parametrize("text", ["", "“”", "“123” 456 “!!”", "“😀” said 😀.", "\n\n“\n", "“a”" * 50])
def test_odd_text_is_survived(text: str) -> None:
    quotations, _ = find_quotations(text)
    assert len(attribute(Article(text), quotations)) == len(quotations)


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("ab A.,:“”\"'\n said She —-"), max_size=120))
def test_any_text_gives_one_entry_a_quotation(text: str) -> None:
    quotations, _ = find_quotations(text)
    found = attribute(Article(text), quotations)
    assert len(found) == len(quotations)
    for who in filter(None, found):
        assert 0 <= who.confidence <= 1
        assert who.mention is None or 0 <= who.mention.start < who.mention.end <= len(text)


def test_the_same_text_gives_the_same_speakers() -> None:
    text = "Ada Marlowe met Otto Blum. “We are ready,” she said. “So are we,” he replied."
    assert _attributed(text) == _attributed(text)


def test_importing_the_room_does_not_load_the_parser() -> None:
    code = "import sys, quotecheck.speakers, quotecheck.speakers.names; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
