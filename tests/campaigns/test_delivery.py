"""A campaign is patient with hiccups and stubborn with nobody."""

import pytest

from campaigns.delivery import ATTEMPTS_MAX, REST_SECONDS_MAX, queue_rest, retry_wait


def test_each_wait_is_longer_than_the_one_before_and_the_tries_end() -> None:
    """A delivery that Telegram turns down again and again fails in the end."""
    waits = [retry_wait(tries) for tries in range(1, ATTEMPTS_MAX + 1)]

    assert waits == [1.0, 4.0, 16.0, 64.0, None]


@pytest.mark.parametrize(
    ("troubles", "rest"), [(0, 0), (1, 0), (2, 0), (3, 1), (4, 2), (8, 32), (9, 60), (5_000, 60)]
)
def test_chance_faults_cost_nothing_and_an_outage_rests_the_queue(
    troubles: int, rest: float
) -> None:
    """One bad answer in a hundred is not waited for; a row of them is, up to a minute."""
    assert rest == queue_rest(troubles) <= REST_SECONDS_MAX
