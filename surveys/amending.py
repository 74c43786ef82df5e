"""An edited message changes the answer that it gave, wherever the respondent stands by now."""

from dataclasses import replace

from surveys.answers import Answer, Chosen, Picked
from surveys.constraints import allowed
from surveys.events import (
    AnswerRecorded,
    AnswerRejected,
    Event,
    KeptBeside,
    NotAskedNow,
    Response,
    Step,
    SurveyCompleted,
)
from surveys.offering import in_survey_order
from surveys.questions import MultipleChoice, Question, Ranking, SingleChoice, Survey, other_of
from surveys.reading.answers import read_answer
from surveys.rejections import Reason, Rejected
from surveys.replies import Reply, Typed, TypedOther
from surveys.routing import way_through
from surveys.standing import at, next_unanswered, question_shown
from surveys.ticks import indexes


def amend(survey: Survey, response: Response, key: str, reply: Reply) -> Step:
    """Take `reply` as the new answer to an answered question; where people stand stays, unless the
    way now leads elsewhere. An answer beside the way is kept all the same."""
    question = survey.question(key)
    before = response.answers.get(question.key) if question is not None else None
    if question is None or before is None or isinstance(question, Ranking):
        return Step(response, (NotAskedNow(key),))
    shown = question_shown(survey, response, question)
    answer = read_answer(shown, _whole(shown, before, reply))
    if not isinstance(answer, Rejected):
        answer = in_survey_order(question, answer)
    if not isinstance(answer, Rejected) and not allowed(survey, response, question, answer):
        answer = Rejected(Reason.CONSTRAINT)
    if isinstance(answer, Rejected):
        return Step(response, (AnswerRejected(question.key, answer),))
    amended = replace(response, answers={**response.answers, question.key: answer})
    events: list[Event] = [AnswerRecorded(question.key, answer, changed=before != answer)]
    if not way_through(survey, amended.answers).leads_past(question.key):
        events.append(KeptBeside(question.key))
    return _standing(survey, response, amended, question, events)


def _whole(question: Question, before: Answer, reply: Reply) -> Reply:
    """The new words, with the ticks that stand by the old ones."""
    if not isinstance(reply, Typed):
        return reply
    match question, before:
        case MultipleChoice(), Picked(choices, other) if other is not None:
            return TypedOther(reply.text, indexes(question, choices))
        case SingleChoice(), Chosen(choice, _) if _is_other(question, choice):
            return TypedOther(reply.text, indexes(question, (choice,)))
    return reply


def _is_other(question: SingleChoice, choice: str) -> bool:
    other = other_of(question)
    return other is not None and other.key == choice


def _standing(
    survey: Survey, before: Response, amended: Response, question: Question, events: list[Event]
) -> Step:
    """Where the respondent stands after the change: where they stood, if that is still asked."""
    way = way_through(survey, amended.answers)
    if before.current == question.key:
        answer = amended.answers[question.key]
        ticks = answer.choices if isinstance(answer, Picked) else ()
        return Step(replace(amended, ticks=ticks), tuple(events))
    if before.current is not None and way.leads_past(before.current):
        return Step(amended, tuple(events))
    following = next_unanswered(way, way.place(question.key) + 1)
    if following is None and before.current is not None:
        events.append(SurveyCompleted())
    return Step(at(amended, following), tuple(events))
