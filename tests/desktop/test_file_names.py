"""The names that are proposed for files: of any title, on any system."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.desktop.file_names import proposed_path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The port stays shut", "The port stays shut.pdf"),
        ("“We won't”: what Ruiz/Berg said?", "We won't what Ruiz Berg said.pdf"),
        ("", "Checked article.pdf"),
        ("???", "Checked article.pdf"),
        ("The court wrestles with vaccines, citizens and Argentina's bonds",
         "The court wrestles with vaccines, citizens and Argentina's.pdf"),
        ("x" * 200, "x" * 60 + ".pdf"),
    ],
)  # fmt: skip
def test_a_title_makes_a_name_that_every_system_takes(tmp_path, title: str, name: str) -> None:
    beside = tmp_path / "check.qcheck"
    path = Path(proposed_path(title, ".pdf", otherwise="Checked article", beside=beside))
    assert path == tmp_path / name


def test_what_lies_beside_nothing_goes_to_a_folder_of_the_user(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = Path(proposed_path("A", ".pdf", otherwise="B"))
    assert path.parent.is_dir()
    assert path.parent in (tmp_path, tmp_path / "Documents")
