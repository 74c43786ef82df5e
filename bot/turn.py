"""One update's turn: its effect and the mark that it was handled are one commit, then the reply."""

import contextlib
from collections.abc import Mapping
from typing import Any, cast

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import Update

from bot.dialogues import Speaker, speaker
from bot.door import cleaned
from bot.screen import Screen, View
from bot.services import Services
from bot.views.consent import consent_view
from bot.views.faults import fault_view
from bot.views.questions import question_view
from bot.views.surveys import offers_view
from bot.words import Words, nearest_language
from use_cases.authoring.shelf import OpenSurveys
from use_cases.conversations.faults import ConsentMissing, NotYours
from use_cases.conversations.meeting import MarkUnreachable, Meet
from use_cases.conversations.short import OfferedShort
from use_cases.conversations.walks import CurrentWalk
from use_cases.ports import UnitOfWork
from use_cases.records import InboxEntry, Person
from use_cases.roles import AppointAdmins

log = structlog.get_logger()

SENDERS = ("message", "edited_message", "callback_query", "my_chat_member", "poll_answer")


PRIVATE = ChatType.PRIVATE.value


class ReplyNotShown(Exception):
    """The effect is committed, but the person may not have seen what it led to."""


class _Watched:
    """A unit of work that remembers whether it was committed."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self.committed = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    async def commit(self) -> None:
        await self._work.commit()
        self.committed = True


def sender_of(payload: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Telegram's user object behind a raw update, if it has one and it makes sense."""
    for kind in SENDERS:
        event = payload.get(kind)
        if isinstance(event, Mapping):
            found = event.get("from") or event.get("user")
            if isinstance(found, Mapping) and isinstance(found.get("id"), int):
                return found
    return None


def lane_of(payload: Mapping[str, Any]) -> int:
    """Whose update it is: all of one person's are handled in order."""
    sender = sender_of(payload)
    return int(sender["id"]) if sender else 0


def is_public(payload: Mapping[str, Any]) -> bool:
    """Whether it happened in a group or a channel, not in somebody's private chat."""
    event: Mapping[str, Any] = next((payload[kind] for kind in SENDERS if kind in payload), {})
    chat = event.get("chat") or (event.get("message") or {}).get("chat") or {}
    return bool(chat.get("type", PRIVATE) != PRIVATE)


class Turns:
    """Handles inbox entries, one at a time per person."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, services: Services) -> None:
        self.bot, self.dispatcher, self.services = bot, dispatcher, services

    async def take(self, entry: InboxEntry) -> None:
        """Handle one update.

        Raises ReplyNotShown if the effect stands but the reply failed; any other exception means
        that nothing was committed and the update can be tried again.
        """
        payload = cleaned(entry.payload or {})
        update = Update.model_validate(payload, context={"bot": self.bot})
        async with self.services.open_work() as opened:
            watched = _Watched(opened)
            work = cast(UnitOfWork, watched)
            if not await work.inbox.apply(entry.id):
                return  # Another process was quicker.
            sender = sender_of(payload)
            if sender is None or sender.get("is_bot"):
                await work.commit()
                return
            if is_public(payload):
                await work.commit()
                await self._in_public(update, sender)
                return
            try:
                await self._with_person(update, work, sender, entry)
            except Exception as fault:
                if not watched.committed:
                    raise
                raise ReplyNotShown(type(fault).__name__) from fault

    async def _with_person(
        self, update: Update, work: UnitOfWork, sender: Mapping[str, Any], entry: InboxEntry
    ) -> None:
        language = nearest_language(sender.get("language_code"))
        person = await Meet(work, self.services.clock)(int(sender["id"]), language=language)
        person = await self._appointed(work, person)
        screen = Screen(self.bot, person.telegram_id, update.callback_query, keep=work.commit)
        try:
            handled = await self._feed(update, work, person, screen)
            await work.commit()  # What no errand committed: a refused button, a wiped payload.
            await screen.tell(None if handled else Words(person.language)("fault-button-gone"))
        except TelegramForbiddenError:
            await MarkUnreachable(work, self.services.clock)(person)
        except Exception as fault:
            view = self._view_of(fault, person)
            if view is None:
                raise
            log.info("turn.fault", fault=type(fault).__name__, person=person.id)
            await work.rollback()
            await work.inbox.apply(entry.id)
            await work.commit()
            await screen.tell()
            await screen.say(view)

    def _view_of(self, fault: Exception, person: Person) -> View | None:
        """What is said of a fault; whoever has to consent first has the buttons at once."""
        words = Words(person.language)
        if person.consented_at is None and isinstance(fault, (ConsentMissing, NotYours)):
            return consent_view(words, self.services.house_name)
        return fault_view(fault, words)

    async def _in_public(self, update: Update, sender: Mapping[str, Any]) -> None:
        """In a group nobody is met or kept; a command there is told the way to the private chat."""
        words = Words(nearest_language(sender.get("language_code")))
        screen = Screen(self.bot, int(sender["id"]), update.callback_query)
        with contextlib.suppress(TelegramAPIError):
            await self.dispatcher.feed_update(
                self.bot, update, words=words, services=self.services, screen=screen
            )
            await screen.tell()

    async def _appointed(self, work: UnitOfWork, person: Person) -> Person:
        """Those in ADMIN_IDS are admins from their first word on."""
        if person.telegram_id not in self.services.admin_ids or person.role == "admin":
            return person
        appoint = AppointAdmins(work, self.services.clock)
        await appoint((person.telegram_id,))
        return await Meet(work, self.services.clock)(person.telegram_id, language=person.language)

    async def _feed(self, update: Update, work: UnitOfWork, person: Person, screen: Screen) -> bool:
        """Let a handler see it; False if there is none: a forged button, or one of long ago."""
        token = speaker.set(Speaker(work, person))
        try:
            result = await self.dispatcher.feed_update(
                self.bot,
                update,
                work=work,
                person=person,
                screen=screen,
                words=Words(person.language),
                services=self.services,
                clock=self.services.clock,
            )
        finally:
            speaker.reset(token)
        return result is not UNHANDLED

    async def apologise(self, entry: InboxEntry) -> None:
        """Tell somebody that their update could not be handled, and that it is our fault."""
        sender = sender_of(entry.payload or {})
        if sender is None or sender.get("is_bot"):
            return
        words = Words(nearest_language(sender.get("language_code")))
        await Screen(self.bot, int(sender["id"])).say(words("fault-ours"))

    async def catch_up(self, telegram_id: int) -> None:
        """Show somebody where they are, since the last reply may not have come.

        Raises what Telegram says if this one does not come either.
        """
        async with self.services.open_work() as work:
            person = await work.people.by_telegram_id(telegram_id)
            if person is None or person.unreachable_at is not None:
                return
            view = await self._whereabouts(work, person)
        try:
            await Screen(self.bot, telegram_id).say(view)
        except TelegramForbiddenError:
            async with self.services.open_work() as work:
                await MarkUnreachable(work, self.services.clock)(person)

    async def _whereabouts(self, work: UnitOfWork, person: Person) -> View:
        """The step that this person can take next."""
        words = Words(person.language)
        if person.consented_at is None:
            return consent_view(words, self.services.house_name)
        walk = await CurrentWalk(work)(person)
        if walk is not None:
            return question_view(walk, words)
        clock = self.services.clock
        short = await OfferedShort(work, clock)(person)
        offers = offers_view(await OpenSurveys(work, clock)(person), words, short)
        return View(f"{words('caught-up')}\n\n{offers.text}", offers.keyboard)
