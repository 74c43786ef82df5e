"""Who may do what is asked inside each errand, and every no is noted."""

import pytest

from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_resident
from use_cases.access import NotAllowed, require
from use_cases.records import Role

ROLES = list(Role)


@pytest.mark.parametrize("has", ROLES)
@pytest.mark.parametrize("needed", ROLES)
async def test_a_role_opens_what_the_ones_before_it_open(has: Role, needed: Role) -> None:
    """Admins may all, managers all but what admins may, residents what residents may."""
    database = MemoryDatabase()
    async with database.open_work() as work:
        person = await a_resident(work, role=has)
        await work.commit()
        if ROLES.index(has) >= ROLES.index(needed):
            await require(work, person, needed, "an.act", FixedClock())
        else:
            with pytest.raises(NotAllowed) as refusal:
                await require(work, person, needed, "an.act", FixedClock())
            assert (refusal.value.needed, refusal.value.act) == (needed, "an.act")


async def test_a_refusal_is_noted_even_though_the_errand_is_not_done() -> None:
    """The note is there after the unit of work was left; being allowed leaves none."""
    database = MemoryDatabase()
    async with database.open_work() as work:
        vera = await a_resident(work)
        boss = await a_resident(work, "Ольга", role=Role.MANAGER)
        await work.commit()
    async with database.open_work() as work:
        await require(work, boss, Role.MANAGER, "segments.find", FixedClock())
        with pytest.raises(NotAllowed):
            await require(work, vera, Role.MANAGER, "segments.find", FixedClock())

    async with database.open_work() as work:
        assert await work.audit.recent(5) == [(NOON, vera.id, "refused", "segments.find")]
