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
