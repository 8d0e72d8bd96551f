"""Articles and archives that bring the desk to its limits: many quotations, long names, every verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from quotecheck.archive import Archive, NewQuote
from quotecheck.model import Interval, QuoteStatus

__all__ = ["DENSE", "LONG", "LONG_TITLE", "MANY", "UNDATED", "fill_archive", "table_of_quotes"]

MANY = "\n".join(
    f"On Tuesday the mayor of the city said for the {i}th time: “We will never, under any circumstances, "
    f"open gate {i} before the audit is over.” Nobody in the hall believed it."
    for i in range(1, 301)
)

_COUNCIL = (
    ("Ana Ruiz", "Mayor"),
    ("Tom Berg", "crane driver"),
    ("Chen Wei", "harbour master"),
    ("Farida Nasser", "auditor"),
    ("Lucas Meyer", "union leader"),
    ("Wilhelmina Okafor-Lindqvist", "Deputy Secretary for Ports, Fisheries and Coastal Affairs"),
)

_SAID = (
    "We will not open the gates of the harbour before the audit is over",
    "The rents in the old town may rise by three per cent before next spring",
    "Nobody has asked the crane drivers what they think of the new bridge",
    "The bridge will cost less than the ferry that it replaces, unless the price of steel doubles",
    "Every school in the district gets a nurse by September",
    "We have never promised a date for the reopening of the southern quay",
    "I do not know who signed the letter, and I have not asked",
    "Half of the containers that came in since May were never weighed",
)

_PRINTED = (
    "We will not open the gates of the harbour before the audit is over",
    "The rents in the old town will rise by three per cent before next spring",
    "Nobody has asked the crane-drivers what they think of the new bridge",
    "The bridge will cost less than the ferry that it replaces",
    "Every school in the city gets a nurse and a doctor by September",
    "We have promised a date for the reopening of the southern quay",
    "Who signed that letter I cannot tell you; the question has not come up",
    "Two thirds of the lorries that left since June carried nothing at all",
)
"""The same statements as the article has them: word for word, turned, hyphenated, cut, or made up."""

_FRAMES = (
    "On {day}, {role} {name} told the council: “{words}.” The hall stayed silent.",
    "“{words},” said {name}, the {role}, on {day}.",
    "According to {role} {name}, who spoke on {day}, “{words}.”",
)


def _paragraphs() -> Iterator[str]:
    for number in range(48):
        name, role = _COUNCIL[number % len(_COUNCIL)]
        words = _PRINTED[number % len(_PRINTED)]
        frame = _FRAMES[number % len(_FRAMES)]
        yield frame.format(day=f"{_day(number):%B %-d, %Y}", name=name, role=role, words=words)


def _day(number: int) -> date:
    return date(2024, 1, 9) + timedelta(days=5 * number)


DENSE = "\n\n".join(_paragraphs())
"""48 quotations with every verdict against what :func:`fill_archive` archives."""

UNDATED = "The sea is near.\n\n“Nobody asked us what we think of it,” said Tom Berg."

LONG_TITLE = (
    "What the Deputy Secretary for Ports, Fisheries and Coastal Affairs told the council about the gates of "
    "the harbour, the audit, and the letter that nobody says they have signed"
)

LONG = (
    "The Deputy Secretary for Ports, Fisheries and Coastal Affairs of the Autonomous Region, Maria "
    "Wilhelmina Alexandrina Okafor-Lindqvist von Hohenlohe-Langenburg, said on March 3, 2024: “We will not "
    "open the gates of the harbour before the audit is over, "
    + ", ".join(f"nor before the committee number {i} has read its report aloud" for i in range(1, 40))
    + ".”\n\nIn https://example.org/a-very-long-address/that-has-no-place-at-which-it-could-be-broken/and-goes-"
    "on-and-on-until-it-is-wider-than-the-column she added: “Donaudampfschifffahrtsgesellschaftskapitänsmütze"
    "nabzeichenherstellerverbandsvorsitzender is the longest word I have said today.”"
)
"""Names, a quotation and words that are longer than the room there is for them."""


def fill_archive(path: Path) -> Path:
    """Make an archive of what the council has said, some of it twice, with every status."""
    with Archive.open(path, create=True) as archive:
        for number in range(48):
            name, role = _COUNCIL[number % len(_COUNCIL)]
            archive.add_quote(
                NewQuote(
                    _SAID[number % len(_SAID)] + ".",
                    speaker=name,
                    speaker_role=role,
                    said=Interval.day(_day(number)) if number % 7 else None,
                    source_title=f"Minutes of the council’s meeting number {number // 4 + 1}",
                    source_url=f"https://example.org/minutes/{number // 4}",
                    publisher="City of Porto Alto",
                    occasion="Council meeting",
                    status=tuple(QuoteStatus)[number % len(QuoteStatus)],
                    tags=("harbour", "budget")[: number % 3],
                ),
                by="Desk",
            )
    return path


def table_of_quotes(path: Path) -> Path:
    """Write a table with what an import has to cope with: other names of columns, bad rows, long texts."""
    rows = ["Zitat;Wer;Datum;Link;Remark"]
    for number, words in enumerate(_SAID):
        name, _role = _COUNCIL[number % len(_COUNCIL)]
        day = f"{_day(number):%d.%m.%Y}" if number != 2 else "the day after the flood"
        rows.append(f"{words if number != 5 else ''};{name};{day};https://example.org/{number};read it again")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path
