"""/followup: those who answered a survey are told what came of it."""

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
from bot.views.followup import choose_view, preview_view
from bot.words import Words
from use_cases.broadcasting.broadcasts import BroadcastProgress
from use_cases.fieldwork.followup import DraftFollowUp, LaunchFollowUp
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="followup")


class Telling(StatesGroup):
    """A manager writes what came of a survey: data holds `survey`."""

    text = State()


@router.message(Command("followup"))
async def choose(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    draft = DraftFollowUp(work, clock, services.wording)
    await screen.say(choose_view(await draft.answered(person), words))


@router.callback_query(Field.filter(F.act == FieldAct.FOLLOW_UP))
async def ask_text(
    _: CallbackQuery,
    callback_data: Field,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The next message is what people read."""
    await DraftFollowUp(work, clock, services.wording).may(person, callback_data.survey)
    await state.set_state(Telling.text)
    await state.set_data({"survey": callback_data.survey})
    await screen.tell()
    await screen.say(words("followup-write"))


@router.message(StateFilter(Telling.text), F.text, ~F.text.startswith("/"))
async def take_text(
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
    draft = DraftFollowUp(work, clock, services.wording)
    preview = await draft(person, survey, message.text or "")
    if isinstance(preview, list):
        await screen.say(template_faults_view(preview, words))
        return
    await state.clear()
    await screen.say(preview_view(preview, words))


@router.callback_query(Field.filter(F.act == FieldAct.TELL))
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
    launched = await LaunchFollowUp(work, clock)(person, callback_data.value, progress=place)
    progress = await BroadcastProgress(work, clock)(person, launched.campaign.id)
    await screen.show(progress_view(progress.campaign, progress.totals, person, words))
    if launched.now:
        services.wake_sender()
