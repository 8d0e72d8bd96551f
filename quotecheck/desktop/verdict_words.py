"""The words of verdicts and cautions by code, standing where the tool that collects texts finds them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from quotecheck.model import Caution

__all__ = ["CAUTIONS", "MEANINGS", "WARNINGS", "WORDS"]

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "verbatim": QT_TRANSLATE_NOOP("verdicts", "Verbatim"),
        "minor": QT_TRANSLATE_NOOP("verdicts", "Minor"),
        "altered": QT_TRANSLATE_NOOP("verdicts", "Altered"),
        "reversed": QT_TRANSLATE_NOOP("verdicts", "Reversed"),
        "paraphrase": QT_TRANSLATE_NOOP("verdicts", "Paraphrase?"),
        "not_found": QT_TRANSLATE_NOOP("verdicts", "Not found"),
        "uncheckable": QT_TRANSLATE_NOOP("verdicts", "Uncheckable"),
        "unchecked": QT_TRANSLATE_NOOP("verdicts", "Not checked"),
    }
)
"""The word of every verdict, by its key in the palette table."""

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "verbatim": QT_TRANSLATE_NOOP("verdicts", "The same words as in the archive."),
        "minor": QT_TRANSLATE_NOOP(
            "verdicts", "Only differences that change nothing, or that the article discloses."
        ),
        "altered": QT_TRANSLATE_NOOP("verdicts", "Words were added, dropped or replaced."),
        "reversed": QT_TRANSLATE_NOOP("verdicts", "A change that can turn the meaning."),
        "paraphrase": QT_TRANSLATE_NOOP(
            "verdicts", "Perhaps the same statement in other words: for a person to judge."
        ),
        "not_found": QT_TRANSLATE_NOOP("verdicts", "Nothing in the archive resembles it."),
        "uncheckable": QT_TRANSLATE_NOOP("verdicts", "Too few words to tell."),
        "unchecked": QT_TRANSLATE_NOOP("verdicts", "No archive was asked."),
    }
)
"""What every verdict means, in a sentence."""

CAUTIONS: Mapping[Caution, str] = MappingProxyType(
    {
        Caution.MISATTRIBUTED: QT_TRANSLATE_NOOP("verdicts", "Said by someone else"),
        Caution.MISDATED: QT_TRANSLATE_NOOP("verdicts", "Said on another day"),
        Caution.OMISSION: QT_TRANSLATE_NOOP("verdicts", "Words left out unmarked"),
        Caution.HIDDEN_BY_ELLIPSIS: QT_TRANSLATE_NOOP("verdicts", "The “…” hides something that matters"),
        Caution.SPLICED: QT_TRANSLATE_NOOP("verdicts", "Joined from several places"),
        Caution.CONTEXT: QT_TRANSLATE_NOOP("verdicts", "The context matters"),
        Caution.TRANSLATED: QT_TRANSLATE_NOOP("verdicts", "Translated"),
        Caution.AMBIGUOUS: QT_TRANSLATE_NOOP("verdicts", "Several archived quotes fit"),
        Caution.DISPUTED: QT_TRANSLATE_NOOP("verdicts", "Disputed in the archive"),
    }
)
"""Every caution, in words."""

WARNINGS = (
    QT_TRANSLATE_NOOP(
        "verdicts", "This quotation mark opens a quotation that is never closed in its paragraph."
    ),
    QT_TRANSLATE_NOOP(
        "verdicts", "This quotation mark closes a quotation that was never opened in its paragraph."
    ),
    QT_TRANSLATE_NOOP("verdicts", "This quotation mark has no partner in its paragraph."),
)
"""What is odd about a text, as the machine says it."""
