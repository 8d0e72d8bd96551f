"""The corpus is what it says it is: every label fits its article, and all that it should cover is there."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from quotecheck.model import Kind, SpeakerType
from quotecheck.reading import article_from_bytes

from . import loader

PATHS = sorted(loader.ARTICLES.glob("*.toml"))
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@pytest.fixture(scope="module")
def corpus() -> list[loader.GoldArticle]:
    return loader.load_all()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_label_fits_its_article(path: Path) -> None:
    article = loader.load(path)
    assert article.id == path.stem
    assert 60 <= len(article.text.split()) <= 450
    for quote in article.quotes:
        assert quote.span.of(article.text) == quote.text
        assert quote.text == quote.text.strip()
        assert quote.mention is None or not quote.mention.overlaps(quote.span)
        assert quote.cue is None or not quote.cue.overlaps(quote.span)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_weekday_in_the_evidence_is_the_day_that_was_meant(path: Path) -> None:
    article = loader.load(path)
    for quote in article.quotes:
        if quote.said is None or quote.evidence is None or quote.said.earliest != quote.said.latest:
            continue
        words = quote.evidence.of(article.text)
        named = [number for number, day in enumerate(DAYS) if day in words]
        assert named in ([], [quote.said.earliest.weekday()])
        assert article.published is None or quote.said.latest <= date.fromisoformat(article.published)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_reader_agrees_on_the_text_and_on_its_origin(path: Path) -> None:
    gold = loader.load(path)
    article = article_from_bytes(json.dumps(loader.to_record(gold)).encode(), name="corpus.jsonl")
    assert article.text == gold.text
    assert article.language == "en"
    assert article.translated_from == gold.translated_from


def test_the_corpus_is_large_enough(corpus: list[loader.GoldArticle]) -> None:
    quotes = [quote for article in corpus for quote in article.quotes]
    assert len(corpus) >= 36
    assert sum(quote.kind.is_speech for quote in quotes) >= 150
    assert sum(quote.said is not None for quote in quotes) >= 90
    assert len({article.id for article in corpus}) == len(corpus)
    assert len({article.voice for article in corpus}) >= 14


def test_the_corpus_covers_what_it_should(corpus: list[loader.GoldArticle]) -> None:
    quotes = [quote for article in corpus for quote in article.quotes]
    kinds = Counter(quote.kind for quote in quotes)
    types = Counter(quote.type for quote in quotes if quote.type)
    records = [record for article in corpus for record in loader.to_record(article)["quotes"]]
    mentions = Counter(record["speaker_type"] for record in records)
    turns = Counter((article.id, quote.turn) for article in corpus for quote in article.quotes if quote.turn)
    assert min(kinds[kind] for kind in Kind) >= 12
    assert min(types[kind] for kind in SpeakerType) >= 20
    assert min(mentions[kind] for kind in ("named", "pronoun", "nominal")) >= 40
    assert sum(quote.negated for quote in quotes) >= 4
    assert sum(count > 1 for count in turns.values()) >= 30
    assert {article.basis for article in corpus} >= {"text", "inferred"}
    assert sum(article.warnings for article in corpus) >= 2
    assert sum(article.translated_from is not None for article in corpus) >= 2
    assert any(not article.quotes for article in corpus)


def test_gold_annotations_are_written(tmp_path: Path, corpus: list[loader.GoldArticle]) -> None:
    out = tmp_path / "gold.jsonl"
    assert loader.main([str(out)]) == 0
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == [article.id for article in corpus]
    for record in records:
        for quote in record["quotes"]:
            assert record["text"][quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(
    ("label", "message"),
    [
        ('text = "nowhere"\nkind = "scare"', "not there"),
        ('text = "no"\nkind = "scare"', "which"),
        ('text = "yes"\nkind = "statement"', "turn"),
        ('text = "yes"\nkind = "statement"\nturn = 1\nspeaker = "Ada"', "type"),
        (
            'text = "yes"\nkind = "statement"\nturn = 1\nspeaker = "Ada"\ntype = "person"\nmention = "Bo"',
            "Bo",
        ),
        ('text = "yes"\nkind = "scare"\nspeaker = "Ada"\ntype = "person"', "like it"),
        ('text = "yes"\nkind = "statement"\nturn = 1\nsaid = ["2021-01-02", "2021-01-01"]', "begins"),
        ('text = "yes"\nkind = "statement"\nturn = 1\nsaid = ["2021-01-01", "2021-01-01"]', "evidence"),
        ('text = "yes"\nkind = "scare"\ncolour = "red"', "colour"),
    ],
)
def test_a_label_that_does_not_fit_is_refused(tmp_path: Path, label: str, message: str) -> None:
    path = tmp_path / "a.toml"
    head = 'id = "a"\nvoice = "wire"\ntext = "Ada said “yes”, then “no” and “no”."\n[[quotes]]\n'
    path.write_text(head + label, encoding="utf-8")
    with pytest.raises(loader.CorpusError, match=message):
        loader.load(path)
