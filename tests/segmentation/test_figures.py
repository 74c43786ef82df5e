"""Each figure of success by its one definition, checked against values known from elsewhere."""

import pytest

from segmentation.purchases.figures import (
    Costs,
    Figure,
    Measure,
    Sums,
    figures_of,
    growth,
    nps,
    share,
)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.25529, 0.36621),
        (15, 148, 0.06239, 0.16049),
        (0, 20, 0.0, 0.16113),
        (1, 29, 0.00611, 0.17176),
    ],
)
def test_wilsons_interval(part: int, whole: int, low: float, high: float) -> None:
    """The cases of Newcombe (1998)."""
    found = share(part, whole)
    assert found is not None
    assert found.low == pytest.approx(low, abs=6e-6)
    assert found.high == pytest.approx(high, abs=6e-6)


def test_nps_of_a_hundred() -> None:
    """50 promoters, 30 passives, 20 detractors: 30.0, plus or minus 15.3."""
    found = nps(50, 20, 100)
    assert found is not None
    assert found.low is not None
    assert (found.value, round(found.value - found.low, 1)) == (30.0, 15.3)


def test_who_stays_and_who_leaves_are_everybody() -> None:
    """Retention and churn add up to one."""
    found = figures_of(Sums(bought_before=20, stayed=5), Costs())
    assert (found[Measure.RETENTION].value, found[Measure.CHURN].value) == (0.25, 0.75)


def test_money_and_growth() -> None:
    """Plain quotients, without an interval that nobody knows."""
    sums = Sums(newcomers=20, reached=50, gain=15_000)
    found = figures_of(sums, Costs(acquisition=50_000, messages=10_000))
    assert growth(150, 100) == Figure(0.5, None, None, 100)
    assert found[Measure.ACQUISITION_COST] == Figure(2_500.0, None, None, 20)
    assert found[Measure.RETURN_ON_COST] == Figure(0.5, None, None, 50)
    assert Measure.ACQUISITION_COST not in figures_of(sums, Costs()), "no cost was entered"


def test_nothing_about_fewer_than_five() -> None:
    """Not enough people to tell."""
    few = Sums(**dict.fromkeys(Sums.__slots__, 4))
    assert figures_of(few, Costs(acquisition=1, messages=1)) == {}
