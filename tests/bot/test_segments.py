"""Segments in the chat: found in the background, told honestly, renamed."""

from dataclasses import replace

import pytest

from segmentation.run import SegmentationRun, Verdict
from segmentation.values import AnswerTable, Recipe
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves, in_no_segments, residents_answer
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_halves
    return await town.person("Maria", role=Role.MANAGER)


async def _renames(manager: Neighbour, number: int) -> str:
    """On the page of that segment; the list is asked for where it is not in sight."""
    if f"🔍 Who is {number}" not in manager.buttons:
        await manager.says("/segments")
    await manager.taps(f"Who is {number}")
    return await manager.taps("Rename")


async def test_too_few_answers_are_counted_not_segmented(town: Town, manager: Neighbour) -> None:
    await residents_answer(town, 38, asked_by=manager)

    said = await manager.says("/segments")

    assert "Our <house> · how people live" in said
    assert "38 have answered of the 60 that segments need." in said
    assert manager.buttons == []


async def test_a_handful_of_answers_is_told_as_fewer_than_five(
    town: Town, manager: Neighbour
) -> None:
    await residents_answer(town, 3, asked_by=manager)

    assert "<5 have answered of the 60" in await manager.says("/segments")


async def test_segments_are_found_in_the_background(town: Town, manager: Neighbour) -> None:
    """The tap is answered at once; the same message then shows what was found."""
    await residents_answer(town, 60, asked_by=manager)
    assert "60 have answered: segments can be looked for." in await manager.says("/segments")

    assert "I'm looking…" in await manager.taps("Find segments")
    looking = manager.last.id
    await town.settled()

    assert looking == manager.last.id
    text = manager.last.text
    assert "the cut into two is stable: good for writing to people" in text
    assert "take it as a sketch" in text
    assert "people: 30 · 50 %" in text
    assert sum("✉️" in label for label in manager.buttons) == 2
    assert "🔎 Find again" in manager.buttons


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict.NONE, "The answers do not fall into groups"),
        (Verdict.LEVEL_ONLY, "differ in how much they tick"),
        (Verdict.TOO_FEW, "too few of them answered the very questions"),
    ],
)
async def test_where_there_are_no_segments_none_are_invented(
    town: Town, manager: Neighbour, verdict: Verdict, sentence: str
) -> None:
    async def nothing(
        answers: AnswerTable, recipe: Recipe, _: SegmentationRun | None
    ) -> SegmentationRun:
        return in_no_segments(answers, recipe, verdict)

    town.compute = nothing
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()

    assert sentence in manager.last.text
    assert manager.buttons == ["🔎 Find again", "← All divisions"]


async def test_a_search_that_breaks_is_told_and_can_be_repeated(
    town: Town, manager: Neighbour
) -> None:
    async def broken(*_: object) -> SegmentationRun:
        raise ZeroDivisionError

    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    town.compute = broken
    await manager.taps("Find segments")
    await town.settled()
    assert "something broke on our side" in manager.last.text

    town.compute = in_halves
    await manager.taps("← Segments")
    await manager.taps("Find segments")
    await town.settled()
    assert "the cut into two" in manager.last.text


async def test_a_segment_keeps_the_name_that_a_manager_gives(
    town: Town, manager: Neighbour
) -> None:
    """Names that do not fit are refused, and the next message is taken instead."""
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()

    assert "one that people would not mind hearing" in await _renames(manager, 1)
    assert "longer than 40" in await manager.says("x" * 41)
    assert "Quiet & <calm>" in await manager.says("  Quiet &   <calm> ")

    await _renames(manager, 2)
    assert "or taken" in await manager.says("quiet & <calm>")
    assert "All right" in await manager.says("/cancel")

    await manager.says("/segments")
    await manager.taps("Find again")
    await town.settled()
    assert "① Quiet & <calm>" in manager.last.text


async def test_a_command_leaves_the_draft_politely(town: Town, manager: Neighbour) -> None:
    """What is typed afterwards is no name any more."""
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()
    await _renames(manager, 1)

    said = await manager.says("/points")

    assert said.startswith("The draft was not kept: you can begin anew at any time.")
    assert "You have 0 points" in said
    assert "not asking anything" in await manager.says("Quiet")


async def test_a_closed_survey_keeps_its_segments(town: Town, manager: Neighbour) -> None:
    """It takes no answers any more, but people are still written to, and it stays on the shelf."""
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()
    await manager.says("/surveys")
    await manager.taps("Our <house>")
    await manager.taps("Close")
    await manager.taps("Yes, close it")

    assert "🔒 Our <house>" in (await manager.says("/surveys") and manager.buttons)
    assert "the cut into two" in await manager.says("/segments")
    await manager.says("/broadcast")
    assert len(manager.buttons) == 2


async def test_small_segments_are_told_as_fewer_than_five(town: Town, manager: Neighbour) -> None:
    """And the others are made vague, so that nobody can subtract."""

    async def lopsided(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        run = await in_halves(answers, recipe, previous)
        first, second = run.segments
        places = {
            person: replace(member, segment=1 if place < 3 else 2)
            for place, (person, member) in enumerate(run.memberships.items())
        }
        return replace(run, segments=(first, second), memberships=places)

    town.compute = lopsided
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()

    assert "people: <5" in manager.last.text
    assert "people: ≈58" in manager.last.text


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    await residents_answer(town, 1, asked_by=manager)
    await manager.says("/segments")
    vera = await town.person("Vera", language="ru")

    assert await vera.says("/segments") == "Это могут только управляющие."
    assert await vera.presses("sg:f:1:0") == "Это могут только управляющие."
