"""Taking a bundle into an archive: all in one transaction, or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quotecheck.archive import Archive
from quotecheck.archive.bulk import all_over
from quotecheck.archive.chronicle import now
from quotecheck.archive.recorder import Recorder
from quotecheck.sharing.applying import Applier
from quotecheck.sharing.comparing import PARTS, Comparison, MergeResult, Progress
from quotecheck.sharing.container import BundleFile, opened_bundle
from quotecheck.sharing.deciding import Decisions, Joins, check_joins, decide_within, join_or_keep_apart
from quotecheck.sharing.errors import BundleError, SharingError
from quotecheck.sharing.opening import Inspection, inspect
from quotecheck.sharing.planning import Rule
from quotecheck.sharing.signers import Signers, Trust
from quotecheck.sharing.vouching import keep_signer

__all__ = ["import_bundle"]


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


def _refuse_what_is_wrong(archive: Archive, bundle: BundleFile, by: str) -> None:
    """Read all of a stranger's bundle before a byte of the archive changes. Raises BundleError."""
    with archive._reading() as connection, all_over(connection):
        Comparison(bundle, connection, Rule.KEEP_OPEN, by).look_through()


def _take_in(
    comparison: Comparison,
    bundle: BundleFile,
    recorder: Recorder,
    import_id: int,
    progress: Progress | None,
) -> None:
    applier = Applier(recorder, comparison.numbers)
    done = 0
    for entity, part in PARTS:
        if entity == "quote":
            for sha256, text in comparison.texts():
                applier.keep_text(sha256, text)
        for plans in comparison.plans(entity, part):
            fresh = list(comparison.vouching.fresh([plan.entry for plan in plans]))
            applier.apply(plans)
            comparison.vouching.write(fresh, import_id)
            if entity != "quote":
                continue
            verified = {uid for uid, _, _ in fresh}
            for plan in plans:
                comparison.count(plan, verified=plan.entry.uid in verified)
            done += len(plans)
            if progress and progress(done) is False:
                raise SharingError(
                    "The import of {path} was stopped: nothing of it is in the archive.", path=bundle.path
                )


def _finish(recorder: Recorder, import_id: int, comparison: Comparison, result: MergeResult) -> None:
    """Write down what was proposed, and how much of the bundle was new."""
    for one in comparison.proposals:
        one.keep(recorder.connection, import_id)
    recorder.connection.execute(
        "UPDATE imports SET added = ?, changed = ?, unchanged = ? WHERE id = ?",
        (result.new, result.updated, result.identical, import_id),
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
        if not inspection.is_trusted:
            _refuse_what_is_wrong(archive, bundle, by)
        with all_over(archive._connection), archive._recording(by) as recorder:
            recorder.import_id = import_id = _begin(recorder.connection, inspection, by)
            # What is decided one by one, and what becomes two entries, is decided when all is there.
            at_once = Rule.KEEP_OPEN if decisions else rule
            comparison = Comparison(bundle, recorder.connection, at_once, by)
            _take_in(comparison, bundle, recorder, import_id, progress)
            comparison.conflicts = decide_within(
                recorder, comparison.conflicts, decisions or {}, rule=rule, by=by
            )
            result = comparison.result(inspection, import_id)
            _finish(recorder, import_id, comparison, result)
            # Who is one is said here, not in the bundle.
            recorder.import_id = None
            join_or_keep_apart(recorder, joins or {}, by=by)
    return result
