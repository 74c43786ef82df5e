"""The closed family of questions: a new kind makes mypy list every place that must learn it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a choice question; `exclusive` ("none of these") cannot stand with others."""

    key: ChoiceKey
    label: Text
    exclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What every question has."""

    key: QuestionKey
    prompt: Text
    hint: Text | None = None
    optional: bool = False  # The survey allows Skip.
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
class Scale(_Asked):
    """Answered by one tap on a whole number from `low` to `high`, both ends in words."""

    low: int = 1
    high: int = 5
    low_label: Text | None = None
    high_label: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(_Asked):
    """Answered by typing a number between `minimum` and `maximum`, inclusive; None is no bound."""

    minimum: float | None = None
    maximum: float | None = None
    whole: bool = True
    unit: Text | None = None


Question = OpenQuestion | SingleChoice | MultipleChoice | Scale | NumberQuestion


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
    languages: tuple[str, ...] = field(default=())

    def question(self, key: str) -> Question | None:
        """The question of that key, or None."""
        return next((q for q in self.questions if q.key == key), None)
