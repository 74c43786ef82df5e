"""A command in the middle of a survey: what is typed on another screen is no answer."""

import pytest

from bot.commands import COMMANDS
from bot.leaving import known_commands
from surveys.answers import Answer, Picked, Written
from surveys.questions import ChoiceKey
from tests.bot.chat import Neighbour, Town, _dispatcher
from use_cases.homes.codes import MakeCodes
from use_cases.records import FlatFacts, Place, Role, Standing

SURVEY = """
survey: yard
language: uk
title: {uk: Наш двір, en: Our yard}
points: 5
thanks: {uk: Дякуємо!, en: Thank you!}
questions:
  - key: people
    number: {uk: Скільки вас?, en: How many are you?}
  - key: wish
    open: {uk: Чого бракує?, en: What do you miss?}
"""


PICKS = """
survey: picks
language: en
title: The yard
questions:
  - key: wish
    multiple: What is missing?
    choices: {benches: Benches, trees: Trees, other: {label: Something else, other: yes}}
  - key: more
    open: Any more?
"""


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", SURVEY.encode())
    await manager.taps("Publish")
    return manager


@pytest.fixture
async def oksana(town: Town, manager: Neighbour) -> Neighbour:
    """She lives in a house of which the roster knows flat 2, and has said how many they are."""
    async with town.work() as work:
        house = await work.homes.add_building("12А", Place(), at=town.clock.now())
        await work.homes.add_flats(house.id, [FlatFacts(number="2", entrance="1")])
        await MakeCodes(work, town.clock)(await manager.record(), house.id)
        await work.commit()
    oksana = await town.person("Oksana", language="uk")
    await oksana.says("/start yard")
    await oksana.says("4")
    return oksana


async def wish_of(neighbour: Neighbour) -> Answer | None:
    person = await neighbour.record()
    async with neighbour.town.work() as work:
        stored = await work.responses.of_person("yard", person.id)
    assert stored is not None
    return {str(k): a for k, a in stored.response.answers.items()}.get("wish")


async def claimed(neighbour: Neighbour) -> list[tuple[str, Standing]]:
    async with neighbour.town.work() as work:
        homes = await work.homes.of_person((await neighbour.record()).id)
    return [(each.flat.number, each.residence.standing) for each in homes]


async def test_a_flat_typed_after_home_leaves_a_finished_answer_alone(oksana: Neighbour) -> None:
    """She looked at her answers once more, turned to /home, and wrote where she lives."""
    await oksana.says("Лавки")
    await oksana.taps("Далі")
    await oksana.taps("Змінити відповіді")
    await oksana.says("/home")

    await oksana.says("квартира 2")
    assert await claimed(oksana) == [("2", Standing.CLAIMED)]
    await oksana.says("2")
    assert await wish_of(oksana) == Written("Лавки")


async def test_a_finished_survey_is_finished_at_start_too(oksana: Neighbour) -> None:
    await oksana.says("Лавки")
    await oksana.taps("Далі")
    await oksana.taps("Змінити відповіді")

    assert "2 з 2" not in await oksana.says("/start")
    assert oksana.buttons == ["✓ Наш двір"]


async def test_changing_answers_still_takes_what_is_typed_there(oksana: Neighbour) -> None:
    await oksana.says("Лавки")
    await oksana.taps("Далі")
    await oksana.says("/home")
    await oksana.taps("Змінити відповіді")
    await oksana.says("Світло")
    await oksana.taps("Далі")

    assert await wish_of(oksana) == Written("Світло")


async def test_a_command_ends_an_answer_that_still_grew(oksana: Neighbour) -> None:
    """The last words were not followed by «Далі»: the command says as much, and thanks come."""
    await oksana.says("Лавки")
    shown = await oksana.says("/home")

    assert "Дякуємо" in shown
    await oksana.says("кв. 2, дім 12А")
    assert await wish_of(oksana) == Written("Лавки")
    assert await claimed(oksana) == [("2", Standing.CLAIMED)]


async def test_other_words_under_home_answer_the_question_that_waits(oksana: Neighbour) -> None:
    await oksana.says("/home")
    await oksana.says("Лавок і світла")

    assert await wish_of(oksana) == Written("Лавок і світла")
    assert await claimed(oksana) == []


async def test_the_start_of_a_survey_names_its_points(town: Town, manager: Neighbour) -> None:
    """In the plural of each language: /points says that they are named there."""
    for language, said in (("ru", "+5 баллов"), ("uk", "+5 балів"), ("en", "+5 points")):
        somebody = await town.person("Somebody", language=language)
        assert said in await somebody.says("/start yard")


@pytest.mark.parametrize("typed", ["/back", "/foo bar", "/Назад", "/"])
async def test_a_command_that_there_is_not_moves_nothing(oksana: Neighbour, typed: str) -> None:
    """The open answer goes on growing, and its «Далі» still ends it."""
    await oksana.says("Лавки")
    shown = await oksana.says(typed)

    assert "Такої команди" in shown
    assert "Дякуємо" not in shown
    await oksana.says("і світло")
    await oksana.taps("Далі")
    assert await wish_of(oksana) == Written("Лавки\nі світло")


async def test_an_unknown_command_leaves_ticks_and_own_words(
    town: Town, manager: Neighbour
) -> None:
    """Other has been typed among several, and the list still waits for more."""
    await manager.sends("g.yaml", PICKS.encode())
    await manager.taps("Publish")
    oleh = await town.person("Oleh", language="en")
    await oleh.says("/start picks")
    await oleh.taps("Benches")
    await oleh.says("a fountain")
    shown = await oleh.says("/back")

    assert "no such command" in shown
    assert "Any more?" not in shown
    await oleh.taps("Done")
    async with town.work() as work:
        stored = await work.responses.of_person("picks", (await oleh.record()).id)
    assert stored is not None
    assert Picked((ChoiceKey("benches"), ChoiceKey("other")), "a fountain") in (
        stored.response.answers.values()
    )


def test_every_command_of_the_menu_is_known() -> None:
    known = known_commands(_dispatcher())
    assert {name for names in COMMANDS.values() for name in names} <= known
    assert "claim" in known
    assert "back" not in known
