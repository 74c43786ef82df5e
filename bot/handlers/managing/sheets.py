"""/enter: a manager enters the sheet of a neighbour without Telegram, in a resident's talk."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.entering_buttons import DropSheetButton, EnterButton, Entering
from bot.handlers.addresses import find_flat
from bot.screen import Screen
from bot.views.entering import begun_text, flat_asked_view, surveys_view
from bot.views.questions import question_view
from bot.words import Words
from use_cases.authoring.shelf import LookAtShelf
from use_cases.homes.assisting import DropSheet, EnterForNeighbour
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Flat, Person, StoredSurvey, SurveyStatus

router = Router(name="sheets")


@router.message(Command("enter"))
async def choose(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    shelf = await LookAtShelf(work, clock)(person)
    fields, now = await work.fields.all(), clock.now()
    closed = {key for key, field in fields.items() if not field.is_open(now)}
    opened = [
        entry.survey
        for entry in shelf
        if entry.survey.status is SurveyStatus.OPEN and entry.survey.survey.key not in closed
    ]
    await screen.say(surveys_view(opened, words))


@router.callback_query(EnterButton.filter())
async def whose(
    _: CallbackQuery,
    callback_data: EnterButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Whose sheet is it? A flat is written, or nobody's."""
    survey = (await LookAtShelf(work, clock).one(person, callback_data.survey)).survey
    await screen.tell()
    if callback_data.flatless:
        await state.clear()
        await _begin(survey, None, words("enter-nobody"), work, person, screen, words, clock)
        return
    await state.set_state(Entering.flat)
    await state.set_data({"survey": survey.id})
    await screen.say(flat_asked_view(survey, words))


@router.message(StateFilter(Entering.flat), F.text, ~F.text.startswith("/"))
async def take_flat(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """A flat that the roster does not have is asked for again."""
    survey_id = int((await state.get_data())["survey"])
    survey = (await LookAtShelf(work, clock).one(person, survey_id)).survey
    found = await find_flat(work, message.text or "")
    if found is None:
        await screen.say(words("enter-flat-unknown"))
        return
    building, flat = found
    await state.clear()
    address = words("home-address", building=building.name, number=flat.number)
    await _begin(survey, flat, address, work, person, screen, words, clock)


async def _begin(
    survey: StoredSurvey,
    flat: Flat | None,
    address: str,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    walk = await EnterForNeighbour(work, clock)(person, survey.survey.key, flat)
    await screen.say(begun_text(walk, address, words))
    await screen.say(question_view(walk, words))


@router.callback_query(DropSheetButton.filter())
async def drop(
    _: CallbackQuery,
    callback_data: DropSheetButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The sheet goes, as if it had never been begun."""
    dropped = await DropSheet(work, clock)(person, callback_data.response)
    await screen.show(words("enter-dropped" if dropped else "fault-button-gone"))
