"""/print: what, in which language, for whom; the file follows."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.chat import Neighbour, Town
from tests.makers import an_open_survey
from use_cases.records import FlatFacts, Place, Role


@pytest.fixture
async def manager(town: Town) -> AsyncIterator[Neighbour]:
    yield await town.person("Maria", role=Role.MANAGER)
    town.services.worker.close()


async def test_papers_are_chosen_by_taps_and_sent(town: Town, manager: Neighbour) -> None:
    """Door cards make the codes that are missing."""
    async with town.work() as work:
        await an_open_survey(work, await manager.record())
        house = await work.homes.add_building("12A", Place(), at=town.clock.now())
        await work.homes.add_flats(house.id, [FlatFacts(number="45")])
        await work.commit()

    for paper, of, name in (
        ("Door cards", "12A", f"doors-{house.id}-uk.pdf"),
        ("Poster", "Наш двор", f"poster-yard-{house.id}-uk.pdf"),
        ("Poster", "No survey", f"poster-bot-{house.id}-uk.pdf"),
        ("Paper questionnaire", "Наш двор", "yard-v1-uk.pdf"),
    ):
        assert "What shall I print?" in await manager.says("/print")
        await manager.taps(paper)
        await manager.taps("Українська")
        assert "Preparing" in await manager.taps(of)
        await town.settled()
        sent = manager.files[-1]
        assert (sent.name, sent.content[:5]) == (name, b"%PDF-")
    async with town.work() as work:
        (flat,) = await work.homes.flats(house.id)
    assert flat.code is not None


async def test_a_poster_asks_the_house_first_where_there_are_several(
    town: Town, manager: Neighbour
) -> None:
    """Then the survey, and a poster may also be for all houses."""
    async with town.work() as work:
        await an_open_survey(work, await manager.record())
        first = await work.homes.add_building("12A", Place(), at=town.clock.now())
        await work.homes.add_building("14", Place(), at=town.clock.now())
        await work.commit()

    for house, name in (("12A", f"poster-yard-{first.id}-en.pdf"), ("All houses", "poster-yard")):
        await manager.says("/print")
        await manager.taps("Poster")
        assert "For which house?" in await manager.taps("English")
        assert "Which survey?" in await manager.taps(house)
        assert "Preparing" in await manager.taps("Наш двор")
        await town.settled()
        assert (manager.files[-1].name or "").startswith(name)


async def test_door_cards_are_one_tap_from_their_house(town: Town, manager: Neighbour) -> None:
    """Under /homes; a house without flats has none to print."""
    async with town.work() as work:
        house = await work.homes.add_building("12A", Place(), at=town.clock.now())
        await work.homes.add_flats(house.id, [FlatFacts(number="45")])
        await work.homes.add_building("14", Place(), at=town.clock.now())
        await work.commit()

    await manager.says("/homes")
    await manager.taps("14")
    assert not any("Door cards" in label for label in manager.buttons)
    await manager.says("/homes")
    await manager.taps("12A")
    assert "In which language?" in await manager.taps("Door cards")
    assert "Preparing" in await manager.taps("English")
    await town.settled()
    assert manager.files[-1].name == f"doors-{house.id}-en.pdf"


async def test_nothing_to_print_yet_is_said(town: Town, manager: Neighbour) -> None:
    await manager.says("/print")
    await manager.taps("Door cards")
    assert "no flats yet" in await manager.taps("English")
    await manager.says("/print")
    await manager.taps("Paper questionnaire")
    assert "no survey to print" in await manager.taps("English")


async def test_only_managers_print(town: Town) -> None:
    vera = await town.person("Vera")

    assert await vera.says("/print") == "Only managers can do this."
    assert await vera.presses("pr:d:en:1") == "Only managers can do this."
