"""Portraits of segments: what is told of the people in one, as plain values fit for any eye.

What the answers do not say is None or empty, and is told as such: nothing is made up.
"""

from dataclasses import dataclass

from surveys.questions import Basis, ChoiceKey, Question, QuestionKey
from surveys.text import Text
from use_cases.records import StoredSegment
from use_cases.reporting.suppression import Count, Kind
from use_cases.reporting.values import Estimate, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One thing in which a segment differs: a share (0-1) where `share`, else a mean.

    `value`, `difference` (segment minus everybody) and `effect` (Cohen's h or d) have their 95 %
    intervals; errors of placing are taken out. `p` is adjusted for the number of comparisons
    (Benjamini and Hochberg); None for questions that made the segments, which differ by
    construction. `kind` and `kind_of_all` say how much may be told of `value` and `everybody`, by
    how many members said so: exactly what the report tells.
    """

    item: QuestionKey  # The question's key among those of all surveys.
    option: ChoiceKey | None
    question: Question
    label: Text | None
    share: bool
    value: float
    value_low: float
    value_high: float
    everybody: float
    difference: float
    low: float
    high: float
    effect: float
    effect_low: float
    effect_high: float
    p: float | None
    people: int
    kind: Kind = Kind.EXACT
    kind_of_all: Kind = Kind.EXACT

    @property
    def few(self) -> bool:
        """Whether fewer than five of the segment say so."""
        return self.kind is Kind.FEW

    @property
    def most(self) -> bool:
        """Whether all but fewer than five say so."""
        return self.kind is Kind.AT_LEAST

    @property
    def told(self) -> bool:
        """Whether a figure of the segment is told."""
        return self.kind in (Kind.EXACT, Kind.ABOUT)

    @property
    def basis(self) -> Basis | None:
        """What the question says about a person."""
        return self.question.basis

    @property
    def more(self) -> bool:
        """Whether it is more than everybody, not less."""
        return self.difference > 0


@dataclass(frozen=True, slots=True)
class Agreed:
    """What at least this share of every segment says; `label` None: agrees with the statement."""

    question: Question
    label: Text | None
    least: float


@dataclass(frozen=True, slots=True)
class Ages:
    """The middle half of those who told their age: numbers, or the names of two age groups."""

    low: float | Text
    high: float | Text
    people: int


@dataclass(frozen=True, slots=True)
class Hours:
    """The best time of a day: from `start` to `end` o'clock falls the share of all answers."""

    start: int
    end: int
    share: Estimate
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """Who the people of a segment are, as far as answers tell.

    `more` and `less` are the strongest differences of all; `about` what they are like in what did
    not make the segments, as far as chance does not explain it. The others are for the persona:
    `unsure` is what they know less of than others, `wordy` how much they write.
    """

    segment: StoredSegment
    size: Count
    share: Estimate
    more: tuple[Trait, ...] = ()
    less: tuple[Trait, ...] = ()
    about: tuple[Trait, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    values: tuple[Trait, ...] = ()
    needs: tuple[Trait, ...] = ()
    goals: tuple[Trait, ...] = ()
    problems: tuple[Trait, ...] = ()
    unsure: tuple[Trait, ...] = ()
    channels: tuple[Trait, ...] = ()
    wordy: Trait | None = None
    ages: Ages | None = None
    hours: Hours | None = None
    quotes: tuple[Quote, ...] = ()
    guessed: bool = False  # Where people belong is not sure: errors of placing are taken out.
    rows: tuple[Trait, ...] = ()  # Every line, in the order of the questions: for the heat map.
