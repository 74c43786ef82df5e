"""Stories told with the client against a bot that polls, as the product's own tests will be."""

import asyncio

import pytest
from aiogram import Bot

from sandbox import Sandbox
from sandbox.client import (
    NoSuchButtonError,
    NothingHeardError,
    Person,
    SandboxClient,
    SandboxRefusalError,
)
from tests.sandbox.bots import PICTURE, polling, survey_bot


async def test_a_resident_answers_by_a_button(bot: Bot, client: SandboxClient) -> None:
    """Says, hears, taps, and sees the message change in place."""
    async with polling(bot, survey_bot()):
        vera = await client.person(first_name="Вера")
        await vera.starts()
        question = await vera.hears()

        assert question.html.startswith("<b>Что важнее всего для вашего дома?</b>")
        assert question.rows[-1] == ("Назад", "Почему?")
        assert "[Новый лифт]" in vera.screen()

        tapped = await vera.taps("лифт")
        assert tapped
        thanks = await vera.hears()

        assert (await tapped.answered()).text == "Записал"
        assert thanks.text == "Спасибо! Вы выбрали: Новый лифт"
        assert question.message_id == thanks.message_id
        assert thanks.is_edited
        assert len(vera.messages) == 2


async def test_an_alert_is_told_from_a_toast(bot: Bot, client: SandboxClient) -> None:
    """show_alert reaches the person."""
    async with polling(bot, survey_bot()):
        vera = await client.person()
        await vera.starts()
        await vera.hears()
        tapped = await vera.taps("Почему?")

        assert tapped
        assert (await tapped.answered()).show_alert


async def test_a_report_can_be_downloaded(bot: Bot, client: SandboxClient) -> None:
    """A document's bytes arrive as they were sent, its caption with entities."""
    async with polling(bot, survey_bot()):
        vera = await client.person()
        await vera.says("/report")
        report = await vera.until(lambda message: message.attachment is not None)

        assert report.attachment
        assert report.attachment.name == "Отчёт о доме.html"
        assert report.html == "Отчёт за <b>май</b>"
        assert "<h1>Отчёт о доме</h1>" in (await client.download(report.attachment)).decode()


async def test_a_reply_keyboard_is_tapped_as_text(bot: Bot, client: SandboxClient) -> None:
    """A reply button says its words, and a one-time keyboard then goes."""
    async with polling(bot, survey_bot()):
        vera = await client.person()
        await vera.says("/phone")
        await vera.until("связаться")
        assert "(Позже)" in vera.screen()
        assert await vera.taps("Позже") is None
        await vera.until("Вы написали: Позже")
        assert vera.reply_keyboard == ()

        await vera.sends_contact("+380441234567")
        await vera.until("Записал: +380441234567")


async def test_a_photo_goes_there_and_back(bot: Bot, client: SandboxClient) -> None:
    """A person's picture can be sent on by its file_id."""
    async with polling(bot, survey_bot()):
        vera = await client.person()
        await vera.sends_file(PICTURE, name="lift.png", kind="photo")
        seen = await vera.until("Вижу")

        assert seen.attachment
        assert await client.download(seen.attachment) == PICTURE


async def test_commands_speak_the_persons_language(bot: Bot, client: SandboxClient) -> None:
    """The menu comes in the language of the person, or the default one."""
    async with polling(bot, survey_bot()):
        vera = await client.person(language_code="ru")
        john = await client.person(language_code="en")
        await vera.starts()
        await vera.hears()

        assert (await vera.commands())["report"] == "Отчёт о доме"
        assert await john.commands() == {"report": "House report"}


async def test_hundreds_talk_at_once(bot: Bot, client: SandboxClient) -> None:
    """Every one of many people gets exactly their own answers."""
    async with polling(bot, survey_bot()):
        people = await client.people([{"first_name": f"Person {n}"} for n in range(150)])

        async def walk(person: Person) -> str:
            await person.starts()
            await person.hears(timeout=300)
            await person.taps("Тишина")
            return (await person.until("Спасибо", timeout=300)).text

        heard = await asyncio.gather(*(walk(person) for person in people))

    assert {"Спасибо! Вы выбрали: Тишина по ночам"} == set(heard)
    sent = await client.texts_by_chat("sendMessage")
    assert {1} == {count for texts in sent.values() for count in texts.values()}
    assert len(sent) == 150


async def test_waiting_costs_nothing_and_tells_what_was_on_the_screen(
    bot: Bot, vera: Person
) -> None:
    """A story that waits in vain fails with the screen in hand."""
    await bot.send_message(vera.id, "Здравствуйте")
    await vera.hears()

    with pytest.raises(NothingHeardError, match=r"Вера did not hear anything in 0\.1 s.*\nЗдрав"):
        await vera.hears(timeout=0.1)
    with pytest.raises(NoSuchButtonError, match="Вера sees no button 'Дальше'"):
        await vera.taps("Дальше")


async def test_what_was_said_before_a_deed_is_past(bot: Bot, vera: Person) -> None:
    """After somebody acts, `hears` gives only what came after."""
    await bot.send_message(vera.id, "старое")
    await vera.until("старое")
    await bot.send_message(vera.id, "тоже старое")
    await vera.until("тоже старое")
    await vera.says("новое")
    await bot.send_message(vera.id, "ответ")

    assert (await vera.hears()).text == "ответ"
    assert await vera.is_silent()


async def test_one_who_blocks_cannot_write(vera: Person) -> None:
    """As in Telegram, writing needs unblocking first."""
    await vera.blocks()
    with pytest.raises(SandboxRefusalError, match="has blocked the bot"):
        await vera.says("Эй")
    await vera.unblocks()
    await vera.says("Снова здесь")


async def test_a_person_met_again_brings_their_chat(sandbox: Sandbox, vera: Person) -> None:
    """A second client sees the same chat."""
    async with SandboxClient(sandbox.base_url) as another:
        again = await another.person(id=vera.id)

        assert [message.text for message in again.messages] == ["/start"]
        assert again.name == "Вера"


async def test_a_group_hears_the_bot(bot: Bot, client: SandboxClient) -> None:
    """People write in a group with the bot in it, and all of them see what the bot says."""
    async with polling(bot, survey_bot()):
        vera, oleg = await client.person(), await client.person(first_name="Олег")
        group = await client.group("Наш дом", [vera, oleg])
        await vera.says("Собрание завтра", chat=group)

        assert (await group.hears()).text == "Вы написали: Собрание завтра"
        assert vera.messages == []
