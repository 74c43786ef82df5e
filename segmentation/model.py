"""A fitted mixture as plain values: what each segment answers to each column, ready for JSON."""

from dataclasses import dataclass
from enum import StrEnum

from surveys.questions import QuestionKey


class FeatureKind(StrEnum):
    """What a column holds, and so how it is coded and compared."""

    BINARY = "binary"  # 0 or 1
    NOMINAL = "nominal"  # one of several options without order
    ORDINAL = "ordinal"  # a step on a scale
    NUMERIC = "numeric"  # a measured number


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One column of the model: an item, or one option of a multiple-choice item.

    `levels` are the options of a nominal column, ("", option) of a ticked one, empty for scales and
    numbers. A number is coded as (value - low) / (high - low), kept within 0..1, after log(1 + x)
    where `logarithmic`. `free` models a column by one multinomial, else by a normal distribution.
    `weight` makes every question count the same, whatever its number of columns; a column that is
    one of several under names of their own (the places of a ranking) is `part_of` the question. A
    score is the mean of its `parts`, those in `turned` reversed. `absent` are
    numbers that stand for no answer.
    """

    item: QuestionKey
    kind: FeatureKind
    option: str | None = None
    levels: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0
    logarithmic: bool = False
    free: bool = True
    weight: float = 1.0
    part_of: QuestionKey | None = None
    absent: tuple[float, ...] = ()
    parts: tuple[QuestionKey, ...] = ()
    turned: tuple[QuestionKey, ...] = ()

    @property
    def question(self) -> QuestionKey:
        """The question whose answer this column holds, or a part of."""
        return self.item if self.part_of is None else self.part_of

    @property
    def width(self) -> int:
        """How many levels a discrete column has."""
        if self.kind is FeatureKind.ORDINAL:
            return round(self.high - self.low) + 1
        return max(len(self.levels), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What the segments answer to one feature, in the order of `Model.segments`.

    `probabilities[segment][level]` for a free feature; else `means[segment]` (coded 0..1) and the
    `variance` that all segments share.
    """

    feature: Feature
    probabilities: tuple[tuple[float, ...], ...] = ()
    means: tuple[float, ...] = ()
    variance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """How votes become probabilities of groups.

    `told[statement][group]` are the log-probabilities of disagree, pass, agree. `on_map` weighs how
    near a group is on the map, `by_votes` what the votes say by themselves: each at one vote and at
    `votes_most`, in between by the logarithm of the number of votes.
    """

    told: tuple[tuple[tuple[float, ...], ...], ...]
    on_map: tuple[float, float]
    by_votes: tuple[float, float]
    votes_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionMap:
    """Where votes place people: mean vote and axes of each statement, centres of the segments.

    Who cast fewer than `votes_min` votes is not placed. Without `sureness` probabilities follow
    from distances alone.
    """

    means: tuple[float, ...]
    axes: tuple[tuple[float, ...], ...]
    centres: tuple[tuple[float, ...], ...]
    votes_min: int
    sureness: Sureness | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What the segments answer; `segments` are ids, `shares` sum to one.

    With `spread` None a person belongs where the mixture's posterior is highest. Else this is a
    k-means solution: what the segments answer are its centres, a person belongs to the nearest
    one, and `spread` is the variance per coordinate that turns distances into probabilities. With
    `opinions` the distances are those on the map of votes. `temperatures` make
    probabilities humbler, one for each share of questions answered (placing.ANSWERED_SHARES).
    """

    segments: tuple[int, ...]
    shares: tuple[float, ...]
    columns: tuple[Column, ...]
    spread: float | None = None
    opinions: OpinionMap | None = None
    temperatures: tuple[float, ...] = ()
