import subprocess
import sys

import pytest

from quotecheck import reporting

HEAVY = {"typst", "pikepdf", "rich", "jinja2"}


def loaded_by(statement):
    code = f"{statement}\nimport sys\nprint(*(name for name in {sorted(HEAVY)!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import quotecheck.reporting", HEAVY),
        ("import quotecheck.reporting.palette", HEAVY),
        ("from quotecheck.reporting import report_to_json, write_csv", HEAVY),
        ("from quotecheck.reporting import write_text", {"typst", "pikepdf", "jinja2"}),
        ("from quotecheck.reporting import write_pdf", {"jinja2"}),
    ],
)
def test_a_format_does_not_load_what_only_others_need(statement, unwanted):
    assert not loaded_by(statement) & unwanted


def test_every_public_name_is_there():
    for name in reporting.__all__:
        assert getattr(reporting, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'write_nothing'"):
        _ = reporting.write_nothing
