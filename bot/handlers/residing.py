"""What somebody is to the flat where they live, since when, and moving out of it."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.entering_buttons import MySheets
from bot.handlers.homes import WRITTEN
from bot.home_buttons import HomeAct, HomeButton, Homing, MyRole
from bot.screen import Screen
from bot.views.homes import home_view, out_sure_view
from bot.words import Words
from surveys.reading.dates import read_date
from use_cases.homes.assisting import TakeOverSheets
from use_cases.homes.codes import FlatGone
from use_cases.homes.residing import ChangeHome, DayUnfit, LookHome
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="residing")


@router.callback_query(MyRole.filter())
async def choose_role(
    _: CallbackQuery,
    callback_data: MyRole,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    residence, role = callback_data.residence, callback_data.role
    await screen.show(home_view(await ChangeHome(work, clock).role(person, residence, role), words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.SINCE))
async def ask_since(
    _: CallbackQuery, callback_data: HomeButton, state: FSMContext, screen: Screen, words: Words
) -> None:
    await state.set_state(Homing.since)
    await state.set_data({"residence": callback_data.id})
    await screen.tell()
    await screen.say(words("home-since-ask"))


@router.message(StateFilter(Homing.since), WRITTEN)
async def take_since(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    day = read_date(message.text or "", clock.now().date())
    residence = int((await state.get_data())["residence"])
    if day is None:
        await screen.say(words("home-since-ask"))
        return
    try:
        home = await ChangeHome(work, clock).moved_in(person, residence, day)
    except DayUnfit:
        await screen.say(words("home-since-unfit"))
        return
    await state.clear()
    await screen.say(home_view(home, words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.MOVE_OUT))
async def ask_out(
    _: CallbackQuery,
    callback_data: HomeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
) -> None:
    homes = (await LookHome(work)(person)).homes
    chosen = [home for home in homes if home.residence.id == callback_data.id]
    if not chosen:
        raise FlatGone
    await screen.show(out_sure_view(chosen[0], words))


@router.callback_query(HomeButton.filter(F.act == HomeAct.MOVE_OUT_SURELY))
async def move_out(
    _: CallbackQuery,
    callback_data: HomeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    await ChangeHome(work, clock).move_out(person, callback_data.id)
    await screen.show(words("home-moved-out"))


@router.callback_query(MySheets.filter())
async def take_sheets(
    _: CallbackQuery,
    callback_data: MySheets,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """What a manager entered from paper for this flat becomes the person's own."""
    await TakeOverSheets(work, clock)(person, callback_data.flat)
    await screen.show(words("sheets-taken"))
