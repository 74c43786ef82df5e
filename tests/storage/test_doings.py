"""What the store of doings promises."""

from datetime import timedelta

from segmentation.grounds import Doings
from segmentation.purchases.doings import MONEY, Done
from surveys.answers import Counted
from tests.fakes import NOON
from tests.makers import a_completed_walk, a_resident, a_walk, an_open_survey
from use_cases.ports import OpenWork
from use_cases.records.rules import Deed
from use_cases.segments.doings import read_doings


async def test_deeds_of_those_who_consented(open_work: OpenWork) -> None:
    """By person, then as they came; whoever never agreed, or was erased, did nothing."""
    async with open_work() as work:
        vera, oleg = await a_resident(work), await a_resident(work)
        stranger = await a_resident(work, consented=False)
        later = NOON + timedelta(days=1)
        await work.facts.add_deeds(
            [
                Deed(person_id=oleg.id, kind="visit", at=NOON, traits={"category": "Yoga"}),
                Deed(person_id=vera.id, kind="payment", at=later, amount=500),
                Deed(person_id=vera.id, kind="payment", at=NOON, amount=-100),
                Deed(person_id=stranger.id, kind="payment", at=NOON, amount=9),
            ]
        )
        await work.commit()

    async with open_work() as work:
        assert [
            Done(vera.id, later, 500),
            Done(vera.id, NOON, -100),
            Done(oleg.id, NOON, category="Yoga"),
        ] == list(await work.doings.events())
        await work.people.erase(vera.id)
        await work.commit()
    async with open_work() as work:
        assert [oleg.id] == [each.person for each in await work.doings.events()]


async def test_taking_part_is_done_too(open_work: OpenWork) -> None:
    """Completed surveys; neither tries nor what was begun only."""
    async with open_work() as work:
        vera, oleg = await a_resident(work), await a_resident(work)
        survey = await an_open_survey(work, vera)
        await a_completed_walk(work, survey, vera)
        await a_completed_walk(work, survey, oleg, test=True)
        await a_walk(work, survey, oleg)
        await work.commit()

    async with open_work() as work:
        assert [Done(vera.id, NOON)] == list(await work.doings.participation())


async def test_what_is_dated_later_counts_in_its_time(open_work: OpenWork) -> None:
    """In segments by deeds as in the figures of success: two sums of one thing would differ."""
    async with open_work() as work:
        people = [await a_resident(work) for _ in range(50)]
        morrow = NOON + timedelta(days=1)
        await work.facts.add_deeds(
            [
                Deed(person_id=each.id, kind="payment", at=at, amount=100)
                for each in people
                for at in (NOON, morrow)
            ]
        )
        await work.commit()

    async with open_work() as work:
        for at, paid in ((NOON, 100.0), (morrow, 200.0)):
            table, _ = await read_doings(work, Doings.RFM, at)
            assert set(table.answers[MONEY]) == {Counted(paid)}
