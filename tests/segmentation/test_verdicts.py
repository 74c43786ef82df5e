"""The verdict tells groups found in nature from useful cuts, levels and nothing at all.

One seed a story by default; ten with TENKEYS_SOAK set, as `make soak` does.
"""

import os

import pytest

from segmentation.coding import Coded
from segmentation.evidence.verdicts import much_level
from segmentation.finding import segment_coded
from segmentation.run import SegmentationRun, Verdict
from segmentation.values import Recipe
from tests.segmentation.open_data import MCDONALDS, choices, needs_data
from tests.segmentation.populations import one_population, planted, shuffled

SEEDS = range(10 if os.environ.get("TENKEYS_SOAK") else 1)


def run_of(coded: Coded, segments: int | None, seed: int) -> SegmentationRun:
    recipe = Recipe(scheme="story", items=(), segments=segments, segments_max=4, seed=seed)
    return segment_coded(coded, tuple(range(len(coded.values))), recipe)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("segments", [3, None])
def test_three_planted_classes_are_natural(segments: int | None, seed: int) -> None:
    """Groups that were there are called natural, and their number is found."""
    coded, _ = planted(500, 15, seed=seed)
    run = run_of(coded, segments, seed)

    assert (run.verdict, run.chosen) == (Verdict.NATURAL, 3)


def test_a_small_class_is_natural_too() -> None:
    """Seven people in a hundred who are of another kind are found beside a large majority."""
    coded, _ = planted(1200, 20, shares=(0.80, 0.13, 0.07))
    run = run_of(coded, 3, 0)

    assert run.verdict is Verdict.NATURAL
    assert [s.share for s in run.segments] == pytest.approx([0.80, 0.13, 0.07], abs=0.03)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("people", "factors", "segments"), [(600, 2, 3), (150, 1, 2)])
def test_one_population_is_never_natural(
    people: int, factors: int, segments: int, seed: int
) -> None:
    """People along a continuum can be cut, even stably; but there are no kinds of them."""
    run = run_of(one_population(people, 12, factors=factors, seed=seed), segments, seed)

    assert run.verdict is not Verdict.NATURAL


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("segments", [3, None])
def test_permuted_answers_hold_nothing(segments: int | None, seed: int) -> None:
    """Answers that do not hang together hold no segments, whatever number is asked for."""
    coded, _ = planted(500, 12, seed=seed)
    run = run_of(shuffled(coded, seed), segments, seed)

    assert run.verdict is Verdict.NONE
    assert run.chosen == (segments or 0)


@pytest.mark.data
@needs_data[1]
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("name", "segments", "expected"),
    [
        ("mcdonalds", 4, Verdict.REPRODUCIBLE),
        ("vacmot", 2, Verdict.LEVEL_ONLY),
        ("vacmot", 3, Verdict.LEVEL_ONLY),
        ("vacmot", 6, Verdict.CONSTRUCTIVE),
    ],
)
def test_published_cuts_get_the_known_verdict(
    name: str, segments: int, expected: Verdict, seed: int
) -> None:
    """McDonald's four segments are a stable cut; vacation motives a level, then a useful cut."""
    coded = choices(name, MCDONALDS if name == "mcdonalds" else 20)

    assert run_of(coded, segments, seed).verdict is expected


@pytest.mark.data
@needs_data[1]
@pytest.mark.parametrize("seed", SEEDS)
def test_permuted_vacation_motives_hold_nothing(seed: int) -> None:
    """The margins of real answers alone make no segments."""
    run = run_of(shuffled(choices("vacmot", 20), seed), 3, seed)

    assert run.verdict is Verdict.NONE


@pytest.mark.data
@needs_data[1]
def test_a_useful_cut_that_is_mostly_level_says_so() -> None:
    """Six segments of the vacation motives go with how much people tick; McDonald's four do not."""
    motives = run_of(choices("vacmot", 20), 6, 0)
    image = run_of(choices("mcdonalds", MCDONALDS), 4, 0)

    assert 0.6 < (much_level(motives) or 0) < 0.8
    assert much_level(image) is None
