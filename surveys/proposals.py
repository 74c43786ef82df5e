"""The answer that the author proposes to a question: one tap takes it."""

from datetime import date, time

from surveys.answers import Answer
from surveys.events import Response
from surveys.expressions.evaluating import evaluate
from surveys.expressions.functions import written
from surveys.expressions.tree import Value
from surveys.offering import as_shown
from surveys.questions import (
    NO,
    YES,
    DateQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    TimeQuestion,
    YesNo,
    choices_of,
)
from surveys.reading.answers import read_answer
from surveys.rejections import Rejected
from surveys.replies import Reply, TappedChoice, TappedDay, TappedDone, TappedScale, Typed
from surveys.routing import KEPT_BESIDE, way_through
from surveys.values import look_into


def proposed_reply(survey: Survey, response: Response, question: Question) -> Reply | None:
    """What the tap on the proposal says; None where there is none to take."""
    if question.default is None:
        return None
    way = way_through(survey, response.answers)
    told = {key: response.answers[key] for key in KEPT_BESIDE if key in response.answers}
    look = look_into(survey, {**told, **way.answers})
    reply = _reply(question, evaluate(question.default, look))
    shown = as_shown(question, look, response.answers)
    if reply is None or not {c.key for c in choices_of(shown)} >= _named(question, reply):
        return None
    return None if isinstance(read_answer(question, reply), Rejected) else reply


def proposed_answer(survey: Survey, response: Response, question: Question) -> Answer | None:
    """The answer that is proposed, to be shown on its button."""
    reply = proposed_reply(survey, response, question)
    answer = None if reply is None else read_answer(question, reply)
    return None if isinstance(answer, Rejected) else answer


def _reply(question: Question, value: Value) -> Reply | None:
    if value is None or value == "":
        return None
    match question, value:
        case OpenQuestion() | NumberQuestion(), _:
            return Typed(f"{value:.15g}" if isinstance(value, float) else written(value))
        case ((SingleChoice() | YesNo() | MultipleChoice()), _):
            return _picks(question, value)
        case Scale(), float() if value.is_integer():
            return TappedScale(int(value))
        case DateQuestion(), date():
            return TappedDay(value)
        case TimeQuestion(), time():
            return Typed(value.isoformat("minutes"))
        case TimeQuestion(), str():
            return Typed(value)
        case ((Ranking() | Note()), _):
            return None
    return None


def _picks(question: Question, value: Value) -> Reply | None:
    """The choices that the value names, by their keys, or yes or no."""
    if isinstance(value, bool):
        value = YES if value else NO
    names = value.split() if isinstance(value, str) else value
    places = {str(choice.key): place for place, choice in enumerate(choices_of(question))}
    if not isinstance(names, list | tuple) or any(name not in places for name in names):
        return None
    picked = [places[name] for name in names]
    if isinstance(question, MultipleChoice):
        return TappedDone(frozenset(picked))
    return TappedChoice(picked[0]) if len(picked) == 1 else None


def _named(question: Question, reply: Reply) -> set[str]:
    choices = choices_of(question)
    match reply:
        case TappedChoice(index):
            return {choices[index].key}
        case TappedDone(frozenset() as ticks):
            return {choices[index].key for index in ticks}
    return set()
