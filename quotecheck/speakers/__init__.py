"""Who said each quotation, where the text says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotecheck.model import Article, Attribution, Quotation

__all__ = ["attribute"]


def attribute(article: Article, quotations: Sequence[Quotation]) -> list[Attribution | None]:
    """Return who said each of ``quotations``: one entry each, None where the article does not say.

    Scare quotes and titles get None. The quotations must be those of ``article.text``, in its order. The
    first call loads the language model. Raises ``ModelError`` when that is missing or damaged.
    """
    from quotecheck.speakers.attribution import attribute as attribute_with_model

    return attribute_with_model(article, quotations)
