"""Surveys end on their day; managers are told what needs them, once."""

from datetime import timedelta

from bot.alerts import TellAlerts
from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import field
from use_cases.fieldwork.alerting import CollectAlerts
from use_cases.fieldwork.closing import CloseDue
from use_cases.fieldwork.dispositions import GIVEN_UP_AFTER, field_status
from use_cases.fieldwork.stalling import STALLED_AFTER, WatchDeliveries
from use_cases.records import StoredSurvey


async def test_on_its_last_day_a_survey_closes_and_those_half_way_are_told(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """In one sentence, once; whoever finished hears nothing."""
    await field(town, closes=town.clock.now() + timedelta(days=1))
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    for each in (vera, oleh):
        await each.says("/start yard")
        await each.taps("own")
    await oleh.taps("5")
    close = CloseDue(town.services.open_work, town.clock)
    assert await close() == 0
    town.clock.passes(timedelta(days=1))
    assert await close() == 1
    assert await close() == 0
    await town.letters_arrive()
    assert vera.last.text.startswith("The survey “Our yard” is over")
    assert "is over" not in oleh.last.text
    assert "This survey is closed" in await vera.says("/start yard")


async def test_whoever_goes_on_has_not_left(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """Days since the last touch count, not days since the beginning."""
    vera = await town.person("Vera")
    await vera.says("/start yard")
    town.clock.passes(GIVEN_UP_AFTER)
    await vera.taps("own")
    town.clock.passes(timedelta(hours=1))
    async with town.work() as work:
        assert sum(s.left for s in (await field_status(work, yard, town.clock.now())).steps) == 0
        later = town.clock.now() + GIVEN_UP_AFTER
        assert sum(s.left for s in (await field_status(work, yard, later)).steps) == 1


async def test_managers_are_told_once_and_can_silence_it(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """Short of its goal after three days, then reached; a silenced kind is not told."""
    await field(town, goal=1)
    tell = TellAlerts(town.bot, CollectAlerts(town.services.open_work, town.clock))
    await tell()
    assert manager.chat.shown == []
    async with town.work() as work:
        stored = await work.surveys.get(yard.id)
    assert stored is not None
    town.clock.time = stored.created_at + timedelta(days=3)
    await tell()
    await tell()
    (told,) = manager.chat.shown
    assert "“Our yard”: 0 of 1 so far." in told.text
    assert "Remind" in told.buttons[0]
    assert "I will not tell" in await manager.taps("Quiet surveys: do not tell me")
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.taps("own")
    await vera.taps("5")
    await tell()
    assert "goal of “Our yard” is reached: 1 of 1" in manager.last.text
    assert vera.chat.shown[-1].text == vera.last.text and "goal" not in vera.last.text


async def test_letters_that_do_not_leave_are_told_of(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """After ten minutes without a step, once; and anew when it stops again further on."""
    vera = await town.person("Vera")
    await manager.says("/invite")
    await manager.taps("Our yard")
    await manager.taps("Send to 2")
    watch = WatchDeliveries(town.services.open_work, town.clock)
    tell = TellAlerts(town.bot, CollectAlerts(town.services.open_work, town.clock))
    await watch()
    town.clock.passes(STALLED_AFTER - timedelta(seconds=1))
    await watch()
    await tell()
    assert "waiting" not in manager.last.text
    town.clock.passes(timedelta(seconds=1))
    for _ in range(2):
        await watch()
        await tell()
    told = [shown for shown in manager.chat.shown if "have been waiting" in shown.text]
    assert [shown.text for shown in told] == [
        "2 letters have been waiting for ten minutes and none leaves."
    ]
    await town.letters_arrive()
    town.clock.passes(STALLED_AFTER)
    await watch()
    async with town.work() as work:
        assert list(await work.notices.untold()) == []
    assert vera.buttons == ["Answer", "Not for me"]


async def test_a_paused_delivery_can_be_resumed_from_the_notice(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    vera = await town.person("Vera")
    await manager.says("/invite")
    await manager.taps("Our yard")
    await manager.taps("Send to 2")
    await manager.taps("Pause")
    watch = WatchDeliveries(town.services.open_work, town.clock)
    await watch()
    town.clock.passes(STALLED_AFTER)
    await watch()
    await TellAlerts(town.bot, CollectAlerts(town.services.open_work, town.clock))()
    assert "The delivery is paused." in manager.last.text
    await manager.presses(manager.last.data_of("Go on") or manager.last.data_of("Resume") or "")
    await town.letters_arrive()
    assert vera.buttons == ["Answer", "Not for me"]
