"""The buttons by which a question is answered, and those that lead on and back."""

from typing import assert_never

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Reply, Verb
from bot.views.answer_texts import offered_text
from bot.views.calendar import calendar_rows
from bot.words import Words
from surveys.answers import Answer, Chosen, Rated
from surveys.questions import (
    YES_NO,
    Choice,
    ChoiceKey,
    DateQuestion,
    Gauge,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.ticks import places_of
from use_cases.answering import Walk

SHORT_LABEL_CHARS = 16  # Two such labels share a row on a narrow phone.
SCALE_POINTS_A_ROW = 6
TICKED, UNTICKED, CURRENT = "✅ ", "▫️ ", "• "
STAR = "⭐"
FACES = ("😞", "🙁", "😐", "🙂", "😀")

Rows = list[list[InlineKeyboardButton]]


class Buttons:
    """Makes the buttons of one question; `month` is the calendar's, as year * 12 + month - 1."""

    def __init__(
        self, walk: Walk, question: Question, words: Words, month: int | None = None
    ) -> None:
        self.walk, self.question, self.words, self.month = walk, question, words, month
        self.place = walk.questions.questions.index(question)
        self.given: Answer | None = walk.response.answers.get(question.key)

    def button(
        self, text: str, verb: Verb, *, value: int = 0, on: bool = False
    ) -> InlineKeyboardButton:
        data = Reply(
            response=self.walk.stored.id, question=self.place, verb=verb, value=value, on=on
        )
        return InlineKeyboardButton(text=text, callback_data=data.pack())

    def rows(self) -> Rows:
        """All rows under the question."""
        return [*self._answers(), *self._beside(), *self._way()]

    def _answers(self) -> Rows:
        match self.question:
            case SingleChoice(choices=choices):
                return self._choices(choices)
            case MultipleChoice(choices=choices):
                return self._ticks(choices)
            case Ranking(choices=choices):
                return self._ranks(self.question, choices)
            case YesNo():
                return [self._single(YES_NO)]
            case Scale():
                return self._points(self.question)
            case DateQuestion():
                return calendar_rows(self, self.question)
            case Note():
                return [[self.button(self.words("button-go-on"), Verb.DONE)]]
            case OpenQuestion() | NumberQuestion() | TimeQuestion():
                return []
            case _:
                assert_never(self.question)

    def _choices(self, choices: tuple[Choice, ...]) -> Rows:
        return _in_rows(self._single(choices))

    def _single(self, choices: tuple[Choice, ...]) -> list[InlineKeyboardButton]:
        """A button for each choice; one answered, or "other" that waits for words, is marked."""
        waits = self.walk.response.ticks
        chosen = self.given.choice if isinstance(self.given, Chosen) and not waits else None
        return [
            self.button(self._marked(choice, {chosen, *waits}), Verb.CHOOSE, value=index)
            for index, choice in enumerate(choices)
        ]

    def _ticks(self, choices: tuple[Choice, ...]) -> Rows:
        ticks = self.walk.response.ticks
        rows = [
            [
                self.button(
                    (TICKED if choice.key in ticks else UNTICKED) + self._label(choice),
                    Verb.TICK,
                    value=index,
                    on=choice.key not in ticks,
                )
            ]
            for index, choice in enumerate(choices)
        ]
        return [*rows, [self.button(self.words("button-done", count=len(ticks)), Verb.DONE)]]

    def _ranks(self, question: Ranking, choices: tuple[Choice, ...]) -> Rows:
        ticks = self.walk.response.ticks
        places = {key: place for place, key in enumerate(ticks, 1)}
        rows = []
        for index, choice in enumerate(choices):
            place = places.get(choice.key)
            label = f"{place}. {self._label(choice)}" if place else UNTICKED + self._label(choice)
            rows.append([self.button(label, Verb.TICK, value=index, on=place is None)])
        implied = places_of(question) == len(choices)  # The last place goes by itself.
        if len(ticks) >= places_of(question) - implied:
            rows.append([self.button(self.words("button-done", count=0), Verb.DONE)])
        return rows

    def _points(self, question: Scale) -> Rows:
        rated = self.given.value if isinstance(self.given, Rated) else None
        buttons = []
        for point in range(question.low, question.high + 1):
            mark = CURRENT if point == rated else ""
            text = mark + _point_text(question.gauge, point)
            buttons.append(self.button(text, Verb.RATE, value=point))
        if question.gauge is Gauge.STARS:
            return [[button] for button in reversed(buttons)]
        return _even_rows(buttons, SCALE_POINTS_A_ROW)

    def _beside(self) -> Rows:
        """The answers that are no value: don't know, rather not say."""
        offers = (
            (self.question.dont_know, "button-dont-know", Verb.DONT_KNOW),
            (self.question.prefer_not, "button-prefer-not", Verb.PREFER_NOT),
        )
        return [
            [self.button(offered_text(offered, plain, self.words), verb)]
            for offered, plain, verb in offers
            if offered
        ]

    def _way(self) -> Rows:
        row = []
        if self.walk.first != self.question.key:
            row.append(self.button(self.words("button-back"), Verb.BACK))
        if self.given is not None:
            if not isinstance(self.question, Note):
                row.append(self.button(self.words("button-keep"), Verb.KEEP))
        elif self.question.optional:
            row.append(self.button(self.words("button-skip"), Verb.SKIP))
        return [row] if row else []

    def _label(self, choice: Choice) -> str:
        return choice.label.in_language(self.words.language)

    def _marked(self, choice: Choice, current: set[ChoiceKey | None]) -> str:
        return (CURRENT if choice.key in current else "") + self._label(choice)


def _point_text(gauge: Gauge, point: int) -> str:
    match gauge:
        case Gauge.STARS:
            return STAR * point
        case Gauge.CSAT:
            return f"{FACES[point - 1]} {point}"
    return str(point)


def _in_rows(buttons: list[InlineKeyboardButton]) -> Rows:
    """Two a row where all labels are short, else one."""
    if len(buttons) > 2 and all(len(button.text) <= SHORT_LABEL_CHARS for button in buttons):
        return _even_rows(buttons, 2)
    return [[button] for button in buttons]


def _even_rows(buttons: list[InlineKeyboardButton], most: int) -> Rows:
    """Rows of nearly equal length, none longer than `most`."""
    count = -(-len(buttons) // most)
    size = -(-len(buttons) // count)
    return [buttons[start : start + size] for start in range(0, len(buttons), size)]
