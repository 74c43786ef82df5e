"""Golden questions, and the short survey that asks by them until it is sure enough."""

from dataclasses import replace

import pytest

from surveys.answers import PreferNot
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import (
    LOVES_THE_YARD,
    QUIET,
    YARD,
    a_house_survey,
    by_answers,
    residents_answer,
)
from tests.makers import an_open_survey
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """A manager whose house has two camps of forty, told apart by two questions."""
    town.compute = by_answers
    maria = await town.person("Maria", role=Role.MANAGER)
    await residents_answer(town, 40, asked_by=maria)
    await residents_answer(town, 40, asked_by=maria, answers=LOVES_THE_YARD, named="Yard")
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    return maria


async def published(town: Town, manager: Neighbour) -> None:
    await manager.says("/segments")
    await manager.taps("Golden questions")
    await town.settled()
    await manager.taps("Publish the short survey")


async def stands_in(town: Town, who: Neighbour) -> tuple[int | None, float]:
    """The number of the segment in which somebody stands, and how surely."""
    person = await who.record()
    async with town.work() as work:
        numbers = {s.id: s.number for s in await work.segments.segments(1)}
        for each in await work.segments.memberships(1):
            if each.person_id == person.id:
                return numbers.get(each.segment_id or 0), each.confidence
    raise AssertionError("stands nowhere")


async def test_golden_questions_are_judged_and_kept(town: Town, manager: Neighbour) -> None:
    """The first look computes them in the worker; the next one reads what was kept."""
    await manager.says("/segments")
    assert "trying the questions one by one" in await manager.taps("Golden questions")
    await town.settled()

    text = manager.last.text
    assert "judged on 80 people with no part in choosing them" in text
    assert "1. “I " in text
    assert "— 100 % (95 % to 100 %)" in text
    assert "All questions: 100 %" in text
    assert "questions on average" in text
    async with town.work() as work:
        assert await work.runs.golden(1) is not None
    await manager.taps("← Segments")
    assert "All questions: 100 %" in await manager.taps("Golden questions")


async def test_figures_that_were_judged_otherwise_are_judged_anew(
    town: Town, manager: Neighbour
) -> None:
    """An earlier version told of fixed and adaptive questions by different measures."""
    async with town.work() as work:
        await work.runs.keep_golden(1, {"golden": {}, "adaptive": {}})
        await work.commit()
    await manager.says("/segments")
    assert "trying the questions one by one" in await manager.taps("Golden questions")
    await town.settled()

    assert "placed right (95 % to 100 %). Not so sure in the end: 0 %" in manager.last.text
    async with town.work() as work:
        kept = await work.runs.golden(1)
    assert kept is not None and kept["golden"]


async def test_whoever_has_little_time_is_asked_just_enough(town: Town, manager: Neighbour) -> None:
    """One telling answer is enough here; it stays an answer to the survey."""
    await published(town, manager)
    assert "The short survey is open" in manager.last.text
    vera = await town.person("Vera")
    await vera.says("/survey")

    asked = await vera.taps("⚡ Our <house>")
    assert "2 at most" in asked
    assert "Question 1, 2 at most" in asked
    thanks = await vera.taps("5")

    assert "Thank you, that is enough!" in thanks
    number, sure = await stands_in(town, vera)
    assert number in (1, 2)
    assert sure >= 0.8
    assert "not asking anything" in await vera.says("hello")
    await vera.says("/survey")
    assert not any("⚡" in label for label in vera.buttons)


async def test_the_rest_of_the_survey_asks_nothing_twice(town: Town, manager: Neighbour) -> None:
    await published(town, manager)
    vera = await town.person("Vera")
    await vera.says("/survey")
    first = await vera.taps("⚡ Our <house>")
    await vera.taps("5")

    await vera.taps("Answer the rest as well")
    await vera.taps("Go on")
    other = vera.last.text
    assert ("quiet" in first) != ("quiet" in other)
    assert "Question 2 of 2" in other or "2" in other
    await vera.taps("1")

    person = await vera.record()
    async with town.work() as work:
        walk = await work.responses.of_person("house", person.id)
    assert walk is not None and walk.completed_at is not None and walk.typing is None
    assert {QUIET, YARD} == set(walk.response.answers)


async def test_back_and_rather_not_say_work_as_ever(town: Town, manager: Neighbour) -> None:
    """An answer in the middle tells little: the other question follows, and the way back leads to
    the first."""
    await published(town, manager)
    vera = await town.person("Vera")
    await vera.says("/survey")
    first = await vera.taps("⚡ Our <house>")
    assert not any("Back" in label for label in vera.buttons)
    second = await vera.taps("3")
    assert "Question 2, 2 at most" in second
    back = await vera.taps("Back")
    assert "Question 1, 2 at most" in back
    assert ("quiet" in first) == ("quiet" in back)

    thanks = await vera.taps("1")
    assert "that is enough" in thanks
    again = await vera.taps("Change")
    assert "Question 1" in again
    assert "that is enough" in await vera.taps("5")
    number, _ = await stands_in(town, vera)
    assert number is not None


async def test_nobody_has_to_say(town: Town, manager: Neighbour) -> None:
    """Where the author lets people keep it to themselves the short survey does so too."""
    house = a_house_survey()
    asked = tuple(replace(each, prefer_not=True) for each in house.questions)
    async with town.work() as work:
        await an_open_survey(work, await manager.record(), replace(house, questions=asked))
        await work.commit()
    await published(town, manager)
    vera = await town.person("Vera")
    await vera.says("/survey")
    await vera.taps("⚡ Our <house>")

    assert "Question 2, 2 at most" in await vera.taps("rather not say")
    await vera.taps("rather not say")

    person = await vera.record()
    async with town.work() as work:
        walk = await work.responses.of_person("house", person.id)
    assert walk is not None
    assert [PreferNot(), PreferNot()] == list(walk.response.answers.values())


async def test_a_restart_in_the_middle_loses_nothing(town: Town, manager: Neighbour) -> None:
    """Everything stands in the database: whoever comes back goes on."""
    await published(town, manager)
    vera = await town.person("Vera")
    await vera.says("/survey")
    await vera.taps("⚡ Our <house>")
    await vera.taps("3")

    from use_cases.segments import typing

    typing._at_hand.clear()
    assert "Question 2, 2 at most" in await vera.says("/survey")
    assert "This helps the house" in await vera.taps("5")  # That was all there is to ask.


async def test_typed_people_follow_their_segments(town: Town, manager: Neighbour) -> None:
    """A run that is adopted later places those too who answered only a few questions."""
    await published(town, manager)
    vera = await town.person("Vera")
    await vera.says("/survey")
    await vera.taps("⚡ Our <house>")
    await vera.taps("5")
    before = await stands_in(town, vera)
    await residents_answer(town, 1, asked_by=manager, named="New")
    await manager.says("/segments")
    await manager.taps("Find again")
    await town.settled()

    assert before == await stands_in(town, vera)
    person = await vera.record()
    async with town.work() as work:
        (mine,) = [m for m in await work.segments.memberships(1) if m.person_id == person.id]
        assert mine.run_id == 2


async def test_who_answered_the_survey_is_not_asked_in_short(
    town: Town, manager: Neighbour
) -> None:
    """A forged or old button shows them their thanks; a closed one says so."""
    await published(town, manager)
    (vera,) = await residents_answer(town, 1, asked_by=manager, named="Vera")
    await vera.says("/survey")
    assert not any("⚡" in label for label in vera.buttons)
    assert "Thank you" in await vera.presses("ts:1")

    await manager.taps("Close the short survey")
    oleh = await town.person("Oleh")
    assert "short survey is closed" in await oleh.presses("ts:1", vera.last)
    assert "short survey is closed" in await oleh.presses("ts:77", vera.last)


async def test_only_managers_publish_and_look(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera")
    assert "Only managers" in await vera.presses("so:1:1", manager.last)
    assert "Only managers" in await vera.presses("cg:g:1:0", manager.last)


async def with_points(town: Town, manager: Neighbour) -> None:
    """The house survey brings 50 points from now on."""
    async with town.work() as work:
        await an_open_survey(work, await manager.record(), replace(a_house_survey(), points=50))
        await work.commit()


async def test_a_link_opens_the_short_survey_and_says_what_it_brings(
    town: Town, manager: Neighbour
) -> None:
    """A stranger consents first; what the rest would bring is said too, and given when it comes."""
    await with_points(town, manager)
    await published(town, manager)
    assert "?start=S-1" in manager.last.text
    vera = await town.person("Vera", stranger=True)
    await vera.says("/start S-1__flyer")

    asked = await vera.taps("I agree")
    assert "2 at most" in asked and "+50 points for it" in asked
    assert "Question 1, 2 at most" in asked
    assert "+50 points for you" in await vera.taps("5")
    person = await vera.record()
    assert (person.source, person.wanted_short) == ("flyer", None)
    await vera.taps("Answer the rest as well")
    await vera.taps("Go on")
    assert "points" not in await vera.taps("1")
    assert "You have 50 points" in await vera.says("/points")


async def test_a_part_of_the_questions_brings_a_part_of_the_points(
    town: Town, manager: Neighbour
) -> None:
    """Half now, half with the rest; changed answers bring nothing twice."""
    await with_points(town, manager)
    await published(town, manager)
    async with town.work() as work:
        (short,) = await work.runs.short_surveys()
        await work.runs.offer_short(replace(short, most=1))
        await work.commit()
    vera = await town.person("Vera")

    asked = await vera.says("/start S-1")
    assert "+25 points for it. Answer the rest as well, and it is 25 points more." in asked
    assert "+25 points for you" in await vera.taps("5")
    await vera.taps("Change")
    assert "for you" not in await vera.taps("4")
    await vera.taps("Answer the rest as well")
    await vera.taps("Go on")
    assert "+25 points for you" in await vera.taps("1")
    assert "You have 50 points" in await vera.says("/points")


async def test_letters_and_posts_offer_it_too(town: Town, manager: Neighbour) -> None:
    """Whoever has little time taps the second button."""
    await published(town, manager)
    vera = await town.person("Vera")
    await manager.taps("Invite")
    await manager.taps("Send to 2 people")
    await town.letters_arrive()

    assert vera.last.buttons == ["Answer", "⚡ Briefly: 2 questions at most", "Not for me"]
    assert "Question 1, 2 at most" in await vera.taps("Briefly")
    assert "that is enough" in await vera.taps("5")
    await manager.says("/invite")
    await manager.taps("Our <house>")
    assert "It will reach 1 person." in await manager.taps("Remind those")  # The manager.
