"""A file of quotes is mapped, looked over, imported, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from quotecheck.archive import Archive
from quotecheck.archive.incoming.mapping import FIELDS
from quotecheck.desktop.archive.import_assistant import ImportAssistant

CSV = (
    "Zitat;Who said it;Datum;Junk\n"
    "“We will not open.”;Ana Ruiz;2024-05-14;x\n"
    "Nobody asked us.;Tom Berg;32 Smarch;x\n"
    ";Tom Berg;;x\n"
    "They will open soon.;Tom Berg;;x\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    Archive.open(path, create=True).close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture
def assistant(qtbot, file, archive):
    dialog = ImportAssistant(file, archive)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.fields["text"].count() > 0)
    yield dialog
    dialog.close()


def checks(dialog: ImportAssistant) -> list[str]:
    model = dialog.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_columns_are_guessed_corrected_and_checked(qtbot, assistant) -> None:
    assert assistant.mapping() == {"text": "Zitat", "date": "Datum"}
    box = assistant.fields["speaker"]
    box.setCurrentIndex(box.findData("Who said it"))
    qtbot.waitUntil(assistant.ok.isEnabled, timeout=20_000)
    first, second, third, fourth = checks(assistant)
    assert (first, fourth) == ("✓ fine", "✓ fine")
    assert "32 Smarch" in second
    assert "no text" in third
    assert "2 of the 4 rows" in assistant.state.text()
    assert assistant.model.index(1, 2).data() == "Tom Berg"


def test_nothing_is_imported_without_words(qtbot, assistant) -> None:
    qtbot.waitUntil(assistant.ok.isEnabled, timeout=20_000)
    assistant.fields["text"].setCurrentIndex(0)
    assert not assistant.ok.isEnabled()
    assert "words" in assistant.state.text()
    assistant.fields["text"].setCurrentIndex(assistant.fields["text"].findData("Datum"))
    assert "two fields" in assistant.state.text()


def test_it_is_imported_summed_up_and_taken_back(qtbot, assistant, archive) -> None:
    box = assistant.fields["speaker"]
    box.setCurrentIndex(box.findData("Who said it"))
    qtbot.waitUntil(assistant.ok.isEnabled, timeout=20_000)
    with qtbot.waitSignal(assistant.imported, timeout=20_000):
        qtbot.mouseClick(assistant.ok, Qt.MouseButton.LeftButton)
    assert assistant.state.text().startswith("▲ 2 new, 2 refused: line 3:")
    with Archive.open(archive) as opened:
        assert opened.identity().quotes == 2
    with qtbot.waitSignal(assistant.imported, timeout=20_000):
        assistant.undo.click()
    assert "2 quotes are out" in assistant.state.text()
    with Archive.open(archive) as opened:
        assert opened.is_empty()


def test_tags_come_in_with_the_quotes(qtbot, tmp_path, archive) -> None:
    path = tmp_path / "tagged.csv"
    path.write_text(
        "text,speaker,tags\nThe ferry runs again.,Ana Ruiz,harbor;budget\nIt does not.,Tom Berg,\n",
        encoding="utf-8",
    )
    dialog = ImportAssistant(path, archive)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=20_000)
    assert dialog.mapping()["tags"] == "tags"
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        dialog.ok.click()
    qtbot.waitUntil(lambda: dialog._chores.current is None)
    with Archive.open(archive) as opened:
        assert [tag for tag, _count in opened.tags()] == ["budget", "harbor"]
    dialog.close()


def test_stopped_nothing_is_imported(qtbot, tmp_path, archive) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Statement {i} of the long day.,A B\n" for i in range(30_000))
    path.write_text("text,speaker\n" + rows, encoding="utf-8")
    dialog = ImportAssistant(path, archive)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=20_000)
    dialog.ok.click()
    dialog.cancel.click()
    qtbot.waitUntil(lambda: "nothing has been imported" in dialog.state.text(), timeout=20_000)
    with Archive.open(archive) as opened:
        assert opened.is_empty()
    dialog.close()


def test_what_is_no_file_of_quotes_says_so(qtbot, tmp_path, archive) -> None:
    (tmp_path / "bad.xlsx").write_bytes(b"no workbook")
    dialog = ImportAssistant(tmp_path / "bad.xlsx", archive)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Excel" in dialog.state.text(), timeout=20_000)
    assert not dialog.ok.isVisible()
    dialog.close()


def test_the_model_keeps_the_rules(qtbot, qtmodeltester, assistant) -> None:
    qtbot.waitUntil(assistant.ok.isEnabled, timeout=20_000)
    qtmodeltester.check(assistant.model)
    assert set(assistant.fields) == set(FIELDS)
