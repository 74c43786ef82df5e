"""Where a respondent stands: at which question, with which ticks."""

from dataclasses import replace

from surveys.answers import Picked, Ranked
from surveys.events import Response
from surveys.offering import AnyQuestion, as_shown
from surveys.questions import ChoiceKey, Listed, QuestionKey, Survey
from surveys.routing import KEPT_BESIDE, Way, way_through
from surveys.values import look_into


def next_unanswered(way: Way, start: int) -> QuestionKey | None:
    """The first question without an answer from `start` on, then from the beginning."""
    ahead = way.questions[start:] + way.questions[:start]
    return next((question.key for question in ahead if question.key not in way.answers), None)


def at(response: Response, key: QuestionKey | None) -> Response:
    """The response standing at that question, with the ticks that were left there; those of the
    question that is left are kept."""
    drafts = dict(response.drafts)
    if response.current is not None:
        drafts.pop(response.current, None)
        if response.ticks and response.ticks != standing_ticks(response, response.current):
            drafts[response.current] = response.ticks
    ticks: tuple[ChoiceKey, ...] = ()
    if key is not None:
        ticks = drafts.pop(key, ()) or standing_ticks(response, key)
    return replace(response, current=key, ticks=ticks, drafts=drafts, collects=False)


def standing_ticks(response: Response, key: QuestionKey) -> tuple[ChoiceKey, ...]:
    """The ticks of the answer given before."""
    answer = response.answers.get(key)
    return answer.choices if isinstance(answer, Picked | Ranked) else ()


def question_shown(survey: Survey, response: Response, question: AnyQuestion) -> AnyQuestion:
    """The question with the choices that this person is offered, in their order."""
    if not isinstance(question, Listed):
        return question
    if question.choice_filter is None and question.shuffle is False:
        return question
    way = way_through(survey, response.answers)
    told = {key: response.answers[key] for key in KEPT_BESIDE if key in response.answers}
    return as_shown(question, look_into(survey, {**told, **way.answers}), response.answers)
