"""What somebody's answer about their age says of when they were born, as well as it can.

A number is an age or, from 1900 on, a year; an option says so in its label or its key: "35–49",
"65 and over", "under 25", "1980–1989". The day that follows is the middle of what is possible; of
a range that is open at one end the end that is named. See docs/rules.md.
"""

import re
from datetime import date, timedelta

from surveys.answers import Answer, Chosen, Counted, Dated, Written
from surveys.questions import Basis, Question, choices_of

AGE_NAMES = frozenset({"age", "birth_year", "year_of_birth"})
AGE_MAX = 120
YEAR_MIN = 1_900
_DAYS_A_YEAR = 365.2425
_NUMBER = re.compile(r"\d+")
_BELOW = re.compile(
    r"under|below|less|younger|<|\bдо\b|младше|моложе|меньше|молодш|менше", re.IGNORECASE
)


def asks_age(question: Question) -> bool:
    """Whether it says so: `remembers: age`, or it is demographic and its key is "age"."""
    by_key = question.basis is Basis.DEMOGRAPHIC and question.key in AGE_NAMES
    return question.remembers in AGE_NAMES or by_key


def born_about(question: Question, answer: Answer, answered: date) -> date | None:
    """About when; None where the answer does not say."""
    match answer:
        case Dated(day):
            return day
        case Counted(number):
            return _born([int(number)], "", answered)
        case Written(text) if text.strip().isdecimal():
            return _born([int(text)], "", answered)
        case Chosen(choice, None):
            return _of_choice(question, choice, answered)
    return None


def _of_choice(question: Question, key: str, answered: date) -> date | None:
    chosen = next((each for each in choices_of(question) if each.key == key), None)
    if chosen is None:
        return None
    label = chosen.label
    said = [label.in_language(language) for language in label.languages]
    for text in (*said, str(key).replace("_", " ")):
        numbers = [int(each) for each in _NUMBER.findall(text)]
        if numbers:
            return _born(numbers, text, answered)
    return None


def _born(numbers: list[int], said: str, answered: date) -> date | None:
    """From one or two numbers, in years of age or of birth."""
    if len(numbers) > 2 or numbers != sorted(numbers):
        return None
    low, high = numbers[0], numbers[-1]
    if low >= YEAR_MIN and high <= answered.year:
        return date((low + high) // 2, 7 if (low + high) % 2 == 0 else 12, 1)
    if high > AGE_MAX:
        return None
    if len(numbers) == 2:
        return _before(answered, (low + high + 1) / 2)
    if _BELOW.search(said):
        return _before(answered, max(low - 1, 0))
    plain = said.strip().removesuffix("лет").removesuffix("років").strip() in {"", str(low)}
    return _before(answered, low + 0.5 if plain else low)


def _before(day: date, years: float) -> date:
    return day - timedelta(days=round(years * _DAYS_A_YEAR))
