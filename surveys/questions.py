"""A survey: its questions, what follows from their answers, and what is asked about any of them.

The kinds of questions are in `surveys.kinds`; all names are to be had here.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from surveys.expressions.tree import Expression
from surveys.field.settings import FieldSettings
from surveys.kinds import (
    GAUGE_ENDS,
    Basis,
    Battery,
    Choice,
    ChoiceKey,
    ContactQuestion,
    DateQuestion,
    Gauge,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    Offered,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    Shuffle,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.reminding import Reminders
from surveys.text import Text

if TYPE_CHECKING:
    from surveys.structure import Item, Stretch

__all__ = [
    "GAUGE_ENDS",
    "NO",
    "YES",
    "YES_NO",
    "Basis",
    "Battery",
    "Calculated",
    "Choice",
    "ChoiceKey",
    "ContactQuestion",
    "DateQuestion",
    "Gauge",
    "Listed",
    "LocationQuestion",
    "MaxDiff",
    "MediaQuestion",
    "MultipleChoice",
    "Note",
    "NumberQuestion",
    "Offered",
    "OpenQuestion",
    "Question",
    "QuestionKey",
    "Ranking",
    "Scale",
    "Shuffle",
    "SingleChoice",
    "Survey",
    "TimeQuestion",
    "YesNo",
    "choices_of",
    "filter_of",
    "other_of",
]

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
    its publications from 1. `points` thank for a completed response. Where the author has blocks
    or loops, `outline` is what they wrote, and `questions` are what that comes to: each question of
    a loop once for each thing that it may be about. `order` says what is asked in an order by lot.
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
    fieldwork: FieldSettings | None = None  # What the file says of it; None leaves it as it is.
    reminders: Reminders | None = None  # Of those who do not answer, if the author wants any.
    outline: tuple["Item", ...] = ()
    outlined: tuple[Calculated, ...] = ()  # Calculated values as written, where there are loops.
    order: "Stretch | None" = None

    def question(self, key: str) -> Question | None:
        """The question of that key, or None."""
        return next((q for q in self.questions if q.key == key), None)

    @property
    def branches(self) -> bool:
        """Whether not everybody is asked everything."""
        return any(q.relevant is not None or filter_of(q) is not None for q in self.questions)

    @property
    def draws_lots(self) -> bool:
        """Whether anything is shown in an order by lot."""
        listed = (q for q in self.questions if isinstance(q, Listed))
        sets = any(isinstance(question, MaxDiff) for question in self.questions)
        return sets or self.order is not None or any(q.shuffle is not False for q in listed)


Listed = SingleChoice | MultipleChoice | Ranking
"""Questions with a list of choices of the author's."""


def filter_of(question: Question) -> Expression | None:
    """What decides which choices are shown, if anything does."""
    return question.choice_filter if isinstance(question, Listed) else None


def choices_of(question: Question) -> tuple[Choice, ...]:
    """The choices of a question, none where it has no list of them."""
    if isinstance(question, YesNo):
        return YES_NO
    if isinstance(question, SingleChoice | MultipleChoice | Ranking | MaxDiff):
        return question.choices
    return ()


def other_of(question: Question) -> Choice | None:
    """The choice that asks for words besides, if the question has one."""
    return next((choice for choice in choices_of(question) if choice.other), None)
