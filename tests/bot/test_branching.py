"""Surveys with branches and every kind of question, as a resident and a manager meet them."""

import pytest

from tests.bot.chat import Neighbour, Town
from use_cases.records import Role

SURVEY = """
survey: moving_in
language: en
title: Moving in
thanks: "Thank you, ${name}! See you on ${day}."
calculated:
  adults: people - first(children, 0)
questions:
  - key: hello
    note: Welcome! A few questions.
  - key: name
    open: What is your name?
    collect: no
    optional: yes
  - key: people
    number: How many are you?
    from: 1
    to: 12
    unit: people
    prefer_not: yes
  - key: children
    number: How many of you ${people} are children?
    relevant: people > 1
    from: 0
    constraint: children < people
    constraint_message: Somebody has to be grown-up among ${people}.
  - key: school
    yes_no: Shall we tell you about schools?
    relevant: children >= 1
    dont_know: Not decided yet
  - key: heard
    single: How did you hear of us?
    choices:
      friends: Friends
      poster: A poster
      other: {label: Something else, other: yes}
  - key: first
    ranking: What matters most?
    choices: {quiet: Quiet, light: Light, people: Neighbours}
    relevant: adults >= 1
  - key: stars
    rating: How is the bot?
  - key: day
    date: When do you move in?
    from: 2026-03-01
  - key: hour
    time: At what time?
"""


@pytest.fixture
async def vera(town: Town) -> Neighbour:
    manager = await town.person("Maria", role=Role.MANAGER)
    assert "Publish" in (await manager.sends("f.yaml", SURVEY.encode()) and manager.buttons)
    await manager.taps("Publish")
    return await town.person("Vera")


async def to_children(vera: Neighbour) -> str:
    await vera.says("/start moving_in")
    await vera.taps("Go on")
    await vera.says("Vera")
    return await vera.says("4")


async def test_a_note_and_a_total_that_may_grow(vera: Neighbour) -> None:
    """A note needs one tap; what is ahead depends on the answers, and the bot says so."""
    said = await vera.says("/start moving_in")

    assert "1 of 7–10" in said
    assert vera.buttons == ["Go on"]
    assert "What is your name?" in await vera.taps("Go on")


async def test_earlier_answers_stand_in_later_questions(vera: Neighbour) -> None:
    assert "How many of you 4 people are children?" in await to_children(vera)


async def test_the_authors_own_message_when_answers_do_not_fit_together(vera: Neighbour) -> None:
    await to_children(vera)

    assert "Somebody has to be grown-up among 4 people." in await vera.says("4")
    assert "Shall we tell you about schools?" in await vera.says("2")


async def test_a_branch_left_is_kept_and_lives_again(town: Town, vera: Neighbour) -> None:
    """Back, another answer: the children are not asked about; back again: nothing is lost."""
    await to_children(vera)
    await vera.says("2")
    for _ in range(2):
        await vera.taps("Back")
    said = await vera.says("1")
    assert "How did you hear of us?" in said

    await vera.taps("Back")
    said = await vera.says("4")
    assert "Shall we tell you about schools?" in said  # The number of children was kept.


async def test_answers_that_are_no_value(vera: Neighbour) -> None:
    """In the bot's words or the author's; both lead on."""
    await vera.says("/start moving_in")
    await vera.taps("Go on")
    assert "How many are you?" in await vera.taps("Skip")
    assert "How did you hear of us?" in await vera.taps("I'd rather not say")

    await vera.taps("Back")
    await vera.says("3")
    await vera.says("1")
    assert "How did you hear of us?" in await vera.taps("Not decided yet")


async def test_something_else_asks_what(vera: Neighbour) -> None:
    """Tapped, then said; or said at once."""
    await vera.says("/start moving_in")
    await vera.taps("Go on")
    await vera.says("Vera")
    await vera.says("1")

    assert "“Something else”: write in a message what exactly." in await vera.taps("Something else")
    assert "What matters most?" in await vera.says("a parrot")
    await vera.taps("Back")
    assert "Your answer: Something else: a parrot" in vera.last.text
    assert "What matters most?" in await vera.says("the radio")
    await vera.taps("Back")
    assert "the radio" in vera.last.text


async def test_ranking_a_rating_a_calendar_and_a_time(vera: Neighbour) -> None:
    """Places are given and taken back by taps; a day can be tapped, leafed to, or typed."""
    await vera.says("/start moving_in")
    await vera.taps("Go on")
    await vera.says("Vera")
    await vera.says("1")
    await vera.taps("Friends")

    await vera.taps("Light")
    await vera.taps("Quiet")
    await vera.taps("1. Light")
    assert vera.buttons[:3] == ["1. Quiet", "▫️ Light", "▫️ Neighbours"]
    assert "Done" not in vera.buttons
    await vera.taps("Neighbours")
    assert "How is the bot?" in await vera.taps("Done")  # The last place goes by itself.

    assert "When do you move in?" in await vera.taps("⭐⭐⭐⭐")
    assert "March 2026" in vera.buttons
    await vera.taps("›")
    assert "April 2026" in vera.buttons
    assert "A day not before 1 March 2026" in await vera.says("28.02.2026")
    assert "At what time?" in await vera.says("tomorrow")
    assert "for example 18:30" in await vera.says("late")
    assert "Thank you, Vera! See you on 3 March 2026." in await vera.says("6 pm")


async def test_an_answer_can_be_typed_anew_after_the_end(vera: Neighbour) -> None:
    """Changing the last answer works by typing, too."""
    await test_ranking_a_rating_a_calendar_and_a_time(vera)

    assert "At what time?" in await vera.taps("Change")
    assert "Thank you, Vera!" in await vera.says("19:00")


async def test_a_condition_that_cannot_be_met_is_told_at_its_place(town: Town) -> None:
    manager = await town.person("Maria", role=Role.MANAGER)
    broken = SURVEY.replace("people > 1", "people > 12").replace("children >= 1", "kids >= 1")

    said = await manager.sends("f.yaml", broken.encode())

    line = broken.splitlines().index("    relevant: kids >= 1") + 1
    assert f"Line {line}, question school" in said
    assert "the survey has no question “kids”" in said


PULSE = """
survey: pulse
language: en
title: A pulse
questions:
  - {key: tell, nps: Would you recommend us?}
  - {key: help, csat: How satisfied are you?}
"""


async def test_a_manager_sees_the_score_when_enough_people_stand_behind_it(town: Town) -> None:
    """Ten people: five would recommend us, five would not; four of them are not satisfied."""
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", PULSE.encode())
    await manager.taps("Publish")
    for number in range(10):
        someone = await town.person(f"N{number}")
        await someone.says("/start pulse")
        assert "10 — would certainly recommend" in someone.last.text
        await someone.taps("10" if number < 5 else "6")
        await someone.taps("🙁" if number < 4 else "😀")

    await manager.says("/surveys")
    card = await manager.taps("A pulse")

    assert "NPS 0 · Would you recommend us?" in card
    assert "Satisfied" not in card


async def test_a_survey_that_asks_for_the_day_begins_with_its_first_question(town: Town) -> None:
    """The day is known from the start, and nobody is welcomed back who was never there."""
    manager = await town.person("Maria", role=Role.MANAGER)
    dated = PULSE + "  - {key: march, note: Spring!, relevant: 'today() == date(\"2026-03-02\")'}\n"
    await manager.sends("f.yaml", dated.encode())
    await manager.taps("Publish")
    vera = await town.person("Vera")

    assert "1 of 3" in await vera.says("/start pulse")
    await vera.taps("9")
    assert "Spring!" in await vera.taps("🙂")
