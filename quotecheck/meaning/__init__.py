"""Quotes that may say the same in other words: suggestions for a person, never proof.

An optional extra (``pip install "quotecheck[paraphrase]"``). Static word vectors, averaged over a text, are
near each other where texts are about the same; less the mean of all texts, which says only what the archive
is about, they are told apart better (as in Arora, Liang and Ma 2017). What an archive holds is learned once,
when somebody asks for it (``quotecheck archive learn``), and kept in 40 bytes a quote in the user's own
folder: the signs of a vector's 256 numbers. A look-up compares signs first, then the vectors themselves of
the few that are nearest.
"""

from quotecheck.meaning.learned import Learned, MeaningError
from quotecheck.meaning.vectors import is_installed

__all__ = ["Learned", "MeaningError", "is_installed"]
