"""Large libraries are loaded by one thread at a time.

The desk's workers load spaCy and pydantic when they first need them, and spaCy loads pydantic, too: of two
threads that load modules of the same library in different orders, Python gives one a module half made.
"""

from __future__ import annotations

from threading import RLock

__all__ = ["LOADING"]

LOADING = RLock()
"""Held by whoever loads one of them."""
