"""A file that somebody sent, fetched from Telegram."""

import aiohttp
import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Document

from bot.words import Words

log = structlog.get_logger()

DOWNLOAD_SECONDS_MAX = 30


class Unread:
    """The file could not be read at all; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


async def content_of(
    document: Document | str, bot: Bot, words: Words, *, limit: int
) -> bytes | Unread:
    """The bytes of a document, or of the file of that id."""
    try:
        file = await bot.download(document, timeout=DOWNLOAD_SECONDS_MAX)
    except (TelegramAPIError, aiohttp.ClientError, TimeoutError) as fault:
        log.info("file.not_fetched", fault=type(fault).__name__)
        return Unread(words("file-not-fetched"))
    content = file.read() if file is not None else b""
    if len(content) > limit:
        return Unread(too_large(len(content), words, limit=limit))
    return content


def too_large(size: int, words: Words, *, limit: int) -> str:
    """That the file is too large to be what it should be."""
    return words("file-too-large", megabytes=round(size / 1e6, 1), limit=limit // 1000)
