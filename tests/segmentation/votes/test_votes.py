"""People who each voted on a few of many statements fall into groups of opinion."""

import csv

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from segmentation.coding import Coded
from segmentation.finding import segment_coded
from segmentation.model import Feature, FeatureKind
from segmentation.run import SegmentationRun, Verdict
from segmentation.run_json import from_json, to_json
from segmentation.values import Method, Recipe
from segmentation.votes.space import VOTES_MIN
from segmentation.votes.statements import agreed, defining
from surveys.questions import QuestionKey
from tests.segmentation.open_data import FOLDER, needs_data


def votes(values: np.ndarray) -> Coded:
    """Votes -1, 0, 1 with NaN where none was cast."""
    features = tuple(
        Feature(item=QuestionKey(f"s{j}"), kind=FeatureKind.ORDINAL, low=-1, high=1)
        for j in range(values.shape[1])
    )
    return Coded(features, values + 1, np.ones(len(values)))


def two_camps(
    people: int = 300, statements: int = 40, cast: float = 0.35
) -> tuple[Coded, np.ndarray]:
    """Two camps who disagree on half the statements; all agree on s0; most votes are not cast."""
    rng = np.random.default_rng(0)
    camp = rng.integers(0, 2, people)
    leaning = np.where(np.arange(statements) < statements // 2, 1, 0)
    agree = np.where(leaning == 1, np.where(camp[:, None] == 1, 0.85, 0.1), 0.5)
    agree[:, 0] = 0.97
    drawn = np.where(rng.random((people, statements)) < agree, 1.0, -1.0)
    drawn[rng.random(drawn.shape) < 0.1] = 0.0
    drawn[rng.random(drawn.shape) > cast] = np.nan
    return votes(drawn), camp


def camps(
    groups: int, people: int = 800, statements: int = 60, cast: float = 0.5
) -> tuple[Coded, np.ndarray]:
    """Camps around a plane of two subjects: every statement has a direction on it."""
    rng = np.random.default_rng(groups)
    camp = rng.integers(0, groups, people)
    towards = 2 * np.pi * (camp[:, None] / groups - rng.random(statements))
    agree = 1 / (1 + np.exp(-2.5 * np.cos(towards)))
    drawn = np.where(rng.random((people, statements)) < agree, 1.0, -1.0)
    drawn[rng.random(drawn.shape) < 0.1] = 0.0
    drawn[rng.random(drawn.shape) > cast] = np.nan
    return votes(drawn), camp


def found(coded: Coded, segments: int | None = None, pairs: int = 21) -> SegmentationRun:
    recipe = Recipe(
        scheme="votes", items=(), method=Method.VOTES, segments=segments, pairs=pairs, starts=10
    )
    return segment_coded(coded, range(len(coded.values)), recipe)


def test_two_camps_are_found_and_what_they_are_about() -> None:
    """The number is found, everybody who voted enough stands on a side, and statements say why."""
    coded, camp = two_camps()
    run = found(coded)
    labels = np.array([(m.segment or 0) - 1 for m in run.memberships.values()])
    stands = labels >= 0

    assert run.chosen == 2
    assert run.verdict is not Verdict.NONE
    assert adjusted_rand_score(camp[stands], labels[stands]) > 0.9
    apart = defining(coded.features, coded.values, labels, 0)
    assert apart and all(int(s.item[1:]) in range(1, 20) for s in apart)
    assert agreed(coded.features, coded.values, labels, 2)[0].item == "s0"


def test_who_voted_on_little_is_not_grouped() -> None:
    """Six votes are too few to be put into a camp, by the run and by placing alike."""
    coded, _ = two_camps()
    coded.values[0, :] = np.nan
    coded.values[0, : VOTES_MIN - 1] = 2.0
    run = found(coded, 2, pairs=0)

    assert run.memberships[0].segment is None
    assert (
        run.placed
        == sum(s.size for s in run.segments)
        == 299 - sum(m.segment is None for p, m in run.memberships.items() if p)
    )


def test_votes_by_the_dice_make_no_groups() -> None:
    rng = np.random.default_rng(3)
    drawn = rng.choice([-1.0, 0.0, 1.0], size=(300, 40))
    drawn[rng.random(drawn.shape) > 0.35] = np.nan

    assert found(votes(drawn)).verdict is Verdict.NONE


def test_the_map_survives_json() -> None:
    run = found(two_camps()[0], 2, pairs=0)
    assert from_json(to_json(run)) == run


@pytest.mark.data
@needs_data[1]
@pytest.mark.parametrize(("name", "least"), [("canada_reform", 0.89), ("vtaiwan_uberx", 0.93)])
def test_published_groups_of_opinion_are_met(name: str, least: float) -> None:
    """Nearer to the published groups than mean filling alone (.838 and .766) comes."""
    with (FOLDER / f"polis_{name}.csv").open(encoding="utf-8") as file:
        _, *rows = csv.reader(file)
    cast = np.array([[float(c) if c else np.nan for c in row[6:]] for row in rows])
    run = found(votes(cast), 2, pairs=0)
    both = [(row[1], run.memberships[i].segment) for i, row in enumerate(rows) if row[1]]
    known = [(a, b) for a, b in both if b is not None]

    assert len(known) > 0.98 * len(both)
    assert adjusted_rand_score(*zip(*known, strict=True)) > least
