"""What is answered has the time of the question, or the time asked about."""

from datetime import date

from quotecheck.model import Article, Basis, Interval, Publication
from quotecheck.pipeline import analyse

PUBLISHED = Publication(Interval.day(date(2024, 3, 14)), Basis.GIVEN)


def said(text):
    """Return the first day on which each quotation can have been said."""
    found = analyse(Article(text, published=PUBLISHED)).findings
    return [str(one.dating.interval.earliest) if one.dating else None for one in found]


def test_an_answer_tells_of_the_time_that_was_asked_about():
    asked = "Q: You walked out in 2018. What did you tell the players?\n\n"
    assert said(asked + "A: I told them, “The exit is in G major.”") == ["2018-01-01"]


def test_what_is_said_by_habit_is_not_of_that_time():
    asked = "Q: You walked out in 2018. Why?\n\n"
    assert said(asked + "A: My father used to say, “Never look at the brass.”") == [None]


def test_words_put_to_somebody_are_answered_on_that_day():
    text = "On Tuesday a reporter read the letter to Ann Hart. “I never wrote it,” Hart replied."
    assert said(text) == ["2024-03-12"]
