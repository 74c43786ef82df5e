"""Figures of success: SQLite, PostgreSQL and pandas (in memory) come to the same on random data."""

import asyncio
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from rewards.transfers import HOUSE, Transfer, account_of
from segmentation.purchases.figures import Costs, Measure, Sums, figures_of
from storage.database import Database
from surveys.answers import Rated
from tests.fakes import MemoryDatabase
from tests.makers import a_completed_walk, a_resident, a_scheme_with_segments, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.ports.campaigns import Settled
from use_cases.records import DeliveryState, Role, StoredMembership
from use_cases.records.fieldwork import Way
from use_cases.records.figures import Cost, CostKind, PlaceKind, SegmentPlace
from use_cases.records.rules import Deed, Fact

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
THEN = NOW - timedelta(days=100)
PEOPLE = 60


def ago(random: Random, days: int = 300) -> datetime:
    """A whole second of the last days."""
    return NOW - timedelta(seconds=random.randrange(days * 86_400))


async def a_life(work: UnitOfWork, random: Random) -> tuple[SegmentPlace, ...]:
    """Sixty people to whom anything may have happened; a segment of a scheme and one of a rule."""
    olga = await a_resident(work, "Olga", telegram_id=1, role=Role.MANAGER, at=ago(random))
    people = [
        await a_resident(
            work, f"P{n}", telegram_id=10 + n, at=ago(random), consented=random.random() < 0.9
        )
        for n in range(PEOPLE)
    ]
    await work.facts.add_deeds(
        Deed(
            person_id=random.choice(people).id,
            kind=random.choice(["payment", "purchase", "visit"]),
            at=ago(random),
            amount=random.choice([None, -500, 0, 1_000, 2_550, 99_999]),
        )
        for _ in range(600)
    )
    survey = await an_open_survey(work, olga)
    for person in random.sample(people, 40):
        way = random.choice(list(Way))
        await work.invitations.invite("yard", [person.id], way=way, at=ago(random))
    for person in random.sample(people, 30):
        await a_completed_walk(work, survey, person, {"quiet": Rated(4)}, at=ago(random))
    groups = {"nps": ["promoter", "passive", "detractor"], "csat": ["satisfied", "other"]}
    for person in random.sample(people, 50):
        for name, known in groups.items():
            for of in random.sample(["a", "b"], random.randrange(3)):
                fact = Fact(person.id, (name, of), random.choice(known))
                await work.facts.note([fact], at=ago(random))
    for number in range(80):
        giver, taker = HOUSE, account_of(random.choice(people).id)
        transfer = Transfer(source=giver, target=taker, points=random.randrange(1, 90),
                            reference=f"gift:{number}")  # fmt: skip
        await work.points.post(transfer, reason="gift", at=ago(random))
        if random.random() < 0.5:
            back = Transfer(source=taker, target=giver, points=1, reference=f"back:{number}")
            await work.points.post(back, reason="perk", at=ago(random))
    await _letters(work, random, olga.id, [p.id for p in people])
    return await _segments(work, random, olga.id, [p.id for p in people])


async def _letters(work: UnitOfWork, random: Random, author: int, people: list[int]) -> None:
    for _ in range(5):
        campaign = await work.campaigns.add(
            author_id=author, segment_id=None, template="x", points=0, at=NOW
        )
        await work.campaigns.launch(campaign.id, sorted(random.sample(people, 40)), at=NOW)
        for letter in await work.campaigns.take_queued(campaign.id, 99, at=NOW):
            state = random.choice([DeliveryState.SENT, DeliveryState.SENT, DeliveryState.FAILED])
            end = Settled(delivery_id=letter.id, state=state)
            await work.campaigns.settle([end], at=ago(random, 120))


async def _segments(
    work: UnitOfWork, random: Random, author: int, people: list[int]
) -> tuple[SegmentPlace, ...]:
    scheme, (first, second) = await a_scheme_with_segments(work)
    run = await work.segments.add_run(scheme.id, {}, people=45, at=NOW)
    for at in sorted(ago(random) for _ in range(3)):
        await work.segments.place(
            StoredMembership(
                scheme_id=scheme.id, person_id=person, run_id=run.id, confidence=0.9, since=at,
                segment_id=random.choice([first.id, second.id, None]),
            )
            for person in random.sample(people, 45)
        )  # fmt: skip
    rule = await work.rules.add(
        key="r", name="r", text="everyone", dynamic=True, author_id=author, at=NOW
    )
    for at in sorted(ago(random) for _ in range(3)):
        await work.rules.settle(rule.id, random.sample(people, 40), took_ms=1, at=at)
    await work.commit()
    return (
        SegmentPlace(PlaceKind.SCHEME, scheme.id),
        SegmentPlace(PlaceKind.SEGMENT, first.id),
        SegmentPlace(PlaceKind.RULE, rule.id),
    )


@pytest.mark.parametrize("seed", range(2))
def test_sql_and_pandas_come_to_the_same(database_url: str, seed: int) -> None:
    """Every summand and so every figure, of schemes and of both kinds of segments."""

    async def told(open_work: OpenWork) -> list[dict[str, float]]:
        async with open_work() as work:
            places = await a_life(work, Random(seed))
            now = [asdict(await work.figures.sums(place, NOW)) for place in places]
            there = [await work.figures.still_there(place, THEN) for place in places]
            then = [asdict(await work.figures.sums(p, THEN, past=True)) for p in places]
            return [*now, *then, {f"there {n}": each for n, each in enumerate(there)}]

    async def both() -> tuple[list[dict[str, float]], list[dict[str, float]]]:
        database = Database(database_url)
        found = await told(database.open_work), await told(MemoryDatabase().open_work)
        await database.close()
        return found

    by_sql, by_pandas = asyncio.run(both())
    for sql, pandas in zip(by_sql, by_pandas, strict=True):
        assert sql == pytest.approx(pandas)
    for name in ("converted", "stayed", "promoters", "satisfied", "earned", "members_before"):
        assert any(each[name] for each in by_sql[:3]), f"nothing tells whether {name} is right"
    for name in ("buyers", "promoters", "satisfied", "earned"):
        assert any(each[name] for each in by_sql[3:6]), f"nothing tells how {name} were then"
    assert all(by_sql[-1].values()), "nothing tells whether those who stayed are right"


async def test_costs_are_of_a_segment_and_outlive_whoever_noted_them(open_work: OpenWork) -> None:
    """Nothing noted is no cost at all, not a cost of nothing."""
    place = SegmentPlace(PlaceKind.RULE, 7)
    async with open_work() as work:
        olga = await a_resident(work, "Olga", telegram_id=1)
        cost = Cost(place, CostKind.MESSAGES, 500, NOW, olga.id)
        other = SegmentPlace(PlaceKind.SEGMENT, 7)
        for each in (cost, cost, replace(cost, place=other), replace(cost, at=NOW - timedelta(9))):
            await work.figures.add_cost(each)
        assert await work.figures.first_payment() is None
        noted = await work.figures.costs_of(place)
        assert [(c.kind, c.amount, c.at) for c in noted] == [
            (CostKind.MESSAGES, 500, at) for at in (NOW - timedelta(9), NOW, NOW)
        ]
        await work.people.erase(olga.id)
        left = await work.figures.costs_of(place)
        assert left == [replace(cost, noted_by=None) for cost in noted]
    nothing = figures_of(await _nobody(open_work, place), Costs())
    assert Measure.RETURN_ON_COST not in nothing and nothing == {}


async def _nobody(open_work: OpenWork, place: SegmentPlace) -> Sums:
    async with open_work() as work:
        return await work.figures.sums(place, NOW)
