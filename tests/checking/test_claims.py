"""Words that the article denies or only imagines are no accusation when the archive has them not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotecheck.archive import Archive
from quotecheck.model import Caution, Wording
from quotecheck.pipeline import check
from quotecheck.reporting.json_report import report_to_json
from quotecheck.reporting.phrases import speaker_text


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "empty.db", create=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "start", "shown"),
    [
        (
            "Ada Marlowe never said that the dam was “finished for good and all.”",
            "The article says that this was not said; ",
            "Ada Marlowe (denied)",
        ),
        (
            "A braver chairman might have said: “We were wrong, and here is what it cost you.”",
            "The article only imagines this and does not say that it was said; ",
            "A braver chairman (imagined)",
        ),
    ],
)
def test_the_sentence_says_it_plainly(archive: Archive, text: str, start: str, shown: str) -> None:
    report = check(text, archive)
    [found] = report.findings
    assert found.verdict is not None
    assert found.verdict.wording is Wording.NOT_FOUND
    assert found.verdict.summary.startswith(start)
    assert Caution.MISATTRIBUTED not in found.verdict.cautions
    assert speaker_text(found) == shown


def test_both_are_kept_where_one_quotes_another(archive: Archive) -> None:
    text = "Victor Hansen recalled that Edda Thorsen told him “the islands can wait for us.”"
    report = check(text, archive)
    [told] = report_to_json(report)["quotations"]
    assert told["speaker"]["name"] == "Edda Thorsen"
    assert told["speaker"]["via"] == {"name": "Victor Hansen", "role": None, "type": "person"}
    assert speaker_text(report.findings[0]) == "Edda Thorsen (as told by Victor Hansen)"
