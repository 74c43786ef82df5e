"""/import: a manager sends a table of payments, purchases, visits or people, sees every row's
fate, says which column is which, and brings it in by a tap."""

import asyncio
from pathlib import PurePath
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document, Message

from bot.files import Unread, content_of
from bot.import_buttons import Bringing, TableAct, TableButton
from bot.import_sheet import import_workbook
from bot.screen import Screen
from bot.services import Services
from bot.views.importing import (
    SUBJECTS,
    ask_file_view,
    columns_view,
    meanings_view,
    plan_view,
    subjects_view,
    written_text,
)
from bot.words import Words
from segmentation.rules.parsing import parse
from segmentation.rules.writing import quoted, write
from use_cases.access import require
from use_cases.importing.cells import FILE_BYTES_MAX, Unreadable
from use_cases.importing.columns import Column, Subject
from use_cases.importing.errands import BringIn, PlanImport
from use_cases.importing.sheet import Sheet, needed, offered, read_sheet
from use_cases.ports import UnitOfWork
from use_cases.records import Person, Role
from use_cases.rules.defining import NAME_CHARS_MAX, KeepRule, RuleNameUnfit

router = Router(name="importing")
SHEET_NAME = "import-check.xlsx"
SAME_NAME_MAX = 100
IN_HAND = StateFilter(Bringing.table)


@router.message(Command("import"))
async def ask_file(
    _: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """The next table is one to bring in, whatever its headers say."""
    await require(work, person, Role.MANAGER, "import.ask", services.clock)
    await state.set_state(Bringing.file)
    await state.set_data({})
    await screen.say(ask_file_view(words))


async def offer_subjects(
    document: Document, caption: str | None, state: FSMContext, screen: Screen, words: Words
) -> None:
    """What is it? The caption, or the file's name, is what a list or a batch is called."""
    name = " ".join((caption or PurePath(document.file_name or "").stem).split()) or "import"
    await state.set_state(Bringing.table)
    await state.set_data({"file": document.file_id, "name": name, "mapped": {}})
    await screen.say(subjects_view(name, words))


@router.callback_query(IN_HAND, TableButton.filter(F.act == TableAct.DROP))
async def drop(_: CallbackQuery, state: FSMContext, screen: Screen, words: Words) -> None:
    await state.clear()
    await screen.show(words("draft-dropped"))


@router.callback_query(
    IN_HAND, TableButton.filter(F.act.in_({TableAct.SUBJECT, TableAct.MEANS, TableAct.PLAN}))
)
async def plan(
    _: CallbackQuery,
    callback_data: TableButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """The dry run: as it is understood, or as a tap has just said."""
    data = await state.get_data()
    if callback_data.act is TableAct.SUBJECT and callback_data.value < len(SUBJECTS):
        data |= {"subject": SUBJECTS[callback_data.value].value, "mapped": {}}
    elif callback_data.act is TableAct.MEANS and "column" in data:
        known = offered(Subject(data["subject"]))[: callback_data.value][-1:]
        meant = known[0].value if known and callback_data.value else ""
        data["mapped"] = {**data["mapped"], data["column"]: meant}
    await state.set_data(data)
    sheet = await _sheet(data, work, screen, words)
    if sheet is None:
        return
    subject = Subject(data["subject"])
    missing = needed(sheet, subject)
    if missing:
        await screen.show(columns_view(sheet, missing, words))
        return
    planned = await PlanImport(work, services.clock, services.zone)(
        person, sheet, subject, name=str(data["name"])
    )
    workbook = await asyncio.to_thread(import_workbook, planned, words.language)
    await screen.send_file(SHEET_NAME, workbook, words("roster-sheet-caption"))
    await screen.tell()
    await screen.say(plan_view(planned, sheet, services.zone, words))


@router.callback_query(IN_HAND, TableButton.filter(F.act.in_({TableAct.COLUMNS, TableAct.COLUMN})))
async def columns(
    _: CallbackQuery,
    callback_data: TableButton,
    state: FSMContext,
    work: UnitOfWork,
    screen: Screen,
    words: Words,
) -> None:
    """All columns, or what one of them can say."""
    data = await state.get_data()
    sheet = await _sheet(data, work, screen, words)
    if sheet is None:
        return
    subject = Subject(data["subject"])
    if callback_data.act is TableAct.COLUMN and callback_data.value < len(sheet.headers):
        header = sheet.headers[callback_data.value]
        await state.set_data({**data, "column": header})
        await screen.show(meanings_view(header, subject, words))
        return
    await screen.show(columns_view(sheet, needed(sheet, subject), words))


@router.callback_query(IN_HAND, TableButton.filter(F.act == TableAct.WRITE))
async def bring_in(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """The file is fetched once more: what is written follows from what is known now."""
    data = await state.get_data()
    sheet = await _sheet(data, work, screen, words)
    if sheet is None:
        return
    await state.clear()
    planned, written = await BringIn(work, services.clock, services.zone)(
        person, sheet, Subject(data["subject"]), name=str(data["name"])
    )
    if planned.subject is Subject.LIST:
        await _keep_segment(planned.name, work, person, services)
    await screen.show(written_text(planned, written, words))


async def _keep_segment(name: str, work: UnitOfWork, person: Person, services: Services) -> None:
    """A list is a segment at once, unless it is one; long names are alike where they are cut."""
    text = write(parse(f"list({quoted(name)})"))
    if any(text in rule.text for rule in await work.rules.all()):
        return
    keep = KeepRule(work, services.clock, services.zone)
    for number in range(1, SAME_NAME_MAX):
        ending = f" {number}" if number > 1 else ""
        try:
            await keep(person, name=name[: NAME_CHARS_MAX - len(ending)] + ending, text=text)
        except RuleNameUnfit:
            continue  # The segment of that name is of another list, or of somebody's own rule.
        return


@router.callback_query(TableButton.filter())
async def old_button(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.tell(words("table-gone"), alert=True)


async def _sheet(
    data: dict[str, Any], work: UnitOfWork, screen: Screen, words: Words
) -> Sheet | None:
    """The table in hand, fetched and read; None: it was said why not."""
    if "subject" not in data:
        await screen.tell(words("table-gone"), alert=True)
        return None
    await work.commit()  # The database does not wait for the download.
    content = await content_of(str(data["file"]), screen.bot, words, limit=FILE_BYTES_MAX)
    if isinstance(content, Unread):
        await screen.say(content.sentence)
        return None
    mapped = {h: Column(c) if c else None for h, c in dict(data["mapped"]).items()}
    try:
        return await asyncio.to_thread(read_sheet, content, Subject(data["subject"]), mapped)
    except Unreadable as fault:
        await screen.say(words(f"import-unread-{fault.why}"))
        return None
