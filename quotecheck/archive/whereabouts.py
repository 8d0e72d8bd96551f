"""Where an archive is kept: not where several computers write to it, for no lock reaches that far."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from quotecheck.lexicons import lexicon

__all__ = ["place_warning", "shared_place"]

_MOUNTS = Path("/proc/self/mounts")
_OF_MACOS = re.compile(r".* on (?P<place>/.*?) \((?P<kind>\w+)[,)].*")
_REMOTE_DRIVE = 4
_ESCAPED = re.compile(r"\\(\d{3})")
_PATIENCE = 2.0


def _mounted(table: str) -> Iterator[tuple[str, str]]:
    """Yield the places of a table of mounts, as Linux or macOS tells it, with the kinds of file systems."""
    for line in table.splitlines():
        if found := _OF_MACOS.fullmatch(line):
            yield found["place"], found["kind"]
        elif len(words := line.split(" ")) >= 3:
            yield _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), words[1]), words[2]


def _mounts() -> str:
    try:
        if sys.platform == "darwin":
            done = subprocess.run(
                ["/sbin/mount"], capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
            return done.stdout
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except (OSError, subprocess.SubprocessError):
        return ""


def _network_kind(path: Path, table: str) -> str | None:
    """Return the kind of the network file system that a path is on."""
    on = [(place, kind) for place, kind in _mounted(table) if path.is_relative_to(place)]
    kind = max(on, key=lambda one: len(one[0]), default=("", ""))[1]
    return kind if kind in lexicon("shared_folders")["network"]["kinds"] else None


def _is_remote_drive(path: Path) -> bool:
    if os.name != "nt":
        return False
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]  # there is one on Windows alone
    return path.drive.startswith("\\\\") or kernel.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE


def _synced_by(path: Path) -> str | None:
    """Return the program that keeps one of the folders around a path in step with other computers."""
    known = lexicon("shared_folders")
    for folder in path.parents:
        for program, names in known["folders"].items():
            if any(re.match(rf"{re.escape(name)}(?![\w.])", folder.name) for name in names):
                return str(program)
        for program, markers in known["markers"].items():
            if any(os.path.lexists(folder / marker) for marker in markers):
                return str(program)
    return None


def shared_place(path: Path, *, mounts: str | None = None) -> str | None:
    """Return in what a file is kept that other computers write to as well, None where it is in no such place.

    It is told by the names of its folders, by what synchronising programs leave in them, and by the kind of
    the file system; ``mounts`` is the system's table of these, where it is not to be asked.
    """
    path = Path(os.path.realpath(path))
    if program := _synced_by(path):
        return program
    if _is_remote_drive(path):
        return "a network drive"
    kind = _network_kind(path, _mounts() if mounts is None else mounts)
    return f"a network drive ({kind})" if kind else None


def place_warning(path: Path) -> str | None:
    """Return a sentence that warns of the place of an archive and offers a bundle; None where it is right."""
    place = shared_place(path)
    if place is None:
        return None
    return (
        f"The archive {path} is in {place}: when two computers change it at once, changes can be lost and the"
        " file damaged. Keep it in a folder of this computer and give others a bundle of it:"
        f" “quotecheck share export --archive {path} --out NAME.quotes”."
    )
