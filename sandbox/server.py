"""Puts the sandbox together and runs it, in a process of its own or inside a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiogram.types import User
from aiohttp import web

from sandbox.bot_api import BotApi
from sandbox.control_api import ControlApi
from sandbox.limits import (
    CALLBACK_ANSWER_SECONDS,
    CALLBACK_UPDATE_SECONDS,
    UPDATE_SECONDS,
    UPLOAD_BYTES_MAX,
)
from sandbox.people_api import PeopleApi, refusals_as_json
from sandbox.updates import UpdateQueue
from sandbox.world import World

TOKEN = "4242:sandbox-token"  # noqa: S105 - a toy key for a toy lock
PAGE = Path(__file__).parent / "page"
SHUTDOWN_SECONDS = 0.2
FORM_BYTES_EXTRA = 1024 * 1024  # What a form may add around the largest file.


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one sandbox is set up."""

    host: str = "127.0.0.1"
    port: int = 8081
    token: str = TOKEN
    username: str = "tenkeys_sandbox_bot"
    bot_name: str = "Tenkeys"
    callback_window: float = CALLBACK_ANSWER_SECONDS
    update_seconds: float = UPDATE_SECONDS
    callback_seconds: float = CALLBACK_UPDATE_SECONDS


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A running sandbox: where it listens, the bot's token, and its memory."""

    base_url: str
    token: str
    world: World


def build_world(settings: Settings) -> World:
    """An empty world with its bot."""
    bot = User(
        id=int(settings.token.partition(":")[0]),
        is_bot=True,
        first_name=settings.bot_name,
        username=settings.username,
        can_join_groups=True,
        can_read_all_group_messages=True,
        supports_inline_queries=False,
    )
    updates = UpdateQueue(
        update_seconds=settings.update_seconds, callback_seconds=settings.callback_seconds
    )
    return World(bot=bot, updates=updates, callback_window=settings.callback_window)


def build_app(world: World, token: str) -> web.Application:
    """All routes over one world."""
    app = web.Application(
        client_max_size=UPLOAD_BYTES_MAX + FORM_BYTES_EXTRA, middlewares=[refusals_as_json]
    )
    BotApi(world, token).add_routes(app)
    PeopleApi(world).add_routes(app)
    ControlApi(world).add_routes(app)
    app.router.add_get("/", _index)
    app.router.add_static("/page", PAGE)
    return app


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


@asynccontextmanager
async def running_sandbox(
    port: int = 0,
    *,
    host: str = "127.0.0.1",
    token: str = TOKEN,
    callback_window: float = CALLBACK_ANSWER_SECONDS,
    update_seconds: float = UPDATE_SECONDS,
    callback_seconds: float = CALLBACK_UPDATE_SECONDS,
) -> AsyncIterator[Sandbox]:
    """Run a sandbox inside this process; port 0 takes any free one."""
    settings = Settings(
        host=host,
        port=port,
        token=token,
        callback_window=callback_window,
        update_seconds=update_seconds,
        callback_seconds=callback_seconds,
    )
    async with serving(settings) as sandbox:
        yield sandbox


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[Sandbox]:
    """Serve until the caller is done."""
    world = build_world(settings)
    runner = web.AppRunner(
        build_app(world, settings.token), access_log=None, shutdown_timeout=SHUTDOWN_SECONDS
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port, backlog=1024)
        await site.start()
        port = runner.addresses[0][1]
        yield Sandbox(f"http://{settings.host}:{port}", settings.token, world)
    finally:
        await runner.cleanup()
