"""/report: the segment report on a survey, as a workbook and as a page."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Report
from bot.screen import Screen, View
from bot.services import Services
from bot.views.faults import fault_view
from bot.views.reports import choose_view
from bot.words import Words
from use_cases.authoring.shelf import LookAtShelf
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, SurveyStatus
from use_cases.reporting.building import HasUnasked
from use_cases.segments.doings import NO_SURVEY

WITHOUT_SURVEY = "deeds-and-rules"  # What a file is called that is about no survey.

router = Router(name="report")


@router.message(Command("report"))
async def choose(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The report at once where there is one survey to report on, else a choice."""
    shelf = await LookAtShelf(work, clock)(person)
    open_ones = [entry for entry in shelf if entry.survey.status is not SurveyStatus.DRAFT]
    unasked = await HasUnasked(work)()
    if len(open_ones) == 1 or (unasked and not open_ones):
        key = open_ones[0].survey.survey.key if open_ones else NO_SURVEY
        await _begin(key, person, screen, words, services)
        return
    await screen.say(choose_view(open_ones, words, unasked=unasked))


@router.callback_query(Report.filter())
async def report_on(
    _: CallbackQuery,
    callback_data: Report,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    shelf = LookAtShelf(work, clock)
    if callback_data.survey:
        key = (await shelf.one(person, callback_data.survey)).survey.survey.key
    else:
        await shelf(person)  # Whoever may not look is told so at once.
        key = NO_SURVEY
    await screen.tell()
    await _begin(key, person, screen, words, services)


async def _begin(
    survey_key: str, person: Person, screen: Screen, words: Words, services: Services
) -> None:
    """Answer at once; the files follow when they are ready."""
    await screen.say(words("report-preparing"))
    later = Screen(screen.bot, screen.chat_id)

    async def sorry(fault: Exception) -> None:
        await later.say(fault_view(fault, words) or View(words("report-failed")))

    making = _make(survey_key, person, later, words, services)
    services.background.start(making, sorry=sorry)


async def _make(
    survey_key: str, person: Person, screen: Screen, words: Words, services: Services
) -> None:
    from bot.reports.html import write_html
    from bot.reports.making import MakeReport
    from bot.reports.xlsx import write_xlsx

    make = MakeReport(services.open_work, services.clock, services.zone, services.worker)
    report, drawn = await make(person, survey_key)
    workbook = await asyncio.to_thread(write_xlsx, report, words.language, drawn)
    page = await asyncio.to_thread(write_html, report, words.language, drawn)
    name = survey_key or WITHOUT_SURVEY
    await screen.send_file(f"{name}.xlsx", workbook, words("report-xlsx"))
    await screen.send_file(f"{name}.html", page.encode(), words("report-html"))
