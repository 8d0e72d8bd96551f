"""What the desk says of bundles, signers and what changes, in the words of the user's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from quotecheck.desktop import phrases
from quotecheck.model import Interval, QuoteStatus

if TYPE_CHECKING:
    from quotecheck.sharing import Inspection, Proposal

__all__ = [
    "called",
    "day",
    "entity",
    "field",
    "moment",
    "proposal",
    "signed",
    "value",
    "who",
]

translate = QCoreApplication.translate
# By this very name, for it is what the tool that collects the texts to be translated looks for.

_LONGEST_NAME = 80


def field(name: str) -> str:
    """Return what a field of a quote, a speaker or a source is called."""
    kind = name.partition(":")[0]
    return {
        "text": translate("sharing", "Words"),
        "speaker": translate("sharing", "Speaker"),
        "speaker_role": translate("sharing", "Role"),
        "role": translate("sharing", "Office"),
        "date": translate("sharing", "Date"),
        "source": translate("sharing", "Source"),
        "also": translate("sharing", "Also in"),
        "context": translate("sharing", "Context"),
        "occasion": translate("sharing", "Occasion"),
        "language": translate("sharing", "Language"),
        "status": translate("sharing", "Status"),
        "external_id": translate("sharing", "Number"),
        "name": translate("sharing", "Name"),
        "alias": translate("sharing", "Other name"),
        "tag": translate("sharing", "Tag"),
        "kind": translate("sharing", "Kind"),
        "notes": translate("sharing", "Notes"),
        "title": translate("sharing", "Title"),
        "publisher": translate("sharing", "Publisher"),
        "url": translate("sharing", "Link"),
        "retrieved_at": translate("sharing", "Retrieved on"),
        "deleted": translate("sharing", "Deleted"),
    }.get(kind, kind.replace("_", " ").capitalize())


def entity(name: str) -> str:
    """Return what an entry is."""
    return {
        "quote": translate("sharing", "Quote"),
        "speaker": translate("sharing", "Speaker"),
        "source": translate("sharing", "Source"),
    }[name]


def value(name: str, said: str | None, names: Mapping[str, str]) -> str:
    """Return what a field says; speakers and sources as they are called. Nothing where it says nothing."""
    kind, _, key = name.partition(":")
    if said is None:
        return ""
    told: dict[str, Callable[[], str]] = {
        "speaker": lambda: names.get(said, said),
        "source": lambda: names.get(said, said),
        "also": lambda: names.get(key, key),
        "role": lambda: key.partition(" ")[2],
        "date": lambda: phrases.days(Interval(*map(date.fromisoformat, said.split("/")))),
        "status": lambda: phrases.status(QuoteStatus(said)),
        "deleted": lambda: translate("sharing", "deleted"),
    }
    return told[kind]() if kind in told else said


def called(fields: Mapping[str, str]) -> str:
    """Return what an entry with these fields is called: its words, its name or its title."""
    known = (fields.get(name) for name in ("name", "title", "url", "publisher"))
    return " ".join(next(filter(None, (fields.get("text"), *known)), "").split())


def proposal(one: Proposal, names: Mapping[str, str]) -> str:
    """Return who or what may be one."""
    theirs, mine = (names.get(uid, uid)[:_LONGEST_NAME] for uid in (one.theirs, one.mine))
    return translate("sharing", "“{theirs}” may be “{mine}”").format(theirs=theirs, mine=mine)


def who(name: str, desk: str) -> str:
    """Return a person with their desk."""
    return translate("sharing", "{name} ({desk})").format(name=name, desk=desk) if desk else name


def day(iso: str) -> str:
    """Return a day as it is written here; what is none as it is."""
    try:
        return phrases.days(Interval.day(date.fromisoformat(iso[:10])))
    except ValueError:
        return iso


def moment(iso: str) -> str:
    """Return day and time as they are here; what is none as it is."""
    try:
        return phrases.moment(datetime.fromisoformat(iso))
    except ValueError:
        return iso


def signed(found: Inspection) -> str:
    """Return who has signed a bundle that is whole, and what is known of them."""
    signer = found.signer
    if signer is None:
        return translate("sharing", "Whole, but unsigned: nobody vouches for it.")
    told = {
        "who": who(signer.name, signer.desk),
        "name": found.namesake.name if found.namesake else "",
    }
    if found.is_mine:
        text = translate("sharing", "Whole, signed by yourself, {who}.")
    elif found.namesake:
        text = translate("sharing", "Whole, signed by {who}, but NOT with the key that you know of {name}.")
    elif found.known is None:
        text = translate("sharing", "Whole, signed by {who}, whom you do not know yet.")
    elif found.is_trusted:
        text = translate("sharing", "Whole, signed by {who}, whom you trust.")
    elif found.known.trust == "distrusted":
        text = translate("sharing", "Whole, signed by {who}, whom you do not trust.")
    else:
        text = translate("sharing", "Whole, signed by {who}, whom you know but have not said to trust.")
    return text.format(**told)
