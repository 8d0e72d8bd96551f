"""Two desks with archives of their own that have shared quotes and changed them apart since."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from quotecheck.archive import Archive, NewQuote, NewSpeaker
from quotecheck.model import Interval, QuoteStatus
from quotecheck.sharing import Identity, Selection, Signers, Trust, export_bundle, import_bundle

__all__ = ["CONFLICTS", "Desks"]

CONFLICTS = 6
_SPEAKERS = ("Ana Ruiz", "Tom Berg", "Chen Wei", "Farida Nasser", "Lucas Meyer")
_MATTERS = (
    "the gates of the harbour stay shut until the audit is over",
    "rents in the old town will not rise before next spring",
    "nobody asked the crane drivers what they think of it",
    "the new bridge will cost less than the ferry that it replaces",
    "every school in the district gets a nurse by September",
    "we have never promised a date for the reopening",
)


class Desks:
    """The desk of Ana, who shares, and one's own in ``QUOTECHECK_DATA_DIR``; ``count`` quotes are common."""

    def __init__(self, folder: Path, count: int = 24) -> None:
        self.folder = folder
        self.theirs, self.mine = folder / "theirs.db", folder / "harbour.db"
        with self.at_work_of_ana():
            self.ana = Identity.own().renamed("Ana Ruiz", "City desk")
            with Archive.open(self.theirs, create=True) as archive:
                self.uids = [self._add(archive, number) for number in range(count)]
        first = self.export()
        with Archive.open(self.mine, create=True) as archive:
            import_bundle(archive, first, by="me", accept_unknown=True)
            archive.add_speaker(NewSpeaker("Wilhelmina Okafor-Lindqvist"), by="me")
        signers = Signers()
        signers.remove(signers.find(self.ana.person.key))
        self._change_apart()

    @staticmethod
    def _add(archive: Archive, number: int) -> str:
        words = f"I can tell you that {_MATTERS[number % len(_MATTERS)]}, and I said so {number + 2} times."
        return archive.add_quote(
            NewQuote(
                words[:1].upper() + words[1:],
                speaker=_SPEAKERS[number % len(_SPEAKERS)],
                said=Interval.day(date(2024, 1, 9) + timedelta(days=9 * number)),
                source_url=f"https://example.org/minutes/{number // 4}",
                source_title=f"Minutes of meeting {number // 4 + 1}",
                publisher="City of Porto Alto",
                occasion="Council meeting",
            ),
            by="Ana",
        )

    def _change_apart(self) -> None:
        with self.at_work_of_ana(), Archive.open(self.theirs) as archive:
            for uid in self.uids[:CONFLICTS]:
                archive.update_quote(uid, by="Ana", occasion="Interview on local radio")
            archive.update_quote(
                self.uids[0], by="Ana", text=archive.quote(self.uids[0]).text[:-1] + " today."
            )
            archive.update_quote(self.uids[CONFLICTS], by="Ana", said=Interval.day(date(2024, 3, 4)))
            archive.update_quote(self.uids[CONFLICTS + 1], by="Ana", status=QuoteStatus.RETRACTED)
            archive.verify_quote(self.uids[CONFLICTS + 2], by="Ana", how="heard the recording")
            for number in range(100, 108):
                self._add(archive, number)
            archive.add_quote(NewQuote("The tide waits for no one.", speaker="W. Okafor-Lindqvist"), by="Ana")
        with Archive.open(self.mine) as archive:
            for uid in self.uids[:CONFLICTS]:
                archive.update_quote(uid, by="me", occasion="Television debate")
            archive.update_quote(
                self.uids[0], by="me", text=archive.quote(self.uids[0]).text.replace("I can", "We can")
            )

    @contextmanager
    def at_work_of_ana(self) -> Iterator[None]:
        """Be Ana, with her key and her list of signers."""
        before = os.environ.get("QUOTECHECK_DATA_DIR")
        os.environ["QUOTECHECK_DATA_DIR"] = str(self.folder / "ana")
        try:
            yield
        finally:
            del os.environ["QUOTECHECK_DATA_DIR"]
            if before is not None:
                os.environ["QUOTECHECK_DATA_DIR"] = before

    def export(self, selection: Selection | None = None, *, signed: bool = True) -> Path:
        """Have Ana share her archive; return the bundle."""
        path = self.folder / "minutes.quotes"
        with self.at_work_of_ana(), Archive.open(self.theirs) as archive:
            export_bundle(archive, path, selection, identity=self.ana if signed else None, name="Ana")
        return path

    def trust_ana(self, trust: Trust = Trust.TRUSTED) -> None:
        """Know Ana, and say what to think of her."""
        signers = Signers()
        signers.judge(signers.add(self.ana.person.key, "Ana Ruiz", "City desk"), trust)
