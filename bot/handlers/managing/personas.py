"""A segment's persona: a card with a face, a name, and what answers tell."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.handlers.managing.segment_page import portraits_of
from bot.page_buttons import Noting, PageAct, PageButton
from bot.screen import Screen, View
from bot.services import Services
from bot.views.faults import fault_view
from bot.views.keyboards import buttons
from bot.views.persona import PersonaWords, caption, is_of_age, persona_words
from bot.views.segments import titles
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, StoredSegment
from use_cases.reporting.portraits import Portrait
from use_cases.segments.personas import (
    PERSONA_NAME_CHARS_MAX,
    AnotherFace,
    NamePersona,
    Persona,
    persona_of,
)
from use_cases.segments.segmenting import ListSegments, SchemeView

router = Router(name="personas")


@router.message(StateFilter(Noting.persona), F.text, ~F.text.startswith("/"))
async def take_name(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The persona's name, then the card with it."""
    segment_id = int((await state.get_data())["segment"])
    await state.clear()
    await NamePersona(work, clock)(person, segment_id, message.text or "")
    await _card(segment_id, work, person, screen, words, clock, services)


@router.callback_query(PageButton.filter(F.act == PageAct.PERSONA_NAME))
async def ask_name(
    _: CallbackQuery,
    callback_data: PageButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the persona's name."""
    _view, segment = await ListSegments(work, clock).around(person, callback_data.segment)
    await state.set_state(Noting.persona)
    await state.set_data({"segment": segment.id})
    await screen.tell()
    await screen.say(words("persona-name-ask", most=PERSONA_NAME_CHARS_MAX))


@router.callback_query(PageButton.filter(F.act.in_({PageAct.PERSONA, PageAct.PERSONA_FACE})))
async def show(
    _: CallbackQuery,
    callback_data: PageButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The card, or the card with another face in its place."""
    if callback_data.act is PageAct.PERSONA_FACE:
        await AnotherFace(work, clock)(person, callback_data.segment)
    await _card(callback_data.segment, work, person, screen, words, clock, services)


async def _card(
    segment_id: int,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Answer at once; the sums and the drawing are done in the worker."""
    view, segment = await ListSegments(work, clock).around(person, segment_id)
    persona = await persona_of(work, segment.id)
    await screen.tell(words("persona-wait"))
    later = Screen(screen.bot, screen.chat_id, screen.callback)

    async def go() -> None:
        portraits = await portraits_of(services, person, view.scheme.id)
        found = next((each for each in portraits if each.segment.id == segment.id), None)
        if found is None or not found.size.shown:
            await later.say(words("persona-few"))
            return
        said = _said(view, segment, found, persona, words)
        picture = await services.worker.run(
            draw, said, words("persona-note"), segment.id, segment.number, persona.face,
            is_of_age(found),
        )  # fmt: skip
        change = [
            (words("button-persona-name"), PageAct.PERSONA_NAME),
            (words("button-persona-face"), PageAct.PERSONA_FACE),
        ]
        row = [(label, PageButton(act=act, segment=segment.id)) for label, act in change]
        await later.show_picture(picture, caption(said), buttons(row))

    async def sorry(fault: Exception) -> None:
        await later.say(fault_view(fault, words) or View(words("report-failed")))

    services.background.start(go(), sorry=sorry)


def _said(
    view: SchemeView, segment: StoredSegment, found: Portrait, persona: Persona, words: Words
) -> PersonaWords:
    return persona_words(found, persona, titles(view, words)[segment.id], words)


def draw(
    said: PersonaWords, note: str, segment_id: int, number: int, face: int, older: bool
) -> bytes:
    """In the worker."""
    from bot.drawing.persona_card import persona_card
    from bot.drawing.png import png

    card = persona_card(said, note, segment_id=segment_id, number=number, face=face, older=older)
    return png(card)
