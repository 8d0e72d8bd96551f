"""Queries in JSON Lines: read one at a time, and a bad line named."""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import quotecheck
from quotecheck.archive import Archive, NewQuote
from quotecheck.cli import main
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Interval
from quotecheck.queries import Query, queries_in

DAY = Interval.day(date(2021, 5, 3))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.db"
    with Archive.open(path, create=True) as archive:
        archive.add_quote(NewQuote("We have never seen such a flood.", speaker="Ana Ruiz", said=DAY), by="me")
    return path


def _written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_queries_are_looked_up_from_python_as_from_the_command_line(
    tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _written(
        tmp_path / "queries.jsonl",
        '{"id": 7, "text": "We have never seen such a flood", "speaker": "Ana Ruiz", "date": "May 3, 2021"}',
        "",
        '{"text": "We have seen such a flood"}',
    )
    with Archive.open(archive) as opened:
        found = list(quotecheck.look_ups(quotecheck.read_queries(file), opened))
    assert [query for query, _ in found] == [
        Query("We have never seen such a flood", "Ana Ruiz", DAY, 7),
        Query("We have seen such a flood"),
    ]
    assert main(["lookup", str(file), "--archive", str(archive)]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in told] == [7, None]
    assert [answer["verdict"]["wording"] for answer in told] == [verdict.wording for _, verdict in found]


@pytest.mark.parametrize(
    "line",
    [
        '{"text": 5}',
        "[1]",
        "nonsense",
        '{"text": "Yes", "date": "soon-ish"}',
        '{"text": "Yes", "speaker": 5}',
    ],
)
def test_a_bad_line_is_named_before_anything_is_looked_up(
    tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    good = '{"text": "We have never seen such a flood"}'
    file = _written(tmp_path / "queries.jsonl", good, "", line, good)
    out = tmp_path / "answers.jsonl"
    out.write_text("as before")
    assert main(["lookup", str(file), "--archive", str(archive), "--json", str(out)]) == 2
    assert main(["lookup", str(file), "--archive", str(archive)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "queries.jsonl, line 3: " in said.err
    assert out.read_text() == "as before"


def test_a_stream_stops_at_its_first_bad_line() -> None:
    stream = io.BytesIO(b'\xef\xbb\xbf{"text": "Yes"}\n\xff\n')
    queries = queries_in(stream, "standard input")
    assert next(queries).text == "Yes"
    with pytest.raises(QuoteCheckError, match="standard input, line 2: this is not UTF-8"):
        next(queries)


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(QuoteCheckError, match="longer than"):
        list(queries_in(io.BytesIO(b'{"text": "' + b"a" * 5_000_000), "it"))


@pytest.mark.parametrize(("ahead", "read_at_first"), [(1, 1), (3, 3)])
def test_queries_are_read_so_many_at_a_time(archive: Path, ahead: int, read_at_first: int) -> None:
    read: list[Query] = []
    texts = (
        "We have never seen such a flood",
        "We have seen such a flood",
        "Nothing of the kind",
        "Who knows?",
    )

    def queries() -> Iterator[Query]:
        for text in texts:
            read.append(Query(text))
            yield read[-1]

    with Archive.open(archive) as opened:
        alone = [quotecheck.look_up(text, opened) for text in texts]
        answers = quotecheck.look_ups(queries(), opened, ahead=ahead)
        assert next(answers) == (Query(texts[0]), alone[0])
        assert len(read) == read_at_first
        assert [verdict for _, verdict in answers] == alone[1:]


class _Lines(io.RawIOBase):
    """As many lines as wanted, made when they are read."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines

    def readline(self, size: int | None = -1, /) -> bytes:
        return next(self._lines, b"")


def test_many_queries_take_no_more_memory_than_few(archive: Path) -> None:
    def peak(count: int) -> int:
        lines = (b'{"id": %d, "text": "Word%d."}\n' % (n, n % 50) for n in range(count))
        with Archive.open(archive, read_only=True) as opened:
            gc.collect()
            tracemalloc.start()
            done = sum(1 for _ in quotecheck.look_ups(queries_in(_Lines(lines), "it"), opened))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert done == count
        return most

    few = peak(100)
    assert peak(1_000) < few + 100_000
