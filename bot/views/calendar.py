"""A month to tap a day of, under a question for a date."""

from calendar import Calendar
from datetime import date
from typing import Protocol

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Verb
from bot.words import Words
from surveys.answers import Answer, Dated
from surveys.questions import DateQuestion
from use_cases.conversations.walks import Walk

MONTHS = 12
BLANK = "\u2007"  # A space that Telegram shows on a button.
CURRENT = "•"


class Maker(Protocol):
    """What makes the buttons of the question."""

    walk: Walk
    words: Words
    month: int | None
    given: Answer | None

    def button(
        self, text: str, verb: Verb, *, value: int = 0, on: bool = False
    ) -> InlineKeyboardButton: ...


def calendar_rows(maker: Maker, question: DateQuestion) -> list[list[InlineKeyboardButton]]:
    """The month's name between arrows, the names of the days, and a row for each week."""
    month = _month(maker, question)
    year, number = divmod(month, MONTHS)
    given = maker.given.day if isinstance(maker.given, Dated) else None
    name = maker.words("month-in-words", month=number + 1, year=str(year))
    blank = maker.button(BLANK, Verb.SHOW)
    earlier = question.earliest is None or question.earliest < _first_of(month)
    later = question.latest is None or question.latest >= _first_of(month + 1)
    head = [
        maker.button("‹", Verb.MONTH, value=month - 1) if earlier else blank,
        maker.button(name, Verb.SHOW),
        maker.button("›", Verb.MONTH, value=month + 1) if later else blank,
    ]
    days = [maker.button(day, Verb.SHOW) for day in maker.words("weekdays").split()]
    weeks = [
        [_day(maker, question, day, given) if day.month == number + 1 else blank for day in week]
        for week in Calendar().monthdatescalendar(year, number + 1)
    ]
    return [head, days, *weeks]


def _day(
    maker: Maker, question: DateQuestion, day: date, given: date | None
) -> InlineKeyboardButton:
    too_early = question.earliest is not None and day < question.earliest
    if too_early or (question.latest is not None and day > question.latest):
        return maker.button("·", Verb.SHOW)
    text = f"{CURRENT}{day.day}" if day == given else str(day.day)
    return maker.button(text, Verb.DAY, value=day.toordinal())


def _month(maker: Maker, question: DateQuestion) -> int:
    """The month leafed to; else that of the answer, else of the day on which the person began."""
    if maker.month is not None:
        return min(max(maker.month, MONTHS), (date.max.year - 1) * MONTHS)
    day = maker.walk.stored.started_at.date()
    if isinstance(maker.given, Dated):
        day = maker.given.day
    elif question.latest is not None and day > question.latest:
        day = question.latest
    elif question.earliest is not None and day < question.earliest:
        day = question.earliest
    return day.year * MONTHS + day.month - 1


def _first_of(month: int) -> date:
    year, number = divmod(month, MONTHS)
    return date(year, number + 1, 1)
