"""Tiny aiogram bots for the sandbox's own stories."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiogram import Bot, Dispatcher, F
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360d0feff1f000303020058b0ba430000000049454e44ae426082"
)
NEEDS = {"quiet": "Тишина по ночам", "lift": "Новый лифт", "yard": "Двор без машин"}
GREETING = (
    "<b>Что важнее всего для вашего дома?</b>\n<i>Можно выбрать одно.</i>\n\n"
    "Подробности: <a href='https://example.com/house'>страница дома</a>, "
    "код подъезда <code>42-17</code>. Забыть всё: /forget"
)


def needs_keyboard() -> InlineKeyboardMarkup:
    """One need a row."""
    rows = [[InlineKeyboardButton(text=text, callback_data=key)] for key, text in NEEDS.items()]
    pair = [
        InlineKeyboardButton(text="Назад", callback_data="back"),
        InlineKeyboardButton(text="Почему?", callback_data="why"),
    ]
    return InlineKeyboardMarkup(inline_keyboard=[*rows, pair])


def survey_bot() -> Dispatcher:
    """Asks one question, thanks in place, sends a report and asks for a telephone number."""
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer(GREETING, parse_mode="HTML", reply_markup=needs_keyboard())

    @dispatcher.message(Command("report"))
    async def report(message: Message) -> None:
        page = "<!doctype html><meta charset=utf-8><title>Отчёт</title><h1>Отчёт о доме</h1>"
        file = BufferedInputFile(page.encode(), filename="Отчёт о доме.html")
        await message.answer_document(file, caption="Отчёт за <b>май</b>", parse_mode="HTML")

    @dispatcher.message(Command("phone"))
    async def phone(message: Message) -> None:
        keys = [
            [KeyboardButton(text="Поделиться номером", request_contact=True)],
            [KeyboardButton(text="Позже")],
        ]
        markup = ReplyKeyboardMarkup(keyboard=keys, one_time_keyboard=True)
        await message.answer("Как с вами связаться?", reply_markup=markup)

    @dispatcher.message(F.contact)
    async def contact(message: Message) -> None:
        assert message.contact
        await message.answer(f"Записал: {message.contact.phone_number}")

    @dispatcher.message(F.photo)
    async def photo(message: Message) -> None:
        assert message.photo
        await message.answer_photo(message.photo[-1].file_id, caption="Вижу, спасибо!")

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"Вы написали: {message.text}")

    @dispatcher.callback_query(F.data == "why")
    async def why(query: CallbackQuery) -> None:
        await query.answer("Чтобы письма были по делу, а не для всех подряд.", show_alert=True)

    @dispatcher.callback_query()
    async def choose(query: CallbackQuery) -> None:
        await query.answer("Записал")
        assert isinstance(query.message, Message)
        need = NEEDS.get(query.data or "", "ничего")
        await query.message.edit_text(f"Спасибо! Вы выбрали: <b>{need}</b>", parse_mode="HTML")

    return dispatcher


@contextlib.asynccontextmanager
async def polling(bot: Bot, dispatcher: Dispatcher) -> AsyncIterator[None]:
    """Let the dispatcher poll while the story goes on."""
    await bot.set_my_commands([BotCommand(command="report", description="House report")])
    russian = [
        BotCommand(command="start", description="Начать сначала"),
        BotCommand(command="report", description="Отчёт о доме"),
        BotCommand(command="phone", description="Оставить телефон"),
    ]
    await bot.set_my_commands(russian, language_code="ru")
    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    try:
        yield
    finally:
        with contextlib.suppress(RuntimeError):
            await dispatcher.stop_polling()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
