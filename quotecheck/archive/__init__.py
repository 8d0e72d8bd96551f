"""The archive: quotes with their speakers, sources and history in one SQLite file, found by their words.

``Archive`` is the door; everything else here is data. The file's machinery is loaded when it is first asked
for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.interface import QuoteStore, SpeakerRecord, SpeakerRole
from quotecheck.archive.records import (
    ArchiveInfo,
    ImportProblem,
    ImportResult,
    NewQuote,
    NewSource,
    NewSpeaker,
    Revision,
)
from quotecheck.archive.starter import starter_path

if TYPE_CHECKING:
    from quotecheck.archive.store import Archive

__all__ = [
    "Archive",
    "ArchiveError",
    "ArchiveInfo",
    "ImportProblem",
    "ImportResult",
    "NewQuote",
    "NewSource",
    "NewSpeaker",
    "QuoteStore",
    "Revision",
    "SpeakerRecord",
    "SpeakerRole",
    "starter_path",
]


def __getattr__(name: str) -> Any:
    if name == "Archive":
        # numpy and sqlite-utils take a quarter of a second to load; the window and --help need neither.
        from quotecheck.archive.store import Archive

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
