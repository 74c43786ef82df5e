"""Replies wait for Telegram: 429 is obeyed, passing faults are tried again."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response

log = structlog.get_logger()

TRIES_MAX = 6
WAIT_SECONDS_MAX = 120.0
PAUSES_SECONDS = (0.3, 1.0, 3.0, 5.0, 10.0)  # Before each new try after a passing fault.


class Patience(BaseRequestMiddleware):
    """For replies to people, where a second copy harms less than none; never for campaigns."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: TelegramMethod[Any],
    ) -> Response[Any]:
        for attempt in range(TRIES_MAX - 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as wait:
                if wait.retry_after > WAIT_SECONDS_MAX:
                    raise
                pause = float(wait.retry_after)
            except (TelegramServerError, TelegramNetworkError, ClientDecodeError):
                pause = PAUSES_SECONDS[attempt]
            log.info("telegram.again", method=method.__api_method__, seconds=pause)
            await asyncio.sleep(pause)
        return await make_request(bot, method)
