"""What kind each quotation is."""

import pytest

from quotecheck.quotations import find_quotations


def kinds(text: str) -> list[str]:
    return [str(quotation.kind) for quotation in find_quotations(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,” she said.",
        "She said: “We are ready.”",
        "“No comment,” she said.",
        "“Absolutely.”",
        "“Why not?”",
        "He had one word for them: “Never.”",
        "She said that “we are ready to go”.",
        "She told him, “it is late”.",
        "• “No more buckets.” – Ada Pike, buildings",
        "She posted a photograph of a bird and the words “he lives here now”.",
        "Her office sent a photograph and the words “Yours, Minister?”",
        "Q. Did you ring? A. “I did.”",
        "Q. When was it?\nA. “A little after two.”",
        "She pointed out on Thursday that “the locks are working”.",
        "The report concluded: “[T]he bridge was never safe”.",
        "“…and then we left,” he said.",
        "He paused. “I would, Donald.” Nobody moved.",
        "‘We are ready,’ she said.",
        "Minister: ‘We will not go back’",
        "„Wir gehen“, sagte er.",
        "« Nous allons bien », a déclaré le ministre.",
        "他说：「我们走。」",
    ],
)
def test_statements(text: str) -> None:
    assert kinds(text) == ["statement"]


@pytest.mark.parametrize(
    "text",
    [
        "He said he was “humbled” by it.",
        "The bank blamed “human error”.",
        "She called the plan “reckless”.",
        "The company remains “determined” to list, it said.",
        "The firm, according to the ministry, “promoted its wares” to the police.",
        "They delayed it “in order to protect the interests of investors”.",
        "She described it as a “serious violation of the law”.",
        "He hailed her as “the real winner here”.",
        "Critics likened it to a “bad dream”.",
        "He accused the network of “swindling”.",
        "The senator labelled him a “Total Fraud” on Monday.",
        "The deal was, she said, “a disgrace”.",
        "He promised “to fight on”.",
        "Its mission is “to make hearing ordinary.”",
        "The clerk greeted her with the words “the typewriter is over there”.",
        "His speech ended with the words “and now to bed”.",
        "For the analyst Carla Mamani, the conflict “is only beginning”.",
        "It never said that hospitals should “make do”, her office insisted.",
        "It said that repairs “would be completed as safety allows”.",
        "“A shoebox with ambitions” was how the critic described it.",
        "The panel’s chair is a “lawful source of rent”, as a ministry memo put it.",
        "For the daily, which sent a photographer, the affair is “winter in one chimney”.",
        "The complaint speaks of a scheme by which they “quietly emptied” the fund.",
        "He called the tax “the fairest idea this house has been afraid of”.",
    ],
)
def test_fragments(text: str) -> None:
    assert kinds(text) == ["fragment"]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” were wrong.",
        "Every “expert” in the studio had a book to sell.",
        "Dealers call the process “seasoning”.",
        "Sailors speak of “the long swallow”, the hour before dawn.",
        "An analyst, she said, has a “sell” rating on it.",
        "Men in “Free Town” caps stood at the gate.",
        "He was nicknamed “the Butcher of Baghdad”.",
        "The word “ain’t” is used a lot.",
        "The term “fake news” is older than that.",
        "William “Bill” Clinton spoke.",
        "Dwayne “The Rock” Johnson won.",
        "The disease was commonly called “swine flu”.",
        "The plant, known to fishermen as “eelgrass”, is rare.",
        "The “bridge tax”, as it is called in the cafés, is due, he said.",
        "“Ubuntu” means humanity.",
        "Tavora sits on what geologists call the “Anvil”.",
        "The Post sent its “roving philosopher” to the fair.",
        "His policy of “massive patience” had failed.",
        "They live in “temporary” huts.",
        "The shed is a “compostable facility.” The man next door, Orion says, is loud.",
        "He had entered the money in the books as “fuel” and spent it.",
        "The United States has a museum of “unknowns” in its capital.",
        "“(APPLAUSE.)”",
        "A man going by the name “Ghost” was there.",
        "A law to condemn the ‘forced labour’ of the minority was passed. “It is time,” she said. “Now.”",
    ],
)
def test_scare_quotes_nicknames_and_words_as_words(text: str) -> None:
    assert kinds(text)[0] == "scare"


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Last of the Mohicans” is out.",
        "Her novel, “Beloved,” won.",
        "His song “Yesterday” is old.",
        "The orchestra performed “Lamplighter” twice.",
        "In her book “Becoming,” she writes of it.",
        "An article entitled “how we lost the war” appeared.",
        "Marlowe told Channel Nine’s “Breakfast Table” that she would stand.",
        "On Tuesday’s episode of “The Long Lunch Hour,” the mayor was silent.",
        "Officials launched “Operation Desert Storm” in 1991.",
        "The hashtag “#MeToo” spread.",
        "The bill, known as the “Save Our Children Act,” passed.",
        "The “Born to Run” tour began.",
        "He wrote in “The Art of War” of deception.",
        "It’s called “Humming”.",
        "They stayed on an island called “Lesser Whale”.",
        "On his boat, the »Hoffnung«, there is room.",
        "He took calls on his “Early Bird” radio programme.",
        "She starred in “Gone with the Wind” that year.",
    ],
)
def test_titles(text: str) -> None:
    assert kinds(text) == ["title"]


def test_kinds_side_by_side() -> None:
    text = (
        "The author of “Silent Rivers” said the so-called “reform” was “a sham”. "
        "“Nobody asked us,” she added."
    )
    assert kinds(text) == ["title", "scare", "fragment", "statement"]


def test_what_runs_over_paragraphs_is_a_statement() -> None:
    assert kinds("“Never.\n\n“never ever,” he said.") == ["statement", "statement"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He went after her as a “danger to us all”, a “bully” and “sad”.", "fragment"),
        ("She cited his names for her, “the broom” and “Lady Static”.", "fragment"),
        ("They played Dana’s songs “Halo” and “Crazy in Love”.", "title"),
        ("The words “cold” and “hot” are short.", "scare"),
    ],
)
def test_what_stands_in_one_list_is_of_one_kind(text: str, expected: str) -> None:
    assert set(kinds(text)) == {expected}
