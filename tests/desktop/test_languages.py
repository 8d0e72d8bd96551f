"""In which language the desk speaks, and that its French is whole."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from quotecheck.archive import Archive, NewQuote
from quotecheck.checking import check_quotation
from quotecheck.dates import date_article, date_quotations, parse_day
from quotecheck.desktop import languages, phrases, verdict_words
from quotecheck.desktop import messages as core_messages
from quotecheck.desktop.archive.quote_form import QuoteForm
from quotecheck.desktop.archive.speaker_form import SpeakerForm
from quotecheck.desktop.decisions.verdict_dialog import VerdictDialog
from quotecheck.desktop.legend import Legend
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.settings_dialog import SettingsDialog
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Article, Attribution, Caution, Finding, Interval, Speaker
from quotecheck.quotations import find_quotations
from quotecheck.reading import read_articles
from quotecheck.reporting import palette
from tests import translate

SOURCES = sorted((translate.ROOT / "quotecheck" / "desktop").rglob("*.py"))
FILES = sorted(translate.FOLDER.glob("*.ts"))


class Message(NamedTuple):
    context: str
    source: str
    forms: tuple[str, ...]


def messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield Message(context.findtext("name"), message.findtext("source"), tuple(forms))


FRENCH = list(messages(translate.FOLDER / "quotecheck_fr.ts"))


@pytest.fixture
def french(qapp) -> Iterator[None]:
    languages.speak("fr")
    yield
    languages.speak("en")


# Every text goes through the translation

SHOWING = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QListWidgetItem", "QMenu", "QPushButton", "QRadioButton",
    "QTreeWidgetItem", "_Row", "addAction", "addItem", "addMenu", "addRow", "addTab", "question", "say",
    "setAccessibleDescription", "setAccessibleName", "setHeaderLabels", "setHtml", "setPlaceholderText",
    "setPrefix", "setSpecialValueText", "setStatusTip", "setSuffix", "setText", "setTitle", "setToolTip",
    "setWhatsThis", "setWindowTitle", "setInformativeText", "show_problem", "show_work", "warning",
}  # fmt: skip
"""What puts a text before a person."""

NAMES = {"A4", "en, fr, de …", "a4", "us-letter"}
"""What is called the same everywhere, or is no text."""


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in names)


def literals(node: ast.AST) -> Iterator[str]:
    """Yield the literal texts under ``node`` that no translation stands around; not what calls are given."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    children = ast.iter_child_nodes(node)
    if isinstance(node, ast.Call):
        # "x".join(…) shows what is joined and by what; anybody else's arguments are not shown here.
        children = iter([node.func, *(node.args if name_of(node) == "join" else ())])
    if isinstance(node, ast.Compare | ast.Subscript | ast.Lambda):
        return
    for child in children:
        yield from literals(child)


def words_in(text: str) -> str:
    """Return what of ``text`` is words, without tags, entities and styles."""
    own = text.replace("QuoteCheck", "")
    return "".join(re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>?|&\w+;|[a-z-]+:|^[^<]*>|[a-z-]+=", "", own)))


def shown_literals(tree: ast.AST) -> list[str]:
    arguments = (
        argument
        for call in calls(tree, SHOWING)
        for argument in (*call.args[name_of(call) == "_Row" :], *(k.value for k in call.keywords))
        if not (name_of(call) == "_Row" and isinstance(argument, ast.Tuple | ast.Constant))
    )
    return [
        text
        for argument in arguments
        for text in literals(argument)
        if words_in(text) and text not in NAMES and not re.fullmatch(r"[\w_]+=?|role|tone", text)
    ]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_text_is_shown_without_translation(source: Path) -> None:
    assert shown_literals(ast.parse(source.read_text(encoding="utf-8"))) == []


def test_the_search_for_literals_finds_them() -> None:
    found = shown_literals(
        ast.parse(
            'label.setText(f"{count} quotes")\n'
            'QLabel("Not translated")\n'
            'box.setToolTip(", ".join(["and so on", x]) if x else self.tr("fine"))\n'
            'menu.addAction(self.tr("Fine"))\n'
        )
    )
    assert found == [" quotes", "Not translated", "and so on"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_collecting_tool_can_see_every_text(source: Path) -> None:
    """It sees literals only, outside of f-strings, and takes the class around ``self.tr`` for the context."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    seen = {id(call) for call in calls(tree, {"tr"})}
    for call in calls(tree, {"tr"}):
        assert isinstance(call.func, ast.Attribute)
        assert getattr(call.func.value, "id", "") == "self", ast.unparse(call)
        assert isinstance(call.args[0], ast.Constant), ast.unparse(call)
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        assert not seen & {id(node) for node in ast.walk(text)}, ast.unparse(text)


# The files


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_the_translations_are_up_to_date(file: Path, tmp_path) -> None:
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    translate.collect(copy)
    assert set(messages(copy)) == set(messages(file)), "run tests/translate.py"
    translate.compile_into(file, tmp_path / "compiled.qm")
    assert (tmp_path / "compiled.qm").read_bytes() == file.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_text_is_translated(file: Path) -> None:
    assert translate.unfinished(file) == []
    assert [m.source for m in messages(file) if not all(form.strip() for form in m.forms)] == []


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_what_is_filled_in_survives_translation(file: Path) -> None:
    for message in messages(file):
        for form in message.forms:
            assert fields(form) == fields(message.source), message
            assert "&" not in form, message
            assert form.endswith("…") == message.source.endswith("…"), message
            assert form.startswith("▲") == message.source.startswith("▲"), message
        # French and English use the singular for one; a form may write that one out.
        many = message.forms[-1]
        assert ("%Ln" in many) == ("%Ln" in message.source), message


def test_the_filters_of_file_dialogs_let_the_same_files_through() -> None:
    filters = [message for message in FRENCH if "(*" in message.source]
    assert filters
    for message in filters:
        assert re.findall(r"\*[^ )]*", message.forms[0]) == re.findall(r"\*[^ )]*", message.source)


def test_the_french_is_set_as_a_newspaper_sets_it() -> None:
    for form in (form for message in FRENCH for form in message.forms):
        assert not re.search("['\"“”]|\\.\\.\\.", form)
        assert not re.search(r"[«](?!\u00a0)|(?<!\u00a0)»", form)
        # A colon in a placeholder or a file filter is none of a sentence's.
        assert not re.search(r"(?<![\u00a0\u202f;])[:;?!](?![;\w])", form)
        assert not re.search(r"(?<!\u00a0)%(?!Ln)", form)


# At work


def test_the_language_is_the_chosen_one_or_the_systems(monkeypatch) -> None:
    monkeypatch.delenv("QUOTECHECK_LANGUAGE", raising=False)
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: ["de-DE", "fr-CH", "en-US"])
    assert languages.chosen("") == "fr"
    assert languages.chosen("en") == "en"
    assert languages.chosen("tlh") == "fr"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: ["de-DE", "C"])
    assert languages.chosen("") == "en"
    monkeypatch.setenv("QUOTECHECK_LANGUAGE", "fr")
    assert languages.chosen("en") == "fr"


def test_every_language_has_its_file() -> None:
    for code in languages.LANGUAGES:
        assert f"quotecheck_{code}.qm" in {path.name for path in languages.translation_files(code)}
    assert "qtbase_fr.qm" in {path.name for path in languages.translation_files("fr")}


def test_one_is_not_many(desk) -> None:
    texts = {}
    for code in languages.LANGUAGES:
        languages.speak(code)
        texts[code] = [desk.status.tr("%Ln quotes", "", number) for number in (0, 1, 1204)]
    languages.speak("en")
    assert texts["en"] == ["0 quotes", "1 quote", "1,204 quotes"]
    assert [" ".join(text.split()) for text in texts["fr"]] == ["0 citation", "1 citation", "1 204 citations"]


@pytest.mark.usefixtures("french")
def test_a_desk_in_french(desk) -> None:
    assert desk.actions_by_name["confirm"].text() == "Confirmer"
    desk.session.select(1)
    assert "Modifié" in desk.findings.detail.summary.text()
    assert desk.article.header.language.text() == "anglais, traduction (original en français)"
    assert desk.status.archive.text().replace("\u202f", "") == "Archive personnelle · 1204 citations"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.buttons()[0].text() == "Annuler"


def texts_of(window: QWidget) -> set[str]:
    things = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    asked = ("text", "toolTip", "accessibleName", "placeholderText", "windowTitle", "title")
    return {thing.property(name) for thing in things for name in asked}


@pytest.mark.usefixtures("french")
def test_nothing_on_a_french_desk_is_left_in_english(qtbot, desk) -> None:
    """A text that is collected under another class than the one that asks for it stays as it is."""
    french = {form for message in FRENCH for form in message.forms}
    english = {message.source for message in FRENCH} - french
    desk.session.select(1)
    for open_one in (
        lambda: desk,
        lambda: SettingsDialog(Settings(), desk.commands.archives.shelf),
        Legend,
        SpeakerForm,
        lambda: QuoteForm(*[lambda *_asked: None] * 3),
        lambda: VerdictDialog("words", desk.session.report.findings[0].verdict),
    ):
        window = open_one()
        qtbot.addWidget(window)
        assert texts_of(window) & french
        assert texts_of(window) & english == set()


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_can_be_typed_as_it_is_shown(month: int) -> None:
    for interval in (
        Interval.day(date(2021, month, 1)),
        Interval.day(date(2021, month, 14)),
        Interval(date(2021, month, 11), date(2021, month, 17)),
        Interval(date(2020, month, 9), date(2021, month, 17)),
    ):
        assert parse_day(phrases.days(interval)) == interval


@pytest.mark.usefixtures("french")
def test_dates_are_written_in_french() -> None:
    assert phrases.days(Interval.day(date(2021, 12, 8))) == "8\u00a0déc. 2021"
    assert phrases.days(Interval.day(date(2021, 12, 1))) == "1er\u00a0déc. 2021"
    assert phrases.days(Interval(date(2021, 12, 1), date(2021, 12, 31))) == "déc. 2021"
    assert phrases.language(Article("x", language="de")) == "allemand"


def test_verdicts_and_cautions_are_called_as_in_the_palette() -> None:
    styles = [*palette.VERDICTS.values(), palette.UNCHECKED]
    assert {style.key: style.label for style in styles} == verdict_words.WORDS
    assert {style.key: style.meaning for style in styles} == verdict_words.MEANINGS
    assert verdict_words.CAUTIONS == palette.CAUTIONS


@pytest.mark.usefixtures("french")
def test_every_verdict_caution_and_oddity_has_french_words() -> None:
    styles = [*palette.VERDICTS.values(), palette.UNCHECKED]
    for style in styles:
        assert phrases.word(style) != style.label or style.label == "Verbatim"
        assert phrases.meaning(style) != style.meaning
    for caution in Caution:
        assert phrases.caution(caution) != palette.CAUTIONS[caution]
    for text in ("He said “no way", "He said no way” and left", 'He said "no way and left.'):
        _, warnings = find_quotations(text)
        for warning in warnings:
            assert phrases.warning(warning) != warning.message


def test_the_language_is_chosen_in_the_settings(qtbot, desk) -> None:
    settings = Settings()
    assert settings.language == ""
    dialog = SettingsDialog(settings, desk.commands.archives.shelf)
    qtbot.addWidget(dialog)
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    assert Settings().language == "fr"
    again = SettingsDialog(Settings(), desk.commands.archives.shelf)
    qtbot.addWidget(again)
    assert again.language.currentText() == "Français"


def test_the_application_starts_in_the_chosen_language(qapp) -> None:
    languages.speak(languages.chosen("fr"))
    assert QCoreApplication.translate("Actions", "Undo") == "Annuler"
    languages.speak(languages.chosen("en"))
    assert QCoreApplication.translate("Actions", "Undo") == "Undo"


# What the core says


def test_how_a_date_is_known_is_told_in_the_desks_language(french) -> None:
    text = "The senate voted on Wednesday (Dec. 8). “We will,” Ann Fox said Friday."
    quotations = find_quotations(text)[0]
    known = date_article(Article(text), quotations, today=date(2022, 3, 1))
    assert "«\u00a0on Wednesday (Dec. 8)\u00a0» correspond à l’année 2021" in phrases.how_known(known)
    said = Attribution(Speaker("Ann Fox"), None, None, 1.0)
    (dating,) = date_quotations(Article(text, published=known), quotations, [said])
    assert phrases.reason(dating).startswith("«\u00a0Friday\u00a0» est compté depuis la date de l’article")


def test_a_verdict_and_an_error_are_told_in_the_desks_language(french, tmp_path) -> None:
    text = "“We never open the gates,” said Ann Fox."
    quotation = find_quotations(text)[0][0]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        archive.add_quote(NewQuote("We always open the gates.", speaker="Ann Fox"), by="Ed")
        verdict = check_quotation(Finding(quotation), Article(text), archive)
    assert "“never” was “always”" in verdict.summary
    assert "«\u00a0never\u00a0» était «\u00a0always\u00a0»" in core_messages.summary(verdict)
    with pytest.raises(QuoteCheckError) as caught:
        list(read_articles(tmp_path / "none.txt"))
    assert "n’existe pas" in core_messages.problem(caught.value)
