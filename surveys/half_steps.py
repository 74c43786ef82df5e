"""Replies that are half an answer: a tick, words that name choices, the best of a set."""

from dataclasses import replace

from surveys.answers import Judged
from surveys.events import AnswerRejected, Response, Step, TicksChanged
from surveys.lots import seed_in
from surveys.maxdiff.asking import judged
from surveys.questions import (
    ChoiceKey,
    MaxDiff,
    MultipleChoice,
    Question,
    Survey,
    choices_of,
)
from surveys.rejections import Rejected
from surveys.replies import Reply
from surveys.steps import record
from surveys.ticks import toggled


def with_ticks(response: Response, question: Question, ticks: tuple[ChoiceKey, ...]) -> Step:
    """The ticks as they are now; the same ones are no event."""
    if ticks == response.ticks:
        return Step(response)
    return Step(replace(response, ticks=ticks), (TicksChanged(question.key, ticks),))


def tick_all(
    response: Response, question: Question, shown: MultipleChoice, named: tuple[int, ...]
) -> Step:
    """Words that name choices tick them, all or none; Done is still to come."""
    ticks = response.ticks
    for index in named:
        together = toggled(shown, ticks, index, ticked=True)
        if isinstance(together, Rejected):
            return Step(response, (AnswerRejected(question.key, together),))
        ticks = together
    in_order = tuple(choice.key for choice in choices_of(question) if choice.key in ticks)
    return with_ticks(response, question, in_order)


def judge(survey: Survey, response: Response, question: MaxDiff, reply: Reply) -> Step:
    """The best of a set, or the worst; the last of them is the answer."""
    found = judged(question, response.ticks, reply, seed_in(response.answers))
    match found:
        case Rejected():
            return Step(response, (AnswerRejected(question.key, found),))
        case Judged():
            return record(survey, response, question, found, reply)
    return with_ticks(response, question, found)
