"""What the desk's tests share: no screen, no settings of the user's, no Qt warning, reports built by hand."""

from __future__ import annotations

import gc
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QSettings, QtMsgType, qInstallMessageHandler

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
    Publication,
    Quotation,
    QuoteStatus,
    Report,
    Span,
    Speaker,
    TextWarning,
    Verdict,
    Wording,
)
from quotecheck.reporting.palette import Theme

_HARMLESS = re.compile(
    "This plugin does not support"  # the offscreen platform says so of every window it is asked to raise
)


@pytest.fixture(autouse=True)
def _no_qt_warning() -> Iterator[None]:
    heard: list[str] = []

    def listen(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not _HARMLESS.search(message):
            heard.append(message)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    assert not heard


@pytest.fixture(autouse=True)
def _widgets_go_in_their_own_thread() -> Iterator[None]:
    """A widget that only Python holds must not be taken apart by a worker that happens to collect garbage."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(autouse=True, scope="session")
def _in_english(qapp) -> None:
    from quotecheck.desktop.languages import speak

    speak("en")


TEXT = (
    "The port stayed shut on Tuesday. Mayor Ana Ruiz said: “We will not open the gates before the audit.”\n"
    "The union, 🚢 according to its letter, was “deeply worried” about jobs.\n"
    "“Nobody asked us,” said Tom Berg, a crane driver.\n"
    "“An opening mark that is never closed."
)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quotation(words: str, *, turn: int = 1, kind: Kind = Kind.STATEMENT, text: str = TEXT) -> Quotation:
    span = span_of(words, text)
    return Quotation(span, Span(span.start - 1, span.end + 1), words, kind, turn)


def altered() -> Verdict:
    archived = ArchivedQuote(
        uid="q1",
        text="We will not open the gate before the audit is over.",
        speaker="Ana Ruiz",
        said=Interval.day(date(2024, 5, 14)),
        source_title="Remarks at the harbour",
        source_url="https://example.org/remarks",
        publisher="City of Porto Alto",
        status=QuoteStatus.VERIFIED,
        verified_by="Desk",
        verified_on=date(2024, 6, 1),
    )
    match = Match(
        archived,
        0.82,
        Span(0, len(archived.text)),
        (
            Difference(
                DifferenceOp.REPLACE, "gates", "gate", DifferenceKind.SPELLING, Span(21, 26), Span(21, 25)
            ),
            Difference(
                DifferenceOp.DELETE, "", "is over", DifferenceKind.CONTENT, Span(43, 43), Span(43, 50)
            ),
        ),
        before="Let me be <b>clear</b>.",
        after="We owe that to the crews.",
    )
    other = Match(
        ArchivedQuote(uid="q2", text="We will open the gates.", speaker="Ana Ruiz"), 0.5, Span(0, 23)
    )
    return Verdict(
        Wording.ALTERED,
        "Two changes: “gates” was “gate”; “is over” is missing.",
        (Caution.OMISSION,),
        0.82,
        match,
        (other,),
    )


def build_report() -> Report:
    """A small report with one of everything: verdicts, doubt, an unpaired mark, an astral character."""
    ruiz = Attribution(Speaker("Ana Ruiz", "Mayor"), span_of("Ana Ruiz"), span_of("said"), 0.97)
    union = Attribution(Speaker("the union"), span_of("The union"), None, 0.41)
    when = Dating(Interval.day(date(2024, 5, 14)), span_of("Tuesday"), inferred=True, reason="A Tuesday.")
    findings = (
        Finding(quotation("We will not open the gates before the audit."), ruiz, when, altered()),
        Finding(
            quotation("deeply worried", turn=2, kind=Kind.FRAGMENT),
            union,
            None,
            Verdict(Wording.UNCHECKABLE, "Too few words to tell."),
        ),
        Finding(
            quotation("Nobody asked us,", turn=3),
            None,
            None,
            Verdict(Wording.NOT_FOUND, "Nothing by this speaker is in the archive."),
        ),
    )
    published = Publication(
        Interval(date(2024, 5, 14), date(2024, 5, 20)), Basis.INFERRED, "it looks back on Tuesday", None
    )
    warnings = (TextWarning("unpaired-mark", TEXT.index("“An opening"), "This mark is never closed."),)
    article = Article(TEXT, id="a", title="The port stays shut", translated_from="fr", published=published)
    return Report(article, findings, warnings, ArchiveIdentity("Harbour archive", 1204))


@pytest.fixture
def report() -> Report:
    return build_report()


class FakeAnalysis:
    """Stands in for the pipeline: says which texts were asked about and answers as it is told to.

    Without ``reports`` an answer holds the words between every “pair” of marks, unattributed and unchecked.
    While ``gate`` is closed the second report of every answer is held back.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, object, object]] = []
        self.reports: dict[str, Report] = {}
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, text, facts, choice, _held):
        self.asked.append((text, facts, choice))

        def work(_pulse):
            whole = self._answer(text, facts)
            yield replace(whole, findings=tuple(Finding(f.quotation) for f in whole.findings))
            assert self.gate.wait(10)
            if self.error:
                raise self.error
            yield whole

        return work

    def _answer(self, text: str, facts) -> Report:
        known = self.reports.get(text)
        if known:
            published = facts.published or known.article.published
            return replace(known, article=replace(known.article, published=published))
        findings = [
            Finding(Quotation(Span(*m.span(1)), Span(*m.span()), m[1], Kind.STATEMENT, i))
            for i, m in enumerate(re.finditer("“([^“”]*)”", text), start=1)
        ]
        article = Article(text, title=facts.title, published=facts.published)
        return Report(article, tuple(findings), archive=ArchiveIdentity("Fake", 3))


@pytest.fixture
def analysis(monkeypatch) -> FakeAnalysis:
    fake = FakeAnalysis()
    fake.reports[TEXT] = build_report()
    monkeypatch.setattr("quotecheck.desktop.session.analysis", fake)
    return fake


@pytest.fixture
def unsaved(monkeypatch):
    """How the question about unsaved work is answered, and how often it was asked."""
    from PySide6.QtWidgets import QMessageBox

    class Answer:
        button = QMessageBox.StandardButton.Discard
        asked = 0

        def give(self) -> int:
            self.asked += 1
            return self.button.value

    answer = Answer()
    monkeypatch.setattr(QMessageBox, "exec", answer.give)
    return answer


@pytest.fixture
def desk(qtbot, qapp, analysis, unsaved):
    """The window, shown, with the little article on it, analysed."""
    from quotecheck.desktop.jobs import Facts, Opened
    from quotecheck.desktop.main_window import MainWindow
    from quotecheck.desktop.settings import Settings
    from quotecheck.desktop.theme import Appearance

    qapp.setStyle("Fusion")
    window = MainWindow(Appearance(qapp, Theme.LIGHT), Settings())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.session.load(Opened(TEXT, Facts(title="The port stays shut")))
    qtbot.waitUntil(lambda: not window.session.is_working)
    yield window
    analysis.gate.set()
    unsaved.button = unsaved.button.Discard
    window.close()
