"""Whatever is printed and whatever is archived, there is a verdict, and its spans lie inside the texts."""

from __future__ import annotations

import string
from itertools import pairwise

from builders import archived, article, finding
from fake_store import FakeStore
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.checking import check_quotation
from quotecheck.model import ArchivedQuote, Verdict, Wording
from quotecheck.words import norms, words

ODD = [
    "…",
    "...",
    "[…]",
    "[",
    "]",
    "“",
    "”",
    "’",
    "--",
    "—",
    "\n",
    "\u00ad",
    "%",
    "$",
    "1,000",
    "½",
    "n't",
    "don't",
    "U.S.",
    "&",
    "\u0301",
    "²",
    "ﬁ",
]
PLAIN = [
    "we",
    "will",
    "not",
    "rebuild",
    "the",
    "old",
    "bridge",
    "before",
    "winter",
    "and",
    "never",
    "may",
    "five",
    "million",
    "dollars",
    "Berlin",
    "Paris",
    "in",
    "May",
]
anything = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=string.ascii_letters + " .,'’[]…-$%0123456789", max_size=120),
    st.lists(st.sampled_from([*ODD, *PLAIN]), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*ODD, *PLAIN]), max_size=25).map("".join),
)


def assert_sound(verdict: Verdict, printed: str) -> None:
    for match in (verdict.match, *verdict.candidates):
        if match is None:
            continue
        assert 0 <= match.score <= 1
        assert 0 <= match.window.start <= match.window.end <= len(match.quote.text)
        for difference in match.differences:
            assert difference.article_span.of(printed) == difference.article
            assert difference.archive_span.of(match.quote.text) == difference.archive
            assert match.window.contains(difference.archive_span)


class AllOfIt(FakeStore):
    """An archive that offers everything it has, whatever it is asked."""

    def candidates(self, text: str, *, limit: int = 50, **_narrowing: object) -> list[ArchivedQuote]:
        return self.quotes[:limit]


@settings(max_examples=400, deadline=None)
@given(anything, st.lists(anything, max_size=4))
def test_there_is_a_verdict_on_anything(printed: str, originals: list[str]) -> None:
    store = AllOfIt([archived(text, uid=str(n)) for n, text in enumerate(originals)])
    verdict = check_quotation(finding(printed), article(), store)
    assert verdict.summary
    assert_sound(verdict, printed)


@settings(max_examples=200, deadline=None)
@given(anything)
def test_what_is_archived_is_found_word_for_word(text: str) -> None:
    verdict = check_quotation(finding(text), article(), AllOfIt([archived(text)]))
    assert verdict.wording in (Wording.VERBATIM, Wording.UNCHECKABLE)


@settings(max_examples=300, deadline=None)
@given(anything)
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = words(text)
    assert [word.norm for word in found] == norms(text)
    assert all(word.norm for word in found)
    assert all(0 <= word.span.start < word.span.end <= len(text) for word in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
