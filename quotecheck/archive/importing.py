"""Importing files of quotes: the good rows in one transaction, the bad ones reported by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from quotecheck.archive.entering import enter
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.recorder import Recorder, now
from quotecheck.archive.records import ImportProblem, ImportResult, NewQuote
from quotecheck.archive.row_files import NumberedRow, read_rows
from quotecheck.archive.row_quotes import RowError, quote_from_row
from quotecheck.archive.writing import WritableArchive
from quotecheck.model import QuoteStatus

__all__ = ["ImportingArchive"]

_BATCH = 2_000

Progress = Callable[[int], bool | None]


class _Good:
    """The rows that are quotes; what is wrong with the others is noted on the way."""

    def __init__(self, rows: Iterable[NumberedRow], status: QuoteStatus | None) -> None:
        self._rows = rows
        self._status = status
        self.problems: list[ImportProblem] = []
        self.any_text = False
        self.left_out = 0

    def __iter__(self) -> Iterator[tuple[int, NewQuote]]:
        for line, fields, problem in self._rows:
            if fields is None:
                self._note(line, problem)
                continue
            self.any_text = self.any_text or "text" in fields
            try:
                quote = quote_from_row(fields)
            except RowError as error:
                self._note(line, str(error))
            else:
                yield line, replace(quote, status=quote.status or self._status) if self._status else quote

    def _note(self, line: int, problem: str) -> None:
        self.left_out += 1
        self.problems.append(ImportProblem(line, f"Left out, for {problem}."))


class ImportingArchive(WritableArchive):
    """An open archive that takes in files."""

    def import_quotes(
        self,
        path: Path | str,
        *,
        by: str,
        progress: Progress | None = None,
        status: QuoteStatus | None = None,
    ) -> ImportResult:
        """Import the quotes of a .jsonl, .json or .csv file (or .gz of these), on behalf of ``by``.

        Fields: text, speaker, date (ISO day, month, year or "a/b"), source_url (or source), source_title,
        publisher, context, occasion, speaker_role, status, language, id, checked_in; others are passed over.
        Rows that are no quotes are left out and reported by line. A statement that is there already is not
        entered again; a changed row of a known id becomes a revision. ``status`` is for rows that state none
        (else unverified). ``progress`` is called with the number of rows done; when it returns False, or
        anything is raised, nothing of the file has been imported. Raises ArchiveError.
        """
        path = Path(path)
        rows = _Good(read_rows(path), status)
        outcomes: Counter[str] = Counter()
        with self._recording(by) as recorder:
            recorder.import_id = import_id = self._begin(path, by)
            quotes = iter(rows)
            while batch := list(islice(quotes, _BATCH)):
                outcomes.update(self._enter(recorder, batch, rows.problems))
                if progress and progress(outcomes.total()) is False:
                    raise ArchiveError(f"The import of {path} was stopped: nothing of it is in the archive.")
            if not rows.any_text:
                raise ArchiveError(f"{path} has no quotes: each row needs a field named 'text'.")
            return self._finish(import_id, outcomes, rows)

    @staticmethod
    def _enter(
        recorder: Recorder, batch: list[tuple[int, NewQuote]], problems: list[ImportProblem]
    ) -> Iterator[str]:
        entered = enter(recorder, [quote for _, quote in batch])
        for (line, _), one in zip(batch, entered, strict=True):
            if one.remark:
                problems.append(ImportProblem(line, f"{one.remark}."))
            yield one.outcome

    def _begin(self, path: Path, by: str) -> int:
        row = {"file": path.name, "imported_at": now(), "imported_by": by}
        return int(self._database.table("imports").insert(row).last_rowid or 0)

    def _finish(self, import_id: int, outcomes: Counter[str], rows: _Good) -> ImportResult:
        counts = {outcome: outcomes[outcome] for outcome in ("added", "changed", "unchanged")}
        self._database.table("imports").update(import_id, {**counts, "skipped": rows.left_out})
        problems = tuple(sorted(rows.problems, key=lambda problem: problem.line))
        return ImportResult(**counts, skipped=rows.left_out, problems=problems)
