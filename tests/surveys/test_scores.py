"""The standard scores, as their inventors count them."""

import pytest

from surveys.questions import Gauge
from surveys.scores import groups, score


@pytest.mark.parametrize(
    ("gauge", "ratings", "expected"),
    [
        (Gauge.NPS, [10, 9, 8, 7, 6, 0], 0),
        (Gauge.NPS, [10, 10, 9, 6], 50),
        (Gauge.NPS, [0, 1, 2], -100),
        (Gauge.CSAT, [5, 4, 3, 1], 50),
        (Gauge.CES, [7, 6, 5, 4], 75),
    ],
)
def test_a_score(gauge: Gauge, ratings: list[int], expected: int) -> None:
    counts = groups(gauge, ratings)

    assert counts is not None and sum(counts) == len(ratings)
    assert score(gauge, counts) == expected


def test_a_plain_scale_has_none() -> None:
    assert groups(Gauge.PLAIN, [1, 2]) is None and groups(Gauge.STARS, [1]) is None
