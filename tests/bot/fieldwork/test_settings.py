"""How a survey is fielded: by buttons, by a file, from when to when, whom it asks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from surveys.field.settings import Audience, OnePer
from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import field
from use_cases.records import FlatFacts, Place, StoredSurvey


async def test_a_manager_sets_the_field_by_buttons(manager: Neighbour, yard: StoredSurvey) -> None:
    await manager.says("/surveys")
    await manager.taps("Our yard")
    card = await manager.taps("Field")
    assert "We ask: everybody" in card and "No dates" in card

    assert "From which day" in await manager.taps("Opens")
    assert "A day is needed here" in await manager.says("soon")
    assert "Opens on 5 March 2026" in await manager.says("5 March 2026")
    await manager.taps("Closes")
    assert "The last day must not come before" in await manager.says("1 March 2026")
    assert "Last day: 19 March 2026" in await manager.says("19 March 2026")
    await manager.taps("Goal")
    assert "Goal: 60" in await manager.says("60")
    assert "One answer a flat" in await manager.taps("One answer a flat")
    assert "Those who answered see the results." in await manager.taps("Show results")
    await manager.taps("Whom we ask")
    assert "We ask: whoever comes by the link" in await manager.taps("whoever comes by the link")


async def test_a_file_says_how_its_survey_is_fielded(town: Town, manager: Neighbour) -> None:
    text = FILE.replace("everybody", "evrybody")
    said = await manager.sends("yard.yaml", text.encode())
    assert "everybody" in said and "“evrybody”" in said
    await manager.sends("yard.yaml", FILE.encode())
    await manager.taps("Publish")
    card = await manager.taps("Field")
    assert "Last day: 31 March 2026" in card and "Goal: 60" in card and "Sealed" in card


async def test_days_begin_at_the_houses_midnight(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """By hand and in a file; what is shown is the day that was meant."""
    kyiv = ZoneInfo("Europe/Kyiv")
    town.turns.services = replace(town.services, zone=kyiv)
    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Field")
    await manager.taps("Opens")
    assert "Opens on 5 March 2026" in await manager.says("5 March 2026")
    await manager.taps("Closes")
    assert "Last day: 19 March 2026" in await manager.says("19 March 2026")
    await manager.sends("yard.yaml", FILE.replace("survey: yard", "survey: file").encode())
    await manager.taps("Publish")
    await manager.taps("Publish")  # Another survey of that title is open.
    assert "Last day: 31 March 2026" in await manager.taps("Field")
    async with town.work() as work:
        by_hand, file = await work.fields.get("yard"), await work.fields.get("file")
    assert by_hand.opens == datetime(2026, 3, 4, 22, tzinfo=UTC)
    assert by_hand.closes == datetime(2026, 3, 19, 22, tzinfo=UTC)
    assert file.closes == datetime(2026, 3, 31, 21, tzinfo=UTC)  # Summer time has begun.


async def test_before_its_day_a_survey_says_when_it_opens(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await field(town, opens=town.clock.now() + timedelta(days=3))
    vera = await town.person("Vera")
    assert "This survey opens on 5 March 2026" in await vera.says("/start yard")
    assert "No questions right now" in await vera.says("/survey")
    town.clock.passes(timedelta(days=3))
    assert "1 of 2" in await vera.says("/start yard")


async def test_others_than_those_asked_are_told_so(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await field(town, audience=Audience.LIST)
    vera = await town.person("Vera")
    assert "This survey asks other people" in await vera.says("/start yard")
    assert "No questions right now" in await vera.says("/survey")


async def test_one_answer_a_flat(town: Town, manager: Neighbour, yard: StoredSurvey) -> None:
    from use_cases.records import BoundBy, FlatFacts, Place, Standing

    await field(town, one_per=OnePer.FLAT)
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    async with town.work() as work:
        now = town.clock.now()
        building = await work.homes.add_building("5", Place(), at=now)
        await work.homes.add_flats(building.id, [FlatFacts(number="12", entrance="1")])
        (flat,) = await work.homes.flats(building.id)
        for each in (vera, oleh):
            person = await each.record()
            await work.homes.move_in(
                person.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=now
            )
        await work.commit()
    assert "1 of 2" in await vera.says("/start yard")
    assert "somebody at your home has given it" in await oleh.says("/start yard")


async def test_residents_cannot_field_or_invite(town: Town, yard: StoredSurvey) -> None:
    vera = await town.person("Vera")
    assert "Only managers" in await vera.says("/invite")
    assert "Only managers" in await vera.presses(f"fd:{yard.id}:x:1")
    assert "Only managers" in await vera.presses(f"fd:{yard.id}:l:1")


FILE = """
survey: yard
title: Our yard
language: en
field:
  audience: everybody
  closes: 2026-03-31
  sealed: yes
  goal: 60
  quotas:
    home: {own: 3, rent: 1}
questions:
  - single: Your flat?
    key: home
    choices: {own: Mine, rent: Rented}
"""


async def test_quotas_are_set_by_buttons(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """By a question or by entrance; heads or shares, one number a group; a dash takes it away."""
    now = town.clock.now()
    async with town.work() as work:
        house = await work.homes.add_building("5", Place(), at=now)
        flats = [FlatFacts(number=n, entrance=e) for n, e in (("1", "1"), ("2", "2"), ("3", "10"))]
        await work.homes.add_flats(house.id, flats)
        await work.commit()
    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Field")
    assert "Nobody is turned away" in await manager.taps("Quotas")
    asked = await manager.taps("Ваша квартира?")
    assert "1. own" in asked and "2. rent" in asked
    assert "2 numbers above zero are needed" in await manager.says("all of them")
    assert "2 numbers above zero are needed" in await manager.says("60 0")
    assert "own 75 %, rent 25 %" in await manager.says("90, 30")
    asked = await manager.taps("Entrances of the roster")
    assert "2. entrance 2\n3. entrance 10" in asked
    assert "entrance 10 50 %" in await manager.says("1 1 2")
    async with town.work() as work:
        quotas = (await work.fields.get("yard")).quotas
    assert [(quota.by, dict(quota.shares)) for quota in quotas] == [
        ("home", {"own": 0.75, "rent": 0.25}),
        ("entrance", {"1": 0.25, "2": 0.25, "10": 0.5}),
    ]
    await manager.taps("✅ Entrances")
    assert "entrance 10" not in await manager.says("-")
    assert "Weighed by 1 quota." in await manager.taps("Back")
