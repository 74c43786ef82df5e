"""/report: the segment report on a survey, as a workbook and as a page."""

import asyncio
from functools import partial

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
from use_cases.reporting.building import BuildReport
from use_cases.reporting.illustrating import CollectIllustrations
from use_cases.reporting.moving import AddMoves
from use_cases.reporting.opining import opine
from use_cases.segments.following import FollowSegments

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
    if len(open_ones) == 1:
        await _begin(open_ones[0].survey.survey.key, person, screen, words, services)
        return
    await screen.say(choose_view(open_ones, words))


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
    entry = await LookAtShelf(work, clock).one(person, callback_data.survey)
    await screen.tell()
    await _begin(entry.survey.survey.key, person, screen, words, services)


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
    from bot.reports.xlsx import write_xlsx

    async with services.open_work() as work:
        report = await BuildReport(work, services.clock, services.zone, services.worker.read)(
            person, survey_key
        )
    drawn = await CollectIllustrations(
        services.open_work,
        services.clock,
        services.zone,
        services.worker.portray,
        partial(services.worker.run, opine),
        services.worker.follow,
    )(person, survey_key)
    follow = FollowSegments(services.open_work, services.clock, services.worker.follow)
    report = await AddMoves(services.open_work, follow)(person, report)
    workbook = await asyncio.to_thread(write_xlsx, report, words.language)
    page = await asyncio.to_thread(write_html, report, words.language, drawn)
    await screen.send_file(f"{survey_key}.xlsx", workbook, words("report-xlsx"))
    await screen.send_file(f"{survey_key}.html", page.encode(), words("report-html"))
