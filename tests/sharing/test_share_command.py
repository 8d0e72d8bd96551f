"""``quotecheck share``: what the commands answer, and with which exit code."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive
from quotecheck.cli import main
from quotecheck.sharing.keys import identity_folder


@pytest.fixture
def archives(tmp_path: Path) -> tuple[str, str]:
    mine, theirs = str(tmp_path / "mine.db"), str(tmp_path / "theirs.db")
    assert (
        main(["archive", "add", "We will rebuild the bridge.", "--speaker", "Lee Park", "--archive", mine])
        == 0
    )
    return mine, theirs


def answer(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> Any:
    capsys.readouterr()
    assert main(["share", *words, "--json", "-"]) == code
    return json.loads(capsys.readouterr().out)


def edit(path: str, **changes: Any) -> str:
    with Archive.open(path) as archive:
        (quote,) = archive.search("bridge")
        archive.update_quote(quote.uid, by="me", **changes)
        return quote.uid


def test_from_one_archive_to_the_other(
    archives: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = archives
    bundle = str(tmp_path / "all.quotes")
    assert main(["share", "export", "--archive", mine, "--out", bundle]) == 0
    told = answer(capsys, "inspect", bundle)
    assert (told["intact"], told["trusted"], told["counts"]["quotes"]) == (True, True, 1)
    preview = answer(capsys, "import", bundle, "--archive", theirs, "--preview")
    assert not Path(theirs).exists()
    done = answer(capsys, "import", bundle, "--archive", theirs)
    assert done == {**preview, "import_id": 1}
    assert (done["new"], done["identical"], done["updated"]) == (1, 0, 0)
    assert (done["conflicts"], done["joined"]) == ([], [])
    again = answer(capsys, "import", bundle, "--archive", theirs)
    assert (again["new"], again["identical"]) == (0, 1)


def test_a_conflict_from_import_to_resolution_and_undoing(
    archives: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = archives
    bundle = str(tmp_path / "all.quotes")
    main(["share", "export", "--archive", mine, "--out", bundle])
    main(["share", "import", bundle, "--archive", theirs])
    uid = edit(mine, occasion="Radio")
    edit(theirs, occasion="Television")
    main(["share", "export", "--archive", mine, "--out", bundle])
    done = answer(capsys, "import", bundle, "--archive", theirs, code=1)
    expected = {"uid": uid, "field": "occasion", "mine": "Television", "theirs": "Radio", "base": None}
    assert expected.items() <= done["conflicts"][0].items()
    assert answer(capsys, "conflicts", "--archive", theirs, code=1)["conflicts"] == done["conflicts"]
    assert main(["share", "resolve", "--archive", theirs, uid, "theirs"]) == 0
    assert answer(capsys, "conflicts", "--archive", theirs)["conflicts"] == []
    assert main(["share", "undo", "1", "--archive", theirs]) == 0
    assert main(["share", "undo", "99", "--archive", theirs]) == 2
    assert [one["id"] for one in answer(capsys, "imports", "--archive", theirs)["imports"]] == [2, 1]


def test_imports_of_files_are_listed_beside_those_of_bundles(
    archives: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, _ = archives
    rows = tmp_path / "rows.csv"
    rows.write_text("text\nThe ferry is late.\n", encoding="utf-8")
    assert main(["archive", "import", str(rows), "--archive", mine]) == 0
    assert answer(capsys, "imports", "--archive", mine)["imports"] == []
    (one,) = answer(capsys, "imports", "--archive", mine, "--files")["imports"]
    assert (one["file"], one["kind"], one["new"], one["signer"]) == ("rows.csv", "file", 1, None)


def test_a_stranger_an_unsigned_and_an_altered_bundle(
    archives: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine, theirs = archives
    signed, unsigned = tmp_path / "signed.quotes", tmp_path / "unsigned.quotes"
    main(["share", "export", "--archive", mine, "--out", str(signed)])
    main(["share", "export", "--archive", mine, "--out", str(unsigned), "--unsigned"])
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "elsewhere"))
    told = answer(capsys, "inspect", str(signed), code=1)
    assert (told["signed"], told["known"], told["trusted"]) == (True, False, False)
    assert answer(capsys, "inspect", str(unsigned), code=1)["signed"] is False
    assert main(["share", "import", str(signed), "--archive", theirs]) == 2
    assert main(["share", "import", str(unsigned), "--archive", theirs]) == 2
    assert not Path(theirs).exists()
    assert main(["share", "import", str(unsigned), "--archive", theirs, "--accept-unsigned"]) == 0
    assert main(["share", "signers", "add", str(signed), "--trust"]) == 0
    assert answer(capsys, "inspect", str(signed))["trusted"] is True
    signed.write_bytes(signed.read_bytes().replace(b"Ed25519", b"Ed25518") + b"\x00")
    assert answer(capsys, "inspect", str(signed), code=2)["intact"] is False
    assert main(["share", "import", str(signed), "--archive", theirs]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_signers_are_listed_judged_and_removed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    key = answer(capsys, "signers", "me")["key"]
    other = "A" * 43 + "="
    assert main(["share", "signers", "add", other, "--name", "Zoe", "--desk", "Wire"]) == 0
    (zoe,) = answer(capsys, "signers", "list")["signers"]
    assert (zoe["name"], zoe["desk"], zoe["key"], zoe["trusted"]) == ("Zoe", "Wire", other, False)
    assert main(["share", "signers", "trust", "zoe"]) == 0
    assert answer(capsys, "signers", "list")["signers"][0]["trusted"] is True
    assert main(["share", "signers", "distrust", zoe["fingerprint"]]) == 0
    assert main(["share", "signers", "remove", other]) == 0
    assert main(["share", "signers", "remove", other]) == 2
    assert main(["share", "signers", "add", "no-key"]) == 2
    assert key != other


def test_a_key_is_secret_and_travels_under_a_passphrase(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTECHECK_PASSPHRASE", "correct horse battery")
    exported = tmp_path / "key.pem"
    assert main(["share", "signers", "me", "--name", "Ana", "--export-key", str(exported)]) == 0
    key = answer(capsys, "signers", "me")["key"]
    assert stat.S_IMODE((identity_folder() / "key.pem").stat().st_mode) == 0o600
    assert b"ENCRYPTED" in exported.read_bytes()
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("QUOTECHECK_PASSPHRASE", "wrong horse battery")
    assert main(["share", "signers", "me", "--import-key", str(exported)]) == 2
    monkeypatch.setenv("QUOTECHECK_PASSPHRASE", "correct horse battery")
    assert main(["share", "signers", "me", "--import-key", str(exported)]) == 0
    assert answer(capsys, "signers", "me")["key"] == key
    assert main(["share", "signers", "me", "--import-key", str(exported)]) == 2


def test_a_new_passphrase_is_typed_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported = tmp_path / "key.pem"
    for second, code in (("correct horse batery", 2), ("correct horse battery", 0)):
        typed = iter(["correct horse battery", second])
        monkeypatch.setattr("getpass.getpass", lambda prompt, typed=typed: next(typed))
        assert main(["share", "signers", "me", "--export-key", str(exported)]) == code
        assert exported.exists() == (code == 0)


def test_an_export_never_overwrites_the_archive(archives: tuple[str, str]) -> None:
    mine, _ = archives
    before = Path(mine).read_bytes()
    assert main(["share", "export", "--archive", mine, "--out", mine]) == 2
    assert Path(mine).read_bytes() == before


def test_a_preview_says_that_a_strangers_bundle_needs_a_decision(
    archives: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mine, theirs = archives
    signed, unsigned = str(tmp_path / "signed.quotes"), str(tmp_path / "unsigned.quotes")
    main(["share", "export", "--archive", mine, "--out", signed])
    main(["share", "export", "--archive", mine, "--out", unsigned, "--unsigned"])
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "another desk"))
    for bundle, accept in ((signed, "--accept-unknown"), (unsigned, "--accept-unsigned")):
        assert answer(capsys, "inspect", bundle, code=1)["trusted"] is False
        told = answer(capsys, "import", bundle, "--archive", theirs, "--preview", code=1)
        assert told == answer(capsys, "import", bundle, "--archive", theirs, "--preview", accept)
        assert main(["share", "import", bundle, "--archive", theirs]) == 2
