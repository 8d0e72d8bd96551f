"""Turning the typesetter's links on quotations into real highlight annotations."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, String

from quotecheck.reporting.palette import COLORS, Underline, VerdictStyle

__all__ = ["Highlight", "Quad", "add_highlights"]

LINK = "quotecheck:q"
"""What the links on quotations point to, followed by the quotation's number."""

_TOP, _BOTTOM = 0.045, 0.16
"""How much of a line's height the highlight leaves free above and below, so that two lines do not touch."""


_DASHES = {
    Underline.DASHED: "[3 1.6] 0",
    Underline.DOTTED: "[0.9 1.5] 0",
    Underline.THIN_DOTTED: "[0.7 1.8] 0",
}


class Highlight(NamedTuple):
    """What one quotation's annotation says and how it looks."""

    style: VerdictStyle
    contents: str


class Quad(NamedTuple):
    """An upright box on the page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (round(int(color[i : i + 2], 16) / 255, 4) for i in (1, 3, 5))
    return red, green, blue


def _numbers(values: Sequence[float]) -> str:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)


def _quads(link: Any) -> list[Quad]:
    """Return the boxes of a link, a line each: its quadrilaterals, or its rectangle where it has none."""
    points = [float(value) for value in link.get(Name.QuadPoints, ())]
    boxes = [points[i : i + 8] for i in range(0, len(points), 8)]
    if not boxes:
        left, bottom, right, top = (float(value) for value in link.Rect)
        boxes = [[left, bottom, right, bottom, right, top, left, top]]
    quads = []
    for box in boxes:
        low, high = min(box[1::2]), max(box[1::2])
        height = high - low
        quads.append(Quad(min(box[::2]), low + _BOTTOM * height, max(box[::2]), high - _TOP * height))
    # Blanks at a line's end leave slivers; a lone combining mark is nothing but one.
    return [quad for quad in quads if quad.right - quad.left > 0.5] or quads


def _line(style: VerdictStyle, quad: Quad) -> Iterator[str]:
    """Draw the verdict's underline along the foot of a box."""
    y = quad.bottom - 0.2
    thin = style.underline in (Underline.THIN, Underline.THIN_DOTTED)
    dashes = _DASHES.get(style.underline, "[] 0")
    yield f"{_numbers(_rgb(style.ink.light))} RG {0.5 if thin else 0.8} w {dashes} d"
    yield f"{_numbers((quad.left, y))} m {_numbers((quad.right, y))} l S"
    if style.underline is Underline.DOUBLE:
        yield f"{_numbers((quad.left, y - 1.5))} m {_numbers((quad.right, y - 1.5))} l S"


def _drawing(style: VerdictStyle, quads: Sequence[Quad]) -> bytes:
    lines = ["/Multiply gs"]
    for quad in quads:
        if style.fill is not None:
            lines.append(f"{_numbers(_rgb(style.fill.light))} rg")
            lines.append(
                f"{_numbers((quad.left, quad.bottom, quad.right - quad.left, quad.top - quad.bottom))} re f"
            )
        lines.extend(_line(style, quad))
    return "\n".join(lines).encode("ascii")


def _appearance(pdf: pikepdf.Pdf, state: Any, style: VerdictStyle, quads: Sequence[Quad], box: Quad) -> Any:
    form = pdf.make_stream(_drawing(style, quads))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([round(value, 3) for value in box])
    form.Group = Dictionary(S=Name.Transparency, I=False, K=False)
    form.Resources = Dictionary(ExtGState=Dictionary(Multiply=state))
    return form


def _around(quads: Sequence[Quad]) -> Quad:
    """Return the box around all boxes, with room for the underline."""
    return Quad(
        min(quad.left for quad in quads),
        min(quad.bottom for quad in quads) - 2.6,
        max(quad.right for quad in quads),
        max(quad.top for quad in quads),
    )


def _pdf_date(moment: datetime) -> str:
    text = moment.strftime("D:%Y%m%d%H%M%S")
    zone = moment.strftime("%z")
    return f"{text}{zone[:3]}'{zone[3:5]}'" if zone and zone.strip("+-0") else f"{text}Z"


def _fill_in(link: Any, highlight: Highlight, quads: Sequence[Quad], box: Quad) -> None:
    color = highlight.style.fill or COLORS["line"]
    for key in (Name.A, Name.Border, Name.H, Name.Dest):
        if key in link:
            del link[key]
    link.Subtype = Name.Highlight
    link.F = 4
    link.C = Array(list(_rgb(color.light)))
    link.Rect = Array([round(value, 3) for value in box])
    # Readers go by Acrobat's order, upper line first, not by the one that the standard draws.
    link.QuadPoints = Array(
        [
            round(value, 3)
            for q in quads
            for value in (q.left, q.top, q.right, q.top, q.left, q.bottom, q.right, q.bottom)
        ]
    )
    link.Contents = String(highlight.contents)
    link.Subj = String(highlight.style.label)


def _quotation_of(annotation: Any) -> int | None:
    """Return the number of the quotation that a link stands for; None for any other annotation."""
    action = annotation.get(Name.A)
    uri = str(action.get(Name.URI, "")) if action is not None else ""
    return int(uri.removeprefix(LINK)) if uri.startswith(LINK) else None


def add_highlights(
    document: bytes, highlights: Mapping[int, Highlight], *, author: str, created: datetime
) -> bytes:
    """Return the PDF with a highlight for every link to ``quotecheck:qN``, N being a key of ``highlights``.

    A quotation that runs over a page has one annotation on each. Their places in the structure tree stay,
    as annotations instead of links, so a conforming PDF/UA-1 document stays one. Same input, same bytes.
    """
    with pikepdf.open(io.BytesIO(document)) as pdf:
        state = pdf.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Multiply, CA=1, ca=1, AIS=False))
        structure = (
            NumberTree(pdf.Root.StructTreeRoot.ParentTree) if Name.StructTreeRoot in pdf.Root else None
        )
        parts: Counter[int] = Counter()
        for page in pdf.pages:
            for annotation in page.get(Name.Annots, ()):
                number = _quotation_of(annotation)
                if number is None:
                    continue
                highlight, quads = highlights[number], _quads(annotation)
                box = _around(quads)
                parts[number] += 1
                _fill_in(annotation, highlight, quads, box)
                part = f"-{parts[number]}" if parts[number] > 1 else ""
                annotation.NM = String(f"quotecheck-q{number}{part}")
                annotation.T = String(author)
                annotation.M = annotation.CreationDate = String(_pdf_date(created))
                annotation.AP = Dictionary(N=_appearance(pdf, state, highlight.style, quads, box))
                if structure is not None and Name.StructParent in annotation:
                    structure[int(annotation.StructParent)].S = Name.Annot
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()
