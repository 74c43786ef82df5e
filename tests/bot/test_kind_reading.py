"""What people type is understood where it can mean one thing only; what is refused is said once."""

import pytest

from surveys.answers import Answer, Chosen, Counted, Rated
from surveys.questions import Choice, ChoiceKey
from surveys.reading.typed import find_choice, number_said
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from use_cases.records import Role
from use_cases.records.rules import Fact

SURVEY = """
survey: yard
language: uk
title: {uk: Наш двір}
questions:
  - key: wish
    single: {uk: Що важливіше?}
    choices:
      lift: {uk: Ліфт без поломок}
      light: {uk: Світло у під’їзді}
      bright: {uk: Світлі стіни}
  - key: people
    number: {uk: Скільки вас?}
  - key: quiet
    scale: {uk: Чи тихо у вас?}
    from: 1
    to: 5
"""


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", SURVEY.encode())
    return manager


@pytest.fixture
async def oksana(town: Town, manager: Neighbour) -> Neighbour:
    await manager.taps("Publish")
    oksana = await town.person("Oksana", language="uk")
    await oksana.says("/start yard")
    return oksana


async def answers_of(neighbour: Neighbour) -> dict[str, Answer]:
    person = await neighbour.record()
    async with neighbour.town.work() as work:
        stored = await work.responses.of_person("yard", person.id)
    assert stored is not None
    return {str(key): answer for key, answer in stored.response.answers.items()}


async def test_a_word_of_a_choice_and_a_number_in_words(oksana: Neighbour) -> None:
    """Two options begin with «світл»: that is asked again; «ліфт» is one of them only."""
    await oksana.says("світл")
    assert await answers_of(oksana) == {}
    await oksana.says("ліфт")
    await oksana.says("двоє")
    await oksana.says("п'ять")

    assert await answers_of(oksana) == {
        "wish": Chosen(ChoiceKey("lift")),
        "people": Counted(2),
        "quiet": Rated(5),
    }


async def test_what_does_not_fit_is_said_once(oksana: Neighbour) -> None:
    await oksana.says("ліфт")
    await oksana.says("2")
    before = len(oksana.chat.messages)
    for text in ("ну", "взагалі", "то", "по-різному", "буває"):
        await oksana.says(text)

    assert len(oksana.chat.messages) == before + 1


async def test_a_survey_in_one_language_says_so_before_it_is_published(
    manager: Neighbour,
) -> None:
    assert "Not all is translated: Русский, English" in manager.last.text


async def test_whoever_is_forgotten_can_begin_again_in_their_language(town: Town) -> None:
    """Telegram says English; the farewell was in Ukrainian, and so is what follows its button."""
    vera = await town.person("Vera", language="en")
    await vera.says("/language")
    await vera.taps("Українська")
    await vera.says("/forget")
    await vera.presses("bye:1")

    await vera.taps("Почати знову")
    assert (await vera.record()).language == "uk"


async def test_a_manager_is_named_by_username(town: Town) -> None:
    admin = await town.person("Anna", role=Role.ADMIN)
    vera = await town.person("Vera")
    person = await vera.record()
    async with town.work() as work:
        await work.facts.note([Fact(person.id, ("username",), "vera_k")], at=town.clock.now())
        await work.commit()

    await admin.says("/manager @Vera_K")
    assert (await vera.record()).role is Role.MANAGER
    assert "123456789" in await admin.says("/manager @nobody")


@pytest.mark.parametrize(
    ("said", "number"), [("два", 2), ("двоє", 2), ("Two", 2), ("п’ять", 5), ("багато", None)]
)
def test_numbers_in_words(said: str, number: float | None) -> None:
    assert number_said(said) == number


def test_yo_and_apostrophes_make_no_difference() -> None:
    choices = [
        Choice(key=ChoiceKey("k"), label=Text({"ru": "Ёлка во дворе"})),
        Choice(key=ChoiceKey("p"), label=Text({"uk": "Чистий під’їзд"})),
    ]
    assert find_choice(choices, "елка") == 0
    assert find_choice(choices, "під'їзд") == 1
