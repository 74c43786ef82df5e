"""The closed family of questions: a new kind makes mypy list every place that must learn it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from surveys.expressions.tree import Expression
from surveys.text import Text

QuestionKey = NewType("QuestionKey", str)
ChoiceKey = NewType("ChoiceKey", str)


class Basis(StrEnum):
    """What a question says about a person, in the terms of market segmentation."""

    PSYCHOGRAPHIC = "psychographic"
    NEEDS = "needs"
    DEMOGRAPHIC = "demographic"
    GEOGRAPHIC = "geographic"
    BEHAVIOURAL = "behavioural"
    BENEFITS = "benefits"
    TECHNOGRAPHIC = "technographic"


class Gauge(StrEnum):
    """What a scale measures by a standard, which also says how it looks."""

    PLAIN = "scale"
    STARS = "rating"
    NPS = "nps"  # 0-10: would you recommend us?
    CSAT = "csat"  # 1-5: how satisfied are you?
    CES = "ces"  # 1-7: was it easy?


GAUGE_ENDS = {Gauge.NPS: (0, 10), Gauge.CSAT: (1, 5), Gauge.CES: (1, 7)}
"""Where a standard sets the ends of the scale."""

Offered = bool | Text
"""Whether an answer beside the question is offered: in the bot's own words (True) or these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a choice question.

    `exclusive` ("none of these") cannot stand with others; `other` ("other: please say") asks for
    words besides.
    """

    key: ChoiceKey
    label: Text
    exclusive: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What every question has.

    `relevant` is met where the question is asked at all; `constraint` by an answer that is taken,
    else `constraint_message` (or a plain sentence) says what is wrong. Both may look at what was
    asked before, the constraint at the answer itself too.
    """

    key: QuestionKey
    prompt: Text
    hint: Text | None = None
    relevant: Expression | None = None
    constraint: Expression | None = None
    constraint_message: Text | None = None
    optional: bool = False  # The survey allows Skip.
    dont_know: Offered = False
    prefer_not: Offered = False
    basis: Basis | None = None
    construct: str | None = None  # The scale that the item belongs to, e.g. "quiet".
    reversed: bool = False  # High agreement means little of the construct.


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(_Asked):
    """Answered in one's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice(_Asked):
    """Answered by one tap on one of `choices`."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(_Asked):
    """Answered by ticks on one message, then Done; from `picks_min` to `picks_max` ticks."""

    choices: tuple[Choice, ...]
    picks_min: int = 1
    picks_max: int | None = None  # None: as many as there are.


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(_Asked):
    """Answered by tapping the choices in order, the best first, then Done; `places` are given."""

    choices: tuple[Choice, ...]
    places: int | None = None  # None: as many as there are choices.


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(_Asked):
    """Answered by Yes or No."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(_Asked):
    """Answered by one tap on a whole number from `low` to `high`, both ends in words."""

    low: int = 1
    high: int = 5
    low_label: Text | None = None
    high_label: Text | None = None
    gauge: Gauge = Gauge.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(_Asked):
    """Answered by typing a number between `minimum` and `maximum`, inclusive; None is no bound."""

    minimum: float | None = None
    maximum: float | None = None
    whole: bool = True
    unit: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateQuestion(_Asked):
    """Answered by a day on the calendar, tapped or typed, from `earliest` to `latest`."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeQuestion(_Asked):
    """Answered by typing a time of day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(_Asked):
    """Asks nothing: a message with the button to go on."""


Question = (
    OpenQuestion
    | SingleChoice
    | MultipleChoice
    | Ranking
    | YesNo
    | Scale
    | NumberQuestion
    | DateQuestion
    | TimeQuestion
    | Note
)

YES, NO = ChoiceKey("yes"), ChoiceKey("no")
YES_NO = (
    Choice(key=YES, label=Text({"ru": "Да", "uk": "Так", "en": "Yes"})),
    Choice(key=NO, label=Text({"ru": "Нет", "uk": "Ні", "en": "No"})),
)
"""What a YesNo question is answered by: the only words that are not the author's."""


@dataclass(frozen=True, slots=True)
class Calculated:
    """A value that nobody is asked for: it follows from the answers whenever it is looked at."""

    key: QuestionKey
    formula: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A versioned list of questions.

    `key` names the survey for ever, in deep links too (1-32 of ``a-z 0-9 _ -``); `version` counts
    its publications from 1. `points` thank for a completed response.
    """

    key: str
    version: int = 1
    title: Text
    welcome: Text | None = None
    thanks: Text | None = None
    points: int = 0
    minutes: int | None = None  # The author's own estimate, told to the respondent.
    questions: tuple[Question, ...]
    calculated: tuple[Calculated, ...] = ()
    languages: tuple[str, ...] = field(default=())

    def question(self, key: str) -> Question | None:
        """The question of that key, or None."""
        return next((q for q in self.questions if q.key == key), None)

    @property
    def branches(self) -> bool:
        """Whether not everybody is asked everything."""
        return any(question.relevant is not None for question in self.questions)


def choices_of(question: Question) -> tuple[Choice, ...]:
    """The choices of a question, none where it has no list of them."""
    if isinstance(question, YesNo):
        return YES_NO
    if isinstance(question, SingleChoice | MultipleChoice | Ranking):
        return question.choices
    return ()


def other_of(question: Question) -> Choice | None:
    """The choice that asks for words besides, if the question has one."""
    return next((choice for choice in choices_of(question) if choice.other), None)
