"""Every control of every window and dialog has a name and is reached by keyboard, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from quotecheck.archive import Archive, NewQuote
from quotecheck.decisions import Changed
from quotecheck.desktop.archive.choice import OWN_ARCHIVE
from quotecheck.desktop.archive.chooser import ArchiveChooser
from quotecheck.desktop.archive.dialogs import DuplicatesDialog, MergeDialog
from quotecheck.desktop.archive.import_assistant import ImportAssistant
from quotecheck.desktop.archive.window import ArchiveWindow
from quotecheck.desktop.changes_dialog import ChangesDialog
from quotecheck.desktop.legend import Legend
from quotecheck.desktop.problem_dialog import ProblemDialog
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.settings_dialog import SettingsDialog
from quotecheck.desktop.sharing.bundle_dialog import BundleDialog
from quotecheck.desktop.sharing.conflicts_dialog import ConflictsDialog
from quotecheck.desktop.sharing.imports_dialog import ImportsDialog
from quotecheck.desktop.sharing.key_dialogs import NameDialog, PassphraseDialog
from quotecheck.desktop.sharing.share_dialog import Scope, ShareDialog
from quotecheck.desktop.sharing.signers_dialog import SignersDialog
from quotecheck.desktop.sharing.work_dialog import WorkDialog
from quotecheck.model import ArchivedQuote, ArchiveIdentity
from quotecheck.sharing import import_bundle
from tests.desktop.sharing.material import Desks

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar,
    QTextEdit,
)  # fmt: skip


def asked(name: str) -> Callable:
    def make(desk, _folder) -> QWidget:
        desk.session.select(1)
        getattr(desk.deciding, name)()
        return desk.deciding.dialog

    return make


def sheet(desk, _folder) -> QWidget:
    desk.finding.open_sheet()
    return desk.finding.sheet


def palette(desk, _folder) -> QWidget:
    desk.finding.open_palette()
    return desk.finding.palette


def history(desk, _folder) -> QWidget:
    desk.session.select(1)
    desk.actions_by_name["no_quotation"].trigger()
    desk.deciding.show_history()
    return desk.deciding.dialog


def changes(desk, _folder) -> QWidget:
    finding = desk.session.report.speech[0]
    return ChangesDialog([Changed(1, None, finding), Changed(None, finding, None)], "", desk)


def duplicates(desk, _folder) -> QWidget:
    one, other = (ArchivedQuote(f"q{i}", "We will open the gates.", "Ana Ruiz") for i in (1, 2))
    dialog = DuplicatesDialog(desk)
    dialog.take_pairs([(one, other)])
    return dialog


def archive(desk, folder) -> QWidget:
    path = folder / "harbour.qarchive"
    with Archive.open(path, create=True) as made:
        made.add_quote(NewQuote(text="We will open the gates.", speaker="Ana Ruiz"), by="test")
    return ArchiveWindow(desk.settings, path, [])


def assistant(desk, folder) -> QWidget:
    file = folder / "quotes.csv"
    file.write_text("quote,speaker\nWe will open the gates.,Ana Ruiz\n", encoding="utf-8")
    return ImportAssistant(file, folder / "harbour.qarchive", desk)


WINDOWS: dict[str, Callable] = {
    "desk": lambda desk, _folder: desk,
    "settings": lambda desk, _folder: SettingsDialog(Settings(), desk.commands.archives.shelf, desk),
    "problem": lambda desk, _folder: ProblemDialog("what happened", desk),
    "legend": lambda desk, _folder: Legend(desk),
    "shortcuts": sheet,
    "speaker": asked("ask_speaker"),
    "date": asked("ask_date"),
    "verdict": asked("ask_verdict"),
    "note": asked("ask_note"),
    "match": asked("ask_match"),
    "to archive": asked("ask_archive"),
    "palette": palette,
    "history": history,
    "changes": changes,
    "chooser": lambda desk, _folder: ArchiveChooser(OWN_ARCHIVE, ArchiveIdentity("Harbour", 12), desk),
    "merge": lambda desk, _folder: MergeDialog("Ana Ruiz", lambda _typed, _found: None, desk),
    "duplicates": duplicates,
    "archive": archive,
    "import": assistant,
}


SHARING: dict[str, Callable] = {
    "share": lambda desks: ShareDialog(desks.mine, [Scope("The whole archive", None)]),
    "bundle": lambda desks: BundleDialog(desks.export(), desks.mine),
    "conflicts": lambda desks: ConflictsDialog(desks.mine),
    "imports": lambda desks: ImportsDialog(desks.mine),
    "signers": lambda _desks: SignersDialog(),
    "name": lambda _desks: NameDialog("Ana Ruiz", "City desk"),
    "passphrase": lambda _desks: PassphraseDialog(is_new=True),
}


@pytest.fixture(scope="module")
def desks(tmp_path_factory) -> Iterator[Desks]:
    folder = tmp_path_factory.mktemp("desks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUOTECHECK_DATA_DIR", str(folder / "mine"))
        made = Desks(folder, count=12)
        made.trust_ana()
        leave_open(made)
        yield made


def leave_open(desks: Desks) -> None:
    """Import what Ana has shared, and decide nothing."""
    with Archive.open(desks.mine) as archive:
        import_bundle(archive, desks.export(), by="me")


@pytest.fixture(params=[*WINDOWS, *SHARING])
def window(request, qtbot, tmp_path, unsaved):
    if request.param in SHARING:
        desk, made = None, SHARING[request.param](request.getfixturevalue("desks"))
        # Without a window above it, it would be taken apart by whatever thread collects garbage next.
        qtbot.addWidget(made)
    else:
        desk = request.getfixturevalue("desk")
        made = WINDOWS[request.param](desk, tmp_path)
    made.show()
    qtbot.waitExposed(made)
    if isinstance(made, WorkDialog):
        qtbot.waitUntil(lambda: not made.is_working, timeout=20_000)
    # What a worker looks up for a dialog is no concern of these tests, but must not outlive them.
    yield made
    if made is not desk:
        made.close()


def is_own(widget: QWidget) -> bool:
    """Tell whether a widget is one of ours, not a piece that Qt makes for one of its own."""
    holder = widget.parentWidget()
    is_piece = isinstance(
        holder, QAbstractSpinBox | QComboBox | QAbstractItemView | QTabBar | QMenu | QLineEdit
    )
    return not (is_piece or isinstance(widget, QHeaderView))


def controls(window: QWidget) -> list[QWidget]:
    found = [child for child in window.findChildren(QWidget) if isinstance(child, CONTROLS)]
    return [each for each in found if is_own(each) and each.window() is window]


def what(widget: QObject) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def test_every_control_has_a_name_and_a_role(window) -> None:
    nameless, without_role = [], []
    for control in controls(window):
        told = QAccessible.queryAccessibleInterface(control)
        # A control that is not on show now has its words once it is.
        if control.isVisible() and not (told.text(QAccessible.Text.Name) or "").strip("…▲✕ "):
            nameless.append(what(control))
        if told.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            without_role.append(what(control))
    assert not nameless
    assert not without_role


def reached(window: QWidget) -> list[QWidget]:
    """Return what the Tab key comes to, from the first to the one before the first again."""
    window.activateWindow()
    start = window.focusWidget() or window
    seen: list[QWidget] = []
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget() or start, Qt.Key.Key_Tab)
        now = window.focusWidget()
        # A text with links keeps the keyboard for one step a link.
        if seen and now is seen[-1]:
            continue
        if now is None or now in seen:
            break
        seen.append(now)
    return seen


def test_every_control_on_show_is_reached_by_keyboard(window) -> None:
    order = reached(window)
    on_show = [c for c in controls(window) if c.isVisible() and c.isEnabled()]
    wanted = [c for c in on_show if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    missed = [what(c) for c in wanted if c not in order and not is_grouped(c, order)]
    assert not missed
    # What no key comes to must be done by another one: only a scroll area's inside has nothing to be done.
    mouse_only = [c for c in on_show if not c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [what(c) for c in mouse_only if isinstance(c, QLineEdit | QComboBox)] == []


def is_grouped(control: QWidget, order: list[QWidget]) -> bool:
    """Tell whether the arrow keys come to a control from another one of its exclusive group."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group is not None and any(other in order for other in group.buttons())


def test_the_tab_key_follows_the_lines_of_the_desk(qtbot, desk) -> None:
    desk.session.select(1)
    order = [each for each in reached(desk) if each.isVisible()]
    heights = [each.mapTo(desk, QPoint(0, 0)).y() for each in order if desk.toolbar.isAncestorOf(each)]
    assert max(heights) - min(heights) < desk.toolbar.height()
    places = {name: order.index(each) for name, each in (
        ("list", desk.findings.list.rows), ("confirm", desk.findings.detail.buttons.confirm),
        ("archive", desk.status.archive),
    )}  # fmt: skip
    assert places["list"] < places["confirm"] < places["archive"]


def test_the_keyboard_can_be_seen_wherever_it_is(window) -> None:
    unseen = []
    for widget in reached(window):
        if not widget.isVisible():
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_keyboard = widget.grab().toImage()
        widget.clearFocus()
        QApplication.processEvents()
        if widget.grab().toImage() == with_keyboard:
            unseen.append(what(widget))
    assert not unseen


def test_no_scroll_area_takes_the_focus_without_a_name(window) -> None:
    areas = [a for a in window.findChildren(QScrollArea) if a.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [what(a) for a in areas if a.isVisible() and not a.accessibleName()] == []


def test_what_went_wrong_can_be_copied_from_the_banner(qtbot, desk) -> None:
    desk.show_problem("The harbour is closed; take another one.")
    assert desk.banner.copy.isVisible()
    qtbot.mouseClick(desk.banner.copy, Qt.MouseButton.LeftButton)
    told = QApplication.clipboard().text()
    assert told.startswith("The harbour is closed; take another one.\n")
    assert "QuoteCheck" in told
    desk.banner.say("Done.")
    assert not desk.banner.copy.isVisible()


@pytest.fixture
def doubled(qapp) -> Iterator[None]:
    usual = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(2 * usual.pointSizeF())
    qapp.setFont(larger)
    yield
    qapp.setFont(usual)


def test_text_of_twice_the_size_fits_a_small_screen_and_its_buttons(doubled, window) -> None:
    least = window.minimumSize() if isinstance(window, QMainWindow) else window.minimumSizeHint()
    assert (least.width() <= 1024, least.height() <= 640) == (True, True), least
    window.resize(1024, 640)
    QApplication.processEvents()
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.text()]
    outside = [b for b in buttons if in_a_row(b) and b.mapTo(window, b.rect().bottomRight()).x() > 1024]
    assert [what(button) for button in outside] == []
    assert [what(b) for b in buttons if b.height() < b.fontMetrics().height()] == []


def in_a_row(widget: QWidget) -> bool:
    """Tell whether a widget cannot be scrolled into view."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    return holder is None
