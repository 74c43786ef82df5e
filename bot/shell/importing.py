"""`tenkeys deeds import FILE`, `tenkeys people import FILE`, `tenkeys people list FILE`."""

import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.import_sheet import why
from bot.words import FALLBACK, Words
from use_cases.importing.cells import Unreadable
from use_cases.importing.columns import COLUMNS_OF, DEEDS, Column, Subject
from use_cases.importing.errands import plan_import, write_import
from use_cases.importing.planning import Fate, ImportPlan
from use_cases.importing.sheet import Mapped, Sheet, needed, read_sheet

BAD_STATUS = 2

deeds_app = typer.Typer(help="Payments, purchases, visits, tickets, events.")
people_app = typer.Typer(help="What is known of people, and lists of them.")

_File = Annotated[Path, typer.Argument(help="CSV, .xlsx or .xls", metavar="FILE")]
_Map = Annotated[
    list[str] | None,
    typer.Option("--map", help="HEADER=COLUMN: what a column says; HEADER= leaves it out"),
]
_Dry = Annotated[bool, typer.Option("--dry-run", help="write nothing")]
_Json = Annotated[bool, typer.Option("--json", help="every row, machine-readable")]
_Language = Annotated[str, typer.Option(help="of the sentences: ru, uk or en")]


class Store(BaseSettings):
    """Where things are kept, and whose days count: the bot's own settings."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")
    database_url: str = "sqlite:///tenkeys.db"
    house_time_zone: str = "UTC"


class _Clock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@deeds_app.callback()
def deeds() -> None:
    """Each command has a --help of its own."""


@deeds_app.command("import")
def import_deeds(
    file: _File,
    kind: Annotated[str, typer.Option(help=", ".join(DEEDS))],
    mapped: _Map = None,
    dry_run: _Dry = False,
    as_json: _Json = False,
    language: _Language = FALLBACK,
) -> None:
    """Say every row's fate and, without --dry-run, write what is new.

    The database is that of DATABASE_URL, days are those of HOUSE_TIME_ZONE. Status 2 if the file
    cannot be read.
    """
    if kind not in DEEDS:
        raise _refused(f"--kind is one of {', '.join(DEEDS)}")
    _bring(file, Subject(kind), file.stem, mapped, dry_run, as_json, Words(language))


@people_app.callback()
def people() -> None:
    """Each command has a --help of its own."""


@people_app.command("import")
def import_people(
    file: _File,
    mapped: _Map = None,
    batch: Annotated[str | None, typer.Option(help='for `batch = "..."` in rules')] = None,
    dry_run: _Dry = False,
    as_json: _Json = False,
    language: _Language = FALLBACK,
) -> None:
    """Tags, stage, manager, gender, birthday, phone, e-mail and fields of your own.

    A column becomes a field of your own by --map HEADER=field.
    """
    name = batch or file.stem
    _bring(file, Subject.PEOPLE, name, mapped, dry_run, as_json, Words(language))


@people_app.command("list")
def import_list(
    file: _File,
    name: Annotated[str, typer.Option(help='for `list("...")` in rules')],
    mapped: _Map = None,
    dry_run: _Dry = False,
    as_json: _Json = False,
    language: _Language = FALLBACK,
) -> None:
    """The list of that name becomes what the file says: some come, some leave."""
    _bring(file, Subject.LIST, name, mapped, dry_run, as_json, Words(language))


def _bring(
    file: Path,
    subject: Subject,
    name: str,
    mapped: list[str] | None,
    dry_run: bool,
    as_json: bool,
    words: Words,
) -> None:
    if not name.strip():
        raise _refused(words("import-name-empty"))
    sheet = _read(file, subject, _mapping(mapped or [], subject), words)
    missing = needed(sheet, subject)
    if missing:
        named = ", ".join(words(f"import-column-{each}") for each in sorted(missing))
        raise _refused(words("import-missing", columns=named))
    plan, written = asyncio.run(_run(sheet, subject, name, dry_run=dry_run))
    if as_json:
        print(json.dumps(_document(plan, sheet, written, words), ensure_ascii=False, indent=2))
        return
    if sheet.guessed:
        print(words("import-letters-guessed"))
    print("\n".join(_lines(plan, words)))
    print(words("roster-dry") if dry_run else words("import-written-shell", count=written))


def _mapping(pairs: Sequence[str], subject: Subject) -> Mapped:
    found: dict[str, Column | None] = {}
    for pair in pairs:
        header, sign, column = pair.rpartition("=")
        if not sign or (column and column not in COLUMNS_OF[subject]):
            known = ", ".join(each for each in Column if each in COLUMNS_OF[subject])
            raise _refused(f"--map is HEADER=COLUMN, where COLUMN is one of {known}")
        found[header] = Column(column) if column else None
    return found


def _read(file: Path, subject: Subject, mapped: Mapped, words: Words) -> Sheet:
    try:
        sheet = read_sheet(file.read_bytes(), subject, mapped)
    except OSError as fault:
        raise _refused(f"{file} cannot be read: {fault.strerror}") from fault
    except Unreadable as fault:
        raise _refused(words(f"import-unread-{fault.why}")) from fault
    strange = sorted(set(mapped) - set(sheet.headers))
    if strange:
        raise _refused(f"the file has no column {', '.join(strange)}")
    return sheet


async def _run(
    sheet: Sheet, subject: Subject, name: str, *, dry_run: bool
) -> tuple[ImportPlan, int]:
    from bot.opening import Unfit, open_database

    settings, clock = Store(), _Clock()
    try:
        zone = ZoneInfo(settings.house_time_zone)
    except (ZoneInfoNotFoundError, ValueError) as fault:
        raise _refused("HOUSE_TIME_ZONE is no time zone; write Europe/Kyiv") from fault
    try:
        async with open_database(settings.database_url) as database, database.open_work() as work:
            plan = await plan_import(work, sheet, subject, name=name, zone=zone, now=clock.now())
            if dry_run:
                return plan, 0
            return plan, await write_import(work, plan, clock, actor_id=None)
    except Unfit as fault:
        raise _refused(str(fault)) from fault


def _document(plan: ImportPlan, sheet: Sheet, written: int, words: Words) -> dict[str, Any]:
    rows = [
        {
            "row": each.row,
            "who": each.who,
            "fate": each.fate.value,
            "reason": each.reason.value if each.reason else None,
            "column": each.header or None,
            "at": each.deed.at.isoformat() if each.deed else None,
            "amount": each.deed.amount if each.deed else None,
            "why": why(each, words) or None,
        }
        for each in plan.fates
    ]
    return {
        "written": written,
        "currency": plan.currency,
        "columns": {sheet.headers[i]: c.value for i, c in sorted(sheet.columns.items())},
        "ignored": sheet.ignored,
        "leaving": len(plan.leaving),
        "rows": rows,
    }


def _lines(plan: ImportPlan, words: Words) -> Sequence[str]:
    """Rows that need a look, then the counts."""
    told = [each for each in plan.fates if each.fate in {Fate.UNKNOWN, Fate.FAULTY}]
    rows = [f"{each.row:>6}  {each.who}  {why(each, words)}" for each in told]
    counts = plan.counts
    lines = [words(f"import-count-{f}", count=counts[f]) for f in Fate if counts[f]]
    if plan.leaving:
        lines.append(words("import-leaving", count=len(plan.leaving)))
    return [*rows, *lines]


def _refused(sentence: str) -> SystemExit:
    print(f"tenkeys: {sentence}", file=sys.stderr)
    return SystemExit(BAD_STATUS)
