"""/new: from the library, on an empty page, in a spreadsheet; and going on with a draft."""

import asyncio

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.authoring.desk import Desk, Typing
from bot.library import READY, ready_survey
from bot.screen import Screen
from bot.services import Services
from bot.sheet_template import FILE_NAME, sheet_template
from bot.views.editor.acts import New, NewAct
from bot.views.editor.home import (
    drop_sure_view,
    home_view,
    library_view,
    ready_view,
    title_asked_view,
)
from bot.words import Words
from surveys.limits import TITLE_CHARS_MAX
from surveys.yaml.writer import write_survey
from use_cases.authoring.drafting import BeginDraft, ListDrafts
from use_cases.authoring.shelf import LookAtShelf
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

router = Router(name="authoring-beginning")


@router.message(Command("cancel"))
async def cancel(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Nothing of a draft is lost by turning away; whoever cancels is asked what they mean."""
    now = await state.get_state()
    if not person.role.may_act_as(Role.MANAGER) or now not in {
        None,
        Typing.words.state,
        Typing.kind.state,
    }:
        raise SkipHandler
    waiting = (await state.get_data()).get("draft")
    drafts = await ListDrafts(work, clock)(person)
    mine = [d for d in drafts if d.id == waiting or (not now and d.author_id == person.id)]
    if not mine:
        raise SkipHandler
    await state.clear()
    await screen.say(drop_sure_view(mine[0], words))


@router.message(Command("new"))
async def new(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.say(home_view(await ListDrafts(work, clock)(person), words))


@router.callback_query(New.filter(F.act.in_({NewAct.HOME, NewAct.LIBRARY, NewAct.LOOK})))
async def look_around(
    _: CallbackQuery,
    callback_data: New,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    if callback_data.act is NewAct.LOOK and callback_data.name in READY:
        await screen.show(ready_view(callback_data.name, words))
    elif callback_data.act is NewAct.HOME:
        await screen.show(home_view(await ListDrafts(work, clock)(person), words))
    else:
        await screen.show(library_view(words))


@router.callback_query(New.filter(F.act == NewAct.EMPTY))
async def ask_title(
    query: CallbackQuery,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
) -> None:
    await ListDrafts(work, clock)(person)  # Only managers get this far.
    message = query.message.message_id if query.message else 0
    await state.set_state(Typing.title)
    await state.set_data({"message": message})
    await screen.show(title_asked_view(words))


@router.message(StateFilter(Typing.title), F.text, ~F.text.startswith("/"))
async def take_title(
    message: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """The survey begins in the language that its author speaks with the bot."""
    desk = Desk(work, person, screen, words, clock, state, services)
    title = " ".join((message.text or "").split())
    if len(title) > TITLE_CHARS_MAX:
        await screen.say(words("new-title-long", limit=TITLE_CHARS_MAX))
        return
    shown = int((await state.get_data()).get("message", 0))
    await state.clear()
    draft = await BeginDraft(work, clock)(person, title, words.language)
    await desk.below(await desk.page(draft), shown)


@router.callback_query(New.filter(F.act.in_({NewAct.TAKE, NewAct.EDIT})))
async def begin(
    _: CallbackQuery,
    callback_data: New,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    state: FSMContext,
    services: Services,
) -> None:
    """A copy of a ready survey, or the next version of one on the shelf."""
    desk = Desk(work, person, screen, words, clock, state, services)
    errand = BeginDraft(work, clock)
    if callback_data.act is NewAct.EDIT:
        draft = await errand.from_shelf(person, callback_data.survey)
    elif callback_data.name in READY:
        draft = await errand.from_ready(person, ready_survey(callback_data.name))
    else:
        raise SkipHandler
    await screen.show(await desk.page(draft))


@router.callback_query(New.filter(F.act == NewAct.FILE))
async def survey_file(
    _: CallbackQuery,
    callback_data: New,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Any survey as a file: change it and send it back as the next version."""
    entry = await LookAtShelf(work, clock).one(person, callback_data.survey)
    survey = entry.survey.survey
    await screen.tell()
    content = write_survey(survey).encode()
    await screen.send_file(f"{survey.key}.yaml", content, words("editor-file-caption"))


@router.callback_query(New.filter(F.act == NewAct.SHEET))
async def spreadsheet(
    _: CallbackQuery, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    """A workbook with the columns that are read here, and how to fill them in."""
    await ListDrafts(work, clock)(person)  # Only managers get this far.
    await screen.tell()
    content = await asyncio.to_thread(sheet_template, words.language)
    await screen.send_file(FILE_NAME, content, words("sheet-caption"))
