"""A manager sends a file: a survey goes on the shelf or its faults are told, tables are tried."""

import asyncio
from pathlib import PurePath

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import Document, Message

from bot.files import Unread, content_of, too_large
from bot.handlers.authoring.desk import Typing
from bot.handlers.managing.importing import offer_subjects
from bot.handlers.managing.roster import offer_import
from bot.home_buttons import Homing
from bot.import_buttons import Bringing
from bot.roster_buttons import Rostering
from bot.screen import Screen
from bot.services import Services
from bot.views.shelf import card_view
from bot.views.survey_faults import faults_texts, warnings_texts
from bot.words import Words
from surveys.limits import FILE_BYTES_MAX
from surveys.xlsform.reader import examine_file
from use_cases.authoring.shelf import LookAtShelf, ShelveSurvey
from use_cases.conversations.walks import CurrentWalk
from use_cases.homes.roster_file import FILE_BYTES_MAX as ROSTER_BYTES_MAX
from use_cases.homes.roster_file import looks_like_roster
from use_cases.importing.sheet import looks_like_import
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

router = Router(name="files")

TABLE_ENDINGS = (".xlsx", ".xls", ".csv", ".tsv")
SURVEY_ENDINGS = (".yaml", ".yml", ".txt", *TABLE_ENDINGS)
GIVES_WAY = frozenset(
    {
        *(None, Bringing.file.state, Bringing.table.state, Rostering.file.state),
        *(Typing.words.state, Homing.listening.state),
    }
)
"""What waits for words and loses nothing when a table comes; a letter half-written would."""


@router.message(F.chat.type == ChatType.PRIVATE, F.document)
async def survey_file(
    message: Message,
    state: FSMContext,
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
    content = await content_of(document, screen.bot, words, limit=ROSTER_BYTES_MAX)
    if isinstance(content, Unread):
        await screen.say(content.sentence)
        return
    now = await state.get_state()
    asked = now == Bringing.file.state
    is_table = asked or await asyncio.to_thread(looks_like_import, content)
    is_roster = not is_table and await asyncio.to_thread(looks_like_roster, content)
    if (is_table or is_roster) and now not in GIVES_WAY:
        await screen.say(words("file-waits"))
        return
    if is_table:
        await offer_subjects(document, message.caption, state, screen, words)
        return
    if is_roster:
        await offer_import(document, content, state, work, person, screen, words, clock)
        return
    if len(content) > FILE_BYTES_MAX:
        await screen.say(too_large(len(content), words, limit=FILE_BYTES_MAX))
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
    size = document.file_size or 0
    limit = ROSTER_BYTES_MAX if ending in TABLE_ENDINGS else FILE_BYTES_MAX
    return too_large(size, words, limit=limit) if size > limit else None
