"""Writing a bundle: a selection of an archive with its histories, its verifications and a signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quotecheck.archive import Archive
from quotecheck.archive.bulk import all_over
from quotecheck.files import replaced
from quotecheck.sharing.collecting import Collector, Progress
from quotecheck.sharing.container import BundleWriter
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.keys import Identity
from quotecheck.sharing.manifest import (
    FORMAT,
    MANIFEST,
    SIGNATURE,
    Manifest,
    Part,
    Signature,
    Who,
    bag_files,
    signed_message,
)
from quotecheck.sharing.selecting import Selection, chosen

__all__ = ["export_bundle"]


def _parts(
    collector: Collector, quotes: Iterable[str], *, texts: bool, progress: Progress | None
) -> Iterator[tuple[str, Iterator[Sequence[object]]]]:
    """Yield the parts, each to be written before the next: who is named in them is known only then."""
    yield "data/quotes.jsonl", collector.quotes(quotes, progress)
    yield "data/sources.jsonl", collector.of("source")
    yield "data/speakers.jsonl", collector.of("speaker")
    if texts:
        yield "data/texts.jsonl", collector.texts()
    yield "data/attestations.jsonl", collector.attestations()


def _manifest(who: Who, selection: Selection, collector: Collector, parts: dict[str, Part]) -> Manifest:
    return Manifest(
        format=FORMAT,
        as_of=collector.as_of,
        by=who,
        earliest=collector.earliest,
        latest=collector.latest,
        selection=selection.told(),
        whole=selection.is_whole,
        parts=parts,
    )


def export_bundle(
    archive: Archive,
    path: Path,
    selection: Selection | None = None,
    *,
    identity: Identity | None,
    name: str = "",
    texts: bool = True,
    progress: Progress | None = None,
) -> Manifest:
    """Write a selection of the archive (without one, all of it) as a bundle to ``path``; return its manifest.

    ``identity`` signs it; None leaves it unsigned, made by ``name``. ``texts`` tells whether the sources'
    full texts go with it. ``progress`` is called with the number of quotes done; when it returns False, or
    anything is raised, no bundle is written. The same selection of the same archive gives the same bytes.
    """
    selection = selection or Selection()
    person = identity.person if identity else None
    who = Who(person.name, person.desk, person.key) if person else Who(name, "", None)
    archive._take_in_all()
    with (
        replaced(path) as draft,
        archive._reading() as connection,
        all_over(connection),
        BundleWriter(draft) as writer,
    ):
        collector = Collector(connection, identity, whole=selection.is_whole, texts=texts)
        named = _parts(collector, chosen(connection, selection), texts=texts, progress=progress)
        parts = {part: writer.write_part(part, entries) for part, entries in named}
        if not parts["data/quotes.jsonl"].entries:
            raise SharingError("Nothing is chosen: no quote of the archive fits the selection.")
        manifest = _manifest(who, selection, collector, parts)
        content = manifest.encoded()
        for file, data in {MANIFEST: content, **bag_files(manifest, content)}.items():
            writer.write_file(file, data)
        if identity:
            signature = Signature(identity.person.key, identity.sign(signed_message(content)))
            writer.write_file(SIGNATURE, signature.encoded())
    return manifest
