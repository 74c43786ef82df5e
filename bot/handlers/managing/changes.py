"""The button "What changed": answered at once, computed in the worker, shown in its place."""

from datetime import UTC, date, datetime, time

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.place import Place
from bot.screen import Screen
from bot.segment_buttons import Change, ChangeAct
from bot.services import Services
from bot.views.changes import changes_view, looking_back_view, nothing_yet_view
from bot.views.seasons import scheme_season_view
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.reporting.answer_seasons import CompareSchemeSeasons
from use_cases.segments.following import FollowSegments, NothingToFollow
from use_cases.segments.segmenting import ListSegments

router = Router(name="changes")

DAYS_MAX = date.max.toordinal()


@router.callback_query(Change.filter(F.act == ChangeAct.SINCE))
async def since(
    query: CallbackQuery,
    callback_data: Change,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Who moved since a day; each person's names are for managers."""
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    await screen.show(looking_back_view(view, words))
    place = Place.of(query, screen, words, view.scheme.id)
    errand = FollowSegments(services.open_work, services.clock, services.worker.follow)
    at = _noon_of(callback_data.day)

    async def go() -> None:
        offered = await errand.moments(person, view.scheme.id)
        try:
            changes = await errand.since(person, view.scheme.id, at)
        except NothingToFollow:
            await place.show(nothing_yet_view(view, offered, words))
            return
        await place.show(changes_view(view, changes, offered, words))

    services.background.start(go(), sorry=place.sorry)


@router.callback_query(Change.filter(F.act == ChangeAct.SEASON))
async def season(
    _: CallbackQuery,
    callback_data: Change,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The division against the same season a year before."""
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    found = await CompareSchemeSeasons(work, clock)(person, callback_data.scheme)
    await screen.show(scheme_season_view(view, found, words))


def _noon_of(day: int) -> datetime | None:
    if not 1 <= day <= DAYS_MAX:
        return None
    return datetime.combine(date.fromordinal(day), time(12), tzinfo=UTC)
