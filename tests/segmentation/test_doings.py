"""Segments of what people did: cold, warm and hot by definition; interests by a mixture."""

import random
from datetime import UTC, datetime, timedelta

from segmentation.finding import segment
from segmentation.grounds import Doings
from segmentation.purchases.doings import FREQUENCY, INTERESTS, MONEY, RECENCY, Done, table_of
from segmentation.purchases.rfm import Paid, rfm
from segmentation.run import Verdict
from segmentation.run_json import from_json, to_json
from surveys.answers import Picked

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def purchases(people: int, seed: int = 1) -> list[Done]:
    """Some buy lately, often and much, some hardly ever."""
    dice = random.Random(seed)
    return [
        Done(person, NOW - timedelta(days=dice.randint(0, 30 + person)), dice.randint(1, 900) * 100)
        for person in range(1, people + 1)
        for _ in range(1 + (people - person) * 8 // people)
    ]


def test_cold_warm_and_hot_are_those_of_rfm() -> None:
    """The run says of everybody what the scores by themselves say."""
    done = purchases(90)
    table, recipe = table_of(Doings.RFM, done, NOW)
    run = segment(table, recipe)

    paid: dict[int, list[Paid]] = {}
    for each in done:
        paid.setdefault(each.person, []).append(Paid(each.at, each.amount or 0))
    scores = rfm(paid)
    assert scores is not None
    words = {1: "cold", 2: "warm", 3: "hot"}
    placed = {person: words[m.segment or 0] for person, m in run.memberships.items()}
    assert placed == {person: score.warmth.value for person, score in scores.items()}
    assert run.verdict is Verdict.DEFINED
    assert [segment.id for segment in run.segments] == [1, 2, 3]
    assert sum(segment.size for segment in run.segments) == 90


def test_the_order_of_deeds_changes_nothing_and_the_run_is_written_down() -> None:
    done = purchases(60)
    shuffled = random.Random(3).sample(done, len(done))

    table, recipe = table_of(Doings.RFM, done, NOW)
    again, _ = table_of(Doings.RFM, shuffled, NOW)

    run = segment(table, recipe)
    assert run == segment(again, recipe)
    assert from_json(to_json(run)) == run


def test_without_money_it_is_how_lately_and_how_often() -> None:
    """Visits and surveys have no price; a few payments among them are not taken for everybody's."""
    done = [Done(person, NOW - timedelta(days=person)) for person in range(1, 41)]
    done.append(Done(1, NOW, 500))

    table, recipe = table_of(Doings.RFM, done, NOW)

    assert [item.key for item in recipe.items] == [RECENCY, FREQUENCY]
    assert len(table.people) == 40
    assert MONEY not in table.answers


def test_refunds_take_money_away_and_are_no_purchase() -> None:
    done = [Done(person, NOW - timedelta(days=9), 1_000) for person in range(1, 31)]
    done += [Done(1, NOW, -400), Done(99, NOW, -100)]

    table, _ = table_of(Doings.RFM, done, NOW)

    assert 99 not in table.people
    assert table.answers[MONEY][0].value == 600  # type: ignore[union-attr]
    assert table.answers[FREQUENCY][0].value == 1  # type: ignore[union-attr]
    assert table.answers[RECENCY][0].value == 9  # type: ignore[union-attr]


def test_too_few_are_not_divided() -> None:
    table, recipe = table_of(Doings.RFM, purchases(24), NOW)
    run = segment(table, recipe)

    assert run.verdict is Verdict.TOO_FEW
    assert not run.segments
    assert not any(member.decided for member in run.memberships.values())


def test_interests_are_found_in_categories() -> None:
    """Two crowds with different tastes; how a category is spelled makes no difference."""
    dice = random.Random(5)
    tastes = (("Yoga", "Dance", "Choir"), ("Chess", "Repair", "Garden"))
    done = []
    for person in range(1, 201):
        for crowd, categories in enumerate(tastes):
            for category in categories:
                if dice.random() < (0.85 if person % 2 == crowd else 0.08):
                    spelled = category.upper() if dice.random() < 0.2 else f" {category} "
                    done.append(Done(person, NOW, category=spelled))
    done.append(Done(1, NOW, category="Rare"))

    table, recipe = table_of(Doings.INTERESTS, done, NOW)
    run = segment(table, recipe)

    assert set(recipe.items[0].options) == {c for taste in tastes for c in taste}
    assert isinstance(table.answers[INTERESTS][0], Picked)
    assert run.chosen == 2
    first = [run.memberships[p].segment for p in table.people if p % 2 == 0]
    second = [run.memberships[p].segment for p in table.people if p % 2 == 1]
    alike = max(first.count(1) + second.count(2), first.count(2) + second.count(1))
    assert alike > 0.93 * len(table.people)
