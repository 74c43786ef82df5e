"""Reminders: to those who stopped or never began, by day, no more often than the author said."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from surveys.reminding import Reminders, fitting_hour, is_fitting
from surveys.yaml.reader import examine_survey, read_survey
from tests.bot.chat import Neighbour, Town
from use_cases.fieldwork.reminding import RemindPeople
from use_cases.records import Role, Way

SURVEY = """
survey: yard
language: en
title: Our yard
reminders: {times: 2, after: 24}
questions:
  - {key: people, number: How many are you?}
  - {key: pets, yes_no: Any pets?}
"""
KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture
async def vera(town: Town) -> Neighbour:
    """Somebody who stopped after one answer, at eleven in the morning in Kyiv."""
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", SURVEY.encode())
    await manager.taps("Publish")
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.says("3")
    return vera


async def reminded(town: Town) -> int:
    """One look of the job, and the letters arrive."""
    found = await RemindPeople(town.services.open_work, town.clock, KYIV)()
    await town.letters_arrive()
    return found


def reminders_to(neighbour: Neighbour) -> int:
    return sum("still waits" in shown.text for shown in neighbour.chat.shown)


async def test_who_stopped_is_reminded_at_their_own_hour_and_goes_on(
    town: Town, vera: Neighbour
) -> None:
    """Not before the silence was long enough, not at night, and once an hour is looked at once."""
    town.clock.passes(timedelta(hours=23))
    assert await reminded(town) == 0
    town.clock.passes(timedelta(hours=1))
    assert await reminded(town) == 1
    assert await reminded(town) == 0

    assert reminders_to(vera) == 1
    await vera.taps("Answer")
    assert "Any pets?" in await vera.taps("Go on")


async def test_no_more_than_the_author_said(town: Town, vera: Neighbour) -> None:
    """A week of hourly looks brings two letters, and none at night."""
    for _ in range(24 * 10):
        town.clock.passes(timedelta(hours=1))
        if await reminded(town):
            assert 9 <= town.clock.now().astimezone(KYIV).hour <= 20

    assert reminders_to(vera) == 2


async def test_who_answered_or_declined_hears_nothing(town: Town, vera: Neighbour) -> None:
    """Also after the first reminder."""
    town.clock.passes(timedelta(hours=24))
    await reminded(town)
    await vera.taps("Not for me")
    await vera.taps("I would rather not")
    town.clock.passes(timedelta(hours=72))

    assert await reminded(town) == 0


async def test_who_never_began_is_reminded_in_the_evening(town: Town, vera: Neighbour) -> None:
    """Nothing is known of their hours: six in the evening, the house's time."""
    oleh = await town.person("Oleh")
    async with town.work() as work:
        person = await oleh.record()
        await work.invitations.invite("yard", [person.id], way=Way.QR, at=town.clock.now())
        await work.commit()
    town.clock.time = datetime(2026, 3, 4, 15, 59, tzinfo=UTC)
    await reminded(town)
    assert reminders_to(oleh) == 0
    town.clock.time = datetime(2026, 3, 4, 16, 0, tzinfo=UTC)
    await reminded(town)

    assert reminders_to(oleh) == 1


def test_hours_of_the_night_are_nobodys() -> None:
    """Who answers at three in the morning is written to at nine."""
    night = [datetime(2026, 3, day, 3, tzinfo=UTC) for day in (1, 2, 3)]
    assert fitting_hour(night) == 9
    assert not is_fitting(datetime(2026, 3, 4, 21, tzinfo=UTC), night)
    assert fitting_hour([datetime(2026, 3, 1, 23, tzinfo=UTC)]) == 20


def test_the_author_may_say_how_often() -> None:
    """A number alone, or with the hours; more than five is refused."""
    survey = read_survey(SURVEY.replace("{times: 2, after: 24}", "3"))
    assert getattr(survey, "reminders", None) == Reminders(3, 24)
    assert examine_survey(SURVEY.replace("times: 2", "times: 9")).faults
    assert getattr(read_survey(SURVEY), "reminders", None) == Reminders(2, 24)
