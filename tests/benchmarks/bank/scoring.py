"""Whether a verdict is one of the right ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["fault"]

_WITHOUT_A_QUOTE = ("not_found", "uncheckable")


def _caution_fault(expect: Mapping[str, Any], cautions: set[str]) -> str | None:
    missing = set(expect.get("cautions", ())) - cautions
    if missing:
        return f"without {', '.join(sorted(missing))}"
    any_caution = set(expect.get("any_caution", ()))
    if any_caution and not any_caution & cautions:
        return f"without {' or '.join(sorted(any_caution))}"
    cried = set(expect.get("forbid", ())) & cautions
    return f"with {', '.join(sorted(cried))}" if cried else None


def fault(expect: Mapping[str, Any], wording: str, cautions: set[str], matched: str | None) -> str | None:
    """Return what is wrong with a verdict, None if it is right.

    ``expect`` is a query's label, ``matched`` the external id of the quote that was found.
    """
    if wording not in expect["wording"]:
        return f"{wording}, not {' or '.join(expect['wording'])}"
    wrong = _caution_fault(expect, cautions)
    if wrong or wording in _WITHOUT_A_QUOTE or not expect["quotes"]:
        return wrong
    return None if matched in expect["quotes"] else "another quote"
