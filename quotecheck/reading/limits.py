"""How much one article may be: what is larger is refused with a sentence, not with a frozen machine."""

from __future__ import annotations

__all__ = ["MAX_FILE_BYTES", "MAX_LINE_BYTES", "MAX_PAGES", "MAX_TEXT", "MAX_UNPACKED_BYTES"]

MAX_FILE_BYTES = 64 * 1024 * 1024
"""A document's file. A .jsonl is read line by line and may be of any size."""

MAX_LINE_BYTES = 32 * 1024 * 1024
"""One line of a .jsonl, which is one article."""

MAX_UNPACKED_BYTES = 128 * 1024 * 1024
"""All the parts that are read out of a zipped document (DOCX, ODT, EPUB), unpacked."""

MAX_PAGES = 2_000
"""The pages of a PDF."""

MAX_TEXT = 5_000_000
"""The code points of an article: ten thick novels, so no article that anybody wrote."""
