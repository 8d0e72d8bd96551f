"""An archive that several computers can write to at once is warned of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive
from quotecheck.archive.whereabouts import place_warning, shared_place
from quotecheck.cli import main

LINUX = """/dev/sda1 / ext4 rw 0 0
server:/desk /mnt/desk nfs4 rw,vers=4.2 0 0
//server/news /mnt/my\\040news cifs rw 0 0
ana@host:/ /home/ana/far fuse.sshfs rw 0 0
tmpfs /home/ana/far/near tmpfs rw 0 0
"""
MACOS = (
    "/dev/disk1 on / (apfs, local)\n//ana@server/news on /Volumes/News Room (smbfs, nodev, mounted by ana)\n"
)


@pytest.mark.parametrize(
    ("path", "mounts", "place"),
    [
        ("/mnt/desk/a.db", LINUX, "a network drive (nfs4)"),
        ("/mnt/my news/a.db", LINUX, "a network drive (cifs)"),
        ("/home/ana/far/a.db", LINUX, "a network drive (fuse.sshfs)"),
        ("/home/ana/far/near/a.db", LINUX, None),
        ("/home/ana/a.db", LINUX, None),
        ("/Volumes/News Room/a.db", MACOS, "a network drive (smbfs)"),
        ("/home/ana/Dropbox/a.db", "", "Dropbox"),
        ("/home/ana/Dropbox (Desk)/quotes/a.db", "", "Dropbox"),
        ("/home/ana/OneDrive - The Paper/a.db", "", "OneDrive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/a.db", "", "iCloud Drive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@x.example/My Drive/a.db", "", "Google Drive"),
        ("/home/ana/Dropboxes/a.db", "", None),
        ("/home/ana/Dropbox.db", "", None),
    ],
)
def test_places_are_told(path: str, mounts: str, place: str | None) -> None:
    assert shared_place(Path(path), mounts=mounts) == place


def test_a_folder_is_known_by_what_its_program_left_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "quotes").mkdir()
    assert shared_place(tmp_path / "quotes" / "a.db", mounts="") == "Syncthing"


def test_opening_such_an_archive_warns_and_offers_a_bundle(tmp_path: Path, capsys: Any) -> None:
    synced, own = tmp_path / "Dropbox" / "a.db", tmp_path / "a.db"
    synced.parent.mkdir()
    for path in (synced, own):
        Archive.open(path, create=True).close()
        assert main(["archive", "info", "--archive", str(path)]) == 0
        warned = capsys.readouterr().err
        assert ("Dropbox" in warned and "share export" in warned) == (path is synced)
        assert bool(place_warning(path)) == (path is synced)
