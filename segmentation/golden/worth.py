"""What few questions are worth: how many people they place where all their answers do."""

from collections.abc import Sequence
from dataclasses import dataclass

from segmentation.coding import Ints
from surveys.field.rates import wilson

NEARLY = 0.95  # of the accuracy of all answers: the set that is proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenStep:
    """What the first so many questions are worth for people who had no part in choosing them.

    `recall` is the share of each segment's people who are placed there; `in_sample` is the accuracy
    on the very people the questions were chosen by, which flatters.
    """

    item: str
    accuracy: float
    low: float
    high: float
    recall: tuple[float, ...]
    in_sample: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """The path of questions, the whole survey's accuracy, and how many of them are proposed.

    With fewer than `fewest` answers nobody is placed, so that fewer are never proposed.
    """

    steps: tuple[GoldenStep, ...]
    full: float
    full_recall: tuple[float, ...]
    proposed: int
    people: int
    segments: tuple[int, ...]
    fewest: int = 1

    @property
    def items(self) -> tuple[str, ...]:
        """The questions proposed, the most telling first."""
        return tuple(step.item for step in self.steps[: self.proposed])


def accuracy(places: Ints, truth: Ints) -> float:
    """The share of people who are placed right; both are numbers of segments, one a person."""
    return float((places == truth).mean())


def interval(right: float, people: int) -> tuple[float, float]:
    """The 95 % interval of an accuracy of so many people."""
    return wilson(right * people, people)


def recall(places: Ints, truth: Ints, segments: int) -> tuple[float, ...]:
    """Of each segment's people the share who are placed there; 0 where it has none."""
    mine = [truth == segment for segment in range(segments)]
    return tuple(
        float((places[each] == segment).mean()) if each.any() else 0.0
        for segment, each in enumerate(mine)
    )


def worth(
    path: Sequence[str],
    placed: Sequence[Ints],
    in_sample: Sequence[float],
    full: Ints,
    truth: Ints,
    segments: tuple[int, ...],
    *,
    fewest: int = 1,
) -> Golden:
    """The figures of a path from where its first 1, 2, … questions (`placed`) put people.

    `full` is where all answers put them, `truth` where they belong: numbers of segments, one a
    person, of people who had no part in choosing; `in_sample` is the accuracy on those who had.
    """
    steps = []
    for item, places, inside in zip(path, placed, in_sample, strict=True):
        right = accuracy(places, truth)
        low, high = interval(right, len(truth))
        found = recall(places, truth, len(segments))
        step = GoldenStep(
            item=item, accuracy=right, low=low, high=high, recall=found, in_sample=inside
        )
        steps.append(step)
    whole = accuracy(full, truth)
    enough = [n for n, s in enumerate(steps, 1) if n >= fewest and s.accuracy >= NEARLY * whole]
    return Golden(
        steps=tuple(steps),
        full=whole,
        full_recall=recall(full, truth, len(segments)),
        proposed=enough[0] if enough else len(steps),
        people=len(truth),
        segments=segments,
        fewest=fewest,
    )
