"""The button "Golden questions", and the short survey that a manager publishes."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.place import Place
from bot.screen import Screen
from bot.segment_buttons import Change, ChangeAct, Short
from bot.services import Services
from bot.views.golden import golden_view, judging_view
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.golden import FindGolden
from use_cases.segments.segmenting import ListSegments
from use_cases.segments.typing import OfferShortSurvey

router = Router(name="golden")


@router.callback_query(Change.filter(F.act == ChangeAct.GOLDEN))
async def golden(
    query: CallbackQuery,
    callback_data: Change,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """At once where they are known; else they are computed in the worker and kept."""
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    errand = FindGolden(services.open_work, services.clock, services.worker.judged)
    short = await OfferShortSurvey(work, clock).standing(person, view.scheme.id)
    if await errand.known(person, view.scheme.id):
        found = await errand(person, view.scheme.id)
        await screen.show(golden_view(view, found, short, words, services.bot_username))
        return
    await screen.show(judging_view(view, words))
    place = Place.of(query, screen, words, view.scheme.id)

    async def go() -> None:
        found = await errand(person, view.scheme.id)
        await place.show(golden_view(view, found, short, words, services.bot_username))

    services.background.start(go(), sorry=place.sorry)


@router.callback_query(Short.filter())
async def short_survey(
    _: CallbackQuery,
    callback_data: Short,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Publish it, or close it; a second tap does no harm."""
    short = await OfferShortSurvey(work, clock)(person, callback_data.scheme, on=callback_data.on)
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    errand = FindGolden(services.open_work, services.clock, services.worker.judged)
    await screen.tell(words("short-opened" if short.open else "short-closed"))
    if await errand.known(person, view.scheme.id):
        found = await errand(person, view.scheme.id)
        await screen.show(golden_view(view, found, short, words, services.bot_username))
