"""`make run`: the bot on Telegram where a token is set, else in the sandbox with a chat page."""

import asyncio
import os
import socket
import sys
from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.opening import open_database
from rehearsal.manager import name_manager
from rehearsal.performance import telling_why
from rehearsal.processes import Running, Stage, on_stage
from sandbox.client import Person, SandboxClient
from use_cases.records import Role

PORT = 8081
PORTS_TRIED = 20
DATA = Path("tenkeys-data")
RESIDENT, MANAGER, ADMIN = 1001, 1002, 1003
"""Telegram ids of the three; they stay from start to start, so that the database knows them."""

NAMES = {
    "ru": {RESIDENT: "Вера", MANAGER: "Ольга", ADMIN: "Тарас"},
    "uk": {RESIDENT: "Віра", MANAGER: "Ольга", ADMIN: "Тарас"},
    "en": {RESIDENT: "Vera", MANAGER: "Olga", ADMIN: "Taras"},
}
NOTES = {
    "ru": {RESIDENT: "жительница", MANAGER: "управляющая", ADMIN: "администратор"},
    "uk": {RESIDENT: "мешканка", MANAGER: "управителька", ADMIN: "адміністратор"},
    "en": {RESIDENT: "resident", MANAGER: "manager", ADMIN: "admin"},
}
ENTRIES_AT_ONCE = 1_000
WATCH_SECONDS = 1.0


class TokenOnly(BaseSettings):
    """Whether there is a token at all; everything else is the bot's own affair."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    bot_token: SecretStr | None = None


def has_token() -> bool:
    """A token is in the environment or in .env."""
    return TokenOnly().bot_token is not None


def become_bot() -> None:
    """Turn this very process into `python -m bot`."""
    os.execv(sys.executable, [sys.executable, "-m", "bot"])  # noqa: S606 - our own interpreter


def free_port(first: int = PORT) -> int:
    """The port, or the next one that nobody uses."""
    for port in range(first, first + PORTS_TRIED):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    return 0  # Any.


async def live(language: str, data: Path = DATA) -> None:
    """The sandbox, the bot and three people, until cancelled."""
    print("Starting the sandbox and the bot: some ten seconds ...", flush=True)
    await asyncio.to_thread(data.mkdir, parents=True, exist_ok=True)
    folder = await asyncio.to_thread(data.resolve)
    url = f"sqlite:///{folder}/sandbox.db"
    known = await _prepare(url)
    async with on_stage(folder, port=free_port()) as stage, SandboxClient(stage.url) as client:
        people = await client.people(
            {"id": each, "first_name": name, "note": NOTES[language][each],
             "language_code": language}
            for each, name in NAMES[language].items()
        )  # fmt: skip
        async with (
            stage.bot(url, admin_ids=[ADMIN], cwd=await asyncio.to_thread(Path.cwd)) as bot,
            telling_why(stage),
        ):
            _, manager, admin = people
            if not known:
                await name_manager(admin, manager)
            print(_welcome(stage, people, language, folder), flush=True)
            await _watch(bot)


async def _prepare(url: str) -> bool:
    """Make the database; whether the manager is one already."""
    async with open_database(url) as database, database.open_work() as work:
        manager = await work.people.by_telegram_id(MANAGER)
        return manager is not None and manager.role is not Role.RESIDENT


def page_address(url: str, people: list[Person], language: str) -> str:
    """The chat page with these people side by side."""
    return f"{url}/?people={','.join(str(person.id) for person in people)}&lang={language}"


def _welcome(stage: Stage, people: list[Person], language: str, folder: Path) -> str:
    return "\n".join(
        [
            "No BOT_TOKEN is set, so the bot runs in the sandbox. Chat with it here:",
            "",
            f"  {page_address(stage.url, people, language)}",
            "",
            "A resident, a manager and an admin stand side by side. As the manager, send the file",
            "examples/house_needs.yaml and publish it; then answer it as the resident.",
            f"Answers and logs are kept in {folder}; Ctrl-C ends everything.",
        ]
    )


async def _watch(bot: Running) -> None:
    """Until cancelled, or until the bot has ended by itself."""
    while True:
        bot.check()
        await asyncio.sleep(WATCH_SECONDS)
