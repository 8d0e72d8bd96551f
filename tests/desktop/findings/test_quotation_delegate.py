"""What stands in the second line of a row, however little room there is."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from quotecheck.desktop.findings.quotation_delegate import second_line
from quotecheck.model import Report


def test_a_caution_never_drives_out_speaker_and_date(qapp, report: Report) -> None:
    finding, metrics = report.findings[0], QFontMetrics(qapp.font())
    whole = metrics.horizontalAdvance("Ana Ruiz, Mayor  ·  May 14, 2024, inferred")
    wide = second_line(finding, metrics, 3 * whole)
    assert wide[0] == "▲ Words left out unmarked"
    narrow = second_line(finding, metrics, whole + metrics.horizontalAdvance("▲") + 12)
    assert narrow == ("▲", wide[1])


def test_what_asks_for_no_caution_has_the_line_for_itself(qapp, report: Report) -> None:
    metrics = QFontMetrics(qapp.font())
    caution, rest = second_line(report.findings[2], metrics, 2000)
    assert caution == ""
    assert rest == "Speaker not named  ·  no date given"
