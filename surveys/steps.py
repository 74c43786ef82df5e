"""What one reply brings about: an answer kept, a question opened again, the next one asked."""

from dataclasses import replace

from surveys.answers import Answer
from surveys.collecting import stays
from surveys.events import (
    AlreadyAnswered,
    AnswerRecorded,
    Event,
    NotAskedNow,
    Response,
    Step,
    SurveyCompleted,
    WentBack,
)
from surveys.half_answers import repeats
from surveys.proposals import proposed_reply
from surveys.questions import Question, QuestionKey, Survey
from surveys.reading.media import more_may_come
from surveys.replies import Reply, TappedProposal, TappedStillTrue
from surveys.routing import way_through
from surveys.standing import at, next_unanswered, standing_ticks


def reopen(response: Response, key: QuestionKey) -> Step:
    """Ask a question answered before once more; its answer stands meanwhile."""
    if key == response.current:
        return Step(response)
    return Step(at(forget(response, key).response, key), (WentBack(key),))


def forget(response: Response, key: QuestionKey) -> Step:
    """The question is asked as if no earlier survey knew the answer."""
    return Step(replace(response, known={k: v for k, v in response.known.items() if k != key}))


def meant(survey: Survey, response: Response, question: Question, reply: Reply) -> Reply:
    """The reply itself; of a tap on the proposal what it says by now."""
    if not isinstance(reply, TappedProposal):
        return reply
    return proposed_reply(survey, response, question) or reply


def record(
    survey: Survey,
    response: Response,
    question: Question,
    answer: Answer,
    reply: Reply,
    *,
    confirmed: bool = False,
) -> Step:
    """Keep the answer, and go on unless the question stays."""
    before = response.answers.get(question.key)
    if not confirmed:
        response = forget(response, question.key).response
    answers = {**response.answers, question.key: answer}
    answered = replace(response, answers=answers, ticks=())
    changed = before is not None and before != answer
    added = changed and response.collects
    recorded = AnswerRecorded(question.key, answer, changed, added, confirmed)
    if confirmed:
        return onward(survey, answered, question, (recorded,))
    if stays(question, reply) or more_may_come(question, answer):
        ticks = standing_ticks(answered, question.key)
        return Step(replace(answered, ticks=ticks, collects=True), (recorded,))
    return onward(survey, answered, question, (recorded,))


def onward(
    survey: Survey, response: Response, question: Question, events: tuple[Event, ...]
) -> Step:
    """On to the next question without an answer, or to the end."""
    way = way_through(survey, response.answers)
    following = next_unanswered(way, way.place(question.key) + 1)
    moved = at(response, following)
    return Step(moved, events if following is not None else (*events, SurveyCompleted()))


def not_current(
    survey: Survey, response: Response, asked: str, question: Question | None, reply: Reply
) -> Step:
    """A reply to a question that is not being asked changes nothing."""
    way = way_through(survey, response.answers)
    answer = way.answers.get(question.key) if question is not None else None
    if question is None or answer is None:
        return Step(response, (NotAskedNow(asked),))
    if isinstance(reply, TappedStillTrue):
        repeated = response.known.get(question.key) == answer
        return Step(response, (AlreadyAnswered(question.key, answer, repeated),))
    repeated = repeats(question, meant(survey, response, question, reply), answer)
    return Step(response, (AlreadyAnswered(question.key, answer, repeated),))
