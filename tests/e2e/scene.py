"""Scenes set straight in the database: a published survey, people who have been there for long."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.server import TOKEN
from segmentation.grounds import Grounds
from storage.database import Database
from surveys.questions import Basis, Survey
from surveys.yaml.reader import read_survey
from use_cases.authoring.shelf import PublishSurvey, ShelveSurvey
from use_cases.broadcasting.broadcasts import DraftBroadcast, LaunchBroadcast
from use_cases.broadcasting.letters import Wording
from use_cases.records import Campaign, Person, Role, StoredMembership

MANAGER_ID = 90  # Below every id that the sandbox gives by itself.


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


CLOCK = SystemClock()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The story's database, migrated, beside the bot."""
    database = Database(url)
    try:
        await database.migrate()
        yield database
    finally:
        await database.close()


async def a_manager(database: Database) -> Person:
    """An admin who wrote long ago."""
    async with database.open_work() as work:
        added = await work.people.add(MANAGER_ID, language="en", at=CLOCK.now())
        manager = replace(added, role=Role.ADMIN, consented_at=CLOCK.now(), name="Olha")
        await work.people.save(manager)
        await work.commit()
    return manager


async def publish(database: Database, text: str) -> int:
    """Put the survey of this file on the shelf and open it; the version's id."""
    survey = read_survey(text)
    assert isinstance(survey, Survey), survey
    manager = await a_manager(database)
    async with database.open_work() as work:
        draft = await ShelveSurvey(work, CLOCK)(manager, survey)
        await PublishSurvey(work, CLOCK)(manager, draft.id)
    return draft.id


async def a_segment_of(database: Database, telegram_ids: Sequence[int]) -> int:
    """People who consented, all in one segment; its id."""
    async with database.open_work() as work:
        scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        run = await work.segments.add_run(scheme.id, {}, people=len(telegram_ids), at=CLOCK.now())
        (segment,) = await work.segments.set_segments(scheme.id, ["all"])
        places = []
        for telegram_id in telegram_ids:
            added = await work.people.add(telegram_id, language="en", at=CLOCK.now())
            await work.people.save(replace(added, consented_at=CLOCK.now(), name=f"P{telegram_id}"))
            places.append(
                StoredMembership(
                    person_id=added.id,
                    scheme_id=scheme.id,
                    segment_id=segment.id,
                    run_id=run.id,
                    confidence=1.0,
                    since=CLOCK.now(),
                )
            )
        await work.segments.place(places)
        await work.commit()
    return segment.id


async def launch(
    database: Database, segment_id: int, text: str, points: int, wording: Wording
) -> Campaign:
    """A manager's broadcast, launched."""
    manager = await a_manager(database)
    async with database.open_work() as work:
        drafted = await DraftBroadcast(work, CLOCK)(manager, segment_id, text, points)
        assert isinstance(drafted, Campaign), drafted
        launched = await LaunchBroadcast(work, CLOCK, wording)(manager, drafted.id)
    assert launched.now
    return launched.campaign


async def rows(database: Database, query: str) -> list[Any]:
    """What a plain SQL query finds."""
    async with database.engine.connect() as connection:
        return list(await connection.execute(sa.text(query)))


async def forget_updates(api_url: str) -> None:
    """Confirm whatever waits at the sandbox, as if the bot had handled it long ago."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    async with Bot(TOKEN, session=session) as bot:
        while updates := await bot.get_updates(timeout=0):
            await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0, limit=1)
