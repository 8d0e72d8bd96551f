"""Bundles made by hand: unsigned, right in every checksum, and with whatever is in their lines."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quotecheck.sharing.container import BundleFile, BundleWriter, opened_bundle
from quotecheck.sharing.manifest import FORMAT, MANIFEST, Manifest, Who, bag_files

__all__ = ["HOSTILE", "entries_of", "handmade", "hostile_entries"]

HOSTILE: tuple[Any, ...] = (
    None, True, -1, 1e308, "", " ", "\x00", "\ud800", "\u202e\u202e", "x" * 1_000_001, "9999-99-99",
    "0000-00-00/9999-12-31", "2021-05-03/2020-01-01", "../../etc/passwd", "'; DROP TABLE quotes; --",
    "q" * 21, "yes", [], {}, ["a"] * 5, {"a": {"a": {"a": 1}}}, "q00000000000000000000", "verified", "−1",
    "\u2028", 10**30,
)  # fmt: skip
"""Values that no entry should have, or not there."""


def entries_of(bundle: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the lines of a bundle by part."""
    with opened_bundle(bundle) as opened:
        return {part: [json.loads(line) for line in _lines(opened, part)] for part in opened.manifest.parts}


def _lines(opened: BundleFile, part: str) -> Iterator[bytes]:
    return opened.lines(part)


def handmade(path: Path, parts: Mapping[str, Sequence[bytes]], **told: Any) -> Path:
    """Write a bundle of these lines, which is in order in itself."""
    with BundleWriter(path) as writer:
        written = {name: writer.write_part(name, [lines]) for name, lines in parts.items()}
        manifest = Manifest(
            **{
                "format": FORMAT,
                "as_of": "2026-01-01T00:00:00+00:00",
                "by": Who("Mallory", "", None),
                "earliest": None,
                "latest": None,
                "selection": {},
                "whole": True,
                "parts": written,
                **told,
            }
        )
        content = manifest.encoded()
        for name, data in {MANIFEST: content, **bag_files(manifest, content)}.items():
            writer.write_file(name, data)
    return path


def _changed(value: Any, chance: random.Random) -> Any:
    """Return the value with one thing in it replaced, taken away or doubled."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(sorted(value))
        way = chance.randrange(8)
        if way == 0:
            return {k: v for k, v in value.items() if k != key}
        if way == 1:
            return {**value, chance.choice(["speaker", "deleted", "status", "date", "nonsense"]): value[key]}
        return {**value, key: _changed(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        return [*value[:at], _changed(value[at], chance), *value[at:]]
    return chance.choice(HOSTILE)


def hostile_entries(
    parts: Mapping[str, Sequence[Any]], seed: int, count: int
) -> Iterator[dict[str, list[bytes]]]:
    """Yield ``count`` versions of the lines of a bundle, each with something wrong in one entry."""
    chance = random.Random(seed)
    for _ in range(count):
        victim = chance.choice([name for name, lines in parts.items() if lines])
        made = {name: list(lines) for name, lines in parts.items()}
        at = chance.randrange(len(made[victim]))
        made[victim][at] = _changed(made[victim][at], chance)
        if chance.random() < 0.1:
            made[victim].insert(at, made[victim][at])
        yield {
            name: [
                json.dumps(line, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
                for line in lines
            ]
            for name, lines in made.items()
        }
