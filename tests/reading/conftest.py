"""Files of every format, made on the spot with other means than the readers use where there are any."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

PARAGRAPHS = (
    "Harbour bridge to open in May",
    "The new bridge over the harbour will open in May, the council’s leader, Ada Lind, said on Monday.",
    "“We have waited eleven years for this,” she told reporters at the site.",
    "Opponents of the toll called the plan “a tax on the poor” and promised to go to court.",
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Write = Callable[[str, bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return to_file


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, method)
    return buffer.getvalue()


@pytest.fixture
def docx_bytes() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(PARAGRAPHS[0], style="Title")
    for paragraph in PARAGRAPHS[1:]:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def odt_bytes() -> bytes:
    body = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS[1:])
    namespaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    content = (
        f"<office:document-content {namespaces}><office:body><office:text>"
        "<text:tracked-changes><text:deletion><text:p>Deleted.</text:p></text:deletion></text:tracked-changes>"
        f"<text:h>{PARAGRAPHS[0]}</text:h>{body}"
        '<text:p>Spaced<text:s text:c="2"/>out<text:line-break/>and broken'
        "<text:note><text:note-body><text:p>A footnote.</text:p></text:note-body></text:note>.</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {namespaces}><office:meta><dc:title>{PARAGRAPHS[0]}</dc:title>"
        "</office:meta></office:document-meta>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mimetype, "content.xml": content, "meta.xml": meta})


def epub_parts() -> dict[str, str | bytes]:
    def chapter(paragraphs: tuple[str, ...]) -> str:
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'

    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
        ),
        "OPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The bridge</dc:title>'
            "<dc:language>en-GB</dc:language><dc:date>2024-03-04</dc:date><dc:publisher>Lind</dc:publisher>"
            '</metadata><manifest><item id="b" href="two.xhtml"/><item id="a" href="one%20.xhtml"/>'
            '<item id="n" href="nav.xhtml" properties="nav"/></manifest>'
            '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
        ),
        "OPS/one .xhtml": chapter(PARAGRAPHS[:2]),
        "OPS/two.xhtml": chapter(PARAGRAPHS[2:]),
        "OPS/nav.xhtml": chapter(("Contents",)),
    }


@pytest.fixture
def epub_bytes() -> bytes:
    return zipped(epub_parts())


PDF_SOURCE = """
#set page(width: 300pt, height: 400pt, header: [The Harbour Post], footer: context FOOT)
#set text(size: 11pt, lang: "en", hyphenate: true)
#set par(justify: true)
#heading[TITLE]
BODY
"""


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    import typst

    def compiled(title: str, paragraphs: tuple[str, ...]) -> bytes:
        source = (
            PDF_SOURCE.replace("TITLE", title)
            .replace("FOOT", "[Page #counter(page).display()]")
            .replace("BODY", "\n\n".join(paragraphs))
        )
        return bytes(typst.compile(source.encode()))

    return compiled
