"""The one small interface through which the rest of QuoteCheck knows an archive of quotes.

An archive kept on a database server can stand in for the SQLite file by answering these few questions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, runtime_checkable

from quotecheck.model import ArchivedQuote, ArchiveIdentity, Interval, SpeakerType

__all__ = ["OffersParaphrases", "QuoteStore", "SpeakerRecord", "SpeakerRole"]


class SpeakerRole(NamedTuple):
    """An office or function, and the days between which it was held; None is "not known"."""

    title: str
    since: date | None = None
    until: date | None = None

    def held_on(self, on: Interval) -> bool:
        """Tell whether the role may have been held on some day of ``on``."""
        return (self.since is None or self.since <= on.latest) and (
            self.until is None or on.earliest <= self.until
        )


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """A speaker as the archive knows them: ``aliases`` are the other names, without ``name`` itself."""

    id: int
    name: str
    kind: SpeakerType = SpeakerType.PERSON
    aliases: tuple[str, ...] = ()
    roles: tuple[SpeakerRole, ...] = ()


@runtime_checkable
class QuoteStore(Protocol):
    """What the cross-check asks of an archive."""

    def identity(self) -> ArchiveIdentity:
        """Return the archive's name and how many quotes it holds."""
        ...

    def expect(self, texts: Sequence[str]) -> None:
        """Be told which texts ``candidates`` will be asked for next, so as to look for all of them at once.

        An archive may do nothing about it.
        """
        ...

    def candidates(
        self,
        text: str,
        *,
        limit: int = 24,
        worth: Callable[[str], bool] | None = None,
        intact: bool = False,
    ) -> list[ArchivedQuote]:
        """Return the archived quotes and passages of sources that share runs of words with ``text``.

        The best come first: those that share most, rare runs counting more than common ones. What shares far
        less than the best one does may be left out; what is not ``worth`` having, going by its text, is.
        ``intact``: only what has nearly all of the words in a row is wanted, which may take less time.
        """
        ...

    def find_speakers(
        self, name: str, *, role: str | None = None, on: Interval | None = None
    ) -> list[SpeakerRecord]:
        """Return the speakers whom ``name`` may mean, the likeliest first.

        ``role`` is what the text calls them ("Commerce Secretary"), ``on`` when they held it.
        """
        ...

    def by_speaker(
        self,
        speaker_ids: Sequence[int],
        *,
        between: Interval | None = None,
        limit: int = 200,
        worth: Callable[[str], bool] | None = None,
    ) -> list[ArchivedQuote]:
        """Return the quotes of these speakers that may have been said on a day of ``between``.

        Those nearest to the middle of ``between`` come first, without it the latest; undated ones last. Of
        the ``limit`` first ones, those are left out that are not ``worth`` having, going by their text.
        """
        ...

    def count_by_speaker(self, speaker_ids: Sequence[int], *, between: Interval | None = None) -> int:
        """Return how many quotes of these speakers may have been said on a day of ``between``.

        Undated quotes count only without ``between``.
        """
        ...


@runtime_checkable
class OffersParaphrases(Protocol):
    """What a store may be able to do besides: suggest what means the same in other words."""

    def alike(
        self,
        text: str,
        *,
        speaker_ids: Sequence[int] = (),
        between: Interval | None = None,
        limit: int = 5,
    ) -> list[ArchivedQuote]:
        """Return quotes that may say the same as ``text``, the likest first, preferring these speakers' then.

        They are suggestions for a person: likeness of meaning decides no verdict.
        """
        ...
