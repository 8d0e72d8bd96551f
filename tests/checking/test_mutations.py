"""Seeded edits of many sentences: every one is found, and graded for what was done to it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from builders import archived, article, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Caution, Verdict

SENTENCES = [
    "The ferry company has ordered two electric ships and they will enter service in the spring.",
    "Our farmers lost 40 percent of the harvest because the summer was hot and the wells were dry.",
    "When the mill closed, some families moved to the coast and the village school lost its teacher.",
    "I told Minister Okafor that the railway is the backbone of this province and must be repaired.",
    "The library was built in 1911 with the money of a brewer who loved maps and old clocks.",
    "More people than ever visit the museum, and the trustees may extend the opening hours in June.",
    "A doctor from Lisbon examined the miners and the report was handed to the commission on Friday.",
    "The new stadium will cost 90 million euros, which is more than the hospital and the bridge together.",
    "Many of the volunteers can read the old maps, but the young are better with the satellite images.",
    "The company increased its wages after the strike, and the union has accepted the offer of the owners.",
    "Every winter the snow cuts the valley off, and the bakers carry bread over the pass on their backs.",
    "We found the letters in a barn near Tartu, wrapped in a newspaper that was printed before the war.",
]
STORE = FakeStore([archived(text, f"Speaker {n}") for n, text in enumerate(SENTENCES)])
NEW = ["purple", "lantern", "whisper", "gravel", "pelican", "violin"]
SWAPS = {
    "the": "a",
    "has": "had",
    "is": "was",
    "will": "may",
    "may": "will",
    "must": "should",
    "can": "must",
    "some": "all",
    "many": "few",
    "more": "less",
    "before": "after",
    "increased": "decreased",
    "accepted": "rejected",
    "two": "six",
    "40": "70",
    "90": "19",
    "1911": "1918",
    "million": "billion",
    "percent": "points",
    "euros": "dollars",
    "june": "july",
    "friday": "monday",
    "okafor": "Lindqvist",
    "lisbon": "Madrid",
    "tartu": "Riga",
    "every": "no",
    "better": "worse",
}
TURNING = [word for word in SWAPS if word not in ("the", "has", "is")]

Edit = Callable[[list[str], random.Random], list[str] | None]


def swap(words: list[str], among: list[str], chance: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if word.strip(",.").lower() in among]
    if not places:
        return None
    i = chance.choice(places)
    bare = words[i].strip(",.")
    new = SWAPS[bare.lower()]
    return [*words[:i], words[i].replace(bare, new.capitalize() if i == 0 else new), *words[i + 1 :]]


def replaced(words: list[str], chance: random.Random) -> list[str] | None:
    i = chance.choice([i for i, word in enumerate(words) if len(word) > 5 and word.islower()])
    plain = words[i].strip(",.")
    return (
        None if plain in SWAPS else [*words[:i], words[i].replace(plain, chance.choice(NEW)), *words[i + 1 :]]
    )


def inserted(words: list[str], chance: random.Random) -> list[str]:
    i = chance.randrange(1, len(words))
    return [*words[:i], chance.choice(NEW), *words[i:]]


def negated(words: list[str], chance: random.Random) -> list[str] | None:
    places = [i for i, word in enumerate(words) if word in ("is", "was", "has", "will", "may", "must", "can")]
    if not places:
        return None
    i = chance.choice(places) + 1
    return [*words[:i], "not", *words[i:]]


def shortened(words: list[str], chance: random.Random) -> list[str]:
    i = chance.randrange(0, len(words) - 6)
    return words[i : i + chance.randint(4, 6)]


def noisy(words: list[str], chance: random.Random) -> list[str]:
    i = chance.randrange(1, len(words))
    return [*words[:i], chance.choice(["um,", "[applause]", "\n", "er,"]), *words[i:]]


def noted(words: list[str], chance: random.Random) -> list[str]:
    i = chance.choice([i for i in range(1, len(words)) if not words[i - 1].isdigit()])
    return [*words[:i], f"[{chance.choice(NEW)}]", *words[i:]]


EDITS: dict[str, tuple[Edit, set[str]]] = {
    "untouched": (lambda words, _: words, {"verbatim"}),
    "fragment": (shortened, {"verbatim"}),
    "noise": (noisy, {"verbatim"}),
    "bracket": (noted, {"minor"}),
    "article": (lambda words, chance: swap(words, ["the"], chance), {"minor"}),
    "tense": (lambda words, chance: swap(words, ["has", "is"], chance), {"altered"}),
    "replaced": (replaced, {"altered"}),
    "inserted": (inserted, {"altered"}),
    "negated": (negated, {"reversed"}),
    "turned": (lambda words, chance: swap(words, TURNING, chance), {"reversed"}),
}


def edited(name: str) -> list[tuple[int, str]]:
    edit, _ = EDITS[name]
    chance = random.Random(f"seed of {name}")
    result = []
    for number, sentence in enumerate(SENTENCES):
        for _ in range(6):
            words = edit(sentence.split(), chance)
            if words is not None:
                result.append((number, " ".join(words)))
    return result


def check(text: str, speaker: str | None) -> Verdict:
    return check_quotation(finding(text, speaker), article(), STORE)


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_found_and_graded(name: str) -> None:
    cases = edited(name)
    assert len(cases) >= 12
    for number, text in cases:
        verdict = check(text, f"Speaker {number}")
        assert verdict.match is not None, text
        assert verdict.match.quote.text == SENTENCES[number], text
        assert str(verdict.wording) in EDITS[name][1], (text, verdict.summary)
        assert Caution.MISATTRIBUTED not in verdict.cautions


def test_halves_of_different_sentences_are_spliced() -> None:
    for number, sentence in enumerate(SENTENCES):
        other = SENTENCES[(number + 5) % len(SENTENCES)]
        text = " ".join(sentence.split()[:9] + other.split()[-8:])
        assert Caution.SPLICED in check(text, None).cautions, text


def test_unsaid_sentences_are_not_found() -> None:
    for text in (
        "The ferry company has never answered our letters, and the harbor master is on holiday.",
        "I told the pilot that the weather in the mountains was changing and that we had to turn.",
        "More people than we thought have signed the petition against closing the post office.",
        "The new road will cost the town dearly, which is why the farmers have gone to court.",
        "We found nothing in the cellar, nothing in the garden and nothing in the car of the accused.",
    ):
        for speaker in (None, "Speaker 0", "Speaker 7"):
            assert str(check(text, speaker).wording) == "not_found", text
