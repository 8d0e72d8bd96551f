"""What merging a bundle into an archive would do, entry by entry: nothing is written here."""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quotecheck.archive import Archive
from quotecheck.archive.bulk import all_over
from quotecheck.archive.chronicle import now
from quotecheck.archive.incoming.lookalikes import doubts_of
from quotecheck.model import Message
from quotecheck.sharing.container import BundleFile, opened_bundle
from quotecheck.sharing.entries import Entry, parse_entry
from quotecheck.sharing.errors import BundleError, SharingError
from quotecheck.sharing.fields import NAMING, Entity, Numbers
from quotecheck.sharing.joining import Proposal, Proposing
from quotecheck.sharing.opening import Inspection, inspect
from quotecheck.sharing.planning import Conflict, Outcome, Plan, Rule, changes, plan_entry
from quotecheck.sharing.reading import read_locals
from quotecheck.sharing.texts import parse_text
from quotecheck.sharing.vouching import Vouching

__all__ = ["PARTS", "Comparison", "EntryPlan", "MergeResult", "Progress", "preview_bundle"]

_AT_ONCE = 1_000
_MOST_DOUBTS = 100
PARTS: tuple[tuple[Entity, str], ...] = (
    ("speaker", "data/speakers.jsonl"),
    ("source", "data/sources.jsonl"),
    ("quote", "data/quotes.jsonl"),
)

"""The kinds of entries in the order in which they are taken in, and the parts that hold them."""

Progress = Callable[[int], bool | None]
"""Is told how many quotes are done; False is to stop."""


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """What becomes of one quote, speaker or source: the fields ``before`` and after, and what is in conflict.

    ``verified_by`` are those who vouch for a quote and did not here so far. A conflict leaves its field as it
    is here.
    """

    entity: Entity
    uid: str
    outcome: Outcome
    before: dict[str, str]
    fields: dict[str, str]
    conflicts: tuple[Conflict, ...] = ()
    verified_by: tuple[str, ...] = ()

    @classmethod
    def of(cls, plan: Plan, outcome: Outcome, verified_by: Sequence[str] = ()) -> EntryPlan:
        """Return what there is to be told of a plan."""
        before = plan.local.fields if plan.local else {}
        found = (plan.entity, plan.entry.uid, outcome, before, plan.state.fields, plan.conflicts)
        return cls(*found, tuple(verified_by))

    @property
    def changes(self) -> dict[str, tuple[str | None, str | None]]:
        """What it says here, and what it will say, of each field that changes."""
        return changes(self.before, self.fields)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What an import did, or (``import_id`` is None) would do; the numbers are of quotes.

    ``conflicts`` are open, also those of speakers and sources; ``joined`` are proposals: nothing is ever
    joined without being asked. ``doubts`` are sentences on names that are not what they seem.
    """

    inspection: Inspection
    import_id: int | None
    new: int
    identical: int
    updated: int
    conflicts: tuple[Conflict, ...]
    joined: tuple[Proposal, ...]
    doubts: tuple[Message, ...] = ()


def _entries(bundle: BundleFile, entity: Entity, part: str) -> Iterator[Entry]:
    last = ""
    for number, line in enumerate(bundle.lines(part), start=1):
        place = f"{part}, line {number},"
        entry = parse_entry(entity, line, place)
        if entry.uid <= last:
            raise BundleError(
                "{place} is refused, for the entries are not in the order of their uids.", place=place
            )
        last = entry.uid
        yield entry


class Comparison:
    """One bundle beside one archive; what has been looked at is counted and kept, for the result."""

    def __init__(self, bundle: BundleFile, connection: sqlite3.Connection, rule: Rule, by: str) -> None:
        """Compare through ``connection``; what the ``rule`` decides is decided on behalf of ``by``."""
        self._bundle = bundle
        self._connection = connection
        self._rule = rule
        self._by, self._at = by, now()
        self.numbers = Numbers(connection)
        self.vouching = Vouching(connection, bundle.lines("data/attestations.jsonl"))
        self._proposing = Proposing(connection)
        self.outcomes: Counter[Outcome] = Counter()
        self.conflicts: list[Conflict] = []
        self.proposals: list[Proposal] = []
        self.doubts: list[Message] = []
        self._named: dict[Entity, set[str]] = {"speaker": set(), "source": set(), "quote": set()}

    def plans(self, entity: Entity, part: str) -> Iterator[list[Plan]]:
        """Yield the plans for a part of the bundle, some thousands at a time."""
        entries = _entries(self._bundle, entity, part)
        while some := list(islice(entries, _AT_ONCE)):
            here = read_locals(self._connection, entity, [entry.uid for entry in some], self.numbers)
            plans = [
                plan_entry(entity, entry, here.get(entry.uid), self._rule, by=self._by, at=self._at)
                for entry in some
            ]
            self._check_names(entity, plans)
            for plan in plans:
                self.conflicts += plan.conflicts
                if plan.outcome is not Outcome.IDENTICAL and len(self.doubts) < _MOST_DOUBTS:
                    self.doubts += doubts_of(entity, plan.state.fields)
                if plan.outcome is Outcome.NEW and entity != "quote":
                    self.proposals += self._proposing.of(entity, plan.entry.uid, plan.state.fields)
            yield plans

    def _check_names(self, entity: Entity, plans: Sequence[Plan]) -> None:
        """Make sure that whom the entries name is in the bundle or the archive. Raises BundleError."""
        for field, named in NAMING[entity]:
            said = {plan.state.fields[field]: plan for plan in plans if field in plan.state.fields}
            strange = said.keys() - self._named[named]
            if missing := strange - self.numbers.learn_numbers(named, strange).keys():
                uid = said[min(missing)].entry.uid
                raise BundleError(
                    "The entry {uid} names {named}, which the bundle does not have: it is refused.",
                    uid=uid,
                    named=min(missing),
                )
        if entity != "quote":
            self._named[entity].update(plan.entry.uid for plan in plans)

    def look_through(self) -> None:
        """Read all that the bundle holds, as an import does, but write nothing. Raises BundleError."""
        for entity, part in PARTS:
            for plans in self.plans(entity, part):
                deque(self.vouching.fresh([plan.entry for plan in plans]), maxlen=0)
        deque(self.texts(), maxlen=0)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the full texts of sources by their SHA-256."""
        for number, line in enumerate(self._bundle.lines("data/texts.jsonl"), start=1):
            yield parse_text(line, f"data/texts.jsonl, line {number},")

    def count(self, plan: Plan, *, verified: bool) -> Outcome:
        """Count a quote, and return what becomes of it; a new verification is something new."""
        outcome = plan.outcome
        if outcome is Outcome.IDENTICAL and verified:
            outcome = Outcome.UPDATED
        self.outcomes[outcome] += 1
        return outcome

    def result(self, inspection: Inspection, import_id: int | None) -> MergeResult:
        return MergeResult(
            inspection,
            import_id,
            self.outcomes[Outcome.NEW],
            self.outcomes[Outcome.IDENTICAL],
            self.outcomes[Outcome.UPDATED],
            tuple(self.conflicts),
            tuple(self.proposals),
            (*inspection.doubts, *self.doubts),
        )


def preview_bundle(
    archive: Archive,
    path: Path,
    *,
    rule: Rule = Rule.KEEP_OPEN,
    each: Callable[[EntryPlan], object] | None = None,
    progress: Progress | None = None,
) -> MergeResult:
    """Say what importing the bundle would do; nothing is written.

    ``each`` is called with every speaker, source and quote of the bundle, in this order, ``progress`` with
    the number of quotes done. Raises BundleError for a bundle that is refused, SharingError when ``progress``
    returns False.
    """
    with opened_bundle(path) as bundle, archive._reading() as connection, all_over(connection):
        inspection = inspect(bundle)
        comparison, done = Comparison(bundle, connection, rule, ""), 0
        for entity, part in PARTS:
            for plans in comparison.plans(entity, part):
                if entity != "quote":
                    if each:
                        for plan in plans:
                            each(EntryPlan.of(plan, plan.outcome))
                    continue
                fresh: dict[str, list[str]] = {}
                for uid, one, _ in comparison.vouching.fresh([plan.entry for plan in plans]):
                    fresh.setdefault(uid, []).append(one.by)
                for plan in plans:
                    by = fresh.get(plan.entry.uid, ())
                    outcome = comparison.count(plan, verified=bool(by))
                    if each:
                        each(EntryPlan.of(plan, outcome, by))
                done += len(plans)
                if progress and progress(done) is False:
                    raise SharingError("Looking through {path} was stopped.", path=path)
    return comparison.result(inspection, None)
