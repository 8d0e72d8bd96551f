"""Taking a bundle into an archive: seen first, then all in one transaction, or nothing."""

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
from quotecheck.archive.recorder import Recorder
from quotecheck.model import Message
from quotecheck.sharing.applying import Applier
from quotecheck.sharing.container import BundleFile, opened_bundle
from quotecheck.sharing.deciding import Decisions, Joins, check_joins, decide_within, join_or_keep_apart
from quotecheck.sharing.entries import Entry, parse_entry
from quotecheck.sharing.errors import BundleError, SharingError
from quotecheck.sharing.fields import NAMING, Entity, Numbers
from quotecheck.sharing.joining import Proposal, Proposing
from quotecheck.sharing.opening import Inspection, inspect
from quotecheck.sharing.planning import Conflict, Outcome, Plan, Rule, changes, plan_entry
from quotecheck.sharing.reading import read_locals
from quotecheck.sharing.signers import Signers, Trust
from quotecheck.sharing.texts import parse_text
from quotecheck.sharing.vouching import Vouching, keep_signer

__all__ = ["EntryPlan", "MergeResult", "import_bundle", "preview_bundle"]

_AT_ONCE = 1_000
_MOST_DOUBTS = 100
_PARTS: tuple[tuple[Entity, str], ...] = (
    ("speaker", "data/speakers.jsonl"),
    ("source", "data/sources.jsonl"),
    ("quote", "data/quotes.jsonl"),
)

Progress = Callable[[int], bool | None]


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


class _Merge:
    """One bundle on its way into one archive."""

    def __init__(self, bundle: BundleFile, connection: sqlite3.Connection, rule: Rule, by: str) -> None:
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
        for entity, part in _PARTS:
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
        merge, done = _Merge(bundle, connection, rule, ""), 0
        for entity, part in _PARTS:
            for plans in merge.plans(entity, part):
                if entity != "quote":
                    if each:
                        for plan in plans:
                            each(EntryPlan.of(plan, plan.outcome))
                    continue
                fresh: dict[str, list[str]] = {}
                for uid, one, _ in merge.vouching.fresh([plan.entry for plan in plans]):
                    fresh.setdefault(uid, []).append(one.by)
                for plan in plans:
                    by = fresh.get(plan.entry.uid, ())
                    outcome = merge.count(plan, verified=bool(by))
                    if each:
                        each(EntryPlan.of(plan, outcome, by))
                done += len(plans)
                if progress and progress(done) is False:
                    raise SharingError("Looking through {path} was stopped.", path=path)
    return merge.result(inspection, None)


def _check_accepted(inspection: Inspection, *, accept_unsigned: bool, accept_unknown: bool) -> None:
    """Raise SharingError unless the user has said yes to what needs a yes."""
    if inspection.may_be_imported(accept_unsigned=accept_unsigned, accept_unknown=accept_unknown):
        return
    if (who := inspection.signer) is None:
        raise SharingError(
            "{path} is unsigned: say --accept-unsigned to import it all the same.", path=inspection.path
        )
    if inspection.known and inspection.known.trust is Trust.DISTRUSTED:
        raise SharingError(
            "{path} is signed by {who}, whom you do not trust: it is not imported.",
            path=inspection.path,
            who=who,
        )
    raise SharingError(
        "{path} is signed by {who} ({fingerprint}), whom you have not said to trust: compare "
        "these words with them and trust them (“quotecheck share signers”), or say "
        "--accept-unknown.",
        path=inspection.path,
        who=who,
        fingerprint=who.fingerprint,
    )


def _begin(connection: sqlite3.Connection, inspection: Inspection, by: str) -> int:
    who = inspection.signer
    signer = keep_signer(connection, who.key, who.name, who.desk) if who else None
    cursor = connection.execute(
        "INSERT INTO imports (file, imported_at, imported_by, kind, signer_id, sha256)"
        " VALUES (?, ?, ?, 'bundle', ?, ?)",
        (inspection.path.name, now(), by, signer, inspection.sha256),
    )
    return int(cursor.lastrowid or 0)


def _take_in(
    merge: _Merge, bundle: BundleFile, recorder: Recorder, import_id: int, progress: Progress | None
) -> None:
    applier = Applier(recorder, merge.numbers)
    done = 0
    for entity, part in _PARTS:
        if entity == "quote":
            for sha256, text in merge.texts():
                applier.keep_text(sha256, text)
        for plans in merge.plans(entity, part):
            fresh = list(merge.vouching.fresh([plan.entry for plan in plans]))
            applier.apply(plans)
            merge.vouching.write(fresh, import_id)
            if entity != "quote":
                continue
            verified = {uid for uid, _, _ in fresh}
            for plan in plans:
                merge.count(plan, verified=plan.entry.uid in verified)
            done += len(plans)
            if progress and progress(done) is False:
                raise SharingError(
                    "The import of {path} was stopped: nothing of it is in the archive.", path=bundle.path
                )


def import_bundle(
    archive: Archive,
    path: Path,
    *,
    by: str,
    rule: Rule = Rule.KEEP_OPEN,
    accept_unsigned: bool = False,
    accept_unknown: bool = False,
    decisions: Decisions | None = None,
    joins: Joins | None = None,
    seen: str | None = None,
    progress: Progress | None = None,
) -> MergeResult:
    """Merge a bundle into the archive on behalf of ``by``: all of it, or nothing.

    ``decisions`` tell of conflicts what the ``rule`` does not, ``joins`` which proposed pairs are one or not;
    ``seen`` is the SHA-256 of the bundle that was looked at (see :class:`Inspection`): another one that has
    taken its place meanwhile is refused.

    ``progress`` is called with the number of quotes done; when it returns False, or anything is raised,
    nothing of the bundle is in the archive. Raises BundleError for a bundle that is refused, SharingError for
    one that needs a yes that was not given.
    """
    check_joins(joins or {})
    with opened_bundle(path) as bundle:
        inspection = inspect(bundle)
        if seen not in (None, inspection.sha256):
            raise BundleError(
                "{path} is another bundle than the one you have looked at: open it again.", path=path
            )
        _check_accepted(inspection, accept_unsigned=accept_unsigned, accept_unknown=accept_unknown)
        if (who := inspection.signer) and inspection.known is None:
            Signers().add(who.key, who.name, who.desk)
        # What is wrong with a stranger's bundle is found before a byte of the archive changes.
        if not inspection.is_trusted:
            with archive._reading() as connection, all_over(connection):
                _Merge(bundle, connection, Rule.KEEP_OPEN, by).look_through()
        with all_over(archive._connection), archive._recording(by) as recorder:
            recorder.import_id = import_id = _begin(recorder.connection, inspection, by)
            # What is decided one by one, and what becomes two entries, is decided when all is there.
            at_once = Rule.KEEP_OPEN if decisions else rule
            merge = _Merge(bundle, recorder.connection, at_once, by)
            _take_in(merge, bundle, recorder, import_id, progress)
            merge.conflicts = decide_within(recorder, merge.conflicts, decisions or {}, rule=rule, by=by)
            for one in merge.proposals:
                one.keep(recorder.connection, import_id)
            result = merge.result(inspection, import_id)
            recorder.connection.execute(
                "UPDATE imports SET added = ?, changed = ?, unchanged = ? WHERE id = ?",
                (result.new, result.updated, result.identical, import_id),
            )
            # Who is one is said here, not in the bundle.
            recorder.import_id = None
            join_or_keep_apart(recorder, joins or {}, by=by)
    return result
