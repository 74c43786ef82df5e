"""A survey posted in the house's group: by an admin only, a count that keeps itself current."""

from datetime import timedelta
from typing import Any

from aiogram.methods import EditMessageText

from bot.posts import RefreshPosts
from tests.bot.chat import BOT_USERNAME, Neighbour, Town
from use_cases.records import Role, StoredSurvey

GROUP = -100_200_300


async def in_group(town: Town, who: Neighbour, text: str) -> None:
    if who.name == "Maria":
        town.telegram.owners.add((GROUP, who.telegram_id))
    sender = {"id": who.telegram_id, "is_bot": False, "first_name": who.name}
    message: dict[str, Any] = {"message_id": 1, "date": 1_790_000_000, "from": sender}
    message |= {"chat": {"id": GROUP, "type": "supergroup", "title": "House"}, "text": text}
    await town.handle({"message": message})


def refresh(town: Town) -> RefreshPosts:
    return RefreshPosts(town.bot, town.services.open_work, town.clock, BOT_USERNAME)


async def test_a_post_counts_neighbours_and_ends_with_its_survey(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await in_group(town, manager, f"/start@{BOT_USERNAME} post-yard")
    post = town.telegram.chat(GROUP).messages
    (shown,) = post.values()
    assert "Our yard" in shown.text and "Be the first of the neighbours." in shown.text
    assert shown.buttons == ["Answer in private"]
    await in_group(town, manager, f"/start@{BOT_USERNAME} post-yard")
    assert len(post) == 1

    vera = await town.person("Vera")
    await vera.says("/start yard__group")
    await vera.taps("own")
    await vera.taps("5")
    await refresh(town)()
    assert "Be the first" in post[shown.id].text
    town.clock.passes(timedelta(minutes=5))
    await refresh(town)()
    assert "1 neighbour has taken part." in post[shown.id].text
    edits = sum(isinstance(call, EditMessageText) for call in town.telegram.calls)
    town.clock.passes(timedelta(minutes=5))
    await refresh(town)()
    assert edits == sum(isinstance(call, EditMessageText) for call in town.telegram.calls)

    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Field")
    await manager.taps("group")
    assert "Our yard" in await manager.taps("← To the field work")
    assert "as an admin there" not in await manager.says("@somewhere")
    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Close")
    await manager.taps("Yes, close")
    town.clock.passes(timedelta(minutes=5))
    await refresh(town)()
    assert "The survey is over: 1 neighbour took part." in post[shown.id].text
    assert post[shown.id].buttons == []


async def test_only_an_admin_of_the_chat_who_manages_can_post(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    vera = await town.person("Vera")
    town.telegram.owners.add((GROUP, vera.telegram_id))
    await in_group(town, vera, f"/start@{BOT_USERNAME} post-yard")
    other = await town.person("Another manager", role=Role.MANAGER)
    await in_group(town, other, f"/start@{BOT_USERNAME} post-yard")
    assert town.telegram.chat(GROUP).messages == {}
