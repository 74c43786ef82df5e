"""/invite: look at the letter and the head-count, send, remind; links for a list of names."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.field_callbacks import Field, FieldAct
from bot.screen import Screen
from bot.services import Services
from bot.views.broadcast import template_faults_view
from bot.views.campaign_progress import progress_view
from bot.views.inviting import choose_view, links_texts, preview_view
from bot.words import Words
from use_cases.authoring.shelf import LookAtShelf
from use_cases.broadcasting.broadcasts import BroadcastProgress
from use_cases.fieldwork.inviting import DraftInvitation, LaunchInvitation, MakeLinks
from use_cases.fieldwork.settings import LookAtField
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Purpose

router = Router(name="inviting")


class Inviting(StatesGroup):
    """A manager writes a letter of their own, or names for links: data holds `survey`."""

    letter = State()
    names = State()


@router.message(Command("invite"))
async def choose(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.say(choose_view(await LookAtShelf(work, clock)(person), words))


@router.callback_query(Field.filter(F.act.in_({FieldAct.INVITE, FieldAct.REMIND})))
async def look(
    _: CallbackQuery,
    callback_data: Field,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The letter in the bot's own words, and whom it would reach."""
    reminding = callback_data.act is FieldAct.REMIND
    purpose = Purpose.REMINDER if reminding else Purpose.INVITATION
    draft = DraftInvitation(work, clock, services.wording)
    preview = await draft(person, callback_data.survey, purpose=purpose)
    assert not isinstance(preview, list), "the bot's own words have no faults"
    await screen.tell()
    await screen.say(preview_view(preview, words))


@router.callback_query(Field.filter(F.act.in_({FieldAct.WORDS, FieldAct.LIST})))
async def ask_words(
    _: CallbackQuery,
    callback_data: Field,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the letter, or the list of names."""
    await LookAtField(work, clock)(person, callback_data.survey)
    letter = callback_data.act is FieldAct.WORDS
    await state.set_state(Inviting.letter if letter else Inviting.names)
    await state.set_data({"survey": callback_data.survey})
    await screen.tell()
    await screen.say(words("invite-write" if letter else "links-names"))


@router.message(StateFilter(Inviting.letter), F.text, ~F.text.startswith("/"))
async def take_letter(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    survey = int((await state.get_data())["survey"])
    draft = DraftInvitation(work, clock, services.wording)
    preview = await draft(person, survey, text=message.text or "")
    if isinstance(preview, list):
        await screen.say(template_faults_view(preview, words))
        return
    await state.clear()
    await screen.say(preview_view(preview, words))


@router.message(StateFilter(Inviting.names), F.text, ~F.text.startswith("/"))
async def take_names(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    survey = int((await state.get_data())["survey"])
    made = await MakeLinks(work, clock)(person, survey, message.text or "")
    await state.clear()
    view = await LookAtField(work, clock)(person, survey)
    for part in links_texts(made, view.survey.survey.key, services.bot_username, words):
        await screen.say(part)


@router.callback_query(Field.filter(F.act == FieldAct.LAUNCH))
async def launch(
    query: CallbackQuery,
    callback_data: Field,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Send once; the preview becomes the progress message."""
    place = (screen.chat_id, query.message.message_id) if query.message else None
    launched = await LaunchInvitation(work, clock)(person, callback_data.value, progress=place)
    progress = await BroadcastProgress(work, clock)(person, launched.campaign.id)
    await screen.show(progress_view(progress.campaign, progress.totals, person, words))
    if launched.now:
        services.wake_sender()
