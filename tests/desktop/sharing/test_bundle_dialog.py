"""A bundle is opened: its signature, what it would change, the decisions, the merge and its undoing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quotecheck.archive import Archive
from quotecheck.desktop.sharing import jobs
from quotecheck.desktop.sharing.bundle_dialog import BundleDialog
from quotecheck.desktop.sharing.review_model import TO_DECIDE, Kind
from quotecheck.model import QuoteStatus
from quotecheck.sharing import (
    Decision,
    Rule,
    SharingError,
    Signers,
    Trust,
    imports,
    open_conflicts,
    open_proposals,
)
from tests.desktop.sharing.material import CONFLICTS


def press(qtbot, dialog, keys: str) -> None:
    for key in keys:
        qtbot.keyClick(dialog.pane.rows, key)


def kinds(dialog) -> list[Kind]:
    model = dialog.pane.model
    return [model.row(number).kind for number in range(model.rowCount())]


def content(path) -> dict[str, tuple]:
    with Archive.open(path) as archive:
        rows = archive._connection.execute("SELECT uid, text, occasion, status FROM quotes")
        return {uid: tuple(rest) for uid, *rest in rows}


# Who has signed it


def test_an_unknown_signer_is_asked_about_before_anything_is_shown(qtbot, desks, done) -> None:
    dialog = done(BundleDialog(desks.export(), desks.mine))
    assert "whom you do not know yet" in dialog.signature.text()
    assert dialog.question.words.text() == desks.ana.person.fingerprint
    assert "21 quotes" in dialog.holds.text()
    assert dialog.pane.isHidden()
    assert not dialog.merge.isEnabled()
    assert dialog.focusWidget() is not dialog.question.trust
    qtbot.mouseClick(dialog.question.trust, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.pane.isVisible, timeout=20_000)
    assert Signers().of_key(desks.ana.person.key).trust is Trust.TRUSTED
    assert "you do not know" not in dialog.signature.text()
    assert dialog.question.isHidden()
    dialog.done(0)


def test_it_can_be_looked_at_and_merged_without_trusting(qtbot, desks, done) -> None:
    dialog = done(BundleDialog(desks.export(), desks.mine))
    dialog.question.accept.click()
    qtbot.waitUntil(dialog.pane.isVisible, timeout=20_000)
    done(dialog)
    assert Signers().of_key(desks.ana.person.key) is None
    dialog.merge.click()
    done(dialog)
    assert dialog.result is not None
    assert Signers().of_key(desks.ana.person.key).trust is Trust.UNDECIDED
    dialog.done(0)


def test_an_unsigned_bundle_needs_a_yes(qtbot, desks, done) -> None:
    dialog = done(BundleDialog(desks.export(signed=False), desks.mine))
    assert "nobody vouches" in dialog.signature.text()
    assert dialog.question.trust.isHidden()
    assert dialog.question.words.isHidden()
    dialog.question.accept.click()
    qtbot.waitUntil(dialog.pane.isVisible, timeout=20_000)
    dialog.merge.click()
    done(dialog)
    assert dialog.result.new == 9
    dialog.done(0)


def test_whom_one_distrusts_is_not_opened(desks, done, qtbot) -> None:
    desks.trust_ana(Trust.DISTRUSTED)
    dialog = done(BundleDialog(desks.export(), desks.mine))
    assert dialog.question.accept.isHidden()
    assert dialog.question.trust.isHidden()
    with qtbot.waitSignal(dialog.signers_wanted):
        dialog.question.signers.click()
    dialog.done(0)


def test_an_impostor_is_named(desks, done) -> None:
    with desks.at_work_of_ana():
        another = desks.ana.person.key
    Signers().add(another[:-3] + ("A" if another[-3] != "A" else "E") + another[-2:], "Ana Ruiz")
    dialog = done(BundleDialog(desks.export(), desks.mine))
    assert "NOT with the key" in dialog.signature.text()
    assert dialog.signature.property("tone") == "problem"
    assert "impostor" in dialog.question.sentence.text()
    dialog.done(0)


def test_an_altered_bundle_is_refused_with_the_part_that_differs(desks, done) -> None:
    bundle = desks.export()
    with zipfile.ZipFile(bundle) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(bundle, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content.replace(b"gates", b"goats"))
    dialog = done(BundleDialog(bundle, desks.mine))
    assert dialog.state.property("tone") == "problem"
    assert "data/quotes.jsonl" in dialog.state.text()
    assert not dialog.merge.isEnabled()
    assert dialog.question.isHidden()
    dialog.done(0)


# What it would change


def test_the_rows_are_sorted_counted_and_narrowed(qtbot, desks, opened) -> None:
    pane = opened.pane
    expected = {
        Kind.CONFLICT: 6,
        Kind.JOIN: 1,
        Kind.RETRACTED: 1,
        Kind.UPDATED: 2,
        Kind.NEW: 9,
        Kind.IDENTICAL: 3,
    }
    assert dict(pane.model.tally()) == expected
    assert kinds(opened) == [kind for kind, count in expected.items() for _ in range(count)]
    assert pane.rows.hasFocus()
    qtbot.mouseClick(pane.chips.chips[Kind.NEW], Qt.MouseButton.LeftButton)
    assert kinds(opened) == [Kind.NEW] * 9
    qtbot.keyClicks(pane.words, "TIDE waits")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    assert "Not in this archive yet" in opened.pane.detail.findChildren(type(opened.state))[1].text()
    qtbot.keyClicks(pane.words, " never")
    qtbot.waitUntil(pane.empty.isVisible)
    pane.empty.button.click()
    assert pane.model.rowCount() == 22
    assert desks.mine.read_bytes()[:15] == b"SQLite format 3"


def test_nothing_is_written_before_the_merge(qtbot, desks, opened, unsaved) -> None:
    before = content(desks.mine)
    press(qtbot, opened, "TTY")
    unsaved.button = unsaved.button.Cancel
    qtbot.keyClick(opened.pane.rows, Qt.Key.Key_Escape)
    assert opened.isVisible()
    unsaved.button = unsaved.button.Discard
    opened.cancel.click()
    assert not opened.isVisible()
    assert content(desks.mine) == before
    with Archive.open(desks.mine) as archive:
        assert len(imports(archive)) == 1


def test_conflicts_are_decided_by_keys_and_merged_so(qtbot, desks, opened) -> None:
    pane, model = opened.pane, opened.pane.model
    uids = [model.row(number).plan.uid for number in range(CONFLICTS)]
    press(qtbot, opened, "T")  # both fields of the first, and on to the next
    assert pane.rows.currentIndex().row() == 1
    press(qtbot, opened, "MBJKE")
    choice = pane.detail.choices["occasion"]
    assert choice.field.hasFocus()
    assert choice.field.toPlainText() == "Television debate"
    qtbot.keyClicks(choice.field, "Written anew")
    qtbot.keyClick(choice.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert model.decisions[uids[3], "occasion"] == Decision(text="Written anew")
    assert pane.rows.currentIndex().row() == 4
    press(qtbot, opened, "T0")
    assert (uids[4], "occasion") in model.decisions
    assert (uids[5], "occasion") not in model.decisions
    assert pane.chips.chips[TO_DECIDE].text() == "To decide 2"
    opened.rule.setCurrentIndex(opened.rule.findData(Rule.MINE))
    with qtbot.waitSignal(opened.merged, timeout=20_000):
        qtbot.keyClick(opened.pane.rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here = content(desks.mine)
    assert [here[uid][1] for uid in uids] == [
        "Interview on local radio", "Television debate", "Interview on local radio; Television debate",
        "Written anew", "Interview on local radio", "Television debate",
    ]  # fmt: skip
    assert here[uids[0]][0].endswith("times today.")
    with Archive.open(desks.mine) as archive:
        assert open_conflicts(archive) == []
        assert archive.verify_integrity() == []


def test_one_decision_for_all_that_are_selected_or_all_of_one_field(qtbot, desks, opened) -> None:
    pane, model = opened.pane, opened.pane.model
    qtbot.keyClick(pane.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, opened, "T")
    assert len(model.decisions) == CONFLICTS + 1
    assert "decided alike" in opened.state.text()
    press(qtbot, opened, "0")
    assert model.decisions == {}
    pane.rows.setCurrentIndex(model.index(0))
    choice = pane.detail.choices["occasion"]
    assert choice.same.isHidden()
    qtbot.mouseClick(choice.buttons[Rule.BOTH], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(choice.same, Qt.MouseButton.LeftButton)
    assert {field for _, field in model.decisions} == {"occasion"}
    assert set(model.decisions.values()) == {Decision(Rule.BOTH)}
    assert len(model.decisions) == CONFLICTS


def test_what_cannot_stand_is_refused_where_it_is_written(qtbot, desks, done) -> None:
    for path, status in ((desks.theirs, QuoteStatus.DISPUTED), (desks.mine, QuoteStatus.VERIFIED)):
        with Archive.open(path) as archive:
            archive.update_quote(desks.uids[0], by="somebody", status=status)
    desks.trust_ana()
    dialog = done(BundleDialog(desks.export(), desks.mine))
    choice = dialog.pane.detail.choices["status"]
    choice.begin_edit()
    choice.field.setPlainText("perhaps")
    choice.use.click()
    assert choice.problem.isVisible()
    assert dialog.pane.model.decisions == {}
    choice.drop.click()
    assert choice.editor.isHidden()
    dialog.done(0)


def test_a_pair_is_joined_when_the_bundle_is_merged_and_kept_apart_otherwise(qtbot, desks, opened) -> None:
    opened.pane.chips.chips[Kind.JOIN].click()
    press(qtbot, opened, "N")
    assert list(opened.pane.model.joins.values()) == [False]
    press(qtbot, opened, "Y")
    with qtbot.waitSignal(opened.merged, timeout=20_000):
        opened.merge.click()
    with Archive.open(desks.mine) as archive:
        assert archive.search("tide")[0].speaker == "Wilhelmina Okafor-Lindqvist"
        assert open_proposals(archive) == []


# The merge


def test_a_merge_is_summed_up_and_undone(qtbot, desks, opened, done) -> None:
    before = content(desks.mine)
    with qtbot.waitSignal(opened.merged, timeout=20_000):
        qtbot.mouseClick(opened.merge, Qt.MouseButton.LeftButton)
    done(opened)
    assert opened.state.text() == "✓ Merged: 9 new, 3 updated, 3 identical. 8 still want a decision."
    assert opened.merge.isHidden()
    assert opened.decide.isVisible()
    assert content(desks.mine) != before
    with qtbot.waitSignal(opened.merged, timeout=20_000):
        opened.undo.click()
    done(opened)
    assert opened.state.text().startswith("✓ Undone: 9 quotes taken out, ")
    assert content(desks.mine) == before
    assert opened.cancel.text() == "Close"


def test_a_stopped_merge_changes_nothing_and_can_be_begun_again(
    qtbot, desks, opened, done, monkeypatch
) -> None:
    def endless(*_told):
        def work(pulse) -> Iterator[None]:
            while pulse(1):
                pass
            raise SharingError("It was stopped.")
            yield

        return work

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "merging", endless)
        opened.merge.click()
        qtbot.waitUntil(lambda: "Merging… 1" in opened.state.text())
        assert opened.cancel.text() == "Stop"
        assert not opened.pane.isEnabled()
        opened.cancel.click()
        done(opened)
    assert opened.state.text() == "Stopped: nothing has changed."
    assert opened.isVisible()
    assert opened.merge.isEnabled()
    with qtbot.waitSignal(opened.merged, timeout=20_000):
        opened.merge.click()


def test_stopped_when_all_was_done_already_it_says_what_was_done(
    qtbot, desks, opened, done, monkeypatch
) -> None:
    merging = jobs.merging

    def slow(*told):
        def work(pulse) -> Iterator:
            yield from merging(*told)(pulse)
            while pulse(2):
                pass

        return work

    monkeypatch.setattr(jobs, "merging", slow)
    opened.merge.click()
    qtbot.waitUntil(lambda: opened.result is not None, timeout=20_000)
    opened.reject()
    done(opened)
    assert opened.state.text().startswith("✓ Merged")


def test_what_is_the_same_already_says_so(desks, opened, done, qtbot) -> None:
    opened.rule.setCurrentIndex(opened.rule.findData(Rule.THEIRS))
    opened.pane.chips.chips[Kind.JOIN].click()
    press(qtbot, opened, "N")
    with qtbot.waitSignal(opened.merged, timeout=20_000):
        opened.merge.click()
    again = done(BundleDialog(desks.export(), desks.mine))
    assert "nothing to merge" in again.state.text()
    again.done(0)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_fits_a_small_screen(qtbot, qapp, desks, done, scale) -> None:
    usual = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * scale)
    qapp.setFont(larger)
    try:
        desks.trust_ana()
        dialog = done(BundleDialog(desks.export(), desks.mine))
        dialog.resize(1024, 640)
        QApplication.processEvents()
        assert dialog.height() <= 640
        assert dialog.width() <= 1024
        dialog.done(0)
    finally:
        qapp.setFont(usual)
