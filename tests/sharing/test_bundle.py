"""The file: what a bundle is, that it is the same each time, and that no altered one is opened."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import NewQuote, NewSource
from quotecheck.model import Interval, QuoteStatus
from quotecheck.sharing import BundleError, Selection, SharingError, Trust, inspect_bundle
from quotecheck.sharing.container import BundleWriter
from quotecheck.sharing.manifest import FORMAT, MANIFEST, Manifest, Who, bag_files, read_manifest
from quotecheck.sharing.signers import Signers

_SPEECH = "Good evening. We will rebuild the bridge this summer, come what may. Thank you."


@pytest.fixture
def bundle(ana: Any) -> Path:
    with ana.archive() as archive:
        archive.add_source(NewSource(title="Speech", url="https://city.example/1", text=_SPEECH), by="Ana")
        uid = archive.add_quote(
            NewQuote(
                "We will rebuild the bridge this summer",
                speaker="Lee Park",
                said=Interval.day(date(2021, 5, 3)),
                source_url="https://city.example/1",
            ),
            by="Ana",
        )
        archive.verify_quote(uid, by="Ana", how="listened to the recording")
        archive.add_quote(NewQuote("Taxes will not rise.", speaker="Mia Cole"), by="Ana")
    return ana.export()


def members(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as file:
        return {name: file.read(name) for name in file.namelist()}


def rewritten(bundle: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    content = members(bundle)
    change(content)
    altered = bundle.with_name("altered.quotes")
    with zipfile.ZipFile(altered, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in content.items():
            file.writestr(name, data)
    return altered


def test_it_is_a_bag_of_json_lines(bundle: Path) -> None:
    content = members(bundle)
    assert content["quotes/bagit.txt"].startswith(b"BagIt-Version: 1.0\n")
    listed = content["quotes/manifest-sha256.txt"].decode().splitlines()
    for line in listed:
        digest, name = line.split("  ")
        assert sha256(content[f"quotes/{name}"]).hexdigest() == digest
    assert {line.split("  ")[1] for line in listed} == {
        name.removeprefix("quotes/") for name in content if name.startswith("quotes/data/")
    }
    quotes = [json.loads(line) for line in content["quotes/data/quotes.jsonl"].splitlines()]
    assert {quote["fields"]["text"] for quote in quotes} == {
        "We will rebuild the bridge this summer",
        "Taxes will not rise.",
    }


def test_the_same_selection_gives_the_same_bytes(ana: Any, bundle: Path) -> None:
    assert ana.export().read_bytes() == bundle.read_bytes()


def test_who_signed_it_is_said(ana: Any, ben: Any, bundle: Path) -> None:
    with ben.at_work():
        inspection = inspect_bundle(bundle)
    assert (inspection.signer.name, inspection.signer.desk) == ("Ana", "desk of Ana")
    assert inspection.is_trusted
    with ana.at_work():
        assert inspect_bundle(bundle).is_mine


def test_a_stranger_is_no_one_to_trust(desk: Callable[[str], Any], bundle: Path) -> None:
    stranger = desk("Zoe")
    with stranger.at_work():
        inspection = inspect_bundle(bundle)
        assert inspection.known is None
        assert not inspection.is_trusted
    with pytest.raises(SharingError, match=inspection.signer.fingerprint):
        stranger.take(bundle)
    assert stranger.take(bundle, accept_unknown=True).new == 2


def test_a_namesake_with_another_key_is_told_apart(desk: Callable[[str], Any], ben: Any) -> None:
    impostor = desk("ana")
    with impostor.archive() as archive:
        archive.add_quote(NewQuote("All is well."), by="ana")
    forged = impostor.export()
    with ben.at_work():
        inspection = inspect_bundle(forged)
    assert inspection.namesake is not None
    assert "NOT" in inspection.sentence


def test_a_distrusted_signer_is_refused_whatever_is_accepted(ana: Any, ben: Any, bundle: Path) -> None:
    with ben.at_work():
        signers = Signers()
        signers.judge(signers.find("Ana"), Trust.DISTRUSTED)
    with pytest.raises(SharingError, match="do not trust"):
        ben.take(bundle, accept_unknown=True, accept_unsigned=True)


def test_an_unsigned_one_needs_a_yes(ana: Any, ben: Any, bundle: Path) -> None:
    unsigned = ana.export(signed=False)
    with pytest.raises(SharingError, match="unsigned"):
        ben.take(unsigned, accept_unknown=True)
    assert ben.take(unsigned, accept_unsigned=True).new == 2


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("quotes/data/quotes.jsonl", "data/quotes.jsonl"),
        ("quotes/data/texts.jsonl", "data/texts.jsonl"),
        ("quotes/data/speakers.jsonl", "data/speakers.jsonl"),
        ("quotes/bag-info.txt", "bag-info.txt"),
        ("quotes/manifest.json", "altered|signed|manifest"),
        ("quotes/signature.json", "signature|signed"),
    ],
)
def test_an_altered_part_is_named_and_nothing_is_taken_in(
    bundle: Path, ben: Any, name: str, told: str
) -> None:
    altered = rewritten(bundle, lambda content: content.update({name: content[name].replace(b"e", b"a", 1)}))
    with pytest.raises(BundleError, match=told):
        ben.take(altered)
    with ben.archive() as archive:
        assert archive.identity().quotes == 0


def test_a_manifest_that_fits_the_altered_parts_is_not_the_one_that_was_signed(
    bundle: Path, ben: Any
) -> None:
    def alter(content: dict[str, bytes]) -> None:
        part = content["quotes/data/quotes.jsonl"].replace(b"not rise", b"now rise")
        manifest = json.loads(content["quotes/manifest.json"])
        manifest["parts"]["data/quotes.jsonl"]["sha256"] = sha256(part).hexdigest()
        content["quotes/data/quotes.jsonl"] = part
        changed = (json.dumps(manifest, indent=2) + "\n").encode()
        bag = bag_files(read_manifest(changed), changed)
        content.update({f"quotes/{name}": data for name, data in {"manifest.json": changed, **bag}.items()})

    with pytest.raises(BundleError, match="signed"):
        ben.take(rewritten(bundle, alter))


def test_a_signature_cannot_be_taken_away(bundle: Path, ben: Any) -> None:
    with pytest.raises(BundleError, match="taken away"):
        ben.take(
            rewritten(bundle, lambda content: content.pop("quotes/signature.json")), accept_unsigned=True
        )


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/etc/passwd", "quotes/data/QUOTES.jsonl", "quotes/data/more.jsonl", "quotes/x.zip"],
)
def test_a_member_that_no_bundle_has_is_refused(bundle: Path, name: str) -> None:
    with pytest.raises(BundleError, match="no bundle has"):
        inspect_bundle(rewritten(bundle, lambda content: content.update({name: b"{}"})))


def test_a_member_that_is_there_twice_is_refused(bundle: Path) -> None:
    twice = bundle.with_name("twice.quotes")
    with zipfile.ZipFile(twice, "w") as file:
        for name, data in members(bundle).items():
            file.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("quotes/data/quotes.jsonl", b"")
    with pytest.raises(BundleError, match="twice"):
        inspect_bundle(twice)


def test_a_part_that_grows_out_of_nothing_is_refused(bundle: Path) -> None:
    bomb = rewritten(bundle, lambda content: content.update({"quotes/data/texts.jsonl": bytes(64 << 20)}))
    with pytest.raises(BundleError, match="grows too much"):
        inspect_bundle(bomb)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + bytes(18), bytes(100_000)])
def test_what_is_no_bundle_is_told_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.quotes"
    path.write_bytes(content)
    with pytest.raises(BundleError, match=r"^[^\n]*\.$"):
        inspect_bundle(path)


def test_a_bundle_cut_short_anywhere_is_refused(bundle: Path) -> None:
    whole = bundle.read_bytes()
    short = bundle.with_name("short.quotes")
    for end in range(0, len(whole), 97):
        short.write_bytes(whole[:end])
        with pytest.raises(BundleError):
            inspect_bundle(short)


def hand_made(bundle: Path, entry: bytes) -> Path:
    """Make an unsigned bundle whose one quote is ``entry``, right in everything else."""
    path = bundle.with_name("hand_made.quotes")
    with BundleWriter(path) as writer:
        parts = {"data/quotes.jsonl": writer.write_part("data/quotes.jsonl", [[entry]])}
        manifest = Manifest(FORMAT, "", Who("Eve", "", None), None, None, {}, True, parts)
        content = manifest.encoded()
        for name, data in {MANIFEST: content, **bag_files(manifest, content)}.items():
            writer.write_file(name, data)
    return path


_UID = "q" + "1" * 20


@pytest.mark.parametrize(
    "entry",
    [
        b"[" * 100_000,
        b'{"uid": "x", "fields": {"text": "a"}}',
        b'{"uid": "%s", "fields": {}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "..."}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a\\u0000b"}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a\xff"}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a", "date": "2021-02-30/2021-02-30"}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a", "date": "99999-01-01/99999-01-01"}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a", "status": "holy"}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a", "strange": "b"}}' % _UID.encode(),
        b'{"uid": "%s", "fields": {"text": "a", "speaker": "s%s"}}' % (_UID.encode(), b"1" * 20),
        b'{"uid": "%s", "fields": {"text": "a", "speaker": "p%s"}}' % (_UID.encode(), b"1" * 20),
        b'{"uid": "%s", "fields": {"text": "a", "also:s%s": "yes"}}' % (_UID.encode(), b"1" * 20),
        b'{"uid": "%s", "fields": {"text": "a"}, "verifications": [{"by": "A", "key": "%s"}]}'
        % (_UID.encode(), b"A" * 43 + b"="),
        json.dumps({"uid": _UID, "fields": {"text": "a" * 10_000_000}}).encode(),
    ],
)
def test_an_entry_that_cannot_be_is_refused_and_the_archive_is_as_it_was(
    ben: Any, bundle: Path, entry: bytes
) -> None:
    with ben.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="Ben")
    before = ben.path.read_bytes()
    with pytest.raises(BundleError, match=r"^[^\n]*$"):
        ben.take(hand_made(bundle, entry), accept_unsigned=True)
    with ben.archive() as archive:
        assert archive.identity().quotes == 1
        assert archive.verify_integrity() == []
    assert len(before) == ben.path.stat().st_size


def test_selections(ana: Any, bundle: Path) -> None:
    def texts(selection: Selection) -> int:
        return len(members(ana.export(selection))["quotes/data/quotes.jsonl"].splitlines())

    assert texts(Selection(search="bridge")) == 1
    assert texts(Selection(speaker="Mia Cole")) == 1
    assert texts(Selection(status=QuoteStatus.VERIFIED)) == 1
    assert texts(Selection(since=date(2021, 5, 3), until=date(2021, 5, 3))) == 1
    with pytest.raises(SharingError, match="Nothing is chosen"):
        ana.export(Selection(since=date(2022, 1, 1)))
    with pytest.raises(SharingError, match="no speaker"):
        ana.export(Selection(speaker="Nobody At All"))


def test_only_who_is_named_goes_with_a_selection(ana: Any, bundle: Path) -> None:
    content = members(ana.export(Selection(speaker="Mia Cole")))
    assert b"Mia Cole" in content["quotes/data/speakers.jsonl"]
    assert b"Lee Park" not in content["quotes/data/speakers.jsonl"]
    assert content["quotes/data/sources.jsonl"] == b""


def test_without_the_texts_the_surroundings_still_come(ana: Any, ben: Any, bundle: Path) -> None:
    lean = ana.export(texts=False)
    assert "quotes/data/texts.jsonl" not in members(lean)
    ben.take(lean)
    with ben.archive() as archive:
        (quote,) = archive.search("bridge")
    assert quote.before.endswith("Good evening. ")
    assert quote.after.startswith(", come what may")


def test_a_stopped_export_leaves_no_file(ana: Any, bundle: Path, tmp_path: Path) -> None:
    from quotecheck.sharing import export_bundle

    path = tmp_path / "stopped.quotes"
    with ana.archive() as archive, pytest.raises(SharingError, match="stopped"):
        export_bundle(archive, path, identity=None, progress=lambda done: False)
    assert not path.exists()
