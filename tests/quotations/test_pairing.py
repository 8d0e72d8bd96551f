"""Which marks belong together: the contents that are found, the nested ones, and the marks left over."""

import pytest

from quotecheck.quotations import find_quotations


def contents(text: str) -> list[str]:
    return [quotation.text for quotation in find_quotations(text)[0]]


def nested(text: str) -> list[list[str]]:
    return [[span.of(text) for span in quotation.nested] for quotation in find_quotations(text)[0]]


def strays(text: str) -> list[int]:
    return [warning.at for warning in find_quotations(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” he said.", ["We are ready,"]),
        ('"We are ready," he said. "And you?"', ["We are ready,", "And you?"]),
        ("'I can't,' he said, 'and won't.'", ["I can't,", "and won't."]),
        ("‘I can’t,’ he said, ‘and won’t.’", ["I can’t,", "and won’t."]),
        ("« Nous allons bien », a déclaré le ministre.", ["Nous allons bien"]),
        ("«\u00a0Nous allons bien\u00a0», a-t-il dit.", ["Nous allons bien"]),
        ("«\u202fNous\u202f» et ‹\u202fvous\u202f»", ["Nous"]),
        ("‹Non›, dit-il.", ["Non"]),
        ("„Wir gehen“, sagte er. „Aber nicht heute.“", ["Wir gehen", "Aber nicht heute."]),
        ("„Idziemy”, powiedział.", ["Idziemy"]),
        ("»Wir gehen«, sagte er. »Und ihr?«", ["Wir gehen", "Und ihr?"]),
        ("‚Ja‘, sagte sie, ›nein‹.", ["Ja", "nein"]),
        ("”Vi går”, sade han.", ["Vi går"]),
        ("他说：「我们走。」她说：『好』", ["我们走。", "好"]),
        ("他说：“我们走。”", ["我们走。"]),
        ("``We go,'' he said, `now'.", ["We go,", "now"]),
        ("''We go,'' he said. ''So do 'they.'''", ["We go,", "So do 'they.'"]),
        ("(“We go,” he said.)", ["We go,"]),
        ("He said—“We go”—and left.", ["We go"]),
        ("“We go”/“We stay”", ["We go", "We stay"]),
        ("“No,”“Yes.”", ["No,", "Yes."]),
        ("Mayor: ‘We will not go back’", ["We will not go back"]),
        ("Minister 'misled' parliament over 'secret' deal", ["misled", "secret"]),
    ],
)
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In the ’90s, Shaquille O’Neal and the boys’ team liked rock ’n’ roll, and told ’em so.",
        "In the '90s, rock 'n' roll was king, he told 'em. The boys' team and the girls' team agreed.",
        "O‘Neal and Hawai‘i in the ‘90s",
        "’Tis the season; ’twas nice, ‘cause we were goin’ home.",
        "Dogs' and cats' owners' clubs",
        "The S.E.C.’s rules, the F.B.I.'s men, the U.S.’ own",
        "America’ s best",
        "He is 6'2\" and 5’ 11″ and 5’ 11” tall.",
        'The board is 2" x 4" and 6\' long.',
        "The site lies at 40°26'46\" north and 79°58'56\" west.",
        'A 12" record and a 7" single.',
        "<a href=\"https://example.org/x\" title='y z'>link</a>",
        '“”, "" and ‘ ’',
        "She ran `ls` there, then pressed `.",
        '"""""""""""""""',
    ],
)
def test_apostrophes_measures_and_code_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The boys' team won,' he said.", ["The boys' team won,"]),
        (
            "‘It was the players’ fault and the managers’ too,’ he said.",
            ["It was the players’ fault and the managers’ too,"],
        ),
        ("“We’re goin’ home,” he said, “an’ that’s that.”", ["We’re goin’ home,", "an’ that’s that."]),
        ('He was 6\'2", but "size doesn\'t matter," he said.', ["size doesn't matter,"]),
        ('"The board is 2" thick," he said.', ['The board is 2" thick,']),
        ('The 12" record was called "Blue Monday" and the 7" was not.', ["Blue Monday"]),
        ('He won "over 100" of them.', ["over 100"]),
        ("‘’Tis the season,’ he said.", ["’Tis the season,"]),
        ("'Em's my friend,' she said.", ["Em's my friend,"]),
        ('<b class="x">"Yes,"</b> he said.', ["Yes,"]),
    ],
)
def test_quotations_beside_apostrophes_and_measures(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert strays(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it a “disaster“ and a ”mess”.", ["disaster", "mess"]),
        ('He said, "We are ready.”', ["We are ready."]),
        ('He said, “We are ready."', ["We are ready."]),
        ("the‘forced labor’ of the minority", ["forced labor"]),
        ("the“forced labor” of the minority", ["forced labor"]),
        ('He said"We will go."', ["We will go."]),
        ('" We are ready, " he said.', ["We are ready,"]),
        ("“ We are ready, ” he said.", ["We are ready,"]),
        ("He said ( “ We go ” ) and left.", ["We go"]),
        ("“We,“ he said, “are ready.“", ["We,", "are ready."]),
    ],
)
def test_slips_of_the_typist(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert strays(text) == []


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "“He told me, ‘I’m done,’ and I said ‘so am I’,” she said.",
            "He told me, ‘I’m done,’ and I said ‘so am I’,",
            ["I’m done,", "so am I"],
        ),
        (
            "\"He told me, 'I'm done,' and left,\" she said.",
            "He told me, 'I'm done,' and left,",
            ["I'm done,"],
        ),
        (
            "‘She told me “never again” and left,’ he said.",
            "She told me “never again” and left,",
            ["never again"],
        ),
        ("“He said “no” to me,” she said.", "He said “no” to me,", ["no"]),
        ('"He said "no" to me," she said.', 'He said "no" to me,', ["no"]),
        ('"He said “no” to me," she said.', "He said “no” to me,", ["no"]),
        ("“‘We go,’ he said,” she said.", "‘We go,’ he said,", ["We go,"]),
        ("“He said ‘No.’\u2009” She left.", "He said ‘No.’", ["No."]),
        ("„Er sagte: ‚Nein‘ und ging“, sagte sie.", "Er sagte: ‚Nein‘ und ging", ["Nein"]),
        ("« Il a dit “non” », dit-elle.", "Il a dit “non”", ["non"]),
        (
            "“She said: ‘He wrote “no” there,’ I think.”",
            "She said: ‘He wrote “no” there,’ I think.",
            ["He wrote “no” there,", "no"],
        ),
    ],
)
def test_nested_quotations_are_no_quotations_of_their_own(text: str, outer: str, inner: list[str]) -> None:
    assert contents(text) == [outer]
    assert nested(text) == [inner]
    assert strays(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "at"),
    [
        ("“A was never closed. He said “B is right” and “C is not”.", ["B is right", "C is not"], [0]),
        ('"This is bad. "I mean it," she added.', ["I mean it,"], [0]),
        ('He said, "This is bad, and left. "I mean it," she added.', ["I mean it,"], [9]),
        ('"This is bad," he said, and I mean it," she added.', ["This is bad,"], [38]),
        ("“The House condemned the‘forced labor’ of the minority, it said.", ["forced labor"], [0]),
        ("It was bad,” he said. “It was good,” she said.", ["It was good,"], [11]),
        ("He said he was “sad. Nobody listened.", [], [15]),
        ("Nous « allons bien, dit-il. « Non », dit-elle.", ["Non"], [5]),
        ("“He said ‘no to me,” she said.", ["He said ‘no to me,"], [9]),
    ],
)
def test_a_mark_without_a_partner_is_a_warning_at_its_place(
    text: str, expected: list[str], at: list[int]
) -> None:
    assert contents(text) == expected
    assert strays(text) == at
    assert {warning.code for warning in find_quotations(text)[1]} == {"unpaired-mark"}


def test_the_warning_says_what_is_wrong() -> None:
    opening = find_quotations("He said “no and left.")[1]
    closing = find_quotations("He said no” and left.")[1]
    assert "never closed" in opening[0].message
    assert "never opened" in closing[0].message


def test_content_is_without_the_marks_and_the_blanks_inside_them() -> None:
    text = "Il dit : «\u00a0Oui\u00a0»."
    (quotation,) = find_quotations(text)[0]
    assert quotation.span.of(text) == "Oui"
    assert quotation.marked.of(text) == "«\u00a0Oui\u00a0»"
