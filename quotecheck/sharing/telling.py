"""What other programs are told of bundles, imports and conflicts: the JSON of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from quotecheck.archive import Archive
from quotecheck.sharing.comparing import MergeResult
from quotecheck.sharing.opening import Inspection
from quotecheck.sharing.planning import Conflict

__all__ = ["conflicts_to_json", "inspection_to_json", "result_to_json"]

_NAMES = {
    "speaker": "SELECT name FROM speakers WHERE uid = ?",
    "source": "SELECT coalesce(url, title) FROM sources WHERE uid = ?",
}


def _shown(archive: Archive, field: str, value: str | None) -> str | None:
    """Return a speaker's name or a source's address instead of the uid, as far as it is known here."""
    if value is None or field not in _NAMES:
        return value
    with archive._reading() as connection:
        row = connection.execute(_NAMES[field], (value,)).fetchone()
    return row[0] if row and row[0] else value


def conflicts_to_json(conflicts: Iterable[Conflict], archive: Archive) -> list[dict[str, Any]]:
    """Return conflicts with speakers and sources as people know them; ``entity`` says what is in conflict."""
    return [
        {
            "uid": one.uid,
            "entity": one.entity,
            "field": one.field,
            "mine": _shown(archive, one.field, one.mine),
            "theirs": _shown(archive, one.field, one.theirs),
            "base": _shown(archive, one.field, one.base),
        }
        for one in conflicts
    ]


def inspection_to_json(inspection: Inspection) -> dict[str, Any]:
    """Return what is said of a bundle that is whole."""
    manifest, signer = inspection.manifest, inspection.signer
    counts = {name.split("/")[1].split(".")[0]: part.entries for name, part in manifest.parts.items()}
    return {
        "file": str(inspection.path),
        "format": manifest.format,
        "intact": True,
        "signed": signer is not None,
        "signer": signer
        and {"name": signer.name, "desk": signer.desk, "key": signer.key, "fingerprint": signer.fingerprint},
        "known": inspection.known is not None,
        "trusted": inspection.is_trusted,
        "mine": inspection.is_mine,
        "namesake": inspection.namesake.key if inspection.namesake else None,
        "counts": {name: counts.get(name, 0) for name in ("quotes", "speakers", "sources", "texts")},
        "dates": {"earliest": manifest.earliest, "latest": manifest.latest},
        "as_of": manifest.as_of,
        "selection": manifest.selection,
        "whole": manifest.whole,
        "sha256": inspection.sha256,
        "doubts": list(map(str, inspection.doubts)),
        "summary": str(inspection.sentence),
    }


def result_to_json(result: MergeResult, archive: Archive) -> dict[str, Any]:
    """Return what an import did, or would do."""
    return {
        "import_id": result.import_id,
        "new": result.new,
        "identical": result.identical,
        "updated": result.updated,
        "conflicts": conflicts_to_json(result.conflicts, archive),
        "joined": [asdict(one) for one in result.joined],
        "doubts": list(map(str, result.doubts)),
    }
