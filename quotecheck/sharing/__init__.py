"""Sharing archives: bundles that are signed, merged without loss, and safe to open.

What is exchanged, and why any order of exchange ends in the same content, is told in
:mod:`quotecheck.sharing.history`; the format of a bundle in ``resources/bundle-format.md``.
"""

from __future__ import annotations

from quotecheck.sharing.comparing import EntryPlan, MergeResult, preview_bundle
from quotecheck.sharing.contents import Contents, contents_of
from quotecheck.sharing.deciding import Decision, Decisions, decide, read_decisions
from quotecheck.sharing.errors import BundleError, SharingError
from quotecheck.sharing.exporting import export_bundle
from quotecheck.sharing.joining import Proposal, join, keep_apart, open_proposals
from quotecheck.sharing.keys import SHORTEST_PASSPHRASE, Identity, Person, is_key
from quotecheck.sharing.merging import import_bundle
from quotecheck.sharing.opening import Inspection, inspect_bundle
from quotecheck.sharing.planning import Conflict, Outcome, Rule
from quotecheck.sharing.publishing import publish
from quotecheck.sharing.resolving import can_be_both, edited, open_conflicts, resolve
from quotecheck.sharing.reviewing import Review, is_retraction, review_bundle, review_open
from quotecheck.sharing.row_files import export_rows
from quotecheck.sharing.selecting import Selection
from quotecheck.sharing.signers import KnownSigner, Signers, Trust
from quotecheck.sharing.undoing import Import, imports, undo_import

__all__ = [
    "SHORTEST_PASSPHRASE",
    "BundleError",
    "Conflict",
    "Contents",
    "Decision",
    "Decisions",
    "EntryPlan",
    "Identity",
    "Import",
    "Inspection",
    "KnownSigner",
    "MergeResult",
    "Outcome",
    "Person",
    "Proposal",
    "Review",
    "Rule",
    "Selection",
    "SharingError",
    "Signers",
    "Trust",
    "can_be_both",
    "contents_of",
    "decide",
    "edited",
    "export_bundle",
    "export_rows",
    "import_bundle",
    "imports",
    "inspect_bundle",
    "is_key",
    "is_retraction",
    "join",
    "keep_apart",
    "open_conflicts",
    "open_proposals",
    "preview_bundle",
    "publish",
    "read_decisions",
    "resolve",
    "review_bundle",
    "review_open",
    "undo_import",
]
