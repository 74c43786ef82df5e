"""What holds for any answers whatever."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.coding import distinct
from segmentation.evidence.stability import adjusted_rand
from segmentation.finding import segment
from segmentation.placing import place_all
from segmentation.values import Recipe
from tests.segmentation.makers import MIXED, mixed, table

QUICK = Recipe(scheme="law", items=MIXED.items, segments=2, pairs=0, starts=5)
FEW = settings(max_examples=8)


@FEW
@given(seed=st.integers(0, 10_000), missing=st.floats(0, 0.6), segments=st.integers(1, 5))
def test_everybody_who_answered_stands_in_one_segment(
    seed: int, missing: float, segments: int
) -> None:
    """Sizes add up to those placed, shares to one, and a second look places everybody alike."""
    sheets, _ = mixed(80, seed=seed, missing=missing)
    recipe = Recipe(scheme="law", items=MIXED.items, segments=segments, pairs=0, starts=5)
    run = segment(table(sheets), recipe)
    answered = {person for person, sheet in sheets.items() if sheet}

    placed = {person for person, m in run.memberships.items() if m.segment is not None}
    assert placed <= answered
    if run.segments:
        assert placed == answered
        assert sum(s.size for s in run.segments) == run.placed == len(answered)
        assert abs(sum(s.share for s in run.segments) - 1) < 1e-9
        assert place_all(run, table(sheets)) == run.memberships


@FEW
@given(seed=st.integers(0, 10_000))
def test_who_stands_first_does_not_matter(seed: int) -> None:
    """Other ids in another order: the same people together, with the same probability."""
    sheets, _ = mixed(80, seed=seed)
    order = np.random.default_rng(seed).permutation(80)
    run = segment(table(sheets), QUICK)
    again = segment(table({int(order[p]): sheet for p, sheet in sheets.items()}), QUICK)

    assert all(run.memberships[p] == again.memberships[int(order[p])] for p in range(80))


@FEW
@given(seed=st.integers(0, 10_000))
def test_more_options_do_not_make_a_question_count_more(seed: int) -> None:
    """Within one choice of several, options share the weight of one question."""
    sheets, _ = mixed(80, seed=seed)
    run = segment(table(sheets), QUICK)
    assert run.model is not None
    weights: dict[str, float] = {}
    for column in run.model.columns:
        weights[column.feature.item] = weights.get(column.feature.item, 0) + column.feature.weight

    assert len({round(weight, 9) for weight in weights.values()}) == 1


@given(seed=st.integers(0, 10_000), k=st.integers(2, 5))
def test_the_rand_index_knows_itself(seed: int, k: int) -> None:
    """Any labelling agrees fully with itself, and with itself under other names."""
    labels = np.random.default_rng(seed).integers(0, k, 50)
    same = np.zeros((k, k))
    np.add.at(same, (labels, (labels + 1) % k), 1)

    assert adjusted_rand(same) == 1.0


@settings(max_examples=50)
@given(
    rows=st.lists(
        st.tuples(*[st.sampled_from([float("nan"), -2.5, 0.0, 1.0, 3.0, 1e9])] * 3), max_size=30
    )
)
def test_equal_rows_are_one(rows: list[tuple[float, ...]]) -> None:
    """Rows that hold the same are found as one, in the order of what they hold, none invented."""
    values = np.array(rows, dtype=float).reshape(len(rows), 3)
    found, inverse = distinct(values)
    held = [tuple(-np.inf if np.isnan(x) else x for x in row) for row in values.tolist()]

    assert np.array_equal(found[inverse], values, equal_nan=True)
    assert len(found) == len(set(held))
    assert [held.index(h) for h in sorted(set(held))] == [
        int(np.flatnonzero(inverse == i)[0]) for i in range(len(found))
    ]
