"""Goals in the chat: set by buttons and two typed words, looked at, handed on; reminded of once."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.reports.html import write_html
from bot.reports.xlsx import write_xlsx
from bot.views.alerts import digest_view
from bot.words import Words
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves, residents_answer
from tests.fakes import NOON
from use_cases.fieldwork.alerting import CollectAlerts
from use_cases.goals.reviewing import PromptReview
from use_cases.goals.setting import SetGoal
from use_cases.records import AlertKind, Measure, Role, Subject
from use_cases.reporting.building import BuildReport


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_halves
    return await town.person("Maria", role=Role.MANAGER)


async def found(town: Town, manager: Neighbour) -> None:
    """Two segments of thirty."""
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


async def a_goal(manager: Neighbour, target: str = "45", day: str = "31.12.2026") -> str:
    """The first segment shall grow."""
    await manager.says("/segments")
    await manager.taps("Goals")
    await manager.taps("Set a goal")
    await manager.presses("gl:m:g:1:size:0")
    await manager.taps("how many people")
    await manager.says(target)
    return plain(await manager.says(day))


async def test_a_goal_has_a_number_a_day_and_somebody_who_answers_for_it(
    town: Town, manager: Neighbour
) -> None:
    """The value at the start is kept; what is typed and does not fit is asked for again."""
    await found(town, manager)
    assert "There are no goals yet" in await manager.taps("Goals")
    assert "About whom is the goal?" in await manager.taps("Set a goal")
    assert manager.buttons[0] == "everybody who is divided"
    await manager.taps("everybody")
    assert "How many people shall there be?" in await manager.taps("how many people")
    assert "a number that can be" in await manager.says("many")
    assert "a number that can be" in await manager.says("-3")
    assert "By which day?" in await manager.says("80")
    assert "31 March 2026" in plain(manager.buttons[0]) or "March 31, 2026" in manager.buttons[0]
    assert "a day to come" in await manager.says("1.1.2020")

    said = plain(await manager.says("31.12.2026"))

    assert "everybody who is divided: how many people — 80 by" in said
    assert "Now: 60. At the start: 60. 0 % of the way is done." in said
    assert "304 days left. Maria answers for it." in said


async def test_progress_is_told_from_the_start_to_the_target(
    town: Town, manager: Neighbour
) -> None:
    await found(town, manager)
    assert "Now: 30. At the start: 30." in await a_goal(manager)
    town.clock.passes(timedelta(days=400))

    await manager.says("/segments")
    said = plain(await manager.taps("Goals"))

    assert "It was due 96 days ago." in said
    await manager.taps("🎯 1")
    assert "There are no goals yet" in await manager.taps("Put the goal away")


async def test_a_goal_is_handed_to_another_manager(town: Town, manager: Neighbour) -> None:
    await found(town, manager)
    await town.person("Anna", role=Role.MANAGER)
    await a_goal(manager)

    await manager.taps("Who answers")
    assert "Anna answers for it." in await manager.taps("Anna")


async def test_a_share_is_typed_in_per_cent_and_told_with_its_interval(
    town: Town, manager: Neighbour
) -> None:
    """Nobody was invited: that nothing can be said is said."""
    await found(town, manager)
    await manager.taps("Goals")
    await manager.presses("gl:m:s:1:size:0")
    await manager.taps("who answered")
    assert "a number that can be" in await manager.says("140")
    await manager.says("62,5 %")
    said = plain(await manager.taps("2026"))

    assert "who answered — 62 %" in said
    assert "Now nobody can tell" in said


async def test_each_quarter_managers_are_reminded_once(town: Town, manager: Neighbour) -> None:
    """However often the night comes, and whatever was killed in between."""
    await found(town, manager)
    await a_goal(manager)
    prompt = PromptReview(town.database.open_work, town.clock, ZoneInfo("UTC"))
    collect = CollectAlerts(town.database.open_work, town.clock)
    assert not await prompt()

    town.clock.time = datetime(2026, 4, 1, 3, tzinfo=UTC)
    assert await prompt()
    assert not await prompt()
    digests = await collect()
    said = digest_view(digests[0], Words("en"))
    assert "A new quarter: time to look at 1 goal." in plain(said.text)
    assert "Past their day" not in said.text
    assert manager.chat and said.buttons is not None
    assert [alert.kind for digest in digests for alert in digest.alerts] == [AlertKind.REVIEW]
    assert await collect() == []

    town.clock.time = datetime(2027, 1, 2, 3, tzinfo=UTC)
    assert await prompt()


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    await found(town, manager)
    await a_goal(manager)
    vera = await town.person("Vera", language="ru")
    await vera.says("/points")

    for act in ("gl:a:s:0:size:0", "gl:l:s:1:size:0", "gl:m:s:1:size:0", "gl:t:s:1:size:0"):
        assert await vera.presses(act) == "Это могут только управляющие."
    for act in ("gl:w:s:1:size:0", "gl:o:s:1:size:0", "gl:g:s:1:size:1", "gl:e:s:1:size:0"):
        assert await vera.presses(act) == "Это могут только управляющие."


async def test_goals_stand_in_the_report(town: Town, manager: Neighbour) -> None:
    """Those of segments beside their scheme, those of rules above; as page and as sheet."""
    await found(town, manager)
    await a_goal(manager)
    person = await manager.record()
    async with town.work() as work:
        rule = await work.rules.add(
            key="old", name="The <old>", text="age > 60", dynamic=True, author_id=person.id, at=NOON
        )
        await SetGoal(work, town.clock, ZoneInfo("UTC"))(
            person, Subject.RULE, rule.id, Measure.NPS, target=20, due=date(2026, 6, 30)
        )
    async with town.work() as work:
        report = await BuildReport(work, town.clock)(person, "house")

    page = plain(write_html(report, "en"))

    assert "«The &lt;old&gt;»: NPS: would they recommend us — 20 by June 30, 2026" in page
    assert "how many people — 45 by" in page
    assert "Now: 30. At the start: 30." in page
    assert "Is this division of any use?" in page
    assert write_xlsx(report, "uk")


async def test_there_is_a_way_back_from_every_question_about_a_goal(
    town: Town, manager: Neighbour
) -> None:
    """And what is typed after stepping back is no target any more."""
    await found(town, manager)
    assert "There are no goals yet" in await manager.says("/goals")
    assert "button 🎯" in manager.last.text
    assert await manager.taps("Segments by answers")
    await manager.says("/segments")
    await manager.taps("Goals")
    await manager.taps("Set a goal")
    await manager.taps("everybody")
    await manager.taps("how many people")
    await manager.taps("‹ Back")
    assert "how many people" in manager.buttons
    assert "About whom is the goal?" in await manager.taps("‹ Back")
    assert "There are no goals yet" in await manager.taps("‹ Back")
    assert "By which day?" not in await manager.says("80")
    goal = await a_goal(manager)
    assert "45 by" in goal
    await manager.taps("Who answers")
    assert "45 by" in plain(await manager.taps("‹ Back"))
    await manager.says("/rules everyone")
    await manager.taps("Keep as a segment")
    await manager.says("All of us")
    await manager.taps("Goals")
    await manager.taps("Set a goal")
    await manager.taps("how many people")
    await manager.says("70")
    assert "How many people shall there be?" in await manager.taps("‹ Back")
    await manager.taps("‹ Back")
    await manager.taps("‹ Back")
    assert "All of us" in await manager.taps("‹ Back")
