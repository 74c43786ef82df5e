"""Answers in the reader's words, also where an earlier answer stands inside a later question."""

from datetime import date
from html import escape
from typing import assert_never

from bot.views.lengths import excerpt
from bot.words import Words
from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    DontKnow,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Seen,
    Skipped,
    Timed,
    Written,
)
from surveys.events import Response
from surveys.expressions.evaluating import written
from surveys.piping import filled
from surveys.questions import (
    NumberQuestion,
    Offered,
    Question,
    Survey,
    choices_of,
)
from surveys.routing import way_through
from surveys.text import Text
from surveys.values import look_into

QUOTE_CHARS_MAX = 120
UNSAID = "…"  # Where a text asks for an answer that is not there.


def answer_text(question: Question, answer: Answer, words: Words) -> str:
    """The answer in the reader's words, ready for Telegram HTML."""
    match answer:
        case Written(text):
            return _quote(text)
        case Chosen(choice, other):
            return _with_other(_label(question, choice, words), other)
        case Picked(choices, other):
            labels = ", ".join(_label(question, choice, words) for choice in choices)
            return _with_other(labels or "—", other)
        case Ranked(choices):
            ordered = enumerate((_label(question, choice, words) for choice in choices), 1)
            return ", ".join(f"{place}. {label}" for place, label in ordered)
        case Rated(value):
            return str(value)
        case Counted(value):
            unit = question.unit if isinstance(question, NumberQuestion) else None
            number = f"{value:.15g}"
            return f"{number} {escape(unit.in_language(words.language))}" if unit else number
        case Dated(day):
            return date_text(day, words)
        case Timed(moment):
            return moment.isoformat("minutes")
        case Seen():
            return words("answer-seen")
        case Skipped():
            return words("answer-skipped")
        case DontKnow():
            return escape(offered_text(question.dont_know, "button-dont-know", words))
        case PreferNot():
            return escape(offered_text(question.prefer_not, "button-prefer-not", words))
        case _:
            assert_never(answer)


def offered_text(offered: Offered, plain: str, words: Words) -> str:
    """The author's words for an answer beside the question, else the bot's."""
    return offered.in_language(words.language) if isinstance(offered, Text) else words(plain)


def date_text(day: date, words: Words) -> str:
    """ "3 мая 2026"."""
    return words("date-in-words", day=str(day.day), month=day.month, year=str(day.year))


def text_with_answers(text: Text, survey: Survey, response: Response, words: Words) -> str:
    """The author's text for Telegram HTML, with earlier answers put in where it asks for them."""
    escaped = escape(text.in_language(words.language))
    if "${" not in escaped:
        return escaped
    live = way_through(survey, response.answers).answers
    look = look_into(survey, live)

    def say(key: str) -> str:
        question = survey.question(key)
        if question is None:
            return excerpt(escape(written(look(key))), QUOTE_CHARS_MAX) or UNSAID
        answer = live.get(question.key)
        if answer is None:
            return UNSAID
        return excerpt(answer_text(question, answer, words), QUOTE_CHARS_MAX)

    return filled(escaped, say)


def _quote(text: str) -> str:
    return escape(text if len(text) <= QUOTE_CHARS_MAX else text[: QUOTE_CHARS_MAX - 1] + "…")


def _with_other(label: str, other: str | None) -> str:
    return f"{label}: {_quote(other)}" if other else label


def _label(question: Question, key: str, words: Words) -> str:
    said = (c.label.in_language(words.language) for c in choices_of(question) if c.key == key)
    return escape(next(said, key))
