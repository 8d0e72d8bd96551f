"""Names that are not what they seem are shown and flagged when a bundle or a file of rows is taken in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import NewQuote
from quotecheck.archive.incoming.lookalikes import doubt_about, skeleton
from quotecheck.cli import main
from quotecheck.sharing import inspect_bundle, preview_bundle


@pytest.mark.parametrize(
    "name",
    [
        "Lee P\u0430rk",
        "Lee \u0420\u0430rk",
        "\u0410lexis Day",
        "Lee \u202ekraP\u202c",
        "Le\u200be",
        "L\u00adee",
        "Mo \u0420\u043e\u0440",
    ],
)
def test_imitations_are_doubtful(name: str) -> None:
    assert doubt_about(name)


@pytest.mark.parametrize(
    "name",
    [
        "Lee Park",
        "Владимир Путин",
        "Αλέξης Τσίπρας",
        "Иван Smith",
        "Ayşe Öz",
        "李 Park",
        "علی\u200cرضا",
        "µTorrent",
    ],
)
def test_names_of_any_one_script_are_not(name: str) -> None:
    assert doubt_about(name) is None


def test_a_skeleton_is_what_it_is_taken_for() -> None:
    assert skeleton("Lee \u0420\u0430rk\u200b") == "Lee Park"


def test_inspection_and_preview_say_so(ana: Any, ben: Any) -> None:
    with ana.archive() as archive:
        archive.add_quote(NewQuote("We will win.", speaker="Lee P\u0430rk"), by="Ana")
        archive.add_quote(NewQuote("We will \u202ewin\u202c.", speaker="Lee"), by="Ana")
    bundle = ana.export()
    with ben.archive() as archive:
        seen, before = inspect_bundle(bundle), preview_bundle(archive, bundle)
    assert len(seen.doubts) == 1
    assert "Cyrillic + Latin" in str(seen.doubts[0])
    assert len(before.doubts) == 2
    assert "\\u202e" in str(before.doubts[1])


def test_the_commands_say_so_too(ana: Any, ben: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with ana.archive() as archive:
        archive.add_quote(NewQuote("We will win.", speaker="Lee P\u0430rk"), by="Ana")
    bundle, mine = str(ana.export()), str(ben.path)
    with ben.at_work():
        for job in (["inspect", bundle], ["import", bundle, "--archive", mine, "--preview"]):
            assert main(["share", *job]) == 0
            assert "Cyrillic + Latin" in capsys.readouterr().out
            assert main(["share", *job, "--json", "-"]) == 0
            assert "Cyrillic + Latin" in json.loads(capsys.readouterr().out)["doubts"][0]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_rows_with_such_names_come_in_and_are_named_once(ana: Any, suffix: str, tmp_path: Path) -> None:
    rows = [
        ("We will win.", "Lee P\u0430rk"),
        ("We won.", "Lee P\u0430rk"),
        ("Thank \u202eyou\u202c.", "Lee"),
    ]
    path = tmp_path / f"rows.{suffix}"
    if suffix == "csv":
        lines = ["text,speaker", *(",".join(row) for row in rows)]
    else:
        lines = [f'{{"text": "{text}", "speaker": "{speaker}"}}' for text, speaker in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    with ana.archive() as archive:
        result = archive.import_quotes(path, by="Ana")
    assert (result.added, result.skipped) == (3, 0)
    assert ["look alike" in str(one.message) for one in result.problems] == [True, False]
    assert "direction" in str(result.problems[1].message)
