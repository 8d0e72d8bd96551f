"""``quotecheck share …``: bundles of quotes that travel between desks."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.commands import share_signers
from quotecheck.commands.opening import account_name, opened_or_made, own_or_named
from quotecheck.commands.outcome import ALL_FINE, NEEDS_ATTENTION, UsageError
from quotecheck.commands.share_selection import add_selection, selection_of
from quotecheck.commands.streams import json_lines, on_one_line

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from quotecheck.archive import Archive

__all__ = ["add_to"]

_RULES = ("mine", "theirs", "both", "keep-open")


def add_to(commands: Any) -> None:
    """Add the ``share`` command and its own commands to the parser."""
    share = commands.add_parser("share", help="give quotes to other desks, and take theirs in")
    jobs = share.add_subparsers(title="share commands", metavar="JOB", required=True)
    _add_export(_job(jobs, "export", _export, "write a bundle of quotes, signed with your key"))
    inspect = _job(jobs, "inspect", _inspect, "say who signed a bundle and what it holds", archive=False)
    inspect.add_argument("bundle", metavar="BUNDLE")
    _add_json(inspect)
    _add_import(_job(jobs, "import", _import, "merge a bundle into an archive"))
    _add_json(_job(jobs, "conflicts", _conflicts, "list what two sides have changed and nobody has decided"))
    _add_resolve(_job(jobs, "resolve", _resolve, "decide the conflicts of a quote"))
    listing = _job(jobs, "imports", _imports, "list the bundles that were imported")
    listing.add_argument("--files", action="store_true", help="list imports of other files, too")
    _add_json(listing)
    undo = _job(jobs, "undo", _undo, "undo a whole import")
    undo.add_argument("import_id", metavar="IMPORT_ID", type=int)
    _add_json(_job(jobs, "proposals", _proposals, "list speakers and sources that may be the same"))
    join = _job(jobs, "join", _join, "make two speakers or sources one, as was proposed")
    join.add_argument("mine", metavar="KEPT_UID")
    join.add_argument("theirs", metavar="JOINED_UID")
    apart = _job(jobs, "apart", _apart, "decide that two speakers or sources are not one")
    apart.add_argument("mine", metavar="UID")
    apart.add_argument("theirs", metavar="OTHER_UID")
    _add_publish(_job(jobs, "publish", _publish, "write what readers may see, for Datasette"))
    share_signers.add_to(jobs)


def _job(jobs: Any, name: str, run: Any, what: str, *, archive: bool = True) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = jobs.add_parser(name, help=what, description=what.capitalize() + ".")
    if archive:
        parser.add_argument("--archive", metavar="DB", help="the archive file (default: your own)")
    parser.set_defaults(run=run)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", metavar="OUT", help="write the answer as JSON; - for standard output")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="BUNDLE", help="the bundle, named ….quotes")
    add_selection(parser)
    parser.add_argument("--without-texts", action="store_true", help="leave the sources' full texts out")
    parser.add_argument("--unsigned", action="store_true", help="do not sign it")
    parser.add_argument("--preview", action="store_true", help="only say what would be in it")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="BUNDLE")
    parser.add_argument("--preview", action="store_true", help="only say what it would do")
    parser.add_argument(
        "--on-conflict", choices=_RULES, default="keep-open", help="how to decide (default: keep-open)"
    )
    parser.add_argument("--accept-unsigned", action="store_true", help="import it although nobody signed it")
    parser.add_argument(
        "--accept-unknown",
        action="store_true",
        help="import it although you have not said to trust the signer",
    )
    _add_decisions(parser)
    _add_json(parser)


def _add_decisions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--decisions",
        metavar="FILE",
        help='decisions, one a line: {"uid": …, "field": …, "choice": mine, theirs, both, keep-open or edit,'
        ' "text": …}',
    )


def _add_resolve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("uid", metavar="UID", nargs="?")
    parser.add_argument("choice", choices=("mine", "theirs", "both", "edit"), nargs="?")
    parser.add_argument("--text", metavar="TEXT", help="what it is to say, for edit")
    parser.add_argument(
        "--field", metavar="FIELD", help="only this field (default: all that are in conflict)"
    )
    _add_decisions(parser)


def _add_publish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", required=True, metavar="PUBLIC.db", help="metadata.json goes beside it")
    parser.add_argument("--title", default="Checked quotes", help="what the collection is called")
    add_selection(parser)


def _answer(options: argparse.Namespace, value: dict[str, Any], said: list[str]) -> None:
    """Write the answer as JSON, and say it unless standard output is taken by that."""
    with json_lines(options.json) as lines:
        if lines:
            print(json.dumps(value, ensure_ascii=False), file=lines)
    if options.json != "-":
        for line in said:
            print(on_one_line(line))


def _export(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Identity, export_bundle

    if options.preview:
        return _count(options)
    if not options.out:
        raise UsageError("Say where the bundle goes: --out NAME.quotes.")
    selection, out = selection_of(options), Path(options.out)
    with own_or_named(options.archive, read_only=True) as archive:
        if out.exists() and out.samefile(archive.path):
            raise UsageError(f"The bundle would overwrite the archive {out}: give it another name.")
        identity = None if options.unsigned else Identity.own()
        made = export_bundle(
            archive, out, selection, identity=identity, name=account_name(), texts=not options.without_texts
        )
    signed = f"signed by {identity.person} ({identity.person.fingerprint})" if identity else "unsigned"
    print(f"Wrote {on_one_line(options.out)}: {made.parts['data/quotes.jsonl'].entries:,} quotes, {signed}.")
    return ALL_FINE


def _count(options: argparse.Namespace) -> int:
    from quotecheck.sharing import contents_of

    with own_or_named(options.archive, read_only=True) as archive:
        found = contents_of(archive, selection_of(options))
    texts = 0 if options.without_texts else found.texts
    print(
        f"It would hold {found.quotes:,} quotes, {found.speakers:,} speakers, {found.sources:,} sources,"
        f" {texts:,} full texts."
    )
    return ALL_FINE


def _inspect(options: argparse.Namespace) -> int:
    from quotecheck.sharing import BundleError, inspect_bundle
    from quotecheck.sharing.telling import inspection_to_json

    try:
        inspection = inspect_bundle(Path(options.bundle))
    except BundleError as error:
        _answer(options, {"file": options.bundle, "intact": False, "problem": str(error)}, [])
        raise
    told = inspection_to_json(inspection)
    counts = ", ".join(f"{count:,} {name}" for name, count in told["counts"].items())
    said = [inspection.sentence, f"It holds {counts}.", *map(str, inspection.doubts)]
    if inspection.signer:
        said.insert(1, f"Fingerprint: {inspection.signer.fingerprint}")
    _answer(options, told, said)
    return ALL_FINE if inspection.is_trusted else NEEDS_ATTENTION


def _archive_for(options: argparse.Namespace) -> AbstractContextManager[Archive]:
    """Open the archive; a preview must not even touch one that is there."""
    if options.preview and (options.archive is None or Path(options.archive).exists()):
        return own_or_named(options.archive, read_only=True)
    return opened_or_made(options.archive)


def _import(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Rule, import_bundle, preview_bundle, read_decisions
    from quotecheck.sharing.telling import result_to_json

    path, rule = Path(options.bundle), Rule(options.on_conflict)
    decisions = read_decisions(Path(options.decisions)) if options.decisions else None
    with _archive_for(options) as archive:
        if options.preview:
            result = preview_bundle(archive, path, rule=rule)
        else:
            result = import_bundle(
                archive,
                path,
                by=account_name(),
                rule=rule,
                accept_unsigned=options.accept_unsigned,
                accept_unknown=options.accept_unknown,
                decisions=decisions,
            )
        told = result_to_json(result, archive)
    accepted = {"accept_unsigned": options.accept_unsigned, "accept_unknown": options.accept_unknown}
    to_be_asked = options.preview and not result.inspection.may_be_imported(**accepted)
    done = "Would import" if options.preview else f"Import {result.import_id}"
    said = [
        f"{done}: {result.new:,} new, {result.identical:,} identical, {result.updated:,} updated,"
        f" {len(result.conflicts):,} conflicts.",
        *([result.inspection.sentence] if to_be_asked else []),
        *(
            f"{one['uid']} {one['field']}: mine {one['mine']!r}, theirs {one['theirs']!r}"
            for one in told["conflicts"]
        ),
        *(one.reason for one in result.joined),
        *map(str, result.doubts),
    ]
    _answer(options, told, said)
    return NEEDS_ATTENTION if result.conflicts or to_be_asked else ALL_FINE


def _conflicts(options: argparse.Namespace) -> int:
    from quotecheck.sharing import open_conflicts
    from quotecheck.sharing.telling import conflicts_to_json

    with own_or_named(options.archive) as archive:
        told = conflicts_to_json(open_conflicts(archive), archive)
    said = [
        f"{one['uid']} {one['field']}: mine {one['mine']!r}, theirs {one['theirs']!r}, before {one['base']!r}"
        for one in told
    ]
    _answer(options, {"conflicts": told}, said or ["No conflict is open."])
    return NEEDS_ATTENTION if told else ALL_FINE


def _resolve(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Rule, decide, read_decisions, resolve

    if options.decisions and not options.uid:
        decisions = read_decisions(Path(options.decisions))
        with own_or_named(options.archive) as archive:
            still_open = decide(archive, decisions, by=account_name())
        print(f"Decided: {still_open:,} conflicts are still open.")
        return NEEDS_ATTENTION if still_open else ALL_FINE
    if options.decisions or options.choice is None:
        raise UsageError("Say UID and choice, or name a file of --decisions.")
    is_edit = options.choice == "edit"
    if is_edit != (options.text is not None):
        raise UsageError("“edit” and --text belong together: say what it is to say.")
    rule = Rule.KEEP_OPEN if is_edit else Rule(options.choice)
    with own_or_named(options.archive) as archive:
        decided = resolve(
            archive, options.uid, rule, by=account_name(), field=options.field, text=options.text
        )
    fields = ", ".join(dict.fromkeys(one.field for one in decided))
    print(f"Decided {on_one_line(options.uid)}: {options.choice} ({fields}).")
    return ALL_FINE


def _imports(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from quotecheck.sharing import imports

    with own_or_named(options.archive) as archive:
        found = imports(archive, files=options.files)
    said = [
        f"{one.id}: {one.file}, {one.at[:10]}, {one.kind} signed by {one.signer or 'nobody'}:"
        f" {one.new:,} new, {one.updated:,} updated{', undone' if one.undone_at else ''}"
        for one in found
    ]
    _answer(options, {"imports": [asdict(one) for one in found]}, said or ["Nothing was imported."])
    return ALL_FINE


def _undo(options: argparse.Namespace) -> int:
    from quotecheck.sharing import undo_import

    with own_or_named(options.archive) as archive:
        undone = undo_import(archive, options.import_id, by=account_name())
    print(
        f"Undone: {undone.removed:,} quotes removed, {undone.changed_back:,} changed back,"
        f" {undone.kept:,} kept for what was done to them since."
    )
    return ALL_FINE


def _proposals(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from quotecheck.sharing import open_proposals

    with own_or_named(options.archive) as archive:
        found = open_proposals(archive)
    said = [f"{one.mine} {one.theirs}: {one.reason}" for one in found]
    _answer(options, {"proposals": [asdict(one) for one in found]}, said or ["Nothing is proposed."])
    return ALL_FINE


def _join(options: argparse.Namespace) -> int:
    from quotecheck.sharing import join

    with own_or_named(options.archive) as archive:
        moved = join(archive, options.mine, options.theirs, by=account_name())
    print(f"Joined: {moved:,} quotes are now {on_one_line(options.mine)}'s.")
    return ALL_FINE


def _apart(options: argparse.Namespace) -> int:
    from quotecheck.sharing import keep_apart

    with own_or_named(options.archive) as archive:
        keep_apart(archive, options.mine, options.theirs, by=account_name())
    print("They are kept apart; that is not proposed again.")
    return ALL_FINE


def _publish(options: argparse.Namespace) -> int:
    from quotecheck.sharing import publish

    selection = selection_of(options)
    with own_or_named(options.archive, read_only=True) as archive:
        count = publish(archive, Path(options.out), selection, title=options.title)
    print(
        f"Wrote {on_one_line(options.out)}: {count:,} quotes. “datasette {on_one_line(options.out)}"
        " --metadata metadata.json” shows it."
    )
    return ALL_FINE
