"""The roster in the chat: a file tried dry and brought in, a house in a few taps, its people."""

import io

import pytest
from openpyxl import load_workbook

from tests.bot.chat import Neighbour, Town
from use_cases.homes.codes import MakeCodes
from use_cases.records import Flat, HomeRole, Role

FILE = "Дом;Подъезд;Этаж;Квартира;Телефон\n12А;1;1;1;+7\n12А;1;1;2;\n;1;2;3;\n12А;1;этаж;4;\n"


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def flats_of(town: Town) -> list[Flat]:
    """All flats of the only building."""
    async with town.work() as work:
        houses = await work.homes.buildings()
        return list(await work.homes.flats(houses[0].id)) if houses else []


async def test_a_file_is_tried_dry_and_brought_in_by_a_tap(town: Town, manager: Neighbour) -> None:
    said = await manager.sends("flats.csv", FILE.encode("cp1251"))

    assert "4 rows read. Nothing is written yet." in said
    assert "not in UTF-8: I read it as Windows writes" in said
    assert "New: 2" in said and "Doubtful: 1" in said and "Not taken: 1" in said
    assert "Row 5: the floor is not a number" in said
    assert "do not read these columns: Телефон" in said
    sheet = load_workbook(io.BytesIO(manager.files[-1].content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet["D"]] == [
        "What becomes of it", "new", "new", "doubtful", "not taken",
    ]  # fmt: skip
    assert await flats_of(town) == []

    assert "2 flats written" in await manager.taps("Write 2 rows")
    assert [flat.number for flat in await flats_of(town)] == ["1", "2"]
    async with town.work() as work:
        (_, actor, act, _), *_ = await work.audit.recent(1)
    assert (actor, act) == ((await manager.record()).id, "roster.imported")


async def test_the_same_file_again_has_nothing_to_write_but_its_doubtful_rows(
    town: Town, manager: Neighbour
) -> None:
    await manager.sends("flats.csv", FILE.encode())
    await manager.taps("Write 2 rows")
    await manager.sends("flats.csv", FILE.encode())
    assert manager.buttons == ["With the doubtful ones: 1 row", "Leave it"]
    await manager.taps("With the doubtful ones")
    assert len(await flats_of(town)) == 3

    said = await manager.sends("flats.csv", FILE.encode())
    assert "There is nothing to write." in said and "As it was: 3" in said


async def test_left_alone_nothing_is_written(town: Town, manager: Neighbour) -> None:
    assert "UTF-8" not in await manager.sends("flats.csv", FILE.encode())
    write = manager.last.data_of("Write 2 rows")
    assert write is not None
    assert "left as it was" in await manager.taps("Leave it")
    assert "waits no more" in await manager.presses(write)
    assert await flats_of(town) == []


async def test_a_table_that_does_not_say_the_house_or_the_flats(manager: Neighbour) -> None:
    assert "Add a column “building”" in await manager.sends("f.csv", b"entrance,flat\n1,2\n")
    assert "no flat under it" in await manager.sends("f.csv", b"entrance,flat\n")


async def test_a_house_in_a_few_taps(town: Town, manager: Neighbour) -> None:
    """Five entrances, nine floors, four flats on a floor."""
    assert "no house in the roster yet" in await manager.says("/homes")
    await manager.taps("Add a house")
    assert "how many entrances" in await manager.says("12A")
    assert "how many floors" in await manager.taps("5")
    assert "A whole number" in await manager.says("nine")
    assert "how many flats on a floor" in await manager.says("9")
    assert "180 flats" in await manager.taps("4")
    shown = await manager.taps("Put it into the roster")

    assert "Flats: 180" in shown and "Entrances: 5" in shown
    flats = await flats_of(town)
    assert (flats[-1].number, flats[-1].facts.entrance, flats[-1].facts.floor) == ("180", "5", 9)
    assert "12A · 180 flats, 0 people" in (await manager.says("/homes"), *manager.buttons)


async def test_a_flat_with_its_people(town: Town, manager: Neighbour) -> None:
    """A code made anew, somebody of the council, somebody who lives there no longer."""
    await manager.sends("flats.csv", b"building,entrance,flat\n12A,1,45\n")
    await manager.taps("Write 1 row")
    async with town.work() as work:
        (flat,) = await MakeCodes(work, town.clock)(await manager.record(), 1)
    vera = await town.person("Vera")
    await vera.says(str(flat.code))

    await manager.says("/homes")
    assert "People known: 1, in flats: 1" in await manager.taps("12A")
    await manager.taps("🔎 A flat")
    assert "no such flat" in await manager.says("46")
    assert "Vera" in await manager.says("45")
    assert "Vera · house council" in await manager.taps("Vera: house council")
    await manager.taps("A new code")
    (renewed,) = await flats_of(town)
    assert renewed.code not in {None, flat.code}
    assert "no code for this flat" in await manager.taps("Make the code void")
    async with town.work() as work:
        (home,) = await work.homes.of_person((await vera.record()).id)
    assert home.residence.role is HomeRole.COUNCIL

    assert "Nobody is known" in await manager.taps("Vera does not live here")
    assert "do not know where you live" in await vera.says("/home")


async def test_a_house_is_taken_out_only_when_sure(town: Town, manager: Neighbour) -> None:
    await manager.sends("flats.csv", b"building,entrance,flat\n12A,1,45\n")
    await manager.taps("Write 1 row")
    await manager.says("/homes")
    await manager.taps("12A")
    await manager.taps("Add a flat")
    assert "12A, flat 46" in await manager.says("46")
    await manager.taps("← The house")
    assert "Flats: 2" in await manager.taps("Take the house out")
    assert "Flats: 2" in await manager.taps("No, keep it")
    await manager.taps("Take the house out")
    assert "out of the roster" in await manager.taps("Yes, take it out")
    assert await flats_of(town) == []


async def test_only_managers(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera")

    assert await vera.says("/homes") == "Only managers can do this."
    assert await vera.presses("houses:s:1") == "Only managers can do this."
    assert await vera.presses("flat:n:1") == "Only managers can do this."
    assert "no use for files" in await vera.sends("flats.csv", FILE.encode())
