"""The rows of the list, and the filter over them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from quotecheck.desktop.findings.quotation_model import QuotationFilter, QuotationModel, Role, tally
from quotecheck.model import Finding, Report

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(qapp):
    return QuotationModel()


@pytest.fixture
def rows(model):
    rows = QuotationFilter()
    rows.setSourceModel(model)
    return rows


def numbers(rows: QuotationFilter) -> list[int]:
    return [rows.index(i, 0).data(Role.NUMBER) for i in range(rows.rowCount())]


def test_models_keep_the_rules_of_models(model, rows, report: Report) -> None:
    testers = [QAbstractItemModelTester(model, FATAL), QAbstractItemModelTester(rows, FATAL)]
    model.show_report(report)
    rows.search("audit")
    model.show_report(replace(report, findings=report.findings[:1]))
    rows.show_verdict("altered")
    model.show_report(Report(report.article))
    rows.show_verdict(None)
    model.show_report(report)
    assert testers
    assert numbers(rows) == [1]


def test_a_row_says_everything_aloud(model, report: Report) -> None:
    model.show_report(report)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("1", "Altered", "We will not open the gates", "Ana Ruiz, Mayor", "May 14, 2024"):
        assert part in spoken


def test_rows_wait_only_for_verdicts_to_come(model, report: Report) -> None:
    model.show_report(replace(report, findings=(Finding(report.findings[0].quotation), report.findings[1])))
    model.set_waiting(True)
    assert [model.index(i).data(Role.IS_WAITING) for i in range(2)] == [True, False]


def test_new_verdicts_for_the_same_words_keep_the_rows(qtbot, model, report: Report) -> None:
    bare = replace(report, findings=tuple(Finding(f.quotation) for f in report.findings))
    model.show_report(bare)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_report(report)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", [1, 2, 3]),
        ("RUIZ", [1]),
        ("gates audit", [1]),
        ("ruíz", [1]),
        ("worried union", [2]),
        ("no such", []),
    ],
)
def test_search_looks_for_every_word_in_words_and_speaker(model, rows, report, words: str, expected) -> None:
    model.show_report(report)
    rows.search(words)
    assert numbers(rows) == expected


def test_a_verdict_hides_the_others(model, rows, report: Report) -> None:
    model.show_report(report)
    rows.show_verdict("not_found")
    assert numbers(rows) == [3]


def test_the_tally_keeps_the_order_of_the_table(report: Report) -> None:
    assert [(style.key, count) for style, count in tally(report)] == [
        ("altered", 1),
        ("not_found", 1),
        ("uncheckable", 1),
    ]
