"""The contracts of the command line: outputs, exit codes, and one clear sentence when something is wrong."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quotecheck.cli import main

PLAIN = "“We have never seen such a flood,” said Mayor Ana Ruiz on May 3, 2021.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text(PLAIN, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.db"
    quotes = tmp_path / "quotes.csv"
    quotes.write_text(
        "text,speaker,date,id\n"
        '"We have never seen such a flood, and we will rebuild.",Ana Ruiz,2021-05-03,r1\n'
        '"The dam holds more water than ever before in its history.",Paul Okoro,2020-01-09,o1\n',
        encoding="utf-8",
    )
    assert main(["archive", "import", str(quotes), "--archive", str(path)]) == 0
    return path


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.splitlines()
    assert len(lines) == 1, captured.err
    assert "Traceback" not in lines[0]
    return lines[0]


def test_json_on_standard_output_is_the_only_output(
    article: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    code = main(["check", str(article), "--archive", str(archive), "--json", "-"])
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert captured.err == ""
    assert report["schema"] == "quotecheck.report/1"
    assert report["quotations"][0]["verdict"]["match"]["external_id"] == "r1"
    assert code == 0


def test_exit_code_1_when_something_needs_attention(tmp_path: Path, archive: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(
        "“We have often seen such a flood,” said Mayor Ana Ruiz on May 3, 2021.\n", encoding="utf-8"
    )
    assert main(["check", str(wrong), "--archive", str(archive), "--quiet"]) == 1


def test_no_archive_makes_no_verdict(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(article), "--archive", "none", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["quotations"][0]["verdict"] is None


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAIN.encode())))
    assert main(["check", "-", "--archive", "none", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["quotations"][0]["speaker"]["name"] == "Ana Ruiz"


def test_several_articles_give_one_report_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{i}", "text": PLAIN, "published": "2021-05-04", "other": [1]} for i in range(3)]
    articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["check", str(articles), "--archive", "none", "--json", "-"]) == 0
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [report["id"] for report in reports] == ["a0", "a1", "a2"]
    published = reports[0]["article"]["published"]
    assert [published[key] for key in ("earliest", "latest", "basis")] == [
        "2021-05-04",
        "2021-05-04",
        "metadata",
    ]


def test_several_articles_write_a_folder_of_pdfs(tmp_path: Path, article: Path) -> None:
    other = tmp_path / "again.txt"
    other.write_text(PLAIN, encoding="utf-8")
    folder = tmp_path / "out"
    arguments = ["check", str(article), str(other), "--archive", "none", "--quiet", "--pdf"]
    assert main([*arguments, str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["again.pdf", "flood.pdf"]
    assert main([*arguments, str(tmp_path / "one.pdf")]) == 2


def test_published_dates_the_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“We have never seen such a flood,” Mayor Ana Ruiz said on Tuesday.\n", encoding="utf-8")
    main(["check", str(path), "--archive", "none", "--published", "6 May 2021", "--json", "-"])
    report = json.loads(capsys.readouterr().out)
    assert report["article"]["published"]["basis"] == "given"
    assert report["quotations"][0]["said"]["earliest"] == "2021-05-04"


def test_the_summary_is_plain_when_piped(
    article: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(["check", str(article), "--archive", str(archive)])
    out = capsys.readouterr().out
    assert "\x1b[" not in out
    assert "Ana Ruiz" in out


def test_lookup_answers_line_by_line(
    tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "queries.jsonl"
    rows = [
        {"id": 1, "text": "We have never seen such a flood", "speaker": "Ruiz", "date": "2021-05-03"},
        {"id": 2, "text": "We have seen such a flood", "speaker": "Ana Ruiz"},
        {"id": 3, "text": "Nothing of this kind was uttered by anybody at any hour"},
    ]
    queries.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    capsys.readouterr()
    assert main(["lookup", str(queries), "--archive", str(archive), "--json", "-"]) == 1
    answers = {a["id"]: a["verdict"] for a in map(json.loads, capsys.readouterr().out.splitlines())}
    assert answers[1]["wording"] == "verbatim"
    assert answers[1]["match"]["external_id"] == "r1"
    assert answers[2]["wording"] == "reversed"
    assert answers[3]["wording"] == "not_found"
    assert answers[3]["match"] is None


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "empty"), (bytes(range(256)) * 40, "binary"), (b" \n\t\n", "empty")],
    ids=["empty", "binary", "blank"],
)
def test_an_unreadable_article_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, word: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    assert main(["check", str(path), "--archive", "none"]) == 2
    sentence = one_sentence(capsys)
    assert "bad.txt" in sentence


def test_no_quotation_at_all_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("The council met on Tuesday. Nobody spoke.\n", encoding="utf-8")
    assert main(["check", str(path), "--archive", "none"]) == 0
    assert "no quotation" in capsys.readouterr().out.lower()


@pytest.mark.parametrize("date", ["banana", "2021-02-30", "", "99999"])
def test_a_date_that_is_none(article: Path, capsys: pytest.CaptureFixture[str], date: str) -> None:
    assert main(["check", str(article), "--archive", "none", "--published", date]) == 2
    one_sentence(capsys)


def test_an_archive_that_is_missing(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.db"
    assert main(["check", str(article), "--archive", str(missing)]) == 2
    assert "missing.db" in one_sentence(capsys)
    assert not missing.exists()


def test_an_archive_that_is_none(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(article), "--archive", str(article)]) == 2
    assert "flood.txt" in one_sentence(capsys)
    assert article.read_text(encoding="utf-8") == PLAIN


def test_an_archive_from_a_newer_version(
    article: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = sqlite3.connect(archive)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    capsys.readouterr()
    assert main(["check", str(article), "--archive", str(archive)]) == 2
    assert "newer" in one_sentence(capsys)


def test_a_corrupt_archive(article: Path, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(whole[:4096] + b"\x55" * (len(whole) - 4096))
    capsys.readouterr()
    assert main(["check", str(article), "--archive", str(archive)]) == 2
    assert "quotes.db" in one_sentence(capsys)


def test_a_csv_without_a_text_column_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name,age\nAna,44\n", encoding="utf-8")
    archive = tmp_path / "new.db"
    assert main(["archive", "import", str(table), "--archive", str(archive)]) == 2
    assert "text" in one_sentence(capsys)
    assert not archive.exists()


def test_a_full_disk_leaves_the_old_pdf_alone(article: Path, tmp_path: Path) -> None:
    """A file-size limit stands for the full disk, in a process of its own, so that it alone is limited."""
    article.write_text(PLAIN * 5, encoding="utf-8")
    pdf = tmp_path / "checked.pdf"
    pdf.write_bytes(b"the old one")
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "from quotecheck.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        f"sys.exit(main(['check', {str(article)!r}, '--archive', 'none', '--quiet', '--pdf', {str(pdf)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "checked.pdf" in done.stderr
    assert pdf.read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checked.pdf", "flood.txt"]


def test_no_display_says_how_to_go_on() -> None:
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "quotecheck"], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 2
    assert "quotecheck check" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_articles_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    ids = ("a", "A", "b/c", "b-c", "a-2")
    articles.write_text("".join(json.dumps({"id": i, "text": PLAIN}) + "\n" for i in ids), encoding="utf-8")
    out = tmp_path / "out.d"
    out.mkdir()
    assert main(["check", str(articles), "--archive", "none", "--quiet", "--csv", str(out)]) == 0
    names = [path.name.casefold() for path in out.iterdir()]
    assert len(set(names)) == len(ids)


@pytest.mark.parametrize(
    "outputs",
    ["--html flood.txt", "--json x --csv ./x", "--pdf quotes.db", "--pdf -", "--json="],
    ids=["the article", "another output", "the archive", "standard output", "nothing"],
)
@pytest.mark.usefixtures("article", "archive")
def test_an_output_that_would_overwrite_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], outputs: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    capsys.readouterr()
    assert main(["check", "flood.txt", "--archive", "quotes.db", "--quiet", *outputs.split()]) == 2
    one_sentence(capsys)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert Path("flood.txt").read_text(encoding="utf-8") == PLAIN
    assert Path("quotes.db").read_bytes().startswith(b"SQLite format 3")


def test_several_articles_where_a_file_stands(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    arguments = ["check", str(article), str(article), "--archive", "none", "--quiet", "--pdf", str(taken)]
    assert main(arguments) == 2
    assert "taken" in one_sentence(capsys)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_standard_input_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["check", "-", "--archive", "none"]) == 2
    assert "standard input" in one_sentence(capsys)


def test_standard_input_named_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "-", "--archive", "none"]) == 2
    assert "once" in one_sentence(capsys)


def test_a_name_that_would_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad\x1b[2J\nname\udcff.txt", "--archive", "none"]) == 2
    assert r"bad\x1b[2J\nname\udcff.txt" in one_sentence(capsys)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a device that is always full")
@pytest.mark.parametrize("output", [["--json", "-"], []], ids=["json", "summary"])
def test_an_output_that_takes_nothing(article: Path, output: list[str]) -> None:
    command = [sys.executable, "-m", "quotecheck", "check", str(article), "--archive", "none", *output]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_termination_leaves_nothing_half_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Terminating(io.BytesIO):
        def read(self, *_: object) -> bytes:
            os.kill(os.getpid(), signal.SIGTERM)
            return b""

    out = tmp_path / "answers.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(Terminating()))
        handler = signal.getsignal(signal.SIGTERM)
        assert main(["check", "-", "--archive", "none", "--json", str(out)]) == 2
    assert signal.getsignal(signal.SIGTERM) is handler
    assert "Stopped" in one_sentence(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("speaker", ["5", '["x"]', "true"])
def test_a_query_whose_speaker_is_no_name(
    tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str], speaker: str
) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text(f'{{"text": "We have never seen", "speaker": {speaker}}}\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["lookup", str(queries), "--archive", str(archive)]) == 2
    assert "line 1" in one_sentence(capsys)


def test_queries_with_a_byte_order_mark(
    tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"text": "We have never seen such a flood"}\n', encoding="utf-8-sig")
    capsys.readouterr()
    assert main(["lookup", str(queries), "--archive", str(archive)]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"]["wording"] == "verbatim"


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "--limit", "0", "flood"],
        ["search", "--limit", "99999999999999999999", "flood"],
        ["add", "We will rebuild.", "--speaker", " "],
        ["add", "We will rebuild.", "--speaker", "bad\udcff"],
        ["add", "We will rebuild \udcff.", "--speaker", "Ana Ruiz"],
    ],
)
def test_odd_words_for_the_archive(
    archive: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    before = archive.read_bytes()
    with pytest.raises(SystemExit) as stopped:
        main(["archive", *arguments, "--archive", str(archive)])
    assert stopped.value.code == 2
    assert archive.read_bytes() == before


def test_answers_do_not_overwrite_the_queries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": 1, "text": "We have never seen such a flood"}\n', encoding="utf-8")
    before = queries.read_text(encoding="utf-8")
    assert main(["lookup", str(queries), "--json", str(queries)]) == 2
    assert "queries.jsonl" in one_sentence(capsys)
    assert queries.read_text(encoding="utf-8") == before


def test_an_import_of_which_nothing_is_good_leaves_no_archive(tmp_path: Path) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("text,date\n,2021-01-01\n", encoding="utf-8")
    archive = tmp_path / "new.db"
    assert main(["archive", "import", str(table), "--archive", str(archive)]) in (1, 2)
    assert not archive.exists()


@pytest.mark.parametrize("name", ["article.qcheck", "given.quotes"])
def test_a_saved_check_or_a_bundle_alone_opens_on_the_desk(name: str, tmp_path: Path, monkeypatch) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr("quotecheck.desktop.has_display", lambda: True)
    monkeypatch.setattr("quotecheck.desktop.run", lambda argv: opened.append(argv[1:]) or 0)
    path = tmp_path / name
    path.touch()
    assert main([str(path)]) == 0
    assert opened == [[str(path)]]
