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
    `weight` makes every question count the same, whatever its number of columns.
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
class Model:
    """What the segments answer; `segments` are ids, `shares` sum to one.

    With `spread` None a person belongs where the mixture's posterior is highest. Else this is a
    k-means solution: what the segments answer are its centres, a person belongs to the nearest
    one, and `spread` is the variance per coordinate that turns distances into probabilities.
    """

    segments: tuple[int, ...]
    shares: tuple[float, ...]
    columns: tuple[Column, ...]
    spread: float | None = None
