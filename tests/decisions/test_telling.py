"""Decisions in reports: who decided what and when, apart from what was found."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from io import StringIO
from pathlib import Path

import jsonschema
from rich.console import Console

from quotecheck.cli import main
from quotecheck.commands.saved_checks import with_decisions
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
    review,
    withdrawn,
)
from quotecheck.decisions.document import Document, write
from quotecheck.model import (
    ArchivedQuote,
    Article,
    Attribution,
    Finding,
    Interval,
    Kind,
    Quotation,
    Report,
    Span,
    Speaker,
    Verdict,
    Wording,
)
from quotecheck.reporting import report_to_json, write_csv, write_html, write_pdf, write_text

TEXT = "Mayor Ann Fox said: “We will open the harbour gates in the spring.” Nobody else spoke."
SPAN = Span(TEXT.index("We"), TEXT.index("”"))
WHEN = datetime(2024, 5, 14, 9, 30, tzinfo=UTC)


def found() -> Report:
    quotation = Quotation(SPAN, Span(SPAN.start - 1, SPAN.end + 1), SPAN.of(TEXT), Kind.STATEMENT, 1)
    attribution = Attribution(Speaker("Ann Fox", "Mayor"), None, None, 0.9)
    return Report(
        Article(TEXT), (Finding(quotation, attribution, None, Verdict(Wording.ALTERED, "One change.")),)
    )


def decided(*changes) -> Report:
    about = anchor(TEXT, SPAN)
    decisions = [decide(about, change, by="Jo Lind", at=WHEN) for change in changes]
    return with_decisions(found(), decisions, None)


def test_a_report_without_decisions_is_as_it_was() -> None:
    assert with_decisions(found(), (), None) is not None
    assert report_to_json(found())["quotations"][0]["decisions"] == []


def test_every_kind_of_decision_is_told_with_what_it_replaced() -> None:
    changes = [
        Confirmed(Wording.ALTERED, None),
        MatchChosen(ArchivedQuote("q9", "We will open the gates.", "Ann Fox")),
        SpeakerCorrected(Speaker("Bo Hill")),
        DateCorrected(Interval.day(date(2024, 5, 13)), "yesterday"),
        VerdictOverridden(Wording.VERBATIM, "A typing error in the archive."),
        Noted("Ring her."),
        QuotationAdded(),
        NotAQuotation(),
        SpanCorrected(anchor(TEXT, SPAN)),
    ]
    values = report_to_json(decided(*changes))
    told = {note["kind"]: note for note in values["quotations"][0]["decisions"]}
    assert set(told) == {change.kind for change in changes}
    assert told["speaker"]["text"] == "speaker: Bo Hill"
    assert told["speaker"]["found"] == "Ann Fox"
    assert told["verdict"]["found"] == "altered"
    assert {note["by"] for note in told.values()} == {"Jo Lind"}
    assert told["note"]["at"] == WHEN.isoformat()
    schema = json.loads((files("quotecheck.resources") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(values, schema)


def test_decisions_stand_in_every_written_report(tmp_path) -> None:
    report = decided(SpeakerCorrected(Speaker("Bo Hill")), Noted("Ring <b>her</b>."))
    out = StringIO()
    write_text(report, Console(file=out, width=200))
    write_csv(report, tmp_path / "r.csv")
    write_html(report, tmp_path / "r.html")
    for text in (out.getvalue(), (tmp_path / "r.csv").read_text(encoding="utf-8-sig")):
        assert "speaker: Bo Hill instead of “Ann Fox” (Jo Lind, May 14, 2024)" in text
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "speaker: Bo Hill instead of" in page
    assert "Ring &lt;b&gt;her&lt;/b&gt;." in page


def test_decisions_stand_in_the_pdf_and_in_its_annotations(tmp_path) -> None:
    import pikepdf
    import pypdfium2

    write_pdf(decided(Noted("Ring her.")), tmp_path / "r.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "r.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "note: Ring her. (Jo Lind" in " ".join(text.split())
    with pikepdf.open(tmp_path / "r.pdf") as pdf:
        contents = [
            str(a.Contents) for page in pdf.pages for a in page.get("/Annots", []) if "/Contents" in a
        ]
    assert any("Decided: note: Ring her." in content for content in contents)


def test_the_command_line_reports_on_a_saved_check(tmp_path, capsys) -> None:
    note = decide(anchor(TEXT, SPAN), Noted("Ring her."), by="Jo Lind", at=WHEN)
    write(Document(found(), (note,), title="The harbour"), tmp_path / "x.qcheck", at=WHEN)
    code = main(["check", str(tmp_path / "x.qcheck"), "--archive", "none", "--json", "-"])
    assert code in (0, 1)
    values = json.loads(capsys.readouterr().out)
    assert values["article"]["title"] == "The harbour"
    assert [note["text"] for note in values["quotations"][0]["decisions"]] == ["note: Ring her."]


def test_a_file_that_is_no_saved_check_is_refused(tmp_path, capsys) -> None:
    (tmp_path / "x.qcheck").write_text("{}")
    assert main(["check", str(tmp_path / "x.qcheck")]) == 2
    assert "not a check saved by QuoteCheck" in capsys.readouterr().err


def test_what_somebody_settled_needs_no_attention_any_more() -> None:
    assert found().needs_attention
    settled = decided(Confirmed(Wording.ALTERED))
    assert not settled.findings[0].needs_attention
    assert settled.findings[0].verdict.needs_attention, "the finding itself stays what it is"
    noted = decided(Noted("Ask her office."))
    assert noted.findings[0].needs_attention


def written(report: Report, folder: Path) -> dict[str, str]:
    """Return what the report says in each form that is read by people."""
    import pypdfium2

    out = StringIO()
    write_text(report, Console(file=out, width=300))
    write_html(report, folder / "r.html")
    write_pdf(report, folder / "r.pdf")
    pages = pypdfium2.PdfDocument(folder / "r.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    page = (folder / "r.html").read_text(encoding="utf-8")
    return {"text": out.getvalue(), "html": page, "pdf": " ".join(text.split())}


def test_words_said_to_be_no_quotation_are_told_of_in_every_report(tmp_path: Path) -> None:
    report = decided(NotAQuotation())
    assert not report.speech
    for form, words in written(report, tmp_path).items():
        assert "We will open the harbour gates in the spring.”: no quotation (Jo Lind" in words, form


def test_decisions_whose_words_are_gone_are_told_of_in_every_report(tmp_path: Path) -> None:
    about = anchor("Elsewhere he wrote “Wholly other words, of another text.”", Span(20, 56))
    report = with_decisions(found(), [decide(about, Noted("Ask him."), by="Jo Lind", at=WHEN)], None)
    for form, words in written(report, tmp_path).items():
        assert "no longer in the article: note: Ask him. (Jo Lind" in words, form
    (lost,) = report_to_json(report)["lost_decisions"]
    assert (lost["words"], lost["by"]) == (about.exact, "Jo Lind")


def test_a_decision_that_was_withdrawn_is_in_force_no_more() -> None:
    about = anchor(TEXT, SPAN)
    taken_back = withdrawn(
        decide(about, SpeakerCorrected(Speaker("Bo Hill")), by="Jo Lind"), by="Ed", at=WHEN
    )
    reviewed = review(found(), [taken_back])
    assert reviewed.report == found()
    assert reviewed.decisions == (taken_back,)
