"""What changed in segments since a day: told without noise, without names of a few."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.views.changes import changes_view
from bot.words import Words
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import (
    LOVES_QUIET,
    LOVES_THE_YARD,
    a_house_survey,
    by_answers,
    residents_answer,
)
from tests.makers import a_completed_walk, an_open_survey
from use_cases.records import Role
from use_cases.segments.following import FollowSegments
from use_cases.segments.segmenting import ListSegments


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """A manager whose house has two camps of forty."""
    town.compute = by_answers
    maria = await town.person("Maria", role=Role.MANAGER)
    await residents_answer(town, 40, asked_by=maria)
    await residents_answer(town, 40, asked_by=maria, answers=LOVES_THE_YARD, named="Yard")
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    return maria


async def they_answer_again(town: Town, manager: Neighbour, moved: int) -> None:
    """Half a year later, in a new version of the survey; so many of the quiet love the yard now."""
    town.clock.passes(timedelta(days=180))
    author = await manager.record()
    async with town.work() as work:
        survey = await an_open_survey(work, author, a_house_survey())
        placed = await work.segments.memberships(1)
        people = await work.people.get_many([each.person_id for each in placed])
        for place, person in enumerate(people):
            quiet = moved <= place < 40
            given = LOVES_QUIET if quiet else LOVES_THE_YARD
            await a_completed_walk(work, survey, person, given, at=town.clock.now())
        await work.commit()


async def what_changed(town: Town, manager: Neighbour) -> str:
    await manager.says("/segments")
    assert "I'm looking back…" in await manager.taps("What changed")
    await town.settled()
    return manager.last.text


async def test_who_moved_and_which_answers_moved_them(town: Town, manager: Neighbour) -> None:
    await they_answer_again(town, manager, moved=12)

    text = await what_changed(town, manager)

    assert "What changed since July 30, 2026" in text
    assert "80 people answered both then and now." in text
    assert "Moved to another segment: 15 % (" in text
    assert "12 people surely went from" in text
    assert "“I want quiet”" in text
    assert "Resident 1, Resident 2" in text
    assert "stayed: 70 %" in text


async def test_a_few_who_moved_are_neither_counted_nor_named(
    town: Town, manager: Neighbour
) -> None:
    await they_answer_again(town, manager, moved=3)

    text = await what_changed(town, manager)

    assert "fewer than 5 people" in text
    assert "surely went" not in text
    assert "Resident" not in text


async def test_what_may_all_be_noise_is_not_told_as_movement(
    town: Town, manager: Neighbour
) -> None:
    await they_answer_again(town, manager, moved=12)
    errand = FollowSegments(town.services.open_work, town.clock, town.services.worker.follow)
    changes = await errand.since(None, 1)
    unsure = replace(changes.flows, steps=(replace(changes.step, low=0.0),))
    async with town.work() as work:
        view = await ListSegments(work, town.clock).one(await manager.record(), 1)
    text = changes_view(view, replace(changes, flows=unsure), [], Words("en")).text

    assert "It cannot be told whether anybody moved to another segment: at most " in text
    assert "Moved to another segment" not in text


async def test_where_nothing_changed_nobody_moved(town: Town, manager: Neighbour) -> None:
    """The way back leads to the segments; a button of another day compares with that day."""
    town.clock.passes(timedelta(days=1))
    text = await what_changed(town, manager)

    assert "Moved to another segment: 0 %" in text
    assert "surely went" not in text
    await manager.taps("Since March 2, 2026")
    await town.settled()
    assert "Moved to another segment: 0 %" in manager.last.text
    assert "the cut into two" in await manager.taps("← Segments")


async def test_without_a_past_there_is_nothing_to_compare(town: Town, manager: Neighbour) -> None:
    await manager.presses("cg:s:99:0")
    assert "This division is no more" in manager.last.text
    town.clock.passes(timedelta(days=1))
    await manager.presses("cg:s:1:-5")
    await town.settled()
    assert "What changed since" in manager.last.text


@pytest.mark.parametrize("searches", [0, 1])
async def test_on_the_day_of_the_first_search_there_is_no_past(
    town: Town, manager: Neighbour, searches: int
) -> None:
    """In the chat as in the report, also where segments were found twice on that day."""
    for _ in range(searches):
        town.clock.passes(timedelta(hours=1))
        await manager.says("/segments")
        await manager.taps("Find again")
        await town.settled()

    text = await what_changed(town, manager)

    assert "There is nothing to compare yet" in text
    assert "%" not in text
    assert "the cut into two" in await manager.taps("← Segments")
    await manager.says("/report")
    await town.settled()
    page = next(each for each in manager.files if (each.name or "").endswith(".html"))
    assert "Who is where since" not in page.content.decode()
    assert "In the last step" not in page.content.decode()


async def test_residents_do_not_look_back(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera")
    assert "Only managers" in await vera.presses("cg:s:1:0", manager.last)


async def test_the_report_tells_it_as_a_table(town: Town, manager: Neighbour) -> None:
    """Shares of each segment's people, and a few as a few."""
    await they_answer_again(town, manager, moved=12)
    await manager.says("/report")
    await town.settled()

    page = manager.files[-1].content.decode()
    assert "Who is where since 30\u00a0July 2026" in page
    assert "80 people answered both then and now; 15" in page
    assert "<td>70" in page


async def test_who_moved_is_drawn_and_stands_in_the_report(town: Town, manager: Neighbour) -> None:
    """In the chat one picture takes the place of another; the page shows them all, with faces."""
    await they_answer_again(town, manager, moved=12)
    await manager.says("/segments")
    await manager.taps("Pictures")
    await town.settled()
    first = manager.last
    for label in ("Who moved where", "Sizes over time"):
        before = manager.last.photo
        await manager.taps(label)
        await town.settled()
        assert first.id == manager.last.id
        assert manager.last.photo.startswith(b"\x89PNG")
        assert manager.last.photo != before

    await manager.says("/report")
    await town.settled()
    page = next(each for each in manager.files if (each.name or "").endswith(".html"))
    text = page.content.decode()
    assert text.count('<svg class="face"') == 2
    assert "In the last step" in text
    assert 'From "' in text.replace("&#34;", '"')
    assert 'Stayed in "' in text.replace("&#34;", '"')
