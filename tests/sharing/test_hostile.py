"""Damaged and hostile bundles: refused in one sentence, the archive untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.sharing import BundleError, SharingError, import_bundle, preview_bundle
from tests.sharing.mutating import mutated


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
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(one)) as a, zipfile.ZipFile(io.BytesIO(other)) as b:
        return {n: a.read(n) for n in a.namelist()} == {n: b.read(n) for n in b.namelist()}


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
