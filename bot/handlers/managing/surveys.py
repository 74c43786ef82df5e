"""/surveys: the shelf, and for each survey try, publish and close."""

from pathlib import Path

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Shelf, ShelfAct
from bot.screen import Screen
from bot.services import Services
from bot.views.shelf import card_view, close_sure_view, shelf_view
from bot.views.surveys import begun_view
from bot.views.version_changes import namesake_view, publish_sure_view
from bot.words import Words
from use_cases.authoring.previewing import FindNamesake, PreviewPublish
from use_cases.authoring.shelf import CloseSurvey, LookAtShelf, PublishSurvey
from use_cases.conversations.beginning import TryOutSurvey
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="surveys")

TEMPLATES = Path(__file__).parents[2] / "templates"


@router.message(Command("surveys"))
async def shelf(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.say(shelf_view(await LookAtShelf(work, clock)(person), words))


@router.callback_query(Shelf.filter(F.act == ShelfAct.LIST))
async def all_surveys(
    _: CallbackQuery,
    callback_data: Shelf,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The page of the shelf that was tapped."""
    entries = await LookAtShelf(work, clock)(person)
    await screen.show(shelf_view(entries, words, callback_data.survey))


@router.callback_query(Shelf.filter(F.act == ShelfAct.SAMPLE))
async def sample(_: CallbackQuery, person: Person, screen: Screen, words: Words) -> None:
    """A small survey file in the manager's language, to change and send back."""
    content = (TEMPLATES / f"survey.{words.language}.yaml").read_bytes()
    await screen.tell()
    await screen.send_file("survey.yaml", content, words("sample-caption"))


@router.callback_query(Shelf.filter(F.act == ShelfAct.TEST))
async def try_out(
    _: CallbackQuery,
    callback_data: Shelf,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Walk through the survey as a resident will; those answers never count."""
    walk = await TryOutSurvey(work, clock)(person, callback_data.survey)
    await screen.tell()
    await screen.say(begun_view(walk, words))


@router.callback_query(Shelf.filter(F.act == ShelfAct.CLOSE))
async def ask_close(
    _: CallbackQuery,
    callback_data: Shelf,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    entry = await LookAtShelf(work, clock).one(person, callback_data.survey)
    await screen.show(close_sure_view(entry, words))


@router.callback_query(Shelf.filter())
async def card(
    _: CallbackQuery,
    callback_data: Shelf,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Show one survey, after publishing or closing it if that is what was tapped."""
    match callback_data.act:
        case ShelfAct.PUBLISH | ShelfAct.PUBLISH_SURELY as act:
            preview = await PreviewPublish(work, clock)(person, callback_data.survey)
            if preview is not None and act is ShelfAct.PUBLISH:
                await screen.show(publish_sure_view(preview, words))
                return
            namesake = await FindNamesake(work, clock)(person, callback_data.survey)
            if preview is None and namesake is not None and act is ShelfAct.PUBLISH:
                await screen.show(namesake_view(callback_data.survey, namesake, words))
                return
            await PublishSurvey(work, clock, services.zone)(person, callback_data.survey)
            await screen.tell(words("published"))
        case ShelfAct.CLOSE_SURELY:
            await CloseSurvey(work, clock)(person, callback_data.survey)
            await screen.tell(words("closed"))
    entry = await LookAtShelf(work, clock).one(person, callback_data.survey)
    await screen.show(card_view(entry, words, services.bot_username))
