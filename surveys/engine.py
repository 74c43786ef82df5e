"""The conversation as a function: what was and what came in, what is and what happened out.

Answers are kept, not steps. Where somebody stands follows from the answers and one cursor, so that
going back and changing an answer is natural, and an old button names a question, never a step.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from surveys.answers import Answer, Picked
from surveys.questions import ChoiceKey, MultipleChoice, Question, QuestionKey, Survey
from surveys.rejections import Rejected
from surveys.replies import Reply, TappedChoice, TappedDone, TappedSkip, read_answer
from surveys.ticks import indexes, toggled


@dataclass(frozen=True, slots=True)
class Response:
    """One respondent's walk through one survey version."""

    answers: Mapping[QuestionKey, Answer] = field(default_factory=dict)
    current: QuestionKey | None = None  # The question being asked; None at the end.
    ticks: tuple[ChoiceKey, ...] = ()  # On the current question, before Done; survey's order.


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """An answer was taken; `changed` if another one stood there before."""

    key: QuestionKey
    answer: Answer
    changed: bool


@dataclass(frozen=True, slots=True)
class AnswerRejected:
    """The reply does not fit the question, which is still being asked."""

    key: QuestionKey
    rejected: Rejected


@dataclass(frozen=True, slots=True)
class TicksChanged:
    """The ticks under a multiple choice are now these."""

    key: QuestionKey
    ticks: tuple[ChoiceKey, ...]


@dataclass(frozen=True, slots=True)
class WentBack:
    """A question answered before is being asked again; its answer stands until another comes."""

    key: QuestionKey


@dataclass(frozen=True, slots=True)
class SurveyCompleted:
    """Every question has an answer. Comes again when an answer is changed after the end."""


@dataclass(frozen=True, slots=True)
class AlreadyAnswered:
    """An old button or a double tap: the question has this answer and is no longer asked.

    `repeated` if the reply says just what is recorded, so that nothing needs to be asked.
    """

    key: QuestionKey
    answer: Answer
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class NotAskedNow:
    """A reply to a question that is neither being asked nor answered; ask the current one again."""

    key: str


Event = (
    AnswerRecorded
    | AnswerRejected
    | TicksChanged
    | WentBack
    | SurveyCompleted
    | AlreadyAnswered
    | NotAskedNow
)


@dataclass(frozen=True, slots=True)
class Step:
    """What is now, and what happened on the way, in order."""

    response: Response
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """ "3 of 9"; at the end both are the same."""

    position: int
    total: int


def begin(survey: Survey) -> Response:
    """A new response, at the first question."""
    return _at(survey, Response(), _next_unanswered(survey, {}, 0))


def take_reply(survey: Survey, response: Response, asked: str, reply: Reply) -> Step:
    """Take one reply to the question `asked`: the one a button belongs to, or `response.current`
    for typed messages."""
    question = survey.question(asked)
    if question is None or question.key != response.current:
        return _not_current(response, asked, question, reply)
    if isinstance(question, MultipleChoice):
        match reply:
            case TappedChoice(index, ticked):
                return toggle(survey, response, asked, index, ticked)
            case TappedDone(ticks=None):
                reply = TappedDone(indexes(question, response.ticks))
    answer = read_answer(question, reply)
    if isinstance(answer, Rejected):
        return Step(response, (AnswerRejected(question.key, answer),))
    return _record(survey, response, question, answer)


def skip(survey: Survey, response: Response, asked: str) -> Step:
    """Skip the question, where the survey allows it."""
    return take_reply(survey, response, asked, TappedSkip())


def toggle(
    survey: Survey, response: Response, asked: str, index: int, ticked: bool | None = None
) -> Step:
    """Tick or untick a choice of a multiple choice; `ticked` says which, None turns it over.

    A tick on "none of these" clears the others and the other way round.
    """
    question = survey.question(asked)
    reply = TappedChoice(index, ticked)
    if question is None or question.key != response.current:
        return _not_current(response, asked, question, reply)
    if not isinstance(question, MultipleChoice):
        return take_reply(survey, response, asked, reply)
    ticks = toggled(question, response.ticks, index, ticked)
    if isinstance(ticks, Rejected):
        return Step(response, (AnswerRejected(question.key, ticks),))
    if ticks == response.ticks:
        return Step(response)
    return Step(replace(response, ticks=ticks), (TicksChanged(question.key, ticks),))


def go_back(survey: Survey, response: Response) -> Step:
    """Ask the question before the current one again; at the first one nothing happens."""
    place = _place(survey, response.current)
    if place == 0:
        return Step(response)
    return _reopen(survey, response, survey.questions[place - 1].key)


def change(survey: Survey, response: Response, key: str) -> Step:
    """Ask a question answered before again; the answer stands until another comes."""
    question = survey.question(key)
    if question is None or question.key not in response.answers:
        return Step(response, (NotAskedNow(key),))
    return _reopen(survey, response, question.key)


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
    """Whether every question has an answer, wherever the respondent stands."""
    return all(question.key in response.answers for question in survey.questions)


def progress(survey: Survey, response: Response) -> Progress:
    """Where the respondent stands, counted from 1."""
    total = len(survey.questions)
    return Progress(min(_place(survey, response.current) + 1, total), total)


def _place(survey: Survey, key: QuestionKey | None) -> int:
    """The index of the question; past the last one at the end."""
    keys = (question.key for question in survey.questions)
    return next((i for i, each in enumerate(keys) if each == key), len(survey.questions))


def _next_unanswered(
    survey: Survey, answers: Mapping[QuestionKey, Answer], start: int
) -> QuestionKey | None:
    """The first question without an answer from `start` on, then from the beginning."""
    ahead = survey.questions[start:] + survey.questions[:start]
    return next((question.key for question in ahead if question.key not in answers), None)


def _at(survey: Survey, response: Response, key: QuestionKey | None) -> Response:
    """The response standing at that question, with the ticks of the answer given before."""
    answer = response.answers.get(key) if key is not None else None
    ticks = answer.choices if isinstance(answer, Picked) else ()
    return replace(response, current=key, ticks=ticks)


def _reopen(survey: Survey, response: Response, key: QuestionKey) -> Step:
    if key == response.current:
        return Step(response)
    return Step(_at(survey, response, key), (WentBack(key),))


def _record(survey: Survey, response: Response, question: Question, answer: Answer) -> Step:
    before = response.answers.get(question.key)
    answered = replace(response, answers={**response.answers, question.key: answer})
    recorded = AnswerRecorded(question.key, answer, before is not None and before != answer)
    return _go_on(survey, answered, question, (recorded,))


def _go_on(
    survey: Survey, response: Response, question: Question, events: tuple[Event, ...]
) -> Step:
    """On to the next question without an answer, or to the end."""
    following = _next_unanswered(survey, response.answers, _place(survey, question.key) + 1)
    moved = _at(survey, response, following)
    return Step(moved, events if following is not None else (*events, SurveyCompleted()))


def _not_current(response: Response, asked: str, question: Question | None, reply: Reply) -> Step:
    """A reply to a question that is not being asked changes nothing."""
    answer = response.answers.get(question.key) if question is not None else None
    if question is None or answer is None:
        return Step(response, (NotAskedNow(asked),))
    repeated = _repeats(question, reply, answer)
    return Step(response, (AlreadyAnswered(question.key, answer, repeated),))


def _repeats(question: Question, reply: Reply, answer: Answer) -> bool:
    if isinstance(question, MultipleChoice):
        match reply:
            case TappedDone(ticks=None):
                return isinstance(answer, Picked)
            case TappedChoice():
                return False  # A tick alone says too little.
    return read_answer(question, reply) == answer
