"""What is told of the sizes of segments over time."""

import pytest

from segmentation.run import Segment, SegmentationRun, Verdict
from segmentation.values import Recipe
from use_cases.segments.following import shares_told


def _of_sizes(*sizes: int) -> SegmentationRun:
    whole = sum(sizes)
    segments = tuple(
        Segment(
            id=number,
            size=size,
            decided=size,
            share=size / whole,
            profile=(),
            more=(),
            less=(),
            typical=(),
        )
        for number, size in enumerate(sizes, 1)
    )
    return SegmentationRun(
        recipe=Recipe(scheme="needs", items=()), verdict=Verdict.REPRODUCIBLE, people=whole,
        placed=whole, exploratory=True, below_floor=False, segments=segments,
    )  # fmt: skip


def test_shares_of_a_large_house_are_told_as_they_are() -> None:
    assert shares_told(_of_sizes(30, 20)) == {"1": 0.6, "2": 0.4}


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_what_is_told_of_the_others_does_not_give_the_few_away(few: int) -> None:
    """Whether there is one or there are four, the same is drawn."""
    told = shares_told(_of_sizes(40 - few, 20, few))
    assert told == {"1": pytest.approx(38 / 60), "2": pytest.approx(20 / 60)}
