"""What the language model makes of a word before it looks at its neighbours: worked out once, and kept."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["keep_word_vectors"]

_AT_ONCE = 64
"""Words in one product of matrices. It is always as many: another number would change the last bits of the
vectors, and then how a text is parsed could hang on what was read before it."""

_KEPT = 20_000
"""Words whose vectors are kept before all are forgotten: 10 MB."""


class _Vectors:
    """The vectors that a layer gives to words, each known by its row of features."""

    def __init__(self, layer: Any) -> None:
        self._layer = layer
        self._known: dict[bytes, Any] = {}

    def of(self, rows: Any) -> Any:
        """Return the vector of each word."""
        if len(self._known) > _KEPT:
            self._known = {}
        known = self._known
        words = np.ascontiguousarray(rows).view(f"S{rows.itemsize * rows.shape[1]}").ravel().tolist()
        places = {word: at for at, word in enumerate(words) if word not in known}
        fresh, lines = list(places), list(places.values())
        for start in range(0, len(fresh), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            known.update(zip(fresh[some], self._computed(rows[lines[some]]), strict=True))
        return np.array([known[word] for word in words])

    def _computed(self, rows: Any) -> Any:
        padding = np.zeros((_AT_ONCE - len(rows), rows.shape[1]), rows.dtype)
        return self._layer.predict(np.concatenate([rows, padding]))[: len(rows)].copy()


def keep_word_vectors(embedding: Any) -> None:
    """Have spaCy's embedding of words (``MultiHashEmbed``) look up the vectors of words that it has met.

    Half the words of an article have stood in it before, and five in six of a second article's in the
    first. The model can no longer be trained.
    """
    from thinc.api import Model, chain, with_array

    hashing, mixing = (layer.layers[0] for layer in embedding.layers[2:4])
    vectors = _Vectors(chain(hashing, mixing))
    kept: Any = Model("kept", lambda _, rows, is_train: (vectors.of(rows), None), layers=[hashing, mixing])
    embedding.layers[2:4] = [with_array(kept)]
