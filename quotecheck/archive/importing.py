"""Importing files of quotes: the good rows in one transaction, the bad ones reported by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from quotecheck.archive.bulk import trusting
from quotecheck.archive.chronicle import now
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.incoming.batches import Batch
from quotecheck.archive.incoming.second_process import quickly_prepared
from quotecheck.archive.loading import entered, loaded
from quotecheck.archive.records import ImportProblem, ImportResult
from quotecheck.archive.undoing import RevertibleArchive
from quotecheck.model import Message, QuoteStatus

__all__ = ["ImportingArchive"]

Progress = Callable[[int], bool | None]


def _begun(batches: Generator[Batch, None, None], path: Path) -> Generator[Batch, None, None]:
    """Look for the first text now: what is no file of quotes is refused before the archive is touched."""
    begun = []
    for batch in batches:
        begun.append(batch)
        if batch.any_text:
            break
    else:
        raise ArchiveError("{path} has no quotes: each row needs a field named 'text'.", path=path)

    def all_of_them() -> Generator[Batch, None, None]:
        with closing(batches):
            yield from begun
            yield from batches

    return all_of_them()


def _noted(
    batches: Iterable[Batch], outcomes: Counter[str], problems: list[ImportProblem]
) -> Iterator[Batch]:
    """Hand on batches, noting the rows that were left out, and of what is doubtful each doubt once."""
    doubted: set[Message] = set()
    for batch in batches:
        outcomes["skipped"] += len(batch.problems)
        problems += batch.problems
        problems += (one for one in batch.doubts if one.message not in doubted)
        doubted.update(one.message for one in batch.doubts)
        yield batch


class ImportingArchive(RevertibleArchive):
    """An open archive that takes in files."""

    def import_quotes(
        self,
        path: Path | str,
        *,
        by: str,
        progress: Progress | None = None,
        status: QuoteStatus | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> ImportResult:
        """Import the quotes of a .jsonl, .json, .csv (or .gz of these) or .xlsx file, on behalf of ``by``.

        Fields: text, speaker, date (ISO day, month, year or "a/b"), source_url (or source), source_title,
        publisher, context, occasion, speaker_role, status, language, id, tags, checked_in. Others are passed
        over. Rows that are no quotes are left out and reported by line. A statement that is there already is
        not entered again; a changed row of a known id becomes a revision. ``status`` is for rows that state
        none (else unverified), ``mapping`` says for each field which column holds it. ``progress`` is called
        with the number of rows done; when it returns False, or anything is raised, nothing of the file has
        been imported. Raises ArchiveError.
        """
        path = Path(path)
        outcomes: Counter[str] = Counter()
        problems: list[ImportProblem] = []
        with (
            closing(_begun(quickly_prepared(path, status, mapping), path)) as batches,
            trusting(self._connection),
            self._recording(by) as recorder,
        ):
            recorder.import_id = import_id = self._begin(path, by)
            # A file larger than all the archive is worth indexes made anew.
            is_large = path.is_file() and path.stat().st_size > self.path.stat().st_size
            for told in (loaded if is_large else entered)(recorder, _noted(batches, outcomes, problems)):
                outcomes.update(one.outcome for one in told.entered)
                remarked = zip(told.lines, told.entered, strict=False)
                problems += (ImportProblem(line, one.remark) for line, one in remarked if one.remark)
                done = outcomes.total() - outcomes["skipped"]
                if progress and progress(done) is False:
                    raise ArchiveError(
                        "The import of {path} was stopped: nothing of it is in the archive.", path=path
                    )
            return self._finish(import_id, outcomes, problems)

    def _begin(self, path: Path, by: str) -> int:
        row = {"file": path.name, "imported_at": now(), "imported_by": by}
        return int(self._database.table("imports").insert(row).last_rowid or 0)

    def _finish(self, import_id: int, outcomes: Counter[str], problems: list[ImportProblem]) -> ImportResult:
        counts = {outcome: outcomes[outcome] for outcome in ("added", "changed", "unchanged", "skipped")}
        self._database.table("imports").update(import_id, counts)
        in_order = sorted(problems, key=lambda problem: problem.line)
        return ImportResult(**counts, problems=tuple(in_order), import_id=import_id)
