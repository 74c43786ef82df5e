"""`python -m benchmarks.rules [--people N] [--database URL]`: counting a rule, held against SQL
that somebody would write by hand for the same tables. Both statements are run in turn on the same
connection, the best of some runs each; both must count the same people.

The people are drawn in SQL from their numbers: everybody has a home, an age, an answer, half of
them a tag, three in ten events.
"""

import argparse
import asyncio
import os
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.__main__ import Databases
from segmentation.rules.parsing import parse
from segmentation.rules.windows import Now
from storage.columns import micros
from storage.database import Database
from storage.rules.asked import Asked
from storage.rules.compiling import condition
from storage.tables import people

RUNS = 3
BATCH = 50_000
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
MONTH = micros(NOW - timedelta(days=30))
SEP = "\x1f"

RULES: tuple[tuple[str, str], ...] = (
    (
        'building = "12a" and age >= 35',
        """SELECT count(*) FROM people p
           JOIN facts b ON b.person_id = p.id AND b.name = 'building' AND b.until IS NULL
           JOIN facts a ON a.person_id = p.id AND a.name = 'birthday' AND a.until IS NULL
           WHERE p.consented_at IS NOT NULL AND b.folded = '12a' AND a.day <= '1991-06-01'""",
    ),
    (
        'answer("winter", "heat") >= 4 and not (tags has "vip")',
        f"""SELECT count(*) FROM people p
            JOIN facts w ON w.person_id = p.id AND w.name = 'answer{SEP}winter{SEP}heat'
             AND w.until IS NULL AND w.number >= 4
            WHERE p.consented_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM labels t
             WHERE t.person_id = p.id AND t.name = 'tags' AND t.folded = 'vip')""",
    ),
    (
        'did("visit", within 30 days)',
        f"""SELECT count(DISTINCT e.person_id) FROM events e JOIN people p ON p.id = e.person_id
            WHERE p.consented_at IS NOT NULL AND e.kind = 'visit'
             AND e.at BETWEEN {MONTH} AND {micros(NOW)}""",
    ),
    (
        'count("visit") >= 2 or building = "7"',
        """SELECT count(*) FROM people p WHERE p.consented_at IS NOT NULL AND (
             p.id IN (SELECT person_id FROM events WHERE kind = 'visit'
                      GROUP BY person_id HAVING count(*) >= 2)
             OR p.id IN (SELECT person_id FROM facts
                         WHERE name = 'building' AND until IS NULL AND folded = '7'))""",
    ),
    (
        'never("visit") and language = "ru"',
        """SELECT count(*) FROM people p WHERE p.consented_at IS NOT NULL AND p.language = 'ru'
             AND NOT EXISTS (SELECT 1 FROM events e WHERE e.person_id = p.id
                             AND e.kind = 'visit')""",
    ),
    (
        'total("payment", within 30 days) > 50000',
        f"""SELECT count(*) FROM (SELECT e.person_id FROM events e
             JOIN people p ON p.id = e.person_id
             WHERE p.consented_at IS NOT NULL AND e.kind = 'payment'
              AND e.at BETWEEN {MONTH} AND {micros(NOW)}
             GROUP BY e.person_id HAVING sum(e.amount) > 50000) x""",
    ),
    (
        'in("vips") and not (building is empty)',
        """SELECT count(*) FROM stays s JOIN rules r ON r.id = s.rule_id
             JOIN people p ON p.id = s.person_id
            WHERE r.key = 'vips' AND s.until IS NULL AND p.consented_at IS NOT NULL
             AND EXISTS (SELECT 1 FROM facts b WHERE b.person_id = p.id
                         AND b.name = 'building' AND b.until IS NULL)""",
    ),
)


@dataclass
class Line:
    """One rule's times in milliseconds, and how many people it means."""

    rule: str
    ours: float
    by_hand: float
    people: int

    @property
    def ratio(self) -> float:
        return self.ours / self.by_hand


FILLING = (
    """INSERT INTO people (id, telegram_id, language, role, consented_at, created_at)
       SELECT n, n, CASE n % 3 WHEN 0 THEN 'ru' WHEN 1 THEN 'uk' ELSE 'en' END, 'resident',
        CASE WHEN n % 10 > 0 THEN {moment} END, {moment} FROM {numbers}""",
    """INSERT INTO facts (person_id, name, value, folded, since)
       SELECT n, 'building', {house}, {house}, {moment} FROM {numbers}""",
    """INSERT INTO facts (person_id, name, day, since)
       SELECT n, 'birthday', {year} || '-03-15', {moment} FROM {numbers}""",
    f"""INSERT INTO facts (person_id, name, number, since)
       SELECT n, 'answer{SEP}winter{SEP}heat', n % 7, {{moment}} FROM {{numbers}}""",
    """INSERT INTO labels (person_id, name, folded, label)
       SELECT n, 'tags', CASE WHEN n % 4 = 0 THEN 'vip' ELSE 'club' END, 'x' FROM {numbers}
       WHERE n % 2 = 0""",
    """INSERT INTO events (person_id, kind, at, amount, origin, external)
       SELECT n, 'visit', {now} - (n * 7919 % 31536000) * 1000000, NULL, 'v', {text}
       FROM {numbers} WHERE n % 10 < 3""",
    """INSERT INTO events (person_id, kind, at, amount, origin, external)
       SELECT n, 'visit', {now} - (n * 104729 % 31536000) * 1000000, NULL, 'w', {text}
       FROM {numbers} WHERE n % 20 < 3""",
    """INSERT INTO events (person_id, kind, at, amount, origin, external)
       SELECT n, 'payment', {now} - (n * 611953 % 31536000) * 1000000, n * 37 % 100000, 'p', {text}
       FROM {numbers} WHERE n % 10 < 3""",
    """INSERT INTO stays (rule_id, person_id, since)
       SELECT 1, n, {moment} FROM {numbers} WHERE n % 5 = 0""",
)


async def fill(database: Database, number: int) -> None:
    """So many people with everything that the rules ask about."""
    sqlite = database.url.get_backend_name() == "sqlite"
    async with database.open_work() as work:
        rule = {"key": "vips", "name": "vips", "text": "everyone", "dynamic": False}
        author = await work.people.add(2**40, language="ru", at=NOW)
        await work.rules.add(**rule, author_id=author.id, at=NOW)  # type: ignore[arg-type]
        await work.people.erase(author.id)
        await work.commit()
    parts = {
        "moment": "'2026-05-01 00:00:00.000000'" if sqlite else "timestamptz '2026-05-01 00:00Z'",
        "now": micros(NOW),
        "house": "CAST(n % 40 AS TEXT) || CASE WHEN n % 40 = 12 THEN 'a' ELSE '' END",
        "year": "CAST(1930 + n % 80 AS TEXT)",
        "text": "CAST(n AS TEXT)",
    }
    engine = database.engine
    async with engine.begin() as connection:
        for start in range(1, number + 1, BATCH):
            end = min(start + BATCH - 1, number)
            numbers = f"generate_series({start}::bigint, {end}::bigint) AS g(n)"
            if sqlite:
                numbers = (
                    f"(WITH RECURSIVE c(n) AS (SELECT {start} UNION ALL SELECT n + 1 FROM c"
                    f" WHERE n < {end}) SELECT n FROM c)"
                )
            for statement in FILLING:
                filled = statement.format(numbers=numbers, **parts)
                await connection.exec_driver_sql(filled)
    async with engine.connect() as connection:
        loose = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await loose.exec_driver_sql("ANALYZE" if sqlite else "VACUUM ANALYZE")


async def measure(database: Database) -> list[Line]:
    """The best of some runs, in turn."""
    lines = []
    async with database.engine.connect() as connection:
        dialect = connection.dialect.name
        for text, by_hand in RULES:
            meant = people.c.consented_at.is_not(None) & condition(
                parse(text), Asked(Now(NOW), dialect)
            )
            ours = sa.select(sa.func.count()).select_from(people).where(meant)
            times: dict[str, list[float]] = {"ours": [], "hand": []}
            found: dict[str, Any] = {}
            for _ in range(RUNS):
                for name, statement in (("ours", ours), ("hand", sa.text(by_hand))):
                    started = time.perf_counter()
                    found[name] = (await connection.execute(statement)).scalar_one()
                    times[name].append(1_000 * (time.perf_counter() - started))
            assert found["ours"] == found["hand"], (text, found)
            lines.append(Line(text, min(times["ours"]), min(times["hand"]), found["ours"]))
    return lines


async def run(url: str, number: int) -> list[Line]:
    database = Database(url)
    await database.migrate()
    await fill(database, number)
    lines = await measure(database)
    await database.close()
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.rules", description=__doc__)
    parser.add_argument("--database", help="a PostgreSQL server's URL; SQLite without it")
    parser.add_argument("--people", type=int, default=50_000)
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as directory,
        Databases(wanted.database, Path(directory)).fresh() as url,
    ):
        lines = asyncio.run(run(url, wanted.people))
    kind = "PostgreSQL" if wanted.database else "SQLite"
    print(f"{kind}, {wanted.people:,} people, load {os.getloadavg()[0]:.1f}\n")
    print(f"{'rule':<58}{'people':>9}{'ms':>9}{'by hand':>9}{'ratio':>7}")
    for line in lines:
        print(
            f"{line.rule:<58}{line.people:>9,}{line.ours:>9.1f}{line.by_hand:>9.1f}"
            f"{line.ratio:>7.2f}"
        )


if __name__ == "__main__":
    main()
