"""Segments found anew wait for a manager before anybody is relabelled."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.proposals import TellProposals
from segmentation.grounds import Grounds
from segmentation.run import Membership, SegmentationRun, Verdict
from segmentation.values import AnswerTable, Recipe
from surveys.questions import Basis
from tests.bot.chat import Compute, Neighbour, Town
from tests.bot.segments import LOVES_THE_YARD, by_answers, in_no_segments, residents_answer
from use_cases.records import Person, Role, RunState
from use_cases.segments.telling import CollectProposals

LIFE = Grounds.on(Basis.PSYCHOGRAPHIC)


def moving(count: int) -> Compute:
    """A run that puts the first so many lovers of quiet into the other camp."""

    async def compute(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        run = await by_answers(answers, recipe, previous)
        quiet = [person for person, m in run.memberships.items() if m.segment == 1]
        moved = dict.fromkeys(quiet[:count], Membership(2, 0.8, True))
        return replace(run, memberships={**run.memberships, **moved})

    return compute


async def a_third_camp(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """Left alone the answers ask for three segments; asked for two, there are two."""
    run = await by_answers(answers, recipe, previous)
    if recipe.segments == 2:
        return run
    third = replace(run.segments[1], id=3)
    yard = [person for person, m in run.memberships.items() if m.segment == 2]
    moved = dict.fromkeys(yard[::2], Membership(3, 0.8, True))
    return replace(run, segments=(*run.segments, third), memberships={**run.memberships, **moved})


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """A manager whose house has two camps of thirty, in force without anybody's leave."""
    town.compute = by_answers
    maria = await town.person("Maria", role=Role.MANAGER)
    await residents_answer(town, 30, asked_by=maria)
    await residents_answer(town, 30, asked_by=maria, answers=LOVES_THE_YARD, named="Yard")
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    assert "✅ Take the new ones" not in maria.buttons
    return maria


async def find_again(town: Town, manager: Neighbour) -> str:
    await manager.says("/segments")
    await manager.taps("Find again")
    await town.settled()
    return manager.last.text


async def a_night(town: Town, manager: Neighbour) -> None:
    """One more neighbour answers, and segments are found anew."""
    town.clock.passes(timedelta(days=1))
    await residents_answer(town, 1, asked_by=manager, answers=LOVES_THE_YARD, named="New")
    await town.services.find_segments(None, "house", LIFE)


async def managers_are_told(town: Town) -> None:
    await TellProposals(town.bot, CollectProposals(town.database.open_work, town.clock))()


async def sizes(town: Town) -> list[int]:
    """How many stand in each segment by its number."""
    async with town.work() as work:
        segments = await work.segments.segments(1)
        return [len(await work.segments.members(each.id)) for each in segments]


async def test_what_moves_hardly_anybody_goes_through(town: Town, manager: Neighbour) -> None:
    town.compute = moving(1)

    assert "the cut into two" in await find_again(town, manager)
    assert await sizes(town) == [29, 31]


async def test_a_run_that_would_move_people_waits(town: Town, manager: Neighbour) -> None:
    """What would change is said with a few hidden; until then the old segments are in force."""
    town.compute = moving(12)

    text = await find_again(town, manager)

    assert "People who stay where they are: 48" in text
    assert "to another segment: 12" in text
    assert "undecided" not in text.split("Agreement")[0]
    assert "Agreement with the present segments: 0." in text
    assert await sizes(town) == [30, 30]
    assert "wait for your decision" in await manager.says("/segments")
    vera = await residents_answer(town, 1, asked_by=manager, named="Newcomer")
    assert vera and await sizes(town) == [30, 30]  # Nothing is placed before it is answered here.

    assert "the new segments are in force" in (
        await manager.taps("New segments to decide on") and await manager.taps("Take the new ones")
    )
    assert await sizes(town) == [18, 42]
    assert "the cut into two" in await manager.taps("← Segments")
    assert "wait for your decision" not in manager.last.text


def cut_in_three(part: slice, leaving: int = 0) -> Compute:
    """That part of the lovers of the yard is a segment of its own; so many leave the quiet."""

    async def compute(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        run = await moving(leaving)(answers, recipe, previous)
        yard = [person for person, m in run.memberships.items() if m.segment == 2]
        moved = dict.fromkeys(yard[part], Membership(3, 0.8, True))
        segments = (*run.segments, replace(run.segments[1], id=3))
        return replace(run, segments=segments, memberships={**run.memberships, **moved})

    return compute


async def test_going_from_part_to_part_of_a_merged_segment_is_no_move(town: Town) -> None:
    """Nobody would be called otherwise: there is nothing to decide. Whoever comes to the merged
    segment from outside is counted."""
    maria = await town.person("Maria", role=Role.MANAGER)
    await residents_answer(town, 30, asked_by=maria)
    await residents_answer(town, 30, asked_by=maria, answers=LOVES_THE_YARD, named="Yard")
    town.compute = cut_in_three(slice(0, None, 2))
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    async with town.work() as work:
        _, yard, third = await work.segments.segments(1)
        await work.segments.merge(third.id, yard.id)
        await work.commit()

    town.compute = cut_in_three(slice(1, None, 2))
    assert "wait for your decision" not in await find_again(town, maria)
    async with town.work() as work:
        assert [e.note.state for e in await work.runs.entries(1)] == [RunState.ADOPTED] * 2
    assert await sizes(town) == [30, 30]

    town.compute = cut_in_three(slice(0, None, 2), leaving=12)
    text = await find_again(town, maria)
    assert "People who stay where they are: 48" in text
    assert "to another segment: 12" in text

    town.compute = moving(12)  # One part is found no more: the whole is one as before.
    text = await find_again(town, maria)
    assert "to another segment: 12" in text
    assert "Segments:" not in text and "Would end" not in text


async def test_few_movers_are_told_as_few(town: Town, manager: Neighbour) -> None:
    town.compute = moving(3)

    text = await find_again(town, manager)

    assert "to another segment: <5" in text
    assert "stay where they are: ≈" in text


async def test_the_first_decision_stands(town: Town, manager: Neighbour) -> None:
    """Another manager is told once, and taps too late; so does a second tap of the first."""
    oleh = await town.person("Oleh", role=Role.MANAGER, language="uk")
    town.compute = moving(12)
    await find_again(town, manager)
    before = len(manager.chat.shown)
    await managers_are_told(town)
    await managers_are_told(town)
    assert "Групи знайдено заново, і частина людей змінила б місце." in oleh.last.text
    assert before == len(manager.chat.shown)  # Whoever asked has seen it where they asked.
    assert len(oleh.chat.messages) == 1

    decision = manager.last
    assert "the old segments stay" in await manager.taps("Keep the old ones")
    assert "Це вже вирішено: лишаються попередні" in await oleh.taps("Узяти нові")
    assert "decided already: the old" in await manager.presses(
        "dr:1:1".replace("1", "2", 1), decision
    )
    assert await sizes(town) == [30, 30]
    async with town.work() as work:
        acts = [act for _, _, act, _ in await work.audit.recent(50)]
    assert acts.count("segments.keep") == 1
    assert "segments.approve" not in acts


async def test_a_newer_run_takes_the_place_of_one_that_waits(
    town: Town, manager: Neighbour
) -> None:
    """Managers are not told again; an old button shows what waits now."""
    town.compute = moving(12)
    await find_again(town, manager)
    old = manager.last
    town.compute = moving(20)
    await a_night(town, manager)
    await managers_are_told(town)

    assert "to another segment: 20" in await manager.presses("dr:2:1", old)
    assert "in force" in await manager.taps("Take the new ones")
    assert await sizes(town) == [10, 51]


async def test_where_nothing_new_was_said_the_night_is_quiet(
    town: Town, manager: Neighbour
) -> None:
    """And two weeks long after a manager kept the old segments."""
    town.compute = moving(12)
    await town.services.find_segments(None, "house", LIFE)
    assert len(await runs(town)) == 1

    await find_again(town, manager)
    await manager.taps("Keep the old ones")
    await a_night(town, manager)
    assert await runs(town) == [RunState.ADOPTED, RunState.DECLINED]

    town.clock.passes(timedelta(days=14))
    await a_night(town, manager)
    assert await runs(town) == [RunState.ADOPTED, RunState.DECLINED, RunState.PROPOSED]


async def runs(town: Town) -> list[RunState]:
    async with town.work() as work:
        return [entry.note.state for entry in await work.runs.entries(1)]


async def test_another_number_of_segments_has_to_win_three_runs(
    town: Town, manager: Neighbour
) -> None:
    """The runs before are fitted with the number shown, and managers read how near it is."""
    town.compute = a_third_camp
    await a_night(town, manager)
    said = await manager.says("/segments")
    assert "3 segments have won 1 of the 3 runs in a row" in said
    await find_again(town, manager)  # Once more over the very same answers: that proves nothing.
    assert "won 1 of the 3" in await manager.says("/segments")
    await a_night(town, manager)
    assert "won 2 of the 3" in await manager.says("/segments")
    assert await sizes(town) == [30, 32]

    await a_night(town, manager)
    await managers_are_told(town)

    assert "Segments: 2 now, 3 then." in manager.last.text
    assert "Would begin: “" in manager.last.text
    await manager.taps("Take the new ones")
    assert await sizes(town) == [30, 16, 17]
    assert "have won" not in await manager.says("/segments")


async def test_segments_that_are_found_no_more_are_given_up_in_words_of_their_own(
    town: Town, manager: Neighbour
) -> None:
    """Nothing was "found anew", and no "new ones" can be taken."""

    async def none_left(
        answers: AnswerTable, recipe: Recipe, _: SegmentationRun | None
    ) -> SegmentationRun:
        run = in_no_segments(answers, recipe, Verdict.NONE)
        nowhere = Membership(None, 0.0, False)
        return replace(run, memberships=dict.fromkeys(answers.people, nowhere))

    town.compute = none_left
    text = await find_again(town, manager)

    assert "found no segments any more" in text and "found anew" not in text
    assert "out of a segment, undecided: 60" in text
    assert "there are no segments here any more" in await manager.taps("Give the segments up")
    assert "One message for all" in await manager.taps("← Segments")


async def test_whoever_looks_while_a_search_goes_on_is_told(town: Town, manager: Neighbour) -> None:
    """Nobody is invited to begin what goes on; when it has ended everything is as before."""
    begun, ended = asyncio.Event(), asyncio.Event()

    async def slowly(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        begun.set()
        await ended.wait()
        return await by_answers(answers, recipe, previous)

    town.compute = slowly
    oleh = await town.person("Oleh", role=Role.MANAGER)
    await manager.says("/segments")
    await manager.taps("Find again")
    await begun.wait()
    assert "I'm looking…" in await oleh.says("/segments")
    assert "🔎 Find again" not in oleh.buttons
    ended.set()
    await town.settled()

    assert "I'm looking…" not in await oleh.says("/segments")
    assert "🔎 Find again" in oleh.buttons


async def test_who_is_forgotten_is_in_no_proposal(town: Town, manager: Neighbour) -> None:
    town.compute = moving(12)
    await find_again(town, manager)
    async with town.work() as work:
        (first, *_) = await work.runs.places(2)
        await work.people.erase(first.person_id)
        await work.commit()

    await manager.taps("Take the new ones")

    assert await sizes(town) == [18, 41]


async def test_whoever_came_meanwhile_is_placed_by_the_new_run(
    town: Town, manager: Neighbour
) -> None:
    town.compute = moving(12)
    await find_again(town, manager)
    (vera,) = await residents_answer(town, 1, asked_by=manager, named="Vera")
    await placed_as_on_answering(town, await vera.record())
    assert await sizes(town) == [31, 30]

    await manager.taps("Take the new ones")

    assert await sizes(town) == [19, 42]
    async with town.work() as work:
        places = await work.segments.memberships(1)
    assert {2} == {place.run_id for place in places}


async def placed_as_on_answering(town: Town, person: Person) -> None:
    """What the last answer does to whoever gives it."""
    from use_cases.segments.placing import place_person

    async with town.work() as work:
        survey = await work.surveys.open_version("house")
        walk = await work.responses.of_person("house", person.id)
        assert survey is not None and walk is not None
        await place_person(work, survey, walk, at=town.clock.now())
        await work.commit()


async def test_residents_decide_nothing(town: Town, manager: Neighbour) -> None:
    town.compute = moving(12)
    await find_again(town, manager)
    vera = await town.person("Vera")

    assert "Only managers" in await vera.presses("dr:2:1", manager.last)
    assert "Only managers" in await vera.presses("cg:p:1:0", manager.last)
    assert await sizes(town) == [30, 30]
    assert "Nothing waits" in await manager.presses("dr:99:1", manager.last)
