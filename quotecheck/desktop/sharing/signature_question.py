"""What has to be asked before a bundle is looked at: whether its signer, or nobody, is to be believed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from quotecheck.desktop.sharing.work_dialog import explained
from quotecheck.desktop.theme import STEP, serif
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.sharing import Inspection, Trust

__all__ = ["SignatureQuestion", "fingerprint_label", "tone_of"]


def fingerprint_label(points: float, name: str) -> QLabel:
    """Return a label for the eight words of a key, to be read out and compared."""
    label = explained()
    label.setFont(serif(points))
    label.setAccessibleName(name)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


class SignatureQuestion(QFrame):
    """Asks what is to be believed; nobody is believed without an explicit yes."""

    trusted = Signal()
    accepted = Signal()
    signers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.sentence = explained()
        self.words = fingerprint_label(self.font().pointSizeF() * 1.3, self.tr("Fingerprint of the key"))
        self.trust, self.accept, self.signers = QPushButton(), QPushButton(), QPushButton()
        self.signers.setText(self.tr("Signers…"))
        self.trust.clicked.connect(self.trusted)
        self.accept.clicked.connect(self.accepted)
        self.signers.clicked.connect(self.signers_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.sentence)
        column.addWidget(self.words)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.trust, self.accept, self.signers):
            button.setAutoDefault(False)
            flow.addWidget(button)
        column.addWidget(buttons)
        self.hide()

    def ask(self, found: Inspection) -> None:
        """Ask what this bundle needs a yes to; one that is trusted needs none."""
        self.setVisible(not found.is_trusted)
        signer = found.signer
        is_distrusted = found.known is not None and found.known.trust is Trust.DISTRUSTED
        self.words.setVisible(signer is not None)
        self.words.setText(signer.fingerprint if signer else "")
        self.trust.setVisible(signer is not None and not is_distrusted)
        self.accept.setVisible(not is_distrusted)
        self.signers.setVisible(is_distrusted)
        name = signer.name if signer else ""
        self.sentence.setText(self._sentence(found, is_distrusted=is_distrusted).format(name=name))
        self.trust.setText(self.tr("The words are the same: trust {name}").format(name=name))
        self.accept.setText(
            self.tr("Look at it without trusting") if signer else self.tr("Open it all the same")
        )
        # Not on what trusts somebody: that takes a step of its own.
        (self.signers if is_distrusted else self.accept).setFocus()

    def _sentence(self, found: Inspection, *, is_distrusted: bool) -> str:
        if found.signer is None:
            return self.tr(
                "Nobody vouches for what is in this bundle. Open it only if you know where it comes from."
            )
        if is_distrusted:
            return self.tr("You have said not to trust {name}: the bundle is not opened.")
        if found.namesake:
            return self.tr(
                "You know somebody called {name} by another key: one of the two may be an impostor. Ask "
                "{name}, in person or by telephone, to read out these words before you trust them:"
            )
        return self.tr(
            "Ask {name}, in person or by telephone, to read out the words of their key. Trust them only if "
            "they are these:"
        )


def tone_of(found: Inspection) -> tuple[str, str]:
    """Return the sign and the tone in which it is said who has signed a bundle."""
    if found.is_trusted:
        return "✓", "good"
    is_bad = found.namesake or (found.known is not None and found.known.trust is Trust.DISTRUSTED)
    return ("✕", "problem") if is_bad else ("▲", "warning")
