"""QuoteCheck measured: import, size, single inserts, articles, candidates."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from importlib import import_module
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

__all__ = [
    "Answer",
    "ArticleTimes",
    "Import",
    "Inserts",
    "check_articles",
    "common_fragments",
    "import_rows",
    "insert_singly",
    "locate_in_source",
    "open_and_check",
    "recall_of_candidates",
]

Query = Mapping[str, Any]

_MODULES = ("quotecheck.archive.store", "quotecheck.checking", "quotecheck.dates", "quotecheck.pipeline")


class Import(NamedTuple):
    """How an import went: seconds of the clock and of the processors, peak memory in MB, bytes per quote.

    Time and memory of a helping process are counted in. The index is that of the quotes' words;
    ``names_bytes`` are those of the names under which speakers are found.
    """

    clock: float
    cpu: float
    peak: float
    index_bytes: float
    names_bytes: float
    search_bytes: float
    file_bytes: float


class Answer(NamedTuple):
    """The verdict on one query, and the CPU milliseconds it took."""

    wording: str
    cautions: frozenset[str]
    matched: str | None
    ms: float


class ArticleTimes(NamedTuple):
    """CPU milliseconds of articles, and the answers by query id."""

    warm: list[float]
    answers: dict[str, Answer]


def _peak_mb() -> float:
    """Return this process's peak resident memory; its parent's does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _all_cpu() -> float:
    """Return the CPU seconds of this process and of those it has started and seen end."""
    return sum(os.times()[:4])


def _bytes_by_table(path: Path) -> Counter[str]:
    sizes: Counter[str] = Counter()
    with sqlite3.connect(path) as connection:
        for table, size in connection.execute(
            "SELECT sqlite_master.tbl_name, sum(pgsize) FROM dbstat"
            " JOIN sqlite_master ON sqlite_master.name = dbstat.name GROUP BY 1"
        ):
            sizes[table] += size
    connection.close()
    return sizes


def import_rows(rows: Path, archive: Path) -> Import:
    """Import a file of rows into a new archive."""
    from quotecheck.archive import Archive
    from quotecheck.archive.schema import INDEX_TABLES

    with Archive.open(archive, create=True) as opened:
        clock, cpu = perf_counter(), _all_cpu()
        result = opened.import_quotes(rows, by="benchmark")
        clock, cpu = perf_counter() - clock, _all_cpu() - cpu
    peak = _peak_mb() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sizes = _bytes_by_table(archive)
    quotes = result.added
    return Import(
        clock=clock,
        cpu=cpu,
        peak=peak,
        index_bytes=sum(sizes[table] for table in INDEX_TABLES) / quotes,
        names_bytes=sizes["index_names"] / quotes,
        search_bytes=sum(size for table, size in sizes.items() if "_fts" in table) / quotes,
        file_bytes=archive.stat().st_size / quotes,
    )


class Inserts(NamedTuple):
    """Quotes added one by one: how many per CPU second and per second, and whether each was found at once."""

    per_cpu: float
    per_second: float
    all_seen: bool


def insert_singly(archive: Path, rows: Sequence[Mapping[str, Any]], *, together: bool) -> Inserts:
    """Add quotes one by one, each in a transaction of its own or all together in one."""
    from quotecheck.archive import Archive, NewQuote

    quotes = [NewQuote(text=row["text"], speaker=row["speaker"]) for row in rows]
    with Archive.open(archive) as opened:
        opened.add_quote(quotes[0], by="benchmark")
        with opened.together() if together else nullcontext():
            clock, cpu = perf_counter(), process_time()
            for quote in quotes[1:]:
                opened.add_quote(quote, by="benchmark")
            clock, cpu = perf_counter() - clock, process_time() - cpu
            seen = []
            for row in rows[:20]:
                quote = NewQuote(text="Newly entered: " + row["text"], speaker=row["speaker"])
                opened.add_quote(quote, by="benchmark")
                seen.append(any(found.text == quote.text for found in opened.candidates(quote.text)))
    return Inserts((len(quotes) - 1) / cpu, (len(quotes) - 1) / clock, all(seen))


def _answer(query: Query, archive: Any) -> Answer:
    from quotecheck.dates import parse_day
    from quotecheck.pipeline import look_up

    said = parse_day(query["date"]) if query.get("date") else None
    cpu = process_time()
    verdict = look_up(query["text"], archive, speaker=query.get("speaker"), said=said)
    ms = 1000 * (process_time() - cpu)
    matched = verdict.match.quote.external_id if verdict.match else None
    return Answer(verdict.wording.value, frozenset(c.value for c in verdict.cautions), matched, ms)


def _answers(article: Sequence[Query], archive: Any) -> dict[str, Answer]:
    """Check the quotes of an article as the pipeline does; what they have in common is shared out evenly."""
    cpu = process_time()
    archive.expect([query["text"] for query in article])
    common = 1000 * (process_time() - cpu) / len(article)
    answers = {query["id"]: _answer(query, archive) for query in article}
    return {id_: answer._replace(ms=answer.ms + common) for id_, answer in answers.items()}


def open_and_check(archive: Path, articles: Sequence[Sequence[Query]]) -> list[float]:
    """Open the archive anew for each article and check it; return CPU milliseconds, opening included.

    The first article is the first thing that the process does; the modules are loaded before.
    """
    for module in _MODULES:
        import_module(module)
    from quotecheck.archive import Archive

    spent = []
    for article in articles:
        cpu = process_time()
        with Archive.open(archive, read_only=True) as opened:
            _answers(article, opened)
        spent.append(1000 * (process_time() - cpu))
    return spent


def check_articles(archive: Path, articles: Sequence[Sequence[Query]], warming: int = 3) -> ArticleTimes:
    """Check articles of quotes in one open archive; the first few are checked once before, to warm up."""
    from quotecheck.archive import Archive

    warm: list[float] = []
    answers: dict[str, Answer] = {}
    with Archive.open(archive, read_only=True) as opened:
        for article in islice(articles, warming):
            _answers(article, opened)
        for article in articles:
            answered = _answers(article, opened)
            warm.append(sum(answer.ms for answer in answered.values()))
            answers |= answered
    return ArticleTimes(warm, answers)


def recall_of_candidates(archive: Path, queries: Sequence[Query]) -> tuple[set[str], list[float]]:
    """Return the ids of queries whose right quote is no candidate, and CPU milliseconds of each."""
    from quotecheck.archive import Archive

    missed: set[str] = set()
    spent: list[float] = []
    with Archive.open(archive, read_only=True) as opened:
        for query in queries:
            cpu = process_time()
            found = opened.candidates(query["text"])
            spent.append(1000 * (process_time() - cpu))
            if not {quote.external_id for quote in found} & set(query["expect"]["quotes"]):
                missed.add(query["id"])
    return missed, spent


def common_fragments(archive: Path, fragments: Sequence[str]) -> list[float]:
    """Look up fragments of the commonest words; return CPU milliseconds of each."""
    from quotecheck.archive import Archive

    with Archive.open(archive, read_only=True) as opened:
        return [_answer({"text": fragment}, opened).ms for fragment in fragments]


def locate_in_source(
    archive: Path, words: Sequence[str], starts: Sequence[int], at_once: int
) -> tuple[list[float], list[float]]:
    """Find passages of twelve words of one long source, entered whole; return CPU milliseconds of each.

    First alone, then other passages ``at_once`` as the quotations of an article are, with what they have in
    common shared out evenly.
    """
    from quotecheck.archive import Archive, NewSource

    passages = [" ".join(words[start : start + 12]) for start in starts]
    with Archive.open(archive, create=True) as opened:
        opened.add_source(NewSource(title="A long source", text=" ".join(words)), by="benchmark")

        def spent(some: Sequence[str], expected: int) -> list[float]:
            each = []
            for i in range(0, len(some), expected):
                cpu = process_time()
                if expected > 1:
                    opened.expect(some[i : i + expected])
                common = 1000 * (process_time() - cpu) / expected
                for passage in some[i : i + expected]:
                    cpu = process_time()
                    found = opened.candidates(passage, limit=1)
                    each.append(common + 1000 * (process_time() - cpu))
                    assert found, passage
            return each

        half = len(passages) // 2
        return spent(passages[:half], 1), spent(passages[half:], at_once)
