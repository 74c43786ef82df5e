"""`tenkeys roster import FILE`: the roster from the shell, tried dry or written."""

import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.roster_sheet import why
from bot.words import FALLBACK, Words
from use_cases.homes.importing import WhichBuilding, plan_roster, write_plan
from use_cases.homes.planning import Fate, RosterPlan
from use_cases.homes.roster_file import RosterTable, UnreadableRoster, read_roster

BAD_STATUS = 2

app = typer.Typer(help="The roster of buildings and flats.")


class _Store(BaseSettings):
    """Where the roster is kept: the bot's own database."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")
    database_url: str = "sqlite:///tenkeys.db"


class _Clock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@app.callback()
def roster() -> None:
    """Each command has a --help of its own."""


@app.command("import")
def import_roster(
    file: Annotated[Path, typer.Argument(help="CSV, .xlsx or .xls", metavar="FILE")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="write nothing")] = False,
    doubtful: Annotated[bool, typer.Option(help="write the doubtful rows, too")] = False,
    building: Annotated[
        str | None, typer.Option(help="the building meant where the file names none")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="every row, machine-readable")] = False,
    language: Annotated[str, typer.Option(help="of the sentences: ru, uk or en")] = FALLBACK,
) -> None:
    """Say every row's fate and, without --dry-run, write what is new or changed.

    The database is that of DATABASE_URL. Status 2 if the file cannot be read as a roster.
    """
    words = Words(language)
    table = _read(file, words)
    try:
        plan, written = asyncio.run(_import(table, building, dry_run=dry_run, doubtful=doubtful))
    except WhichBuilding:
        raise _refused(words("fault-which-building")) from None
    if as_json:
        document = {"written": written, "rows": _rows(plan, words), "ignored": table.ignored}
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return
    if table.guessed:
        print(words("import-letters-guessed"))
    print("\n".join(_lines(plan, words)))
    print(words("roster-written", count=written) if not dry_run else words("roster-dry"))


def _read(file: Path, words: Words) -> RosterTable:
    try:
        return read_roster(file.read_bytes())
    except OSError as fault:
        raise _refused(f"{file} cannot be read: {fault.strerror}") from fault
    except UnreadableRoster as fault:
        raise _refused(words(f"roster-unread-{fault.why}")) from fault


async def _import(
    table: RosterTable, building: str | None, *, dry_run: bool, doubtful: bool
) -> tuple[RosterPlan, int]:
    from bot.opening import Unfit, open_database

    try:
        async with open_database(_Store().database_url) as database, database.open_work() as work:
            plan = await plan_roster(work, table, only=building)
            if dry_run:
                return plan, 0
            return plan, await write_plan(work, plan, _Clock(), actor_id=None, doubtful=doubtful)
    except Unfit as fault:
        raise _refused(str(fault)) from fault


def _rows(plan: RosterPlan, words: Words) -> list[dict[str, Any]]:
    return [
        {
            "row": each.row or None,
            "building": each.building,
            "flat": each.flat,
            "fate": each.fate.value,
            "reason": each.reason.value if each.reason else None,
            "changes": {name: [was, new] for name, was, new in each.changes},
            "why": why(each, words) or None,
        }
        for each in plan.fates
    ]


def _lines(plan: RosterPlan, words: Words) -> Sequence[str]:
    """Rows that change something or need a look, then the counts."""
    told = [each for each in plan.fates if each.fate is not Fate.UNCHANGED]
    rows = [
        f"{each.row or '-':>6}  {each.building}  {each.flat}  {words(f'roster-fate-{each.fate}')}"
        + (f": {why(each, words)}" if why(each, words) else "")
        for each in told
    ]
    counts = plan.counts
    return [*rows, *(words(f"roster-count-{f}", count=counts[f]) for f in Fate if counts[f])]


def _refused(sentence: str) -> SystemExit:
    print(f"tenkeys: {sentence}", file=sys.stderr)
    return SystemExit(BAD_STATUS)
