"""Whom to trust, and one's own key: named, copied with a passphrase, brought in again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from quotecheck.desktop.sharing.signers_dialog import SignersDialog
from quotecheck.sharing import Identity, Signers, Trust


@pytest.fixture
def signers(done, desks):
    dialog = done(SignersDialog())
    yield dialog
    dialog.done(0)


def chosen(monkeypatch, path) -> None:
    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_told: (str(path), ""))


def trust_of(desks) -> Trust | None:
    known = Signers().of_key(desks.ana.person.key)
    return known.trust if known else None


def test_a_signer_is_added_from_a_bundle_judged_and_removed(qtbot, signers, desks, done, monkeypatch) -> None:
    assert signers.empty.isVisible()
    assert not signers.trust.isEnabled()
    chosen(monkeypatch, desks.export())
    signers.add.click()
    done(signers)
    assert desks.ana.person.fingerprint in signers.list.item(0).text()
    assert trust_of(desks) is Trust.UNDECIDED
    for button, trust in ((signers.trust, Trust.TRUSTED), (signers.distrust, Trust.DISTRUSTED)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        done(signers)
        assert trust_of(desks) is trust
        assert not button.isEnabled()
    signers.remove.click()
    done(signers)
    assert trust_of(desks) is None
    assert signers.empty.isVisible()


def test_an_unsigned_bundle_adds_nobody(signers, desks, done, monkeypatch) -> None:
    chosen(monkeypatch, desks.export(signed=False))
    signers.add.click()
    done(signers)
    assert "nobody’s key" in signers.state.text()
    assert signers.state.property("tone") == "problem"
    assert signers.list.count() == 0


def test_the_own_key_is_named_copied_and_brought_to_another_computer(
    qtbot, desks, done, tmp_path, monkeypatch
) -> None:
    me = Identity.own().renamed("Mia Cole", "").person
    dialog = done(SignersDialog())
    assert dialog.words.text() == me.fingerprint
    assert not dialog.bring.isEnabled()
    dialog.rename.click()
    dialog.dialog.desk.setText("Night desk")
    dialog.dialog.ok.click()
    done(dialog)
    assert "Mia Cole (Night desk)" in dialog.me.text()
    chosen(monkeypatch, tmp_path / "key.pem")
    dialog.export.click()
    asked = dialog.dialog
    qtbot.keyClicks(asked.first, "short")
    qtbot.keyClicks(asked.again, "short")
    assert not asked.ok.isEnabled()
    for field in (asked.first, asked.again):
        field.setText("correct horse")
    qtbot.keyClick(asked.again, Qt.Key.Key_Return)
    done(dialog)
    assert "ENCRYPTED" in (tmp_path / "key.pem").read_text()
    dialog.done(0)
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "other computer"))
    dialog = done(SignersDialog())
    assert not dialog.export.isEnabled()
    for passphrase, key in (("wrong horse", None), ("correct horse", me.key)):
        dialog.bring.click()
        dialog.dialog.first.setText(passphrase)
        dialog.dialog.ok.click()
        done(dialog)
        known = Identity.known()
        assert (known and known.person.key) == key
    assert dialog.words.text() == me.fingerprint
    dialog.done(0)
