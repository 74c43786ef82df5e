"""Goals: set by buttons and two typed words, looked at, handed on, put away."""

from datetime import date, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.goal_buttons import GoalAct, GoalButton
from bot.screen import Screen
from bot.services import Services
from bot.views.goal_lines import MINOR_UNITS, SHARES
from bot.views.goals import (
    due_view,
    goal_view,
    goals_view,
    measures_view,
    owners_view,
    subjects_view,
    target_view,
)
from bot.words import Words
from surveys.reading.dates import read_date
from use_cases.goals.setting import ChangeGoal, LookAtGoals, SetGoal, fits
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Measure, Person, Subject

router = Router(name="goals")


class Aiming(StatesGroup):
    """A manager is typing a goal."""

    target = State()
    due = State()


@router.message(Command("goals"))
async def all_goals(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Every goal, and the ways to where new ones are set."""
    await screen.say(goals_view(await LookAtGoals(work, clock, services.zone).all(person), words))


@router.callback_query(GoalButton.filter(F.act.in_({GoalAct.ALL, GoalAct.LIST})))
async def listed(
    _: CallbackQuery,
    callback_data: GoalButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """All goals; or those of a scheme, or of a rule."""
    await _typed_no_more(state)
    looking, about = LookAtGoals(work, clock, services.zone), callback_data.about
    about_id, page = callback_data.id, callback_data.value
    if callback_data.act is GoalAct.ALL:
        await screen.show(goals_view(await looking.all(person, page), words))
        return
    if about is Subject.RULE:
        found = await looking.of_rule(person, about_id, page)
    else:
        _scheme, found = await looking.of_scheme(person, about_id, page)
    await screen.show(goals_view(found, words, about=about, about_id=about_id))


@router.callback_query(GoalButton.filter(F.act.in_({GoalAct.NEW, GoalAct.MEASURE})))
async def begin(
    _: CallbackQuery,
    callback_data: GoalButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """About whom, then by what measure."""
    await _typed_no_more(state)
    looking, about = LookAtGoals(work, clock, services.zone), callback_data.about
    if callback_data.act is GoalAct.NEW and about is Subject.SCHEME:
        scheme, _found = await looking.of_scheme(person, callback_data.id)
        await screen.show(subjects_view(scheme, words))
        return
    under = await looking.listed_under(person, about, callback_data.id)
    await screen.show(measures_view(about, callback_data.id, under, words))


@router.callback_query(GoalButton.filter(F.act == GoalAct.TARGET))
async def ask_target(
    _: CallbackQuery,
    callback_data: GoalButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The next message is a number."""
    await LookAtGoals(work, clock, services.zone).managers(person)
    measure = callback_data.measure
    await state.set_state(Aiming.target)
    facts = {"about": callback_data.about.value, "id": callback_data.id, "measure": measure.value}
    await state.set_data(facts)
    await screen.tell()
    await screen.say(target_view(callback_data.about, callback_data.id, measure, words))


@router.message(StateFilter(Aiming.target), F.text, ~F.text.startswith("/"))
async def take_target(
    message: Message,
    state: FSMContext,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A number that fits the measure; then the day is asked for."""
    data = await state.get_data()
    measure = Measure(data["measure"])
    target = read_target(measure, message.text or "")
    if target is None:
        await screen.say(words("goal-target-again"))
        return
    await state.set_state(Aiming.due)
    await state.set_data({**data, "target": target})
    days = quarter_ends(clock.now().astimezone(services.zone).date())
    about, about_id = Subject(data["about"]), int(data["id"])
    await screen.say(due_view(days, about, about_id, measure, words))


@router.callback_query(GoalButton.filter(F.act == GoalAct.DUE), StateFilter(Aiming.due))
async def take_day(
    _: CallbackQuery,
    callback_data: GoalButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A day by a button."""
    last = date.max.toordinal()
    due = date.fromordinal(min(max(callback_data.value, 1), last))
    await _set(due, state, work, person, screen, words, clock, services)


@router.message(StateFilter(Aiming.due), F.text, ~F.text.startswith("/"))
async def take_typed_day(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """A day that was typed; it has to be one to come."""
    today = clock.now().astimezone(services.zone).date()
    due = read_date((message.text or "").strip(), today)
    if due is None or due <= today:
        await screen.say(words("goal-due-again"))
        return
    await _set(due, state, work, person, screen, words, clock, services)


async def _set(
    due: date,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    data: dict[str, Any] = await state.get_data()
    goal = await SetGoal(work, clock, services.zone)(
        person,
        Subject(data["about"]),
        int(data["id"]),
        Measure(data["measure"]),
        target=float(data["target"]),
        due=due,
    )
    await state.clear()
    scheme, view = await LookAtGoals(work, clock, services.zone).one(person, goal.id)
    await screen.say(goal_view(view, scheme, words))


@router.callback_query(
    GoalButton.filter(F.act.in_({GoalAct.SHOW, GoalAct.OWNER, GoalAct.GIVE, GoalAct.END}))
)
async def one(
    _: CallbackQuery,
    callback_data: GoalButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """One goal: looked at, handed on, put away."""
    looking, goal_id = LookAtGoals(work, clock, services.zone), callback_data.id
    match callback_data.act:
        case GoalAct.OWNER:
            managers = await looking.managers(person)
            await screen.show(owners_view(goal_id, managers, words))
            return
        case GoalAct.GIVE:
            await ChangeGoal(work, clock).give(person, goal_id, callback_data.value)
        case GoalAct.END:
            await ChangeGoal(work, clock).end(person, goal_id)
            await screen.show(goals_view(await looking.all(person), words))
            return
    scheme, view = await looking.one(person, goal_id)
    await screen.show(goal_view(view, scheme, words))


async def _typed_no_more(state: FSMContext) -> None:
    """Whoever stepped back to a list types no target and no day any more."""
    if await state.get_state() in {Aiming.target.state, Aiming.due.state}:
        await state.clear()


def read_target(measure: Measure, text: str) -> float | None:
    """A number as it was typed, in the unit of the measure; None if it does not fit."""
    plain = text.strip().replace("\u2212", "-").replace("%", "").replace(" ", "").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        return None
    if measure in SHARES:
        number /= 100
    elif measure is Measure.PAID:
        number *= MINOR_UNITS
    return number if fits(measure, number) else None


def quarter_ends(today: date) -> list[date]:
    """The last days of this quarter and of the next three."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    ends = []
    for _ in range(4):
        first = (first + timedelta(days=95)).replace(day=1)
        ends.append(first - timedelta(days=1))
    return [end for end in ends if end > today]
