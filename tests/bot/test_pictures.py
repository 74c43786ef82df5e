"""Pictures of a scheme in the chat: one message, in which one takes the place of another."""

import pytest

from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves, residents_answer, the_second_half_loves_the_yard
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """Has found two segments of thirty who differ."""
    town.compute = in_halves
    maria = await town.person("Maria", role=Role.MANAGER)
    people = await residents_answer(town, 60, asked_by=maria)
    await the_second_half_loves_the_yard(town, people)
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    return maria


async def test_the_profile_comes_as_a_picture(town: Town, manager: Neighbour) -> None:
    await manager.taps("Pictures")
    await town.settled()

    assert manager.last.photo.startswith(b"\x89PNG")
    assert "Where segments differ most" in manager.last.text
    assert [label[0] for label in manager.buttons] == ["📶", "🌊", "📈"]


async def test_what_cannot_be_drawn_yet_is_said(town: Town, manager: Neighbour) -> None:
    """Stability was not measured here, and there is one search only."""
    await manager.taps("Pictures")
    await town.settled()
    picture = manager.last

    await manager.taps("How stable")
    await town.settled()
    assert "has not been measured" in manager.last.text
    for label in ("Who moved where", "Sizes over time"):
        await manager.taps(label)
        await town.settled()
        assert "compare" in manager.last.text
    assert manager.chat.messages[picture.id].photo == picture.photo


async def test_pictures_are_for_managers(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera", language="ru")
    await vera.says("/segments")

    for kind in "hswg":
        assert await vera.presses(f"pi:{kind}:1") == "Это могут только управляющие."
