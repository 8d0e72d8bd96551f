"""Rich Text Format."""

from __future__ import annotations

import re

from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.lines import normalised_newlines

__all__ = ["read"]


def read(data: bytes, name: str) -> Document:
    """Read an RTF file. Raises ReadingError when its code is damaged."""
    from striprtf.striprtf import rtf_to_text

    try:
        # RTF is ASCII with escapes; Latin-1 keeps stray bytes apart for striprtf's own code page.
        text = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call] # it has no types
    except (ValueError, LookupError, OverflowError, RecursionError) as error:
        raise ReadingError("{name} is a damaged RTF file: save it again, or as text.", name=name) from error
    lines = (line.strip(" \t|") for line in normalised_newlines(text).split("\n"))
    return Document(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
