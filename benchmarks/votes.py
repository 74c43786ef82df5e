"""How sure places by votes are, and what few votes are worth, out of sample, for 2 to 5 groups.

`python -m benchmarks.votes` needs ../shared/data. The whole product runs on four fifths of the
people; the others are placed by some of their votes, drawn by lot, and held against the group that
all their votes put them in where everybody is looked at together. Simulated people stand around
camps on a plane of two subjects; beside the group that all their votes put them in they are held
against the camp that they were drawn from. It prints the tables of docs/golden.md and decision 25.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from segmentation.coding import Coded, Floats, Ints
from segmentation.evidence.calibration import expected_error
from segmentation.finding import segment_coded
from segmentation.golden.likelihoods import folds
from segmentation.model import Model
from segmentation.placing import likeliest, placeable, probabilities
from segmentation.values import Method, Recipe
from segmentation.votes.calibrating import fuller, keeping
from segmentation.votes.few import TooFewVotes, few_votes
from tests.segmentation.open_data import FOLDER
from tests.segmentation.votes.test_votes import camps, votes

GROUPS = (2, 3, 4, 5)
NUMBERS = (3, 7, 10, 15, 20, 30)
AGAIN = 5
CONVERSATIONS = ("canada_reform", "vtaiwan_uberx")
UNDECIDED_BELOW = 0.6


def main() -> None:
    """Print both tables for each number of groups, of open data and of simulated camps."""
    for name in CONVERSATIONS:
        with (FOLDER / f"polis_{name}.csv").open(encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        cast = votes(np.array([[float(c) if c else np.nan for c in r[6:]] for r in rows]))
        for groups in GROUPS:
            told(name, cast, groups)
    for groups in GROUPS:
        coded, camp = camps(groups)
        told("simulated camps", coded, groups, camp)


def told(name: str, coded: Coded, groups: int, camp: Ints | None = None) -> None:
    """Both tables of one set of people, cut into so many groups."""
    model = _model(coded, groups)
    placed = placeable(model, coded.values)
    rows = coded.take(placed)
    truth = likeliest(model, rows.values)
    drawn = None if camp is None else _as_groups(camp[placed], truth, groups)
    sizes = np.bincount(truth, minlength=groups).tolist()
    print(
        f"{name}, {groups} groups {sizes}: votes | error, Brier score by the map alone | ", end=""
    )
    print("calibrated | decided, right of them (all); right of them by camp", flush=True)
    found = list(_out_of_sample(rows, truth, drawn, groups))
    for number in NUMBERS:
        parts = [part for part in found if part.votes == number]
        if parts and sum(len(part.truth) for part in parts) >= 100:
            print(_line(number, parts), flush=True)
    try:
        _few(coded, model)
    except TooFewVotes:
        print("  too few votes to say what few of them are worth")


def _few(coded: Coded, model: Model) -> None:
    golden, typed = few_votes(coded, model)
    for number in sorted({7, 10, len(golden.steps), golden.proposed}):
        if number <= len(golden.steps):
            step = golden.steps[number - 1]
            print(
                f"  {number} golden: {step.accuracy:.3f} ({step.low:.3f}-{step.high:.3f}), "
                f"by group {[round(r, 3) for r in step.recall]}"
            )
    print(
        f"  all {golden.full:.3f}, proposed {golden.proposed}, {golden.people} people; one by one "
        f"{typed.questions:.1f} votes {typed.accuracy:.3f} sure {typed.decided:.2f}; "
        f"{typed.fixed_questions} golden {typed.fixed_accuracy:.3f}, "
        f"by lot {typed.lot_accuracy:.3f}",
        flush=True,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """Some people placed by so many votes; positions are those of the part's own groups."""

    votes: int
    plain: Floats
    sure: Floats
    places: Ints
    truth: Ints
    camp: Ints | None


def _model(coded: Coded, groups: int) -> Model:
    recipe = Recipe(
        scheme="open", items=(), segments=groups, method=Method.VOTES, pairs=0, starts=10
    )
    run = segment_coded(coded, range(len(coded.values)), recipe)
    assert run.model is not None, "these people fall into groups"
    return run.model


def _as_groups(camp: Ints, truth: Ints, groups: int) -> Ints:
    """Camps by the groups that are most like them."""
    table = np.zeros((groups, groups))
    np.add.at(table, (camp, truth), 1)
    found: Ints = linear_sum_assignment(-table)[1][camp]
    return found


def _out_of_sample(rows: Coded, truth: Ints, camp: Ints | None, groups: int) -> Iterator[Part]:
    rng = np.random.default_rng(1)
    for part in folds(len(truth), 5, rng):
        others = np.setdiff1d(np.arange(len(truth)), part)
        model = _model(rows.take(others), groups)
        assert model.opinions is not None
        plain = replace(model, opinions=replace(model.opinions, sureness=None))
        table = np.zeros((groups, groups))
        np.add.at(table, (likeliest(model, rows.values[others]), truth[others]), 1)
        _, same = linear_sum_assignment(-table)
        own = np.argsort(same)
        for number in NUMBERS:
            who = np.intersect1d(fuller(rows.values, number), part).repeat(AGAIN)
            if not len(who):
                continue
            values = keeping(rows.values[who], number, rng)
            yield Part(
                number,
                probabilities(plain, values),
                probabilities(model, values),
                likeliest(model, values),
                own[truth[who]],
                None if camp is None else own[camp[who]],
            )


def _line(number: int, parts: list[Part]) -> str:
    plain, sure = (np.concatenate([getattr(p, n) for p in parts]) for n in ("plain", "sure"))
    places, position = (np.concatenate([getattr(p, n) for p in parts]) for n in ("places", "truth"))
    truth = (position[:, None] == np.arange(sure.shape[1])).astype(float)
    ones, each = np.ones(len(truth)), np.arange(len(truth))
    decided = sure[each, places] >= UNDECIDED_BELOW
    before, after = (f"{_brier(p, truth):.3f}" for p in (plain, sure))
    camps = [part.camp for part in parts if part.camp is not None]
    drawn = f"; {(places == np.concatenate(camps))[decided].mean():.3f}" if camps else ""
    return (
        f"  {number:>2} | {expected_error(plain, truth, ones):.3f} {before} | "
        f"{expected_error(sure, truth, ones):.3f} {after} | "
        f"{decided.mean():.2f} {(places == position)[decided].mean():.3f}"
        f" (all {(places == position).mean():.3f}){drawn}"
    )


def _brier(said: Floats, truth: Floats) -> float:
    return float(((said - truth) ** 2).sum(axis=1).mean())


if __name__ == "__main__":
    main()
