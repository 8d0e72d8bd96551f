"""The words of a batch of texts are those of each text alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.archive.index import wordings
from quotecheck.archive.index.hashing import Hashed
from quotecheck.archive.index.wordings import Wordings
from quotecheck.words import norms

PIECES = [
    "We", "we", "will,", "“never”", "don’t", "well-known", "(applause)", "[laughter", "and", "applause]",
    "(and", "[t]he", "[note", "3]", "5%", "½", "U.S.", "1,000", "—", "", "\n", "\xa0", "re-\nopened", "étude",
    "incomprehensibilities", "Donaudampfschiff", "a\x00b", "a", "eigh-eig", "fifteen-bytes-x",
]  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_the_words_of_many_texts_are_those_of_each(monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> None:
    monkeypatch.setattr(wordings, "_REMEMBERED", 20)
    texts = [text for text in texts if text.encode("utf-8", "ignore").decode() == text]
    for _ in ("met for the first time", "known"):
        lines, hashes, lengths = Wordings.of(texts)
        assert [line.decode() for line in lines] == [" ".join(norms(text)) for text in texts]
        singly, together = Hashed.of([norms(text) for text in texts]), Hashed.of_words(hashes, lengths)
        assert together.hashes.tolist() == singly.hashes.tolist()
        assert together.keys == singly.keys
