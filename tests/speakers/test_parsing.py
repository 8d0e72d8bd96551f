"""The language model: the one that was examined, or a clear refusal."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from quotecheck.speakers.parsing import ModelError, check_files, parse


def test_the_examined_files_are_accepted(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"weights")
    check_files(tmp_path, {"model": sha256(b"weights").hexdigest()})


@pytest.mark.parametrize("content", [b"other weights", None])
def test_a_changed_or_missing_file_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "model").write_bytes(content)
    with pytest.raises(ModelError, match="reinstall"):
        check_files(tmp_path, {"model": sha256(b"weights").hexdigest()})


def test_a_tree_has_a_head_and_a_tag_for_every_word() -> None:
    [tree] = parse(["“It is so,” said Ada."])
    assert len(tree) == len(tree.words) == len(tree.tags) == len(tree.heads)
    assert tree.child(tree.words.index("said"), "nsubj") == tree.words.index("Ada")
