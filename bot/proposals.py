"""A chore: managers get a message of its own for each run that waits for their decision."""

from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.screen import Screen
from bot.views.proposals import proposal_view
from bot.words import Words
from use_cases.segments.telling import CollectProposals

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TellProposals:
    """Collects and sends; whoever cannot be reached finds the proposal under /segments."""

    bot: Bot
    collect: CollectProposals

    async def __call__(self) -> None:
        for notice in await self.collect():
            for reader in notice.readers:
                words = Words(reader.language)
                view = proposal_view(notice.view, notice.proposal, words, told=True)
                try:
                    await Screen(self.bot, reader.telegram_id).say(view)
                except TelegramAPIError as fault:
                    log.info("proposals.not_told", fault=type(fault).__name__)
