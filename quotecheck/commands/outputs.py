"""Where the reports of a check go: a file or a folder a format, none of them over anything that is needed."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.commands.outcome import UsageError
from quotecheck.commands.streams import on_one_line
from quotecheck.files import is_folder, make_folder

if TYPE_CHECKING:
    from quotecheck.model import Article, Report
    from quotecheck.reporting import Review

__all__ = ["FILE_FORMATS", "file_stems", "paths_by_format", "refuse_losses", "write_files"]

FILE_FORMATS = {
    "pdf": ("pdf", "an annotated PDF"),
    "html": ("html", "a web page"),
    "csv": ("csv", "a table"),
    "claimreview": ("claimreview.json", "ClaimReview data (JSON-LD) for the page of the check"),
    "annotations": ("annotations.json", "W3C Web Annotations (JSON-LD)"),
}
"""The options that write files: how the names of several end, and what each is."""


def refuse_losses(options: argparse.Namespace, *, several: bool) -> None:
    """Raise UsageError for outputs that would overwrite what is read, or each other."""
    kept = {os.path.realpath(name): name for name in (*options.inputs, options.archive or "-")}
    for format_ in ("json", *FILE_FORMATS):
        out = getattr(options, format_)
        if out is None or (out == "-" and format_ == "json"):
            continue
        if out in ("", "-"):
            raise UsageError(f"--{format_} needs the name of a file: only --json can write to “-”.")
        place = os.path.realpath(out)
        if place in kept and not is_folder(Path(out)):
            raise UsageError(f"--{format_} would overwrite {kept[place]}: give the output another name.")
        if format_ == "json" or not several:
            kept[place] = f"what --{format_} writes"


def paths_by_format(options: argparse.Namespace, *, several: bool) -> dict[str, Path]:
    """Return where each format goes: a file, or for several articles a folder, which is made."""
    paths = {name: Path(out) for name in FILE_FORMATS if (out := getattr(options, name))}
    for path in paths.values() if several else ():
        if path.suffix and not is_folder(path):
            raise UsageError(f"There are several articles, and {path} is one file: name a folder instead.")
        make_folder(path)
    return paths


def write_files(report: Report, paths: dict[str, Path], stem: str, review: Review) -> None:
    """Write a report in all formats that are asked for; ``review`` is for the ClaimReview data."""
    from quotecheck import reporting

    for name, path in paths.items():
        file = path / f"{stem}.{FILE_FORMATS[name][0]}" if is_folder(path) else path
        if name == "claimreview":
            reporting.write_claimreview(report, file, review=review)
        else:
            getattr(reporting, f"write_{name}")(report, file)
        print(f"Wrote {on_one_line(str(file))}", file=sys.stderr)


def _file_stem(article_id: str) -> str:
    return re.sub(r"[^\w.-]+", "-", article_id).strip("-.")[:100] or "article"


def file_stems(articles: Iterable[Article]) -> list[str]:
    """Return the name of each article's files, no two the same, not even where case makes no difference."""
    seen: Counter[str] = Counter()
    stems: list[str] = []
    for base in (_file_stem(article.id) for article in articles):
        stem = base
        while seen[stem.casefold()]:
            seen[base.casefold()] += 1
            stem = f"{base}-{seen[base.casefold()]}"
        seen[stem.casefold()] += 1
        stems.append(stem)
    return stems
