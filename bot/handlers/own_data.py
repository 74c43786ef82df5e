"""/mydata: everything that is held about whoever asks, as a page and as JSON."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import TakeMyData
from bot.reports.own_data import DOCUMENT_NAME, PAGE_NAME, own_document, own_page
from bot.screen import Screen
from bot.services import Services
from bot.words import Words
from use_cases.conversations.own_data import FILES_MAX, MyData, TooOften
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="own_data")


@router.message(Command("mydata"))
@router.callback_query(TakeMyData.filter())
async def my_data(
    _: Message | CallbackQuery,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
    clock: Clock,
) -> None:
    """Two files, or when they can be had again. The question above a button stays as it is."""
    try:
        data = await MyData(work, clock)(person)
    except TooOften as fault:
        hour = f"{fault.again_at.astimezone(services.zone):%d.%m, %H:%M}"
        await screen.say(words("own-too-often", times=FILES_MAX, moment=hour))
        return
    page = await asyncio.to_thread(own_page, data, words, services.zone)
    await screen.send_file(PAGE_NAME, page.encode(), words("own-page"))
    document = await asyncio.to_thread(own_document, data, words)
    await screen.send_file(DOCUMENT_NAME, document.encode(), words("own-document"))
