"""A small house: managers may allow smaller segments, right where it is too early to judge."""

from dataclasses import replace

import pytest

from segmentation.finding import segment
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Rated
from surveys.questions import Basis, QuestionKey, Scale, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from tests.makers import a_completed_walk, an_open_survey
from use_cases.records import Role

ITEMS = 9
EACH = 24  # in each of three crisp groups: none has the thirty that are usual


def a_survey_of_nine() -> Survey:
    """Nine statements about what people need."""
    return Survey(
        key="yard",
        title=Text({"en": "Our yard"}),
        languages=("en",),
        questions=tuple(
            Scale(key=QuestionKey(f"q{i}"), prompt=Text({"en": f"Say {i}"}), basis=Basis.NEEDS)
            for i in range(ITEMS)
        ),
    )


def of_group(group: int, number: int) -> dict[str, Answer]:
    """Three items high, the others low, all a little apart from the neighbour's."""
    return {
        f"q{i}": Rated((5 if i % 3 == group else 1) + (-1 if i % 3 == group else 1) * (i == number))
        for i in range(ITEMS)
    }


async def quickly(
    table: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """The real segmentation with a shorter proof."""
    return segment(table, replace(recipe, pairs=21, starts=10), previous)


@pytest.fixture
async def maria(town: Town) -> Neighbour:
    """The manager of a house where 72 people of three kinds have answered."""
    town.compute = quickly
    manager = await town.person("Maria", role=Role.MANAGER)
    author = await manager.record()
    people = [await town.person(f"{number}") for number in range(3 * EACH)]
    async with town.work() as work:
        survey = await an_open_survey(work, author, a_survey_of_nine())
        for number, person in enumerate(people):
            known = await work.people.by_telegram_id(person.telegram_id)
            assert known is not None
            given = of_group(number % 3, number % ITEMS)
            await a_completed_walk(work, survey, known, given, at=town.clock.now())
        await work.commit()
    return manager


async def finds(maria: Neighbour) -> str:
    """Look for segments, and wait."""
    await maria.taps("🔎")
    await maria.town.settled()
    return maria.last.text


async def test_smaller_segments_are_offered_where_it_is_too_early_to_judge(
    maria: Neighbour,
) -> None:
    """Told in plain words, chosen by a tap, found, and marked as a sketch wherever they show."""
    await maria.says("/segments")
    assert not any("📏" in label for label in maria.buttons)  # Nobody has looked yet.
    said = await finds(maria)
    assert "too early to judge" in said and "you may allow smaller segments" in said

    said = await maria.taps("📏 Smallest segment: 30")
    assert "the more easily it comes about by chance" in said
    assert maria.buttons == [
        "✅ As usual: 30",
        "10 or more",
        "15 or more",
        "20 or more",
        "50 or more",
        "← Segments",
    ]
    said = await maria.taps("20 or more")
    assert "From the next search on a segment must have 20 people at least." in said

    said = await finds(maria)
    assert "into three" in said or "segments are sharp" in said
    assert "take it as a sketch" in said
    assert "fewer than 30 people easily comes about by chance" in said
    assert "From the next search on" not in said
    assert "📏 Smallest segment: 20" in maria.buttons

    await maria.says("/report")
    await maria.town.settled()
    page = maria.files[-1].content.decode()
    assert "fewer than 30 people easily comes about by chance" in page
    assert "Fewer than 200 people answered: the cut is exploratory" in page


async def test_a_number_of_segments_does_not_outlast_its_people(maria: Neighbour) -> None:
    """A manager who wants larger ones again is not kept waiting for three runs."""
    await maria.says("/segments")
    await finds(maria)
    await maria.taps("📏")
    await maria.taps("20 or more")
    await finds(maria)
    await maria.taps("📏")
    assert "✅ 20 or more" in maria.buttons
    await maria.taps("As usual")
    said = await finds(maria)

    assert "Segments: 3 now" in said
    assert "another one now" in said and "won several runs" not in said
    await maria.taps("Give the segments up")
    assert "too early to judge" in await maria.taps("← Segments")


async def test_the_smallest_is_for_managers_and_only_what_is_offered(maria: Neighbour) -> None:
    """An old button of somebody who manages no longer, and a number that was never on one."""
    await maria.says("/segments")
    await finds(maria)
    await maria.taps("📏")
    person = await maria.record()
    async with maria.town.work() as work:
        await work.people.save(replace(person, role=Role.RESIDENT), was=person)
        await work.commit()

    await maria.taps("10 or more")
    async with maria.town.work() as work:
        assert [each.smallest for each in await work.segments.schemes()] == [None]
