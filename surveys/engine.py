"""The conversation as a function: what was and what came in, what is and what happened out.

Answers are kept, not steps. Where somebody stands follows from the answers and one cursor, so that
going back and changing an answer is natural, and an old button names a question, never a step.
The way through the survey is found anew after every answer (see `routing`).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from surveys.answers import Answer, Counted, Dated, Sent, Written
from surveys.collecting import ends_collecting, with_earlier_words
from surveys.constraints import allowed
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
from surveys.expressions.tree import Expression, uses_source, uses_today
from surveys.half_answers import named_choices, only_ticks
from surveys.half_steps import judge, tick_all, with_ticks
from surveys.lots import SEED_KEY
from surveys.offering import in_survey_order, said_of
from surveys.questions import (
    MaxDiff,
    MultipleChoice,
    Question,
    QuestionKey,
    Ranking,
    SingleChoice,
    Survey,
    filter_of,
)
from surveys.reading.answers import read_answer
from surveys.reading.media import beyond, with_earlier
from surveys.rejections import Reason, Rejected
from surveys.remembering import agrees, known_answer
from surveys.replies import (
    Reply,
    TappedChoice,
    TappedItem,
    TappedSkip,
    Typed,
)
from surveys.routing import may_follow, way_through
from surveys.standing import at, next_unanswered, question_shown
from surveys.steps import forget, meant, not_current, onward, record, reopen
from surveys.ticks import ranked_further, toggled
from surveys.values import SOURCE_KEY, TODAY_KEY

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
    "go_on",
    "is_complete",
    "keep_answer",
    "progress",
    "question_shown",
    "skip",
    "take_reply",
    "toggle",
]


NOTHING_KNOWN: Mapping[QuestionKey, Answer] = {}


def begin(
    survey: Survey,
    *,
    today: date | None = None,
    seed: int = 0,
    source: str | None = None,
    known: Mapping[QuestionKey, Answer] = NOTHING_KNOWN,
) -> Response:
    """A new response, at the first question.

    `today` and `source` (of the start link) are kept where a condition asks for them, `seed` where
    anything is in an order by lot; `known` is what earlier surveys know and these questions need
    only confirm.
    """
    answers: dict[QuestionKey, Answer] = {}
    if survey.draws_lots:
        answers[SEED_KEY] = Counted(float(seed))
    if today is not None and asks_for(survey, uses_today):
        answers[TODAY_KEY] = Dated(today)
    if source and asks_for(survey, uses_source):
        answers[SOURCE_KEY] = Written(source)
    return at(Response(answers, known=known), next_unanswered(way_through(survey, answers), 0))


def asks_for(survey: Survey, uses: Callable[[Expression], bool]) -> bool:
    """Whether any condition or formula of the survey uses that."""
    conditions = [
        each
        for question in survey.questions
        for each in (question.relevant, question.constraint, question.default, filter_of(question))
        if each is not None
    ]
    return any(map(uses, [*conditions, *(each.formula for each in survey.calculated)]))


def take_reply(survey: Survey, response: Response, asked: str, reply: Reply) -> Step:
    """Take one reply to the question `asked`: the one a button belongs to, or `response.current`
    for typed messages."""
    question = survey.question(asked)
    if question is None or question.key != response.current:
        return not_current(survey, response, asked, question, reply)
    full = beyond(response.answers, reply)
    if full is not None and full != question.key:
        return Step(response, (AnswerRejected(full, Rejected(Reason.FILE_BEYOND)),))
    known = known_answer(survey, response, question)
    agreed = agrees(question, known, reply) if known is not None else None
    if known is not None and agreed is not None:
        if not agreed:
            return forget(response, question.key)
        return record(survey, response, question, known, reply, confirmed=True)
    given, reply = reply, meant(survey, response, question, reply)
    if only_ticks(question, reply) and given is reply:
        assert isinstance(reply, TappedChoice), "nothing else ticks"
        return toggle(survey, response, asked, reply.index, reply.ticked)
    if isinstance(question, MaxDiff) and isinstance(reply, TappedItem | Typed):
        return judge(survey, response, question, reply)
    if ends_collecting(question, response, reply):
        return onward(survey, response, question, ())
    return _read(survey, response, question, reply, given)


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
        return not_current(survey, response, asked, question, reply)
    shown = question_shown(survey, response, question)
    moved = said_of(reply, question, shown)
    assert isinstance(moved, TappedChoice), "a tap stays one"
    match shown:
        case MultipleChoice():
            ticks = toggled(shown, response.ticks, moved.index, ticked)
        case Ranking():
            ticks = ranked_further(shown, response.ticks, moved.index, ticked)
        case SingleChoice() if only_ticks(shown, moved):
            ticks = (shown.choices[moved.index].key,)
        case _:
            return take_reply(survey, response, asked, reply)
    if isinstance(ticks, tuple) and isinstance(question, MultipleChoice):
        ticks = tuple(choice.key for choice in question.choices if choice.key in ticks)
    if isinstance(ticks, Rejected):
        return Step(response, (AnswerRejected(question.key, ticks),))
    return with_ticks(response, question, ticks)


def go_back(survey: Survey, response: Response) -> Step:
    """Ask the question before the current one again; at the first one nothing happens."""
    question = current_question(survey, response)
    if isinstance(question, MaxDiff) and response.ticks:
        return with_ticks(response, question, response.ticks[:-1])
    way = way_through(survey, response.answers)
    place = way.place(response.current)
    if place == 0:
        return Step(response)
    return reopen(response, way.questions[place - 1].key)


def change(survey: Survey, response: Response, key: str) -> Step:
    """Ask a question answered before again; the answer stands until another comes.

    Where only an earlier survey knows the answer, the question is asked as if it did not.
    """
    question = survey.question(key)
    if question is not None and known_answer(survey, response, question) is not None:
        return forget(response, question.key)
    way = way_through(survey, response.answers)
    if question is None or question.key not in way.answers:
        return Step(response, (NotAskedNow(key),))
    return reopen(response, question.key)


def keep_answer(survey: Survey, response: Response) -> Step:
    """Leave a reopened question as it was answered and go on."""
    question = survey.question(response.current) if response.current else None
    if question is None:
        return Step(response)
    if question.key not in response.answers:
        return Step(response, (NotAskedNow(question.key),))
    return onward(survey, replace(response, ticks=()), question, ())


def go_on(survey: Survey, response: Response) -> Response:
    """The response at its first question without an answer; at the end if there is none."""
    return at(response, next_unanswered(way_through(survey, response.answers), 0))


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


def _read(
    survey: Survey, response: Response, question: Question, reply: Reply, given: Reply
) -> Step:
    """Words or a whole answer, read as the question was shown; `given` is what came in."""
    shown = question_shown(survey, response, question)
    moved = said_of(reply, question, shown)
    named = named_choices(shown, response, moved)
    if named is not None and isinstance(shown, MultipleChoice):
        return tick_all(response, question, shown, named)
    answer = read_answer(shown, with_earlier_words(shown, response, moved))
    if isinstance(answer, Sent) and response.collects:
        answer = with_earlier(answer, response.answers.get(question.key))
    if not isinstance(answer, Rejected):
        answer = in_survey_order(question, answer)
    if not isinstance(answer, Rejected) and not allowed(survey, response, question, answer):
        answer = Rejected(Reason.CONSTRAINT)
    if isinstance(answer, Rejected):
        return Step(response, (AnswerRejected(question.key, answer),))
    return record(survey, response, question, answer, given)
