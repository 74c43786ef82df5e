"""Who moved between two runs, with the noise of placing people taken out.

People are placed with error, and two errors look like movement. How often either run confuses two
segments follows from its own probabilities; the flows that, seen through that confusion, make the
counted table likeliest are the movement that is left (the three-step method of Vermunt 2010, for
two waves at once).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from segmentation.coding import Coded, Floats, Ints
from segmentation.following.recoding import recoded, shared_items
from segmentation.following.unseen import by_others
from segmentation.model import Model
from segmentation.placing import placeable, probabilities

APART: Mapping[int, int] = {}
ITERATIONS = 2_000
RESTED = 1e-9
DRAWS = 200  # of the interval
LIKENESS_MIN = 0.2  # overlap of two segments that are the same one


@dataclass(frozen=True, slots=True)
class Wave:
    """One run with its people: a model, coded answers in the order of its columns, ids of rows."""

    model: Model
    coded: Coded
    ids: tuple[str, ...]

    @property
    def posterior(self) -> Floats:
        """Where everybody belongs: (people, segments)."""
        return probabilities(self.model, self.coded.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """Flows between the segments of two runs; rows are `before`, columns `after`.

    `matched` names the segment of the later run that is the same as each earlier one, if any.
    `counted` are people by their likeliest segments, `flows` shares of everybody with the noise
    taken out. `moved` is the share that changed its segment, `noise` what chance alone would show
    as moved if nobody had; `moved_low` is 0 where that may be all. Where all segments have matches
    and the questions are the same, both waves are placed by the later model, so that lines drawn
    anew count for nothing.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]
    matched: dict[int, int]
    shared: int
    counted: tuple[tuple[int, ...], ...]
    flows: tuple[tuple[float, ...], ...]
    moved_counted: float
    noise: float
    moved: float
    moved_low: float
    moved_high: float


def matched(first: Wave, second: Wave) -> dict[int, int]:
    """The later segment that means the same as each earlier one, by optimal assignment.

    Meaning, not members: the later people are placed by both models, on the questions both know.
    Where no question is shared, those who are in both runs are compared instead.
    """
    features = [column.feature for column in first.model.columns]
    items = shared_items([c.feature for c in second.model.columns], features)
    if items:
        seen = recoded(second.coded, features)
        one, two = probabilities(first.model, seen.values), second.posterior
        known = placeable(first.model, seen.values) & placeable(second.model, second.coded.values)
        one, two = one[known], two[known]
    else:
        rows, others = common(first.ids, second.ids)
        one, two = first.posterior[rows], second.posterior[others]
    both = one.T @ two
    either = one.sum(axis=0)[:, None] + two.sum(axis=0) - both
    likeness = both / np.maximum(either, 1e-9)
    rows, columns = linear_sum_assignment(-likeness)
    return {
        first.model.segments[i]: second.model.segments[j]
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
        if likeness[i, j] >= LIKENESS_MIN
    }


def common(first: Sequence[str], second: Sequence[str]) -> tuple[Ints, Ints]:
    """The rows of those who are in both, in the order of their ids."""
    place = {name: row for row, name in enumerate(second)}
    pairs = sorted((name, row) for row, name in enumerate(first) if name in place)
    rows = np.array([row for _, row in pairs], dtype=int)
    return rows, np.array([place[name] for name, _ in pairs], dtype=int)


def migrated(
    first: Wave, second: Wave, together: Mapping[int, int] = APART, *, seed: int = 0
) -> Migration | None:
    """The flows between two runs, or None where they have nobody in common.

    `together` names the segment that each merged one stands as: to go between two that stand as
    one is to stay.
    """
    rows, others = common(first.ids, second.ids)
    placed = placeable(first.model, first.coded.values[rows])
    placed &= placeable(second.model, second.coded.values[others])
    rows, others = rows[placed], others[placed]
    if not len(rows):
        return None
    same = matched(first, second)
    one, two = compared(first, second, rows, others, same, unseen=True)
    table = _counted(one, two)
    errors = _confusion(one), _confusion(two)
    stay = _stay(first.model, second.model, same)
    at_home = _stay(first.model, second.model, same, together)
    flows = _flows(table, *errors)
    rng = np.random.default_rng([seed, 17])
    drawn = rng.multinomial(int(table.sum()), (table / table.sum()).ravel(), size=DRAWS)
    spread = [float(1 - (_flows(d.reshape(table.shape), *errors) * at_home).sum()) for d in drawn]
    low, high = (float(q) for q in np.quantile(spread, [0.025, 0.975]))
    noise = _noise(one.mean(axis=0), stay, at_home, *errors)
    counted = [1 - (d.reshape(table.shape) * at_home).sum() / table.sum() for d in drawn]
    if float(np.quantile(counted, 0.025)) <= noise:
        low = 0.0  # So much may be counted where nobody moved: flows are never below zero.
    return Migration(
        before=first.model.segments,
        after=second.model.segments,
        matched=same,
        shared=len(rows),
        counted=tuple(tuple(int(n) for n in row) for row in table),
        flows=tuple(tuple(float(f) for f in row) for row in flows),
        moved_counted=float(1 - (table * at_home).sum() / table.sum()),
        noise=noise,
        moved=float(1 - (flows * at_home).sum()),
        moved_low=low,
        moved_high=high,
    )


def compared(
    first: Wave,
    second: Wave,
    rows: Ints,
    others: Ints,
    same: dict[int, int],
    *,
    unseen: bool = False,
) -> tuple[Floats, Floats]:
    """Where these people stood and stand, in the segments of either run.

    Two fits draw their lines a little apart, which would look like movement. Where every segment
    has its match and the questions are the same, both waves are placed by the later model. With
    `unseen` nobody is placed by a model that saw them: it is too sure, and how often places are
    wrong would be told too small. Without it equal answers have equal places.
    """
    place = by_others if unseen else _plainly
    features = second.coded.features
    shared = shared_items([c.feature for c in first.model.columns], features)
    whole = len(shared) == len({f.item for f in features})
    if not whole or len(same) < max(len(first.model.segments), len(second.model.segments)):
        (one,) = place(first.model, first.coded, [first.coded.values])
        (two,) = place(second.model, second.coded, [second.coded.values])
        return one[rows], two[others]
    before = np.full(second.coded.values.shape, np.nan)
    before[others] = recoded(first.coded.take(rows), features).values
    one, two = place(second.model, second.coded, [before, second.coded.values])
    order = [second.model.segments.index(same[a]) for a in first.model.segments]
    return one[others][:, order], two[others]


def _plainly(model: Model, _: Coded, answers: Sequence[Floats]) -> list[Floats]:
    """By the model itself."""
    return [probabilities(model, values) for values in answers]


def _counted(one: Floats, two: Floats) -> Floats:
    table = np.zeros((one.shape[1], two.shape[1]))
    np.add.at(table, (one.argmax(axis=1), two.argmax(axis=1)), 1)
    return table


def _confusion(posterior: Floats) -> Floats:
    """How often people of each segment (rows) are placed in each (columns)."""
    likeliest = posterior.argmax(axis=1)[:, None] == np.arange(posterior.shape[1])
    table = posterior.T @ likeliest + 1e-9 * np.eye(posterior.shape[1])
    found: Floats = table / table.sum(axis=1, keepdims=True)
    return found


def _stay(
    first: Model, second: Model, same: dict[int, int], together: Mapping[int, int] = APART
) -> Floats:
    """One where a segment and its match, or one that stands as it does, meet; zero elsewhere."""

    def stands(segment: int | None) -> int | None:
        return None if segment is None else together.get(segment, segment)

    met = [
        [float(a in same and stands(same[a]) == stands(b)) for b in second.segments]
        for a in first.segments
    ]
    return np.array(met)


def _flows(table: Floats, one: Floats, two: Floats) -> Floats:
    """The flows that make the table likeliest through the confusion of both runs (EM)."""
    counted = table / max(float(table.sum()), 1e-12)
    flows = np.full(table.shape, 1.0 / table.size)
    for _ in range(ITERATIONS):
        seen = one.T @ flows @ two
        ratio = np.divide(counted, seen, out=np.zeros_like(seen), where=seen > 0)
        stepped = flows * (one @ ratio @ two.T)
        if float(np.abs(stepped - flows).max()) < RESTED:
            break
        flows = stepped
    return flows


def _noise(shares: Floats, stay: Floats, at_home: Floats, one: Floats, two: Floats) -> float:
    """The share that would be counted as moved if nobody had moved at all."""
    still = stay * shares[:, None]
    still /= max(float(still.sum()), 1e-12)
    return float(1 - ((one.T @ still @ two) * at_home).sum())
