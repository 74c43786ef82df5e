"""What the store of doings promises."""

from datetime import timedelta

from segmentation.purchases.doings import Done
from tests.fakes import NOON
from tests.makers import a_completed_walk, a_resident, a_walk, an_open_survey
from use_cases.ports import OpenWork
from use_cases.records.rules import Deed


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
