"""The archive's own window: searched, filtered, scrolled, corrected, undone; with real archives."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from quotecheck.archive import Archive, NewQuote, NewSource, SpeakerRole
from quotecheck.desktop.archive.choice import ArchiveChoice
from quotecheck.desktop.archive.model import PAGE, ArchiveModel, ArchiveRole
from quotecheck.desktop.archive.window import ArchiveWindow
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.theme import Appearance
from quotecheck.model import Interval, QuoteStatus
from quotecheck.reporting.palette import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def filled(path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        archive.add_source(
            NewSource(
                title="Minutes", url="https://example.org/m", publisher="City",
                text="Well. We will not open the gates before the audit. 🚢 That is all.",
            ),
            by="desk",
        )  # fmt: skip
        archive.add_quotes(
            [
                NewQuote(
                    "We will not open the gates before the audit.", speaker="Ana Ruiz",
                    said=Interval.day(date(2024, 5, 14)), source_url="https://example.org/m",
                    status=QuoteStatus.VERIFIED,
                ),
                NewQuote(
                    "Nobody asked the crane drivers.", speaker="Tom Berg",
                    said=Interval.day(date(2023, 1, 2)),
                ),
                NewQuote("Nobody asked the crane driver.", speaker="Tom Berg"),
                NewQuote(
                    "The gates are a matter of trust.", speaker="A. Ruiz",
                    said=Interval.day(date(2024, 6, 1)),
                ),
            ],
            by="desk",
        )  # fmt: skip
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "harbour.db")


@pytest.fixture
def window(qtbot, qapp, path: Path, unsaved):
    qapp.setStyle("Fusion")
    appearance = Appearance(qapp, Theme.LIGHT)
    window = ArchiveWindow(Settings(), path, [])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    crashes: list[str] = []
    window.chores.crashed.connect(crashes.append)
    window.browsing.crashed.connect(crashes.append)
    settle(qtbot, window)
    yield window
    window.close()
    appearance.deleteLater()
    assert crashes == []


def settle(qtbot, window: ArchiveWindow) -> None:
    def is_still() -> bool:
        model = window.table.model
        rows = range(min(model.rowCount(), 5))
        return (
            window.chores.current is None
            and not window.browsing.is_busy
            and all(model.shelved(row) is not None for row in rows)
            and (window.detail.shelved is None or window.detail.known is not None)
        )

    qtbot.waitUntil(is_still, timeout=10_000)
    qtbot.wait(40)
    qtbot.waitUntil(is_still, timeout=10_000)


def words(window: ArchiveWindow) -> list[str]:
    model = window.table.model
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(qtbot, window: ArchiveWindow, begins: str) -> None:
    row = next(i for i, text in enumerate(words(window)) if text.startswith(begins))
    window.table.rows.setCurrentIndex(window.table.model.index(row))
    settle(qtbot, window)


def test_what_is_typed_is_found(qtbot, window) -> None:
    assert len(words(window)) == 4
    qtbot.keyClicks(window.bar.words, "gates tru")
    settle(qtbot, window)
    assert words(window) == ["The gates are a matter of trust."]
    qtbot.keyClicks(window.bar.words, "xyz")
    settle(qtbot, window)
    assert window.table.empty.isVisible()
    window.table.empty.button.click()
    settle(qtbot, window)
    assert len(words(window)) == 4


def test_facets_count_and_narrow_down(qtbot, window) -> None:
    tree = window.facets.tree

    def item(begins: str):
        found = tree.findItems(begins, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return found[0]

    assert item("Tom Berg").text(1) == "2"
    tree.itemClicked.emit(item("Tom Berg"), 0)
    settle(qtbot, window)
    assert sorted(words(window)) == ["Nobody asked the crane driver.", "Nobody asked the crane drivers."]
    assert item("verified").text(1) == "2"
    tree.itemClicked.emit(item("2023"), 0)
    settle(qtbot, window)
    assert words(window) == ["Nobody asked the crane drivers."]
    window.chips.chips["year"].click()
    settle(qtbot, window)
    assert len(words(window)) == 2
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CONTROL)
    settle(qtbot, window)
    assert len(words(window)) == 4


def test_the_order_is_chosen(qtbot, window) -> None:
    window.bar.order.setCurrentIndex(window.bar.order.findText("First said"))
    settle(qtbot, window)
    assert words(window)[-1] == "The gates are a matter of trust."
    window.bar.order.setCurrentIndex(window.bar.order.findText("Speaker, A to Z"))
    settle(qtbot, window)
    assert words(window)[0] == "The gates are a matter of trust."


def test_a_correction_is_saved_undone_and_redone(qtbot, window, path) -> None:
    choose(qtbot, window, "We will not")
    form = window.detail.quote
    assert not form.save.isEnabled()
    form.words.setPlainText("We will never open the gates before the audit.")
    form.why.setText("heard it again")
    form.save.click()
    settle(qtbot, window)
    assert "We will never open the gates before the audit." in words(window)
    assert "heard it again" in window.detail.history.words.text()
    for key, expected in ((Qt.Key.Key_Z, "not"), (Qt.Key.Key_Y, "never")):
        qtbot.keyClick(window, key, CONTROL)
        said = f"We will {expected}"
        qtbot.waitUntil(lambda said=said: said in str(words(window)), timeout=10_000)
        settle(qtbot, window)
    with Archive.open(path) as archive:
        assert len(archive.history(archive.search("gates audit")[0].uid)) >= 4


def test_what_another_program_has_written_is_shown_to_who_comes_back(qtbot, window, path) -> None:
    choose(qtbot, window, "We will not")
    settle(qtbot, window)
    with Archive.open(path) as archive:
        (mine, *_) = archive.search("gates audit")
        archive.update_quote(mine.uid, by="Noor", text="We will not open the gates before the audits.")
        archive.add_quote(NewQuote("The cranes stand still.", speaker="Tom Berg"), by="Noor")
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: "The cranes stand still." in words(window), timeout=10_000)
    settle(qtbot, window)
    assert window.detail.quote.words.toPlainText() == "We will not open the gates before the audits."


def test_a_date_is_typed_in_words(qtbot, window) -> None:
    choose(qtbot, window, "Nobody asked the crane driver.")
    form = window.detail.quote
    qtbot.keyClicks(form.said.field, "May 2022")
    assert not form.save.isEnabled()
    qtbot.waitUntil(form.save.isEnabled, timeout=20_000)
    assert form.said.resolved.text() == "= May 2022"
    form.discard.click()
    assert form.said.field.text() == ""
    assert not form.save.isEnabled()


def test_a_quote_is_added_and_withdrawn_with_a_reason(qtbot, window, path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    form = window.detail.quote
    form.words.setPlainText("A brand new statement.")
    qtbot.keyClicks(form.fields["speaker"], "New Face")
    form.save.click()
    settle(qtbot, window)
    choose(qtbot, window, "A brand new")
    assert not form.retract.isEnabled()
    qtbot.keyClicks(form.why, "never said")
    form.retract.click()
    settle(qtbot, window)
    with Archive.open(path) as archive:
        quote = archive.search("brand")[0]
        assert (quote.speaker, quote.status) == ("New Face", QuoteStatus.RETRACTED)


def test_a_speaker_is_corrected_and_merged(qtbot, window, path) -> None:
    choose(qtbot, window, "We will not")
    form = window.detail.speaker
    form.aliases.setPlainText("the mayor")
    for column, text in enumerate(("Mayor", "2020", "soon")):
        form.roles.item(0, column).setText(text)
    assert not form.save.isEnabled()
    form.roles.item(0, 2).setText("2024-12-31")
    form.save.click()
    settle(qtbot, window)
    window.detail.speaker.merge.click()
    dialog = window.doing.dialog
    qtbot.waitUntil(lambda: dialog.found.count() > 0)
    row = next(i for i in range(dialog.found.count()) if dialog.found.item(i).text().startswith("A. Ruiz"))
    dialog.found.setCurrentRow(row)
    dialog.ok.click()
    settle(qtbot, window)
    with Archive.open(path) as archive:
        speaker = archive.speaker(archive.speaker_uid("Ana Ruiz"))
        assert speaker.aliases == ("the mayor", "A. Ruiz")
        assert speaker.roles == (SpeakerRole("Mayor", date(2020, 1, 1), date(2024, 12, 31)),)
    window.undo.trigger()
    settle(qtbot, window)
    with Archive.open(path) as archive:
        assert archive.quote(archive.search("trust")[0].uid).speaker == "A. Ruiz"


def test_a_source_shows_its_quotes_and_takes_a_text(qtbot, window, path, tmp_path, monkeypatch) -> None:
    choose(qtbot, window, "We will not")
    form = window.detail.source
    (mark,) = form.text.extraSelections()
    assert mark.cursor.selectedText() == "We will not open the gates before the audit."
    (tmp_path / "speech.txt").write_text(
        "Before. We will not open the gates before the audit. After.", "utf-8"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(tmp_path / "speech.txt"), ""))
    form.load.click()
    qtbot.waitUntil(lambda: form.text.toPlainText().startswith("Before."), timeout=20_000)
    form.take_text(form.text.toPlainText())
    form.text.document().setModified(True)
    form.fields["title"].setText("The speech")
    form.fields["title"].textEdited.emit("The speech")
    form.save.click()
    settle(qtbot, window)
    with Archive.open(path) as archive:
        quote = archive.search("audit gates")[0]
        assert (quote.source_title, quote.before.strip()) == ("The speech", "Before.")


def test_duplicates_are_shown_and_joined(qtbot, window, path) -> None:
    choose(qtbot, window, "Nobody asked the crane drivers.")
    window.detail.quote.duplicates.click()
    dialog = window.doing.dialog
    qtbot.waitUntil(dialog.keep[0].isVisible, timeout=10_000)
    assert "Pair 1 of 1" in dialog.state.text()
    dialog.keep[0].click()
    dialog.reject()
    qtbot.waitUntil(lambda: len(words(window)) == 3, timeout=10_000)
    qtbot.waitUntil(window.undo.isEnabled, timeout=10_000)


def test_pairs_that_come_after_their_dialog_are_dropped(qtbot, window) -> None:
    taken: list[object] = []

    sent = threading.Event()

    def late(_pulse):
        yield "pair"
        sent.set()

    window.browsing.ask_duplicates(late, taken.append, lambda: None)
    qtbot.waitUntil(lambda: taken == ["pair"])
    sent.clear()
    window.browsing.ask_duplicates(late, taken.append, lambda: None)
    # The worker sends its pair while the window is not listening: it is heard when nobody wants it any more.
    assert sent.wait(5)
    window.browsing.forget_duplicates()
    qtbot.waitUntil(lambda: window.browsing._looking.current is None)
    assert taken == ["pair"]


def test_a_new_quote_that_is_left_empty_is_nothing_to_lose(qtbot, window, unsaved) -> None:
    window.detail.begin_new()
    choose(qtbot, window, "Nobody asked the crane drivers.")
    assert unsaved.asked == 0
    window.detail.begin_new()
    qtbot.keyClicks(window.detail.quote.words, "New words")
    choose(qtbot, window, "The gates are")
    assert unsaved.asked == 1


def test_several_archives_are_searched_and_one_is_changed(qtbot, window, tmp_path) -> None:
    other = tmp_path / "other.db"
    with Archive.open(other, create=True) as archive:
        archive.add_quote(NewQuote("The gates of another archive.", speaker="Tom Berg"), by="desk")
    window.shelf.add(other)
    settle(qtbot, window)
    assert len(words(window)) == 5
    choose(qtbot, window, "The gates of another")
    assert not window.detail.isEnabled()
    assert window.table.rows.currentIndex().data(ArchiveRole.ARCHIVE) == "other"
    tree = window.facets.tree
    assert tree.findItems("Tom Berg", Qt.MatchFlag.MatchRecursive)[0].text(1) == "3"
    window.shelf.activate(other)
    settle(qtbot, window)
    choose(qtbot, window, "The gates of another")
    assert window.detail.isEnabled()


def test_backup_and_restore(qtbot, window, path, tmp_path, monkeypatch) -> None:
    copy = tmp_path / "copy.db"
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_a: (str(copy), ""))
    window.doing.ask_backup()
    settle(qtbot, window)
    assert "written and checked" in window.banner.label.text()
    window.doing.change("x", lambda archive, by: archive.delete_quote(archive.search("trust")[0].uid, by=by))
    settle(qtbot, window)
    assert len(words(window)) == 3
    window.doing.ask_restore()
    settle(qtbot, window)
    assert len(words(window)) == 4
    assert len(list(tmp_path.glob("*before-restore*"))) == 1


def test_a_problem_is_one_sentence(qtbot, window, path) -> None:
    choose(qtbot, window, "We will not")
    window.doing.change("x", lambda archive, by: archive.retract_quote("q0", by=by, reason="y"))
    settle(qtbot, window)
    assert "no quote q0" in window.banner.label.text()


def test_every_control_has_a_name(qtbot, window) -> None:
    choose(qtbot, window, "We will not")
    name = QAccessible.Text.Name
    for tab in range(4):
        window.detail.tabs.setCurrentIndex(tab)
        controls = [
            w
            for w in window.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [w for w in controls if not QAccessible.queryAccessibleInterface(w).text(name)]
        assert nameless == []


def test_the_model_keeps_the_rules(qtmodeltester, window) -> None:
    qtmodeltester.check(window.table.model)


def test_a_model_of_a_million_reads_only_what_is_looked_at(qtbot) -> None:
    model = ArchiveModel()
    asked = []
    model.page_wanted.connect(lambda page, keys: asked.append((page, keys[0], len(keys))))
    model.show_keys(range(1_000_000))
    for row in (0, 5, 700_000, 700_001):
        assert model.data(model.index(row)) is None
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert sorted(asked) == [(0, 0, PAGE), (7000, 700_000, PAGE)]


def test_the_desk_opens_it_and_checks_again_after_a_change(qtbot, desk, path, analysis) -> None:
    desk.session.choose_archive(ArchiveChoice(path))
    qtbot.keyClick(desk, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    opened = desk.commands.archives.archive
    settle(qtbot, opened)
    assert len(words(opened)) == 4
    desk.actions_by_name["browse"].trigger()
    assert desk.commands.archives.archive is opened
    before = len(analysis.asked)
    opened.doing.change("x", lambda archive, by: archive.add_quote(NewQuote("One more."), by=by))
    settle(qtbot, opened)
    assert len(analysis.asked) > before
    opened.close()


def test_the_desk_imports_through_the_assistant(qtbot, desk, path, tmp_path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("Quote,Who\nA statement of the harbour.,Ana Ruiz\n", encoding="utf-8")
    desk.session.choose_archive(ArchiveChoice(path))
    desk.commands.archives.bring_in(file)
    assistant = desk.commands.archives.assistant
    qtbot.waitUntil(assistant.ok.isEnabled, timeout=20_000)
    assistant.ok.click()
    qtbot.waitUntil(lambda: "1 new" in assistant.state.text(), timeout=20_000)
    assistant.close()


def test_tags_are_typed_completed_counted_and_filtered_by(qtbot, window, path) -> None:
    with Archive.open(path) as archive:
        archive.tag_quotes([archive.search("trust")[0].uid], add=["Harbour"], by="desk")
    choose(qtbot, window, "We will not")
    field = window.detail.quote.tags
    field.setFocus()
    qtbot.keyClicks(field, "audit, har")
    qtbot.waitUntil(field.offers.popup().isVisible, timeout=10_000)
    qtbot.keyClick(field.offers.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(field.offers.popup(), Qt.Key.Key_Return)
    assert field.text() == "audit, Harbour"
    window.detail.quote.save.click()
    settle(qtbot, window)
    tree = window.facets.tree
    (harbour,) = tree.findItems("Harbour", Qt.MatchFlag.MatchRecursive)
    assert harbour.text(1) == "2"
    tree.itemClicked.emit(harbour, 0)
    settle(qtbot, window)
    assert len(words(window)) == 2
    window.chips.chips["tag"].click()
    settle(qtbot, window)
    choose(qtbot, window, "We will not")
    assert field.text() == "audit, Harbour"
    field.clear()
    field.textEdited.emit("")
    window.detail.quote.save.click()
    settle(qtbot, window)
    with Archive.open(path) as archive:
        assert archive.tags() == [("Harbour", 1)]


def test_speakers_of_the_archive_are_offered_as_they_are_typed(qtbot, window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    field = window.detail.quote.fields["speaker"]
    field.setFocus()
    qtbot.keyClicks(field, "to be")
    qtbot.waitUntil(field.offers.popup().isVisible, timeout=10_000)
    assert field.names == ["Tom Berg"]
    qtbot.keyClick(field.offers.popup(), Qt.Key.Key_X)
    assert not field.offers.popup().isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(field.offers.popup().isVisible, timeout=10_000)
    qtbot.keyClick(field.offers.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(field.offers.popup(), Qt.Key.Key_Return)
    assert field.text() == "Tom Berg"
    window.detail.quote.words.setPlainText("Ask them.")
    window.detail.quote.save.click()
    settle(qtbot, window)
    (item,) = window.facets.tree.findItems("Tom Berg", Qt.MatchFlag.MatchRecursive)
    assert item.text(1) == "3"
