"""The findings for the web: ClaimReview as search engines require it, annotations as the W3C defines them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from quotecheck.cli import main
from quotecheck.model import Wording
from quotecheck.reporting import Review, annotation_page, claim_reviews, write_claimreview

REVIEW = Review("City desk", "https://desk.example/checks/1", date(2026, 11, 25))


def test_every_rated_quotation_has_what_claimreview_requires(harbour: Any) -> None:
    told = claim_reviews(harbour, REVIEW)
    rated = [one for one in harbour.findings if one.verdict and one.verdict.wording in set(Wording) - UNRATED]
    assert told["@context"] == "https://schema.org"
    assert 0 < len(told["@graph"]) <= len(rated)
    for one in told["@graph"]:
        rating, item = one["reviewRating"], one["itemReviewed"]
        assert one["@type"] == "ClaimReview"
        assert one["claimReviewed"]
        assert one["url"].startswith("https://desk.example/checks/1#quote-")
        assert one["author"] == {"@type": "Organization", "name": "City desk"}
        assert date.fromisoformat(one["datePublished"])
        assert rating["@type"] == "Rating"
        assert 1 == rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"] == 5
        assert rating["alternateName"]
        assert item["@type"] == "Claim"
        assert "author" not in item or item["author"]["name"]


UNRATED = {Wording.PARAPHRASE, Wording.NOT_FOUND, Wording.UNCHECKABLE}


def test_no_text_can_end_the_element_that_it_is_pasted_into(harbour: Any, tmp_path: Path) -> None:
    write_claimreview(harbour, tmp_path / "c.json", review=Review("</script><b>"))
    written = (tmp_path / "c.json").read_text(encoding="utf-8")
    assert "<" not in written
    assert json.loads(written)["@graph"][0]["author"]["name"] == "</script><b>"


def test_annotations_select_the_quotation_by_its_words_and_its_place(harbour: Any) -> None:
    page = annotation_page(harbour)
    text = harbour.article.text
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len({one["id"] for one in page["items"]} | {page["id"]}) == len(page["items"]) + 1
    assert len(page["items"]) == sum(one.verdict is not None for one in harbour.findings)
    for one in page["items"]:
        quote, place = one["target"]["selector"]
        assert one["type"] == "Annotation"
        assert one["motivation"] == "assessing"
        assert one["target"]["source"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text.startswith(
            quote["prefix"] + quote["exact"] + quote["suffix"], place["start"] - len(quote["prefix"])
        )
        assert all(body["type"] in ("TextualBody", "SpecificResource") for body in one["body"])
    assert page == annotation_page(harbour)


def test_the_command_writes_both(tmp_path: Path, capsys: Any) -> None:
    article = tmp_path / "article.txt"
    article.write_text("“We will rebuild the bridge this year,” Mayor Lee Park said on May 3, 2021.\n")
    archive = tmp_path / "mine.db"
    (tmp_path / "quotes.jsonl").write_text(
        '{"text": "We will rebuild the bridge this year.", "speaker": "Lee Park", "date": "2021-05-03"}\n'
    )
    assert main(["archive", "import", str(tmp_path / "quotes.jsonl"), "--archive", str(archive)]) == 0
    out = ["--claimreview", str(tmp_path / "c.json"), "--annotations", str(tmp_path / "a.json")]
    main(["check", str(article), "--archive", str(archive), *out, "--reviewer", "City desk", "--quiet"])
    (one,) = json.loads((tmp_path / "c.json").read_text())["@graph"]
    assert (one["url"], one["author"]["name"], one["reviewRating"]["ratingValue"]) == (
        "#quote-1",
        "City desk",
        5,
    )
    assert one["itemReviewed"]["author"]["name"] == "Lee Park"
    assert len(json.loads((tmp_path / "a.json").read_text())["items"]) == 1
