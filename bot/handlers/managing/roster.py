"""A manager sends a file of flats: every row's fate first, then one tap brings it in."""

import asyncio
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document

from bot.files import Unread, content_of
from bot.roster_buttons import ImportAct, ImportButton, Rostering
from bot.roster_sheet import fates_workbook
from bot.screen import Screen
from bot.views.roster import plan_view
from bot.words import Words
from use_cases.homes.importing import ImportRoster, PlanRoster
from use_cases.homes.planning import RosterPlan
from use_cases.homes.roster_file import FILE_BYTES_MAX, UnreadableRoster, read_roster
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="roster")
SHEET_NAME = "roster-check.xlsx"


async def offer_import(
    document: Document,
    content: bytes,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The dry run: a summary with buttons, and a workbook with every row."""
    try:
        table = await asyncio.to_thread(read_roster, content)
    except UnreadableRoster as fault:
        await screen.say(words(f"roster-unread-{fault.why}"))
        return
    plan = await PlanRoster(work, clock)(person, table)
    await state.set_state(Rostering.file)
    await state.set_data({"file": document.file_id})
    await _send_sheet(plan, screen, words)
    await screen.say(plan_view(plan, table.ignored, words, guessed=table.guessed))


@router.callback_query(StateFilter(Rostering.file), ImportButton.filter(F.act == ImportAct.DROP))
async def drop(_: CallbackQuery, state: FSMContext, screen: Screen, words: Words) -> None:
    await state.clear()
    await screen.show(words("draft-dropped"))


@router.callback_query(StateFilter(Rostering.file), ImportButton.filter())
async def bring_in(
    _: CallbackQuery,
    callback_data: ImportButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The file is fetched once more: what is written follows from the roster as it is now."""
    file_id: Any = (await state.get_data()).get("file")
    await work.commit()  # The database does not wait for the download.
    content = await content_of(str(file_id), screen.bot, words, limit=FILE_BYTES_MAX)
    if isinstance(content, Unread):
        await screen.say(content.sentence)
        return
    table = await asyncio.to_thread(read_roster, content)
    doubtful = callback_data.act is ImportAct.WRITE_DOUBTFUL
    await state.clear()
    _plan, written = await ImportRoster(work, clock)(person, table, doubtful=doubtful)
    await screen.show(words("roster-written", count=written))


@router.callback_query(ImportButton.filter())
async def old_button(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.tell(words("table-gone"), alert=True)


async def _send_sheet(plan: RosterPlan, screen: Screen, words: Words) -> None:
    workbook = await asyncio.to_thread(fates_workbook, plan, words.language)
    await screen.send_file(SHEET_NAME, workbook, words("roster-sheet-caption"))
