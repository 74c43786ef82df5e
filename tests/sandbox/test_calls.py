"""What the Bot API takes and refuses, asked through aiogram's own Bot."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)

from sandbox import Sandbox
from sandbox.client import Person, SandboxClient
from sandbox.limits import DOWNLOAD_BYTES_MAX, UPLOAD_BYTES_MAX
from tests.sandbox.bots import PICTURE


def keyboard(*rows: int, data: str = "x") -> InlineKeyboardMarkup:
    """A keyboard with rows of so many buttons."""
    buttons = [
        [InlineKeyboardButton(text="Да", callback_data=data) for _ in range(n)] for n in rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=buttons)


async def test_a_message_goes_out_and_reads_back(bot: Bot, vera: Person) -> None:
    """The answer is aiogram's Message, with entities and keyboard."""
    sent = await bot.send_message(
        vera.id, "<b>Да</b>?", parse_mode="HTML", reply_markup=keyboard(2)
    )

    assert sent.text == "Да?"
    assert sent.html_text == "<b>Да</b>?"
    assert sent.reply_markup
    assert sent.reply_markup.model_dump() == keyboard(2).model_dump()
    assert sent.from_user
    assert sent.from_user.id == bot.id
    assert (await bot.get_me()).username == "tenkeys_sandbox_bot"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("<b>x", "can't parse entities: Can't find end tag"),
        ("x" * 4097, "message is too long"),
        ("🔑" * 2049, "message is too long"),
    ],
)
async def test_texts_that_telegram_refuses(bot: Bot, vera: Person, text: str, reason: str) -> None:
    """Empty, broken or too long, counted in UTF-16 units."""
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.send_message(vera.id, text, parse_mode="HTML")


async def test_the_limit_counts_after_entities(bot: Bot, vera: Person) -> None:
    """4,096 units are enough for mark-up that is longer as written."""
    sent = await bot.send_message(vera.id, f"<b>{'&lt;' * 4096}</b>", parse_mode="HTML")

    assert sent.text == "<" * 4096


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (keyboard(1, data=""), "BUTTON_DATA_INVALID"),
        (keyboard(1, data="ж" * 33), "BUTTON_DATA_INVALID"),
        (keyboard(*[8] * 12, 5), "reply markup is too long"),
        (keyboard(9), "too many buttons in a row"),
    ],
)
async def test_keyboards_that_telegram_refuses(
    bot: Bot, vera: Person, markup: InlineKeyboardMarkup, reason: str
) -> None:
    """64 bytes of data, 100 buttons, 8 in a row."""
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.send_message(vera.id, "Да?", reply_markup=markup)


@pytest.mark.parametrize("url", ["http://localhost:8081", "ftp://a.example", "javascript:1"])
async def test_buttons_must_open_real_addresses(bot: Bot, vera: Person, url: str) -> None:
    """Telegram takes no local address."""
    button = InlineKeyboardButton(text="Открыть", url=url)
    with pytest.raises(TelegramBadRequest, match="Wrong HTTP URL"):
        await bot.send_message(
            vera.id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]])
        )


async def test_who_can_be_written_to(bot: Bot, client: SandboxClient, vera: Person) -> None:
    """Strangers, those who never wrote, and those who closed the bot."""
    silent = await client.person(first_name="Ганна")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(999_999, "Эй")
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await bot.send_message(silent.id, "Эй")
    await vera.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(vera.id, "Эй")
    await vera.unblocks()
    await bot.send_message(vera.id, "С возвращением")


async def test_editing(bot: Bot, vera: Person) -> None:
    """In place, but never to what is there already, nor what is not there."""
    sent = await bot.send_message(vera.id, "Да?", reply_markup=keyboard(1))
    place: dict[str, Any] = {"chat_id": vera.id, "message_id": sent.message_id}

    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("Да?", reply_markup=keyboard(1), **place)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(reply_markup=keyboard(1), **place)
    await bot.edit_message_text("<i>Да?</i>", parse_mode="HTML", reply_markup=keyboard(1), **place)
    await bot.edit_message_reply_markup(**place)
    edited = await vera.until(lambda message: not message.keyboard)
    assert edited.html == "<i>Да?</i>"
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("x", chat_id=vera.id, message_id=9_999)
    own = await vera.says("моё")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", chat_id=vera.id, message_id=own.message_id)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.edit_message_text("x" * 4097, **place)


async def test_deleting(bot: Bot, vera: Person) -> None:
    """Gone once; the second time there is nothing to delete."""
    sent = await bot.send_message(vera.id, "Лишнее")
    assert await bot.delete_message(vera.id, sent.message_id)

    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(vera.id, sent.message_id)
    assert [message.text for message in await vera.refresh()] == ["/start"]


async def test_replying(bot: Bot, vera: Person) -> None:
    """A reply shows what it replies to, which must exist."""
    first = await vera.says("Когда починят лифт?")
    reply = await bot.send_message(
        vera.id, "Завтра", reply_parameters=ReplyParameters(message_id=first.message_id)
    )

    assert reply.reply_to_message
    assert reply.reply_to_message.text == "Когда починят лифт?"
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(vera.id, "x", reply_parameters=ReplyParameters(message_id=9_999))


async def test_a_callback_answer_has_its_limit(bot: Bot, vera: Person) -> None:
    """200 characters."""
    sent = await bot.send_message(vera.id, "Да?", reply_markup=keyboard(1))
    tapped = await vera.taps_data(sent.message_id, "x")
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(tapped.query_id, "x" * 201)
    await bot.answer_callback_query(tapped.query_id, "x" * 200)

    assert (await tapped.answered()).text == "x" * 200


async def test_files_both_ways(bot: Bot, vera: Person) -> None:
    """Documents and photos go out; what people send can be fetched, up to 20 MB."""
    file = BufferedInputFile(b"<h1>", filename="report.html")
    sent = await bot.send_document(vera.id, file, caption="<b>Отчёт</b>", parse_mode="HTML")
    photo = await bot.send_photo(vera.id, BufferedInputFile(PICTURE, filename="card.png"))
    await bot.edit_message_caption(chat_id=vera.id, message_id=photo.message_id, caption="Карта")

    assert sent.document
    assert sent.document.mime_type == "text/html"
    assert photo.photo
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_document(vera.id, sent.document.file_id, caption="x" * 1025)
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await bot.send_document(vera.id, "no-such-file")
    given = await vera.sends_file(b"a;b\n1;2\n", name="flats.csv")
    assert given.attachment
    fetched = await bot.download(given.attachment.file_id)
    assert fetched
    assert fetched.read() == b"a;b\n1;2\n"


async def test_a_big_file_is_too_big(bot: Bot, vera: Person) -> None:
    """More than 20 MB cannot be fetched, more than 50 MB cannot be sent."""
    given = await vera.sends_file(bytes(DOWNLOAD_BYTES_MAX + 1), name="film.mp4")
    assert given.attachment

    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(given.attachment.file_id)
    file = BufferedInputFile(bytes(UPLOAD_BYTES_MAX + 1), filename="film.mp4")
    with pytest.raises(Exception, match="Request Entity Too Large"):
        await bot.send_document(vera.id, file)


async def test_commands_by_scope_and_language(bot: Bot, vera: Person) -> None:
    """The narrowest scope wins, then the person's own language."""
    await bot.set_my_commands([BotCommand(command="help", description="Help")])
    own = BotCommandScopeChat(chat_id=vera.id)
    await bot.set_my_commands([BotCommand(command="admin", description="Дом")], scope=own)

    assert await vera.commands() == {"admin": "Дом"}
    assert (await bot.get_my_commands())[0].command == "help"
    await bot.delete_my_commands(scope=own)
    assert await vera.commands() == {"help": "Help"}
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand(command="Дом", description="x")])


async def test_small_talk_is_accepted(bot: Bot, vera: Person) -> None:
    """Descriptions, actions, reactions, webhook calls."""
    await bot.set_my_description("Здесь вас слышит ваш дом")
    assert (await bot.get_my_description()).description == "Здесь вас слышит ваш дом"
    assert await bot.set_my_name("Ключник")
    assert await bot.set_my_short_description("Дом")
    assert await bot.send_chat_action(vera.id, "typing")
    assert await bot.set_message_reaction(vera.id, vera.messages[0].message_id)
    assert (await bot.get_webhook_info()).pending_update_count == 1
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).pending_update_count == 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bot{token}/getMe", 200),
        ("/bot{token}/GETME", 200),
        ("/botnonsense/getMe", 401),
        ("/bot4242:wrong/getMe", 401),
        ("/bot{token}/sendNonsense", 404),
        ("/file/bot{token}/documents/nothing.txt", 404),
    ],
)
async def test_addresses(sandbox: Sandbox, path: str, status: int) -> None:
    """Methods are found whatever their case; a wrong token opens nothing."""
    address = sandbox.base_url + path.format(token=sandbox.token)
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        assert response.status == status
        assert (await response.json())["ok"] is (status == 200)


async def test_every_way_of_writing_a_call(sandbox: Sandbox, vera: Person) -> None:
    """The query, a form and JSON say the same; a missing parameter is named."""
    address = f"{sandbox.base_url}/bot{sandbox.token}/sendMessage"
    values = {"chat_id": str(vera.id), "text": "Да"}
    async with aiohttp.ClientSession() as session:
        ways: list[dict[str, Any]] = [{"params": values}, {"data": values}, {"json": values}]
        for way in ways:
            async with session.post(address, **way) as response:
                assert (await response.json())["result"]["text"] == "Да"
        async with session.post(address, data={"text": "Да"}) as response:
            assert "chat_id is empty" in (await response.json())["description"]
        async with session.post(address, data={**values, "reply_markup": "{"}) as response:
            assert "can't parse reply_markup" in (await response.json())["description"]
