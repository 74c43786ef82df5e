"""A question as a message: the prompt in bold, the way to answer, and buttons that fit a thumb."""

from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import Reply, Shelf, ShelfAct, Verb
from bot.screen import View
from bot.views.answer_buttons import Buttons
from bot.views.answer_texts import answer_text, text_with_answers
from bot.views.lengths import excerpt
from bot.words import Words
from surveys import engine
from surveys.answers import Answer, Chosen, Counted, Dated, Picked, Timed, Written
from surveys.questions import (
    GAUGE_ENDS,
    DateQuestion,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    other_of,
)
from surveys.text import Text
from surveys.ticks import picks_allowed, places_of
from use_cases.answering import Walk

RECALLED_UNITS_MAX = 600  # Of a question, or of its answer, when it is spoken of again.


def question_view(walk: Walk, words: Words, month: int | None = None) -> View:
    """The question that the walk stands at; at the end, the thanks.

    `month` is what the calendar shows, as year * 12 + month - 1, where somebody leafed to it.
    """
    question = engine.current_question(walk.questions, walk.response)
    if question is None:
        return thanks_view(walk, words)
    prompt = text_with_answers(question.prompt, walk.questions, walk.response, words)
    lines = [_progress(walk, words), f"<b>{prompt}</b>"]
    lines += [f"<i>{line}</i>" for line in _hints(walk, question, words)]
    given = walk.response.answers.get(question.key)
    if given is not None and _is_worth_repeating(given):
        lines.append(words("answer-given", answer=answer_text(question, given, words)))
    rows = Buttons(walk, question, words, month).rows()
    return View("\n\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows))


def thanks_view(walk: Walk, words: Words) -> View:
    """The end: thanks, points, and the way back to the answers."""
    rows: list[list[InlineKeyboardButton]] = []
    change = _button(words("button-change-answers"), walk, walk.last, Verb.CHANGE)
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
        asked, given = walk.questions, walk.response
        text = text_with_answers(own, asked, given, words) if own else words("thanks-plain")
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
        question=excerpt(
            text_with_answers(question.prompt, walk.questions, walk.response, words),
            RECALLED_UNITS_MAX,
        ),
        answer=excerpt(answer_text(question, answer, words), RECALLED_UNITS_MAX),
    )
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def welcome_back_view(walk: Walk, words: Words) -> View:
    """Somebody returns in the middle of a survey."""
    progress = engine.progress(walk.questions, walk.response)
    text = words("welcome-back", position=progress.position, total=progress.total)
    place = max(progress.position - 1, 0)
    rows = [[_button(words("button-go-on"), walk, place, Verb.SHOW)]]
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _progress(walk: Walk, words: Words) -> str:
    progress = engine.progress(walk.questions, walk.response)
    position, total, most = progress.position, progress.total, progress.most
    if most > total:
        text = words("progress-open", position=position, total=total, most=most)
    else:
        text = words("progress", position=position, total=total)
    return f"{words('test-banner')}\n{text}" if walk.stored.test else text


def _is_worth_repeating(answer: Answer) -> bool:
    """Whether no button shows the answer."""
    match answer:
        case Written() | Counted() | Dated() | Timed():
            return True
        case Chosen(_, other) | Picked(_, other):
            return other is not None
    return False


def _hints(walk: Walk, question: Question, words: Words) -> list[str]:
    """The author's hint, else how to answer; the ends of a scale in any case. Telegram HTML."""
    other = other_of(question)
    if other is not None and other.key in walk.response.ticks:
        return [words("hint-other", choice=escape(_in(other.label, words)))]
    if question.hint is not None:
        hints = [text_with_answers(question.hint, walk.questions, walk.response, words)]
    else:
        hints = _how_to_answer(question, words)
    if isinstance(question, Scale):
        return [*hints, *_ends(question, words)]
    return hints


def _how_to_answer(question: Question, words: Words) -> list[str]:
    match question:
        case SingleChoice() if other_of(question) is not None:
            return [words("hint-single-other")]
        case MultipleChoice():
            most = picks_allowed(question)
            every = most >= len(question.choices)
            return [words("hint-multiple") if every else words("hint-multiple-max", maximum=most)]
        case Ranking():
            return [words("hint-ranking", count=places_of(question))]
        case NumberQuestion(unit=unit):
            unit_text = escape(_in(unit, words)) if unit else ""
            return [words("hint-number-unit", unit=unit_text) if unit else words("hint-number")]
        case DateQuestion():
            return [words("hint-date")]
        case TimeQuestion():
            return [words("hint-time")]
        case OpenQuestion():
            return [words("hint-open")]
    return []


def _ends(question: Scale, words: Words) -> list[str]:
    """Both ends of the scale in words: the author's, or those of the standard."""
    labels = [
        _in(label, words) if label else "" for label in (question.low_label, question.high_label)
    ]
    if question.gauge in GAUGE_ENDS and not any(labels):
        labels = [words(f"scale-{end}-{question.gauge.value}") for end in ("low", "high")]
    said = zip((question.low, question.high), labels, strict=True)
    lines = [f"{point} — {escape(label)}" for point, label in said if label]
    return ["\n".join(lines)] if lines else []


def _in(text: Text, words: Words) -> str:
    return text.in_language(words.language)


def _button(text: str, walk: Walk, place: int, verb: Verb) -> InlineKeyboardButton:
    data = Reply(response=walk.stored.id, question=place, verb=verb)
    return InlineKeyboardButton(text=text, callback_data=data.pack())
