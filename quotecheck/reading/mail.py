"""E-mails (EML): press releases, newsletters, answers from a press office."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from quotecheck.model import Interval
from quotecheck.reading.decoding import looks_binary
from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.lines import normalised_newlines, unwrapped
from quotecheck.reading.webpage import read_html

__all__ = ["read"]

_SIGNATURE = re.compile(r"^-- $.*\Z", re.MULTILINE | re.DOTALL)
_SOMEBODY_ELSES = re.compile(r"\s*(?:fwd?|wg|tr|rv|re|aw)\s*:", re.IGNORECASE)


def _flowed(text: str, *, delete_spaces: bool) -> str:
    """Join the soft line breaks of format=flowed (RFC 3676): those after a space."""
    end = "" if delete_spaces else " "
    return re.sub(r"(?<!^--) \n(?=[^\n>])", end, text, flags=re.MULTILINE)


def _plain(part: MIMEPart) -> str:
    text = _SIGNATURE.sub("", normalised_newlines(str(part.get_content())))
    if part.get_param("format") == "flowed":
        return _flowed(text, delete_spaces=part.get_param("delsp") == "yes")
    return unwrapped(text)


def _sent(message: EmailMessage) -> Interval | None:
    """Return the day it was sent; an answer's or a forwarded message's day is not that of what it holds."""
    if _SOMEBODY_ELSES.match(str(message["subject"] or "")):
        return None
    sent = getattr(message["date"], "datetime", None)
    return Interval.day(sent.date()) if sent else None


def read(data: bytes, name: str) -> Document:
    """Read an e-mail: its text, or else its HTML; the subject is the title, the day it was sent the date.

    Raises ReadingError when it is damaged, binary, or has nothing but attachments.
    """
    if looks_binary(data):
        raise ReadingError("{name} is binary, not an e-mail: save its text and open that.", name=name)
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        if body is None:
            raise ReadingError("{name} holds no text: open its attachment on its own.", name=name)
        html = body.get_content_type() == "text/html"
        text = read_html(str(body.get_content())).text if html else _plain(body)
        subject = str(message["subject"] or "").strip()
        sender = parseaddr(str(message["from"] or ""))[0]
        sent = _sent(message)
    except (MessageError, LookupError, ValueError, AttributeError, RecursionError) as error:
        raise ReadingError("{name} is a damaged e-mail: save its text and open that.", name=name) from error
    return Document(text.strip(), title=subject or None, published=sent, publisher=sender or None)
