"""The figures of one archive size, printed as they come."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import fmean, quantiles
from typing import Any

from bank import ABSENT, FOUND, TURNING, Bank, fault, plain

from . import ours, peers
from .growth import disturbed, grown

__all__ = ["BASE", "report_growth", "report_size", "report_source"]

BASE = 10_000
ARTICLE = 20
KROKAI_UP_TO = 100_000
HARMLESS = ("verbatim", "minor")

Query = Mapping[str, Any]


def _apart(function: Callable[..., Any], *args: Any) -> Any:
    """Run a measurement in a fresh process, so that none warms or fills the memory of another."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args).result()


def _percentiles(values: Sequence[float]) -> str:
    if len(values) < 2:
        return f"{values[0]:.2f}" if values else "–"
    cuts = quantiles(values, n=100, method="inclusive")
    return f"p50 {cuts[49]:.2f}  p95 {cuts[94]:.2f}  p99 {cuts[98]:.2f}"


def _say(what: str, figure: str, floor: str = "") -> None:
    print(f"  {what:38} {figure}{f'   (floor: {floor})' if floor else ''}", flush=True)


def _articles(queries: Sequence[Query]) -> list[Sequence[Query]]:
    return [queries[i : i + ARTICLE] for i in range(0, len(queries) - ARTICLE + 1, ARTICLE)]


def _common(rows: Sequence[Query]) -> list[str]:
    """Return the hundred commonest runs of four words."""
    runs: Counter[str] = Counter()
    for row in rows[:BASE]:
        words = plain(row["text"])
        runs.update(" ".join(words[i : i + 4]) for i in range(len(words) - 3))
    return [run for run, _ in runs.most_common(100)]


def _report_import(rows: Sequence[Query], recombined: int, archive: Path) -> None:
    print(
        f"\n{len(rows):,} quotes"
        + (f", {recombined:,} of them recombined from clauses of real ones" * bool(recombined))
    )
    file = archive.with_suffix(".jsonl")
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    done: ours.Import = _apart(ours.import_rows, file, archive)
    file.unlink()
    rates = f"{len(rows) / done.clock:,.0f} quotes/s by the clock, {len(rows) / done.cpu:,.0f} per CPU second"
    _say("import with index", rates, "40,000 quotes/s")
    _say("import, peak memory", f"{done.peak:.0f} MB", "400 MB")
    _say("index; names of speakers", f"{done.index_bytes:.1f}; {done.names_bytes:.1f} bytes a quote", "115")
    _say("full-text search; whole file", f"{done.search_bytes:.1f}; {done.file_bytes:.0f} bytes a quote")


def _report_times(archive: Path, queries: Sequence[Query], rows: Sequence[Query]) -> ours.ArticleTimes:
    articles = _articles(queries)
    opened = _apart(ours.open_and_check, archive, articles[:6])
    _say("first article after opening, ms", f"{opened[0]:.1f}; opened again {fmean(opened[1:]):.1f}", "250")
    times: ours.ArticleTimes = _apart(ours.check_articles, archive, articles)
    _say(f"warm article of {ARTICLE} quotes, ms", _percentiles(times.warm), "p95 25")
    kinds: dict[str, list[float]] = defaultdict(list)
    for query in queries:
        if query["id"] in times.answers:
            label = query["edit"] if query["edit"] in ("exact", ABSENT) else "edited"
            kinds[label].append(times.answers[query["id"]].ms)
    for kind, spent in sorted(kinds.items()):
        _say(f"  one quote, {kind}, ms", f"{_percentiles(spent)}  mean {fmean(spent):.2f}")
    _say("common-word fragment, ms", _percentiles(_apart(ours.common_fragments, archive, _common(rows))))
    return times


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole:.2f} % ({count:,} of {whole:,})" if whole else "–"


def _report_recall(archive: Path, edits: Sequence[Query]) -> None:
    missed, spent = _apart(ours.recall_of_candidates, archive, edits)
    _say("candidate recall, up to ¼ edited", _share(len(edits) - len(missed), len(edits)), "99.9 %")
    for shortest, longest in ((4, 6), (7, 9), (10, 14), (15, 90)):
        some = [q for q in edits if shortest <= len(q["text"].split()) <= longest]
        _say(f"  of {shortest}–{longest} words", _share(sum(q["id"] not in missed for q in some), len(some)))
    _say("candidates, ms", _percentiles(spent))


def _write_wrong(path: Path, faults: Sequence[tuple[Query, ours.Answer, str | None]]) -> None:
    with path.open("a", encoding="utf-8") as lines:
        for query, answer, reason in faults:
            if reason:
                told = {"reason": reason, **query, "answer": [answer.wording, *sorted(answer.cautions)]}
                lines.write(json.dumps(told, ensure_ascii=False) + "\n")


def _report_grading(
    queries: Sequence[Query], answers: Mapping[str, ours.Answer], options: argparse.Namespace
) -> None:
    judged = [(query, answers[query["id"]]) for query in queries if query["id"] in answers]
    present = [pair for pair in judged if pair[0]["edit"] != ABSENT]
    faults: list[tuple[Query, ours.Answer, str | None]]
    faults = [(q, a, fault(q["expect"], a.wording, set(a.cautions), a.matched)) for q, a in present]
    wrong = [triple for triple in faults if triple[2] and triple[2] != "another quote"]
    _say("right wording and cautions", _share(len(present) - len(wrong), len(present)), "99 %")
    other = sum(reason == "another quote" for _, _, reason in faults)
    _say("  and the right quote", _share(len(present) - len(wrong) - other, len(present)))
    turned = [a for q, a in present if q["edit"] in TURNING]
    _say("reversed, recall", _share(sum(a.wording == "reversed" for a in turned), len(turned)), "99.9 %")
    cried = [q for q, a in present if a.wording == "reversed"]
    _say("reversed, precision", _share(sum("reversed" in q["expect"]["wording"] for q in cried), len(cried)))
    same = [a for q, a in present if set(q["expect"]["wording"]) <= set(HARMLESS)]
    _say(
        "harmless edits called altered or reversed",
        _share(sum(a.wording not in HARMLESS for a in same), len(same)),
    )
    absent = [a for q, a in judged if q["edit"] == ABSENT]
    _say("absent called found", _share(sum(a.wording in FOUND for a in absent), len(absent)), "0.3 %")
    exact = [a for q, a in present if q["edit"] == "exact"]
    _say("exact ones with a context caution", _share(sum("context" in a.cautions for a in exact), len(exact)))
    faults += [(q, a, f"called {a.wording}") for q, a in judged if q["edit"] == ABSENT and a.wording in FOUND]
    reasons = Counter((q["edit"], reason) for q, _, reason in faults if reason)
    for (edit, reason), count in reasons.most_common(None if options.wrong else 8):
        print(f"      {count:4}  {edit}: {reason}")
    if options.wrong:
        _write_wrong(options.wrong, faults)


def _report_inserts(archive: Path, rows: Sequence[Query], what: str, *, together: bool) -> None:
    done: ours.Inserts = _apart(partial(ours.insert_singly, archive, rows, together=together))
    found = "each found by the next look-up" if done.all_seen else "NOT each found by the next look-up"
    rates = f"{done.per_cpu:,.0f} per CPU second, {done.per_second:,.0f}/s by the clock, {found}"
    _say(what, rates, "8,000/s")


def _report_peers(rows: Sequence[Query], queries: Sequence[Query], seconds: float) -> None:
    for name in peers.PEERS:
        if name == "krokai" and len(rows) > KROKAI_UP_TO:
            continue
        result: peers.PeerResult = _apart(peers.measure, name, rows, queries, seconds)
        if not result.ms:
            _say(name, result.note)
            continue
        told = [
            f"{_percentiles(result.ms)}  20 quotes ≈ {ARTICLE * fmean(result.ms):,.0f}  (n {len(result.ms)})"
        ]
        if result.right is not None:
            told.append(f"right {100 * result.right:.1f} %, absent found {100 * (result.false or 0):.1f} %")
        _say(f"{name}, ms a quote", "; ".join(told + [result.note] * bool(result.note)))


def report_size(
    size: int, bank: Bank, edits: Sequence[Query], more: Sequence[Query], options: argparse.Namespace
) -> float:
    """Print the figures of an archive of ``size`` quotes; return the p95 of its warm articles in CPU ms.

    ``edits`` are for the recall of candidates, ``more`` are further real quotes. Of ``options``
    count ``seed``, ``inserts``, ``peer_seconds`` and ``wrong``.
    """
    rows, recombined = grown(bank.archive, more, size, Random(options.seed))
    lost = disturbed([*bank.queries, *edits], rows[BASE:])
    queries = [query for query in bank.queries if query["id"] not in lost]
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.db"
        _report_import(rows, recombined, archive)
        if lost:
            _say("queries left out", f"{len(lost)}: an added quote answers them, too")
        times = _report_times(archive, queries, rows)
        _report_recall(archive, [edit for edit in edits if edit["id"] not in lost])
        _report_grading(queries, times.answers, options)
        half = options.inserts // 2
        _report_inserts(archive, bank.held_out[:half], "single inserts", together=False)
        _report_inserts(archive, bank.held_out[half : 2 * half], "  in one transaction", together=True)
    if options.peer_seconds > 0:
        _report_peers(rows, queries, options.peer_seconds)
    return quantiles(times.warm, n=20, method="inclusive")[-1]


def report_growth(p95: Mapping[int, float]) -> None:
    """Print how the p95 of a warm article grows from the smallest archive to each larger one."""
    (smallest, least), *larger = sorted(p95.items())
    for size, ms in larger:
        _say(f"article p95, {size:,} to {smallest:,} quotes", f"× {ms / least:.2f}")


def report_source(rows: Sequence[Query]) -> None:
    """Print how long it takes to find a passage of a source of 20,000 words, made of ``rows``."""
    words = " ".join(row["text"] for row in rows).split()[:20_000]
    starts = Random(1).sample(range(len(words) - 12), 600)
    with tempfile.TemporaryDirectory() as folder:
        alone, together = _apart(ours.locate_in_source, Path(folder) / "source.db", words, starts, ARTICLE)
    print(f"\na source of {len(words):,} words")
    _say("passage of twelve words found, ms", _percentiles(alone), "0.3")
    _say(f"  with an article's {ARTICLE} at once, ms", _percentiles(together))
