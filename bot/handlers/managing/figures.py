"""The figures of a segment, and what was spent on it; reached from the segment's own page."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.figure_buttons import Costing, FigureAct, FigureButton
from bot.reports.numbers import Numbers
from bot.screen import Screen, View
from bot.views.figures import figures_view
from bot.views.seasons import figures_season_view
from bot.views.segments import titles
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.records.figures import CostKind, PlaceKind, SegmentPlace
from use_cases.reporting.figures import (
    AmountUnclear,
    CostBelowNothing,
    LookAtFigures,
    NoteCost,
    SetPointValue,
    name_of,
)
from use_cases.reporting.seasons import CompareSeasons
from use_cases.segments.segmenting import ListSegments

router = Router(name="figures")

COSTS = {FigureAct.ACQUISITION: CostKind.ACQUISITION, FigureAct.MESSAGES: CostKind.MESSAGES}


@router.callback_query(FigureButton.filter(F.act == FigureAct.SHOW))
async def show(
    _: CallbackQuery,
    callback_data: FigureButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    await state.clear()
    place = SegmentPlace(callback_data.kind, callback_data.id)
    await screen.show(await _view(place, work, person, words, clock))


@router.callback_query(FigureButton.filter(F.act == FigureAct.SEASON))
async def season(
    _: CallbackQuery,
    callback_data: FigureButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Against the same season a year before."""
    await state.clear()
    place = SegmentPlace(callback_data.kind, callback_data.id)
    found = await CompareSeasons(work, clock)(person, place)
    name = await _name(await name_of(work, place), place, work, person, words, clock)
    await screen.show(figures_season_view(name, place, found, words))


@router.callback_query(FigureButton.filter())
async def ask(
    _: CallbackQuery,
    callback_data: FigureButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is an amount of money."""
    place = SegmentPlace(callback_data.kind, callback_data.id)
    await LookAtFigures(work, clock)(person, place)
    await state.set_state(Costing.amount)
    await state.set_data({"act": callback_data.act, "kind": place.kind, "id": place.id})
    await screen.tell()
    await screen.say(words(f"figures-ask-{callback_data.act.name.lower()}"))


@router.message(StateFilter(Costing.amount), F.text, ~F.text.startswith("/"))
async def take_amount(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """An amount; one that cannot be read is asked for again."""
    data = await state.get_data()
    place = SegmentPlace(PlaceKind(data["kind"]), int(data["id"]))
    act = FigureAct(data["act"])
    try:
        if act in COSTS:
            await NoteCost(work, clock)(person, place, COSTS[act], message.text or "")
        else:
            await SetPointValue(work, clock)(person, message.text or "")
    except AmountUnclear:
        await screen.say(words("figures-amount-unclear"))
        return
    except CostBelowNothing as fault:
        noted = Numbers(words).plain(fault.noted / 100, 2)
        await screen.say(words("figures-below-nothing", noted=noted))
        return
    await state.clear()
    await screen.say(await _view(place, work, person, words, clock))


async def _view(
    place: SegmentPlace, work: UnitOfWork, person: Person, words: Words, clock: Clock
) -> View:
    name, found = await LookAtFigures(work, clock)(person, place)
    name = await _name(name, place, work, person, words, clock)
    return figures_view(name, place, found, words)


async def _name(
    name: str, place: SegmentPlace, work: UnitOfWork, person: Person, words: Words, clock: Clock
) -> str:
    """Its own name, or the one that is proposed."""
    if name:
        return name
    view, segment = await ListSegments(work, clock).around(person, place.id)
    return titles(view, words)[segment.id]
