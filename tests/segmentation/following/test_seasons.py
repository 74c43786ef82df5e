"""The same season a year before, against published intervals and against chance itself."""

from datetime import UTC, datetime

import numpy as np
import pytest

from segmentation.following.seasons import (
    Difference,
    Lack,
    Turn,
    a_year_before,
    clear,
    compared,
    difference,
    sizes_compared,
)
from segmentation.purchases.figures import Figure, mean, share


def shares(a: int, m: int, b: int, n: int) -> Difference:
    """The difference of a of m and b of n."""
    one, two = share(a, m), share(b, n)
    assert one is not None and two is not None
    return difference(one, two)


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
    ],
)
def test_shares_differ_as_newcombe_has_them(
    cells: tuple[int, int, int, int], low: float, high: float
) -> None:
    """Method 10 of Newcombe (1998), table II."""
    found = shares(*cells)
    assert found.low == pytest.approx(low, abs=6e-5)
    assert found.high == pytest.approx(high, abs=6e-5)


def test_means_differ_as_welch_has_them() -> None:
    """Two errors of 3 and 4 make one of 5."""
    now, then = Figure(20.0, 17.0, 23.0, 50), Figure(10.0, 6.0, 14.0, 40)
    assert difference(now, then) == Difference(10.0, 5.0, 15.0)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """Shares of 60 and 80 people, means of 40; and sizes, where people come and go by chance."""
    dice, times = np.random.default_rng(1), 4_000
    held = {"shares": 0, "means": 0, "sizes": 0}
    for _ in range(times):
        found = shares(int(dice.binomial(60, 0.3)), 60, int(dice.binomial(80, 0.2)), 80)
        held["shares"] += bool(found.low <= 0.1 <= found.high)  # type: ignore[operator]
        a, b = dice.normal(5, 2, 40), dice.normal(4, 1, 40)
        one, two = (mean(x.sum(), (x * x).sum(), 40) for x in (a, b))
        assert one is not None and two is not None
        found = difference(one, two)
        held["means"] += bool(found.low <= 1 <= found.high)  # type: ignore[operator]
        came, left = int(dice.poisson(12)), int(dice.poisson(4))
        sizes = sizes_compared(60 + came, 60 + left, 60).difference
        assert sizes is not None
        held["sizes"] += bool(sizes.low <= 8 <= sizes.high)  # type: ignore[operator]
    assert all(0.94 <= count / times <= 0.965 for count in held.values()), held


def test_what_is_not_known_is_said() -> None:
    known = share(10, 40)
    assert compared(known, known).difference == pytest.approx(difference(known, known))  # type: ignore[arg-type]
    assert compared(known, None).lack is Lack.FEW_THEN
    assert compared(None, known).lack is Lack.FEW_NOW
    assert compared(known, known, reaches=False).lack is Lack.NO_DATA
    assert compared(known, known, reaches=False).then is None
    assert sizes_compared(40, 0, 0).lack is Lack.NO_DATA
    assert sizes_compared(40, 4, 4).lack is Lack.FEW_THEN
    assert sizes_compared(4, 0, 0).lack is sizes_compared(4, 40, 4).lack is Lack.FEW_NOW


def test_as_much_coming_and_going_as_there_was_may_be_all_of_it() -> None:
    """Forty more of whom nobody left is a change; twenty came and eighteen left is none."""
    grown, stirred = sizes_compared(80, 40, 40), sizes_compared(42, 40, 22)
    assert grown.difference is not None and grown.difference.turn is Turn.MORE
    assert stirred.difference is not None and stirred.difference.turn is Turn.UNSURE
    shrunk = sizes_compared(10, 40, 10).difference
    assert shrunk is not None and shrunk.turn is Turn.LESS


def test_of_many_lines_without_a_difference_hardly_any_is_called_clear() -> None:
    """Two hundred lines of nothing; then the same with one that is something."""
    dice = np.random.default_rng(2)
    lines = [
        shares(int(dice.binomial(80, 0.4)), 80, int(dice.binomial(80, 0.4)), 80) for _ in range(200)
    ]
    assert sum(each.turn is not Turn.UNSURE for each in lines) > 3
    assert not any(clear(lines))
    found = clear([*lines, None, shares(70, 80, 20, 80)])
    assert found[-1] and not found[-2] and sum(found) == 1


def test_a_year_before_leap_day_is_the_day_before_march() -> None:
    assert a_year_before(datetime(2028, 2, 29, 7, tzinfo=UTC)) == datetime(
        2027, 2, 28, 7, tzinfo=UTC
    )
    assert a_year_before(datetime(2025, 3, 1, tzinfo=UTC)) == datetime(2024, 3, 1, tzinfo=UTC)
