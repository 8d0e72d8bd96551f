"""What an archive may hold of a statement in other words: suggestions, as far as it has been learned."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.reading import ReadableArchive
from quotecheck.archive.rows import quotes_by_ids
from quotecheck.model import ArchivedQuote, Interval

if TYPE_CHECKING:
    from quotecheck.meaning import Learned

__all__ = ["LearningArchive"]

_LEAST = 0.3
_LEAST_THEIRS = 0.15
_SAME_SPEAKER = 0.15
_NEAR_BY = 200


class LearningArchive(ReadableArchive):
    """An open archive that can suggest paraphrases; see :mod:`quotecheck.meaning`."""

    _learned: Learned | None = None
    _has_looked = False

    def learn_meanings(self, progress: Callable[[int], object] | None = None) -> int:
        """Learn the quotes that are new since the last time; return of how many quotes it is known.

        ``progress`` is called with the number of quotes done. Raises MeaningError without the extra.
        """
        from quotecheck.meaning import Learned

        learned = Learned.begun(self.path)
        with self._reading() as connection:
            sql = "SELECT id, text FROM quotes WHERE id > ? ORDER BY id"
            learned.learn(connection.execute(sql, (learned.last,)), progress)
        self._learned, self._has_looked = learned, True
        return len(learned)

    def alike(
        self,
        text: str,
        *,
        speaker_ids: Sequence[int] = (),
        between: Interval | None = None,
        limit: int = 5,
    ) -> list[ArchivedQuote]:
        """Return quotes that may say the same as ``text`` in other words, the likest first.

        Those of the speakers around these days are preferred. Nothing is returned of an archive that has not
        been learned, or without the extra. Likeness of meaning proves nothing: these are suggestions.
        """
        if not self._has_looked:
            from quotecheck.meaning import Learned

            self._learned, self._has_looked = Learned.of(self.path), True
        if self._learned is None:
            return []
        near = self.by_speaker(speaker_ids, between=between, limit=_NEAR_BY) if speaker_ids else []
        theirs = zip(self._learned.likenesses(text, [quote.text for quote in near]), near, strict=True)
        ranked = [
            (likeness + _SAME_SPEAKER, quote) for likeness, quote in theirs if likeness >= _LEAST_THEIRS
        ]
        known = {quote.uid for quote in near}
        ranked += [
            (likeness, quote)
            for likeness, quote in self._likely(text, limit + len(near))
            if quote.uid not in known
        ]
        return [quote for _, quote in sorted(ranked, key=lambda pair: -pair[0])[:limit]]

    def _likely(self, text: str, count: int) -> list[tuple[float, ArchivedQuote]]:
        """Return the quotes that are nearest in the whole archive, with how near they are."""
        assert self._learned is not None
        with self._reading() as connection:
            sql = f"SELECT id, text FROM quotes WHERE id {AMONG}"
            rows = connection.execute(sql, (json.dumps(self._learned.nearest(text)),)).fetchall()
            likenesses = self._learned.likenesses(text, [row[1] for row in rows])
            ranked = sorted(zip(likenesses, [row[0] for row in rows], strict=True), reverse=True)[:count]
            quotes = quotes_by_ids(connection, [number for _, number in ranked])
        return [(likeness, quotes[number].quote) for likeness, number in ranked if likeness >= _LEAST]
