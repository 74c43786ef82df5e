"""Is a division of any use? Its checks, and a comparison with another one."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.place import Place
from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import Screen, View
from bot.services import Services
from bot.views.segments import scheme_view
from bot.views.usefulness import check_view, comparison_view, rivals_view
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.segmenting import ListSegments
from use_cases.segments.usefulness import CheckScheme, CompareSchemes

router = Router(name="usefulness")


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.BACK))
async def back(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    view = await ListSegments(work, clock).one(person, callback_data.survey)
    await screen.show(scheme_view(view, words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.RIVALS))
async def rivals(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    view, others = await CompareSchemes(work, clock).rivals(person, callback_data.survey)
    await screen.show(rivals_view(view, others, words))


@router.callback_query(SchemeButton.filter(F.act.in_({SchemeAct.CHECK, SchemeAct.COMPARE})))
async def weigh_up(
    query: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Answer at once; the figures take some seconds and come into the same message."""
    await ListSegments(work, clock).one(person, callback_data.survey)
    await screen.show(View(words("check-under-way")))
    place = Place.of(query, screen, words, callback_data.survey)
    working = _weigh_up(services, person, callback_data, place)
    services.background.start(working, sorry=place.sorry)


async def _weigh_up(services: Services, person: Person, asked: SchemeButton, place: Place) -> None:
    async with services.open_work() as work:
        if asked.act is SchemeAct.CHECK:
            checked = await CheckScheme(work, services.clock)(person, asked.survey)
            view = check_view(*checked, place.words)
        else:
            comparing = CompareSchemes(work, services.clock)
            found = await comparing(person, asked.survey, asked.bases)
            view = comparison_view(found, place.words)
    await place.show(view)
