"""Three people who edit their archives and exchange bundles: in any order they end with the same content."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quotecheck.archive import Archive, ArchiveError, NewQuote
from quotecheck.model import QuoteStatus
from quotecheck.sharing import Rule, imports, open_conflicts, resolve, undo_import
from quotecheck.sharing.fields import Numbers
from quotecheck.sharing.history import state
from quotecheck.sharing.reading import read_locals

_STATEMENTS = (
    NewQuote("We will rebuild the bridge this summer.", speaker="Ana Ruiz", occasion="Town hall"),
    NewQuote("We will rebuild the bridge this summer.", speaker="Ana Ruiz"),
    NewQuote("Taxes will not rise.", speaker="Lee Park", source_url="https://news.example/1"),
    NewQuote("Nobody was hurt in the fire.", status=QuoteStatus.VERIFIED),
)


class Step(NamedTuple):
    who: int
    what: str
    statement: int
    value: str


_steps = st.lists(
    st.builds(
        Step,
        st.integers(0, 2),
        st.sampled_from(
            (
                "add",
                "add",
                "occasion",
                "context",
                "status",
                "verify",
                "delete",
                "take",
                "take",
                "resolve",
                "rename",
                "undo",
                "tag",
                "untag",
            )
        ),
        st.integers(0, len(_STATEMENTS) - 1),
        st.sampled_from(("one", "two", "three")),
    ),
    max_size=16,
)


def carry_out(desks: list[Any], step: Step) -> None:
    me = desks[step.who]
    if step.what == "take":
        other = desks[(step.who + 1 + step.statement % 2) % 3]
        give(other, me)
        return
    with me.archive() as archive:
        quote = _STATEMENTS[step.statement]
        if step.what == "add":
            archive.add_quote(quote, by=me.name)
            return
        found = archive.search(quote.text)
        if step.what == "resolve":
            for conflict in open_conflicts(archive)[:1]:
                rule = Rule.MINE if step.value == "one" else Rule.THEIRS
                resolve(archive, conflict.uid, rule, by=me.name)
            return
        if step.what == "undo":
            for one in [one for one in imports(archive) if one.undone_at is None][:1]:
                undo_import(archive, one.id, by=me.name)
            return
        if not found:
            return
        if step.what == "rename":
            rename(archive, found[0].speaker, step.value, me.name)
        else:
            change(archive, found[0].uid, step, me.name)


def change(archive: Archive, uid: str, step: Step, by: str) -> None:
    if step.what == "delete":
        archive.delete_quote(uid, by=by, note="a mistake")
    elif step.what == "tag":
        archive.tag_quotes([uid], add=[step.value], by=by)
    elif step.what == "untag":
        archive.tag_quotes([uid], remove=[step.value], by=by)
    elif step.what == "verify":
        archive.verify_quote(uid, by=by, how=step.value)
    elif step.what == "status":
        statuses = {"one": QuoteStatus.RETRACTED, "two": QuoteStatus.DISPUTED, "three": None}
        archive.update_quote(uid, by=by, status=statuses[step.value] or QuoteStatus.UNVERIFIED)
    else:
        archive.update_quote(uid, by=by, **{step.what: step.value})


def rename(archive: Archive, speaker: str | None, value: str, by: str) -> None:
    uid = archive.speaker_uid(speaker) if speaker else None
    if uid and (entry := archive.speaker(uid)):
        alias = f"{entry.name.split()[0]} {value}"
        notes = value if value != "one" else ""
        archive.update_speaker(uid, entry._replace(aliases=(alias,), notes=notes), by=by)


def give(giver: Any, taker: Any) -> None:
    with giver.archive() as archive:
        if archive.identity().quotes == 0:
            return
    taker.take(giver.export())


def content(archive: Archive) -> dict[str, Any]:
    """Return all that is shared, with the conflicts; what is shown where there is one does not count."""
    with archive._reading() as connection:
        shared: dict[str, Any] = {}
        for entity in ("quote", "speaker", "source"):
            uids = [row[0] for row in connection.execute(f"SELECT uid FROM {entity}s")]
            known = connection.execute("SELECT uid FROM histories WHERE entity = ?", (entity,))
            uids += [row[0] for row in known]
            for uid, local in read_locals(connection, entity, uids, Numbers(connection)).items():
                said = state(local.versions(), local.fields)
                assert said.fields == local.fields
                open_fields = {one.field for one in said.conflicts}
                fields = {field: value for field, value in said.fields.items() if field not in open_fields}
                shared[uid] = (
                    fields if "deleted" not in open_fields else None,
                    {(one.field, one.values, one.base) for one in said.conflicts},
                    frozenset(local.versions()),
                )
        shared["verifications"] = sorted(
            connection.execute(
                "SELECT quotes.uid, verified_by, how FROM verifications JOIN quotes ON quotes.id = quote_id"
            )
        )
    return shared


@settings(
    max_examples=12,
    deadline=None,
    phases=(
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ),  # three archives an example: shrinking takes too long
    suppress_health_check=list(HealthCheck),
)
@given(_steps, st.permutations([(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)]))
def test_any_order_of_exchange_ends_in_the_same_content(
    desk: Callable[..., Any], steps: list[Step], order: list[tuple[int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desks = [desk(f"{name}{Path(folder).name}") for name in ("Ana", "Ben", "Cem")]
        for one in desks:
            one.trust(*desks)
            with one.archive() as archive:
                archive.add_quote(NewQuote(f"This is {one.name}."), by=one.name)
        for step in steps:
            carry_out(desks, step)
        for giver, taker in order * 2:
            give(desks[giver], desks[taker])
        contents = []
        for one in desks:
            with one.archive() as archive:
                contents.append(content(archive))
                assert archive.verify_integrity() == []
        assert contents[0] == contents[1] == contents[2]
        again = desks[0].take(desks[1].export())
        assert (again.new, again.updated) == (0, 0)
        with desks[0].archive() as archive:
            assert content(archive) == contents[0]


def test_a_quote_that_is_nowhere_is_not_made(ana: Any) -> None:
    with ana.archive() as archive, pytest.raises(ArchiveError):
        archive.delete_quote("q" + "0" * 20, by="Ana")
