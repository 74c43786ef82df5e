"""Payments: quintiles, warmth, and who has probably left."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from segmentation.purchases.rfm import Paid, Rfm, Warmth, quintiles, rfm
from segmentation.purchases.staying import History, Staying, fit

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def test_a_fifth_of_people_stands_in_each_fifth() -> None:
    """And equals stand together."""
    scores = quintiles({number: number for number in range(100)})
    assert [list(scores.values()).count(each) for each in range(1, 6)] == [20] * 5
    assert set(quintiles(dict.fromkeys(range(30), 7)).values()) == {3}


def test_the_best_customer_is_hot_and_the_worst_is_cold() -> None:
    """Recent, often, much: 5, 5, 5."""
    paid = {
        n: [Paid(NOON - timedelta(days=200 - 2 * n + k), 100 * n) for k in range(n // 10 + 1)]
        for n in range(1, 101)
    }
    found = rfm(paid)
    assert found is not None
    assert found[100] == Rfm(5, 5, 5)
    assert (found[100].warmth, found[50].warmth, found[1].warmth) == (
        Warmth.HOT,
        Warmth.WARM,
        Warmth.COLD,
    )
    shuffled = list(paid.items())
    Random(1).shuffle(shuffled)
    assert rfm(dict(shuffled)) == found


def test_a_handful_of_payers_has_no_quintiles() -> None:
    """Not enough people to tell."""
    assert rfm({n: [Paid(NOON, 1)] for n in range(24)} | {99: []}) is None


def test_the_model_of_staying_finds_the_parameters_it_was_drawn_from() -> None:
    """4,000 simulated customers over 39 weeks, with the parameters published for CDNOW."""
    true = Staying(0.243, 4.414, 0.793, 2.426, 0.0)
    random = Random(3)
    histories = []
    for _ in range(4_000):
        rate = random.gammavariate(true.r, 1 / true.alpha)
        leaving = random.betavariate(true.a, true.b)
        time, last, repeats, alive = 0.0, 0.0, 0, True
        while alive:
            time += random.expovariate(rate) if rate > 1e-12 else 1e9
            if time > 39:
                break
            last, repeats = time, repeats + 1
            alive = random.random() >= leaving
        histories.append(History(repeats, last, 39.0))
    found = fit(histories)
    assert found is not None
    assert found.r == pytest.approx(true.r, rel=0.15)
    assert found.alpha == pytest.approx(true.alpha, rel=0.25)
    assert found.a / (found.a + found.b) == pytest.approx(true.a / (true.a + true.b), rel=0.15)


def test_long_silence_after_many_purchases_means_gone() -> None:
    """The same silence means little for somebody who bought once or twice."""
    model = Staying(0.243, 4.414, 0.793, 2.426, 0.0)
    often, rarely = History(10, 10.0, 39.0), History(1, 10.0, 39.0)
    assert model.alive(often) < 0.1 < 0.4 < model.alive(rarely)
    assert model.alive(History(0, 0.0, 39.0)) == 1.0
