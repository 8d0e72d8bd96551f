"""Numbers, units, times and dates: written otherwise they are the same, and another one turns the meaning."""

from __future__ import annotations

import pytest
from builders import archived, article, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Wording

SAME = [
    ("50% of all the boats in the harbor sank", "Half of all the boats in the harbor sank."),
    ("A quarter of the town voted for it", "25 per cent of the town voted for it."),
    ("We have had less than forty letters about it", "We have had fewer than forty letters about it."),
    ("Prices rose by half a percent in June", "Prices rose by 0.5 percent in June."),
    ("Prices rose by 0.5 percent in June", "Prices rose by half a percent in June."),
    ("Prices rose by half of one percent in June", "Prices rose by 0.5 percent in June."),
    ("Sales fell in Q2 of this year", "Sales fell in the second quarter of this year."),
    ("Sales fell in the second quarter of this year", "Sales fell in Q2 of this year."),
    ("We lost one point two million jobs", "We lost 1.2 million jobs."),
    ("We lost 1.2 million jobs", "We lost one point two million jobs."),
    ("We spent $3bn on the bridge", "We spent 3 billion dollars on the bridge."),
    ("We bought a dozen new buses", "We bought twelve new buses."),
    ("We bought 12 new buses", "We bought a dozen new buses."),
    ("We bought two dozen new buses", "We bought 24 new buses."),
    ("Two thirds of the town voted for it", "2/3 of the town voted for it."),
    ("Two-thirds of the town voted for it", "Two thirds of the town voted for it."),
    ("A third of the town voted for it", "One third of the town voted for it."),
    ("a quarter of the town voted for it", "One quarter of the town voted for it."),
    ("Three quarters of the town voted for it", "Three-fourths of the town voted for it."),
    ("Half of the town voted for it", "Half the town voted for it."),
    ("One half of the town voted for it", "Half the town voted for it."),
    ("¾ of the town voted for it", "Three quarters of the town voted for it."),
    ("We won the election of the 1990s generation", "We won the election of the nineties generation."),
    ("It happened in the nineties in our village", "It happened in the 1990s in our village."),
    ("It happened in the '90s in our village", "It happened in the 1990s in our village."),
    ("It happened in the ’90s in our village", "It happened in the nineties in our village."),
    ("A 20-year-old student found the coin", "A twenty-year-old student found the coin."),
    ("A 20 year old student found the coin", "A twenty-year-old student found the coin."),
    ("Turnout rose by 5 per cent in May", "Turnout rose by 5% in May."),
    ("Turnout rose by 5 pct in May", "Turnout rose by 5 percent in May."),
    ("The meeting starts at 5 p.m. on the square", "The meeting starts at 17:00 on the square."),
    ("The meeting starts at 5pm on the square", "The meeting starts at 5 p.m. on the square."),
    ("The meeting starts at 5:00 p.m. on the square", "The meeting starts at 5 p.m. on the square."),
    ("The meeting starts at 5:30 p.m. on the square", "The meeting starts at 17:30 on the square."),
    ("The meeting starts at noon on the square", "The meeting starts at 12 noon on the square."),
    ("The road is 5 km long and very steep", "The road is five kilometers long and very steep."),
    ("The road is 5 kilometres long and very steep", "The road is five kilometers long and very steep."),
    ("The house weighs 20 kg and the door 3", "The house weighs 20 kilograms and the door 3."),
    ("It was 30°C in the shade that day", "It was 30 degrees Celsius in the shade that day."),
    (
        "The car drove at 50 mph through the village",
        "The car drove at 50 miles per hour through the village.",
    ),
    ("We hired nineteen hundred people last year", "We hired 1,900 people last year."),
    (
        "The firm was founded in nineteen eighty-four by my father",
        "The firm was founded in 1984 by my father.",
    ),
    ("The firm was founded in twenty twelve by my father", "The firm was founded in 2012 by my father."),
    (
        "The firm was founded in two thousand and twelve by my father",
        "The firm was founded in 2012 by my father.",
    ),
    ("It cost fifty cents a day to ride", "It cost 50 cents a day to ride."),
    ("It cost 50¢ a day to ride", "It cost 50 cents a day to ride."),
    ("It cost US$50 a day to ride", "It cost $50 a day to ride."),
    ("It cost £50 a day to ride", "It cost 50 pounds a day to ride."),
    ("It cost 50 EUR a day to ride", "It cost €50 a day to ride."),
    ("It cost 50 USD a day to ride", "It cost 50 dollars a day to ride."),
    ("It's the 2nd time that we met him", "It's the second time that we met him."),
    ("On May 5 we marched to the capital", "On May 5th we marched to the capital."),
    ("On 5 May we marched to the capital", "On May 5th we marched to the capital."),
    ("In the twenty-first century we need new roads", "In the 21st century we need new roads."),
    ("He served in World War II in the navy", "He served in World War Two in the navy."),
    ("One in five children goes to bed hungry", "1 in 5 children goes to bed hungry."),
    ("We won by a 2-1 vote in the council", "We won by a two to one vote in the council."),
    ("a couple of hundred people came here", "A couple hundred people came here."),
    ("Between 10 and 20 people came here", "Between ten and twenty people came here."),
    ("10-20 people came here in the end", "10 to 20 people came here in the end."),
    ("minus five degrees is nothing here", "-5 degrees is nothing here."),
    ("We need $2.5 million for this school", "We need two and a half million dollars for this school."),
    ("We need one and a half years for this school", "We need 1.5 years for this school."),
    ("We need a year and a half for this school", "We need 1.5 years for this school."),
    ("We need a half million dollars for this school", "We need $500,000 for this school."),
    ("We need half a million dollars for this school", "We need $500,000 for this school."),
    ("We need 3 million for this school", "We need 3,000,000 for this school."),
    ("We need 3.0 million for this school", "We need 3 million for this school."),
    ("The number is 1 000 000 in this school", "The number is 1,000,000 in this school."),
    ("twice as many children were born here", "Two times as many children were born here."),
    ("A hundred per cent of the vote is counted", "100% of the vote is counted."),
    ("We sold one hundred twenty three cars", "We sold 123 cars."),
    ("We sold a hundred and one cars", "We sold 101 cars."),
    ("article II of the treaty is dead", "Article 2 of the treaty is dead."),
    ("the No. 1 problem in the town", "the number one problem in the town."),
    ("3D printing is used in our schools", "Three-D printing is used in our schools."),
    ("25 percent of children are driven to school", "One in four children are driven to school."),
    ("three quarters of the pumps were dry", "3 out of 4 of the pumps were dry."),
]

ANOTHER = [
    ("One in five children are driven to school", "One in four children are driven to school."),
    ("40% of all the boats in the harbor sank", "Half of all the boats in the harbor sank."),
    ("You have 5 seconds left to answer the judge", "You have 5 minutes left to answer the judge."),
    ("Sales fell in Q3 of this year", "Sales fell in the second quarter of this year."),
    ("We lost 1.3 million jobs", "We lost one point two million jobs."),
    ("We spent $3m on the bridge", "We spent 3 billion dollars on the bridge."),
    ("We bought dozens of new buses", "We bought hundreds of new buses."),
    ("One third of the town voted for it", "Two thirds of the town voted for it."),
    ("It happened in the 1980s in our village", "It happened in the nineties in our village."),
    ("It happened in the 1980s in our village", "It happened in the 1990s in our village."),
    ("A 21-year-old student found the coin", "A twenty-year-old student found the coin."),
    ("Turnout rose by 5 percentage points in May", "Turnout rose by 5 percent in May."),
    ("Turnout rose by 5% in May", "Turnout rose by five percentage points in May."),
    ("The meeting starts at 5 a.m. on the square", "The meeting starts at 5 p.m. on the square."),
    ("The meeting starts at 6 p.m. on the square", "The meeting starts at 17:00 on the square."),
    ("The road is 5 miles long and very steep", "The road is five kilometers long and very steep."),
    ("The car drove at 50 mph through the village", "The car drove at 50 km/h through the village."),
    ("It cost €50 a day to ride", "It cost $50 a day to ride."),
    ("On May 6 we marched to the capital", "On May 5th we marched to the capital."),
    ("In the 20th century we need new roads", "In the 21st century we need new roads."),
    ("He served in World War I in the navy", "He served in World War Two in the navy."),
    ("One in five children goes to bed hungry", "One in six children goes to bed hungry."),
    ("We won by a 5-4 vote in the council", "We won by a 6-3 vote in the council."),
    ("Hundreds of people came here", "Thousands of people came here."),
    ("three times as many children were born here", "Twice as many children were born here."),
    ("Section 3 of the treaty is dead", "Section 4 of the treaty is dead."),
    ("the No. 2 problem in the town", "the number one problem in the town."),
    ("double the money for the town", "Triple the money for the town."),
]


def graded(printed: str, original: str) -> Wording:
    return check_quotation(finding(printed), article(), FakeStore([archived(original)])).wording


@pytest.mark.parametrize(("printed", "original"), SAME)
def test_the_same_amount_written_otherwise_changes_nothing(printed: str, original: str) -> None:
    assert graded(printed, original) in (Wording.VERBATIM, Wording.MINOR)


@pytest.mark.parametrize(("printed", "original"), ANOTHER)
def test_another_amount_turns_the_meaning(printed: str, original: str) -> None:
    assert graded(printed, original) is Wording.REVERSED
