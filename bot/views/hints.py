"""How a question can be answered, in a line or two under it."""

from html import escape

from bot.views.answer_texts import kinds_text, text_with_answers
from bot.words import Words
from surveys import engine
from surveys.answers import words_in
from surveys.lots import seed_in
from surveys.maxdiff.asking import standing
from surveys.questions import (
    GAUGE_ENDS,
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
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
from surveys.reading.searching import is_long
from surveys.text import Text
from surveys.ticks import picks_allowed, places_of
from use_cases.conversations.walks import Walk


def hints_of(walk: Walk, question: Question, words: Words) -> list[str]:
    """The author's hint, else how to answer; the ends of a scale in any case. Telegram HTML."""
    other = other_of(question)
    said = words_in(walk.response.answers.get(question.key))
    if other is not None and other.key in walk.response.ticks and said is None:
        return [words("hint-other", choice=escape(_in(other.label, words)))]
    if question.hint is not None:
        hints = [text_with_answers(question.hint, walk.questions, walk.response, words)]
        if isinstance(question, MaxDiff):
            hints.append(_asked_of_a_set(walk, question, words))
    else:
        shown = engine.question_shown(walk.questions, walk.response, question)
        hints = _how_to_answer(walk, shown, words)
    if isinstance(question, Scale):
        return [*hints, *_ends(question, words)]
    return hints


def _how_to_answer(walk: Walk, question: Question, words: Words) -> list[str]:
    match question:
        case SingleChoice() if is_long(question):
            return [words("hint-long-list")]
        case SingleChoice() if other_of(question) is not None:
            return [words("hint-single-other")]
        case MultipleChoice():
            most = picks_allowed(question)
            every = most >= len(question.choices)
            hint = words("hint-multiple") if every else words("hint-multiple-max", maximum=most)
            return [hint, words("hint-long-list")] if is_long(question) else [hint]
        case Ranking():
            return [words("hint-ranking", count=places_of(question))]
        case NumberQuestion(unit=unit):
            unit_text = escape(_in(unit, words)) if unit else ""
            return [words("hint-number-unit", unit=unit_text) if unit else words("hint-number")]
        case MaxDiff():
            return [_asked_of_a_set(walk, question, words)]
        case DateQuestion():
            return [words("hint-date")]
        case TimeQuestion():
            return [words("hint-time")]
        case OpenQuestion(collect=collect):
            return [words("hint-open-many" if collect else "hint-open")]
        case MediaQuestion(accepted=accepted, files=files, megabytes=megabytes):
            hint = words(f"hint-{accepted[0].value}", files=files)
            if len(accepted) > 1:
                hint += " " + words("hint-also", kinds=kinds_text(accepted[1:], words))
            return [hint + " " + words("hint-megabytes", megabytes=megabytes)]
        case LocationQuestion():
            return [words("hint-place")]
        case ContactQuestion():
            return [words("hint-contact")]
    return []


def _asked_of_a_set(walk: Walk, question: MaxDiff, words: Words) -> str:
    """Which set it is, and whether the best or the worst of it is asked for."""
    now = standing(question, walk.response.ticks, seed_in(walk.response.answers))
    own = question.best if now.best is None else question.worst
    plain = words("maxdiff-best") if now.best is None else words("maxdiff-worst")
    said = text_with_answers(own, walk.questions, walk.response, words) if own else plain
    return f"{now.number}/{now.total}  {said}"


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
