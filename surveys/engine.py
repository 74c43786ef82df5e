"""The conversation as a function: what was and what came in, what is and what happened out.

Answers are kept, not steps. Where somebody stands follows from the answers and one cursor, so that
going back and changing an answer is natural, and an old button names a question, never a step.
The way through the survey is found anew after every answer (see `routing`).
"""

from dataclasses import replace
from datetime import date

from surveys.answers import Answer, Dated, Picked, Ranked
from surveys.events import (
    AlreadyAnswered,
    AnswerRecorded,
    AnswerRejected,
    Event,
    NotAskedNow,
    Progress,
    Response,
    Step,
    SurveyCompleted,
    TicksChanged,
    WentBack,
)
from surveys.expressions.evaluating import evaluate
from surveys.expressions.tree import uses_today
from surveys.half_answers import only_ticks, repeats, with_ticks
from surveys.questions import (
    MultipleChoice,
    Question,
    QuestionKey,
    Ranking,
    SingleChoice,
    Survey,
)
from surveys.reading import read_answer
from surveys.rejections import Reason, Rejected
from surveys.replies import Reply, TappedChoice, TappedSkip
from surveys.routing import Way, looked_at, may_follow, way_through
from surveys.ticks import ranked_further, toggled
from surveys.values import TODAY_KEY, look_into

__all__ = [
    "AlreadyAnswered",
    "AnswerRecorded",
    "AnswerRejected",
    "Event",
    "NotAskedNow",
    "Progress",
    "Response",
    "Step",
    "SurveyCompleted",
    "TicksChanged",
    "WentBack",
    "begin",
    "change",
    "current_question",
    "go_back",
    "is_complete",
    "keep_answer",
    "progress",
    "skip",
    "take_reply",
    "toggle",
]


def begin(survey: Survey, *, today: date | None = None) -> Response:
    """A new response, at the first question; `today` is kept where a condition asks for it."""
    answers: dict[QuestionKey, Answer] = {}
    if today is not None and asks_for_today(survey):
        answers[TODAY_KEY] = Dated(today)
    return _at(Response(answers), _next_unanswered(way_through(survey, answers), 0))


def asks_for_today(survey: Survey) -> bool:
    """Whether anything in the survey depends on the day."""
    asked = survey.questions
    conditions = [each for q in asked for each in (q.relevant, q.constraint) if each is not None]
    return any(map(uses_today, [*conditions, *(each.formula for each in survey.calculated)]))


def take_reply(survey: Survey, response: Response, asked: str, reply: Reply) -> Step:
    """Take one reply to the question `asked`: the one a button belongs to, or `response.current`
    for typed messages."""
    question = survey.question(asked)
    if question is None or question.key != response.current:
        return _not_current(survey, response, asked, question, reply)
    if only_ticks(question, reply):
        assert isinstance(reply, TappedChoice), "nothing else ticks"
        return toggle(survey, response, asked, reply.index, reply.ticked)
    answer = read_answer(question, with_ticks(question, response, reply))
    if not isinstance(answer, Rejected) and not _allowed(survey, response, question, answer):
        answer = Rejected(Reason.CONSTRAINT)
    if isinstance(answer, Rejected):
        return Step(response, (AnswerRejected(question.key, answer),))
    return _record(survey, response, question, answer)


def skip(survey: Survey, response: Response, asked: str) -> Step:
    """Skip the question, where the survey allows it."""
    return take_reply(survey, response, asked, TappedSkip())


def toggle(
    survey: Survey, response: Response, asked: str, index: int, ticked: bool | None = None
) -> Step:
    """Tick or untick a choice; `ticked` says which, None turns it over.

    A tick on "none of these" clears the others and the other way round; in a ranking a tick gives
    the next place; in a single choice "other" waits for its words.
    """
    question = survey.question(asked)
    reply = TappedChoice(index, ticked)
    if question is None or question.key != response.current:
        return _not_current(survey, response, asked, question, reply)
    match question:
        case MultipleChoice():
            ticks = toggled(question, response.ticks, index, ticked)
        case Ranking():
            ticks = ranked_further(question, response.ticks, index, ticked)
        case SingleChoice() if only_ticks(question, reply):
            ticks = (question.choices[index].key,)
        case _:
            return take_reply(survey, response, asked, reply)
    if isinstance(ticks, Rejected):
        return Step(response, (AnswerRejected(question.key, ticks),))
    if ticks == response.ticks:
        return Step(response)
    return Step(replace(response, ticks=ticks), (TicksChanged(question.key, ticks),))


def go_back(survey: Survey, response: Response) -> Step:
    """Ask the question before the current one again; at the first one nothing happens."""
    way = way_through(survey, response.answers)
    place = way.place(response.current)
    if place == 0:
        return Step(response)
    return _reopen(response, way.questions[place - 1].key)


def change(survey: Survey, response: Response, key: str) -> Step:
    """Ask a question answered before again; the answer stands until another comes."""
    question = survey.question(key)
    way = way_through(survey, response.answers)
    if question is None or question.key not in way.answers:
        return Step(response, (NotAskedNow(key),))
    return _reopen(response, question.key)


def keep_answer(survey: Survey, response: Response) -> Step:
    """Leave a reopened question as it was answered and go on."""
    question = survey.question(response.current) if response.current else None
    if question is None:
        return Step(response)
    if question.key not in response.answers:
        return Step(response, (NotAskedNow(question.key),))
    return _go_on(survey, response, question, ())


def current_question(survey: Survey, response: Response) -> Question | None:
    """The question being asked, or None at the end."""
    return survey.question(response.current) if response.current is not None else None


def is_complete(survey: Survey, response: Response) -> bool:
    """Whether every question on the way has an answer, wherever the respondent stands."""
    way = way_through(survey, response.answers)
    return all(question.key in way.answers for question in way.questions)


def progress(survey: Survey, response: Response) -> Progress:
    """Where the respondent stands, counted from 1, and how far it is as far as anybody can tell."""
    way = way_through(survey, response.answers)
    total = len(way.questions)
    more = may_follow(survey, way) if survey.branches else 0
    return Progress(min(way.place(response.current) + 1, total), total, total + more)


def _next_unanswered(way: Way, start: int) -> QuestionKey | None:
    """The first question without an answer from `start` on, then from the beginning."""
    ahead = way.questions[start:] + way.questions[:start]
    return next((question.key for question in ahead if question.key not in way.answers), None)


def _at(response: Response, key: QuestionKey | None) -> Response:
    """The response standing at that question, with the ticks of the answer given before."""
    answer = response.answers.get(key) if key is not None else None
    ticks = answer.choices if isinstance(answer, Picked | Ranked) else ()
    return replace(response, current=key, ticks=ticks)


def _reopen(response: Response, key: QuestionKey) -> Step:
    if key == response.current:
        return Step(response)
    return Step(_at(response, key), (WentBack(key),))


def _allowed(survey: Survey, response: Response, question: Question, answer: Answer) -> bool:
    """Whether the author's constraint takes the answer.

    It is asked only where all that it looks at has a value: nobody is held up by what they skipped.
    """
    if question.constraint is None:
        return True
    way = way_through(survey, response.answers)
    told = {key: value for key, value in response.answers.items() if key == TODAY_KEY}
    look = look_into(survey, {**told, **way.answers, question.key: answer})
    formulas = {str(each.key): each.formula for each in survey.calculated}
    if any(look(key) is None for key in looked_at(question.constraint, formulas)):
        return True
    return evaluate(question.constraint, look) is not False


def _record(survey: Survey, response: Response, question: Question, answer: Answer) -> Step:
    before = response.answers.get(question.key)
    answered = replace(response, answers={**response.answers, question.key: answer})
    recorded = AnswerRecorded(question.key, answer, before is not None and before != answer)
    return _go_on(survey, answered, question, (recorded,))


def _go_on(
    survey: Survey, response: Response, question: Question, events: tuple[Event, ...]
) -> Step:
    """On to the next question without an answer, or to the end."""
    way = way_through(survey, response.answers)
    following = _next_unanswered(way, way.place(question.key) + 1)
    moved = _at(response, following)
    return Step(moved, events if following is not None else (*events, SurveyCompleted()))


def _not_current(
    survey: Survey, response: Response, asked: str, question: Question | None, reply: Reply
) -> Step:
    """A reply to a question that is not being asked changes nothing."""
    way = way_through(survey, response.answers)
    answer = way.answers.get(question.key) if question is not None else None
    if question is None or answer is None:
        return Step(response, (NotAskedNow(asked),))
    repeated = repeats(question, reply, answer)
    return Step(response, (AlreadyAnswered(question.key, answer, repeated),))
