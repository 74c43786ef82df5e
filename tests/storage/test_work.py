"""What a unit of work promises: all or nothing, and nothing before commit."""

import asyncio

import pytest

from tests.fakes import NOON
from tests.makers import a_resident
from use_cases.ports import OpenWork


async def test_nothing_lasts_without_commit(open_work: OpenWork) -> None:
    """Leaving in peace, leaving by a fault, rolling back: all the same."""
    async with open_work() as work:
        await a_resident(work)
    with pytest.raises(ZeroDivisionError):
        async with open_work() as work:
            await a_resident(work)
            raise ZeroDivisionError
    async with open_work() as work:
        await a_resident(work)
        await work.rollback()
        await work.commit()

    async with open_work() as work:
        assert await work.people.count() == 0


async def test_a_unit_goes_on_after_its_commit(open_work: OpenWork) -> None:
    """What came before the commit stays, what came after it waits for the next one."""
    async with open_work() as work:
        await a_resident(work)
        await work.commit()
        await a_resident(work)
        await work.commit()
        await a_resident(work)

    async with open_work() as work:
        assert await work.people.count() == 2


async def test_others_see_nothing_before_commit(open_work: OpenWork) -> None:
    """Reading waits for nobody, and sees what is committed."""
    async with open_work() as writer, open_work() as reader:
        await a_resident(writer)
        assert await reader.people.count() == 0
        await writer.commit()
        assert await reader.people.count() == 1


async def test_a_thing_read_can_be_written_by_others_meanwhile(open_work: OpenWork) -> None:
    """Whoever only reads holds nobody up, however long the unit of work stays open."""
    async with open_work() as idle:
        assert await idle.house.get("name") is None
        async with open_work() as work:
            await work.house.set("name", "Лесная, 7")
            await work.commit()
        assert await idle.house.get("name") == "Лесная, 7"
        await idle.house.set("name", "Ленина, 5")
        await idle.commit()

    async with open_work() as work:
        assert await work.house.get("name") == "Ленина, 5"


async def test_a_cancelled_unit_leaves_nothing_behind(open_work: OpenWork) -> None:
    """A handler cut off in the middle neither keeps the writer's turn nor half of its deed."""
    wrote = asyncio.Event()

    async def write_and_wait() -> None:
        async with open_work() as work:
            await a_resident(work)
            wrote.set()
            await asyncio.sleep(3600)

    task = asyncio.create_task(write_and_wait())
    await wrote.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with open_work() as work:
        await work.people.add(1, language="ru", at=NOON)
        await work.commit()
        assert await work.people.count() == 1


async def test_a_unit_cancelled_while_it_waits_for_its_turn(open_work: OpenWork) -> None:
    """Its place in the line closes; those behind it come on."""
    async with open_work() as first:
        await first.house.set("a", "1")

        async def write(name: str) -> None:
            async with open_work() as work:
                await work.house.set(name, "1")
                await work.commit()

        cut_off, behind = asyncio.create_task(write("a")), asyncio.create_task(write("a"))
        await asyncio.sleep(0.02)
        cut_off.cancel()
        await asyncio.sleep(0.02)
        await first.commit()
        await asyncio.wait_for(behind, timeout=120)

    assert cut_off.cancelled()


async def test_many_units_write_at_once(open_work: OpenWork) -> None:
    """Two hundred handlers that read and write together: all of it is there, none was refused."""

    async def meet(telegram_id: int) -> None:
        async with open_work() as work:
            assert await work.people.by_telegram_id(telegram_id) is None
            await work.people.add(telegram_id, language="ru", at=NOON)
            await asyncio.sleep(0)
            await work.audit.note(None, "meet", at=NOON)
            await work.commit()

    await asyncio.gather(*(meet(number) for number in range(200)))

    async with open_work() as work:
        assert await work.people.count() == 200
        assert len(await work.audit.recent(1_000)) == 200
