"""The names under which quotes, speakers and sources are known in every archive: made from what they are.

Two desks that archive the same statement independently give it the same ``uid``. It is made once, when the
row is, and stays when the row is corrected later.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b

from quotecheck.model import Interval

__all__ = ["name_key", "quote_uid", "source_uid", "speaker_uid", "statement_uid"]


def _digest(*parts: str) -> str:
    return _digest_of("\x1f".join(parts).encode())


def _digest_of(content: bytes) -> str:
    return blake2b(content, digest_size=10).hexdigest()


def name_key(name: str) -> str:
    """Return a name as it is compared: case, typography and spacing aside."""
    return " ".join(unicodedata.normalize("NFKC", name).replace("’", "'").casefold().split())


def quote_uid(text: str, norms: list[str], speaker: str | None, said: Interval | None) -> str:
    """Return the uid of a statement: its normalised words, the uid of its speaker, the days it was said on.

    The same words by another speaker or of another day are another statement; its source, status and notes do
    not count, so that one statement found in two places is one quote. A text without any word counts as it
    is.
    """
    when = f"{said.earliest}/{said.latest}" if said else ""
    return statement_uid(text, " ".join(norms).encode(), speaker or "", when)


def statement_uid(text: str, words: bytes, speaker: str, when: str) -> str:
    """Do as ``quote_uid``: ``words`` are joined by spaces, ``when`` is "" or two ISO days with "/"."""
    return "q" + _digest_of((words or name_key(text).encode()) + f"\x1f{speaker}\x1f{when}".encode())


def source_uid(
    *, url: str | None, title: str | None, publisher: str | None, published: Interval | None
) -> str:
    """Return the uid of a source: its address, or without one its title, publisher and date."""
    if url:
        return "s" + _digest("url", url.strip())
    when = f"{published.earliest}/{published.latest}" if published else ""
    return "s" + _digest("title", name_key(title or ""), name_key(publisher or ""), when)


@lru_cache(maxsize=16_384)
def speaker_uid(name: str) -> str:
    """Return the uid of a speaker, made from the name under which they were first archived."""
    return "p" + _digest(name_key(name))
