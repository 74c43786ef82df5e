"""What the database itself promises: its URLs, its moments, its patience."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from rewards.transfers import HOUSE, Transfer, account_of
from storage.columns import UtcDateTime
from storage.database import Database, UnknownDatabase, database_url
from storage.transaction import NothingCommitted
from surveys.answers import Written
from surveys.questions import QuestionKey
from tests.fakes import NOON
from tests.makers import a_resident, a_walk, an_open_survey

YARD = QuestionKey("yard")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("sqlite+aiosqlite:////var/x.db", "sqlite+aiosqlite:////var/x.db"),
        ("postgres://u:p@h:5433/d", "postgresql+asyncpg://u:p@h:5433/d"),
        ("postgresql://u@h/d?sslmode=require", "postgresql+asyncpg://u@h/d?ssl=require"),
        ("postgresql+asyncpg://u@h/d", "postgresql+asyncpg://u@h/d"),
    ],
)
def test_urls_are_taken_as_people_write_them(written: str, meant: str) -> None:
    """The driver is ours to know."""
    assert meant == database_url(written).render_as_string(hide_password=False)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("tenkeys.db", "not a database URL"),
        ("mysql://u:secret@h/d", "only sqlite and postgresql"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
    ],
)
def test_other_urls_are_refused_in_a_sentence(url: str, why: str) -> None:
    """Without repeating the password."""
    with pytest.raises(UnknownDatabase, match=why) as refused:
        Database(url)
    assert "secret" not in str(refused.value)


async def test_moments_keep_their_instant(database: Database) -> None:
    """Written in any zone, read in UTC, to the microsecond; a moment without a zone is refused."""
    moment = datetime(2026, 3, 29, 3, 30, 0, 123456, tzinfo=timezone(timedelta(hours=14)))
    async with database.open_work() as work:
        met = await work.people.add(1, language="ru", at=moment)
        found = await work.people.get(met.id)
        assert found is not None
        assert (moment, UTC) == (found.created_at, found.created_at.tzinfo)

    naive = moment.replace(tzinfo=None)
    async with database.open_work() as work:
        with pytest.raises(sa.exc.StatementError, match="needs its zone"):
            await work.people.add(2, language="ru", at=naive)


def test_no_moment_is_no_moment() -> None:
    """None stays None in both directions."""
    column, dialect = UtcDateTime(), sa.create_engine("sqlite://").dialect
    assert column.process_bind_param(None, dialect) is None
    assert column.process_result_value(None, dialect) is None


async def test_half_a_deed_is_never_committed(database: Database) -> None:
    """After a failed statement commit refuses, on both databases; rolling back makes it good."""
    async with database.open_work() as work:
        await a_resident(work)
        with pytest.raises(sa.exc.IntegrityError):
            await work.audit.note(999, "ghost", at=NOON)
        with pytest.raises(NothingCommitted):
            await work.commit()
        await work.rollback()
        await a_resident(work)
        await work.commit()
        assert await work.people.count() == 1


async def test_the_ledger_adds_up_in_plain_sql(database: Database) -> None:
    """Whoever looks with a tool of their own finds a sum of zero as well."""
    async with database.open_work() as work:
        person = await a_resident(work)
        for number in range(3):
            award = Transfer(
                source=HOUSE, target=account_of(person.id), points=7, reference=str(number)
            )
            await work.points.post(award, reason="survey", at=NOON)
        await work.commit()
    async with database.engine.connect() as connection:
        rows = await connection.execute(sa.text("SELECT name, balance FROM accounts"))
        assert {"house": -21, f"person:{person.id}": 21} == {row.name: row.balance for row in rows}


async def test_another_process_is_waited_for(sqlite_url: str) -> None:
    """While somebody else writes to the file the loop goes on, and the writer waits its turn."""
    other = sqlite3.connect(str(database_url(sqlite_url).database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database = Database(sqlite_url)

    async def write() -> None:
        async with database.open_work() as work:
            await a_resident(work)
            await work.commit()

    writing = asyncio.create_task(write())
    beats = 0
    for _ in range(20):
        await asyncio.sleep(0.005)
        beats += 1
    assert (beats, writing.done()) == (20, False)
    other.execute("COMMIT")
    other.close()
    await asyncio.wait_for(writing, timeout=120)
    async with database.open_work() as work:
        assert await work.people.count() == 1
    await database.close()


async def test_a_lost_connection_is_replaced(postgres_url: str) -> None:
    """A server that was restarted between two units of work goes unnoticed."""
    database = Database(postgres_url)
    async with database.open_work() as work:
        await a_resident(work)
        await work.commit()
    async with database.engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None
    killer = Database(postgres_url)
    async with killer.engine.connect() as connection:
        await connection.execute(
            sa.text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    await killer.close()
    async with asyncio.timeout(120):
        while not driver.is_closed():  # noqa: ASYNC110 - the news may be on its way for a while
            await asyncio.sleep(0.01)
    async with database.open_work() as work:
        await a_resident(work)
        await work.commit()
        assert await work.people.count() == 2
    await database.close()


async def test_an_answer_costs_six_statements(database: Database) -> None:
    """Who, where they stand, the survey, the walk, the answer, the inbox: every tap pays for it."""
    async with database.open_work() as work:
        person = await a_resident(work)
        await a_walk(work, await an_open_survey(work, person), person)
        await work.inbox.put([(1, person.telegram_id, {})], at=NOON)
        (entry,) = await work.inbox.waiting(1)
        await work.commit()
    statements: list[str] = []
    sa.event.listen(
        database.engine.sync_engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: statements.append(statement),
    )
    async with database.open_work() as work:
        known = await work.people.by_telegram_id(person.telegram_id)
        assert known is not None
        walk = await work.responses.unfinished(known.id)
        assert walk is not None
        await work.surveys.get(walk.survey_id)
        answered = replace(walk, response=replace(walk.response, answers={YARD: Written("!")}))
        await work.responses.save(answered, changed=[YARD], at=NOON)
        await work.inbox.apply(entry.id)
        await work.commit()

    assert len(statements) == 6


async def test_the_engine_itself_can_be_used(database: Database) -> None:
    """Tools that go past the stores execute one statement or many."""
    insert = sa.text("INSERT INTO house (name, value) VALUES (:name, :value)")
    async with database.engine.connect() as connection:
        await connection.execute(insert, [{"name": name, "value": "1"} for name in "abc"])
        await connection.execute(insert, {"name": "d", "value": "1"})
    async with database.open_work() as work:
        assert await work.house.get("d") == await work.house.get("a") == "1"
