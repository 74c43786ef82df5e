"""A running sandbox, the client that drives its people, and aiogram's Bot pointed at it."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import Sandbox, running_sandbox
from sandbox.client import Person, SandboxClient


def bot_of(sandbox: Sandbox) -> Bot:
    """aiogram's own Bot, talking to the sandbox."""
    api = TelegramAPIServer.from_base(sandbox.base_url)
    return Bot(sandbox.token, session=AiohttpSession(api=api))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(sandbox.base_url) as connected:
        yield connected


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = bot_of(sandbox)
    yield bot
    await bot.session.close()


@pytest.fixture
async def vera(client: SandboxClient) -> Person:
    """Somebody who has already started the bot."""
    person = await client.person(first_name="Вера", language_code="ru")
    await person.starts()
    return person
