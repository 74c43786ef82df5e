"""The figures of a segment in the chat: from its page, with what was spent on it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rewards.transfers import HOUSE, Transfer, account_of
from tests.bot.chat import Neighbour, Town
from use_cases.records import Role
from use_cases.records.rules import Deed


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def a_segment(town: Town, manager: Neighbour, people: int = 12) -> list[int]:
    """Everybody but the manager, by a rule; newcomers of a hundred days ago."""
    ids = []
    for number in range(people):
        neighbour = await town.person(f"P{number}")
        ids.append((await neighbour.record()).id)
    await manager.says("/rules")
    await manager.taps("New rule")
    await manager.says('name starts with "P"')
    await manager.taps("Keep as a segment")
    await manager.says("Payers")
    return ids


async def test_without_payments_nothing_is_said_of_money(town: Town, manager: Neighbour) -> None:
    await a_segment(town, manager)
    said = await manager.taps("Figures")
    assert "No payments were brought in" in said and "Average payment" not in said
    assert "No cost was noted: Cost of a newcomer." in said
    assert "Points earned, a person: 0.0\n" in said
    await manager.taps("← The segment")
    assert "Payers" in manager.last.text


async def test_figures_with_intervals_costs_and_points(town: Town, manager: Neighbour) -> None:
    """Ten paid before, six of them again; each figure as one reckons it by hand."""
    ids = await a_segment(town, manager)
    now = town.clock.now()
    deeds = [
        Deed(person_id=each, kind="payment", at=now - timedelta(days=100), amount=1_000)
        for each in ids[:11]
    ]
    deeds += [
        Deed(person_id=each, kind="payment", at=now - timedelta(days=10), amount=2_000)
        for each in ids[:6]
    ]
    async with town.work() as work:
        await work.facts.add_deeds(deeds)
        await work.house.set("currency", "UAH")
        gift = Transfer(source=HOUSE, target=account_of(ids[0]), points=24, reference="gift:1")
        await work.points.post(gift, reason="gift", at=now)
        await work.commit()
    said = await manager.taps("Figures")
    assert "Average payment: 20.00\u00a0UAH\n" in said
    assert "Paid again: 55\u00a0% (28\u00a0% … 79\u00a0%)" in said
    assert "Did not pay again: 45\u00a0%" in said
    assert "Paid so far, a person: 19.17\u00a0UAH" in said
    assert "No payments were brought in" not in said

    assert "how much" in (await manager.taps("What newcomers cost")).lower()
    assert "An amount of money is needed" in await manager.says("много")
    said = await manager.says("600")
    assert "Cost of a newcomer: 50.00\u00a0UAH" in said, "twelve came within the period"
    await manager.taps("What a point is worth")
    said = await manager.says("0,5")
    assert "Points earned, a person: 2.0 (0.0 … 5.9) ≈ 1.00\u00a0UAH" in said


async def test_few_people_are_not_told_about(town: Town, manager: Neighbour) -> None:
    """Neither a small segment nor the two who paid again in a large one."""
    ids = await a_segment(town, manager, 10)
    async with town.work() as work:
        now = town.clock.now()
        await work.facts.add_deeds(
            Deed(person_id=each, kind="payment", at=now - timedelta(days=days), amount=5)
            for days, those in ((100, ids), (10, ids[:2]))
            for each in those
        )
        await work.commit()
    said = await manager.taps("Figures")
    assert "Paid again: " not in said and "Paid again" in said
    async with town.work() as work:
        for each in await work.people.get_many(ids[:7]):
            await work.people.save(replace(each, consented_at=None))
        await work.commit()
    await manager.taps("← The segment")
    assert "Fewer than 5 people" in await manager.taps("Figures")


async def test_residents_see_no_figures(town: Town, manager: Neighbour) -> None:
    await a_segment(town, manager)
    data = manager.last.data_of("Figures")
    assert data is not None
    vera = await town.person("Vera")
    await vera.says("/start")
    assert "Only managers" in await vera.presses(data)


@pytest.mark.parametrize(
    ("button", "typed"),
    [("✏️ What messages cost", "9" * 40), ("✏️ What a point is worth", "1e999999")],
)
async def test_an_amount_too_large_for_any_money_is_asked_for_again(
    town: Town, manager: Neighbour, button: str, typed: str
) -> None:
    await a_segment(town, manager)
    await manager.taps("Figures")
    await manager.taps(button)
    assert "An amount of money is needed" in await manager.says(typed)
