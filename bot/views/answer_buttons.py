"""The buttons by which a question is answered, and those that lead on and back."""

from html import unescape
from typing import assert_never

from aiogram.types import InlineKeyboardButton

from bot.callbacks import ITEMS_A_STEP, Reply, Verb
from bot.views.answer_texts import answer_text, offered_text
from bot.views.calendar import calendar_rows
from bot.views.lengths import excerpt
from bot.views.long_lists import Part, leafing_row, shown_part
from bot.words import Words
from surveys import engine
from surveys.answers import Answer, Chosen, Rated, Sent
from surveys.lots import seed_in
from surveys.maxdiff.asking import standing
from surveys.proposals import proposed_answer
from surveys.questions import (
    YES_NO,
    Choice,
    ChoiceKey,
    ContactQuestion,
    DateQuestion,
    Gauge,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
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
    choices_of,
)
from surveys.reading.searching import is_long
from surveys.ticks import places_of
from use_cases.conversations.walks import Walk

SHORT_LABEL_CHARS = 16  # Two such labels share a row on a narrow phone.
SCALE_POINTS_A_ROW = 6
PROPOSAL_CHARS_MAX = 48
BEST = "👍 "
TICKED, UNTICKED, CURRENT = "✅ ", "▫️ ", "• "
STAR = "⭐"
FACES = ("😞", "🙁", "😐", "🙂", "😀")

Rows = list[list[InlineKeyboardButton]]


class Buttons:
    """Makes the buttons of one question; `month` is the calendar's, as year * 12 + month - 1."""

    def __init__(
        self,
        walk: Walk,
        question: Question,
        words: Words,
        month: int | None = None,
        part: Part | None = None,
    ) -> None:
        self.walk, self.question, self.words, self.month = walk, question, words, month
        self.place = walk.questions.questions.index(question)
        self.given: Answer | None = walk.response.answers.get(question.key)
        self.shown = engine.question_shown(walk.questions, walk.response, question)
        self.part = part or self._standing_part()

    def button(
        self, text: str, verb: Verb, *, value: int = 0, on: bool = False
    ) -> InlineKeyboardButton:
        data = Reply(
            response=self.walk.stored.id, question=self.place, verb=verb, value=value, on=on
        )
        return InlineKeyboardButton(text=text, callback_data=data.pack())

    def rows(self) -> Rows:
        """All rows under the question."""
        return [*self._proposal(), *self._answers(), *self._beside(), *self._way()]

    def still_true(self) -> Rows:
        """Under an answer that an earlier survey knows: it holds, or not; and the way back."""
        back = [] if self.walk.first == self.question.key else self._back()
        holds = self.button(self.words("button-still-true"), Verb.STILL_TRUE)
        return [[holds], [self.button(self.words("button-change"), Verb.CHANGE)], *back]

    def _back(self) -> Rows:
        return [[self.button(self.words("button-back"), Verb.BACK)]]

    def _proposal(self) -> Rows:
        """The author's own guess, to be taken by one tap; gone once something is answered."""
        response = self.walk.response
        if self.question.default is None or self.given is not None or response.ticks:
            return []
        answer = proposed_answer(self.walk.questions, response, self.question)
        if answer is None:
            return []
        said = excerpt(unescape(answer_text(self.question, answer, self.words)), PROPOSAL_CHARS_MAX)
        return [[self.button(self.words("button-proposed", answer=said), Verb.PROPOSED)]]

    def _answers(self) -> Rows:
        match self.question:
            case SingleChoice(choices=choices):
                return self._choices(choices)
            case MultipleChoice(choices=choices):
                return self._ticks(choices)
            case Ranking(choices=choices):
                assert isinstance(self.shown, Ranking), "shown as what it is"
                return self._ranks(self.shown, choices)
            case MaxDiff():
                return self._items(self.question)
            case YesNo():
                return [self._single(YES_NO)]
            case Scale():
                return self._points(self.question)
            case DateQuestion():
                return calendar_rows(self, self.question)
            case Note():
                return [[self.button(self.words("button-go-on"), Verb.DONE)]]
            case OpenQuestion() if self.walk.response.collects:
                return [[self.button(self.words("button-go-on"), Verb.DONE)]]
            case MediaQuestion():
                return self._files()
            case OpenQuestion() | NumberQuestion() | TimeQuestion():
                return []
            case LocationQuestion() | ContactQuestion():
                return []  # Keys in place of the letters: see `reply_keys`.
            case _:
                assert_never(self.question)

    def _choices(self, choices: tuple[Choice, ...]) -> Rows:
        return [*_in_rows(self._single(choices)), *self._leafing(choices)]

    def _leafing(self, choices: tuple[Choice, ...]) -> Rows:
        if not is_long(self.shown):
            return []
        return [leafing_row(self, self._all_listed(choices), self.part)]

    def _standing_part(self) -> Part:
        """Where a long list is open: at the choice that was made before."""
        chosen = self.given.choice if isinstance(self.given, Chosen) else None
        keys = [choice.key for choice in choices_of(self.question)]
        return Part(beside=keys.index(chosen) if chosen in keys else None)

    def _single(self, choices: tuple[Choice, ...]) -> list[InlineKeyboardButton]:
        """A button for each choice; one answered, or "other" that waits for words, is marked."""
        waits = self.walk.response.ticks
        chosen = self.given.choice if isinstance(self.given, Chosen) and not waits else None
        return [
            self.button(self._marked(choice, {chosen, *waits}), Verb.CHOOSE, value=index)
            for index, choice in self._listed(choices)
        ]

    def _listed(self, choices: tuple[Choice, ...]) -> list[tuple[int, Choice]]:
        """The choices that stand under the question now."""
        listed = self._all_listed(choices)
        return shown_part(listed, self.part) if is_long(self.shown) else listed

    def _all_listed(self, choices: tuple[Choice, ...]) -> list[tuple[int, Choice]]:
        """The choices as this person sees them, each with its place in the survey's list."""
        places = {choice.key: place for place, choice in enumerate(choices)}
        shown = choices_of(self.shown)
        return [(places[choice.key], choice) for choice in shown if choice.key in places]

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
            for index, choice in self._listed(choices)
        ]
        rows += self._leafing(choices)
        return [*rows, [self.button(self.words("button-done", count=len(ticks)), Verb.DONE)]]

    def _ranks(self, question: Ranking, choices: tuple[Choice, ...]) -> Rows:
        ticks = self.walk.response.ticks
        places = {key: place for place, key in enumerate(ticks, 1)}
        rows = []
        for index, choice in self._listed(choices):
            place = places.get(choice.key)
            label = f"{place}. {self._label(choice)}" if place else UNTICKED + self._label(choice)
            rows.append([self.button(label, Verb.TICK, value=index, on=place is None)])
        implied = places_of(question) == len(question.choices)  # The last place goes by itself.
        if len(ticks) >= places_of(question) - implied:
            rows.append([self.button(self.words("button-done", count=0), Verb.DONE)])
        return rows

    def _items(self, question: MaxDiff) -> Rows:
        """The set that is compared now; a tap on the best takes it back."""
        now = standing(question, self.walk.response.ticks, seed_in(self.walk.response.answers))
        places = {choice.key: place for place, choice in enumerate(question.choices)}
        rows = []
        for key in now.shown:
            mark = BEST if key == now.best else ""
            value = now.step * ITEMS_A_STEP + places[key]
            label = mark + self._label(question.choices[places[key]])
            rows.append([self.button(label, Verb.JUDGE, value=value)])
        return rows

    def _files(self) -> Rows:
        """Done, once some files are there and more may come."""
        if not isinstance(self.given, Sent) or not self.walk.response.collects:
            return []
        return [[self.button(self.words("button-done", count=len(self.given.files)), Verb.DONE)]]

    def _points(self, question: Scale) -> Rows:
        rated = self.given.value if isinstance(self.given, Rated) else None
        buttons = []
        for point in range(question.low, question.high + 1):
            mark = CURRENT if point == rated else ""
            text = mark + self._point_text(question, point)
            buttons.append(self.button(text, Verb.RATE, value=point))
        if question.labels:
            return _in_rows(buttons)
        if question.gauge is Gauge.STARS:
            return [[button] for button in reversed(buttons)]
        return _even_rows(buttons, SCALE_POINTS_A_ROW)

    def _point_text(self, question: Scale, point: int) -> str:
        if question.labels:
            return question.labels[point - question.low].in_language(self.words.language)
        return _point_text(question.gauge, point)

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
        undoes = isinstance(self.question, MaxDiff) and bool(self.walk.response.ticks)
        if undoes or self.walk.first != self.question.key:
            row.append(self.button(self.words("button-back"), Verb.BACK))
        if self.given is not None:
            if not (isinstance(self.question, Note) or self.walk.response.collects):
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
