"""How a report compares with the corpus's labels: what was found, by whom it was said, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quotecheck.model import Finding, Report, Span

from .loader import GoldArticle, GoldQuote

__all__ = ["Scores", "score"]

_AROUND = "“”„‟«»‹›\"'‘’‚‛ \t\r\n\u00a0\u202f"
_PASSED_OVER = frozenset(["the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir"])


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures, each 0 to 1, and the counts behind them."""

    counts: Counter[str]

    @property
    def precision(self) -> float:
        return self._share("hit", "found")

    @property
    def recall(self) -> float:
        return self._share("hit", "gold")

    @property
    def end_to_end(self) -> float:
        """The F1 of pieces of speech that were found with the right speaker (or rightly without one)."""
        return 2 * self.counts["right"] / max(1, self.counts["gold"] + self.counts["found"])

    @property
    def names(self) -> float:
        """The share of found speech with a speaker whose full name is right."""
        return self._share("named", "with_speaker")

    @property
    def dates(self) -> float:
        return self._share("dated_right", "dated")

    @property
    def needless_dates(self) -> float:
        """The share of found speech without a date in the labels that was given one."""
        return self._share("needless_date", "undated")

    @property
    def kinds(self) -> float:
        """The share of all labelled quotations whose kind is right."""
        return self._share("kind_right", "labelled")

    def _share(self, part: str, whole: str) -> float:
        return self.counts[part] / max(1, self.counts[whole])


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_AROUND))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(_AROUND))))


def _names(name: str) -> set[str]:
    return set(re.findall(r"[\w-]+", name.casefold())) - _PASSED_OVER


def _in_full(gold: str, said: str) -> bool:
    """Tell whether the name that was given has all of the labelled one."""
    return bool(_names(gold)) and _names(gold) <= _names(said)


def _count_speaker(gold: GoldQuote, finding: Finding, counts: Counter[str]) -> None:
    who = finding.attribution
    if gold.speaker is None:
        counts["right"] += who is None
        return
    counts["with_speaker"] += 1
    named = who is not None and _in_full(gold.speaker, who.speaker.name)
    at_mention = bool(who and who.mention and gold.mention and who.mention.overlaps(gold.mention))
    counts["named"] += named
    counts["right"] += named or at_mention
    counts["negation_right"] += (who is not None and who.negated) == gold.negated


def _count_date(gold: GoldQuote, finding: Finding, counts: Counter[str]) -> None:
    said = finding.dating.interval if finding.dating else None
    counts["dated" if gold.said else "undated"] += 1
    if gold.said:
        counts["dated_right"] += said == gold.said
    else:
        counts["needless_date"] += said is not None


def score(pairs: Iterable[tuple[GoldArticle, Report]]) -> Scores:
    """Compare each article's report with its labels; labels that one could argue with do not count."""
    counts: Counter[str] = Counter()
    for article, report in pairs:
        found = {_trimmed(f.quotation.span, article.text): f for f in report.findings}
        doubtful = {_trimmed(q.span, article.text) for q in article.quotes if q.doubtful}
        counts["found"] += sum(
            f.quotation.kind.is_speech and span not in doubtful for span, f in found.items()
        )
        for gold in article.quotes:
            span = _trimmed(gold.span, article.text)
            if span in doubtful:
                continue
            finding = found.get(span)
            counts["labelled"] += 1
            counts["kind_right"] += finding is not None and finding.quotation.kind is gold.kind
            counts["gold"] += gold.kind.is_speech
            if gold.kind.is_speech and finding is not None and finding.quotation.kind.is_speech:
                counts["hit"] += 1
                _count_speaker(gold, finding, counts)
                _count_date(gold, finding, counts)
    return Scores(counts)
