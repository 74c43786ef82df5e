"""/export: a survey's answers as a file."""

import asyncio

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import ExportButton
from bot.exports.forms import Form, Format
from bot.exports.parcels import Parcels
from bot.screen import Screen, View
from bot.services import Services
from bot.views.exports import (
    caption,
    choose_format_view,
    choose_language_view,
    choose_survey_view,
    done_view,
    label_languages,
    progress_view,
)
from bot.words import Words
from use_cases.exporting.errands import (
    ChooseExport,
    ExportOrder,
    NothingToExport,
    OrderExport,
)
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="exporting")


@router.message(Command("export"))
async def choose(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    """Which survey; where there is one only, at once as what."""
    surveys = await ChooseExport(work, clock)(person)
    if len(surveys) == 1:
        await screen.say(choose_format_view(surveys[0].key, words, others=False))
    else:
        await screen.say(choose_survey_view(surveys, words))


@router.callback_query(ExportButton.filter(F.format == ""))
async def choose_format(
    _: CallbackQuery,
    callback_data: ExportButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """As what; without a survey, which one."""
    surveys = await ChooseExport(work, clock)(person)
    if not callback_data.key:
        await screen.show(choose_survey_view(surveys, words))
        return
    await screen.show(choose_format_view(callback_data.key, words, others=len(surveys) > 1))


@router.callback_query(ExportButton.filter())
async def export(
    _: CallbackQuery,
    callback_data: ExportButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """In which language, where that is a question; then begin."""
    surveys = await ChooseExport(work, clock)(person)
    survey = next((each for each in surveys if each.key == callback_data.key), None)
    if survey is None or callback_data.format not in list(Format):
        raise NothingToExport
    format = Format(callback_data.format)
    languages = label_languages(survey)
    if not callback_data.language and len(languages) > 1:
        await screen.show(choose_language_view(survey, format, words))
        return
    language = callback_data.language or (languages or [words.language])[0]
    form = Form(format=format, language=language, for_spreadsheets=True)
    order = await OrderExport(work, clock)(person, survey.key, detail=format)
    await screen.show(progress_view(0, order.responses, words))
    tapped = screen.callback.message if screen.callback else None
    shown = tapped.message_id if tapped else None
    later = Screen(screen.bot, screen.chat_id)

    async def sorry(_: Exception) -> None:
        await later.say(words("export-failed"))

    work_to_do = _make(order, form, later, shown, words, services)
    services.background.start(work_to_do, sorry=sorry)


async def _make(
    order: ExportOrder,
    form: Form,
    screen: Screen,
    shown: int | None,
    words: Words,
    services: Services,
) -> None:
    async def update(view: View) -> None:
        if shown is None or not await screen.change(shown, view):
            await screen.say(view)

    async def tell(written: int) -> None:
        if shown is not None:
            await screen.change(shown, progress_view(written, order.responses, words))

    async def send(parcels: Parcels) -> None:
        for place, file in enumerate(parcels.files):
            content = await asyncio.to_thread(file.read_bytes)
            await screen.send_file(file.name, content, None if place else caption(form, words))
        await update(done_view(parcels, words))

    await services.exports.files(order, form, tell, send)
