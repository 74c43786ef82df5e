"""Managers define segments by rules in the chat: as text, or with buttons."""

from datetime import timedelta

import pytest

from bot.nightly import Nightly
from tests.bot.chat import Town
from tests.bot.segments import by_answers
from use_cases.goals.reviewing import PromptReview
from use_cases.records import Role
from use_cases.records.homes import BoundBy, Flat, FlatFacts, Place, Standing
from use_cases.rules.recounting import Recounted, RecountRules
from use_cases.segments.segmenting import FindSegments


async def a_house(town: Town) -> None:
    """Seven residents, five of them in 12A."""
    people = [await town.person(f"P{number}") for number in range(7)]
    now = town.clock.now()
    async with town.work() as work:
        flats: list[Flat] = []
        for name in ("12A", "3"):
            building = await work.homes.add_building(name, Place(), at=now)
            await work.homes.add_flats(building.id, [FlatFacts(number="1")])
            flats += await work.homes.flats(building.id)
        for number, each in enumerate(people):
            person = await work.people.by_telegram_id(each.telegram_id)
            assert person is not None
            flat = flats[0] if number < 5 else flats[1]
            await work.homes.move_in(
                person.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=now
            )
        await work.commit()


async def test_a_rule_is_written_counted_named_and_kept(town: Town) -> None:
    """What it means is said back in words, with the head-count, before it is kept."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    await olga.taps("New rule")
    shown = await olga.says('building = "12а" and not did("visit")')  # Typed in Russian.
    assert "building: is “12A”" in shown
    assert "5 people" in shown
    await olga.taps("Keep as a segment")
    shown = await olga.says("Twelve A")
    assert "Twelve A" in shown
    town.clock.passes(timedelta(days=1))
    await olga.taps("Count anew")
    await olga.taps("Delete")
    shown = await olga.taps("Yes, delete")
    assert "Deleted: Twelve A" in shown


async def test_the_night_marks_rules_it_cannot_follow_and_goes_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a rule rests on is named where it is gone; goals are looked at whatever fails."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    for name, text in (("quiet", "everyone"), ("upon", 'in("quiet")')):
        await olga.taps("New rule")
        await olga.says(text)
        await olga.taps("Keep as a segment")
        await olga.says(name)
        await olga.says("/rules")
    async with town.work() as work:
        (quiet, _) = await work.rules.all()
        await work.rules.delete(quiet.id)
        await work.commit()
    find = FindSegments(town.database.open_work, town.clock, by_answers)
    night = Nightly(town.database.open_work, town.clock, find, hour=3)
    await night.once()
    await olga.says("/rules")
    shown = await olga.taps("⚠️ upon · 8 people")
    assert "There is no segment “quiet”." in shown

    reviewed = []

    async def fails(_: RecountRules) -> Recounted:
        raise ArithmeticError

    async def reviews(_: PromptReview) -> bool:
        reviewed.append(True)
        return True

    monkeypatch.setattr(RecountRules, "__call__", fails)
    monkeypatch.setattr(PromptReview, "__call__", reviews)
    await night.once()
    assert reviewed == [True]


async def test_a_fault_is_shown_at_its_place_and_the_rule_written_again(town: Town) -> None:
    """No dead end: the next message is taken as the rule."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    await olga.taps("New rule")
    shown = await olga.says("bilding = 12A")
    assert "I know no “bilding”" in shown
    assert "building" in shown
    shown = await olga.says("building = 12A <b>")
    assert "Here:" in shown
    shown = await olga.says('building = "12A"')
    assert "5 people" in shown


async def test_a_rule_is_put_together_with_buttons(town: Town) -> None:
    """Home, building, is, 12A; and of age; the opposite; count."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    await olga.taps("New rule")
    await olga.taps("With buttons")
    await olga.taps("Home")
    await olga.taps("building")
    await olga.taps("is “…”")
    shown = await olga.says("12A")
    assert "building: is “12A”" in shown
    await olga.taps("and…")
    await olga.taps("Person")
    await olga.taps("met the bot")
    shown = await olga.taps("within the last 7 days")
    assert "All of these:" in shown
    shown = await olga.taps("Count")
    assert "5 people" in shown
    await olga.taps("Keep as a list")
    shown = await olga.says("Newcomers")
    assert "A list: it stays as it is." in shown


async def test_a_wrong_value_is_asked_for_again(town: Town) -> None:
    """Words where a number is needed: one sentence, and the same question stands."""
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    await olga.taps("New rule")
    await olga.taps("With buttons")
    await olga.taps("Home")
    await olga.taps("floor")
    await olga.taps("at least")
    shown = await olga.says("thirty")
    assert "A number is needed" in shown
    shown = await olga.says("30")
    assert "floor: at least 30" in shown


async def test_a_resident_has_no_rules(town: Town) -> None:
    """One sentence, no list."""
    vera = await town.person("Vera")
    shown = await vera.says("/rules")
    assert "Only managers" in shown


async def test_a_message_goes_to_the_people_of_a_rule(town: Town) -> None:
    """Those who are in it at the launch, each once; the segment's name can stand in it."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    await olga.taps("New rule")
    await olga.says('building = "12A"')
    await olga.taps("Keep as a segment")
    await olga.says("Twelve A")
    await olga.taps("Twelve A")
    await olga.says("Dear {segment}: water is off on Monday.")
    shown = await olga.taps("0")
    assert "Dear Twelve A: water is off on Monday." in shown
    await olga.taps("Send")
    await town.letters_arrive()
    sent = [
        text
        for chat in town.telegram.chats.values()
        for text in (shown.text for shown in chat.messages.values())
        if text.startswith("Dear Twelve A")
    ]
    assert len(sent) == 5


async def test_a_message_to_a_rules_people_comes_in_their_languages(town: Town) -> None:
    """Who reads another language is told before it is sent, with the letter in each language."""
    await a_house(town)
    olga, oleh = (
        await town.person("Olga", role=Role.MANAGER),
        await town.person("Oleh", language="uk"),
    )
    await olga.says("/rules")
    await olga.taps("New rule")
    await olga.says("everyone")
    await olga.taps("Keep as a segment")
    await olga.says("All of us")
    await olga.says("/broadcast")
    await olga.taps("All of us")
    await olga.says("Water is off, {name}.")
    preview = await olga.taps("10")
    assert "Some of these people read Українська" in preview and "Water is off, Olga." in preview
    await olga.taps("Українська")
    preview = await olga.says("Води немає, {name}.")
    assert "Some of these people" not in preview and "Води немає, Olga." in preview
    await olga.taps("Send to 9")
    await town.letters_arrive()
    assert "Води немає, Oleh." in oleh.last.text


async def test_a_rule_is_typed_behind_the_command_or_below_the_list(town: Town) -> None:
    """No button is needed first: whoever knows what they want writes it."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    assert "5 people" in await olga.says('/rules building = "12A"')
    await olga.says("/rules")
    assert "fewer than 5 people" in await olga.says('building = "3"')
    await olga.says("/rules")
    assert "put aside" not in await olga.says("/help")  # The list is no draft.


async def test_what_was_probably_meant_is_counted_by_one_tap(town: Town) -> None:
    """A house without quotes, a word of one's own language: told, mended, taken."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    shown = await olga.says("/rules house = 12A")
    assert "Write it again" in shown  # Nobody could guess what "house" is.
    shown = await olga.says("building is 12A")
    assert 'Perhaps you meant:\nbuilding = "12A"' in shown
    assert "5 people" in await olga.taps("Yes, count this")


async def test_an_error_says_what_can_stand_there(town: Town) -> None:
    """Between two conditions, and after a field."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    shown = await olga.says('/rules age > 3 building = "3"')
    assert "Here: age > 3  👉 building" in shown and "stands and, or" in shown
    shown = await olga.says("age contains 3")
    assert "Here can stand: =, !=, in" in shown


async def test_whoever_finds_nobody_sees_which_part_empties_the_rule(town: Town) -> None:
    """The head-count of each part, small ones as few."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.ADMIN)
    shown = await olga.says('/rules building = "12A" and language = "xx"')
    assert "building: is “12A” — 5 people" in shown
    assert "language: is “xx” — nobody now" in shown
    assert "find nobody even by themselves" in shown
    shown = await olga.says('building = "12A" and building = "3"')
    assert "building: is “3” — fewer than 5 people" in shown
    assert "nobody meets them all at once" in shown


async def test_a_manager_is_told_nobody_and_a_few_alike(town: Town) -> None:
    """Which of the two it is may be one neighbour's answer: in parts, in all, on the card."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    shown = await olga.says('/rules building = "12A" and language = "xx"')
    assert "building: is “12A” — 5 people" in shown
    assert "language: is “xx” — fewer than 5 people" in shown
    assert "nobody or only a few even by themselves" in shown and "nobody now" not in shown
    shown = await olga.says('building = "12A" and not language = "en"')
    nobody, two = shown, await olga.says('building = "3"')
    assert "fewer than 5 people" in nobody and "fewer than 5 people" in two
    for rule, name in (('language = "xx"', "None"), ('building = "3"', "Two")):
        await olga.says(f"/rules {rule}")
        await olga.taps("Keep as a segment")
        shown = await olga.says(name)
        assert f"{name} · fewer than 5 people" in shown and f"✉️ {name}" in olga.buttons
    listed = await olga.says("/rules")
    assert "None · fewer than 5 people" in olga.buttons and "nobody" not in listed
    await olga.says("/broadcast")
    assert {"None · fewer than 5 people", "Two · fewer than 5 people"} <= set(olga.buttons)

    taras = await town.person("Taras", role=Role.ADMIN)
    await taras.says("/rules")
    assert "None · nobody now" in taras.buttons
    assert "nobody now" in await taras.taps("None")
    assert "✉️ None" not in taras.buttons


async def test_who_somebody_is_and_what_they_said_stand_in_no_rule_of_a_manager(
    town: Town,
) -> None:
    """One sentence, and the rule is written again; an admin may, and the manager reads the card."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    taras = await town.person("Taras", role=Role.ADMIN)
    rule = 'name = "P1" and total("payment") >= 1'
    shown = await olga.says(f"/rules {rule}")
    assert "asks who somebody is (“name”) and also what they said" in shown
    assert "Write it again" in shown and "people</b>" not in shown
    async with town.work() as work:
        (_, actor, act, detail), *_ = await work.audit.recent(1)
    assert (actor, act, detail) == ((await olga.record()).id, "refused", "rules.examine")
    assert "5 people" in await olga.says('building = "12A"')

    await taras.says(f"/rules {rule}")
    await taras.taps("Keep as a segment")
    assert "P1 · nobody now" in await taras.says("P1")
    await olga.says("/rules")
    assert "P1 · fewer than 5 people" in await olga.taps("P1")


async def test_buttons_show_what_things_are_called(town: Town) -> None:
    """A manager chooses "The house" and "Is it quiet?", and reads no key; the rule has both."""
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.sends("house.yaml", HOUSE.encode())
    await olga.taps("Publish")
    await olga.says("/rules")
    await olga.taps("With buttons")
    await olga.taps("Surveys")
    shown = await olga.taps("answer to a question")
    assert "which survey" in shown and olga.buttons[0] == "The house"
    await olga.taps("The house")
    await olga.taps("Is it quiet?")
    await olga.taps("is “…”")
    shown = await olga.says("always, even at night")
    assert "answer to “Is it quiet?” (The house): is “Always, even at night”" in shown
    shown = await olga.taps("Count")
    assert 'answer("keys_house", "quiet") = "night"' in shown


HOUSE = """
survey: keys_house
language: en
title: The house
questions:
  - key: quiet
    single: Is it quiet?
    choices: {night: "Always, even at night", day: By day}
"""


async def test_a_house_that_there_is_not_is_told_with_the_nearest(town: Town) -> None:
    """It can be kept all the same: the house may come."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)

    shown = await olga.says('/rules building = "12B"')

    assert "There is no building “12B”" in shown and 'There are: "12A", "3".' in shown
    assert any("Keep" in label for label in olga.buttons)
    assert "There is no building" not in await olga.says('/rules building = "12A"')


async def test_a_half_built_rule_that_is_left_is_said_to_be_gone(town: Town) -> None:
    """Before what was asked for, which stays the last in sight."""
    await a_house(town)
    olga = await town.person("Olga", role=Role.MANAGER)
    await olga.says("/rules")
    await olga.taps("New rule")

    await olga.says("/help")

    assert "was not kept" not in olga.last.text
    assert "The draft was not kept" in list(olga.chat.messages.values())[-2].text
