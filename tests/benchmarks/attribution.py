"""Print how well and how fast quotations are attributed, beside other extractors.

    python -m tests.benchmarks.attribution [GOLD.jsonl …] [--fit WIKINEWS.jsonl]

For the project's own corpus and every gold file: quotations found, speakers right, names resolved, words a
second of processor time (whole analysis: quotations, speakers, dates) and peak memory, for QuoteCheck and for
the extractors of the extra ``bench``, each in a process of its own with the same language model. Then the
kinds of the own corpus, and how far the confidence can be trusted, cross-validated over whole articles (with
the annotated articles that the weights are fitted on, if ``--fit`` names them).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from quotecheck.model import Article, Kind, Span
from quotecheck.quotations import find_quotations
from tests.benchmarks import gold, peers, train_speakers

__all__ = ["main"]

_OWN = "own corpus"


def _articles(path: str) -> list[dict[str, object]]:
    return gold.own_corpus() if path == _OWN else gold.read(Path(path))


def _run_one(name: str, path: str) -> None:
    """Run one extractor on one gold file; print the figures as JSON for the process that asked."""
    import resource

    articles = _articles(path)
    texts = [str(article["text"]) for article in articles]
    extract = peers.EXTRACTORS[name]
    list(extract(texts[:1]))  # loads what is loaded once
    started = time.process_time()
    found = list(extract(texts))
    seconds = time.process_time() - started
    figures = gold.figures(articles, found)._asdict()
    words = sum(len(text.split()) for text in texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**figures, "words/s": words / seconds, "peak MB": peak}))


def _compare(paths: list[str]) -> None:
    for path in paths:
        print(f"\n{Path(path).stem}")
        print("               precision  recall  speaker  resolved  end to end  words/s  peak MB")
        for name in peers.EXTRACTORS:
            reason = peers.unavailable(name)
            if reason:
                print(f"  {name:12} {reason}")
                continue
            command = [sys.executable, "-m", __spec__.name, "--one", name, path]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"  {name:12} failed: {done.stderr.strip().splitlines()[-1]}")
                continue
            p, r, s, n, e, speed, peak = json.loads(done.stdout).values()
            print(f"  {name:12} {p:9.3f} {r:7.3f} {s:8.3f} {n:9.3f} {e:11.3f} {speed:8,.0f} {peak:8,.0f}")


def _kinds() -> None:
    """Print precision and recall for every kind of quotation of the own corpus."""
    wanted: list[tuple[str, Span, Kind]] = []
    given: list[tuple[str, Span, Kind]] = []
    for article in gold.own_corpus():
        quotations, _ = find_quotations(Article(str(article["text"])).text)
        doubtful = {Span(q["start"], q["end"]) for q in article["quotes"] if q.get("doubtful")}
        wanted += [
            (article["id"], Span(q["start"], q["end"]), Kind(q["kind"]))
            for q in article["quotes"]
            if not q.get("doubtful")
        ]
        given += [(article["id"], q.span, q.kind) for q in quotations if q.span not in doubtful]
    print(f"\n{_OWN}, by kind\n             precision  recall  labelled")
    for kind in Kind:
        right = len({w for w in wanted if w[2] is kind} & set(given))
        labelled = sum(w[2] is kind for w in wanted)
        found = sum(g[2] is kind for g in given)
        print(f"  {kind:10} {right / max(1, found):9.3f} {right / max(1, labelled):7.3f} {labelled:9}")


def main() -> None:
    """Read the arguments and print all figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", help="annotated articles, one a line")
    parser.add_argument(
        "--fit", type=Path, metavar="WIKINEWS", help="articles that the weights are fitted on"
    )
    parser.add_argument("--one", nargs=2, metavar=("EXTRACTOR", "GOLD"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        _run_one(*args.one)
        return
    _compare([_OWN, *args.gold])
    _kinds()
    print("\nconfidence, cross-validated on articles not used for fitting")
    train_speakers.check(train_speakers.examples(args.fit))


if __name__ == "__main__":
    main()
