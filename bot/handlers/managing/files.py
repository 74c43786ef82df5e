"""A manager sends a survey file: read, every fault told with its line, put on the shelf."""

import asyncio
from pathlib import PurePath

import aiohttp
import structlog
from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Document, Message

from bot.screen import Screen
from bot.services import Services
from bot.views.shelf import card_view
from bot.views.survey_faults import faults_texts, warnings_texts
from bot.words import Words
from surveys.limits import FILE_BYTES_MAX
from surveys.xlsform.reader import examine_file
from use_cases.answering import CurrentWalk
from use_cases.authoring import LookAtShelf, ShelveSurvey
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

log = structlog.get_logger()
router = Router(name="files")

SURVEY_ENDINGS = (".yaml", ".yml", ".txt", ".xlsx", ".xls", ".csv", ".tsv")
DOWNLOAD_SECONDS_MAX = 30


@router.message(F.chat.type == ChatType.PRIVATE, F.document)
async def survey_file(
    message: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The file becomes a draft on the shelf, or an answer that says what to mend."""
    document = message.document
    assert document is not None, "the filter lets documents only through"
    if not person.role.may_act_as(Role.MANAGER):
        await _not_for_residents(work, person, screen, words)
        return
    unfit = _unfit(document, words)
    if unfit is not None:
        await screen.say(unfit)
        return
    await work.commit()  # The database does not wait for the download.
    content = await _content_of(document, screen.bot, words)
    if isinstance(content, _Unread):
        await screen.say(content.sentence)
        return
    examined = await asyncio.to_thread(examine_file, content)
    if examined.survey is None:
        for part in faults_texts(examined.faults, words):
            await screen.say(part)
        return
    stored = await ShelveSurvey(work, clock)(person, examined.survey)
    entry = await LookAtShelf(work, clock).one(person, stored.id)
    for part in warnings_texts(examined.warnings, words):
        await screen.say(part)
    await screen.say(card_view(entry, words, services.bot_username))


@router.message(F.chat.type == ChatType.PRIVATE, F.photo | F.video | F.audio)
async def not_a_file(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words
) -> None:
    """A picture of a survey cannot be read; in the middle of a survey it is a reply to it."""
    if not person.role.may_act_as(Role.MANAGER) or await CurrentWalk(work)(person) is not None:
        raise SkipHandler
    await screen.say(words("file-kind-unknown"))


async def _not_for_residents(
    work: UnitOfWork, person: Person, screen: Screen, words: Words
) -> None:
    if await CurrentWalk(work)(person) is not None:
        raise SkipHandler  # The question being asked says what it needs.
    await screen.say(words("file-not-needed"))


def _unfit(document: Document, words: Words) -> str | None:
    """Why the file is not even fetched."""
    ending = PurePath(document.file_name or "").suffix.lower()
    if ending and ending not in SURVEY_ENDINGS:
        return words("file-kind-unknown")
    if (document.file_size or 0) > FILE_BYTES_MAX:
        return _too_large(document.file_size or 0, words)
    return None


def _too_large(size: int, words: Words) -> str:
    return words("file-too-large", megabytes=round(size / 1e6, 1), limit=FILE_BYTES_MAX // 1000)


class _Unread:
    """The file could not be read at all; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


async def _content_of(document: Document, bot: Bot, words: Words) -> bytes | _Unread:
    try:
        file = await bot.download(document, timeout=DOWNLOAD_SECONDS_MAX)
    except (TelegramAPIError, aiohttp.ClientError, TimeoutError) as fault:
        log.info("file.not_fetched", fault=type(fault).__name__)
        return _Unread(words("file-not-fetched"))
    content = file.read() if file is not None else b""
    if len(content) > FILE_BYTES_MAX:
        return _Unread(_too_large(len(content), words))
    return content
