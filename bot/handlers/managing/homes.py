"""/homes: the roster by hand: buildings, their flats, who lives there, claims that wait."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.roster_buttons import (
    FlatAct,
    FlatButton,
    ResidentButton,
    RosterAct,
    RosterButton,
    Rostering,
    ShapeButton,
)
from bot.screen import Screen, View
from bot.views.roster import (
    claims_view,
    flat_view,
    house_view,
    houses_view,
    remove_sure_view,
    shape_sure_view,
    shape_view,
)
from bot.words import Words
from use_cases.homes.binding import ListClaims, Unbind
from use_cases.homes.by_hand import BuildByHand, LookRoster, Shape, read_name
from use_cases.homes.codes import ChangeCode, FlatGone
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="roster_by_hand")
WRITTEN = F.text & ~F.text.startswith("/")
NUMBERS_OF_SHAPE = 3
COUNT_DIGITS_MAX = 3


@router.message(Command("homes"))
async def houses(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.say(await _houses(work, person, words, clock))


@router.callback_query(RosterButton.filter(F.act == RosterAct.LIST))
async def houses_again(
    _: CallbackQuery, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.show(await _houses(work, person, words, clock))


async def _houses(work: UnitOfWork, person: Person, words: Words, clock: Clock) -> View:
    there = await LookRoster(work, clock)(person)
    claims = await ListClaims(work, clock)(person)
    return houses_view(there, len(claims), words)


@router.callback_query(RosterButton.filter(F.act == RosterAct.CLAIMS))
async def claims(
    _: CallbackQuery, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.tell()
    await screen.say(claims_view(await ListClaims(work, clock)(person), words))


@router.callback_query(RosterButton.filter(F.act.in_({RosterAct.HOUSE, RosterAct.REMOVE})))
async def house(
    _: CallbackQuery,
    callback_data: RosterButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    card = await LookRoster(work, clock).one(person, callback_data.id)
    sure = callback_data.act is RosterAct.REMOVE
    await screen.show(remove_sure_view(card, words) if sure else house_view(card, words))


@router.callback_query(RosterButton.filter(F.act == RosterAct.REMOVE_SURELY))
async def remove(
    _: CallbackQuery,
    callback_data: RosterButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    await BuildByHand(work, clock).remove(person, callback_data.id)
    await screen.show(words("house-removed"))


@router.callback_query(RosterButton.filter(F.act == RosterAct.ADD))
async def ask_name(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    await LookRoster(work, clock)(person)
    await state.set_state(Rostering.name)
    await screen.tell()
    await screen.say(words("house-name-ask"))


@router.message(StateFilter(Rostering.name), WRITTEN)
async def take_name(message: Message, state: FSMContext, screen: Screen, words: Words) -> None:
    name = read_name(message.text or "")
    await state.set_state(Rostering.shape)
    await state.set_data({"name": name, "shape": []})
    await screen.say(shape_view(name, [], words))


@router.message(StateFilter(Rostering.shape), WRITTEN)
async def type_count(message: Message, state: FSMContext, screen: Screen, words: Words) -> None:
    """A number other than those on the buttons."""
    written = (message.text or "").strip()
    if not (written.isdecimal() and len(written) <= COUNT_DIGITS_MAX and int(written)):
        await screen.say(words("shape-number"))
        return
    await screen.say(await _next_of_shape(int(written), state, words))


@router.callback_query(StateFilter(Rostering.shape), ShapeButton.filter(F.count > 0))
async def tap_count(
    _: CallbackQuery, callback_data: ShapeButton, state: FSMContext, screen: Screen, words: Words
) -> None:
    await screen.show(await _next_of_shape(callback_data.count, state, words))


@router.callback_query(StateFilter(Rostering.shape), ShapeButton.filter(F.count == 0))
async def build(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The building is put into the roster."""
    data = await state.get_data()
    if len(data["shape"]) < NUMBERS_OF_SHAPE:
        await screen.tell(words("draft-none"))
        return
    await state.clear()
    building = await BuildByHand(work, clock).building(person, data["name"], _shape(data["shape"]))
    await screen.show(house_view(await LookRoster(work, clock).one(person, building.id), words))


@router.callback_query(ShapeButton.filter())
async def old_shape(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.tell(words("draft-none"))


async def _next_of_shape(count: int, state: FSMContext, words: Words) -> View:
    data = await state.get_data()
    numbers = [*data["shape"], count][:NUMBERS_OF_SHAPE]
    await state.update_data(shape=numbers)
    if len(numbers) < NUMBERS_OF_SHAPE:
        return shape_view(data["name"], numbers, words)
    return shape_sure_view(data["name"], _shape(numbers), words)


def _shape(numbers: list[int]) -> Shape:
    entrances, floors, a_floor = numbers
    return Shape(entrances=entrances, floors=floors, a_floor=a_floor)


@router.callback_query(RosterButton.filter(F.act.in_({RosterAct.ADD_FLAT, RosterAct.FIND_FLAT})))
async def ask_flat(
    _: CallbackQuery,
    callback_data: RosterButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    await LookRoster(work, clock).one(person, callback_data.id)
    adding = callback_data.act is RosterAct.ADD_FLAT
    await state.set_state(Rostering.flat if adding else Rostering.find)
    await state.set_data({"building": callback_data.id})
    await screen.tell()
    await screen.say(words("flat-number-ask"))


@router.message(StateFilter(Rostering.flat, Rostering.find), WRITTEN)
async def take_flat(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The flat of that number: added where it was to be, shown in any case."""
    number = message.text or ""
    building = int((await state.get_data())["building"])
    if await state.get_state() == Rostering.flat.state:
        await BuildByHand(work, clock).flat(person, building, number)
    try:
        card = await LookRoster(work, clock).flat(person, building, number)
    except FlatGone:
        await screen.say(words("flat-not-found"))
        return
    await state.clear()
    await screen.say(flat_view(card, words))


@router.callback_query(FlatButton.filter())
async def change_code(
    _: CallbackQuery,
    callback_data: FlatButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    errand = ChangeCode(work, clock)
    change = errand.renew if callback_data.act is FlatAct.RENEW else errand.revoke
    flat = await change(person, callback_data.flat)
    card = await LookRoster(work, clock).flat(person, flat.building_id, flat.number)
    await screen.show(flat_view(card, words))


@router.callback_query(ResidentButton.filter())
async def change_resident(
    _: CallbackQuery,
    callback_data: ResidentButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Named of the council, or moved out."""
    errand, number = Unbind(work, clock), callback_data.residence
    if callback_data.role is not None:
        home = await errand.as_role(person, number, callback_data.role)
    else:
        home = await errand(person, number)
    card = await LookRoster(work, clock).flat(person, home.building.id, home.flat.number)
    await screen.show(flat_view(card, words))
