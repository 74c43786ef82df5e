"""/segments: see the segments, find them anew in the background, give them names."""

from html import escape

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.callbacks import SegmentAct, SegmentButton
from bot.place import Place
from bot.screen import Screen
from bot.services import Services
from bot.views.proposals import proposal_view
from bot.views.schemes import schemes_view
from bot.views.segments import looking_view, scheme_view, titles
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.approving import DecideOnRun
from use_cases.segments.segmenting import ListSegments, RenameSegment, SchemeView
from use_cases.segments.ways import FindWays

router = Router(name="segments")

SHOWN_WHOLE_MAX = 2  # More schemes than these are a list of buttons.


class Renaming(StatesGroup):
    """A manager is writing a segment's name."""

    name = State()


@router.message(StateFilter(Renaming.name), F.text, ~F.text.startswith("/"))
async def take_name(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The name; if it does not fit, the fault is told and the next message is taken instead."""
    segment_id = int((await state.get_data())["segment"])
    await state.clear()
    renamed = await RenameSegment(work, clock)(person, segment_id, message.text or "")
    view = await ListSegments(work, clock).one(person, renamed.scheme_id)
    await screen.say(scheme_view(view, words))


@router.message(Command("segments"))
async def segments(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A message for each scheme; a list of them where there are more than a few."""
    views = await ListSegments(work, clock)(person)
    others = await FindWays(work, clock)(person)
    if not views and not others.surveys and not others.doings:
        await screen.say(words("segments-nothing"))
    elif others.surveys or not views or len(views) > SHOWN_WHOLE_MAX:
        await screen.say(schemes_view(views, others.surveys, others.doings, words))
    else:
        for view in views:
            await screen.say(scheme_view(view, words, looking=_is_looking(services, view)))


@router.callback_query(SegmentButton.filter(F.act == SegmentAct.SHOW))
async def show(
    _: CallbackQuery,
    callback_data: SegmentButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    await screen.show(scheme_view(view, words, looking=_is_looking(services, view)))


@router.callback_query(SegmentButton.filter(F.act == SegmentAct.FIND))
async def find(
    query: CallbackQuery,
    callback_data: SegmentButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Answer at once, look in the background, then put the result into the same message."""
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    if _is_looking(services, view):
        await screen.tell(words("segments-looking"))
        return
    await screen.show(looking_view(view, words))
    place = Place.of(query, screen, words, view.scheme.id)
    services.background.start(_find(services, person, view, place), sorry=place.sorry)


def _is_looking(services: Services, view: SchemeView) -> bool:
    """Whether a search goes on in the scheme, whoever asked for it."""
    running = services.find_segments.running.get((view.scheme.survey_key, view.scheme.grounds))
    return running is not None and running.locked()


async def _find(services: Services, person: Person, view: SchemeView, place: Place) -> None:
    scheme = view.scheme
    found = await services.find_segments(person, scheme.survey_key, scheme.grounds)
    if found.proposed is not None and not found.lost:
        async with services.open_work() as work:
            proposal = await DecideOnRun(work, services.clock).look(person, scheme.id)
        await place.show(proposal_view(found, proposal, place.words))
        return
    await place.show(scheme_view(found, place.words))


@router.callback_query(SegmentButton.filter(F.act == SegmentAct.RENAME))
async def ask_name(
    _: CallbackQuery,
    callback_data: SegmentButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the segment's name."""
    view, segment = await ListSegments(work, clock).around(person, callback_data.segment)
    await state.set_state(Renaming.name)
    await state.set_data({"segment": segment.id})
    await screen.tell()
    await screen.say(words("rename-ask", name=escape(titles(view, words)[segment.id])))
