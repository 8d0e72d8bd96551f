"""A check is written and read back with everything; what is no check is refused in one sentence."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest

from quotecheck.decisions import (
    Confirmed,
    DateCorrected,
    MatchChosen,
    NotAQuotation,
    Noted,
    QuotationAdded,
    SpanCorrected,
    SpeakerCorrected,
    VerdictOverridden,
    anchor,
    decide,
)
from quotecheck.decisions.document import Document, DocumentError, from_bytes, read, to_bytes, write
from quotecheck.libraries import LOADING
from quotecheck.model import (
    ArchivedQuote,
    ArchiveIdentity,
    Article,
    Attribution,
    Basis,
    Caution,
    Dating,
    Difference,
    DifferenceKind,
    DifferenceOp,
    Finding,
    Interval,
    Kind,
    Match,
    PossibleSpeaker,
    Publication,
    Quotation,
    Report,
    Span,
    Speaker,
    TextWarning,
    Verdict,
    Wording,
)

TEXT = "Mayor Ana Ruiz said: “We will not open the gates.” 🚢\n"
SPAN = Span(TEXT.index("We will"), TEXT.index(".”") + 1)
DAY = Interval.day(date(2024, 5, 14))
QUOTE = ArchivedQuote(
    "q1", "We will not open the gate.", "Ana Ruiz", DAY, ("Ana Ruiz",), verified_on=DAY.earliest
)
AT = datetime(2024, 5, 15, 8, 30, tzinfo=UTC)


def _document() -> Document:
    difference = Difference(
        DifferenceOp.REPLACE,
        "gates",
        "gate",
        DifferenceKind.SPELLING,
        Span(21, 26),
        Span(21, 25),
        "One letter.",
    )
    verdict = Verdict(
        Wording.MINOR, "Fine.", (Caution.OMISSION,), 0.9, Match(QUOTE, 0.9, Span(0, 26), (difference,))
    )
    other = PossibleSpeaker(Speaker("Tom"), None, 0.1)
    finding = Finding(
        Quotation(SPAN, Span(SPAN.start - 1, SPAN.end + 1), SPAN.of(TEXT), Kind.STATEMENT, 1),
        Attribution(Speaker("Ana Ruiz", "Mayor"), Span(6, 14), None, 0.9, candidates=(other,)),
        Dating(DAY, Span(0, 5), inferred=True, reason="A Tuesday."),
        verdict,
    )
    published = Publication(DAY, Basis.GIVEN)
    article = Article(TEXT, title="The port", published=published)
    warnings = (TextWarning("unpaired-mark", 3, "Never closed."),)
    report = Report(article, (finding,), warnings, ArchiveIdentity("Harbour", 3))
    about = anchor(TEXT, SPAN)
    changes = [
        Confirmed(Wording.MINOR, "q1"),
        MatchChosen(QUOTE),
        MatchChosen(None),
        SpeakerCorrected(Speaker("Tom Berg")),
        SpeakerCorrected(None),
        DateCorrected(DAY, "last Tuesday"),
        VerdictOverridden(Wording.ALTERED, "So the minutes.", (Caution.CONTEXT,)),
        Noted("Ring her “tomorrow”."),
        QuotationAdded(),
        NotAQuotation(),
        SpanCorrected(about),
    ]
    decisions = tuple(decide(about, change, by="Ed", at=AT) for change in changes)
    return Document(report, decisions, "The port", published, "/somewhere/port.qcheck", AT)


DOCUMENT = _document()


def test_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "port.qcheck"
    write(DOCUMENT, path, at=AT)
    assert read(path) == DOCUMENT


def test_the_file_is_plain_json_that_names_its_schema() -> None:
    values = json.loads(to_bytes(DOCUMENT))
    assert values["schema"] == "quotecheck.document/1"
    assert values["report"]["article"]["text"] == TEXT
    assert values["decisions"][0]["change"] == {"wording": "minor", "quote_uid": "q1", "kind": "confirmed"}


def test_what_a_later_version_adds_is_passed_over() -> None:
    values = json.loads(to_bytes(DOCUMENT))
    values["mood"] = "calm"
    assert from_bytes(json.dumps(values).encode()) == DOCUMENT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a check"),
        (b"\xff\xfe\x00", "not a check"),
        (b"[" * 100_000, "not a check"),
        (b"[]", "not a check"),
        (b'{"schema": "quotecheck.report/1"}', "not a check"),
        (b'{"schema": "quotecheck.document/2"}', "newer version"),
        (b'{"schema": "quotecheck.document/1"}', "damaged"),
    ],
)
def test_what_is_no_check_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        from_bytes(data, name="x.qcheck")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="nowhere"):
        read(tmp_path / "nowhere.qcheck")
    with pytest.raises(DocumentError, match="cannot be read"):
        read(tmp_path)


def test_a_part_that_is_of_another_sort_is_named() -> None:
    values = json.loads(to_bytes(DOCUMENT))
    values["report"]["findings"][0]["quotation"]["span"] = "here"
    with pytest.raises(DocumentError, match="span"):
        from_bytes(json.dumps(values).encode())


def test_reading_waits_while_another_thread_loads_a_library() -> None:
    def read_nothing() -> None:
        with pytest.raises(DocumentError):
            from_bytes(b"no check")

    reader = Thread(target=read_nothing)
    with LOADING:
        reader.start()
        reader.join(0.3)
        assert reader.is_alive()
    reader.join()
