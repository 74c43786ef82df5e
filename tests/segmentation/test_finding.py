"""People of known kinds answer; the segmentation must find them, or say that there are none."""

import json

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from segmentation.finding import segment
from segmentation.placing import place
from segmentation.run import SegmentationRun, Verdict
from segmentation.run_json import from_json, to_json
from segmentation.searching.solving import Solver
from segmentation.values import AnswerTable, Recipe
from surveys.questions import QuestionKey
from tests.segmentation.makers import MIXED, mixed, rating_recipe, ratings, table
from tests.segmentation.populations import yes_no


@pytest.fixture(scope="module")
def three_kinds() -> tuple[SegmentationRun, np.ndarray]:
    sheets, truth = ratings(400, 12)
    return segment(table(sheets), rating_recipe(12)), truth


def agreement(run: SegmentationRun, truth: np.ndarray) -> float:
    found = [run.memberships[person].segment or 0 for person in sorted(run.memberships)]
    return float(adjusted_rand_score(truth, found))


def test_three_planted_kinds_are_found(three_kinds: tuple[SegmentationRun, np.ndarray]) -> None:
    """Three kinds of people who differ clearly become three natural segments."""
    run, truth = three_kinds

    assert Verdict.NATURAL is run.verdict
    assert run.chosen == 3
    assert agreement(run, truth) > 0.9
    assert sum(s.size for s in run.segments) == 400
    assert [s.id for s in run.segments] == [1, 2, 3]


def test_answers_without_structure_give_no_segments() -> None:
    """Everybody answers by the same dice: no segments are invented."""
    sheets, _ = ratings(300, 10, kinds=1)
    run = segment(table(sheets), rating_recipe(10))

    assert Verdict.NONE is run.verdict
    assert run.segments == ()
    assert all(m.segment is None for m in run.memberships.values())


def test_sixty_people_are_needed() -> None:
    """Fifty-nine people are too few to look for segments, however clear they were."""
    sheets, _ = ratings(59, 10)
    run = segment(table(sheets), rating_recipe(10))

    assert Verdict.TOO_FEW is run.verdict
    assert run.segments == ()


def test_every_kind_of_question_is_read() -> None:
    """Choices, ticks, ratings and numbers with gaps tell two kinds of people apart together."""
    sheets, truth = mixed(300)
    run = segment(table(sheets), MIXED)

    assert run.chosen == 2
    assert agreement(run, truth) > 0.85
    assert {"way", "hobbies", "quiet", "age", "owner"} == {m.item for m in run.segments[0].profile}


def test_the_number_asked_for_is_given_and_the_floor_told() -> None:
    """A manager's own number stands even where a segment falls under the floor."""
    sheets, _ = ratings(120, 10)
    run = segment(table(sheets), rating_recipe(10, segments=6, pairs=0))

    assert run.chosen == 6
    assert run.below_floor


def test_markers_point_both_ways(three_kinds: tuple[SegmentationRun, np.ndarray]) -> None:
    """Each segment has up to three markers more and three less, strongest first."""
    run, _ = three_kinds
    for found in run.segments:
        assert all(m.difference > 0 for m in found.more)
        assert all(m.difference < 0 for m in found.less)
        assert 1 <= len(found.more + found.less) <= 6
        assert all(run.memberships[person].segment == found.id for person in found.typical)


def test_segments_keep_their_ids(three_kinds: tuple[SegmentationRun, np.ndarray]) -> None:
    """The same people a month later, with newcomers: every segment keeps its id."""
    before, _ = three_kinds
    sheets, _ = ratings(400, 12)
    newcomers, _ = ratings(500, 12)
    after = segment(
        table({**newcomers, **sheets}), rating_recipe(12, seed=5, segments=3, pairs=0), before
    )

    assert all(s.carried for s in after.segments)
    assert {1, 2, 3} == {s.id for s in after.segments}
    stayed = [after.memberships[p].segment == m.segment for p, m in before.memberships.items()]
    assert np.mean(stayed) > 0.95


def test_an_id_is_never_used_again(three_kinds: tuple[SegmentationRun, np.ndarray]) -> None:
    """Other people with other answers are other segments: old ids retire, new ones follow."""
    before, _ = three_kinds
    strangers, _ = ratings(400, 12, seed=99)
    shifted = {person + 10_000: sheet for person, sheet in strangers.items()}
    after = segment(table(shifted), rating_recipe(12, segments=3, pairs=0), before)

    new = [s.id for s in after.segments if not s.carried]
    assert all(i > before.ids_given for i in new)
    assert {1, 2, 3} == set(after.retired) | {s.id for s in after.segments if s.carried}


def test_a_run_survives_json(three_kinds: tuple[SegmentationRun, np.ndarray]) -> None:
    """A run written down and read back is the same run."""
    run, _ = three_kinds
    assert run == from_json(json.loads(json.dumps(to_json(run))))


def test_a_newcomer_is_placed_at_once(three_kinds: tuple[SegmentationRun, np.ndarray]) -> None:
    """The same answers lead to the same segment, and a few answers to a humbler probability."""
    run, _ = three_kinds
    sheets, _ = ratings(400, 12)
    whole = place(run, sheets[7])
    part = place(run, {QuestionKey("q0"): sheets[7][QuestionKey("q0")]})

    assert run.memberships[7] == whole
    assert part.probability < whole.probability
    assert place(run, {}).segment is None


def test_the_order_of_people_does_not_matter() -> None:
    """The same people under other ids, in another order, fall into the same segments."""
    sheets, _ = ratings(200, 8)
    shuffled = np.random.default_rng(1).permutation(200)
    recipe = rating_recipe(8, segments=3)
    run = segment(table(sheets), recipe)
    again = segment(table({int(shuffled[p]): s for p, s in sheets.items()}), recipe)

    assert run.evidence == again.evidence
    assert [run.memberships[p] for p in range(200)] == [
        again.memberships[int(shuffled[p])] for p in range(200)
    ]


def test_a_table_holds_each_person_once_in_order() -> None:
    """A table out of order is a mistake of the caller."""
    with pytest.raises(ValueError, match="ascending"):
        AnswerTable(people=(2, 1), answers={})


def test_a_recipe_survives_json() -> None:
    """A recipe written down and read back is the same recipe."""
    assert Recipe.from_json(json.loads(json.dumps(MIXED.to_json()))) == MIXED


def test_slow_ground_is_climbed_to_its_top() -> None:
    """Few items that hang together on one scale climb slowly; whoever begins, the top is one."""
    rng = np.random.default_rng(5)
    heights = 0.75 * rng.standard_normal((1000, 1)) + np.array([2.7, 1.0, 0.25, 1.3, 2.1])
    coded = yes_no((heights + rng.logistic(size=(1000, 5)) > 0).astype(float))
    tops = []
    for seed in range(2):
        solver = Solver(coded, Recipe(scheme="slow", items=(), seed=seed), 1000, 1000)
        found = solver.topped(solver.best(4)).evidence
        tops.append(found.log_likelihood)
        assert list(found.sizes) == sorted(found.sizes, reverse=True)

    assert tops[0] == pytest.approx(tops[1], abs=0.01)
