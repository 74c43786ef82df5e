"""How sure a place by votes is, held against people of whom more is known."""

from dataclasses import replace

import numpy as np
import pytest

from segmentation.coding import Coded, encode
from segmentation.evidence.calibration import expected_error
from segmentation.placing import likeliest, memberships, probabilities
from segmentation.run import SegmentationRun
from segmentation.run_json import from_json, to_json
from segmentation.values import AnswerTable
from segmentation.votes.calibrating import keeping
from segmentation.votes.few import TooFewVotes, few_votes
from segmentation.votes.typing import VoteTypist
from surveys.answers import Answer, Rated
from surveys.questions import QuestionKey
from tests.segmentation.votes.test_votes import found, two_camps


@pytest.fixture(scope="module")
def house() -> tuple[SegmentationRun, Coded, np.ndarray]:
    """Two camps, found from four hundred of six hundred people."""
    coded, camp = two_camps(600, cast=0.5)
    return (
        found(coded.take(np.arange(400)), 2, pairs=0),
        coded.take(np.arange(400, 600)),
        camp[400:],
    )


@pytest.mark.parametrize("votes", [7, 10])
def test_newcomers_are_as_often_right_as_is_said(
    house: tuple[SegmentationRun, Coded, np.ndarray], votes: int
) -> None:
    """A probability is the share of people who belong there, by the camp they were drawn from."""
    run, newcomers, camp = house
    assert run.model is not None
    rng = np.random.default_rng(1)
    again = np.tile(np.arange(200), 10)
    said = probabilities(run.model, keeping(newcomers.values[again], votes, rng))
    first = likeliest(run.model, newcomers.values)[camp == 1]
    position = np.where(
        camp[again] == 1, np.bincount(first).argmax(), 1 - np.bincount(first).argmax()
    )
    truth = (position[:, None] == np.arange(2)).astype(float)

    assert expected_error(said, truth, np.ones(len(said))) < 0.05


def test_the_error_of_few_votes_is_told_and_smaller_than_before(
    house: tuple[SegmentationRun, Coded, np.ndarray],
) -> None:
    run = house[0]
    by_votes = {c.votes: c for c in run.calibration}

    assert {1, 3, 7} <= by_votes.keys()
    assert all(c.error_after < 0.08 for c in run.calibration)
    assert from_json(to_json(run)) == run


def test_where_votes_and_map_disagree_nobody_is_decided() -> None:
    """Groups stay as the map cut them; a vote that speaks against that makes people undecided."""
    coded, _ = two_camps(300, 60, 0.3)
    run = found(coded, 2, pairs=0)
    assert run.model is not None and run.model.opinions is not None
    odds = probabilities(run.model, coded.values)
    plain = replace(run.model, opinions=replace(run.model.opinions, sureness=None))
    placed = memberships(run.model, range(len(odds)), coded.values, 0.6)

    for row, place in enumerate(likeliest(plain, coded.values)):
        if placed[row].segment is not None:
            assert placed[row].segment == run.model.segments[place]
            assert placed[row].probability == pytest.approx(odds[row, place], abs=1e-6)
            assert placed[row].decided == (placed[row].probability >= 0.6)


def test_statements_that_divide_are_golden_and_asked_first(
    house: tuple[SegmentationRun, Coded, np.ndarray],
) -> None:
    """Half of the statements divide the camps: these are golden, and fewer than by lot suffice."""
    coded, _ = two_camps(600, cast=0.5)
    run = found(coded, 2, pairs=0)
    assert run.model is not None
    golden, one_by_one = few_votes(coded, run.model, most=9)

    assert {int(step.item[1:]) for step in golden.steps[:7]} <= set(range(20))
    assert golden.proposed >= golden.fewest == 7
    assert golden.steps[6].accuracy > (one_by_one.lot_accuracy or 0.0)
    assert 7 <= one_by_one.questions <= 9
    assert one_by_one.accuracy >= 0.95 * golden.full


def test_typing_asks_for_votes_until_it_is_sure(
    house: tuple[SegmentationRun, Coded, np.ndarray],
) -> None:
    """One of the first camp is asked what divides, and is placed there after seven votes."""
    run, newcomers, camp = house
    assert run.model is not None
    typist = VoteTypist.of(run)
    answers: dict[QuestionKey, Answer] = {}
    for _ in range(7):
        item = typist.next_question(answers)
        assert item is not None and int(item[1:]) < 20
        answers[item] = Rated(1)
    features = [column.feature for column in run.model.columns]
    values = encode(features, AnswerTable.of({0: answers}))
    place = memberships(run.model, [0], values, 0.8)[0]
    first = likeliest(run.model, newcomers.values)[camp == 1]

    assert place.decided
    assert place.segment == run.model.segments[np.bincount(first).argmax()]


def test_who_cast_hardly_any_votes_says_nothing_of_fewer() -> None:
    coded, _ = two_camps(120, cast=0.22)
    run = found(coded, 2, pairs=0)
    assert run.model is not None

    with pytest.raises(TooFewVotes):
        few_votes(coded, run.model)
