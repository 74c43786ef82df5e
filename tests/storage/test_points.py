"""What the ledger promises."""

from datetime import timedelta

import pytest

from rewards.transfers import (
    HOUSE,
    Account,
    NotEnoughPoints,
    ReferenceTaken,
    Transfer,
    account_of,
)
from tests.fakes import NOON
from tests.makers import a_resident
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import Person, PointsEntry

LATER = NOON + timedelta(hours=1)


def an_award(person: Person, points: int = 50, reference: str = "survey:1:response:1") -> Transfer:
    """Points from the house to a person."""
    return Transfer(source=HOUSE, target=account_of(person.id), points=points, reference=reference)


def a_price(person: Person, points: int, reference: str = "redemption:1") -> Transfer:
    """Points from a person back to the house."""
    return Transfer(source=account_of(person.id), target=HOUSE, points=points, reference=reference)


async def test_points_move_and_add_up_to_zero(open_work: OpenWork) -> None:
    """What a person has, the house owes."""
    async with open_work() as work:
        vera, oleh = await a_resident(work), await a_resident(work)
        assert await work.points.post(an_award(vera), reason="survey", at=NOON)
        assert await work.points.post(a_price(vera, 20), reason="perk", at=LATER)
        await work.commit()

    async with open_work() as work:
        assert await work.points.balance(vera.id) == 30
        assert {vera.id: 30, oleh.id: 0, 999: 0} == (
            await work.points.balances([vera.id, oleh.id, 999])
        )
        assert await work.points.total() == 0


async def test_a_transfer_is_found_by_its_reference(open_work: OpenWork) -> None:
    """What was given for a part is known when the whole is thanked for."""
    async with open_work() as work:
        vera = await a_resident(work)
        await work.points.post(an_award(vera, 12, "survey:1:response:1:short"), reason="x", at=NOON)
        await work.commit()

    async with open_work() as work:
        assert await work.points.moved_by("survey:1:response:1:short") == 12
        assert await work.points.moved_by("survey:1:response:1") == 0


async def test_points_are_there_before_the_commit(work: UnitOfWork) -> None:
    """Within its own unit of work everything adds up already."""
    vera = await a_resident(work)
    await work.points.post(an_award(vera), reason="survey", at=NOON)

    assert (
        await work.points.balance(vera.id),
        await work.points.total(),
        await work.points.given(),
    ) == (50, 0, 50)


async def test_the_same_event_is_rewarded_once(open_work: OpenWork) -> None:
    """Equal content is no news; whoever reuses a reference for something else hears of it."""
    async with open_work() as work:
        vera, oleh = await a_resident(work), await a_resident(work)
        assert await work.points.post(an_award(vera), reason="survey", at=NOON)
        assert not await work.points.post(an_award(vera), reason="survey", at=LATER)
        await work.commit()
    others = (
        an_award(vera, 51),
        an_award(oleh),
        a_price(vera, 50, "survey:1:response:1"),
    )
    for other in others:
        async with open_work() as work:
            assert not await work.points.post(an_award(vera), reason="survey", at=LATER)
            with pytest.raises(ReferenceTaken):
                await work.points.post(other, reason="survey", at=LATER)
            await work.commit()

    async with open_work() as work:
        assert {vera.id: 50, oleh.id: 0} == await work.points.balances([vera.id, oleh.id])
        assert len(await work.points.statement(vera.id, 10)) == 1
        assert await work.points.total() == 0


async def test_nobody_spends_what_is_not_there(work: UnitOfWork) -> None:
    """The refusal says what there is and what it would cost, and nothing moves."""
    vera, poor = await a_resident(work), await a_resident(work)
    await work.points.post(an_award(vera, 50), reason="survey", at=NOON)

    with pytest.raises(NotEnoughPoints) as refused:
        await work.points.post(a_price(vera, 51), reason="perk", at=NOON)
    assert (refused.value.balance, refused.value.price) == (50, 51)
    with pytest.raises(NotEnoughPoints) as refused:
        await work.points.post(a_price(poor, 1), reason="perk", at=NOON)
    assert (refused.value.balance, refused.value.price) == (0, 1)

    assert await work.points.post(a_price(vera, 50), reason="perk", at=NOON)
    assert (await work.points.balance(vera.id), await work.points.total()) == (0, 0)
    assert not await work.points.post(a_price(vera, 50), reason="perk", at=NOON)


async def test_people_can_give_to_people(work: UnitOfWork) -> None:
    """A gift is a transfer like any other, and not given by the house."""
    vera, oleh = await a_resident(work), await a_resident(work)
    await work.points.post(an_award(vera, 50), reason="survey", at=NOON)
    gift = Transfer(
        source=account_of(vera.id), target=account_of(oleh.id), points=15, reference="gift:1"
    )
    assert await work.points.post(gift, reason="gift", at=NOON)

    assert {vera.id: 35, oleh.id: 15} == await work.points.balances([vera.id, oleh.id])
    assert (
        await work.points.given(),
        await work.points.given_to([vera.id, vera.id, oleh.id]),
        await work.points.given_to([oleh.id]),
    ) == (50, 50, 0)


async def test_only_the_house_owes(work: UnitOfWork) -> None:
    """Any other account pays from what it has got."""
    vera = await a_resident(work)
    prizes = Account("prizes")
    into = Transfer(source=HOUSE, target=prizes, points=10, reference="prizes")
    out = Transfer(source=prizes, target=account_of(vera.id), points=11, reference="prize:1")
    await work.points.post(into, reason="prizes", at=NOON)

    with pytest.raises(NotEnoughPoints):
        await work.points.post(out, reason="prize", at=NOON)
    assert await work.points.total() == 0


async def test_a_statement_tells_the_newest_first(work: UnitOfWork) -> None:
    """Received is positive, given away is negative; as many lines as asked for."""
    vera = await a_resident(work)
    await work.points.post(an_award(vera, 50, "survey:1:response:1"), reason="survey", at=LATER)
    await work.points.post(a_price(vera, 20, "redemption:1"), reason="perk", at=NOON)
    await work.points.post(an_award(vera, 5, "campaign:1"), reason="campaign", at=NOON)
    lines = [
        PointsEntry(points=5, reason="campaign", reference="campaign:1", at=NOON),
        PointsEntry(points=-20, reason="perk", reference="redemption:1", at=NOON),
        PointsEntry(points=50, reason="survey", reference="survey:1:response:1", at=LATER),
    ]

    assert lines == list(await work.points.statement(vera.id, 10))
    assert lines[:2] == list(await work.points.statement(vera.id, 2))
    assert list(await work.points.statement(vera.id + 1, 10)) == []


async def test_what_the_house_has_given(work: UnitOfWork) -> None:
    """By reason or in all, to the erased too; what came back does not lessen it."""
    vera, oleh = await a_resident(work), await a_resident(work)
    assert await work.points.given() == 0
    await work.points.post(an_award(vera, 50, "survey:1"), reason="survey", at=NOON)
    await work.points.post(an_award(oleh, 30, "survey:2"), reason="survey", at=NOON)
    await work.points.post(an_award(oleh, 5, "campaign:1"), reason="campaign", at=NOON)
    await work.points.post(a_price(vera, 20), reason="perk", at=NOON)
    await work.people.erase(oleh.id)

    assert (
        await work.points.given(),
        await work.points.given(reason="survey"),
        await work.points.given(reason="campaign"),
        await work.points.given(reason="perk"),
    ) == (85, 80, 5, 0)
    assert (await work.points.given_to([vera.id, oleh.id]), await work.points.total()) == (50, 0)


async def test_points_of_a_rolled_back_unit_never_moved(open_work: OpenWork) -> None:
    """Neither the person's nor the house's side of it."""
    async with open_work() as work:
        vera = await a_resident(work)
        await work.commit()
        await work.points.post(an_award(vera), reason="survey", at=NOON)
        await work.rollback()
        assert (await work.points.balance(vera.id), await work.points.given()) == (0, 0)
        assert await work.points.post(an_award(vera, 7), reason="survey", at=NOON)
        await work.commit()

    async with open_work() as work:
        assert (await work.points.balance(vera.id), await work.points.total()) == (7, 0)
