"""The project's own annotated articles: one TOML file each, whose labels are located and checked here.

``python tests/corpus/loader.py OUT.jsonl`` writes them as gold annotations in JSON Lines, one article a line.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from quotecheck.model import Interval, Kind, Span, SpeakerType

__all__ = ["CorpusError", "GoldArticle", "GoldQuote", "load", "load_all", "to_record"]

ARTICLES = Path(__file__).parent / "articles"
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
_ARTICLE_KEYS = frozenset({"id", "title", "published", "voice", "text", "quotes", "expected"})
_QUOTE_KEYS = frozenset(
    {"text", "nth", "kind", "turn", "speaker", "type", "negated", "hypothetical", "via", "said", "doubtful"}
    | {"mention", "mention_nth", "cue", "cue_nth", "evidence", "evidence_nth"}
)
_EXPECTED_KEYS = frozenset({"published", "basis", "warnings", "translated_from"})


class CorpusError(AssertionError):
    """A label that does not fit its article."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """What a careful reader says of one pair of marks; the spans are those of the words nearest to it
    (for the cue, nearest to the mention).
    """

    span: Span
    text: str
    kind: Kind
    turn: int | None = None
    speaker: str | None = None
    type: SpeakerType | None = None
    mention: Span | None = None
    cue: Span | None = None
    negated: bool = False
    hypothetical: bool = False
    via: str | None = None
    said: Interval | None = None
    evidence: Span | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its labels in text order.

    ``published`` is what comes with the article; ``expected_published`` is the range in which the day must be
    found that is read or worked out from the text, and ``basis`` how.
    """

    id: str
    voice: str
    text: str
    quotes: tuple[GoldQuote, ...]
    title: str | None = None
    published: str | None = None
    expected_published: Interval | None = None
    basis: str | None = None
    warnings: int = 0
    translated_from: str | None = None
    path: Path = field(default=Path())


def _occurrences(words: str, text: str) -> list[Span]:
    """Return where the words stand in the text, as whole words."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*found.span()) for found in re.finditer(before + re.escape(words) + after, text)]


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _nearest(label: dict[str, Any], key: str, text: str, *, quote: Span, place: Span) -> Span | None:
    """Return where a label's words stand: outside the quote and nearest to the place, or the nth of all."""
    words, nth = label.get(key), label.get(f"{key}_nth")
    if words is None:
        return None
    found = _occurrences(words, text)
    if nth is not None:
        if not 1 <= nth <= len(found):
            raise CorpusError(f"{key} {words!r} occurs {len(found)} times, not {nth}")
        return found[int(nth) - 1]
    outside = [span for span in found if not quote.contains(span)]
    if not outside:
        raise CorpusError(f"{key} {words!r} does not occur outside the quote")
    return min(outside, key=lambda span: (_distance(span, place), span.start))


def _located(label: dict[str, Any], text: str) -> Span:
    """Return the span of the quote's content: the nth occurrence of its exact words."""
    places = [Span(*found.span()) for found in re.finditer(re.escape(label["text"]), text)]
    nth = label.get("nth")
    if nth is None and len(places) > 1:
        raise CorpusError(f"quote {label['text']!r} occurs {len(places)} times: which?")
    if not places or (nth or 1) > len(places):
        raise CorpusError(f"quote {label['text']!r} is not there")
    return places[(nth or 1) - 1]


def _interval(dates: list[str] | None) -> Interval | None:
    if dates is None:
        return None
    earliest, latest = (date.fromisoformat(day) for day in dates)
    if latest < earliest:
        raise CorpusError(f"{dates} ends before it begins")
    return Interval(earliest, latest)


def _quote(label: dict[str, Any], text: str) -> GoldQuote:
    if unknown := label.keys() - _QUOTE_KEYS:
        raise CorpusError(f"unknown keys {sorted(unknown)}")
    span = _located(label, text)
    kind = Kind(label["kind"])

    def near(key: str, place: Span = span) -> Span | None:
        return _nearest(label, key, text, quote=span, place=place)

    mention = near("mention")
    quote = GoldQuote(
        span=span,
        text=label["text"],
        kind=kind,
        turn=label.get("turn"),
        speaker=label.get("speaker"),
        type=SpeakerType(label["type"]) if "type" in label else None,
        mention=mention,
        cue=near("cue", mention or span),
        negated=label.get("negated", False),
        hypothetical=label.get("hypothetical", False),
        via=label.get("via"),
        said=_interval(label.get("said")),
        evidence=near("evidence"),
        doubtful=label.get("doubtful", False),
    )
    _check_quote(quote)
    return quote


def _check_quote(quote: GoldQuote) -> None:
    if quote.kind.is_speech:
        if quote.turn is None:
            raise CorpusError("speech without a turn")
        if (quote.speaker is None) != (quote.type is None):
            raise CorpusError("a speaker and a type go together")
        if quote.speaker is None and quote.cue is None and quote.negated:
            raise CorpusError("negated, but said by nobody")
        if quote.negated and quote.hypothetical:
            raise CorpusError("denied, and imagined too")
    elif quote.speaker or quote.said or quote.mention or quote.cue or quote.turn:
        raise CorpusError("not speech, but labelled like it")
    if (quote.said is None) != (quote.evidence is None):
        raise CorpusError("a date and its evidence go together")


def _check_order(quotes: list[GoldQuote]) -> None:
    """Ask that the quotes are in text order, nested or apart, and that a turn has one speaker."""
    for before, after in pairwise(quotes):
        if after.span.start < before.span.start:
            raise CorpusError(f"{after.text!r} is not in text order")
        if before.span.overlaps(after.span) and not before.span.contains(after.span):
            raise CorpusError(f"{after.text!r} crosses {before.text!r}")
    speakers: dict[int, str | None] = {}
    turns = [quote.turn for quote in quotes if quote.turn is not None]
    if turns != sorted(turns):
        raise CorpusError("the turns are not in text order")
    for quote in quotes:
        if quote.turn is not None and speakers.setdefault(quote.turn, quote.speaker) != quote.speaker:
            raise CorpusError(f"turn {quote.turn} has two speakers")


def load(path: Path) -> GoldArticle:
    """Return the article of a file. Raises CorpusError, which says what does not fit, and where."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    text = data["text"].rstrip("\n")
    expected = data.get("expected", {})
    unknown = (data.keys() - _ARTICLE_KEYS) | (expected.keys() - _EXPECTED_KEYS)
    try:
        if unknown:
            raise CorpusError(f"unknown keys {sorted(unknown)}")
        quotes = []
        for number, label in enumerate(data.get("quotes", []), start=1):
            try:
                quotes.append(_quote(label, text))
            except (CorpusError, KeyError, ValueError) as error:
                raise CorpusError(f"quote {number}: {error}") from error
        _check_order(quotes)
        if (expected.get("published") is None) != (expected.get("basis") is None):
            raise CorpusError("an expected date and its basis go together")
    except CorpusError as error:
        raise CorpusError(f"{path.name}: {error}") from error
    return GoldArticle(
        id=data["id"],
        voice=data["voice"],
        text=text,
        quotes=tuple(quotes),
        title=data.get("title"),
        published=data.get("published"),
        expected_published=_interval(expected.get("published")),
        basis=expected.get("basis"),
        warnings=expected.get("warnings", 0),
        translated_from=expected.get("translated_from"),
        path=path,
    )


def load_all() -> list[GoldArticle]:
    """Return every article of the corpus, by file name."""
    return [load(path) for path in sorted(ARTICLES.glob("*.toml"))]


def _mention_type(quote: GoldQuote, text: str) -> str | None:
    """Return how the text names the speaker there: by name, by a pronoun or by a description."""
    if quote.speaker is None:
        return None
    if quote.type is SpeakerType.UNNAMED:
        return "nominal"
    words = quote.mention.of(text) if quote.mention else quote.speaker
    if words.lower() in _PRONOUNS:
        return "pronoun"
    named = any(part[0].isupper() and part in quote.speaker.split() for part in words.split())
    return "named" if named else "nominal"


def _quote_record(quote: GoldQuote, text: str) -> dict[str, Any]:
    known = quote.speaker if quote.type is not SpeakerType.UNNAMED else None
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "kind": str(quote.kind),
        "turn": quote.turn,
        "speaker": quote.speaker,
        "speaker_type": _mention_type(quote, text),
        "speaker_resolved": known,
        "speaker_span": list(quote.mention) if quote.mention else None,
        "cue_span": list(quote.cue) if quote.cue else None,
        "negated": quote.negated,
        "hypothetical": quote.hypothetical,
        "via": quote.via,
        "doubtful": quote.doubtful,
        "said": None
        if quote.said is None or quote.evidence is None
        else {
            "earliest": quote.said.earliest.isoformat(),
            "latest": quote.said.latest.isoformat(),
            "evidence": quote.evidence.of(text),
        },
    }


def to_record(article: GoldArticle) -> dict[str, Any]:
    """Return an article as a line of gold annotations."""
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "text": article.text,
        "quotes": [_quote_record(quote, article.text) for quote in article.quotes],
    }


def main(arguments: list[str]) -> int:
    """Write the gold annotations to the file that is named."""
    if len(arguments) != 1:
        print("usage: python tests/corpus/loader.py OUT.jsonl", file=sys.stderr)
        return 2
    lines = [json.dumps(to_record(article), ensure_ascii=False) for article in load_all()]
    Path(arguments[0]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
