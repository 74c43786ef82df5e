"""How sure places by votes are, and what few votes are worth, out of sample.

`python -m benchmarks.votes` needs ../shared/data. The whole product runs on four fifths of the
people; the others are placed by some of their votes, drawn by lot, and held against the group that
all their votes put them in where everybody is looked at together. Simulated people are held against
the camp that they were drawn from. It prints the tables of docs/golden.md.
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
from segmentation.votes.few import few_votes
from tests.segmentation.open_data import FOLDER
from tests.segmentation.votes.test_votes import two_camps, votes

NUMBERS = (3, 7, 10, 15, 20, 30)
AGAIN = 5
CONVERSATIONS = ("canada_reform", "vtaiwan_uberx")
UNDECIDED_BELOW = 0.6


def main() -> None:
    """Print both tables for open data and for simulated camps."""
    for name in CONVERSATIONS:
        with (FOLDER / f"polis_{name}.csv").open(encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        told(name, votes(np.array([[float(c) if c else np.nan for c in r[6:]] for r in rows])))
    coded, camp = two_camps(600, 40, 0.6)
    told("two simulated camps", coded, camp)


def told(name: str, coded: Coded, camp: Ints | None = None) -> None:
    """Both tables of one set of people."""
    model = _model(coded)
    rows = coded.take(placeable(model, coded.values))
    truth = likeliest(model, rows.values) if camp is None else camp[placeable(model, coded.values)]
    print(f"{name}: votes | error, Brier score by the map alone | calibrated | decided, right")
    found = list(_out_of_sample(rows, truth))
    for number in NUMBERS:
        parts = [part for part in found if part.votes == number]
        if parts and sum(len(part.truth) for part in parts) >= 100:
            print(_line(number, parts), flush=True)
    golden, typed = few_votes(coded, model)
    for number in sorted({3, 5, 7, 10, len(golden.steps), golden.proposed}):
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
    """Some people placed by so many votes; positions are those of the whole run's groups."""

    votes: int
    plain: Floats
    sure: Floats
    places: Ints
    truth: Ints


def _model(coded: Coded) -> Model:
    recipe = Recipe(scheme="open", items=(), segments=2, method=Method.VOTES, pairs=0, starts=10)
    run = segment_coded(coded, range(len(coded.values)), recipe)
    assert run.model is not None, "these people fall into groups"
    return run.model


def _out_of_sample(rows: Coded, truth: Ints) -> Iterator[Part]:
    rng = np.random.default_rng(1)
    for part in folds(len(truth), 5, rng):
        others = np.setdiff1d(np.arange(len(truth)), part)
        model = _model(rows.take(others))
        assert model.opinions is not None
        plain = replace(model, opinions=replace(model.opinions, sureness=None))
        table = np.zeros((2, 2))
        np.add.at(table, (likeliest(model, rows.values[others]), truth[others]), 1)
        _, same = linear_sum_assignment(-table)
        for number in NUMBERS:
            who = np.intersect1d(fuller(rows.values, number), part).repeat(AGAIN)
            if not len(who):
                continue
            values = keeping(rows.values[who], number, rng)
            position = np.argsort(same)[truth[who]]
            yield Part(
                number,
                probabilities(plain, values),
                probabilities(model, values),
                likeliest(model, values),
                position,
            )


def _line(number: int, parts: list[Part]) -> str:
    plain, sure = (np.concatenate([getattr(p, n) for p in parts]) for n in ("plain", "sure"))
    places, position = (np.concatenate([getattr(p, n) for p in parts]) for n in ("places", "truth"))
    truth = (position[:, None] == np.arange(2)).astype(float)
    ones, each = np.ones(len(truth)), np.arange(len(truth))
    decided = sure[each, places] >= UNDECIDED_BELOW
    before, after = (f"{_brier(p, truth):.3f}" for p in (plain, sure))
    return (
        f"  {number:>2} | {expected_error(plain, truth, ones):.3f} {before} | "
        f"{expected_error(sure, truth, ones):.3f} {after} | "
        f"{decided.mean():.2f} {(places == position)[decided].mean():.3f}"
        f" (all {(places == position).mean():.3f})"
    )


def _brier(said: Floats, truth: Floats) -> float:
    return float(((said - truth) ** 2).sum(axis=1).mean())


if __name__ == "__main__":
    main()
