"""Costs taken back never make less than nothing, whenever they are looked at."""

from datetime import UTC, datetime, timedelta
from random import Random

from segmentation.purchases.costs import spent, standing

DAY = datetime(2026, 1, 1, tzinfo=UTC)


def on(day: int, amount: int) -> tuple[datetime, int]:
    return DAY + timedelta(days=day), amount


def test_a_minus_takes_back_what_was_noted_last() -> None:
    """Of 100 and 60, 80 are taken back: 80 of the first are left, and count by its day."""
    noted = [on(0, 100), on(50, 60), on(80, -80)]
    assert standing(noted) == [on(0, 80)]
    assert spent(noted, *_days(-1, 90)) == 80
    assert spent(noted, *_days(10, 90)) is None


def test_what_is_taken_back_goes_with_what_it_takes_back() -> None:
    """100 noted, taken back 80 days later: at day 91 the sum is nothing, not minus a hundred."""
    noted = [on(0, 100), on(80, -100)]
    assert spent(noted, *_days(0, 70)) is None
    assert spent(noted, *_days(-10, 70)) == 100
    assert spent(noted, *_days(1, 91)) is None


def test_no_sum_is_ever_below_nothing() -> None:
    dice = Random(5)
    for _ in range(300):
        noted = [on(dice.randrange(200), dice.randrange(-300, 300)) for _ in range(8)]
        since = dice.randrange(150)
        found = spent(noted, *_days(since, since + 90))
        assert found is None or found > 0


def _days(since: int, until: int) -> tuple[datetime, datetime]:
    return DAY + timedelta(days=since), DAY + timedelta(days=until)


def test_of_one_moment_the_order_of_noting_counts() -> None:
    assert standing([on(0, 100), on(0, -100)]) == []
    assert standing([on(0, -100), on(0, 100)]) == [on(0, 100)]
