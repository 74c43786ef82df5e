"""The same season a year before, in the chat: of goals, figures, answers; said where unknown."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.views.alerts import digest_view
from bot.words import Words
from surveys.answers import Answer, Rated
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import (
    LOVES_QUIET,
    LOVES_THE_YARD,
    QUIET,
    YARD,
    a_house_survey,
    by_answers,
    residents_answer,
)
from tests.makers import a_completed_walk, an_open_survey
from use_cases.fieldwork.alerting import CollectAlerts
from use_cases.goals.reviewing import PromptReview
from use_cases.goals.setting import GoalUnfit, LookAtGoals, SetGoal
from use_cases.records import Measure, Role, Subject
from use_cases.records.rules import Deed, Fact

YEAR = timedelta(days=365)
LIKES_QUIET: Mapping[str, Answer] = {QUIET: Rated(4), YARD: Rated(2)}
LIKES_THE_YARD: Mapping[str, Answer] = {QUIET: Rated(2), YARD: Rated(4)}


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """A manager whose house has two camps of forty."""
    town.compute = by_answers
    maria = await town.person("Maria", role=Role.MANAGER)
    await residents_answer(town, 25, asked_by=maria)
    await residents_answer(town, 15, asked_by=maria, answers=LIKES_QUIET)
    await residents_answer(town, 25, asked_by=maria, answers=LOVES_THE_YARD, named="Yard")
    await residents_answer(town, 15, asked_by=maria, answers=LIKES_THE_YARD, named="Yard")
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    return maria


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


async def they_answer(town: Town, manager: Neighbour, *, quiet: int) -> None:
    """In a new version of the survey; so many of the eighty love quiet now."""
    author = await manager.record()
    async with town.work() as work:
        survey = await an_open_survey(work, author, a_house_survey())
        placed = await work.segments.memberships(1)
        people = await work.people.get_many([each.person_id for each in placed])
        for place, person in enumerate(people):
            given: Mapping[str, Answer] = LOVES_QUIET if place < quiet else LOVES_THE_YARD
            if place % 3 == 0:
                given = LIKES_QUIET if place < quiet else LIKES_THE_YARD
            await a_completed_walk(work, survey, person, given, at=town.clock.now())
        await work.commit()


async def they_rate(town: Town, content: int) -> None:
    """So many of the first forty are satisfied now."""
    async with town.work() as work:
        placed = await work.segments.memberships(1)
        facts = [
            Fact(each.person_id, ("csat", "house"), "satisfied" if i < content else "other")
            for i, each in enumerate(placed[:40])
        ]
        await work.facts.note(facts, at=town.clock.now())
        await work.commit()


async def a_goal(manager: Neighbour, measure: str, target: str) -> str:
    """For everybody in the division."""
    await manager.says("/segments")
    await manager.taps("Goals")
    await manager.taps("Set a goal")
    await manager.taps("everybody")
    await manager.taps(measure)
    await manager.says(target)
    return plain(await manager.says("31.12.2028"))


async def test_a_goal_stands_beside_the_same_season_a_year_ago(
    town: Town, manager: Neighbour
) -> None:
    """Of forty 12 were satisfied then and 32 are now: by Newcombe 29 to 65 points more."""
    await they_rate(town, 12)
    assert "There is no data of the same season a year ago." in await a_goal(
        manager, "satisfied", "90"
    )
    town.clock.passes(YEAR)
    await they_rate(town, 32)

    said = plain(await a_goal(manager, "satisfied", "95"))

    assert "The same season a year ago: 30 %; difference +50 points (+29 points … +65" in said
    assert "clearly more." in said
    assert "no data of the same season" not in said
    said = plain(await a_goal(manager, "how many people", "90"))
    assert "The same season a year ago: 80; difference 0 (−4 … +4): may be chance." in said


async def test_money_is_compared_only_where_payments_reach_that_far_back(
    town: Town, manager: Neighbour
) -> None:
    """Payments that were brought in from half a year ago on say nothing of the year before."""
    town.clock.passes(YEAR)
    async with town.work() as work:
        who = [each.person_id for each in await work.segments.memberships(1)]
        await work.facts.add_deeds(
            Deed(person_id=one, kind="payment", at=town.clock.now() - timedelta(180), amount=100)
            for one in who
        )
        await work.commit()
    assert "There is no data of the same season a year ago." in await a_goal(manager, "paid", "20")
    async with town.work() as work:
        at = town.clock.now() - YEAR - timedelta(days=120)
        await work.facts.add_deeds(
            Deed(person_id=one, kind="payment", at=at, amount=1_000 * (place % 2 + 1))
            for place, one in enumerate(who)
        )
        await work.commit()
    said = await a_goal(manager, "paid", "30")
    assert "The same season a year ago: 15; difference +1 (" in said


async def test_answers_of_two_winters_side_by_side(town: Town, manager: Neighbour) -> None:
    """Half of those who loved quiet love the yard a year later; sizes and answers say so."""
    await manager.taps("What changed")
    await town.settled()
    town.clock.passes(YEAR)
    await they_answer(town, manager, quiet=20)
    await manager.says("/segments")
    await manager.taps("What changed")
    await town.settled()

    said = plain(await manager.taps("The same season a year ago"))

    assert "The last 90 days, against the same 90 days that ended on 2 March 2026" in said
    assert "people now 40" in said and "The same season a year ago: 40; difference 0" in said
    assert "Answers of this season: people now 80, then 80." in said
    assert "I want quiet" in said and "clearly less" in said
    assert "What changed" in manager.buttons[0]


async def test_a_season_without_answers_is_said_to_be_one(town: Town, manager: Neighbour) -> None:
    """Half a year later nobody has answered lately; a year after that nobody had a year before."""
    town.clock.passes(timedelta(days=180))
    said = await manager.presses("cg:y:1:0")
    assert "Too few people answered the survey in the last 90 days" in said
    town.clock.passes(YEAR)
    await they_answer(town, manager, quiet=40)
    said = await manager.presses("cg:y:1:0")
    assert "Nobody answered the survey in that season" in said


async def test_figures_beside_those_of_a_year_ago(town: Town, manager: Neighbour) -> None:
    await they_rate(town, 12)
    town.clock.passes(YEAR)
    await they_rate(town, 32)

    said = plain(await manager.presses("fig:y:segment:1"))

    assert "Satisfied (4–5 of 5): 80 %. The same season a year ago: 30 %" in said
    assert "People: 40. The same season a year ago: 40" in said
    assert await manager.taps("← Figures")


async def test_the_quarterly_review_counts_how_goals_stand_against_the_year_before(
    town: Town, manager: Neighbour
) -> None:
    await they_rate(town, 12)
    await a_goal(manager, "satisfied", "90")
    await a_goal(manager, "how many people", "90")
    await a_goal(manager, "NPS", "50")
    town.clock.time = datetime(2027, 3, 2, 9, tzinfo=UTC)
    await they_rate(town, 32)
    assert await PromptReview(town.database.open_work, town.clock, ZoneInfo("UTC"))()

    (digest,) = await CollectAlerts(town.database.open_work, town.clock)()

    said = digest_view(digest, Words("en")).text
    assert "clearly more: 1, may be chance: 1, no data: 1." in said


async def test_the_days_of_a_goal_are_the_days_of_the_house(town: Town, manager: Neighbour) -> None:
    """At 22:00 by Greenwich it is tomorrow already in Kyiv."""
    kyiv = ZoneInfo("Europe/Kyiv")
    town.clock.time = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
    maria = await manager.record()
    async with town.work() as work:
        setting = SetGoal(work, town.clock, kyiv)
        about = (maria, Subject.SCHEME, 1, Measure.SIZE)
        with pytest.raises(GoalUnfit):
            await setting(*about, target=90, due=date(2026, 3, 3))
        goal = await setting(*about, target=90, due=date(2026, 3, 4))
        _, there = await LookAtGoals(work, town.clock, kyiv).one(maria, goal.id)
        _, here = await LookAtGoals(work, town.clock, ZoneInfo("UTC")).one(maria, goal.id)
    assert (there.days_left, here.days_left) == (1, 2)


async def test_a_hundred_and_twenty_goals_stand_on_pages(town: Town, manager: Neighbour) -> None:
    """Every one has its number and its button; from the last page one leafs on to the first."""
    maria = await manager.record()
    async with town.work() as work:
        for number in range(120):
            await work.goals.add(
                Subject.SEGMENT, 1 + number % 2, Measure.SIZE, target=50.0 + number, start=None,
                due=date(2027, 1, 1) + timedelta(days=number), owner_id=maria.id,
                at=town.clock.now(),
            )  # fmt: skip
        await work.commit()

    said = await manager.presses("gl:a:s:0:size:0")
    assert manager.buttons[:9] == [*(f"🎯 {n}" for n in range(1, 7)), "‹", "1 / 20", "›"]
    assert "\n6. “" in said and "\n7. “" not in said
    said = await manager.taps("‹")
    assert "\n120. “" in said and "169 by" in plain(said)
    assert "20 / 20" in manager.buttons
    assert "169 by" in plain(await manager.taps("🎯 120"))
    await manager.presses("gl:a:s:0:size:19")
    assert "\n1. “" in await manager.taps("›") or manager.buttons[0] == "🎯 1"
    said = await manager.presses("gl:l:s:1:size:3")
    assert manager.buttons[:2] == ["🎯 19", "🎯 20"] and "＋ Set a goal" in manager.buttons


async def test_costs_cannot_be_taken_back_below_nothing(town: Town, manager: Neighbour) -> None:
    """The manager is told how much there is, and writes a smaller sum."""
    await manager.presses("fig:a:segment:1")
    await manager.says("100")
    await manager.presses("fig:a:segment:1")
    assert "100.00 is noted" in await manager.says("-100.01")
    await manager.says("-100")
    await manager.presses("fig:a:segment:1")
    assert "0.00 is noted" in await manager.says("-1")


async def test_a_goal_of_a_segment_goes_on_where_it_was_merged(
    town: Town, manager: Neighbour
) -> None:
    """Forty of the one and forty of the other: the goal of the one counts eighty."""
    maria = await manager.record()
    async with town.work() as work:
        one, two = await work.segments.segments(1)
        goal = await SetGoal(work, town.clock, ZoneInfo("UTC"))(
            maria, Subject.SEGMENT, two.id, Measure.SIZE, target=90, due=date(2027, 1, 1)
        )
        await work.segments.merge(two.id, one.id)
        await work.commit()
        scheme, seen = await LookAtGoals(work, town.clock, ZoneInfo("UTC")).one(maria, goal.id)
    assert seen.now is not None and (goal.start, seen.now.value) == (40, 80)
    assert seen.segment_id == one.id and scheme is not None


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera", language="ru")
    await vera.says("/points")
    for act in ("cg:y:1:0", "fig:y:segment:1"):
        assert await vera.presses(act) == "Это могут только управляющие."
