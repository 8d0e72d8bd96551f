"""The vectors of words: those of the model, and the same to the last bit whatever was read before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models import MultiHashEmbed

from quotecheck.speakers import word_vectors

_FIRST = "“It is so,” said Ada, and Ada went home to write down all that had been said at the table."
_SECOND = "Otto said that Ada would not say it again; the council, he said, had gone home."


@pytest.fixture
def embedding() -> Any:
    features = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
    layer = MultiHashEmbed(96, features, [500, 100, 250, 250, 50, 50], include_static_vectors=False)
    layer.initialize()
    return layer


def _read(embedding: Any, *texts: str) -> list[Any]:
    vectors: list[Any] = embedding.predict(list(map(spacy.blank("en").make_doc, texts)))
    return vectors


def test_the_vectors_are_those_of_the_model(embedding: Any) -> None:
    plain = _read(embedding, _FIRST, _SECOND)
    word_vectors.keep_word_vectors(embedding)
    for kept, own in zip(_read(embedding, _FIRST, _SECOND), plain, strict=True):
        np.testing.assert_allclose(kept, own, rtol=1e-4, atol=1e-5)


def test_what_was_read_before_changes_no_bit(embedding: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    other = embedding.copy()
    for layer in (embedding, other):
        word_vectors.keep_word_vectors(layer)
    [alone] = _read(other, _SECOND)
    _read(embedding, _FIRST)
    assert np.array_equal(_read(embedding, _SECOND)[0], alone)
    monkeypatch.setattr(word_vectors, "_KEPT", 0)  # all is forgotten before the next text
    assert np.array_equal(_read(embedding, _SECOND)[0], alone)
