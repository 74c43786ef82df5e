"""The report in the chat: a workbook and a page, prepared in the background."""

import pytest

from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves, residents_answer
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_halves
    return await town.person("Maria", language="ru", role=Role.MANAGER)


async def test_the_report_comes_as_a_workbook_and_a_page(town: Town, manager: Neighbour) -> None:
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Найти группы")
    await town.settled()

    assert await manager.says("/report") == "Готовлю отчёт…"
    await town.settled()

    assert [file.name for file in manager.files] == ["house.xlsx", "house.html"]
    workbook, page = (file.content for file in manager.files)
    assert workbook.startswith(b"PK")
    assert "Наш дом" in page.decode()


async def test_without_an_open_survey_there_is_nothing_to_report(manager: Neighbour) -> None:
    assert "таких пока нет" in await manager.says("/report")


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    await residents_answer(town, 1, asked_by=manager)
    vera = await town.person("Vera")

    assert await vera.says("/report") == "Only managers can do this."
    assert await vera.presses("rp:1") == "Only managers can do this."


async def test_what_rests_on_no_survey_has_a_report_of_its_own(
    town: Town, manager: Neighbour
) -> None:
    """A rule alone is enough; residents may not have it, whatever they press."""
    author = await manager.record()
    async with town.work() as work:
        rule = await work.rules.add(
            key="all", name="Все жители", text="everyone", dynamic=True, author_id=author.id,
            at=town.clock.now(),
        )  # fmt: skip
        await work.rules.settle(rule.id, [author.id], took_ms=1, at=town.clock.now())
        await work.commit()

    await manager.says("/report")
    await town.settled()

    assert [file.name for file in manager.files] == ["deeds-and-rules.xlsx", "deeds-and-rules.html"]
    page = manager.files[-1].content.decode()
    assert "Все жители" in page
    assert "Кто сюда входит, описано правилом" in page
    assert "&lt;5" in page
    vera = await town.person("Vera")
    assert await vera.says("/report") == "Only managers can do this."
    assert await vera.presses("rp:0") == "Only managers can do this."
