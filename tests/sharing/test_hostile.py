"""Damaged and hostile bundles: refused in one sentence, the archive untouched."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.sharing import BundleError, SharingError, import_bundle, inspect_bundle, preview_bundle
from tests.sharing.fuzzing import KINDS, fuzz, made_files
from tests.sharing.handmade import entries_of, handmade, hostile_entries
from tests.sharing.mutating import mutated

MOST_SECONDS = 10


def a_bundle(ana: Any) -> bytes:
    with ana.archive() as archive:
        archive.add_source(
            NewSource(title="Speech", url="https://x.example/1", text="We will win."), by="Ana"
        )
        uid = archive.add_quote(
            NewQuote("We will win.", speaker="Lee", source_url="https://x.example/1"), by="Ana"
        )
        archive.verify_quote(uid, by="Ana", how="heard it")
    return ana.export().read_bytes()


def test_no_damaged_bundle_is_taken_for_a_whole_one(ana: Any, ben: Any, tmp_path: Path) -> None:
    whole = a_bundle(ana)
    path = tmp_path / "damaged.quotes"
    with ben.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="Ben")
    before = ben.path.read_bytes()
    with ben.at_work(), Archive.open(ben.path, read_only=True) as archive:
        for damaged in mutated(whole, seed=7, count=300):
            path.write_bytes(damaged)
            sentence = ""
            try:
                preview_bundle(archive, path)
            except BundleError as error:
                sentence = str(error)
            assert "\n" not in sentence
            assert sentence or same_members(damaged, whole)
    assert ben.path.read_bytes() == before


def same_members(one: bytes, other: bytes) -> bool:
    """Tell whether what was damaged is nothing that is read: a date or a mode of a member, say."""
    with zipfile.ZipFile(io.BytesIO(one)) as a, zipfile.ZipFile(io.BytesIO(other)) as b:
        return {n: a.read(n) for n in a.namelist()} == {n: b.read(n) for n in b.namelist()}


def test_a_signature_has_one_form_only(ana: Any, ben: Any, tmp_path: Path) -> None:
    whole, path = a_bundle(ana), tmp_path / "other.quotes"
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("signature.json"):
                told = json.loads(content)
                sign = told["signature"][-3]  # its last four bits are those of no byte
                told["signature"] = told["signature"][:-3] + last[last.index(sign) ^ 1] + "=="
                content = (json.dumps(told, indent=2, sort_keys=True) + "\n").encode()
            new.writestr(name, content)
    with ben.at_work(), pytest.raises(BundleError, match="not the one that"):
        inspect_bundle(path)


def test_importing_a_damaged_bundle_leaves_the_archive_as_it_was(ana: Any, ben: Any, tmp_path: Path) -> None:
    whole = a_bundle(ana)
    path = tmp_path / "damaged.quotes"
    with ben.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="Ben")
        for damaged in mutated(whole, seed=8, count=40):
            path.write_bytes(damaged)
            try:
                import_bundle(archive, path, by="Ben", accept_unsigned=True)
            except SharingError:
                assert archive.info().quotes == 1
            else:
                assert same_members(damaged, whole)
                break
        assert archive.verify_integrity() == []


def test_every_reader_of_foreign_files_reads_or_refuses_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "data"))
    files = made_files(tmp_path)
    with Archive.open(tmp_path / "mine.db", create=True) as archive:
        archive.add_quote(NewQuote("It was here before."), by="me")
    before = (tmp_path / "mine.db").read_bytes()
    with Archive.open(tmp_path / "mine.db", read_only=True) as archive:
        found = fuzz(files, archive, seed=11, counts=dict.fromkeys(KINDS, 60))
    assert (tmp_path / "mine.db").read_bytes() == before
    assert sum(found.counts.values()) == 60 * len(KINDS)
    assert all(found.counts[kind, "refused"] for kind in KINDS)
    assert max(found.slowest.values()) < MOST_SECONDS


def test_entries_of_an_enemy_never_break_an_archive(ana: Any, ben: Any, tmp_path: Path) -> None:
    (tmp_path / "whole.quotes").write_bytes(a_bundle(ana))
    parts = entries_of(tmp_path / "whole.quotes")
    with ben.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="Ben")
    for lines in hostile_entries(parts, seed=12, count=120):
        bundle, before = handmade(tmp_path / "enemy.quotes", lines), ben.path.read_bytes()
        try:
            ben.take(bundle, accept_unsigned=True)
        except SharingError:
            assert ben.path.read_bytes() == before
    with ben.archive() as archive:
        assert archive.verify_integrity() == []
        assert [quote.text for quote in archive.search("here before")] == ["It was here before."]
