"""People are invited: by letter, by link, by their own link."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from surveys.field.settings import Audience
from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import field
from use_cases.records import StoredSurvey


async def test_a_link_survey_is_for_those_who_come_by_it(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await field(town, audience=Audience.LINK)
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    assert "1 of 2" in await vera.says("/start yard")
    assert "No questions right now" in await oleh.says("/survey")
    await field(town, audience=Audience.QR)
    assert "asks other people" in await oleh.says("/start yard__leaflet")
    assert "1 of 2" in await oleh.says("/start yard__poster")


async def test_a_personal_link_is_good_for_one(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await manager.says("/invite")
    await manager.taps("Our yard")
    assert "Send the names" in await manager.taps("Links for a list")
    said = await manager.says("Vera, flat 12\n\n  Oleh  ")
    assert "Here are 2 links" in said
    tokens = re.findall(r"start=(yard__i-[\w-]+)", said)
    assert len(tokens) == 2
    vera, other = await town.person("Vera"), await town.person("Somebody")
    assert "1 of 2" in await vera.says(f"/start {tokens[0]}")
    assert "asks other people" in await other.says(f"/start {tokens[0]}")
    async with town.work() as work:
        (first, second) = await work.invitations.all_of("yard")
    assert first.person_id == (await vera.record()).id and second.person_id is None


async def test_a_letter_opens_the_survey_or_is_declined(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """Three get it; one answers, one declines, and a reminder goes to the third alone."""
    vera, oleh, ira = [await town.person(name) for name in ("Vera", "Oleh", "Ira")]
    await manager.says("/invite")
    preview = await manager.taps("Our yard")
    assert "Neighbours are asked: “Our yard”" in preview and "+20 points" in preview
    assert "It will reach 4 people." in preview
    await manager.taps("Send to 4 people")
    assert town.woken == 1
    await town.letters_arrive()
    assert any("4 got it" in shown.text for shown in manager.chat.messages.values())

    assert vera.buttons == ["Answer", "Not for me"]
    assert "1 of 2" in await vera.taps("Answer")
    await vera.taps("own")
    assert "+20 points" in await vera.taps("5")
    assert "would rather not" in await oleh.taps("Not for me")
    assert "I will not ask" in await oleh.taps("I do not live here")

    await manager.says("/invite")
    assert "There is nobody to invite" in await manager.taps("Our yard")
    assert "It will reach 2 people." in await manager.taps("Remind")
    await manager.taps("Send to 2 people")
    await town.letters_arrive()
    assert "still waits for your answer" in ira.last.text
    assert "still waits" not in oleh.last.text and "still waits" not in vera.last.text


async def test_a_double_tap_invites_once_and_own_words_are_checked(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    vera = await town.person("Vera")
    await manager.says("/invite")
    await manager.taps("Our yard")
    await manager.taps("In my own words")
    assert "There is no “nmae”" in await manager.says("Dear {nmae}!")
    assert "Dear Maria, the yard!" in await manager.says("Dear {name}, the yard!")
    data = manager.last.data_of("Send to 2")
    assert data is not None
    await manager.presses(data)
    await manager.presses(data)
    await town.letters_arrive()
    assert [shown.text for shown in vera.chat.shown] == ["Dear Vera, the yard!"]


async def test_an_invitation_before_the_first_day_says_so_to_everybody(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """The manager is warned, the letter names the day in both forms; later letters do not."""
    opens = datetime(2026, 3, 5, tzinfo=ZoneInfo("Europe/Kyiv"))
    await field(town, opens=opens)
    vera = await town.person("Vera", language="uk")
    await manager.says("/invite")
    preview = await manager.taps("Our yard")
    assert "Answers are taken from 5 March 2026 on." in preview
    assert "⚠️ The survey opens on 5 March 2026 only" in preview
    await manager.taps("In my own words")
    assert "Answers are taken from 5 March" in await manager.says("Dear {name}!")
    await manager.taps("Send to 2")
    await town.letters_arrive()
    assert vera.last.text == "Dear Vera!\n\nВідповіді приймаємо з 5 березня 2026."
    assert "відкриється: 5 березня 2026" in await vera.taps("Відповісти")
    town.clock.time = opens
    await manager.says("/invite")
    await manager.taps("Our yard")
    assert "5 March" not in await manager.taps("Remind")


async def test_who_is_not_known_by_name_cannot_be_invited(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """Nobody has had a letter either, so that there is nobody to remind."""
    await field(town, audience=Audience.LIST)
    await manager.says("/invite")
    assert "I know nobody by name yet" in await manager.taps("Our yard")
    assert manager.buttons == ["🔗 Links for a list of names", "Do not send"]


async def test_everybody_gets_the_letter_in_their_own_language(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """The manager is warned, adds Ukrainian, leaves Russian: its readers get the text as it is."""
    vera, oleh, ira = [
        await town.person(name, language=language)
        for name, language in (("Vera", "ru"), ("Oleh", "uk"), ("Ira", "en"))
    ]
    await manager.says("/invite")
    assert "Some of these people read" not in await manager.taps("Our yard")
    await manager.taps("In my own words")
    preview = await manager.says("Dear {name}!")
    assert "Some of these people read Русский, Українська" in preview
    assert {"🌐 Русский", "🌐 Українська"} <= set(manager.buttons)
    assert "in Українська" in await manager.taps("Українська")
    assert "There is no “nmae”" in await manager.says("Вітаю, {nmae}!")
    preview = await manager.says("Вітаю, {name}!")
    assert "Some of these people read Русский:" in preview
    assert {"🌐 Русский", "✅ Українська"} <= set(manager.buttons)
    await manager.taps("Send to 4")
    await town.letters_arrive()
    assert [each.last.text for each in (vera, oleh, ira)] == [
        "Dear Vera!", "Вітаю, Oleh!", "Dear Ira!"
    ]  # fmt: skip
