"""What people decide on the findings, kept apart from what the machine found.

A decision is anchored to words of the article (``anchoring``), so it outlives a new analysis and edits of the
text. ``review`` lays the decisions over a report: what is to be shown, what was decided on each finding,
which findings must be checked anew, and which decisions have lost their place.
"""

from quotecheck.decisions.anchoring import Anchor, anchor, place
from quotecheck.decisions.changes import (
    Change,
    Confirmed,
    DateCorrected,
    Decision,
    MatchChosen,
    NotAQuotation,
    Noted,
    QuotationAdded,
    SpanCorrected,
    SpeakerCorrected,
    VerdictOverridden,
    Withdrawal,
    decide,
    withdrawn,
)
from quotecheck.decisions.comparing import Changed, compare
from quotecheck.decisions.reviewing import Review, Standing, apply, review
from quotecheck.decisions.telling import told
from quotecheck.decisions.verdicts import ToCheck, verdict_on

__all__ = [
    "Anchor",
    "Change",
    "Changed",
    "Confirmed",
    "DateCorrected",
    "Decision",
    "MatchChosen",
    "NotAQuotation",
    "Noted",
    "QuotationAdded",
    "Review",
    "SpanCorrected",
    "SpeakerCorrected",
    "Standing",
    "ToCheck",
    "VerdictOverridden",
    "Withdrawal",
    "anchor",
    "apply",
    "compare",
    "decide",
    "place",
    "review",
    "told",
    "verdict_on",
    "withdrawn",
]
