"""Notices that an article is a translation, and mentions of translations that are none."""

from __future__ import annotations

import pytest

from quotecheck.reading.translation import translated_from

BODY = "\n".join(
    [
        "Bridge to open in May",
        "The mayor said on Tuesday that the bridge would open in May.",
        "She was glad, and so were the two contractors who had built it.",
        "The toll will be two crowns for a car, and nothing for those who walk.",
        "An opening is planned for the first Sunday of the month.",
        "A band will play.",
        "The ferry stops running on the same day.",
        "",
    ]
)


@pytest.mark.parametrize(
    ("notice", "language"),
    [
        ("Translated from the Spanish by Jane Roe", "es"),
        ("Translated from Mandarin.", "zh"),
        ("Translated from the original Swedish", "sv"),
        ("Translated from Ukrainian into English by A. Bee", "uk"),
        ("(translated from German)", "de"),
        ("*This article was translated from Brazilian Portuguese by A. Bee.*", "pt"),
        ("Editor's note: this story was translated from Polish.", "pl"),
        ("This story was translated from Italian to English by A. Bee.", "it"),
        ("This interview was conducted in Italian and has been edited.", "it"),
        ("This article was originally published in French.", "fr"),
        ("Originally published in German", "de"),
        ("Read the original article in Spanish", "es"),
        ("Translated by Jane Roe from the Dutch.", "nl"),
        ("Translated by Jane Roe", "und"),
        ("Translation: Jane Roe", "und"),
        ("Translated by J. Roe and Ana de la Cruz", "und"),
        ("Translated by machine.", "und"),
        ("This article has been machine-translated.", "und"),
        ("Traduit de l'anglais par A. Bee", "en"),
        ("Traduit de l’anglais", "en"),
        ("Traduit du russe par A. Bee", "ru"),
        ("Cet article a été traduit de l’anglais.", "en"),
        ("Übersetzt aus dem Englischen", "en"),
        ("Aus dem Englischen von Jane Roe", "en"),
        ("Traducido del inglés por A. Bee", "en"),
        ("Tradotto dall’inglese", "en"),
        ("Vertaald uit het Engels", "en"),
        ("Translated from Le nouveau pont du port ouvrira enfin au mois de mai", "fr"),
        ("Translated from Stadtrat stimmt dem Bau der neuen Hafenbrücke endlich zu", "de"),
        ("Translated from The new harbour bridge will open in the month of May", "und"),
        ("“This is good.” (Translated from Dutch.)", "nl"),
    ],
)
def test_a_notice_counts_at_the_end_and_at_the_beginning(notice: str, language: str) -> None:
    assert translated_from(BODY + notice) == language
    assert translated_from(f"{notice}\n\n{BODY}") == language


@pytest.mark.parametrize(
    "mention",
    [
        "He said the book, translated from Russian, was dull.",
        "His memoir (translated from German) sold well.",
        "“It was translated from Russian,” she said.",
        "The novel was translated by Jane Roe.",
        "Translated from Latin, the motto means hope.",
        "Translated into numbers, that means 4,000 jobs.",
        "Translation of the ruling took three days, officials said.",
        "The law, translated from the French by officials, was read out.",
        "This article was originally published in The Herald.",
        "Translated from the archives of the old ministry, the memo says that nothing was decided.",
        "Translation: you pay more and get less.",
        "Translated by the ministry, the words sound harmless.",
        "This article was first published on Monday in German newspapers’ online editions.",
        "This article was first published in March.",
        "The company was translated from a family firm into a listed one.",
        "",
    ],
)
def test_a_mention_does_not(mention: str) -> None:
    assert translated_from(BODY + mention) is None
    assert translated_from(f"{mention}\n\n{BODY}") is None


def test_a_notice_in_the_middle_is_about_something_else() -> None:
    assert translated_from(f"{BODY}\nTranslated from the Spanish\n{BODY}") is None


def test_no_text() -> None:
    assert translated_from("") is None
