"""What the workers of sharing do; nothing here knows a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.desktop.archive.choice import opened
from quotecheck.desktop.author import author

if TYPE_CHECKING:
    from quotecheck.desktop.workers import Pulse
    from quotecheck.sharing import (
        Contents,
        Decision,
        Import,
        Inspection,
        KnownSigner,
        MergeResult,
        Person,
        Review,
        Rule,
        Selection,
    )

__all__ = [
    "Accepted",
    "Circle",
    "Offer",
    "Shared",
    "Taken",
    "counting",
    "counting_open",
    "deciding",
    "exporting",
    "exporting_rows",
    "inspecting",
    "knowing_signers",
    "listing_imports",
    "merging",
    "publishing",
    "reviewing",
    "reviewing_open",
    "taking_back",
]

Keys = Sequence[int] | None
"""Quotes of the archive window by their keys, of which those of the active archive are meant; None is all."""


def _selection(path: Path, keys: Keys) -> Selection:
    from quotecheck.archive.catalogue.shelf import Shelf
    from quotecheck.sharing import Selection

    if keys is None:
        return Selection()
    with Shelf.open([path]) as shelf:
        return Selection(uids=shelf.uids([int(key) for key in keys]))


# Giving


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be shared, and who would sign it; ``me`` is None as long as there is no key."""

    contents: Contents
    me: Person | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A file that was written, and how many quotes are in it."""

    path: Path
    quotes: int


def counting(path: Path, keys: Keys) -> Callable[[Pulse], Iterator[Offer]]:
    """Return the job that counts what would be shared."""

    def work(_pulse: Pulse) -> Iterator[Offer]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import Identity, contents_of

        known = Identity.known()
        with Archive.open(path, read_only=True) as archive:
            yield Offer(contents_of(archive, _selection(path, keys)), known.person if known else None)

    return work


def exporting(
    path: Path, keys: Keys, out: Path, *, texts: bool, signed_as: tuple[str, str] | None
) -> Callable[[Pulse], Iterator[Shared]]:
    """Return the job that writes a bundle, signed under a name and desk; the first time it makes the key."""

    def work(pulse: Pulse) -> Iterator[Shared]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import Identity, export_bundle

        identity = None
        if signed_as:
            identity = Identity.own()
            if (identity.person.name, identity.person.desk) != signed_as:
                identity = identity.renamed(*signed_as)
        with Archive.open(path) as archive:
            made = export_bundle(
                archive,
                out,
                _selection(path, keys),
                identity=identity,
                name=author(),
                texts=texts,
                progress=pulse,
            )
        yield Shared(out, made.parts["data/quotes.jsonl"].entries)

    return work


def exporting_rows(path: Path, keys: Keys, out: Path) -> Callable[[Pulse], Iterator[Shared]]:
    """Return the job that writes quotes as rows for other programs, by the suffix of the file."""

    def work(pulse: Pulse) -> Iterator[Shared]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import export_rows

        with Archive.open(path, read_only=True) as archive:
            yield Shared(out, export_rows(archive, out, _selection(path, keys), progress=pulse))

    return work


def publishing(path: Path, keys: Keys, out: Path, title: str) -> Callable[[Pulse], Iterator[Shared]]:
    """Return the job that writes what readers may see."""

    def work(pulse: Pulse) -> Iterator[Shared]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import publish

        with Archive.open(path) as archive:
            count = publish(archive, out, _selection(path, keys), title=title, goon=lambda: pulse(0))
        yield Shared(out, count)

    return work


# Taking in


@dataclass(frozen=True, slots=True)
class Accepted:
    """The bundle that was looked at (its SHA-256), and to what a person has said yes."""

    sha256: str
    unsigned: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided: conflicts by entry and field, pairs that are one or not, the rule for the rest."""

    decisions: Mapping[tuple[str, str], Decision]
    joins: Mapping[tuple[str, str], bool]
    rule: Rule


def inspecting(bundle: Path) -> Callable[[Pulse], Iterator[Inspection]]:
    """Return the job that says who has signed a bundle, and whether it is whole."""

    def work(_pulse: Pulse) -> Iterator[Inspection]:
        from quotecheck.sharing import inspect_bundle

        yield inspect_bundle(bundle)

    return work


def reviewing(bundle: Path, path: Path) -> Callable[[Pulse], Iterator[Review]]:
    """Return the job that says what merging a bundle would do."""

    def work(pulse: Pulse) -> Iterator[Review]:
        from quotecheck.sharing import review_bundle

        with opened(path) as archive:
            yield review_bundle(archive, bundle, progress=pulse)

    return work


def merging(
    bundle: Path, path: Path, accepted: Accepted, taken: Taken
) -> Callable[[Pulse], Iterator[MergeResult]]:
    """Return the job that merges a bundle as it was decided; stopped, it merges nothing."""

    def work(pulse: Pulse) -> Iterator[MergeResult]:
        from quotecheck.sharing import import_bundle

        with opened(path) as archive:
            yield import_bundle(
                archive,
                bundle,
                by=author(),
                rule=taken.rule,
                accept_unsigned=accepted.unsigned,
                accept_unknown=accepted.unknown,
                decisions=taken.decisions,
                joins=taken.joins,
                seen=accepted.sha256,
                progress=pulse,
            )

    return work


def reviewing_open(path: Path) -> Callable[[Pulse], Iterator[Review]]:
    """Return the job that finds what nobody has decided yet."""

    def work(_pulse: Pulse) -> Iterator[Review]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import review_open

        with Archive.open(path, read_only=True) as archive:
            yield review_open(archive)

    return work


def counting_open(path: Path) -> Callable[[Pulse], Iterator[int]]:
    """Return the job that counts what nobody has decided yet."""

    def work(_pulse: Pulse) -> Iterator[int]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import open_conflicts, open_proposals

        with Archive.open(path, read_only=True) as archive:
            places = {(one.uid, one.field) for one in open_conflicts(archive)}
            yield len(places) + len(open_proposals(archive))

    return work


def deciding(path: Path, taken: Taken) -> Callable[[Pulse], Iterator[None]]:
    """Return the job that carries out decisions on what is open; stopped, it decides nothing."""

    def work(pulse: Pulse) -> Iterator[None]:
        from quotecheck.sharing import decide

        with opened(path) as archive:
            decide(archive, taken.decisions, joins=taken.joins, by=author(), progress=pulse)
        yield None

    return work


# What was taken in


def listing_imports(path: Path) -> Callable[[Pulse], Iterator[list[Import]]]:
    """Return the job that lists all imports, of bundles and of files."""

    def work(_pulse: Pulse) -> Iterator[list[Import]]:
        from quotecheck.archive import Archive
        from quotecheck.sharing import imports

        with Archive.open(path, read_only=True) as archive:
            yield imports(archive, files=True)

    return work


def taking_back(path: Path, import_id: int, *, kind: str = "bundle") -> Callable[[Pulse], Iterator[Any]]:
    """Return the job that undoes an import of a bundle or a file; stopped, it leaves all of it."""

    def work(pulse: Pulse) -> Iterator[Any]:
        from quotecheck.sharing import undo_import

        with opened(path) as archive:
            undo = undo_import if kind == "bundle" else type(archive).undo_import
            yield undo(archive, import_id, by=author(), progress=pulse)

    return work


# Whom to trust


@dataclass(frozen=True, slots=True)
class Circle:
    """Who I am to others, and whom I know; ``me`` is None as long as there is no key."""

    me: Person | None
    signers: tuple[KnownSigner, ...]


def knowing_signers(
    change: Callable[[], object] = lambda: None,
) -> Callable[[Pulse], Iterator[Circle]]:
    """Return the job that changes something about keys or signers, and then says how things are."""

    def work(_pulse: Pulse) -> Iterator[Circle]:
        from quotecheck.sharing import Identity, Signers

        change()
        me = Identity.known()
        yield Circle(me.person if me else None, tuple(Signers().listed()))

    return work
