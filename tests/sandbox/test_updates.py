"""The bot's way of hearing: long polls, confirmation, conflicts, expiry."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import Update

from sandbox import running_sandbox
from sandbox.client import Person, SandboxClient
from sandbox.limits import POLL_SECONDS_MAX as POLL_SECONDS
from tests.sandbox.conftest import bot_of


async def drained(bot: Bot) -> int:
    """Confirm everything; returns the offset that follows."""
    updates = await bot.get_updates(timeout=0)
    offset = updates[-1].update_id + 1 if updates else 0
    await bot.get_updates(offset=offset, timeout=0, limit=1)
    return offset


async def test_updates_come_again_until_confirmed(bot: Bot, vera: Person) -> None:
    """Only a higher offset confirms; ids grow one by one."""
    await vera.says("раз")
    await vera.says("два")
    first = await bot.get_updates(timeout=0)
    again = await bot.get_updates(timeout=0)

    assert [u.message.text for u in first if u.message] == ["/start", "раз", "два"]
    assert again == first
    ids = [update.update_id for update in first]
    assert ids == list(range(ids[0], ids[0] + 3))
    rest = await bot.get_updates(offset=ids[1] + 1, timeout=0)
    assert [update.update_id for update in rest] == ids[2:]
    assert await bot.get_updates(offset=ids[2] + 1, timeout=0) == []


async def test_limit_and_negative_offset(bot: Bot, vera: Person) -> None:
    """A limit cuts the batch; a negative offset keeps only the newest."""
    for number in range(5):
        await vera.says(str(number))

    assert len(await bot.get_updates(limit=2, timeout=0)) == 2
    newest = await bot.get_updates(offset=-2, timeout=0)
    assert [u.message.text for u in newest if u.message] == ["3", "4"]


async def begun_poll(
    bot: Bot, client: SandboxClient, offset: int | None = None
) -> asyncio.Task[list[Update]]:
    """A long poll that the sandbox has begun to answer."""
    before = (await client.summary())["polls"]
    poll = bot.get_updates(offset=offset, timeout=POLL_SECONDS, request_timeout=600)
    polling = asyncio.create_task(poll)
    while (await client.summary())["polls"] == before:  # noqa: ASYNC110 - only the sandbox knows
        await asyncio.sleep(0)
    return polling


async def test_a_long_poll_answers_at_once_when_somebody_writes(
    bot: Bot, client: SandboxClient, vera: Person
) -> None:
    """Nobody waits for the end of the timeout."""
    offset = await drained(bot)
    waiting = await begun_poll(bot, client, offset)
    await vera.says("Эй")
    async with asyncio.timeout(POLL_SECONDS - 5):
        updates = await waiting

    assert updates[0].message
    assert updates[0].message.text == "Эй"


async def test_an_empty_poll_ends_with_its_timeout(bot: Bot) -> None:
    """Nothing to say is an empty list."""
    assert await bot.get_updates(timeout=1) == []


async def test_the_older_of_two_pollers_is_ended(bot: Bot, client: SandboxClient) -> None:
    """Two pollers conflict, as when a bot is started twice."""
    older = await begun_poll(bot, client)
    newer = asyncio.create_task(bot.get_updates(timeout=1))

    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
        await older
    assert await newer == []


async def test_only_allowed_kinds_are_kept(bot: Bot, vera: Person) -> None:
    """allowed_updates holds for what happens after it, until it is changed."""
    message = await bot.send_message(vera.id, "Здравствуйте")
    await bot.get_updates(timeout=0, offset=-1, allowed_updates=["callback_query"])
    await vera.says("не услышат")
    await vera.taps_data(message.message_id, "x")
    kinds = [update.event_type for update in await bot.get_updates(timeout=0)]

    assert kinds == ["message", "callback_query"]


async def test_a_tap_waits_shorter_than_a_text() -> None:
    """After an outage taps are gone and texts are not."""
    async with (
        running_sandbox(callback_seconds=0.05) as sandbox,
        SandboxClient(sandbox.base_url) as client,
    ):
        bot = bot_of(sandbox)
        vera = await client.person()
        await vera.starts()
        message = await bot.send_message(vera.id, "Здравствуйте")
        await vera.taps_data(message.message_id, "x")
        await asyncio.sleep(0.1)
        kinds = [update.event_type for update in await bot.get_updates(timeout=0)]
        await bot.session.close()

    assert kinds == ["message"]


async def test_an_old_tap_cannot_be_answered() -> None:
    """The window is a setting; unknown ids are refused in the same words."""
    async with (
        running_sandbox(callback_window=0.05) as sandbox,
        SandboxClient(sandbox.base_url) as client,
    ):
        bot = bot_of(sandbox)
        vera = await client.person()
        await vera.starts()
        message = await bot.send_message(vera.id, "Здравствуйте")
        tapped = await vera.taps_data(message.message_id, "x")
        await asyncio.sleep(0.1)
        for query_id in (tapped.query_id, "no-such-query"):
            with pytest.raises(TelegramBadRequest, match="query is too old and response timeout"):
                await bot.answer_callback_query(query_id)
        await bot.session.close()


async def test_what_people_do_arrives_as_telegram_tells_it(bot: Bot, vera: Person) -> None:
    """Edits, replies, files, places, contacts, blocking: each in aiogram's own types."""
    offset = await drained(bot)
    greeting = await bot.send_message(vera.id, "Здравствуйте")
    own = await vera.says("Добрый день", reply_to=greeting.message_id)
    await vera.edits(own, "Добрый вечер /stop")
    await vera.sends_file(b"a;b", name="flats.csv", caption="Реестр")
    await vera.sends_file(b"ogg", name="v.ogg", kind="voice")
    await vera.sends_location(50.45, 30.52)
    await vera.sends_contact("+380441234567")
    await vera.blocks()
    await vera.unblocks()
    updates = await bot.get_updates(offset=offset, timeout=0)
    said, edited, file, voice, place, contact, gone, back = updates

    assert said.message
    assert said.message.reply_to_message
    assert said.message.reply_to_message.text == "Здравствуйте"
    assert edited.edited_message
    assert edited.edited_message.text == "Добрый вечер /stop"
    assert edited.edited_message.entities
    assert file.message
    assert file.message.document
    assert file.message.document.mime_type == "text/csv"
    assert file.message.caption == "Реестр"
    assert voice.message
    assert voice.message.voice
    assert place.message
    assert place.message.location
    assert contact.message
    assert contact.message.contact
    assert contact.message.contact.user_id == vera.id
    assert gone.my_chat_member
    assert gone.my_chat_member.new_chat_member.status == "kicked"
    assert back.my_chat_member
    assert back.my_chat_member.new_chat_member.status == "member"
    assert edited.edited_message.date == said.message.date, "an edit leaves the date as it was"


async def test_a_group_update_names_the_group(
    bot: Bot, client: SandboxClient, vera: Person
) -> None:
    """Being added and what people write there."""
    offset = await drained(bot)
    group = await client.group("Наш дом", [vera])
    await vera.says("Собрание", chat=group)
    added, said = await bot.get_updates(offset=offset, timeout=0)

    assert added.my_chat_member
    assert added.my_chat_member.chat.title == "Наш дом"
    assert said.message
    assert said.message.chat.type == "supergroup"
    assert (await bot.get_chat_member(group.chat_id, vera.id)).status == "creator"
    assert (await bot.get_chat(group.chat_id)).title == "Наш дом"
