"""A dateline names a place, and nobody who speaks."""

from __future__ import annotations

import pytest

from quotecheck import analyse

DATELINES = (
    "CITY HALL, March 3, 2021 — ",
    "SPRINGFIELD, March 3, 2021 — ",
    "GENEVA — ",
    "GENEVA, June 3, 2024 (NWA) — ",
    "PARIS, May 2, 2020 (AFP) – ",
    "BRUSSELS, Belgium (AP) — ",
    "London, 3 June 2024 - ",
    "SPRINGFIELD, Ill., March 3, 2021 -- ",
    "New Delhi (Reuters) - ",
)


@pytest.mark.parametrize("dateline", DATELINES)
@pytest.mark.parametrize("said", ["said Mayor Ana Ruiz on Tuesday.", "Mayor Ana Ruiz said on Tuesday."])
def test_the_place_does_not_speak(dateline: str, said: str) -> None:
    (finding,) = analyse(f"{dateline}“We will not go back,” {said}\n").findings
    assert finding.attribution is not None
    assert finding.attribution.speaker.name == "Ana Ruiz"


def test_names_before_a_dash_in_a_dialogue_still_speak() -> None:
    text = (
        "The two of them met on stage.\n\nNobody else came.\n\nIt was late.\n\n"
        "MARLOWE — “I never liked the bridge.”\n\nPERCY — “Nobody asked you.”\n"
    )
    names = [f.attribution.speaker.name if f.attribution else None for f in analyse(text).findings]
    assert "MARLOWE" in str(names[0]).upper()
