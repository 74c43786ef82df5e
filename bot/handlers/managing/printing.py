"""/print: a poster, door cards or a questionnaire, made in the worker while the bot goes on."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.papers.orders import (
    DoorCard,
    Poster,
    print_door_cards,
    print_poster,
    print_questionnaire,
    version_code,
)
from bot.print_buttons import Paper, PosterButton, PrintButton
from bot.screen import Screen, View
from bot.services import Services
from bot.views.printing import (
    houses_view,
    languages_view,
    papers_view,
    poster_houses_view,
    poster_surveys_view,
    surveys_view,
)
from bot.words import Words
from surveys.text import LANGUAGES
from use_cases.authoring.shelf import LookAtShelf
from use_cases.conversations.meeting import short_payload
from use_cases.homes.by_hand import LookRoster
from use_cases.homes.codes import MakeCodes, door_payload, shown_code
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Building, Person
from use_cases.segments.segmenting import ListSegments
from use_cases.segments.typing import NoShortSurvey, OfferShortSurvey

router = Router(name="printing")
Making = Callable[[], Awaitable[tuple[str, bytes]]]
"""Makes the paper: the file's name and content."""


@router.message(Command("print"))
async def what(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await LookRoster(work, clock).may_look(person)
    await screen.say(papers_view(words))


@router.callback_query(PrintButton.filter(F.language == ""))
async def in_which_language(
    _: CallbackQuery, callback_data: PrintButton, screen: Screen, words: Words
) -> None:
    await screen.show(languages_view(callback_data.paper, words, callback_data.of))


@router.callback_query(PrintButton.filter(F.of.is_(None) & F.language.in_(LANGUAGES)))
async def for_whom(
    _: CallbackQuery,
    callback_data: PrintButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    paper, language = callback_data.paper, callback_data.language
    if paper is Paper.DOORS:
        houses = [card.building for card in await LookRoster(work, clock)(person) if card.flats]
        await screen.show(houses_view(language, houses, words))
        return
    shelf = await LookAtShelf(work, clock)(person)
    if paper is Paper.QUESTIONNAIRE:
        await screen.show(surveys_view(language, shelf, words))
        return
    houses = [card.building for card in await LookRoster(work, clock)(person)]
    if len(houses) > 1:
        await screen.show(poster_houses_view(language, houses, words))
        return
    house = houses[0].id if houses else 0
    await screen.show(poster_surveys_view(language, house, shelf, words))


@router.callback_query(PrintButton.filter(F.language.in_(LANGUAGES)))
async def make(
    _: CallbackQuery,
    callback_data: PrintButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Say that it is being prepared; the file follows when it is ready."""
    language, of = callback_data.language, callback_data.of or 0
    note = ""
    match callback_data.paper:
        case Paper.DOORS:
            making, count = await _doors(of, language, work, person, clock, services)
            note = words("print-doors-note", count=count)
        case Paper.POSTER:  # A button of long ago, without a house.
            making = await _poster(of, None, language, work, person, clock, services)
        case Paper.SHORT:
            making = await _short_poster(of, language, work, person, clock, services)
        case Paper.QUESTIONNAIRE:
            making = await _questionnaire(of, language, work, person, clock, services)
    await _prepare(making, screen, words, services, note)


@router.callback_query(PosterButton.filter(F.language.in_(LANGUAGES)))
async def make_poster(
    _: CallbackQuery,
    callback_data: PosterButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """For one house, or for all of them; then which survey it invites to."""
    look = LookRoster(work, clock)
    await look.may_look(person)
    house = (await look.one(person, callback_data.house)).building if callback_data.house else None
    survey, language = callback_data.survey, callback_data.language
    if survey is None:
        shelf = await LookAtShelf(work, clock)(person)
        await screen.show(poster_surveys_view(language, callback_data.house, shelf, words))
        return
    making = await _poster(survey, house, language, work, person, clock, services)
    await _prepare(making, screen, words, services, "")


async def _prepare(
    making: Making, screen: Screen, words: Words, services: Services, note: str
) -> None:
    await screen.show(words("print-preparing"))
    later = Screen(screen.bot, screen.chat_id, screen.callback)

    async def sorry(_: Exception) -> None:
        await later.show(words("print-failed"))

    services.background.start(_send(making, later, words, note), sorry=sorry)


async def _send(making: Making, screen: Screen, words: Words, note: str) -> None:
    name, content = await making()
    await screen.send_file(name, content, note or None)
    await screen.show(View(words("print-ready")))


async def _doors(
    building_id: int,
    language: str,
    work: UnitOfWork,
    person: Person,
    clock: Clock,
    services: Services,
) -> tuple[Making, int]:
    """Every flat gets a code if it has none: a card is nothing without one."""
    flats = await MakeCodes(work, clock)(person, building_id)
    house = await LookRoster(work, clock).one(person, building_id)
    cards = [
        DoorCard(
            building=house.building.name,
            number=flat.number,
            code=shown_code(flat.code),
            link=_link(services, door_payload(flat.code)),
        )
        for flat in flats
        if flat.code is not None
    ]

    async def making() -> tuple[str, bytes]:
        facts = (cards, services.house_name, services.bot_username, language)
        content = await services.worker.run(print_door_cards, *facts)
        return f"doors-{building_id}-{language}.pdf", content

    return making, len(cards)


async def _poster(
    survey_id: int,
    building: Building | None,
    language: str,
    work: UnitOfWork,
    person: Person,
    clock: Clock,
    services: Services,
) -> Making:
    shelf = LookAtShelf(work, clock)
    survey = (await shelf.one(person, survey_id)).survey.survey if survey_id else None
    key = survey.key if survey else ""
    shown = Poster(
        link=_link(services, f"{key}__poster" + (f"-{building.id}" if building else "")),
        bot=services.bot_username,
        house=services.house_name,
        title=survey.title.in_language(language) if survey else "",
        minutes=survey.minutes if survey else None,
        building=building.name if building else "",
    )

    async def making() -> tuple[str, bytes]:
        content = await services.worker.run(print_poster, shown, language)
        house = f"-{building.id}" if building else ""
        return f"poster-{key or 'bot'}{house}-{language}.pdf", content

    return making


async def _short_poster(
    scheme_id: int,
    language: str,
    work: UnitOfWork,
    person: Person,
    clock: Clock,
    services: Services,
) -> Making:
    """Whoever scans it is in the short survey at once."""
    asked = (await ListSegments(work, clock).one(person, scheme_id)).asked
    short = await OfferShortSurvey(work, clock).standing(person, scheme_id)
    if short is None or not short.open:
        raise NoShortSurvey
    shown = Poster(
        link=_link(services, f"{short_payload(scheme_id)}__poster"),
        bot=services.bot_username,
        house=services.house_name,
        title=asked.title.in_language(language),
        most=short.most,
    )

    async def making() -> tuple[str, bytes]:
        content = await services.worker.run(print_poster, shown, language)
        return f"poster-short-{scheme_id}-{language}.pdf", content

    return making


async def _questionnaire(
    survey_id: int,
    language: str,
    work: UnitOfWork,
    person: Person,
    clock: Clock,
    services: Services,
) -> Making:
    survey = (await LookAtShelf(work, clock).one(person, survey_id)).survey.survey

    async def making() -> tuple[str, bytes]:
        facts = (survey, language, services.house_name)
        content = await services.worker.run(print_questionnaire, *facts)
        return f"{version_code(survey, language)}.pdf", content

    return making


def _link(services: Services, payload: str) -> str:
    return f"https://t.me/{services.bot_username}?start={payload}"
