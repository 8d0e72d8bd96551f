"""The sample article against the starter archive, through the command line."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from quotecheck.cli import main


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("sample")
    out = folder / "report.json"
    with pytest.MonkeyPatch.context() as patch, as_file(files("quotecheck.resources")) as resources:
        patch.setenv("QUOTECHECK_DATA_DIR", str(folder / "data"))
        sample = Path(resources) / "sample" / "seed_article.txt"
        assert main(["check", str(sample), "--json", str(out), "--quiet"]) == 1
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def speech(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The pieces of speech by their first words."""
    return {
        " ".join(q["text"].split()[:3]): q
        for q in report["quotations"]
        if q["kind"] in ("statement", "fragment")
    }


def test_seven_pieces_of_speech_with_their_speakers(speech: dict[str, dict[str, Any]]) -> None:
    assert {first: q["speaker"]["name"] for first, q in speech.items()} == {
        "The U.S. government": "Wilbur Ross",
        "In Xinjiang and": "Nancy Pelosi",
        "promoted its ability": "U.S. Treasury",
        "in order to": "SenseTime",
        "determined": "SenseTime",
        "caught in the": "SenseTime",
        "We strongly object": "SenseTime",
    }


def test_kinds(speech: dict[str, dict[str, Any]], report: dict[str, Any]) -> None:
    statements = {first for first, q in speech.items() if q["kind"] == "statement"}
    assert statements == {"The U.S. government", "In Xinjiang and", "We strongly object"}
    assert [q["kind"] for q in report["quotations"] if q["text"] == "forced labor"] == ["scare"]


def test_offsets_are_the_words_between_the_marks(report: dict[str, Any]) -> None:
    text = report["article"]["text"]
    for q in report["quotations"]:
        assert text[q["start"] : q["end"]] == q["text"]


def test_the_mark_that_never_closes_is_a_warning_at_its_place(report: dict[str, Any]) -> None:
    mark = report["article"]["text"].index("“The U.S. House")
    assert [(w["code"], w["at"]) for w in report["warnings"]] == [("unpaired-mark", mark)]
    assert not any("House of Representatives" in q["text"] for q in report["quotations"])


def test_the_article_is_dated_from_its_own_constraints(report: dict[str, Any]) -> None:
    published = report["article"]["published"]
    assert published["basis"] == "inferred"
    assert "2021-12-08" <= published["earliest"] <= published["latest"] <= "2021-12-19"


def test_the_dates_that_govern_the_quotes(speech: dict[str, dict[str, Any]]) -> None:
    ross, pelosi = speech["The U.S. government"]["said"], speech["In Xinjiang and"]["said"]
    assert "2019-01-01" <= ross["earliest"] <= ross["latest"] <= "2019-12-31"
    assert (pelosi["earliest"], pelosi["latest"]) == ("2021-12-08", "2021-12-08")
    treasury = speech["promoted its ability"]["said"]
    assert (treasury["earliest"], treasury["latest"]) == ("2021-12-10", "2021-12-10")


def test_every_verdict_says_that_the_article_is_a_translation(
    report: dict[str, Any], speech: dict[str, dict[str, Any]]
) -> None:
    assert report["article"]["translated_from"] == "fr"
    assert all("translated" in q["verdict"]["cautions"] for q in speech.values())


def test_ross_differs_in_the_department_and_one_preposition(speech: dict[str, dict[str, Any]]) -> None:
    verdict = speech["The U.S. government"]["verdict"]
    assert (verdict["wording"], verdict["match"]["date"]) == ("altered", "2019-10-07")
    changes = [(d["article"], d["archive"]) for d in verdict["match"]["differences"]]
    assert len(changes) == 2
    assert "Commerce Department" in changes[0][0]
    assert "Department of Commerce" in changes[0][1]
    assert changes[1] == ("across", "within")


def test_the_treasury_fragment_has_one_changed_verb(speech: dict[str, dict[str, Any]]) -> None:
    verdict = speech["promoted its ability"]["verdict"]
    assert verdict["wording"] == "altered"
    changes = [(d["article"], d["archive"]) for d in verdict["match"]["differences"]]
    assert changes == [("promoted", "has highlighted")]


def test_the_company_is_found_in_its_statement_and_its_filing(speech: dict[str, dict[str, Any]]) -> None:
    dates = {
        first: speech[first]["verdict"]["match"]["date"] for first in ("We strongly object", "caught in the")
    }
    assert set(dates.values()) == {"2021-12-11"}
    assert speech["We strongly object"]["verdict"]["wording"] in ("altered", "paraphrase")
    assert speech["We strongly object"]["verdict"]["match"]["differences"]
    assert speech["in order to"]["verdict"]["match"]["date"] == "2021-12-13"
    assert speech["determined"]["verdict"]["wording"] in ("uncheckable", "paraphrase")


def test_a_source_later_than_the_article_is_not_its_origin(speech: dict[str, dict[str, Any]]) -> None:
    verdict = speech["In Xinjiang and"]["verdict"]
    assert verdict["wording"] != "verbatim"
    if verdict["match"]:
        assert verdict["match"]["date"] == "2022-11-29"
        assert "misdated" in verdict["cautions"]
        assert "later than the article" in verdict["summary"]
