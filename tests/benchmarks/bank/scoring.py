"""Whether a verdict is one of the right ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["fault"]


def fault(expect: Mapping[str, Any], wording: str, cautions: set[str], matched: str | None) -> str | None:
    """Return what is wrong with a verdict, None if it is right.

    ``expect`` is a query's label, ``matched`` the external id of the quote that was found.
    """
    if wording not in expect["wording"]:
        return f"{wording}, not {' or '.join(expect['wording'])}"
    missing = set(expect.get("cautions", ())) - cautions
    if missing:
        return f"without {', '.join(sorted(missing))}"
    any_caution = set(expect.get("any_caution", ()))
    if any_caution and not any_caution & cautions:
        return f"without {' or '.join(sorted(any_caution))}"
    cried = set(expect.get("forbid", ())) & cautions
    if cried:
        return f"with {', '.join(sorted(cried))}"
    if expect["quotes"] and matched not in expect["quotes"]:
        return "another quote"
    return None
