"""Which choices of a question somebody is shown, and in which order; replies read the same way.

Buttons and answers name a choice as the survey lists it, whatever was filtered away or drawn by
lot; what is typed ("2") means what stands second before the person's eyes.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from surveys.answers import Answer, Chosen, Picked, Ranked
from surveys.expressions.evaluating import COLUMN, Look, holds
from surveys.expressions.tree import Value
from surveys.lots import choices_by_lot, seed_in
from surveys.questions import (
    Choice,
    Listed,
    MultipleChoice,
    Question,
    QuestionKey,
    Ranking,
    SingleChoice,
    choices_of,
)
from surveys.replies import Reply, TappedChoice, TappedDone, TypedOther

AnyQuestion = TypeVar("AnyQuestion", bound=Question)
NOWHERE = -1  # The index of a choice that is not offered: no reader takes it.


def offered(question: Question, look: Look) -> tuple[Choice, ...]:
    """The choices that the filter lets through, in the survey's order."""
    choices = choices_of(question)
    if not isinstance(question, Listed) or question.choice_filter is None:
        return choices
    return tuple(choice for choice in choices if _passes(question, choice, look))


def can_be_shown(question: Question, look: Look) -> bool:
    """Whether there is anything to choose from, where the question lists choices."""
    filtered = isinstance(question, Listed) and question.choice_filter is not None
    return not filtered or bool(offered(question, look))


def still_fits(question: Question, answer: Answer, look: Look) -> bool:
    """Whether every choice of the answer is still offered; else the answer does not count."""
    if not isinstance(question, Listed) or question.choice_filter is None:
        return True
    keys = {choice.key for choice in offered(question, look)}
    match answer:
        case Chosen(choice):
            return choice in keys
        case Picked(choices) | Ranked(choices):
            return keys.issuperset(choices)
    return True


def as_shown(
    question: AnyQuestion, look: Look, answers: Mapping[QuestionKey, Answer]
) -> AnyQuestion:
    """The question with its choices as this person sees them."""
    if not isinstance(question, Listed):
        return question
    if question.choice_filter is None and question.shuffle is False:
        return question
    kept = offered(question, look)
    shown = choices_by_lot(question.key, kept, question.shuffle, seed_in(answers))
    return _limited(replace(question, choices=shown))  # type: ignore[return-value]


def said_of(reply: Reply, was: Question, shown: Question) -> Reply:
    """The reply by places among the choices of `shown` instead of those of `was`."""
    if was is shown:
        return reply
    keys = [choice.key for choice in choices_of(was)]
    places = {choice.key: place for place, choice in enumerate(choices_of(shown))}

    def place(index: int) -> int:
        return places.get(keys[index], NOWHERE) if 0 <= index < len(keys) else NOWHERE

    match reply:
        case TappedChoice(index):
            return replace(reply, index=place(index))
        case TappedDone(frozenset() as ticks):
            return TappedDone(frozenset(map(place, ticks)))
        case TappedDone(tuple() as ordered):
            return TappedDone(tuple(map(place, ordered)))
        case TypedOther(_, ticks):
            return replace(reply, ticks=tuple(map(place, ticks)))
    return reply


def in_survey_order(question: Question, answer: Answer) -> Answer:
    """The answer with its picks as the survey lists them."""
    if not isinstance(answer, Picked) or not isinstance(question, MultipleChoice):
        return answer
    picked = set(answer.choices)
    ordered = tuple(choice.key for choice in question.choices if choice.key in picked)
    return replace(answer, choices=ordered)


def _passes(question: SingleChoice | MultipleChoice | Ranking, choice: Choice, look: Look) -> bool:
    assert question.choice_filter is not None, "asked only where there is a filter"

    def with_columns(key: str) -> Value:
        if not key.startswith(COLUMN):
            return look(key)
        name = key.removeprefix(COLUMN)
        return choice.columns.get(name, str(choice.key) if name == "name" else None)

    return holds(question.choice_filter, with_columns)


def _limited(question: Listed) -> Listed:
    """No more picks or places asked for than there are choices left."""
    together = sum(not choice.exclusive for choice in question.choices)
    match question:
        case MultipleChoice(picks_min=least) if least > together:
            return replace(question, picks_min=together)
        case Ranking(places=int(places)) if places > len(question.choices):
            return replace(question, places=len(question.choices))
    return question
