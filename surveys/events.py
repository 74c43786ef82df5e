"""What a walk through a survey consists of: where it stands, and what a step led to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.answers import Answer
from surveys.questions import ChoiceKey, QuestionKey
from surveys.rejections import Rejected


@dataclass(frozen=True, slots=True)
class Response:
    """One respondent's walk through one survey version."""

    answers: Mapping[QuestionKey, Answer] = field(default_factory=dict)
    current: QuestionKey | None = None  # The question being asked; None at the end.
    # On the current question, before Done: in the survey's order, of a ranking in the given one.
    ticks: tuple[ChoiceKey, ...] = ()
    # Ticks that were left behind before Done, on other questions.
    drafts: Mapping[QuestionKey, tuple[ChoiceKey, ...]] = field(default_factory=dict)
    collects: bool = False  # The answer of the current question may still grow, until Done.
    # What earlier surveys know; gone once the question is answered otherwise, or asked again.
    known: Mapping[QuestionKey, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """An answer was taken; `changed` if another one stood there before.

    `added` if it only grew by one more message; `confirmed` if an earlier survey knew it and the
    respondent said that it is still true.
    """

    key: QuestionKey
    answer: Answer
    changed: bool
    added: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """An edited message changed an answer that does not count: its question is not asked now."""

    key: QuestionKey


@dataclass(frozen=True, slots=True)
class AnswerRejected:
    """The reply does not fit the question, which is still being asked."""

    key: QuestionKey
    rejected: Rejected


@dataclass(frozen=True, slots=True)
class TicksChanged:
    """The ticks under the question are now these; of a single choice, "other" waits for words."""

    key: QuestionKey
    ticks: tuple[ChoiceKey, ...]


@dataclass(frozen=True, slots=True)
class WentBack:
    """A question answered before is being asked again; its answer stands until another comes."""

    key: QuestionKey


@dataclass(frozen=True, slots=True)
class SurveyCompleted:
    """Every question on the way has an answer. Comes again after each change at the end."""


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
    | KeptBeside
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
    """ "3 of 9"; at the end both are the same.

    `most` is what the total may grow to, depending on answers that are still to come.
    """

    position: int
    total: int
    most: int
