"""The article with all that was found, and what people decided of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quotecheck.model.archived import ArchiveIdentity
from quotecheck.model.articles import Article, TextWarning
from quotecheck.model.attributions import Attribution, Dating, Speaker
from quotecheck.model.quotations import Quotation
from quotecheck.model.verdicts import Verdict

__all__ = ["DecisionNote", "Finding", "LostNote", "Report"]


_OFFERED = 5
"""Possible speakers that are named at most."""


@dataclass(frozen=True, slots=True)
class DecisionNote:
    """What a person decided on a finding, in words: for reports, which keep it apart from what was found.

    ``kind`` is that of the decision ("confirmed", "match", "speaker" …); ``found`` is what the machine had in
    its place, empty where it had nothing.
    """

    kind: str
    text: str
    by: str
    at: datetime
    found: str = ""


@dataclass(frozen=True, slots=True)
class LostNote:
    """A decision on ``words`` that are not in the article any more: in force again when they come back."""

    words: str
    note: DecisionNote


@dataclass(frozen=True, slots=True)
class Finding:
    """A quotation with all that the later stages know of it; None is "not known" or "not yet".

    ``decisions`` are what people said of it, for reports; the earliest first. ``is_settled`` when they
    decided on what was found: then nobody needs to look at it any more.
    """

    quotation: Quotation
    attribution: Attribution | None = None
    dating: Dating | None = None
    verdict: Verdict | None = None
    decisions: tuple[DecisionNote, ...] = ()
    is_settled: bool = False

    @property
    def needs_attention(self) -> bool:
        """Whether a person should look at it: its verdict says so, and nobody has settled it."""
        return self.verdict is not None and self.verdict.needs_attention and not self.is_settled


@dataclass(frozen=True, slots=True)
class Report:
    """An article with its findings in text order; ``lost`` are decisions without a place in it."""

    article: Article
    findings: tuple[Finding, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
    archive: ArchiveIdentity | None = None
    lost: tuple[LostNote, ...] = ()

    @property
    def set_aside(self) -> tuple[Finding, ...]:
        """The findings that are no speech and that somebody decided on: mostly that they are no quotation."""
        return tuple(f for f in self.findings if f.decisions and not f.quotation.kind.is_speech)

    @property
    def speech(self) -> tuple[Finding, ...]:
        """The findings that are speech: statements and fragments."""
        return tuple(finding for finding in self.findings if finding.quotation.kind.is_speech)

    def possible_speakers(self, finding: Finding) -> tuple[Speaker, ...]:
        """Return who may have said it, the likeliest first; nobody where that is certain or was decided.

        For a quotation that the article gives to nobody these are whom it quotes nearby.
        """
        if any(note.kind == "speaker" for note in finding.decisions):
            return ()
        told = finding.attribution
        if told is not None:
            named = [told.speaker, *told.alternatives] if told.is_unsure else []
        else:
            at = finding.quotation.span.start
            sure = [(f.quotation.span.start, f.attribution) for f in self.speech if f.attribution]
            near = sorted((abs(start - at), i) for i, (start, who) in enumerate(sure) if not who.is_unsure)
            named = [sure[i][1].speaker for _, i in near]
        first_of_name = {speaker.name: speaker for speaker in reversed(named)}
        return tuple(first_of_name.values())[::-1][:_OFFERED]

    @property
    def needs_attention(self) -> bool:
        """Whether something in the article should be looked at.

        What a person confirmed or decided has been, also where that is that the quotation is altered.
        """
        return bool(self.warnings) or any(finding.needs_attention for finding in self.findings)
