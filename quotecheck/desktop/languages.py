"""In which language the desk speaks: its own words, those of Qt's own buttons, dates and numbers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

__all__ = ["LANGUAGES", "chosen", "speak", "translation_files"]

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "fr": "Français"})
"""The languages of the desk by code, each by its own name. The desk's texts are written in the first."""

_OVERRIDE = "QUOTECHECK_LANGUAGE"
"""The environment variable that goes before what was chosen."""

_speaking: list[QTranslator] = []


def _known(codes: Iterable[str]) -> str | None:
    short = (code.replace("_", "-").partition("-")[0].casefold() for code in codes)
    return next((code for code in short if code in LANGUAGES), None)


def chosen(wanted: str = "") -> str:
    """Return the code of the language to speak: ``wanted``, else the first of the system's that is known.

    The environment's QUOTECHECK_LANGUAGE goes before both. Where nothing is known it is English.
    """
    asked = _known([os.environ.get(_OVERRIDE, ""), wanted])
    return asked or _known(QLocale.system().uiLanguages()) or next(iter(LANGUAGES))


def _locale(language: str) -> QLocale:
    # The system's own locale knows how dates are written in this very country.
    system = QLocale.system()
    return system if _known([system.name()]) == language else QLocale(language)


def translation_files(language: str) -> list[Path]:
    """Return the compiled translations of a language: Qt's own, if there is one, and the desk's."""
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    own = Path(str(files("quotecheck.resources") / "translations" / f"quotecheck_{language}.qm"))
    return [path for path in (of_qt, own) if path.exists()]


def speak(language: str) -> None:
    """Let every text that is asked for from now on be in ``language``; what is on show already stays."""
    for translator in _speaking:
        QCoreApplication.removeTranslator(translator)
    _speaking.clear()
    for path in translation_files(language):
        translator = QTranslator()
        if translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            _speaking.append(translator)
    QLocale.setDefault(_locale(language))
