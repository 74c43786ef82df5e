"""Telegram without a network: every call is accepted at once and counted by its method."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Chat, Message

_ANSWER = Message(
    message_id=1, date=datetime(2026, 1, 1, tzinfo=UTC), chat=Chat(id=1, type="private"), text="."
)


class NullSession(BaseSession):
    """The same for both bots, so that what is measured is theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: Counter[str] = Counter()
        self._wanted = ("", 0)
        self._enough = asyncio.Event()

    async def heard(self, method: str, count: int) -> None:
        """Wait until so many calls of the method have come."""
        self._wanted = (method, count)
        if self.calls[method] < count:
            await self._enough.wait()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own name
    ) -> Any:
        name = method.__api_method__
        self.calls[name] += 1
        if name == self._wanted[0] and self.calls[name] >= self._wanted[1]:
            self._enough.set()
        return _ANSWER if isinstance(method, SendMessage | EditMessageText) else True

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - aiogram's own name
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""
