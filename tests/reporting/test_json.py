import json
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from quotecheck.model import Article, DecisionNote, Finding, Kind, Quotation, Report, Span
from quotecheck.reporting import json_line, report_to_json

SCHEMA = json.loads((files("quotecheck.resources") / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(params=["harbour", "sample", "without_archive", "no_quotations"])
def any_report(request):
    return request.getfixturevalue(request.param)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_a_report_keeps_to_the_schema(any_report):
    plain = json.loads(json.dumps(report_to_json(any_report)))
    Draft202012Validator(SCHEMA).validate(plain)


def test_the_schema_refuses_what_is_not_a_report(harbour):
    broken = json.loads(json.dumps(report_to_json(harbour)))
    del broken["quotations"][0]["said"]
    assert not Draft202012Validator(SCHEMA).is_valid(broken)


def test_offsets_count_code_points_of_the_articles_text(any_report):
    plain = report_to_json(any_report)
    text = plain["article"]["text"]
    for quotation in plain["quotations"]:
        assert text[quotation["start"] : quotation["end"]] == quotation["text"]
        if quotation["speaker"] and quotation["speaker"]["mention"]:
            start, end = quotation["speaker"]["mention"]
            assert text[start:end] == quotation["speaker"]["name"]


def test_what_is_known_of_a_quotation(sample):
    plain = report_to_json(sample)
    ross = plain["quotations"][0]
    assert plain["schema"] == "quotecheck.report/1"
    assert plain["article"]["translated_from"] == "fr"
    assert plain["article"]["published"]["earliest"] == "2021-12-11"
    assert plain["article"]["published"]["basis"] == "inferred"
    assert ross["speaker"]["name"] == "Wilbur Ross"
    assert ross["speaker"]["confidence"] == 0.98
    assert (ross["said"]["earliest"], ross["said"]["latest"]) == ("2019-01-01", "2019-12-31")
    assert ross["verdict"]["wording"] == "altered"
    assert ross["verdict"]["cautions"] == ["translated"]
    assert ross["verdict"]["match"]["date"] == "2019-10-07"
    brief = [(d["op"], d["article"], d["archive"]) for d in ross["verdict"]["match"]["differences"]]
    assert brief == [
        ("move", "the Commerce Department", "Department of Commerce"),
        ("replace", "across", "within"),
    ]


def test_what_is_not_known_is_null():
    quotation = Quotation(Span(1, 3), Span(0, 4), "Hm", Kind.STATEMENT, 1)
    plain = report_to_json(Report(Article("“Hm”"), (Finding(quotation),)))
    assert plain["article"]["title"] is None
    assert plain["article"]["published"] is None
    assert plain["archive"] is None
    assert [plain["quotations"][0][key] for key in ("speaker", "said", "verdict")] == [None, None, None]


def test_candidates_are_brief(harbour):
    candidate = report_to_json(harbour)["quotations"][1]["verdict"]["candidates"][0]
    assert candidate["text"] == "We looked at every option."
    assert candidate["date"] is None
    assert "differences" not in candidate


def test_a_line_reads_back_even_with_half_a_character(harbour):
    odd = replace(
        harbour, article=replace(harbour.article, title="half \ud83d of 😀\n\x85\u2028\u2029and more")
    )
    line = json_line(report_to_json(odd))
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8")) == report_to_json(odd)


def test_dates_are_days(harbour):
    said = report_to_json(harbour)["quotations"][5]["said"]
    assert date.fromisoformat(said["earliest"]) == date(2024, 1, 1)


def test_of_a_quotation_that_is_given_to_nobody_those_quoted_nearby_are_named(harbour):
    first, second, *others = harbour.findings
    assert first.attribution.confidence >= 0.6
    orphan = replace(second, attribution=None)
    values = report_to_json(replace(harbour, findings=(first, orphan, *others)))
    offered = values["quotations"][1]["possible_speakers"]
    assert first.attribution.speaker.name in [speaker["name"] for speaker in offered]
    assert values["quotations"][0]["possible_speakers"] == []
    decided = DecisionNote("speaker", "speaker not named", "Jo Lind", datetime(2024, 5, 14, tzinfo=UTC))
    orphan = replace(orphan, decisions=(decided,))
    values = report_to_json(replace(harbour, findings=(first, orphan, *others)))
    assert values["quotations"][1]["possible_speakers"] == []
