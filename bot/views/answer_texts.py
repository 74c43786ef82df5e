"""Answers in the reader's words, also where an earlier answer stands inside a later question."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import assert_never

from bot.views.lengths import excerpt
from bot.words import Words
from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    DontKnow,
    Judged,
    Located,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Seen,
    Sent,
    Skipped,
    Timed,
    Written,
    words_in,
)
from surveys.events import Response
from surveys.expressions.functions import written
from surveys.maxdiff.scoring import preferred
from surveys.media import MediaFile, MediaKind
from surveys.piping import OTHER, filled
from surveys.questions import (
    NumberQuestion,
    Offered,
    Question,
    Scale,
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
            if isinstance(question, Scale) and question.labels:
                own = question.labels[value - question.low]
                return escape(own.in_language(words.language))
            return str(value)
        case Counted(value):
            unit = question.unit if isinstance(question, NumberQuestion) else None
            number = words.number(value)
            return f"{number} {escape(unit.in_language(words.language))}" if unit else number
        case Dated(day):
            return date_text(day, words)
        case Timed(moment):
            return moment.isoformat("minutes")
        case Judged():
            liked = preferred(answer)[:3]
            return ", ".join(_label(question, choice, words) for choice in liked) or "—"
        case Sent(files):
            return _files_text(files, words)
        case Located(latitude, longitude):
            return f"{latitude:.5f}, {longitude:.5f}"
        case Contacted(phone):
            return phone
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


def kinds_text(kinds: Iterable[MediaKind], words: Words) -> str:
    """ "a video or a document"."""
    return words("or").join(words(f"file-{kind.value}") for kind in kinds)


def _files_text(files: tuple[MediaFile, ...], words: Words) -> str:
    """How many files of each kind, and what was written with the first that has words."""
    counted = Counter(file.kind for file in files)
    said = ", ".join(words(f"files-{kind.value}", count=n) for kind, n in counted.items())
    caption = next((file.caption for file in files if file.caption), None)
    return _with_other(said, caption)


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
    look = look_into(survey, live, words.language)

    def say(key: str) -> str:
        question = survey.question(key.removesuffix(OTHER))
        if question is None:
            return excerpt(escape(written(look(key))), QUOTE_CHARS_MAX) or UNSAID
        answer = live.get(question.key)
        if answer is None:
            return UNSAID
        if key.endswith(OTHER):
            return excerpt(escape(words_in(answer) or ""), QUOTE_CHARS_MAX) or UNSAID
        return excerpt(answer_text(question, answer, words), QUOTE_CHARS_MAX)

    return filled(escaped, say)


def _quote(text: str) -> str:
    return escape(text if len(text) <= QUOTE_CHARS_MAX else text[: QUOTE_CHARS_MAX - 1] + "…")


def _with_other(label: str, other: str | None) -> str:
    return f"{label}: {_quote(other)}" if other else label


def _label(question: Question, key: str, words: Words) -> str:
    said = (c.label.in_language(words.language) for c in choices_of(question) if c.key == key)
    return escape(next(said, key))
