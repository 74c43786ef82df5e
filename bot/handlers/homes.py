"""/home: where I live. A code, a word that a manager confirms, a town; what I am to the flat."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.handlers.addresses import bare_number, find_address, find_house, named_house
from bot.handlers.claims import tell_managers
from bot.home_buttons import HomeAct, HomeButton, Homing
from bot.screen import Screen, View
from bot.services import Services
from bot.views.entering import my_sheets_view
from bot.views.faults import fault_view
from bot.views.homes import (
    buildings_view,
    code_asked_view,
    home_view,
    place_text,
    whereabouts_view,
    which_house_view,
)
from bot.words import Words
from use_cases.conversations.walks import CurrentWalk
from use_cases.homes.assisting import TakeOverSheets
from use_cases.homes.binding import ClaimFlat, CodesPaused, NoSuchFlat, UseCode, WrongCode
from use_cases.homes.codes import FlatGone, read_code
from use_cases.homes.residing import LookHome, SayPlace, read_place
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Standing

router = Router(name="homes")
WRITTEN = (F.chat.type == ChatType.PRIVATE) & F.text & ~F.text.startswith("/")


async def come_home(
    text: str, work: UnitOfWork, person: Person, words: Words, clock: Clock
) -> View:
    """Bind somebody by a code; what they read then, be the code right or wrong."""
    try:
        home = await UseCode(work, clock)(person, text)
    except (WrongCode, CodesPaused) as fault:
        view = fault_view(fault, words)
        assert view is not None, "both have their sentence"
        return view
    view = home_view(home, words, opening=words("home-welcome"))
    if not await TakeOverSheets(work, clock).waiting(person, home.flat.id):
        return view
    asked = my_sheets_view(home.flat.id, words)
    keyboards = (asked.keyboard, view.keyboard)
    rows = [
        row for k in keyboards if isinstance(k, InlineKeyboardMarkup) for row in k.inline_keyboard
    ]
    return View(f"{view.text}\n\n{asked.text}", InlineKeyboardMarkup(inline_keyboard=rows))


@router.message(Command("home"))
async def look(
    _: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    """Where they live; a flat typed right after it is understood."""
    found = await LookHome(work)(person)
    if found.buildings:
        await state.set_state(Homing.listening)
    await screen.say(whereabouts_view(found, words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.LOOK))
async def look_again(
    _: CallbackQuery,
    callback_data: HomeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    found = await LookHome(work)(person)
    chosen = [home for home in found.homes if home.residence.id == callback_data.id]
    await screen.show(home_view(chosen[0], words) if chosen else whereabouts_view(found, words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.CODE))
async def ask_code(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    found = await LookHome(work)(person)
    await state.set_state(Homing.code)
    await screen.tell()
    await screen.say(code_asked_view(found, words))


@router.message(StateFilter(Homing.code), WRITTEN)
async def take_code(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    view = await come_home(message.text or "", work, person, words, clock)
    if view.keyboard is not None:
        await state.clear()
    await screen.say(view)


@router.message(WRITTEN, F.text.func(lambda text: read_code(text) is not None))
async def code_out_of_the_blue(
    message: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    """Nothing else looks like a code: whoever types one from their card is at home."""
    await screen.say(await come_home(message.text or "", work, person, words, clock))


@router.message(StateFilter(Homing.listening), WRITTEN)
async def take_flat(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A flat typed under the screen of /home; other words in a survey are for its question."""
    found = await find_address(work, message.text or "")
    if found is not None:
        building, number = found
        await _claim(building.id, number, state, work, person, screen, words, clock, services)
        return
    if await _asked_which_house(message.text or "", state, work, screen, words):
        return
    walk = await CurrentWalk(work)(person)
    if walk is not None and walk.response.current is not None:
        await state.clear()
        raise SkipHandler
    await screen.say(words("home-address-unclear"))


@router.callback_query(HomeButton.filter(F.act == HomeAct.SAY))
async def ask_building(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    found = await LookHome(work)(person)
    await state.set_state(Homing.flat)
    await state.set_data({})
    await screen.tell()
    await screen.say(buildings_view(found.buildings, words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.BUILDING))
async def ask_number(
    _: CallbackQuery,
    callback_data: HomeButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The house is known; the flat's number is asked, unless it was written before."""
    await LookHome(work)(person)
    if await work.homes.building(callback_data.id) is None:
        raise FlatGone
    written = (await state.get_data()).get("number")
    if isinstance(written, str):
        house = callback_data.id
        await screen.tell()
        await _claim(house, written, state, work, person, screen, words, clock, services)
        return
    await state.set_state(Homing.number)
    await state.set_data({"building": callback_data.id})
    await screen.tell()
    await screen.say(words("home-number-ask"))


@router.message(StateFilter(Homing.number), WRITTEN)
async def take_number(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The flat of the house that was named before; or another house and flat in one message."""
    building, number = int((await state.get_data())["building"]), (message.text or "").strip()
    house = await find_house(work, number)
    if house is not None:
        building, number = house[0].id, house[1]
    await _claim(building, number, state, work, person, screen, words, clock, services)


@router.message(StateFilter(Homing.flat), WRITTEN)
async def take_address(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """House and flat in one message."""
    text = message.text or ""
    found = await find_address(work, text)
    written = (await state.get_data()).get("number")
    if found is None and isinstance(written, str):
        house = await named_house(work, text)
        found = (house, written) if house is not None else None
    if found is None and await _asked_which_house(text, state, work, screen, words):
        return
    if found is None:
        await screen.say(words("home-address-unclear"))
        return
    building, number = found
    await _claim(building.id, number, state, work, person, screen, words, clock, services)


async def _asked_which_house(
    text: str, state: FSMContext, work: UnitOfWork, screen: Screen, words: Words
) -> bool:
    """Whether the text is a flat without its house; then the house is asked for by buttons."""
    number = bare_number(text)
    if number is None:
        return False
    await state.set_state(Homing.flat)
    await state.set_data({"number": number})
    await screen.say(which_house_view(number, await work.homes.buildings(), words))
    return True


async def _claim(
    building_id: int,
    number: str,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A flat that is not there is asked for again; a new claim goes to the managers."""
    try:
        home = await ClaimFlat(work, clock)(person, building_id, number)
    except NoSuchFlat as fault:
        await state.set_state(Homing.number)
        await state.set_data({"building": building_id})
        view = fault_view(fault, words)
        await screen.say(view or words("home-number-ask"))
        return
    await state.clear()
    if home.residence.standing is Standing.CLAIMED:
        tell_managers(home, person, screen.bot, services)
    await screen.say(home_view(home, words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.PLACE))
async def ask_place(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    await LookHome(work)(person)
    await state.set_state(Homing.place)
    await screen.tell()
    await screen.say(words("home-place-ask"))


@router.message(StateFilter(Homing.place), WRITTEN)
async def take_place(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    place = read_place(message.text or "")
    if place is None:
        await screen.say(words("home-place-ask"))
        return
    await SayPlace(work)(person, place)
    await state.clear()
    await screen.say(words("home-place-kept", place=place_text(place)))
