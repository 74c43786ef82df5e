"""The bare bot as a process: `python -m benchmarks.bare_bot API_URL DATABASE_URL`."""

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from benchmarks.bare import bare_dispatcher, bare_engine, make_table
from benchmarks.scene import TOKEN


async def run(api_url: str, database_url: str) -> None:
    """aiogram's own polling, with its own settings: a task for every update."""
    engine = bare_engine(database_url)
    await make_table(engine)
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    bot = Bot(TOKEN, session=session)
    await bare_dispatcher(engine).start_polling(bot)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2]))
