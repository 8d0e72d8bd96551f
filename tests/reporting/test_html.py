from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest

from quotecheck.reporting import render_html, write_html


def parsed(report):
    return lxml.html.document_fromstring(render_html(report))


@pytest.fixture(scope="module")
def tree(harbour):
    return parsed(harbour)


def test_every_quotation_is_marked_and_named(harbour, tree):
    marks = tree.xpath("//article//mark")
    assert [mark.text_content() for mark in marks] == [finding.quotation.text for finding in harbour.speech]
    assert marks[0].get("class") == "v-reversed"
    assert (
        marks[0].get("title").startswith("Ines Calloway, Mayor, March 4, 2025 (inferred), Reversed: A “not”")
    )


def test_the_differences_are_marked_as_such(tree):
    first = tree.xpath("//section[@id='f1']")[0]
    assert [words.text_content() for words in first.xpath(".//ins")] == ["not", "a single cent"]
    assert [words.text_content() for words in first.xpath(".//del")] == ["no more than a few million"]
    assert "Let me be plain about the money." in first.xpath("string(.//span[@class='outside'])")


def test_links_within_the_page_lead_somewhere(tree):
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert inner
    assert set(inner) <= set(ids)


def test_it_needs_nothing_from_outside_and_runs_nothing(tree):
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick | //@onload | //@src")
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    style = tree.xpath("string(//style)")
    assert "prefers-color-scheme: dark" in style
    assert "url(" not in style


def test_it_can_be_read_aloud(tree):
    assert tree.get("lang") == "en"
    assert tree.xpath("//title/text()") == ["The tunnel that costs nothing"]
    headings = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3")]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert all(link.text_content().strip() for link in tree.xpath("//a"))
    assert tree.xpath("//main")
    assert tree.xpath("//header")


def test_text_is_never_markup(make_one):
    words = "</mark><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    tree = parsed(make_one(f"He said “{words}”", words, title=words, source_url="javascript:alert(3)"))
    assert not tree.xpath("//script | //img")
    assert tree.xpath("//article//mark")[0].text_content() == words
    assert not [href for href in tree.xpath("//a/@href") if not href.startswith(("#", "http"))]


def test_without_archive_and_without_quotations(without_archive, no_quotations):
    tree = parsed(without_archive)
    assert not tree.xpath("//span[@class='verdict']")
    assert len(tree.xpath("//article//mark")) == 7
    assert "No quotations found" in parsed(no_quotations).text_content()


def test_the_file_is_utf_8_even_with_half_a_character(harbour, tmp_path):
    write_html(
        replace(harbour, article=replace(harbour.article, title="half \ud83d")), tmp_path / "report.html"
    )
    assert "half \ufffd" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_whom_to_ask_about_is_named_where_the_speaker_is_not_certain(orphaned):
    nobody, unsure = (parsed(orphaned).xpath(f"string(//section[@id='f{n}'])") for n in (2, 3))
    name = orphaned.findings[0].attribution.speaker.name
    assert name in nobody.split("The article does not say who spoke; quoted nearby: ")[1].split("\n")[0]
    guess = orphaned.findings[2].attribution.speaker.name
    assert f"Not certain who spoke; possible: {guess}, {name}" in unsure
