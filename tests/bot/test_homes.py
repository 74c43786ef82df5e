"""Where people live: by the code on the door, by their word and a manager's tap, by town."""

from datetime import timedelta

import pytest

from tests.bot.chat import Neighbour, Town
from tests.makers import an_open_survey
from use_cases.homes.codes import MakeCodes, door_payload, shown_code
from use_cases.records import Flat, FlatFacts, Home, HomeRole, Place, Role, Standing


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


@pytest.fixture
async def flat(town: Town, manager: Neighbour) -> Flat:
    """Flat 45 of 12A, with a code on its door."""
    async with town.work() as work:
        house = await work.homes.add_building("12A", Place(), at=town.clock.now())
        await work.homes.add_flats(house.id, [FlatFacts(number="45", entrance="2")])
        (flat,) = await MakeCodes(work, town.clock)(await manager.record(), house.id)
        await work.commit()
    return flat


async def homes_of(neighbour: Neighbour) -> list[Home]:
    """What the bot keeps."""
    async with neighbour.town.work() as work:
        return list(await work.homes.of_person((await neighbour.record()).id))


async def test_a_stranger_scans_the_door_agrees_and_is_at_home(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    """Nothing of the flat is kept before consent; then the survey on the same card begins."""
    async with town.work() as work:
        await an_open_survey(work, await manager.record())
        await work.commit()
    vera = await town.person("Vera", stranger=True)

    assert "your flat" in await vera.says(f"/start {door_payload(str(flat.code), 'yard')}")
    assert await homes_of(vera) == []

    shown = await vera.taps("I agree")
    assert "Welcome home!" in shown and "12A, flat 45" in shown
    assert shown.index("12A, flat 45") < shown.index("Что сделать во дворе?")
    (home,) = await homes_of(vera)
    assert home.residence.standing is Standing.CONFIRMED
    assert (await vera.record()).dialogue.data == {}


async def test_a_code_is_typed_as_people_type(town: Town, flat: Flat) -> None:
    """Small letters, dashes and Cyrillic look-alikes are no mistake; nobody need ask for it."""
    vera = await town.person("Vera")
    typed = shown_code(str(flat.code)).lower().translate(str.maketrans("chkmptxy", "снкмртху"))

    assert "Welcome home!" in await vera.says(typed)
    assert "✓ tenant" in (await vera.taps("tenant"), *vera.buttons)
    assert "12A, flat 45 · tenant" in await vera.says("/home")


async def test_seven_wrong_codes_and_a_pause(town: Town, flat: Flat) -> None:
    """The right one is not taken in the pause either; after it, all is well."""
    vera = await town.person("Vera")
    await vera.says("/home")
    await vera.taps("I have a code")

    assert "6 more tries" in await vera.says("CCCC-3333")
    for _ in range(5):
        assert "more tr" in await vera.says("what code?")
    assert "60 minutes" in await vera.says("CCCC-3333")
    town.clock.passes(timedelta(minutes=20))
    assert "40 minutes" in await vera.says(str(flat.code))
    assert await homes_of(vera) == []

    town.clock.passes(timedelta(minutes=40))
    assert "Welcome home!" in await vera.says(str(flat.code))


async def test_a_word_is_confirmed_by_a_manager_with_one_tap(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    oleh = await town.person("Oleh", language="uk")
    await oleh.says("/home")
    await oleh.taps("Назвати квартиру")
    await oleh.taps("12A")
    assert "Квартири 46 у будинку 12A немає" in await oleh.says("46")
    assert "управитель підтвердив" in await oleh.says("кв. 45")
    await town.settled()

    assert "Oleh lives here, they say: 12A, flat 45" in manager.last.text
    assert "✓ Oleh lives here" in await manager.taps("Yes, confirm")
    assert "Підтверджено" in oleh.last.text
    (home,) = await homes_of(oleh)
    assert home.residence.standing is Standing.CONFIRMED
    await manager.presses(f"hc:{home.residence.id}:0")
    assert "settled already" in manager.last.text
    assert len(await homes_of(oleh)) == 1


async def test_a_word_that_is_not_true_leaves_nothing(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    oleh = await town.person("Oleh")
    await oleh.says("/home")
    await oleh.taps("Say which flat")
    assert "do not find such a house" in await oleh.says("99, 45")
    await oleh.says("12a кв 45")
    await town.settled()
    await manager.taps("No")

    assert "could not confirm" in oleh.last.text
    assert await homes_of(oleh) == []


async def test_residents_decide_nothing(town: Town, flat: Flat) -> None:
    """A forged button is refused, and a stranger's home cannot be touched."""
    oleh, vera = await town.person("Oleh"), await town.person("Vera")
    await oleh.says("/home")
    await oleh.taps("Say which flat")
    await oleh.says("12A 45")
    (home,) = await homes_of(oleh)
    await vera.says("/home")

    assert await vera.presses(f"hc:{home.residence.id}:1") == "Only managers can do this."
    assert "no longer so" in await vera.presses(f"hm:y:{home.residence.id}")
    assert "no longer so" in await vera.presses(f"hr:{home.residence.id}:owner")
    await oleh.presses(f"hr:{home.residence.id}:council")
    assert [h.residence.role for h in await homes_of(oleh)] == [None]


async def test_since_when_and_moved_out(town: Town, flat: Flat) -> None:
    vera = await town.person("Vera")
    await vera.says(str(flat.code))
    await vera.taps("Since when")
    assert "Write the day" in await vera.says("long ago")
    assert "cannot be right" in await vera.says("1.5.2100")
    assert "since 01.05.2020" in await vera.says("1 May 2020")
    await vera.taps("owner")
    (home,) = await homes_of(vera)
    assert home.residence.role is HomeRole.OWNER

    assert "no longer live there?" in await vera.taps("I have moved out")
    assert "12A, flat 45" in await vera.taps("No, I live here")
    await vera.taps("I have moved out")
    assert "Done" in await vera.taps("Yes, I have moved out")
    assert await homes_of(vera) == []


async def test_whoever_has_no_house_here_says_the_town(town: Town) -> None:
    """Where there is no roster, that is all there is to say."""
    vera = await town.person("Vera")

    assert "do not know where you live" in await vera.says("/home")
    assert vera.buttons == ["📍 My house is not here"]
    await vera.taps("My house is not here")
    assert "Noted: Podil, Kyiv" in await vera.says("Podil,  Kyiv")
    assert "📍 Podil, Kyiv" in await vera.says("/home")
    oleh = await town.person("Oleh", stranger=True)
    assert "This is where your house listens" in await oleh.says("/home")
    assert "I agree" in oleh.buttons[0]


async def test_a_link_that_is_void_says_so_and_does_not_stop_the_survey(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    async with town.work() as work:
        await an_open_survey(work, await manager.record())
        await work.homes.set_codes({flat.id: None})
        await work.commit()
    vera = await town.person("Vera")

    shown = await vera.says(f"/start {door_payload(str(flat.code), 'yard')}")
    assert "No flat has this code" in shown and "Что сделать во дворе?" in shown
