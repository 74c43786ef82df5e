"""A bot that runs all the while, with one survey open, for stories of people who behave oddly."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sandbox.client import Person
from surveys.answers import Answer
from tests.e2e.processes import BotProgram, surely_killed
from tests.e2e.scene import MANAGER_ID, opened, publish

SURVEY = """
survey: odd
languages: [en, uk, ru]
title: {en: A short talk, uk: Коротка розмова, ru: Короткий разговор}
thanks: {en: Thank you kindly!, uk: Щиро дякуємо!, ru: Большое спасибо!}
points: 20
questions:
  - key: flat
    single: {en: Is the flat yours?, uk: Квартира ваша?, ru: Квартира ваша?}
    choices:
      own: {en: My own, uk: Власна, ru: Своя}
      rent: {en: Rented, uk: Орендована, ru: Съёмная}
  - key: years
    number: {en: How many years?, uk: Скільки років?, ru: Сколько лет?}
    from: 0
    to: 90
  - key: words
    open: {en: What else?, uk: Що ще?, ru: Что ещё?}
    collect: no
"""

AGREE = {"en": "I agree", "uk": "Згода", "ru": "Даю согласие"}


@contextmanager
def running_bot(directory: Path, sandbox_url: str) -> Iterator[str]:
    """The bot on an SQLite database; the database's URL."""
    url = f"sqlite:///{directory / 'tenkeys.db'}"
    bot = BotProgram(directory, sandbox_url, url, ADMIN_IDS=str(MANAGER_ID))
    asyncio.run(_publish(url, SURVEY))
    with surely_killed(bot):
        bot.starts()
        yield url
        assert "Traceback" not in bot.printed(), bot.printed()[-3000:]


async def _publish(url: str, survey: str) -> None:
    async with opened(url) as database:
        await publish(database, survey)


async def agrees(person: Person) -> None:
    """Start, agree, and stand at the first question."""
    await person.starts()
    await person.until(lambda message: bool(message.buttons))
    await person.taps(AGREE[person.language_code or "en"])
    await person.until("flat" if person.language_code == "en" else "Квартира")


async def answers_of(url: str, person: Person) -> dict[str, Answer]:
    """What the database holds of a person's walk."""
    async with opened(url) as database, database.open_work() as work:
        known = await work.people.by_telegram_id(person.id)
        assert known is not None, f"{person.name} is not known"
        stored = await work.responses.of_person("odd", known.id)
    given = stored.response.answers if stored else {}
    return {str(key): answer for key, answer in given.items()}
