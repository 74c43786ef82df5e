"""/broadcast: whom, what, how many points, look at it, send; then watch, pause, ask who."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Points, SegmentAct, SegmentButton
from bot.handlers.managing.writing import Writing, begin_writing
from bot.screen import Screen
from bot.services import Services
from bot.views.broadcast import (
    choose_view,
    points_view,
    preview_view,
    template_faults_view,
)
from bot.views.segments import titles
from bot.words import Words
from campaigns.template import read_template
from use_cases.broadcasts import DraftBroadcast, PreviewBroadcast
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segmenting import ListSegments

router = Router(name="broadcast")

POINTS_DIGITS_MAX = 9


@router.message(StateFilter(Writing.text), F.text, ~F.text.startswith("/"))
async def take_text(message: Message, state: FSMContext, screen: Screen, words: Words) -> None:
    """The message itself; its faults are told and the next one is taken instead."""
    text = message.text or ""
    template = read_template(text)
    if isinstance(template, list):
        await screen.say(template_faults_view(template, words))
        return
    await state.update_data(text=text)
    await state.set_state(Writing.points)
    await screen.say(points_view(words))


@router.message(StateFilter(Writing.points), F.text, ~F.text.startswith("/"))
async def type_points(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A number of points other than those on the buttons."""
    written = (message.text or "").strip()
    if not (written.isdecimal() and len(written) <= POINTS_DIGITS_MAX):
        await screen.say(words("broadcast-points-number"))
        return
    await _preview(int(written), state, work, person, screen, words, clock, services)


@router.callback_query(StateFilter(Writing.points), Points.filter())
async def tap_points(
    _: CallbackQuery,
    callback_data: Points,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    await _preview(callback_data.points, state, work, person, screen, words, clock, services)


@router.callback_query(Points.filter())
async def tap_old_points(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.tell(words("draft-none"))


async def _preview(
    points: int,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The draft becomes a campaign that waits; from here on its buttons carry everything."""
    data = await state.get_data()
    await state.clear()
    drafted = await DraftBroadcast(work, clock)(person, int(data["segment"]), data["text"], points)
    if isinstance(drafted, list):
        await screen.say(template_faults_view(drafted, words))
        return
    preview = await PreviewBroadcast(work, clock, services.wording)(person, drafted.id)
    view, segment = await ListSegments(work, clock).around(person, drafted.segment_id)
    await screen.show(preview_view(preview, titles(view, words)[segment.id], words))


@router.message(Command("broadcast"))
async def choose(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.say(choose_view(await ListSegments(work, clock)(person), words))


@router.callback_query(SegmentButton.filter(F.act == SegmentAct.WRITE))
async def write_to(
    _: CallbackQuery,
    callback_data: SegmentButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    segment_id = callback_data.segment
    await begin_writing(segment_id, state, work, person, screen, words, clock)
