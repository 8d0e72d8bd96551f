"""Who is who: names, descriptions and pronouns that mean one person, and the role that goes with a name."""

from __future__ import annotations

import pytest

from quotecheck.model import Article, Attribution, SpeakerType
from quotecheck.quotations import find_quotations
from quotecheck.speakers import attribute


def _attributed(text: str) -> list[Attribution | None]:
    quotations, _ = find_quotations(text)
    found = attribute(Article(text), quotations)
    return [a for q, a in zip(quotations, found, strict=True) if q.kind.is_speech]


def _last(text: str) -> Attribution:
    found = _attributed(text)[-1]
    assert found is not None
    return found


SAID = "“We are ready for anything that comes our way,” "

MEANT = [
    ("Labour’s Sarah Quill was unmoved. " + SAID + "Quill said.", "Sarah Quill"),
    (SAID + "said Labour’s Sarah Quill.", "Sarah Quill"),
    (
        "Labour’s Sarah Quill opposed the bill. The MP for Waveney told the BBC: “We are ready for it.”",
        "Sarah Quill",
    ),
    (f"Joan and Peter Harris run the shop. {SAID}Mrs Harris said.", "Joan Harris"),
    (f"Joan and Peter Harris run the shop. {SAID}they said.", "Joan and Peter Harris"),
    (
        "The company’s chief executive, Dr. Ingrid Sól, denied that the firm had cut corners.\n\n"
        f"{SAID}she told the Courier.",
        "Ingrid Sól",
    ),
    (
        "Halverton city council met on Monday. The council’s own report called the pier “a danger to ships.”",
        "Halverton city council",
    ),
    (f"He thanked the cox, Will Lane. {SAID}Lane said.", "Will Lane"),
    (f"The diver’s widow, Karen Lane, wept. Paul Roe left. {SAID}she said.", "Karen Lane"),
    ("On Monday Hart visited the site and told staff: “We are ready for anything.”", "Hart"),
    ("Lucy Reed runs the plant. Reed e-mailed staff on Monday: “We are ready for anything.”", "Lucy Reed"),
    (f"Councillor Declan Roche objected. {SAID}Cllr Roche told the meeting.", "Declan Roche"),
    (f"Town captain, Dean Wills, was in tears. {SAID}he said.", "Dean Wills"),
    (f"City manager Luca Bernardi was calm. {SAID}the Italian said.", "Luca Bernardi"),
    (f"Teenager Kwame Asare scored twice. {SAID}the striker said.", "Kwame Asare"),
    (f"{SAID}said Pete ‘Sandbag’ Hall, landlord of the inn.", "Pete Hall"),
    (f"Corvane Medical, Inc. recalled the pump. {SAID}the company said.", "Corvane Medical, Inc"),
    ("Lucy Reed runs the plant.\nReed yesterday: “We are ready for anything.”", "Lucy Reed"),
    ("Senate Majority Leader Alice Marlowe spoke. " + SAID + "Marlowe said.", "Alice Marlowe"),
    ("According to the head of the Chamber of Mines, Rodrigo Peña, “we are ready for it.”", "Rodrigo Peña"),
    (
        "The mayor of Cerro Alto, Wilma Quispe, refused. The Minister of Mining, Álvaro Siles, answered her. "
        f"{SAID}he said.",
        "Álvaro Siles",
    ),
    (
        "Alain Mercadier built the road. His successor is Hélène Vasseur.\n"
        f"Vasseur refuses to comment on it. {SAID}she told the paper.",
        "Hélène Vasseur",
    ),
    ("The report’s author, Ilse Brandt, wrote: “The wall will not last another winter.”", "Ilse Brandt"),
    ("A letter signed by Ilse Brandt said: “The wall will not last another winter.”", "Ilse Brandt"),
    ("The ruling by Judge Ilse Brandt said: “The wall will not last another winter.”", "Ilse Brandt"),
    (
        "Critics of the plan have tweeted about Otto Blum. Nobody spoke. MapWorld could not resist. "
        "“Our drivers prefer roads to water,” it posted.",
        "MapWorld",
    ),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_the_speaker_has_the_full_name(text: str, name: str) -> None:
    assert _last(text).speaker.name == name


def test_an_interview_has_its_people() -> None:
    text = (
        "Ada Marlowe, the architect, spoke to Otto Blum.\n\n"
        "BLUM: “Why did you build it there, of all places?”\n\nMARLOWE: “Because nobody else wanted to.”"
    )
    found = _attributed(text)
    assert [a and a.speaker.name for a in found] == ["Otto Blum", "Ada Marlowe"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Ada Marlowe denied having promised “a blank cheque”.", True),
        ("Ada Marlowe denied that the losses were “in the thousands”.", True),
        ("Ada Marlowe rejected the claim that Otto Blum had “welcomed the expulsion of journalists”.", True),
        ("Ada Marlowe denied the report. She said the losses were “in the thousands”.", False),
        ("Ada Marlowe rejected the plan, which she called “a blank cheque”.", False),
    ],
)
def test_a_denial_reaches_the_words_inside_it(text: str, negated: bool) -> None:
    assert _last(text).negated is negated


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"{SAID}said Sir Otto Blum.", None),
        (f"{SAID}said Mrs Ada Marlowe.", None),
        (f"{SAID}said Dr Ada Marlowe, director of the institute.", "director of the institute"),
        (f"{SAID}said Labour’s Ada Marlowe.", "Labour"),
        (f"{SAID}said her deputy, Otto Blum.", "her deputy"),
        (f"{SAID}said Otto Blum, her deputy.", "her deputy"),
    ],
)
def test_a_form_of_address_is_no_role(text: str, role: str | None) -> None:
    assert _last(text).speaker.role == role


def test_a_body_is_no_person() -> None:
    found = _last(f"The passenger association Pro Schiene objected. {SAID}Pro Schiene said.")
    assert (found.speaker.name, found.speaker.type) == ("Pro Schiene", SpeakerType.ORGANISATION)


def test_words_that_nobody_is_said_to_have_spoken_have_no_speaker() -> None:
    assert _attributed(
        "The rain stopped.\n“The wall will not last another winter, we think.”\nIt rained."
    ) == [None]


def test_the_other_possible_speakers_come_in_order_with_their_chances() -> None:
    found = _last(
        "Senator Paula Whitcombe met Governor Alice Trent in the lobby on Monday.\n\n"
        "“We are ready for anything that comes our way,” she said."
    )
    chances = [one.probability for one in found.candidates]
    assert {found.speaker.name, found.candidates[0].speaker.name} == {"Paula Whitcombe", "Alice Trent"}
    assert chances == sorted(chances, reverse=True)
    assert found.confidence + sum(chances) <= 1.001
    assert found.confidence < 0.9


INTERVIEW = """
The chess player Nora Brand speaks to us between two games.

THE COURIER: You told a magazine that you would “rather lose in a beautiful way”. Is that so?

BRAND: The champion shook my hand and said, “You were winning.” I said, “I know that very well.”
"""


def test_you_and_i_of_an_interview_are_those_who_speak_in_it() -> None:
    magazine, champion, answer = _attributed(INTERVIEW)
    assert magazine is not None
    assert champion is not None
    assert answer is not None
    assert magazine.speaker.name == "Nora Brand"
    assert champion.speaker.name.lower() == "the champion"
    assert answer.speaker.name == "Nora Brand"
