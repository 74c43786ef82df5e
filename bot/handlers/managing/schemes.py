"""Ways of dividing people: lists of them, and several bases of a survey put together."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.scheme_buttons import SchemeAct, SchemeButton, bases_in
from bot.screen import Screen
from bot.views.schemes import mix_view, schemes_view, ways_view
from bot.views.segments import heading, scheme_view
from bot.views.smallest import smallest_view
from bot.words import Words
from segmentation.grounds import Doings, Grounds
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.own_words import CountOwnWords
from use_cases.segments.segmenting import ListSegments, NothingToSegment, bases_of
from use_cases.segments.smallest import AllowSmallest
from use_cases.segments.ways import FindWays

router = Router(name="schemes")


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.LIST))
async def everything(
    _: CallbackQuery, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    views = await ListSegments(work, clock)(person)
    others = await FindWays(work, clock)(person)
    await screen.show(schemes_view(views, others.surveys, others.doings, words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.DOINGS))
async def by_doings(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """What people did: payments, purchases, visits, taking part."""
    if not 0 <= callback_data.bases < len(Doings):
        raise NothingToSegment
    doings = list(Doings)[callback_data.bases]
    await screen.show(scheme_view(await FindWays(work, clock).by_doings(person, doings), words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.WAYS))
async def ways(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    survey, found = await FindWays(work, clock).of(person, callback_data.survey)
    await screen.show(ways_view(survey, found, words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.MIX))
async def mix(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    survey, _found = await FindWays(work, clock).of(person, callback_data.survey)
    asked = bases_of(survey.survey)
    chosen = [basis for basis in bases_in(callback_data.bases) if basis in asked]
    await screen.show(mix_view(survey, chosen, words))


@router.callback_query(SchemeButton.filter(F.act.in_({SchemeAct.WORDS, SchemeAct.WORDLESS})))
async def own_words(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Answers in own words count from the next search on, or no longer."""
    on = callback_data.act is SchemeAct.WORDS
    view = await CountOwnWords(work, clock)(person, callback_data.survey, on=on)
    await screen.show(scheme_view(view, words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.FLOOR))
async def smallest(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """How many people a segment must have at least."""
    view = await ListSegments(work, clock).one(person, callback_data.survey)
    await screen.show(smallest_view(view, heading(view, words), words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.ALLOW))
async def allow(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """From the next search on."""
    wanted = callback_data.bases or None
    view = await AllowSmallest(work, clock)(person, callback_data.survey, wanted)
    await screen.show(scheme_view(view, words))


@router.callback_query(SchemeButton.filter(F.act.in_({SchemeAct.OPEN, SchemeAct.SCALES})))
async def choose(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """One way, before anything is found too."""
    bases = bases_in(callback_data.bases)
    if not bases:
        raise NothingToSegment
    grounds = Grounds.on(*bases, by_scales=callback_data.act is SchemeAct.SCALES)
    view = await FindWays(work, clock).choose(person, callback_data.survey, grounds)
    await screen.show(scheme_view(view, words))
