"""Who manages: the claim code, roles given and taken, each told in their own language."""

from dataclasses import replace

import pytest

from tests.bot.chat import Neighbour, Town
from use_cases.records import Dialogue, Role
from use_cases.roles import CLAIM_FACT, OfferClaim


@pytest.fixture
async def admin(town: Town) -> Neighbour:
    return await town.person("Anna", role=Role.ADMIN)


async def test_the_code_makes_the_first_admin_once(town: Town) -> None:
    async with town.work() as work:
        code = await OfferClaim(work)()
    vera = await town.person("Vera")
    oleh = await town.person("Oleh", language="uk")

    assert "Send the code with the command" in await vera.says("/claim")
    assert "does not fit" in await vera.says("/claim guess")
    assert "You are an admin now." in await vera.says(f"/claim {code}")
    assert "team" in vera.chat.commands
    assert "не підходить" in await oleh.says(f"/claim {code}")


async def test_a_manager_is_named_by_number_and_told(town: Town, admin: Neighbour) -> None:
    """In their own language, with the commands that they have now."""
    oleh = await town.person("Oleh <b>", language="uk")

    assert "Ask the person to send me /id" in await admin.says("/manager")
    assert "Oleh <b> is a manager now." in await admin.says(f"/manager {oleh.telegram_id}")

    assert "Ви тепер управитель." in oleh.last.text
    assert "surveys" in oleh.chat.commands and "team" not in oleh.chat.commands
    team = await admin.says("/team")
    assert f"Oleh <b> — manager ({oleh.telegram_id})" in team
    assert admin.buttons == ["Take the role away: Oleh <b>"]


async def test_a_role_is_taken_away_by_button_and_a_second_tap_changes_nothing(
    town: Town, admin: Neighbour
) -> None:
    oleh = await town.person("Oleh", role=Role.MANAGER)
    await admin.says("/team")
    data = admin.last.data_of("Take the role away")
    assert data is not None

    assert "Oleh" not in await admin.presses(data)
    await admin.presses(data)

    assert (await oleh.record()).role is Role.RESIDENT
    assert sum("taken away" in shown.text for shown in oleh.chat.shown) == 1
    assert "surveys" not in oleh.chat.commands


async def test_strangers_and_oneself_are_answered(town: Town, admin: Neighbour) -> None:
    assert "has not written to the bot yet" in await admin.says("/manager 999")
    assert "Only another admin" in await admin.says(f"/resident {admin.telegram_id}")
    assert "Ask the person" in await admin.says("/admin Vera")


async def test_a_person_who_closed_the_bot_can_still_lose_a_role(
    town: Town, admin: Neighbour
) -> None:
    oleh = await town.person("Oleh", role=Role.MANAGER)
    oleh.chat.blocked = True

    assert "The role is taken away: Oleh" in await admin.says(f"/resident {oleh.telegram_id}")


async def test_managers_may_not(town: Town, admin: Neighbour) -> None:
    maria = await town.person("Maria", role=Role.MANAGER)

    assert await maria.says("/team") == "Only an admin can do this."
    assert await maria.says("/admin 5") == "Only an admin can do this."
    assert await maria.presses(f"tm:{admin.telegram_id}") == "Only an admin can do this."
    assert "For managers:" in await maria.says("/help")
    assert "For admins:" not in await maria.says("/help")


async def test_a_code_of_an_earlier_start_is_void_once_there_is_an_admin(town: Town) -> None:
    """It stands in old logs: nobody becomes an admin by reading them."""
    async with town.work() as work:
        code = await OfferClaim(work)()
    await town.person("Anna", role=Role.ADMIN)
    vera = await town.person("Vera")
    assert "does not fit" in await vera.says(f"/claim {code}")

    async with town.work() as work:
        assert await OfferClaim(work)() is None
        assert await work.house.get(CLAIM_FACT) is None


async def test_a_half_written_draft_goes_with_the_role(town: Town, admin: Neighbour) -> None:
    """What only managers may see is not left with somebody who is none any more."""
    oleh = await town.person("Oleh", role=Role.MANAGER)
    person = await oleh.record()
    async with town.work() as work:
        await work.people.save_dialogue(person.id, Dialogue(state="writing", data={"text": "hm"}))
        await work.commit()

    await admin.says(f"/resident {oleh.telegram_id}")

    assert (await oleh.record()).dialogue == Dialogue()


async def test_nobody_makes_less_of_an_admin_by_a_slip(town: Town, admin: Neighbour) -> None:
    """Asked first; no leaves everything, yes does it once and tells the person."""
    oleh = await town.person("Oleh", role=Role.ADMIN)
    asked = await admin.says(f"/manager {oleh.telegram_id}")
    assert "Oleh is an admin. Make them a manager" in asked
    yes = admin.last.data_of("Yes")
    assert "Nothing has changed" in await admin.taps("No, leave it")
    assert (await oleh.record()).role is Role.ADMIN
    assert yes is not None
    assert "Oleh is a manager now." in await admin.presses(yes)
    await admin.presses(yes)
    assert (await oleh.record()).role is Role.MANAGER
    assert [shown.text for shown in oleh.chat.shown] == [
        "You are a manager now. Write the first survey: /new · all that you can do: /help"
    ]


async def test_an_admin_whose_name_is_not_known_is_told_apart_by_number(town: Town) -> None:
    anna = await town.person("Anna", stranger=True)
    town.turns.services = replace(town.services, admin_ids=(anna.telegram_id,))
    await anna.says("/start")
    assert f"🔑 name not known yet — admin ({anna.telegram_id})" in await anna.says("/team")
