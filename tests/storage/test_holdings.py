"""One list says where a person's data lie: everything in it is shown to them and goes with them."""

from datetime import date
from itertools import chain
from typing import Any

import sqlalchemy as sa

from rewards.transfers import HOUSE, Transfer, account_of
from storage.columns import EpochMicros, UtcDateTime
from storage.database import Database
from storage.holdings import HOLDINGS, Fate
from storage.tables import metadata
from tests.fakes import NOON
from tests.makers import a_survey
from tests.storage.test_erasure import TELEGRAM_ID, WORDS, a_life
from use_cases.ports import OpenWork

LISTED = {holding.table.name: holding for holding in HOLDINGS}
HANGS_ON = {"responses", "accounts"}  # Whose rows are about their person, too.
NAMES_OF_PEOPLE = ("person", "people_id", "telegram", "lane", "chat_id", "author", "owner", "_by")
VERA, OLEH = 11, 12  # The house's own account has number 1.
NO_PERSON = {("posts", "chat_id")}  # Group chats of the house.


def naming_columns() -> set[tuple[str, str]]:
    """Every column that may name a person: by a key to people or to their rows, or by its name."""
    found = set()
    for column in chain.from_iterable(table.c for table in metadata.tables.values()):
        keys = {key.column.table.name for key in column.foreign_keys}
        named = any(part in column.name for part in NAMES_OF_PEOPLE)
        if keys & {"people", *HANGS_ON} or named:
            found.add((column.table.name, column.name))
    return found - NO_PERSON


def test_no_table_that_names_a_person_is_left_out() -> None:
    """A new table with somebody's id belongs into the list, or nobody would show or erase it."""
    assert {table for table, _ in naming_columns()} - set(LISTED) == set()


def test_the_keys_do_what_the_list_says() -> None:
    """A row that goes has a key that takes it along; one that stays has a key that forgets."""
    for holding in HOLDINGS:
        keys = [key for key in holding.table.foreign_keys if key.column.table.name == "people"]
        fates = {str(key.ondelete) for key in keys}
        wanted = "CASCADE" if holding.fate is Fate.GOES else "SET NULL"
        assert fates <= {wanted}, holding.table.name


async def test_whatever_lies_anywhere_is_shown_and_goes(database: Database) -> None:
    """A row of the person's in every table: each is shown to them, and none after they left."""
    async with database.engine.begin() as connection:
        for table in metadata.sorted_tables:
            for number in (VERA, OLEH):
                await connection.execute(table.insert().values(a_row(table, number)))

    async with database.open_work() as work:
        assert set(await work.people.held(VERA)) == set(LISTED)
        beside = await work.people.held(OLEH)
        await work.people.erase(VERA)
        await work.commit()
    async with database.open_work() as work:
        assert await work.people.held(VERA) == {}
        assert await work.people.held(OLEH) == beside


def a_row(table: sa.Table, number: int) -> dict[str, Any]:
    """Something in every column; keys lead to the row of that number, so it is that person's."""
    row = {column.name: a_value(column, number) for column in table.c}
    match table.name:
        case "inbox":
            row |= {"lane": 1_000 + number, "state": "done"}
        case "people":
            row |= {"telegram_id": 1_000 + number}
        case "transfers":
            row |= {"source_id": number, "target_id": VERA + OLEH - number, "id": number}
        case "alerts":
            row |= {"key": f"urgent:response:{number}:yard"}
        case "segments":
            row |= {"merged_into": None}
        case "surveys":
            row |= {"definition": a_survey()}
    return row


def a_value(column: sa.Column[Any], number: int) -> Any:
    kind = column.type
    if column.foreign_keys or (column.primary_key and isinstance(kind, sa.Integer)):
        return number
    if isinstance(kind, UtcDateTime | EpochMicros):
        return NOON
    if isinstance(kind, sa.JSON):
        return {}
    if isinstance(kind, sa.Boolean):
        return False
    if isinstance(kind, sa.Date):
        return date(2026, 5, 1)
    if isinstance(kind, sa.Integer | sa.Float):
        return number
    return f"{column.name[:8]} {number}"


async def test_a_person_sees_what_they_did_and_got(open_work: OpenWork) -> None:
    """Answers, points, places, letters and acts, each with what it means; of nobody else."""
    async with open_work() as work:
        vera = await a_life(work)
        oleh = await work.people.add(5, language="uk", at=NOON)
        gift = Transfer(source=account_of(vera.id), target=HOUSE, points=20, reference="perk:1")
        await work.points.post(gift, reason="perk", at=NOON)
        await work.commit()

    async with open_work() as work:
        held = await work.people.held(vera.id)
        assert set(await work.people.held(oleh.id)) == {"people"}
    assert held["people"][0]["telegram_id"] == TELEGRAM_ID
    assert [row["survey"] for row in held["responses"]] == ["yard"]
    assert [(row["question_key"], row["value"]) for row in held["answers"]] == [("yard", WORDS)]
    assert [(row["number"], row["confidence"]) for row in held["memberships"]] == [(1, 0.9)]
    assert [row["points"] for row in held["transfers"]] == [50, -20]
    assert held["accounts"][0]["balance"] == 30
    assert [row["template"] for row in held["deliveries"]] == ["Здравствуйте!"]
    assert [row["act"] for row in held["audit"]] == ["campaign.launch"]
    assert [row["key"] for row in held["surveys"]] == ["yard"]
    assert held["drafts"][0]["document"]["survey"] == "fountain"
    assert "boxes" not in held


async def test_nobody_is_held_after_the_shell_made_a_file_and_they_left(
    open_work: OpenWork,
) -> None:
    """The note of a file made for them goes, too: it has their number."""
    async with open_work() as work:
        vera = await a_life(work)
        await work.audit.note(None, "mydata.by_operator", at=NOON, detail=f"person:{vera.id}")
        assert len((await work.people.held(vera.id))["audit"]) == 2
        await work.people.erase(vera.id)
        await work.commit()
    async with open_work() as work:
        assert await work.people.held(vera.id) == {}
        assert list(await work.audit.recent(10)) == []
