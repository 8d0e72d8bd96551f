"""What the workers do; nothing here knows a window, and what is heavy is loaded here, in the worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from quotecheck.decisions import Decision, ToCheck, verdict_on
from quotecheck.decisions.document import SUFFIX
from quotecheck.desktop.archive.choice import ArchiveChoice, OpenArchive
from quotecheck.desktop.article.positions import LONGEST_TEXT, shown
from quotecheck.desktop.author import author
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.workers import Settled
from quotecheck.errors import QuoteCheckError
from quotecheck.model import ArchivedQuote, Article, Interval, Publication, Report, Speaker, Verdict

if TYPE_CHECKING:
    from quotecheck.desktop.workers import Pulse
    from quotecheck.reporting.pdf_report import Paper

__all__ = [
    "Facts",
    "Opened",
    "TooLongError",
    "Written",
    "analysis",
    "checking_decided",
    "making_archive",
    "naming_speakers",
    "noticing",
    "opening",
    "parsing_day",
    "reopening",
    "sample",
    "searching",
    "writing_pdf",
]


translate = QCoreApplication.translate
# By this very name, for it is what the tool that collects the texts to be translated looks for.


class TooLongError(QuoteCheckError):
    """The text is longer than the desk can show."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the article besides its text: from its file, or because the user said so."""

    id: str = ""
    title: str | None = None
    source_url: str | None = None
    publisher: str | None = None
    published: Publication | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to be shown, with what was found and decided earlier.

    ``has_more`` when its file holds other articles behind it; ``path`` is set for a saved check, and
    ``is_recovered`` for one that was not saved.
    """

    text: str
    facts: Facts = Facts()
    broken_lines: int = 0
    has_more: bool = False
    decisions: tuple[Decision, ...] = ()
    found: Report | None = None
    path: Path | None = None
    is_recovered: bool = False
    program: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A PDF that was written, and the characters that no font could show in it."""

    path: Path
    unshown: str = ""


def analysis(
    text: str, facts: Facts, choice: ArchiveChoice, held: OpenArchive
) -> Callable[[Pulse], Iterator[Report]]:
    """Return the job that yields ever more complete reports on ``text``.

    The quotations come first, before the language is known and the archive is open: either can take a second
    the first time. Where the archive cannot be opened the text is analysed without it before the job fails.
    """

    def work(_pulse: Pulse) -> Iterator[Report]:
        from quotecheck.pipeline import progressive
        from quotecheck.reading import article_from_text

        yield next(progressive(Article(text, title=facts.title, published=facts.published)))
        article = article_from_text(
            text,
            id=facts.id,
            title=facts.title,
            source_url=facts.source_url,
            publisher=facts.publisher,
            published=facts.published,
        )
        try:
            archive = held.of(choice)
        except QuoteCheckError:
            yield from progressive(article)
            raise
        if archive:
            archive.is_changed()
        yield from progressive(article, archive)

    return work


def checking_decided(
    items: Sequence[ToCheck], article: Article, choice: ArchiveChoice, held: OpenArchive
) -> Callable[[Pulse], Iterator[dict[ToCheck, Verdict | None]]]:
    """Return the job that checks findings whose facts a person decided."""

    def work(_pulse: Pulse) -> Iterator[dict[ToCheck, Verdict | None]]:
        archive = held.of(choice)
        for item in items:
            yield {item: verdict_on(item, article, archive)}

    return work


def noticing(choice: ArchiveChoice, held: OpenArchive) -> Callable[[Pulse], Iterator[bool]]:
    """Return the job that tells whether another program has changed the archive since the analysis."""

    def work(_pulse: Pulse) -> Iterator[bool]:
        archive = held.of(choice)
        yield archive is not None and archive.is_changed()

    return work


def naming_speakers(
    typed: str, choice: ArchiveChoice, held: OpenArchive
) -> Callable[[Pulse], Iterator[list[Speaker]]]:
    """Return the job that finds in the archive who may be meant by the beginning of a name."""

    def work(_pulse: Pulse) -> Iterator[list[Speaker]]:
        archive = held.of(choice)
        if archive is None:
            return
        yield [
            Speaker(known.name, known.roles[-1].title if known.roles else None, known.kind)
            for known in archive.offer_speakers(typed)
        ]

    return work


def searching(
    query: str, choice: ArchiveChoice, held: OpenArchive
) -> Callable[[Pulse], Iterator[list[ArchivedQuote]]]:
    """Return the job that finds archived quotes by their words, speaker or source."""

    def work(_pulse: Pulse) -> Iterator[list[ArchivedQuote]]:
        archive = held.of(choice)
        yield archive.search(query) if archive else []

    return work


def _check_length(text: str, path: Path) -> None:
    if len(text) > LONGEST_TEXT:
        sentence = translate(
            "jobs", "{name} is longer than {count} characters; check it with “quotecheck check”."
        )
        raise TooLongError(sentence.format(name=path.name, count=QLocale().toString(LONGEST_TEXT)))


def reopening(path: Path, *, is_recovered: bool = False) -> Callable[[Pulse], Iterator[Opened]]:
    """Return the job that reads a saved check; ``is_recovered`` for a copy of what was not saved."""

    def work(_pulse: Pulse) -> Iterator[Opened]:
        from quotecheck.decisions.document import read

        document = read(path)
        article = document.report.article
        _check_length(article.text, path)
        text, broken = shown(article.text)
        facts = Facts(article.id, document.title, article.source_url, article.publisher, document.published)
        own = Path(document.belongs_to) if document.belongs_to else None
        yield Opened(
            text,
            facts,
            broken,
            decisions=document.decisions,
            found=document.report,
            path=own if is_recovered else path,
            is_recovered=is_recovered,
            program=document.program,
        )

    return work


def opening(path: Path) -> Callable[[Pulse], Iterator[Opened]]:
    """Return the job that reads the (first) article of a file, or a saved check."""
    if path.suffix.casefold() == SUFFIX:
        return reopening(path)

    def work(_pulse: Pulse) -> Iterator[Opened]:
        from quotecheck.reading import read_articles

        articles = iter(read_articles(path))
        article = next(articles)
        _check_length(article.text, path)
        facts = Facts(article.id, article.title, article.source_url, article.publisher, article.published)
        text, broken = shown(article.text)
        yield Opened(text, facts, broken, has_more=next(articles, None) is not None)

    return work


def sample() -> Opened:
    """Return the article that is there on first start."""
    path = files("quotecheck.resources") / "sample" / "seed_article.txt"
    return Opened(shown(path.read_text(encoding="utf-8")).text, Facts(id="sample"))


def parsing_day(
    text: str, *, today: date | None = None, article: Article | None = None
) -> Callable[[Pulse], Iterator[Interval]]:
    """Return the job that reads a date as people type it.

    ``today`` is what "last Tuesday" hangs on; ``article`` shows the order of a date in figures, where none
    was chosen in the settings.
    """
    chosen = Settings().date_order

    def work(_pulse: Pulse) -> Iterator[Interval]:
        from quotecheck.dates import DateOrder, order_in, parse_day

        shown_order = order_in(article.text, article.language) if article else None
        yield parse_day(text, today=today, order=DateOrder(chosen) if chosen else shown_order)

    return work


def writing_pdf(report: Report, path: Path, *, paper: Paper = "a4") -> Callable[[Pulse], Iterator[Settled]]:
    """Return the job that writes the annotated PDF."""

    def work(_pulse: Pulse) -> Iterator[Settled]:
        from quotecheck.reporting import write_pdf

        yield Settled(Written(path, write_pdf(report, path, author=author(), paper=paper)))

    return work


def making_archive(path: Path) -> Callable[[Pulse], Iterator[Settled]]:
    """Return the job that makes an empty archive."""

    def work(_pulse: Pulse) -> Iterator[Settled]:
        from quotecheck.archive import Archive

        Archive.open(path, create=True).close()
        yield Settled(ArchiveChoice(path))

    return work
