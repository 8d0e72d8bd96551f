"""Quotes are given away: what is in the file is told before, the key is made once, others can open it."""

from __future__ import annotations

import csv
import sqlite3
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from quotecheck.archive.catalogue.facets import Query
from quotecheck.archive.catalogue.shelf import Shelf
from quotecheck.desktop.sharing import jobs
from quotecheck.desktop.sharing.share_dialog import Form, Scope, ShareDialog
from quotecheck.sharing import Identity, SharingError, inspect_bundle


@pytest.fixture
def keys(desks) -> list[int]:
    with Shelf.open([desks.mine]) as shelf:
        return list(list(shelf.find(Query()))[-1].keys)


@pytest.fixture
def share(qtbot, desks, keys, done):
    """Open the dialog on two quotes, all that are listed, or the whole archive."""
    made = []

    def make(chosen: int = 0, form: Form = Form.BUNDLE) -> ShareDialog:
        scopes = [Scope("two", keys[:2]), Scope("listed", keys), Scope("all", None)]
        dialog = done(ShareDialog(desks.mine, scopes, chosen=chosen, form=form))
        made.append(dialog)
        qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
        return dialog

    yield make
    for dialog in made:
        dialog.done(0)


def saved_as(monkeypatch, path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told: (str(path), ""))


def test_the_first_bundle_makes_the_key_and_says_so(qtbot, share, desks, tmp_path, monkeypatch) -> None:
    dialog = share()
    assert "made now" in dialog.key.text()
    assert dialog.words.isHidden()
    assert dialog.holds.text().startswith("2 quotes")
    assert Identity.known() is None
    dialog.name.setText("Mia Cole")
    dialog.desk.setText("Night desk")
    saved_as(monkeypatch, tmp_path / "two")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.show_it.isVisible, timeout=20_000)
    assert dialog.state.text() == "✓ Saved two.quotes: 2 quotes."
    me = Identity.known().person
    assert (me.name, me.desk) == ("Mia Cole", "Night desk")
    with desks.at_work_of_ana():
        found = inspect_bundle(tmp_path / "two.quotes")
    assert (str(found.signer), found.manifest.parts["data/quotes.jsonl"].entries) == (
        "Mia Cole (Night desk)",
        2,
    )
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    qtbot.mouseClick(dialog.show_it, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path)]


def test_a_known_key_is_shown_and_another_choice_counted(qtbot, share, tmp_path, done) -> None:
    me = Identity.own().renamed("Mia Cole", "").person
    dialog = share()
    assert dialog.words.text() == me.fingerprint
    assert dialog.name.text() == "Mia Cole"
    dialog.scopes[2].click()
    qtbot.waitUntil(lambda: dialog.holds.text().startswith("12 quotes"), timeout=20_000)
    dialog.sign.click()
    assert dialog.words.isHidden()
    assert dialog.name.isHidden()
    dialog.write(tmp_path / "all.quotes")
    done(dialog)
    found = inspect_bundle(tmp_path / "all.quotes")
    assert (found.signer, found.manifest.whole) == (None, True)


def test_rows_and_a_database_for_readers(share, tmp_path, done, monkeypatch) -> None:
    dialog = share(1, Form.CSV)
    assert dialog.sign.isHidden()
    dialog.write(tmp_path / "rows.csv")
    done(dialog)
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 12
    dialog = share(1, Form.PUBLIC)
    saved_as(monkeypatch, tmp_path / "public.db")
    dialog.save.click()
    done(dialog)
    assert dialog.state.property("tone") == "good"
    connection = sqlite3.connect(tmp_path / "public.db")
    assert connection.execute("SELECT count(*) FROM quotes").fetchone() == (12,)
    connection.close()
    assert Identity.known() is None


def test_stopped_nothing_is_written(qtbot, share, tmp_path, done, monkeypatch) -> None:
    def endless(*_told, **_more):
        def work(pulse) -> Iterator[None]:
            while pulse(1):
                time.sleep(0.005)
            raise SharingError("It was stopped.")
            yield

        return work

    monkeypatch.setattr(jobs, "exporting", endless)
    dialog = share()
    dialog.write(tmp_path / "two.quotes")
    qtbot.waitUntil(lambda: "Writing two.quotes… 1" in dialog.state.text())
    assert not dialog.save.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    done(dialog)
    assert dialog.state.text() == "Stopped: nothing was written."
    assert dialog.save.isEnabled()


def test_where_it_cannot_be_written_it_says_so(share, tmp_path, done) -> None:
    dialog = share()
    dialog.write(tmp_path / "nowhere" / "two.quotes")
    done(dialog)
    assert dialog.state.property("tone") == "problem"
    assert "make it first" in dialog.state.text()
    assert dialog.save.isEnabled()
