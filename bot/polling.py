"""Fetching updates: each is stored before the next fetch tells Telegram that it arrived."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.turn import lane_of
from use_cases.ports import Clock, OpenWork

log = structlog.get_logger()

POLL_SECONDS = 25
UPDATES_PER_POLL = 100
BACKOFF_SECONDS_MAX = 15.0
WANTED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]

CONFLICT = (
    "another program fetches updates with the same BOT_TOKEN, and only one can: stop it, "
    "or give this one a token of its own"
)


class RawUpdates(TelegramMethod[list[Any]]):
    """getUpdates as Telegram sent it: the inbox keeps what came, not what we made of it."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = UPDATES_PER_POLL
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = WANTED_UPDATES


class Poller:
    """Fetches updates and stores them; the next fetch, which confirms them, comes after that."""

    def __init__(self, bot: Bot, open_work: OpenWork, clock: Clock, wake: asyncio.Event) -> None:
        self.bot, self.open_work, self.clock, self.wake = bot, open_work, clock, wake
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled; raises Telegram's refusal of a token that is no good."""
        backoff = 1.0
        while True:
            try:
                await self._fetch()
                backoff = 1.0
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise
            except TelegramRetryAfter as wait:
                await asyncio.sleep(wait.retry_after)
            except TelegramConflictError:
                log.error("poll.conflict", hint=CONFLICT)
                await asyncio.sleep(BACKOFF_SECONDS_MAX)
            except Exception as fault:  # Telegram or the database away, an answer that is no JSON.
                log.warning("poll.again", fault=type(fault).__name__, seconds=backoff)
                await asyncio.sleep(backoff)
                backoff = min(backoff * 2, BACKOFF_SECONDS_MAX)

    async def _fetch(self) -> None:
        """One long poll, stored.

        An empty answer has confirmed everything, so the next one names no number: after a quiet
        week Telegram begins to count anew, perhaps from a lower one.
        """
        fetch = RawUpdates(offset=self._offset)
        found = await self.bot(fetch, request_timeout=POLL_SECONDS + 10)
        updates = [update for update in found if _is_numbered(update)]
        if len(updates) < len(found):
            log.error("poll.unreadable", updates=len(found) - len(updates))
        if updates:
            await self._store(updates)
        self._offset = max((each["update_id"] for each in updates), default=-1) + 1 or None

    async def _store(self, updates: list[dict[str, Any]]) -> None:
        async with self.open_work() as work:
            rows = [(update["update_id"], lane_of(update), update) for update in updates]
            await work.inbox.put(rows, at=self.clock.now())
            await work.commit()
        self.wake.set()


def _is_numbered(update: object) -> bool:
    """Whether it can be kept at all; whether it makes sense is seen in its turn."""
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)
