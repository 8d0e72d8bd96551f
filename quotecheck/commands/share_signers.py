"""``quotecheck share signers …``: whose bundles you trust, and the key you sign with."""

from __future__ import annotations

import argparse
import getpass
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.commands.outcome import ALL_FINE, UsageError
from quotecheck.commands.streams import json_lines, on_one_line

if TYPE_CHECKING:
    from quotecheck.sharing import KnownSigner, Person

__all__ = ["add_to"]

_PASSPHRASE = "QUOTECHECK_PASSPHRASE"


def add_to(jobs: Any) -> None:
    """Add the ``signers`` command and its own commands to the parser."""
    signers = jobs.add_parser("signers", help="the people whose bundles you know, and your own key")
    what = signers.add_subparsers(title="signers commands", metavar="JOB", required=True)
    listing = _job(what, "list", _list, "list the known signers")
    listing.add_argument("--json", metavar="OUT", help="write the list as JSON; - for standard output")
    adding = _job(what, "add", _add, "note somebody's key")
    adding.add_argument("key", metavar="KEY", help="the key, or a bundle that they have signed")
    adding.add_argument("--name", help="whose key it is (of a bundle: who signed it)")
    adding.add_argument("--desk", default="", help="where they work")
    adding.add_argument("--trust", action="store_true", help="trust them, too")
    for name, run, help_ in (
        ("trust", _trust, "trust a known signer"),
        ("distrust", _distrust, "refuse all bundles of a signer"),
        ("remove", _remove, "take a signer from the list"),
    ):
        _job(what, name, run, help_).add_argument("signer", metavar="NAME", help="name, key or fingerprint")
    me = _job(what, "me", _me, "show your own key, change your name, take your key to another computer")
    me.add_argument("--name", help="go by this name")
    me.add_argument("--desk", help="work at this desk")
    me.add_argument(
        "--export-key",
        metavar="FILE",
        help=f"write your key, locked with a passphrase (typed, or in {_PASSPHRASE})",
    )
    me.add_argument("--import-key", metavar="FILE", help="take over a key that was exported")
    me.add_argument("--json", metavar="OUT", help="write who you are as JSON; - for standard output")


def _job(jobs: Any, name: str, run: Any, what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = jobs.add_parser(name, help=what, description=what.capitalize() + ".")
    parser.set_defaults(run=run)
    return parser


def _told(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "desk": person.desk,
        "key": person.key,
        "fingerprint": person.fingerprint,
        "since": person.since,
    }


def _line(signer: KnownSigner) -> str:
    who = signer.person
    return f"{who}, {signer.trust}, since {signer.since}\n    {signer.key}\n    {who.fingerprint}"


def _print(text: str) -> None:
    for line in text.split("\n"):
        print(on_one_line(line))


def _list(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Signers, Trust

    listed = Signers().listed()
    with json_lines(options.json) as lines:
        if lines:
            known = [
                {**_told(one.person), "trust": one.trust.value, "trusted": one.trust is Trust.TRUSTED}
                for one in listed
            ]
            print(json.dumps({"signers": known}, ensure_ascii=False), file=lines)
    if options.json != "-":
        for one in listed:
            _print(_line(one))
        if not listed:
            print("No signer is known yet: “quotecheck share signers add” notes one.")
    return ALL_FINE


def _add(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Signers, Trust, inspect_bundle, is_key

    key, name, desk = options.key, options.name, options.desk
    if not is_key(key):
        if not Path(key).exists():
            raise UsageError(
                f"{key!r} is neither a key nor a bundle: “quotecheck share signers me” shows a key."
            )
        who = inspect_bundle(Path(key)).signer
        if who is None:
            raise UsageError(f"{key} is unsigned: it tells nobody's key.")
        key, name, desk = who.key, name or who.name, desk or who.desk
    if not name:
        raise UsageError("Say whose key it is: --name NAME.")
    _print(_line(Signers().add(key, name, desk, trust=Trust.TRUSTED if options.trust else Trust.UNDECIDED)))
    return ALL_FINE


def _judge(options: argparse.Namespace, trust: str) -> int:
    from quotecheck.sharing import Signers, Trust

    signers = Signers()
    _print(_line(signers.judge(signers.find(options.signer), Trust(trust))))
    return ALL_FINE


def _trust(options: argparse.Namespace) -> int:
    return _judge(options, "trusted")


def _distrust(options: argparse.Namespace) -> int:
    return _judge(options, "distrusted")


def _remove(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Signers

    signers = Signers()
    signer = signers.find(options.signer)
    signers.remove(signer)
    _print(f"Removed {signer.person}; what they have verified stays theirs.")
    return ALL_FINE


def _passphrase(*, is_new: bool) -> str:
    """Return the passphrase from the environment, else ask for it; for a new one twice. Raises UsageError."""
    if told := os.environ.get(_PASSPHRASE):
        return told
    typed = getpass.getpass("New passphrase: " if is_new else "Passphrase: ")
    if is_new and getpass.getpass("The same again: ") != typed:
        raise UsageError("These are two different passphrases: no key was written.")
    return typed


def _me(options: argparse.Namespace) -> int:
    from quotecheck.sharing import Identity

    if options.import_key:
        Identity.import_key(Path(options.import_key), _passphrase(is_new=False))
    me = Identity.own()
    if options.name is not None or options.desk is not None:
        me = me.renamed(
            options.name or me.person.name, me.person.desk if options.desk is None else options.desk
        )
    if options.export_key:
        me.export_key(Path(options.export_key), _passphrase(is_new=True))
    with json_lines(options.json) as lines:
        if lines:
            print(json.dumps(_told(me.person), ensure_ascii=False), file=lines)
    if options.json != "-":
        _print(f"{me.person}, since {me.person.since}\n    {me.person.key}\n    {me.person.fingerprint}")
    return ALL_FINE
