"""What payments say of whether somebody comes back."""

from datetime import UTC, datetime, timedelta

from segmentation.purchases.staying import History
from use_cases.records.rules import Spending
from use_cases.rules.spending import history_of

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def test_two_payments_in_a_day_are_one() -> None:
    """And time counts from the first."""
    first = NOON - timedelta(days=10)
    spent = Spending(times=3, days=2, amount=900, first=first, last=NOON)
    assert history_of(spent, NOON + timedelta(days=5)) == History(repeats=1, last=10.0, now=15.0)
