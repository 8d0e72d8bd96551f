"""Drawing the bank: the archive's rows, and labelled queries over them."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from . import form, meaning, parts, rewriting, who_when
from .edits import Edited, Family, Material, Row
from .texts import Holdings, is_content, plain

__all__ = ["ABSENT", "FAMILIES", "Bank", "make_bank", "read_rows"]

FAMILIES: dict[str, Family] = {
    **form.FAMILIES,
    **rewriting.FAMILIES,
    **parts.FAMILIES,
    **meaning.FAMILIES,
    **who_when.FAMILIES,
}

ABSENT = "absent"
ABSENT_SHARE = 0.25
_CAUTIONS = (
    "misattributed",
    "misdated",
    "omission",
    "hidden_by_ellipsis",
    "spliced",
    "ambiguous",
    "translated",
)
_LONGEST = 70
_TOO_LIKE = 0.5
_TRIES = 2_000


@dataclass(frozen=True, slots=True)
class Bank:
    """An archive's rows, queries with their labels, and sentences that the archive does not hold."""

    archive: list[dict[str, Any]]
    queries: list[dict[str, Any]]
    held_out: list[dict[str, Any]]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read rows {id, text, speaker, date} from a .jsonl or .jsonl.gz file, white space made single."""
    opener: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row | {"text": " ".join(row["text"].split())} for row in rows]


def _row(number: int, row: Mapping[str, Any]) -> Row:
    speaker = row.get("speaker")
    return Row(
        str(row["id"]), number, row["text"], None if speaker == "Unknown" else speaker, row.get("date")
    )


def _content(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Gather words of content by their ending; the list under "" has those with none of these endings."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for token in filter(is_content, row["text"].split()):
            word = token.rstrip(",.;")
            ending = re.search(r"(?:ing|ed|ly|s)$", word)
            found[ending[0] if ending else ""].append(word)
    return found


def _material(rows: Sequence[Row], held_out: Sequence[Mapping[str, Any]]) -> Material:
    by_speaker: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.speaker:
            by_speaker[row.speaker].append(row)
    return Material(rows, by_speaker, Holdings(row.text for row in rows), _content(held_out[:8000]))


def _fits(row: Row, family: Family, material: Material) -> bool:
    """Tell whether the row can be edited and labelled: of middling length, with no near double."""
    if not family.shortest <= len(row.text.split()) <= _LONGEST:
        return False
    return len(material.holdings.holding(row.text)) == 1 and (
        material.holdings.likest(row.text, but=row.number) < _TOO_LIKE
    )


def _is_labelled_right(edited: Edited, row: Row, family: Family, material: Material) -> bool:
    """Refuse what has no words left, and a changed text that some row happens to hold as it is."""
    if len(plain(edited.text)) < 3:
        return False
    return not family.changes or edited.archived is not None or not material.holdings.holding(edited.text)


def _forbidden(edited: Edited) -> list[str]:
    raised = {*edited.cautions, *edited.any_caution, *edited.allowed}
    return [caution for caution in _CAUTIONS if caution not in raised]


def _query(name: str, edited: Edited, row: Row, rng: Random, material: Material) -> dict[str, Any]:
    told = rng.random()
    speaker = edited.speaker or (row.speaker if told < 0.75 else None)
    date = edited.date or (row.date if not 0.5 < told < 0.85 else None)
    numbers = material.holdings.holding(edited.text) if not edited.cautions else []
    right = [row, *edited.others, *(material.rows[number] for number in numbers)]
    if speaker and not (edited.speaker or edited.cautions):
        right = [other for other in right if other.speaker in (None, row.speaker)]
    expect: dict[str, Any] = {"wording": list(edited.wording), "forbid": _forbidden(edited)}
    if edited.cautions:
        expect["cautions"] = list(edited.cautions)
    if edited.any_caution:
        expect["any_caution"] = list(edited.any_caution)
    expect["quotes"] = list(dict.fromkeys(other.id for other in right))
    told_of = {"speaker": speaker, "date": date}
    return {
        "text": edited.text,
        **{field: value for field, value in told_of.items() if value},
        "edit": name,
        "expect": expect,
        "original": row.text,
    }


def _edited(name: str, rng: Random, material: Material, taken: set[int]) -> tuple[Row, Edited] | None:
    family = FAMILIES[name]
    for _ in range(_TRIES):
        row = rng.choice(material.rows)
        if row.number in taken or len(row.text.split()) < family.shortest:
            continue
        edited = family.edit(row, rng, material)
        if (
            edited
            and (edited.archived or edited.text != row.text or not family.changes)
            and _is_labelled_right(edited, row, family, material)
            and _fits(row, family, material)
        ):
            return row, edited
    return None


def _absent(
    rng: Random, held_out: Sequence[Mapping[str, Any]], material: Material
) -> Iterator[dict[str, Any]]:
    """Yield sentences of the same speakers and cases, of which the archive has none much alike."""
    for raw in rng.sample(held_out, len(held_out)):
        row = _row(-1, raw)
        # A stutter ("that's what I -- that's what I") has few words, and many a quote holds them.
        if len(set(plain(row.text))) >= 6 and material.holdings.likest(row.text) < _TOO_LIKE:
            told = rng.random()
            query: dict[str, Any] = {"text": row.text}
            if row.speaker and told < 0.8:
                query["speaker"] = row.speaker
            if row.date and not 0.3 < told < 0.6:
                query["date"] = row.date
            expect = {"wording": ["not_found", "paraphrase"], "quotes": []}
            yield query | {"edit": ABSENT, "expect": expect}


def make_bank(
    rows: Sequence[Mapping[str, Any]],
    *,
    seed: int,
    archive_rows: int,
    queries: int,
    families: Mapping[str, float] | None = None,
    absent_share: float = ABSENT_SHARE,
    again: bool = False,
) -> Bank:
    """Draw an archive and queries over it; the same arguments give the same bank.

    ``rows`` are dicts {id, text, speaker, date}; ``archive_rows`` of them make the archive,
    of the others come the absent sentences. ``families`` gives their weights (default: ``FAMILIES``).
    A row is printed once at most, unless ``again``.
    """
    rng = Random(seed)
    order = rng.sample(range(len(rows)), len(rows))
    archive = [dict(rows[i]) for i in order[:archive_rows]]
    held_out = [dict(rows[i]) for i in order[archive_rows : archive_rows + max(20_000, 8 * queries)]]
    material = _material([_row(number, row) for number, row in enumerate(archive)], held_out)
    weights = families or {name: family.weight for name, family in FAMILIES.items() if family.weight}
    made: list[dict[str, Any]] = []
    taken: set[int] = set()
    present = queries - round(queries * absent_share)
    for name, weight in weights.items():
        for _ in range(max(1, round(present * weight / sum(weights.values())))):
            found = _edited(name, rng, material, taken)
            if found is None:
                break
            row, edited = found
            if not again:
                taken |= {row.number, *(other.number for other in edited.others)}
            made.append(_query(name, edited, row, rng, material))
            if edited.archived is not None:
                archive[row.number]["text"] = edited.archived
    absent = _absent(rng, held_out, material)
    made += [query for query, _ in zip(absent, range(queries - present), strict=False)]
    rng.shuffle(made)
    return Bank(archive, [{"id": f"q{i}"} | query for i, query in enumerate(made)], held_out)
