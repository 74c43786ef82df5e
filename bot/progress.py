"""A campaign's one progress message, edited now and then, and surely at the end."""

import asyncio
from collections.abc import Mapping

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.screen import Screen, View
from bot.views.campaign_progress import progress_view
from bot.words import FALLBACK, Words
from use_cases.ports import OpenWork
from use_cases.records import Campaign, CampaignState, DeliveryState, Person

log = structlog.get_logger()

EDIT_SECONDS_MIN = 3.0  # Between two edits of one message while the campaign is under way.


class TelegramProgress:
    """use_cases.broadcasting.progress.ProgressView in the chat of whoever launched the campaign."""

    def __init__(self, bot: Bot, open_work: OpenWork) -> None:
        self.bot, self.open_work = bot, open_work
        self._edited_at: dict[int, float] = {}

    async def show(self, campaign: Campaign, totals: Mapping[DeliveryState, int]) -> None:
        """Edit the message, unless it was edited a moment ago and there is more to come."""
        if campaign.progress_chat_id is None or campaign.progress_message_id is None:
            return
        now = asyncio.get_running_loop().time()
        under_way = campaign.state is CampaignState.SENDING
        if under_way and now - self._edited_at.get(campaign.id, float("-inf")) < EDIT_SECONDS_MIN:
            return
        self._edited_at[campaign.id] = now
        if not under_way:
            self._edited_at.pop(campaign.id)
        reader = await self._reader(campaign)
        words = Words(reader.language if reader is not None else FALLBACK)
        view = progress_view(campaign, totals, reader, words)
        try:
            await self._put(campaign, view, anew=not under_way)
        except TelegramAPIError as fault:
            log.info("progress.not_shown", campaign=campaign.id, fault=type(fault).__name__)

    async def _put(self, campaign: Campaign, view: View, *, anew: bool) -> None:
        """Edit the message; where it is gone, the end is told in a new one."""
        assert campaign.progress_chat_id is not None and campaign.progress_message_id is not None
        screen = Screen(self.bot, campaign.progress_chat_id)
        if not await screen.change(campaign.progress_message_id, view) and anew:
            await screen.say(view)

    async def _reader(self, campaign: Campaign) -> Person | None:
        async with self.open_work() as work:
            chat_id = campaign.progress_chat_id
            return await work.people.by_telegram_id(chat_id) if chat_id is not None else None
