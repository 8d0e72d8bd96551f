"""Every format gives the words, the paragraphs and what the file says of itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from quotecheck.model import Article, Basis, Interval
from quotecheck.reading import article_from_bytes, article_from_html, read_articles

from .conftest import PARAGRAPHS, Write, zipped

BODY = "\n\n".join(PARAGRAPHS)


def read(path: Path) -> Article:
    (article,) = read_articles(path)
    return article


def test_text(write: Write) -> None:
    article = read(write("bridge.txt", BODY.encode()))
    assert article.text == BODY
    assert (article.id, article.title, article.language) == ("bridge", PARAGRAPHS[0], "en")
    assert article.published is None
    assert article.translated_from is None


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_of_files_are_line_feeds(write: Write, newline: str) -> None:
    assert read(write("a.txt", BODY.replace("\n", newline).encode())).text == BODY


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(write: Write, encoding: str) -> None:
    assert read(write("a.txt", BODY.encode(encoding))).text == BODY


def test_cyrillic_without_a_mark(write: Write) -> None:
    text = (
        "Мост через гавань откроют в мае, сообщил в понедельник глава совета. "
        "«Мы ждали этого одиннадцать лет», — сказала она."
    )
    assert read(write("a.txt", (text * 3).encode("cp1251"))).text == text * 3


def test_hard_wrapped_text_is_unwrapped(write: Write) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(" ".join(PARAGRAPHS[1:]), 64) for _ in range(2))
    article = read(write("a.txt", wrapped.encode()))
    assert article.text == "\n\n".join([" ".join(PARAGRAPHS[1:])] * 2)


def test_lines_of_speech_are_not_joined(write: Write) -> None:
    text = (
        "Q: Why now?\nA: Because we can.\n\nQ: And the money?\nA: It is there.\n\nQ: Thanks.\nA: Not at all."
    )
    assert read(write("a.txt", text.encode())).text == text


def test_docx(write: Write, docx_bytes: bytes) -> None:
    article = read(write("bridge.docx", docx_bytes))
    assert article.text == BODY
    assert article.title == PARAGRAPHS[0]
    assert article.published is None


def test_docx_keeps_insertions_links_and_tables_and_drops_deletions(write: Write, docx_bytes: bytes) -> None:
    import docx
    from docx.oxml import parse_xml

    from .conftest import W

    document = docx.Document(io.BytesIO(docx_bytes))
    paragraph = document.add_paragraph("She said “")
    for run in (
        f'<w:del xmlns:w="{W}"><w:r><w:delText>never</w:delText></w:r></w:del>',
        f'<w:ins xmlns:w="{W}"><w:r><w:t>always</w:t></w:r></w:ins>',
        f'<w:hyperlink xmlns:w="{W}"><w:r><w:t>”, twice</w:t></w:r></w:hyperlink>',
    ):
        paragraph._p.append(parse_xml(run))
    document.add_table(1, 1).cell(0, 0).text = "In a table."
    buffer = io.BytesIO()
    document.save(buffer)
    text = read(write("b.docx", buffer.getvalue())).text
    assert text.endswith("She said “always”, twice\n\nIn a table.")


def test_odt(write: Write, odt_bytes: bytes) -> None:
    article = read(write("bridge.odt", odt_bytes))
    assert article.text == BODY + "\n\nSpaced  out\nand broken."
    assert article.title == PARAGRAPHS[0]


def test_epub(write: Write, epub_bytes: bytes) -> None:
    article = read(write("bridge.epub", epub_bytes))
    assert article.text == BODY
    assert (article.title, article.language, article.publisher) == ("The bridge", "en", "Lind")
    assert article.published is not None
    assert article.published.interval == Interval.day(date(2024, 3, 4))


def test_rtf(write: Write) -> None:
    def escaped(text: str) -> str:
        return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in text)

    body = "\\par\\par ".join(map(escaped, PARAGRAPHS))
    article = read(
        write("bridge.rtf", ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}" + body + "}").encode())
    )
    assert article.text == BODY


def test_pdf_paragraphs_hyphens_and_running_heads(write: Write, make_pdf: Callable[..., bytes]) -> None:
    long = (
        "The regional infrastructure committee unanimously acknowledged the responsibilities regarding "
        "transportation improvements and the well-known circumstances of comprehensive investigations. "
    )
    quote = (
        "“Unquestionably, extraordinary circumstances necessitated comprehensive reconsideration,” she said."
    )
    paragraphs = (long * 4 + quote, *([long * 6 + "It ended."] * 4), quote)
    article = read(write("bridge.pdf", make_pdf("Harbour bridge to open in May", paragraphs)))
    assert article.text.split("\n\n")[0] == "Harbour bridge to open in May"
    words = " ".join(article.text.split())
    for paragraph in paragraphs:
        assert " ".join(paragraph.split()) in words
    assert "Harbour Post" not in words
    assert "Page 1" not in words
    assert "\n\n" + quote in article.text


def test_mail_plain_text(write: Write) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = PARAGRAPHS[0], "Harbour Council <press@harbour.example>"
    message["Date"] = "Mon, 04 Mar 2024 23:30:00 +0100"
    message.set_content("\n\n".join(PARAGRAPHS[1:]) + "\n\n-- \nPress office\n")
    message.add_alternative("<p>Other words</p>", subtype="html")
    article = read(write("bridge.eml", message.as_bytes()))
    assert article.text == "\n\n".join(PARAGRAPHS[1:])
    assert (article.title, article.publisher) == (PARAGRAPHS[0], "Harbour Council")
    assert article.published is not None
    assert article.published.interval == Interval.day(date(2024, 3, 4))
    assert article.published.basis is Basis.METADATA


def test_mail_flowed_and_forwarded(write: Write) -> None:
    raw = (
        b"Subject: Fwd: News\r\nFrom: a@b.example\r\nDate: Mon, 04 Mar 2024 23:30:00 +0100\r\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        b"One line that \r\nflows on.\r\n\r\nTwo.\r\n"
    )
    article = read(write("a.eml", raw))
    assert article.text == "One line that flows on.\n\nTwo."
    assert article.published is None


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>TITLE | The Harbour Post</title>
<meta property="og:title" content="TITLE"><meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2024-03-04T09:30:00+01:00">
<link rel="canonical" href="https://post.example/bridge"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>TITLE</h1>BODY</article><footer>Copyright 2019 The Harbour Post</footer></body></html>"""


def page(body: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:]) + body
    return PAGE.replace("TITLE", PARAGRAPHS[0]).replace("BODY", text)


def test_web_page(write: Write) -> None:
    article = read(write("bridge.html", page().encode()))
    assert article.text == BODY
    assert (article.title, article.publisher) == (PARAGRAPHS[0], "The Harbour Post")
    assert article.source_url == "https://post.example/bridge"
    assert article.published is not None
    assert article.published.interval == Interval.day(date(2024, 3, 4))
    assert article.published.basis is Basis.METADATA


def test_web_page_draws_the_marks_of_q_elements() -> None:
    text = article_from_html(page("<p>He said <q>no <em>and</em></q>, then <q>yes</q>.</p>")).text
    assert text.endswith("He said “no and”, then “yes”.")


def test_web_page_in_a_declared_encoding(write: Write) -> None:
    article = read(write("a.htm", page().replace("utf-8", "windows-1252").encode("cp1252")))
    assert article.text == BODY


def test_web_page_that_is_not_in_the_encoding_it_declares(write: Write) -> None:
    for declared in ("utf-16", "no-such-encoding", "us-ascii"):
        assert read(write("a.htm", page().replace("utf-8", declared).encode())).text == BODY


def test_a_piece_of_html_from_the_clipboard() -> None:
    text = article_from_html("<p>She said “yes”.<br>He said “no”.</p><p>They left.</p>").text
    assert text == "She said “yes”.\nHe said “no”.\n\nThey left."


@pytest.mark.parametrize("name", ["stdin", "wrong.txt", "article.bin", "article"])
def test_content_decides_over_the_name(
    name: str, docx_bytes: bytes, odt_bytes: bytes, epub_bytes: bytes
) -> None:
    for data in (docx_bytes, odt_bytes, epub_bytes, page().encode()):
        assert PARAGRAPHS[2] in article_from_bytes(data, name=name).text


def test_a_zip_without_a_document_is_refused(write: Write) -> None:
    from quotecheck.reading import ReadingError

    with pytest.raises(ReadingError, match="another kind"):
        read(write("a.zip", zipped({"a.txt": "hello"})))
