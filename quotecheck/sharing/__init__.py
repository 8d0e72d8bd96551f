"""Sharing archives: bundles that are signed, merged without loss, and safe to open.

What is exchanged, and why any order of exchange ends in the same content, is told in
:mod:`quotecheck.sharing.history`; the format of a bundle in ``resources/bundle-format.md``.
"""

from __future__ import annotations

from quotecheck.sharing.errors import BundleError, SharingError
from quotecheck.sharing.exporting import export_bundle
from quotecheck.sharing.joining import Proposal, join, keep_apart, open_proposals
from quotecheck.sharing.keys import Identity, Person, is_key
from quotecheck.sharing.merging import MergeResult, QuotePlan, import_bundle, preview_bundle
from quotecheck.sharing.opening import Inspection, inspect_bundle
from quotecheck.sharing.planning import Conflict, Outcome, Rule
from quotecheck.sharing.publishing import publish
from quotecheck.sharing.resolving import open_conflicts, resolve
from quotecheck.sharing.row_files import export_rows
from quotecheck.sharing.selecting import Selection
from quotecheck.sharing.signers import KnownSigner, Signers, Trust
from quotecheck.sharing.undoing import Import, Undone, imports, undo_import

__all__ = [
    "BundleError",
    "Conflict",
    "Identity",
    "Import",
    "Inspection",
    "KnownSigner",
    "MergeResult",
    "Outcome",
    "Person",
    "Proposal",
    "QuotePlan",
    "Rule",
    "Selection",
    "SharingError",
    "Signers",
    "Trust",
    "Undone",
    "export_bundle",
    "export_rows",
    "import_bundle",
    "imports",
    "inspect_bundle",
    "is_key",
    "join",
    "keep_apart",
    "open_conflicts",
    "open_proposals",
    "preview_bundle",
    "publish",
    "resolve",
    "undo_import",
]
