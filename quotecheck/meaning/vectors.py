"""Texts as vectors: the mean of their words' static vectors, and the signs of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["WIDTH", "Bits", "Vectors", "is_installed", "signs", "unit_length", "vectors"]

WIDTH = 256
"""How many numbers a vector has."""

Vectors = NDArray[np.float32]
Bits = NDArray[np.uint64]


def is_installed() -> bool:
    """Tell whether the extra that carries the word vectors is installed."""
    return find_spec("wordllama") is not None


@cache
def _model() -> Any:
    """Load the vectors that the wordllama wheel carries (MIT licence); nothing is ever downloaded."""
    import wordllama

    carried = Path(wordllama.__file__).parent
    model = wordllama.WordLlama.load(cache_dir=carried, dim=WIDTH, disable_download=True)
    model.tokenizer.no_padding()
    return model


def unit_length(made: Vectors) -> Vectors:
    """Return vectors of the same direction with length 1; those of zeros stay as they are."""
    lengths = np.linalg.norm(made, axis=1, keepdims=True)
    scaled: Vectors = made / np.maximum(lengths, np.float32(1e-9))
    return scaled


def vectors(texts: Sequence[str]) -> Vectors:
    """Return a vector of length 1 for each text; of zeros for one without words."""
    model = _model()
    made = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for i, encoded in enumerate(model.tokenizer.encode_batch(list(texts), add_special_tokens=False)):
        if encoded.ids:
            made[i] = model.embedding[encoded.ids].sum(axis=0)
    return unit_length(made)


def signs(made: Vectors) -> Bits:
    """Return the signs of vectors, 64 in a number."""
    return np.packbits(made > 0, axis=1).view(np.uint64)
