"""Brings the translations of the desk up to date: collects its texts, and compiles what is translated.

    python tests/translate.py

adds new texts to ``resources/translations/*.ts`` (marked as unfinished), drops those that are gone, keeps
every translation that still holds, and compiles the ``.qm`` files that are shipped. What it lists as
unfinished is translated in the ``.ts`` file, by hand or with Qt Linguist; then it is run once more.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

__all__ = ["FOLDER", "collect", "compile_into", "core_texts", "unfinished"]

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
_PLURALS_ONLY = "quotecheck_en.ts"
"""The texts are English already; only how many there are needs a second form."""

_OUR_OWN = frozenset(
    {"ArithmeticError", "AttributeError", "KeyError", "RuntimeError", "TypeError", "ValueError"}
)
"""Errors that nobody is told of."""


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(f"pyside6-{tool}"), *arguments], check=True)


def _told(call: ast.AST) -> Iterator[str]:
    """Yield the words of a call of ``message``, of ``joined``, or of an error, if they stand in the call."""
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args):
        return
    name = call.func.id
    words = call.args[-1 if name == "joined" else 0]
    is_text = isinstance(words, ast.Constant) and isinstance(words.value, str)
    if is_text and (name in ("message", "joined") or (name.endswith("Error") and name not in _OUR_OWN)):
        yield words.value


def core_texts() -> Iterator[str]:
    """Yield what the core says to people: its messages, and the sentences of its errors."""
    for source in sorted((ROOT / "quotecheck").rglob("*.py")):
        if "desktop" not in source.parts and "commands" not in source.parts:
            tree = ast.parse(source.read_text(encoding="utf-8"))
            for call in ast.walk(tree):
                yield from _told(call)


def collect(file: Path) -> None:
    """Bring the texts in ``file`` up to date with the desk's sources and with what the core says."""
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder) / "core.py"
        texts = sorted(set(core_texts()))
        core.write_text("\n".join(f"QT_TRANSLATE_NOOP('core', {text!r})" for text in texts), encoding="utf-8")
        _collect(file, [*sorted((ROOT / "quotecheck" / "desktop").rglob("*.py")), core])


def _collect(file: Path, sources: list[Path]) -> None:
    plurals = ["-pluralonly"] if file.name == _PLURALS_ONLY else []
    # Without places in the sources, an edit there that changes no text changes nothing here.
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", *plurals]
    # Its guesses for texts that are a little like others are more work than none.
    heuristics = ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    _run("lupdate", *options, *heuristics, *map(str, sources), "-ts", str(file))


def compile_into(file: Path, target: Path) -> None:
    """Compile the finished translations in ``file``."""
    # A desk that is open holds the old file in its memory; it must be replaced, not written over.
    fresh = target.with_suffix(".new")
    _run("lrelease", "-silent", str(file), "-qm", str(fresh))
    fresh.replace(target)


def unfinished(file: Path) -> list[str]:
    """Return the texts in ``file`` that are not translated yet."""
    messages = ElementTree.parse(file).getroot().iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if message.find("translation").get("type") == "unfinished"
    ]


def main() -> int:
    """Bring every language up to date, and list what is left to be translated."""
    left = 0
    for file in sorted(FOLDER.glob("*.ts")):
        collect(file)
        compile_into(file, file.with_suffix(".qm"))
        texts = unfinished(file)
        left += len(texts)
        print(f"{file.name}: {len(texts)} unfinished")
        for text in texts:
            print(f"  {text}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
