"""What cannot be read is refused with one sentence that names it."""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.errors import QuoteCheckError
from quotecheck.reading import ReadingError, article_from_bytes, article_from_html, packages, read_articles

from .conftest import Write, epub_parts, zipped


def refused(path: Path | str) -> str:
    with pytest.raises(ReadingError) as caught:
        list(read_articles(path))
    message = str(caught.value)
    assert Path(path).name in message
    assert "\n" not in message
    assert message.endswith(".")
    return message


def test_reading_errors_are_the_users() -> None:
    assert issubclass(ReadingError, QuoteCheckError)


def test_missing_and_folder(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "none.txt")
    assert "folder" in refused(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_permission(write: Write) -> None:
    path = write("a.txt", b"text")
    path.chmod(0)
    assert "permissions" in refused(path)


def test_a_missing_file_is_told_before_the_first_article(tmp_path: Path) -> None:
    with pytest.raises(ReadingError):
        read_articles(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.docx", "a.pdf", "a.eml", "a.rtf", "a.odt", "a.epub", "a.jsonl", "a"]
)
def test_empty(write: Write, name: str) -> None:
    assert "empty" in refused(write(name, b""))
    assert "empty" in refused(write(name, b" \n\n"))


def test_no_text(write: Write) -> None:
    assert "no text" in refused(write("a.html", b"<html><body><img src=x></body></html>"))
    assert "no text" in refused(write("a.rtf", b"{\\rtf1 }"))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.png"])
def test_binary(write: Write, name: str) -> None:
    assert "not a text" in refused(write(name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))))


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.rtf", "a.odt", "a.epub"])
def test_other_content_than_the_name_says(write: Write, name: str) -> None:
    assert "damaged" in refused(write(name, b"\x01\x02 this is something else"))


@pytest.mark.parametrize(
    "data",
    [
        "“Damaged” – but UTF-8 – “for sure”".encode() + b"\xe2\x80 and on",
        b"\xff\xfe\x00\xd8\x00",
        bytes(range(128, 256)) * 3,
    ],
)
def test_unreadable_encodings(write: Write, data: bytes) -> None:
    assert "unreadable encoding" in refused(write("a.txt", data))


@pytest.mark.parametrize("fixture", ["docx_bytes", "odt_bytes", "epub_bytes"])
def test_truncated_packages(write: Write, fixture: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(fixture)
    assert "damaged" in refused(write("a." + fixture.partition("_")[0], data[: len(data) // 2]))


def test_zip_bomb(write: Write, odt_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_UNPACKED_BYTES", 1000)
    bomb = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b" " * 5000})
    assert "unpacks to more" in refused(write("a.odt", bomb))


def test_entities_are_not_expanded(write: Write) -> None:
    content = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        '<x xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:p>&b;</t:p></x>'
    )
    odt = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    assert "no text" in refused(write("a.odt", odt))


def test_locked_packages(write: Write) -> None:
    manifest = "<m><encryption-data/></m>"
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": manifest}
    assert "encrypted" in refused(write("a.odt", zipped({**odt, "content.xml": b"\x01"})))
    lock = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
        '<e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e:EncryptedData></encryption>'
    )
    assert "encrypted" in refused(write("a.epub", zipped({**epub_parts(), "META-INF/encryption.xml": lock})))
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "encrypted" in refused(write("a.docx", ole))


def test_locked_scanned_and_damaged_pdf(write: Write, tmp_path: Path, make_pdf: Callable[..., bytes]) -> None:
    import pikepdf

    plain = write("plain.pdf", make_pdf("A title", ("Some words.",)))
    with pikepdf.open(plain) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "encrypted" in refused(tmp_path / "locked.pdf")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "scan.pdf")
    assert "OCR" in refused(tmp_path / "scan.pdf")
    assert "damaged" in refused(write("cut.pdf", plain.read_bytes()[:400]))


def test_too_long(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotecheck.reading import articles, jsonl

    monkeypatch.setattr(articles, "MAX_TEXT", 10)
    assert "longer" in refused(write("a.txt", b"more than ten characters"))
    monkeypatch.setattr(articles, "MAX_FILE_BYTES", 5)
    assert "larger" in refused(write("a.txt", b"more than ten characters"))
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 5)
    assert "line 1: it is longer" in refused(write("a.jsonl", b'{"text": "hello"}'))


def test_deeply_nested_html_is_read_or_refused() -> None:
    with pytest.raises(ReadingError):
        article_from_html("<div>" * 50_000 + "x")


@settings(deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([".txt", ".html", ".docx", ".pdf", ".eml", ".rtf", ".odt", ".epub", ".jsonl", ""]),
)
def test_any_bytes_are_read_or_refused(data: bytes, extension: str) -> None:
    try:
        article = article_from_bytes(data, name="a" + extension)
    except ReadingError:
        return
    assert article.text.strip()


@pytest.mark.parametrize(
    "start",
    [b"%PDF-1.7\n", b"{\\rtf1\\ansi ", b"<!doctype html><p>", b"From: a\r\nSubject: b\r\nDate: c\r\n\r\n"],
)
@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_after_a_formats_beginning(start: bytes, data: bytes) -> None:
    try:
        article = article_from_bytes(start + data, name="a")
    except ReadingError:
        return
    assert article.text.strip()


@pytest.mark.parametrize("fixture", ["docx_bytes", "odt_bytes", "epub_bytes"])
def test_a_package_with_one_damaged_byte_is_read_or_refused(
    write: Write, fixture: str, request: pytest.FixtureRequest
) -> None:
    data = bytearray(request.getfixturevalue(fixture))
    for at in range(0, len(data), 257):
        damaged = data.copy()
        damaged[at] ^= 0xFF
        try:
            article = article_from_bytes(bytes(damaged), name="a")
        except ReadingError:
            continue
        assert article.text.strip()


def test_code_points_that_there_are_none_of(write: Write) -> None:
    assert "damaged" in refused(write("a.rtf", rb"{\rtf1 one \u99999999999999? two}"))


def test_messages_in_messages_without_end(write: Write) -> None:
    assert "damaged" in refused(write("a.eml", b"Content-Type: message/rfc822\n\n" * 3000))


def test_a_binary_e_mail(write: Write) -> None:
    assert "binary" in refused(write("a.eml", bytes(range(256)) * 20))


def test_a_zip_that_understates_what_it_unpacks_to() -> None:
    import tracemalloc

    size = 40_000_001
    data = zipped({"word/document.xml": b"x" * size})
    honest, lying = struct.pack("<I", size), struct.pack("<I", 1000)
    assert data.count(honest) == 2
    package = packages.Package(data.replace(honest, lying), "bomb.docx")
    tracemalloc.start()
    try:
        with pytest.raises(ReadingError, match="damaged"):
            package.part("word/document.xml")
        assert tracemalloc.get_traced_memory()[1] < size / 4
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("line", [b'{"id": true, "text": "a"}', b'{"id": [], "text": "a"}'])
def test_ids_that_are_none(write: Write, line: bytes) -> None:
    assert "id" in refused(write("a.jsonl", line))


def test_a_number_of_thousands_of_digits_is_told_in_our_words(write: Write) -> None:
    message = refused(write("a.jsonl", b'{"text": "a", "id": ' + b"9" * 5000 + b"}"))
    assert "digits" in message
    assert "sys." not in message


def test_a_fraction_is_a_number_too(write: Write) -> None:
    (article,) = read_articles(write("a.jsonl", b'{"id": 1.5, "text": "a"}'))
    assert article.id == "1.5"


def test_a_file_in_a_folder_that_may_not_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", forbidden)
    monkeypatch.setattr(Path, "stat", forbidden)
    assert "may not be read" in refused(tmp_path / "a.txt")
