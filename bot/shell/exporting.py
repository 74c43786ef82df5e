"""`tenkeys export`: a survey's answers as a file, from the shell."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.exports.forms import Form, Format
from bot.shell.sentences import Refused, politely
from bot.words import FALLBACK
from surveys.text import LANGUAGES

if TYPE_CHECKING:
    from bot.settings import TokenlessSettings

Survey = Annotated[str, typer.Argument(help="the survey's key", metavar="SURVEY")]
Out = Annotated[Path, typer.Option("--out", help="the file to write")]
Kind = Annotated[Format, typer.Option("--format", help="long is CSV, one row an answer")]
Language = Annotated[str, typer.Option("--language", help="of labels: ru, uk or en")]
DatabaseUrl = Annotated[
    str | None, typer.Option("--database", help="else DATABASE_URL, from .env too")
]
ForExcel = Annotated[
    bool, typer.Option("--excel", help="CSV for spreadsheets: their mark, no running formulas")
]
Masked = Annotated[
    bool, typer.Option("--masked", help="cover contacts and addresses in people's words")
]


def export(
    survey: Survey,
    out: Out,
    format: Kind = Format.CSV,
    language: Language = FALLBACK,
    database: DatabaseUrl = None,
    excel: ForExcel = False,
    masked: Masked = False,
) -> None:
    """Write the answers to a survey, all its versions as one table; README says what is in it."""
    with politely():
        if language not in LANGUAGES:
            raise Refused(f"--language is one of {', '.join(LANGUAGES)}, not “{language}”.")
        if not out.resolve().parent.is_dir():
            raise Refused(f"there is no folder “{out.resolve().parent}” to write into.")
        if out.is_dir():
            raise Refused(f"“{out}” is a folder; --out names a file.")
        form = Form(format=format, language=language, for_spreadsheets=excel)
        url = database or configured_url()
        try:
            asyncio.run(_write(url, survey, form, out, masked=masked))
        except OSError as fault:
            raise Refused(f"“{out}” cannot be written: {fault.strerror}.") from fault


def settings_of_house() -> "TokenlessSettings":
    """What the environment and .env say of the database and the house; no token is needed."""
    from bot.settings import HalfConfigured, load_tokenless

    try:
        return load_tokenless()
    except HalfConfigured as fault:
        raise Refused(f"{fault}.") from fault


def configured_url() -> str:
    """Where the database is."""
    return settings_of_house().database_url


async def _write(url: str, survey: str, form: Form, out: Path, *, masked: bool) -> None:
    from bot.exports.writing import write_export
    from bot.exports.xlsx_file import COLUMNS_MAX, TooWide
    from bot.opening import SystemClock, Unfit, database_that_exists
    from use_cases.exporting.errands import NothingToExport, OrderExport

    try:
        async with database_that_exists(url) as database:
            async with database.open_work() as work:
                order_export = OrderExport(work, SystemClock())
                order = await order_export.by_operator(survey, masked=masked, detail=form.format)
            counter = Counter(order.responses)
            files = await write_export(database.open_work, order, form, out, counter)
            counter.end()
    except Unfit as fault:
        raise Refused(str(fault)) from fault
    except NothingToExport as fault:
        raise Refused(f"no published survey has the key “{survey}”.") from fault
    except TooWide as fault:
        raise Refused(
            f"a sheet has at most {COLUMNS_MAX:,} columns, this survey needs more; take csv."
        ) from fault
    print(f"{counter.written:,} responses: {', '.join(map(str, files))}")


class Counter:
    """ "12,400 of 50,000 responses", on a terminal only."""

    def __init__(self, total: int) -> None:
        self._total = total
        self.written = 0
        self._shown = sys.stderr.isatty()

    def __call__(self, written: int) -> None:
        self.written = written
        if self._shown:
            print(f"\r{written:,} of {self._total:,} responses", end="", file=sys.stderr)

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            print(file=sys.stderr)
