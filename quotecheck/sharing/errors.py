"""What can go wrong when archives are shared."""

from __future__ import annotations

from quotecheck.errors import QuoteCheckError

__all__ = ["BundleError", "SharingError"]


class SharingError(QuoteCheckError):
    """Something about sharing that the user can put right."""


class BundleError(SharingError):
    """A bundle that is refused: it is damaged, was altered, or is none; the message names the part."""
