"""The closed family of questions: a new kind makes mypy list every place that must learn it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from surveys.expressions.tree import Expression
from surveys.media import MEGABYTES_MAX, MediaKind
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
    FIRMOGRAPHIC = "firmographic"


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

Shuffle = bool | int
"""Whether an order is drawn by lot: anew for each response (True), or for all by that seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a choice question.

    `exclusive` ("none of these") cannot stand with others; `other` ("other: please say") asks for
    words besides. `columns` hold what the author noted beside it, for a filter to look at.
    """

    key: ChoiceKey
    label: Text
    exclusive: bool = False
    other: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What every question has.

    `relevant` is met where the question is asked at all; `constraint` by an answer that is taken,
    else `constraint_message` (or a plain sentence) says what is wrong. Both may look at what was
    asked before, the constraint at the answer itself too. `default` is an answer to propose.
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
    default: Expression | None = None
    remembers: str | None = None  # What of the person it asks, whatever the survey: "birthday".
    section: Text | None = None  # The heading of the block that it stands in.
    picture: str | None = None  # The https address of what is shown with it.


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed(_Asked):
    """What every question with a list of choices has.

    `choice_filter` is met by the choices that are shown, each by its columns.
    """

    choices: tuple[Choice, ...]
    shuffle: Shuffle = False
    choice_filter: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(_Asked):
    """Answered in one's own words; with `collect` in as many messages as it takes, until Done."""

    collect: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice(_Listed):
    """Answered by one tap on one of `choices`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(_Listed):
    """Answered by ticks on one message, then Done; from `picks_min` to `picks_max` ticks."""

    picks_min: int = 1
    picks_max: int | None = None  # None: as many as there are.


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(_Listed):
    """Answered by tapping the choices in order, the best first, then Done; `places` are given."""

    places: int | None = None  # None: as many as there are choices.


@dataclass(frozen=True, slots=True, kw_only=True)
class MaxDiff(_Asked):
    """Answered by tapping the best, then the worst, of a few choices at a time (`surveys.maxdiff`).

    `best` and `worst` ask for the one and for the other.
    """

    choices: tuple[Choice, ...]
    per_set: int = 4
    sets: int | None = None  # None: so many that every choice is shown three times.
    best: Text | None = None
    worst: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(_Asked):
    """Answered by Yes or No."""


@dataclass(frozen=True, slots=True)
class Battery:
    """Rows that are asked one by one on one scale, under one `stem`; each row is a question."""

    key: str
    stem: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(_Asked):
    """Answered by one tap on a whole number from `low` to `high`, both ends in words; `labels`
    are words for each point, if the author gives them."""

    low: int = 1
    high: int = 5
    low_label: Text | None = None
    high_label: Text | None = None
    labels: tuple[Text, ...] = ()
    gauge: Gauge = Gauge.PLAIN
    battery: Battery | None = None  # What the row belongs to; its prompt is the row's own text.


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaQuestion(_Asked):
    """Answered by sending files of the `accepted` kinds, the first of which is asked for."""

    accepted: tuple[MediaKind, ...]
    files: int = 1  # As many are taken at most.
    megabytes: int = MEGABYTES_MAX  # Each file may have.


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationQuestion(_Asked):
    """Answered by sending a place, or its coordinates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactQuestion(_Asked):
    """Answered by sharing one's own telephone number."""


Question = (
    OpenQuestion
    | SingleChoice
    | MultipleChoice
    | Ranking
    | MaxDiff
    | YesNo
    | Scale
    | NumberQuestion
    | DateQuestion
    | TimeQuestion
    | Note
    | MediaQuestion
    | LocationQuestion
    | ContactQuestion
)
