"""Neighbours without Telegram: a manager enters their sheet, and one day they come themselves."""

from datetime import timedelta

import pytest

from surveys.field.settings import FieldSettings
from tests.bot.chat import Neighbour, Town
from tests.makers import a_choice_question, a_survey, an_open_survey
from use_cases.homes.codes import MakeCodes
from use_cases.records import Flat, FlatFacts, Person, Place, Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """With a survey of one question that brings points."""
    maria = await town.person("Maria", role=Role.MANAGER)
    async with town.work() as work:
        survey = a_survey(questions=[a_choice_question()], points=50)
        await an_open_survey(work, await maria.record(), survey)
        await work.commit()
    return maria


@pytest.fixture
async def flat(town: Town, manager: Neighbour) -> Flat:
    async with town.work() as work:
        house = await work.homes.add_building("12A", Place(), at=town.clock.now())
        await work.homes.add_flats(house.id, [FlatFacts(number="45")])
        (flat,) = await MakeCodes(work, town.clock)(await manager.record(), house.id)
    return flat


async def enter_a_sheet(manager: Neighbour, whose: str = "12A, 45") -> str:
    await manager.says("/enter")
    await manager.taps("Наш двор")
    await (manager.taps("without a flat") if not whose else manager.says(whose))
    return await manager.taps("own")


async def on_paper(town: Town) -> list[Person]:
    """The people whom managers entered."""
    async with town.work() as work:
        people = await work.people.get_many(range(1, 50))
    return [person for person in people if not person.has_telegram]


async def test_only_what_takes_answers_now_can_be_entered(town: Town, manager: Neighbour) -> None:
    await manager.says("/enter")
    assert manager.buttons
    async with town.work() as work:
        later = FieldSettings(opens=town.clock.now() + timedelta(days=1))
        (survey,) = await work.surveys.all_open()
        await work.fields.set(survey.survey.key, later)
        await work.commit()
    assert "there is none" in await manager.says("/enter")


async def test_a_sheet_is_entered_in_a_residents_talk_and_counted_apart(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    """Marked, with who entered it; no points, no name, nothing that could be written to."""
    await manager.says("/enter")
    await manager.taps("Наш двор")
    assert "do not find such a flat" in await manager.says("99, 1")
    said = await manager.says("45")
    assert "answer for a neighbour: 12A, flat 45" in said and "from paper" in said
    assert "📝 Entered." in await manager.taps("own")

    (neighbour,) = await on_paper(town)
    assert (neighbour.name, neighbour.consented_at) == (None, None)
    async with town.work() as work:
        (walk,) = await work.responses.walks("yard")
        assert (walk.person_id, walk.entered_by) == (neighbour.id, (await manager.record()).id)
        assert (await work.responses.counts("yard")).assisted == 1
        assert await work.points.given() == 0
        assert len(await work.responses.completed_answers("yard")) == 1
    await manager.says("/surveys")
    assert "Entered from paper: <5" in await manager.taps("Наш двор")


async def test_one_sheet_after_another_and_without_a_flat(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    await enter_a_sheet(manager)
    await manager.taps("The next sheet")
    await manager.taps("without a flat")
    await manager.taps("rent")

    assert len(await on_paper(town)) == 2
    async with town.work() as work:
        assert (await work.responses.counts("yard")).completed == 2


async def test_a_sheet_begun_by_mistake_is_dropped(town: Town, manager: Neighbour) -> None:
    await manager.says("/enter")
    await manager.taps("Наш двор")
    await manager.taps("without a flat")
    assert "nothing of it was kept" in await manager.taps("Drop this sheet")

    assert await on_paper(town) == []


async def test_the_neighbour_comes_and_the_sheet_is_theirs(
    town: Town, manager: Neighbour, flat: Flat
) -> None:
    """By their flat's code; the answers are kept, the mark that they were entered, too."""
    await enter_a_sheet(manager)
    vera = await town.person("Vera")
    assert "Were they yours?" in await vera.says(str(flat.code))
    assert "yours now" in await vera.taps("they are mine")

    assert await on_paper(town) == []
    async with town.work() as work:
        walk = await work.responses.of_person("yard", (await vera.record()).id)
    assert walk is not None and walk.assisted and walk.completed_at is not None


async def test_own_answers_go_before_a_sheet(town: Town, manager: Neighbour, flat: Flat) -> None:
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.taps("rent")
    await enter_a_sheet(manager)
    await vera.says(str(flat.code))
    await vera.taps("they are mine")

    async with town.work() as work:
        walk = await work.responses.of_person("yard", (await vera.record()).id)
        assert (await work.responses.counts("yard")).completed == 1
    assert walk is not None and not walk.assisted


async def test_residents_enter_nothing(town: Town, manager: Neighbour, flat: Flat) -> None:
    vera = await town.person("Vera")
    await enter_a_sheet(manager)
    (neighbour,) = await on_paper(town)

    assert await vera.says("/enter") == "Only managers can do this."
    assert await vera.presses("enter:1:1") == "Only managers can do this."
    assert await vera.presses("sheet:1") == "Only managers can do this."
    await vera.presses(f"mine:{flat.id}")
    assert await on_paper(town) == [neighbour]


async def test_who_entered_it_may_be_forgotten(town: Town, manager: Neighbour, flat: Flat) -> None:
    """The mark stays, the name does not."""
    await enter_a_sheet(manager)
    async with town.work() as work:
        await work.people.erase((await manager.record()).id)
        await work.commit()
        (walk,) = await work.responses.walks("yard")
    assert walk.assisted and walk.entered_by == 0
