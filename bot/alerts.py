"""Chores of field work: digests go to managers, and what is urgent before them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError

from bot.screen import Screen
from bot.views.alerts import digest_view, urgent_view
from bot.words import Words
from use_cases.fieldwork.alerting import CollectAlerts
from use_cases.fieldwork.urgent import UrgentAlerts, UrgentNotice
from use_cases.records import Person

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TellAlerts:
    """Collects and sends; whoever cannot be reached keeps nobody else waiting."""

    bot: Bot
    collect: CollectAlerts

    async def __call__(self) -> None:
        for digest in await self.collect():
            view = digest_view(digest, Words(digest.reader.language))
            try:
                await Screen(self.bot, digest.reader.telegram_id).say(view)
            except TelegramAPIError as fault:
                log.info("alerts.not_told", fault=type(fault).__name__)


RETRIED_FOR = timedelta(hours=1)
"""So long somebody who could not be told of danger is tried again, where another one has heard."""


@dataclass(frozen=True, slots=True)
class TellUrgent:
    """One message an alert to everybody; whom Telegram kept from it the next round tries again.

    Who has heard is kept in memory: after a crash somebody may hear twice, and nobody never.
    """

    bot: Bot
    urgent: UrgentAlerts
    heard: dict[int, dict[int, datetime]] = field(default_factory=dict)

    async def __call__(self) -> None:
        notices = await self.urgent()
        for notice in notices:
            heard, now = self.heard.setdefault(notice.alert.id, {}), self.urgent.clock.now()
            for reader in notice.readers:
                if reader.id not in heard and await self._tell(notice, reader):
                    heard[reader.id] = now
            all_heard = all(reader.id in heard for reader in notice.readers)
            if all_heard or (heard and now - min(heard.values()) >= RETRIED_FOR):
                await self.urgent.told(notice.alert)
                del self.heard[notice.alert.id]
        for gone in self.heard.keys() - {notice.alert.id for notice in notices}:
            del self.heard[gone]

    async def _tell(self, notice: UrgentNotice, reader: Person) -> bool:
        """False if it is worth another try."""
        view = urgent_view(notice, Words(reader.language))
        try:
            await Screen(self.bot, reader.telegram_id).say(view)
        except (TelegramForbiddenError, TelegramBadRequest):
            return True  # They have closed the bot: no round will reach them.
        except TelegramAPIError as fault:
            log.warning("alerts.urgent_not_told", fault=type(fault).__name__)
            return False
        return True
