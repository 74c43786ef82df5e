"""A question as a message: the prompt in bold, the way to answer, and buttons that fit a thumb."""

from html import escape
from typing import assert_never

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import Reply, Shelf, ShelfAct, Verb
from bot.screen import View
from bot.words import Words
from surveys import engine
from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Skipped, Written
from surveys.questions import (
    Choice,
    ChoiceKey,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    Scale,
    SingleChoice,
)
from surveys.text import Text
from surveys.ticks import picks_allowed
from use_cases.answering import Walk

SHORT_LABEL_CHARS = 16  # Two such labels share a row on a narrow phone.
SCALE_POINTS_A_ROW = 6
QUOTE_CHARS_MAX = 120
TICKED, UNTICKED, CURRENT = "✅ ", "▫️ ", "• "

Rows = list[list[InlineKeyboardButton]]


def question_view(walk: Walk, words: Words) -> View:
    """The question that the walk stands at; at the end, the thanks."""
    question = engine.current_question(walk.questions, walk.response)
    if question is None:
        return thanks_view(walk, words)
    place = walk.questions.questions.index(question)
    lines = [_progress(walk, words), f"<b>{escape(_in(question.prompt, words))}</b>"]
    lines += [f"<i>{escape(line)}</i>" for line in _hints(question, words)]
    given = walk.response.answers.get(question.key)
    if given is not None and isinstance(given, Written | Counted):
        lines.append(words("answer-given", answer=answer_text(question, given, words)))
    rows = [*_answer_rows(walk, question, place, words), *_way_rows(walk, question, place, words)]
    return View("\n\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows))


def thanks_view(walk: Walk, words: Words) -> View:
    """The end: thanks, points, and the way back to the answers."""
    rows: Rows = []
    last = len(walk.questions.questions) - 1
    change = _button(words("button-change-answers"), walk, last, Verb.CHANGE)
    if walk.stored.test:
        survey = walk.survey
        publish = Shelf(survey=survey.id, act=ShelfAct.SHOW).pack()
        rows = [
            [InlineKeyboardButton(text=words("button-to-survey"), callback_data=publish)],
            [change],
        ]
        text = words("test-finished")
    else:
        rows = [[change]]
        own = walk.questions.thanks
        opening = escape(_in(own, words)) if own else words("thanks-plain")
        text = opening
        if walk.thanked:
            text += "\n\n" + words("thanks-points", points=walk.thanked)
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def answered_view(walk: Walk, question: Question, answer: Answer, words: Words) -> View:
    """An old button was tapped: say what was answered, and offer to change it or to go on."""
    place = walk.questions.questions.index(question)
    rows = [
        [_button(words("button-change"), walk, place, Verb.CHANGE)],
        [_button(words("button-go-on"), walk, place, Verb.SHOW)],
    ]
    text = words(
        "already-answered",
        question=escape(_in(question.prompt, words)),
        answer=answer_text(question, answer, words),
    )
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def welcome_back_view(walk: Walk, words: Words) -> View:
    """Somebody returns in the middle of a survey."""
    progress = engine.progress(walk.questions, walk.response)
    text = words("welcome-back", position=progress.position, total=progress.total)
    place = max(progress.position - 1, 0)
    rows = [[_button(words("button-go-on"), walk, place, Verb.SHOW)]]
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def answer_text(question: Question, answer: Answer, words: Words) -> str:
    """The answer in the reader's words, ready for Telegram HTML."""
    match answer:
        case Written(text):
            short = text if len(text) <= QUOTE_CHARS_MAX else text[: QUOTE_CHARS_MAX - 1] + "…"
            return escape(short)
        case Chosen(choice):
            return escape(_label(question, choice, words))
        case Picked(choices):
            return escape(", ".join(_label(question, choice, words) for choice in choices) or "—")
        case Rated(value):
            return str(value)
        case Counted(value):
            return f"{value:g}"
        case Skipped():
            return words("answer-skipped")
        case _:
            assert_never(answer)


def _in(text: Text, words: Words) -> str:
    return text.in_language(words.language)


def _label(question: Question, key: ChoiceKey, words: Words) -> str:
    choices = question.choices if isinstance(question, SingleChoice | MultipleChoice) else ()
    return next((_in(c.label, words) for c in choices if c.key == key), str(key))


def _progress(walk: Walk, words: Words) -> str:
    progress = engine.progress(walk.questions, walk.response)
    text = words("progress", position=progress.position, total=progress.total)
    return f"{words('test-banner')}\n{text}" if walk.stored.test else text


def _hints(question: Question, words: Words) -> list[str]:
    """The author's hint, else how to answer; the ends of a scale in any case."""
    hints = [_in(question.hint, words)] if question.hint else []
    match question:
        case Scale():
            ends = [(question.low, question.low_label), (question.high, question.high_label)]
            said = [f"{point} — {_in(label, words)}" for point, label in ends if label]
            return [*hints, "\n".join(said)] if said else hints
        case MultipleChoice() if not hints:
            most = picks_allowed(question)
            every = most >= len(question.choices)
            return [words("hint-multiple") if every else words("hint-multiple-max", maximum=most)]
        case NumberQuestion() if not hints:
            return [words("hint-number")]
        case OpenQuestion() if not hints:
            return [words("hint-open")]
    return hints


def _answer_rows(walk: Walk, question: Question, place: int, words: Words) -> Rows:
    given = walk.response.answers.get(question.key)
    match question:
        case SingleChoice():
            chosen = given.choice if isinstance(given, Chosen) else None
            buttons = [
                _button(_marked(choice, chosen, words), walk, place, Verb.CHOOSE, value=index)
                for index, choice in enumerate(question.choices)
            ]
            return _in_rows(buttons)
        case MultipleChoice():
            return _tick_rows(walk, question, place, words)
        case Scale():
            rated = given.value if isinstance(given, Rated) else None
            points = range(question.low, question.high + 1)
            buttons = [
                _button(
                    f"{CURRENT if point == rated else ''}{point}",
                    walk,
                    place,
                    Verb.RATE,
                    value=point,
                )
                for point in points
            ]
            return _even_rows(buttons, SCALE_POINTS_A_ROW)
        case OpenQuestion() | NumberQuestion():
            return []
        case _:
            assert_never(question)


def _tick_rows(walk: Walk, question: MultipleChoice, place: int, words: Words) -> Rows:
    ticks = walk.response.ticks
    buttons = [
        _button(
            (TICKED if choice.key in ticks else UNTICKED) + _in(choice.label, words),
            walk,
            place,
            Verb.TICK,
            value=index,
            on=choice.key not in ticks,
        )
        for index, choice in enumerate(question.choices)
    ]
    done = _button(words("button-done", count=len(ticks)), walk, place, Verb.DONE)
    return [*[[button] for button in buttons], [done]]


def _way_rows(walk: Walk, question: Question, place: int, words: Words) -> Rows:
    row = []
    if place > 0:
        row.append(_button(words("button-back"), walk, place, Verb.BACK))
    if question.key in walk.response.answers:
        row.append(_button(words("button-keep"), walk, place, Verb.KEEP))
    elif question.optional:
        row.append(_button(words("button-skip"), walk, place, Verb.SKIP))
    return [row] if row else []


def _marked(choice: Choice, chosen: ChoiceKey | None, words: Words) -> str:
    return (CURRENT if choice.key == chosen else "") + _in(choice.label, words)


def _button(
    text: str, walk: Walk, place: int, verb: Verb, *, value: int = 0, on: bool = False
) -> InlineKeyboardButton:
    data = Reply(response=walk.stored.id, question=place, verb=verb, value=value, on=on)
    return InlineKeyboardButton(text=text, callback_data=data.pack())


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
