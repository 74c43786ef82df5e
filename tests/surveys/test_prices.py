"""Price sensitivity: crossings as the method has them, sure as the answers let them be."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library import ready_survey
from surveys.answers import Answer, Counted, DontKnow
from surveys.prices import (
    PEOPLE_MIN,
    Point,
    Prices,
    Sensitivity,
    TooFewPrices,
    measure,
    price_questions,
    prices_given,
)
from surveys.questions import QuestionKey


def a_market(people: int, seed: int = 1) -> list[Prices]:
    """People whose sense of the price differs around 100."""
    dice = Random(seed)
    found = []
    for _ in range(people):
        base = dice.lognormvariate(0, 0.25) * 100
        found.append((base * 0.6, base * 0.85, base * 1.15, base * 1.5))
    return found


def measured(given: list[Prices], resamples: int = 200) -> Sensitivity:
    found = measure(given, resamples=resamples)
    assert isinstance(found, Sensitivity)
    return found


def test_crossings_as_they_are_drawn_by_hand() -> None:
    """Forty people in four groups: the falling and the rising steps meet between the prices."""
    groups = [(10, 20, 30, 40), (20, 30, 40, 50), (30, 40, 50, 60), (40, 50, 60, 70)]
    found = measured([tuple(map(float, each)) for each in groups for _ in range(10)])  # type: ignore[misc]

    # At 40: too cheap 1/4, cheap 2/4, expensive 2/4, too expensive 1/4.
    assert found.grid == (10, 20, 30, 40, 50, 60, 70)
    at_forty = [curve[3] for curve in found.curves]
    assert at_forty == [0.25, 0.5, 0.5, 0.25]
    assert found.points[Point.IPP].price == found.points[Point.OPP].price == 40
    assert found.points[Point.PMC].price == 35
    assert found.points[Point.PME].price == 45


@settings(max_examples=10)
@given(st.integers(0, 1_000), st.integers(PEOPLE_MIN, 60))
def test_the_points_stand_in_order_inside_their_intervals(seed: int, people: int) -> None:
    """Doubts begin before buyers leave; the row order of people changes nothing."""
    market = a_market(people, seed)
    found = measured(market, resamples=50)
    shuffled = Random(seed).sample(market, len(market))

    assert measured(shuffled, resamples=50) == found
    points = found.points
    assert points[Point.PMC].price <= points[Point.OPP].price <= points[Point.PME].price
    assert points[Point.PMC].price <= points[Point.IPP].price <= points[Point.PME].price
    for estimate in points.values():
        assert found.grid[0] <= estimate.low <= estimate.price <= estimate.high <= found.grid[-1]


def test_more_people_make_the_points_surer() -> None:
    few, many = measured(a_market(40)), measured(a_market(600))
    for point in Point:
        widths = [each.points[point].high - each.points[point].low for each in (few, many)]
        assert widths[1] < widths[0]


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """Markets drawn anew: the true optimal price lies inside nearly always."""
    truth = measured(a_market(20_000, seed=99), resamples=2).points[Point.OPP].price
    inside = 0
    for seed in range(20):
        estimate = measured(a_market(80, seed)).points[Point.OPP]
        inside += estimate.low <= truth <= estimate.high
    assert inside >= 16


def test_curves_tell_of_no_handful() -> None:
    """Shares that one to four people make up, or leave out, are not drawn."""
    found = measured(a_market(60))
    for curve in found.curves:
        counts = [round(share * 60) for share in curve if share is not None]
        assert all(count in {0, 60} or 5 <= count <= 55 for count in counts)
    rising = [share for share in found.curves[3] if share is not None]
    assert all(one <= two for one, two in pairwise(rising))


def test_too_few_people_give_no_curves() -> None:
    assert measure(a_market(29), 2) == TooFewPrices(29, 2)


def test_the_four_questions_of_the_ready_survey_are_known_and_order_is_asked_for() -> None:
    """Those who leave one out, or whose prices stand in no order, do not count."""
    keys = price_questions(ready_survey("price_sensitivity"))
    assert keys == ("too_cheap", "cheap", "expensive", "too_expensive")
    assert price_questions(ready_survey("nps_pulse")) is None

    def said(*values: float | None) -> dict[QuestionKey, Answer]:
        pairs = zip(keys or (), values, strict=True)
        return {key: DontKnow() if v is None else Counted(v) for key, v in pairs}

    people = [said(1, 2, 3, 4), said(1, 1, 1, 1), said(4, 3, 2, 1), said(1, 2, None, 4), {}]
    assert prices_given(keys or (), people) == ([(1, 2, 3, 4), (1, 1, 1, 1)], 2)
