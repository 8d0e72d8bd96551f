"""The shingle index finds every live quote by its own words, whatever has happened before."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.archive.index import indexing, merging, pending, ranking
from quotecheck.words import norms, words

VOCABULARY = ["we", "will", "not", "the", "dam", "river", "never", "again", "build", "on", "of", "it"]
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(" ".join)


@given(st.text() | st.text("aB.’'[]()-\n­ \t1,:%½ſé\u0301&;\u2010\xa0\x85\x1c"))
def test_norms_are_the_words_without_their_places(text: str) -> None:
    assert norms(text) == [word.norm for word in words(text)]


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make packing, merging and burying happen after a few quotes already."""
    monkeypatch.setattr(indexing, "_FRESH", 3)
    monkeypatch.setattr(pending, "_IN_MEMORY", 60)
    monkeypatch.setattr(merging, "_FREQUENT", 5)
    # What a search may leave unread depends on how the postings are laid out: read everything.
    monkeypatch.setattr(ranking, "_TRIED", 1_000)
    monkeypatch.setattr(ranking, "_STANDS_OUT", 2.0)
    monkeypatch.setattr(merging, "_BLOCK", 4)


def contents(archive: Archive, texts: list[str]) -> list[set[str]]:
    return [{quote.uid for quote in archive.candidates(text, limit=500)} for text in texts]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 3), SENTENCES),
        st.tuples(st.just("update"), st.integers(0, 50), SENTENCES),
        st.tuples(st.just("delete"), st.integers(0, 50), st.just("")),
        st.tuples(st.just("reopen"), st.just(0), st.just("")),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_every_live_quote_is_found_after_any_history(
    small_segments: None, steps: list[tuple[str, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        archive = Archive.open(path, create=True)
        live: dict[str, str] = {}
        for what, number, text in steps:
            chosen = sorted(live)[number % len(live)] if live else None
            if what == "add":
                uid = archive.add_quote(NewQuote(text, speaker=f"Speaker {number}"), by="me")
                live.setdefault(uid, text)
            elif what == "update" and chosen:
                archive.update_quote(chosen, by="me", text=text)
                live[chosen] = text
            elif what == "delete" and chosen:
                archive.delete_quote(chosen, by="me")
                del live[chosen]
            elif what == "reopen":
                archive.close()
                archive = Archive.open(path)
        with archive:
            texts = list(live.values())
            found = contents(archive, texts)
            for uid, uids in zip(live, found, strict=True):
                assert uid in uids
                assert uids <= live.keys()
            assert archive.verify_integrity() == []
            archive.rebuild_index()
            assert contents(archive, texts) == found


def test_a_large_import_and_many_changes_agree_with_a_rebuilt_index(
    archive: Archive, small_segments: None, rows_file
) -> None:
    chance = random.Random(7)
    rows = [
        {
            "id": i,
            "text": " ".join(chance.choices(VOCABULARY, k=chance.randint(1, 12))) + f" {i}",
            "speaker": "A",
        }
        for i in range(400)
    ]
    archive.import_quotes(rows_file(*rows), by="me")
    uids = [archive.candidates(row["text"], limit=1)[0].uid for row in rows]
    for i in range(0, 400, 7):
        archive.update_quote(uids[i], by="me", text=f"changed into {i} other words")
    for i in range(3, 400, 7):
        archive.delete_quote(uids[i], by="me")
    probes = [row["text"] for row in rows] + ["changed into 7 other words", "we will not", "dam"]
    before = [[quote.uid for quote in archive.candidates(text)] for text in probes]
    archive.rebuild_index()
    assert [[quote.uid for quote in archive.candidates(text)] for text in probes] == before


def test_rare_runs_weigh_more_than_common_ones(archive: Archive) -> None:
    for i in range(30):
        archive.add_quote(NewQuote(f"I think that the {i} is fine"), by="me")
    rare = archive.add_quote(NewQuote("Purple elephants sing at dawn"), by="me")
    found = archive.candidates("I think that the purple elephants sing")
    assert found[0].uid == rare


def test_a_fragment_is_found_and_the_shortest_quote_that_has_it_comes_first(archive: Archive) -> None:
    archive.add_quote(
        NewQuote("He said to us all that caught in the middle we are, as ever, in this valley"), by="me"
    )
    short = archive.add_quote(NewQuote("We were caught in the middle."), by="me")
    archive.add_quote(NewQuote("Nothing of the kind."), by="me")
    found = archive.candidates("“Caught in the Middle”")
    assert found[0].uid == short
    assert len(found) == 2


def test_short_quotes_are_found_by_longer_texts_and_short_texts_in_longer_quotes(archive: Archive) -> None:
    two = archive.add_quote(NewQuote("remains committed"), by="me")
    one = archive.add_quote(NewQuote("Never!"), by="me")
    long = archive.add_quote(NewQuote("The company remains committed to the plan."), by="me")
    assert archive.candidates("Remains committed")[0].uid == two
    assert {quote.uid for quote in archive.candidates("remains committed")} == {two, long}
    assert two in {quote.uid for quote in archive.candidates("It remains committed, for now, to us")}
    assert [quote.uid for quote in archive.candidates("never")] == [one]
    assert [quote.uid for quote in archive.candidates("plan")] == [long]
    assert archive.candidates("…") == []
    assert archive.candidates("") == []


def test_many_quotes_of_common_words_only(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, rows_file
) -> None:
    monkeypatch.setattr(ranking, "_FOR_FEW", (20, 10_000))
    monkeypatch.setattr(ranking, "_POOL", 10)
    rows = [{"text": f"I think that the answer is in the record, number {i}"} for i in range(200)]
    wanted = {"text": "I think that the answer is in the record"}
    archive.import_quotes(rows_file(*rows, wanted), by="me")
    assert archive.candidates("I think that the answer is in the record", limit=3)[0].text == wanted["text"]
    found = archive.candidates("answer is in the record, number 77", limit=3)
    assert rows[77]["text"] in {quote.text for quote in found}


def test_limit(archive: Archive) -> None:
    for i in range(9):
        archive.add_quote(NewQuote(f"We will never build it, {i}"), by="me")
    assert len(archive.candidates("We will never build it", limit=4)) == 4


def test_fresh_quotes_are_seen_by_other_open_archives(path: Path, archive: Archive) -> None:
    with Archive.open(path) as other:
        assert other.candidates("the dam will hold") == []
        archive.add_quote(NewQuote("The dam will hold."), by="me")
        assert len(other.candidates("the dam will hold")) == 1


def test_the_index_is_renewed_when_words_are_told_otherwise(path: Path, archive: Archive) -> None:
    uid = archive.add_quote(NewQuote("The dam will hold."), by="me")
    connection = archive._connection
    connection.execute("UPDATE meta SET value = 'words 0' WHERE key = 'index'")
    archive._take_in_all()
    connection.execute("DELETE FROM index_fresh")
    assert archive.candidates("the dam will hold") == []
    archive.close()
    with pytest.raises(Exception, match="read-only"):
        Archive.open(path, read_only=True)
    with Archive.open(path) as renewed:
        assert [quote.uid for quote in renewed.candidates("the dam will hold")] == [uid]


def transcript(sentences: int = 80) -> str:
    chance = random.Random(3)
    words = [
        first + middle + last
        for first in ("ba", "ke", "mor", "ti", "sun")
        for middle in ("la", "ri", "no")
        for last in ("d", "ting", "ver", "s")
    ]
    made = (" ".join(chance.choices(words, k=chance.randint(4, 30))) for _ in range(sentences))
    return " ".join(f"{sentence.capitalize()}." for sentence in made)


TRANSCRIPT = transcript()


def test_every_sentence_of_a_source_is_found_with_what_is_around_it(archive: Archive) -> None:
    uid = archive.add_source(
        NewSource(
            title="Inspection report", url="https://example.org/report", speaker="Paul Okoro", text=TRANSCRIPT
        ),
        by="me",
    )
    for sentence in TRANSCRIPT.split(". "):
        passage = archive.candidates(sentence)[0]
        assert sentence in passage.text
        source, _, place = passage.uid.partition(":")
        start, end = map(int, place.split("-"))
        assert source == uid
        assert TRANSCRIPT[start:end] == passage.text
        assert passage.before == "" or passage.before in TRANSCRIPT[:start]
        assert passage.after == "" or passage.after in TRANSCRIPT[end:]
        assert passage.before or passage.after
        assert passage.speaker == "Paul Okoro"


def test_a_long_quotation_is_found_in_one_passage(archive: Archive) -> None:
    archive.add_source(NewSource(title="Report", text=TRANSCRIPT), by="me")
    long = TRANSCRIPT[1000:1700]
    assert long in archive.candidates(long)[0].text


def test_an_archived_quote_stands_for_its_place_in_the_source(archive: Archive) -> None:
    sentence = TRANSCRIPT.split(". ")[20] + "."
    quote = archive.add_quote(NewQuote(sentence, source_url="https://example.org/report"), by="me")
    archive.add_source(NewSource(url="https://example.org/report", text=TRANSCRIPT), by="me")
    found = archive.candidates(sentence)
    assert found[0].uid == quote
    assert len(found[0].before) > 200
    assert f"{found[0].before}{sentence} {found[0].after.lstrip()}" in TRANSCRIPT
    assert not any(sentence in other.text for other in found[1:])


def test_a_replaced_text_is_no_longer_found(archive: Archive) -> None:
    archive.add_source(NewSource(title="Report", text="The harbour was sound in every respect."), by="me")
    archive.add_source(NewSource(title="Report", text="The market was closed for the whole week."), by="you")
    assert archive.candidates("the harbour was sound") == []
    assert archive.candidates("the market was closed")


@pytest.fixture
def many(archive: Archive, rows_file) -> list[str]:
    """Sentences of all lengths, with words and runs of words as uneven as people's are."""
    chance = random.Random(11)
    roots = [
        first + last for first in ("ba", "ke", "mor", "ti", "sun", "wel") for last in ("lad", "rim", "nos")
    ]
    phrases = [chance.choices(roots, k=5) for _ in range(6)]
    texts = []
    for i in range(1500):
        made = [f"{chance.choice(roots)}{chance.randint(0, 60)}" for _ in range(chance.randint(4, 30))]
        at = chance.randint(0, len(made))
        texts.append(" ".join([*made[:at], *chance.choice(phrases), *made[at:], f"x{i}"]))
    archive.import_quotes(rows_file(*({"text": text} for text in texts)), by="me")
    return texts


def test_a_quote_to_the_letter_comes_first(archive: Archive, many: list[str]) -> None:
    for text in many[::9]:
        assert archive.candidates(text)[0].text == text


def test_edited_quotes_are_among_the_candidates(archive: Archive, many: list[str]) -> None:
    chance = random.Random(13)
    for text in many[::9]:
        words = text.split()
        for at in chance.sample(range(len(words)), len(words) // 4):
            words[at] = chance.choice(["", "the", f"{words[at]} and", "balad7"])
        assert text in {quote.text for quote in archive.candidates(" ".join(words))}


def test_small_quotes_are_found_though_no_run_of_three_words_is_left(archive: Archive) -> None:
    quote = archive.add_quote(NewQuote("We will never leave you."), by="me")
    archive.add_quote(NewQuote("They may go away soon."), by="me")
    assert [found.uid for found in archive.candidates("We will always leave you")] == [quote]


def test_five_words_of_a_long_quote_are_found_though_the_middle_one_is_another(
    archive: Archive, many: list[str]
) -> None:
    for text in [text for text in many if len(text.split()) > 12][::5]:
        first, second, _, fourth, fifth, *_ = text.split()[4:]
        if sum(f"{first} {second}" in other for other in many) == 1:
            printed = f"{first} {second} altogether {fourth} {fifth}"
            assert text in {quote.text for quote in archive.candidates(printed)}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SENTENCES, max_size=12), st.lists(SENTENCES, max_size=8))
def test_texts_looked_for_at_once_are_found_as_one_by_one(
    small_segments: None, quotes: list[str], texts: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        with Archive.open(path, create=True) as archive:
            for text in quotes:
                archive.add_quote(NewQuote(text), by="me")
            singly = [archive.candidates(text) for text in texts]
        with Archive.open(path) as archive:
            archive.expect([*texts, ""])
            assert [archive.candidates(text) for text in texts] == singly


def test_what_is_not_worth_having_is_left_out(archive: Archive) -> None:
    for text in ("The dam will hold for years", "The dam will hold until spring"):
        archive.add_quote(NewQuote(text, speaker="Ana Ruiz"), by="me")
    found = archive.candidates("the dam will hold", worth=lambda text: "spring" in text)
    assert [quote.text for quote in found] == ["The dam will hold until spring"]
    (speaker,) = archive.find_speakers("Ana Ruiz")
    assert archive.by_speaker([speaker.id], worth=lambda text: "years" in text)[0].text.endswith("years")
