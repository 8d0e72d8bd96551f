"""Short passages with their speakers marked: ``passages.txt`` read into text and labels.

``[a:the mayor]`` is a mention of speaker a; ``{a}`` behind a closing mark says who spoke the quotation,
``{-}`` that the text does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quotecheck.model import Span

__all__ = ["Label", "Passage", "load"]

_FILE = Path(__file__).with_name("passages.txt")
_MARKUP = re.compile(r"\[([a-z]):([^\]]*)\]|\{([a-z-])\}")


class Label(NamedTuple):
    """Who spoke the quotation whose closing mark ends at ``end``; no mentions where nobody is named."""

    end: int
    name: str | None
    mentions: tuple[Span, ...]


class Passage(NamedTuple):
    """A text and the labels of its quotations, in order."""

    id: str
    text: str
    labels: tuple[Label, ...]


def _read(name: str, marked: str) -> Passage:
    parts: list[str] = []
    mentions: dict[str, list[Span]] = {}
    ends: list[tuple[str, int]] = []
    at = length = 0
    for found in _MARKUP.finditer(marked):
        parts.append(marked[at : found.start()])
        length += len(parts[-1])
        if found[1]:
            mentions.setdefault(found[1], []).append(Span(length, length + len(found[2])))
            parts.append(found[2])
            length += len(found[2])
        else:
            ends.append((found[3], length))
        at = found.end()
    text = "".join([*parts, marked[at:]])
    labels = []
    for key, end in ends:
        spans = tuple(mentions.get(key, ()))
        labels.append(Label(end, max((span.of(text) for span in spans), key=len, default=None), spans))
    return Passage(name, text, tuple(labels))


def load() -> Iterator[Passage]:
    """Yield the passages in the order of the file."""
    lines = _FILE.read_text(encoding="utf-8").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("# ")).strip("\n")
    for number, marked in enumerate(body.split("\n===\n")):
        yield _read(f"passage-{number}", marked.strip("\n"))
