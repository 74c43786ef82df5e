"""The page of one segment: what it is like, its note and pin, and with which one it is merged."""

from dataclasses import dataclass
from html import escape

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.page_buttons import Noting, PageAct, PageButton
from bot.place import Place
from bot.screen import Screen, View
from bot.services import Services
from bot.views.segment_page import merge_view, page_view
from bot.views.segments import titles
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, StoredSegment
from use_cases.reporting.opining import Opinions, opine
from use_cases.reporting.portraits import Portrait
from use_cases.reporting.sitting import GatherMaterial, Material
from use_cases.segments.keeping import (
    NOTE_CHARS_MAX,
    AnnotateSegment,
    LookAtSegment,
    MergeSegments,
    PinSegment,
    SeparateSegments,
)
from use_cases.segments.segmenting import ListSegments, SchemeView

router = Router(name="segment page")

NO_NOTE = {"-", "—", "–"}
"""What takes a note away."""


@router.message(StateFilter(Noting.note), F.text, ~F.text.startswith("/"))
async def take_note(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The note; if it does not fit, the fault is told and the next message is taken instead."""
    segment_id = int((await state.get_data())["segment"])
    await state.clear()
    said = (message.text or "").strip()
    note = "" if said in NO_NOTE else said
    segment = await AnnotateSegment(work, clock)(person, segment_id, note)
    await screen.say((await _page(segment.id, work, person, words, clock)).view())


@router.callback_query(PageButton.filter(F.act == PageAct.NOTE))
async def ask_note(
    _: CallbackQuery,
    callback_data: PageButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the note."""
    segment, _parts = await LookAtSegment(work, clock)(person, callback_data.segment)
    await state.set_state(Noting.note)
    await state.set_data({"segment": segment.id})
    await screen.tell()
    now = words("note-now", note=escape(segment.note, quote=False)) if segment.note else ""
    await screen.say(f"{now}\n\n{words('note-ask', most=NOTE_CHARS_MAX)}".strip())


@router.callback_query(PageButton.filter(F.act == PageAct.MERGE))
async def ask_with_which(
    _: CallbackQuery,
    callback_data: PageButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    view, segment = await ListSegments(work, clock).around(person, callback_data.segment)
    await screen.show(merge_view(view, segment, words))


@router.callback_query(PageButton.filter())
async def act(
    query: CallbackQuery,
    callback_data: PageButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Open the page, or do something to the segment and show the page as it is then.

    The portrait takes a moment: it comes into the same message when it is ready.
    """
    segment_id = callback_data.segment
    match callback_data.act:
        case PageAct.PIN | PageAct.UNPIN as what:
            await PinSegment(work, clock)(person, segment_id, pinned=what is PageAct.PIN)
        case PageAct.INTO:
            await MergeSegments(work, clock)(person, segment_id, callback_data.value)
            segment_id = callback_data.value
        case PageAct.APART:
            await SeparateSegments(work, clock)(person, segment_id)
    page = await _page(segment_id, work, person, words, clock)
    await screen.show(page.view())
    place = Place.of(query, screen, words, page.scheme.scheme.id)

    async def go() -> None:
        portraits = await portraits_of(services, person, page.scheme.scheme.id)
        found = next((each for each in portraits if each.segment.id == page.segment.id), None)
        if found is not None:
            await place.show(page.view(found))

    services.background.start(go(), sorry=place.sorry)


async def portraits_of(services: Services, person: Person, scheme_id: int) -> tuple[Portrait, ...]:
    """Everybody's answers are read here, the sums are done in the worker."""
    return await services.worker.portray(await material_of(services, person, scheme_id))


async def opinions_of(services: Services, person: Person, scheme_id: int) -> Opinions | None:
    """The same for the opinions of a division by votes."""
    return await services.worker.run(opine, await material_of(services, person, scheme_id))


async def material_of(services: Services, person: Person, scheme_id: int) -> Material:
    """Everybody's answers, read for one who may."""
    async with services.open_work() as work:
        gather = GatherMaterial(work, services.clock, services.zone)
        material = await gather(person, scheme_id)
        await work.rollback()
    return material


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, but for the portrait."""

    scheme: SchemeView
    segment: StoredSegment
    parts: tuple[StoredSegment, ...]
    words: Words

    def view(self, portrait: Portrait | None = None) -> View:
        """The page, with the portrait once there is one."""
        names = titles(self.scheme, self.words)
        return page_view(self.scheme, self.segment, self.parts, names, self.words, portrait)


async def _page(
    segment_id: int, work: UnitOfWork, person: Person, words: Words, clock: Clock
) -> Page:
    segment, parts = await LookAtSegment(work, clock)(person, segment_id)
    view = await ListSegments(work, clock).one(person, segment.scheme_id)
    return Page(view, segment, parts, words)
