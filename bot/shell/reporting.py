"""`tenkeys report`: the segment report as a page and a workbook, from the shell."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot.shell.exporting import DatabaseUrl, configured_url, settings_of_house
from bot.shell.sentences import Refused, politely
from bot.words import FALLBACK
from segmentation.grounds import Grounds
from surveys.text import LANGUAGES

if TYPE_CHECKING:
    from use_cases.reporting.illustrating import Illustration
    from use_cases.reporting.values import ReportData

Survey = Annotated[
    str, typer.Argument(help="the survey's key; none: what people did, and rules", metavar="SURVEY")
]
Out = Annotated[Path, typer.Option("--out", help="the folder for report.html and report.xlsx")]
Language = Annotated[str, typer.Option("--language", help="ru, uk or en")]


def report(
    out: Out, survey: Survey = "", language: Language = FALLBACK, database: DatabaseUrl = None
) -> None:
    """Write the report on the segments of a survey, of what people did and of rules."""
    with politely():
        if language not in LANGUAGES:
            raise Refused(f"--language is one of {', '.join(LANGUAGES)}, not “{language}”.")
        if out.is_file():
            raise Refused(f"“{out}” is a file; --out names a folder.")
        told, drawn = asyncio.run(_made(database or configured_url(), survey))
        try:
            files = _written(told, drawn, language, out)
        except OSError as fault:
            raise Refused(f"“{out}” cannot be written: {fault.strerror}.") from fault
        print(", ".join(map(str, files)))


async def _made(url: str, survey: str) -> tuple["ReportData", Mapping[Grounds, "Illustration"]]:
    from bot.opening import SystemClock, Unfit, database_that_exists
    from bot.reports.making import MakeReport
    from bot.worker import Worker
    from use_cases.reporting.building import NothingToReport

    worker, zone = Worker(), ZoneInfo(settings_of_house().house_time_zone)
    try:
        async with database_that_exists(url) as database:
            make = MakeReport(database.open_work, SystemClock(), zone, worker)
            return await make(None, survey)
    except Unfit as fault:
        raise Refused(str(fault)) from fault
    except NothingToReport as fault:
        missing = f"no published survey has the key “{survey}”"
        raise Refused(f"{missing if survey else 'there is nothing to report on yet'}.") from fault
    finally:
        worker.close()


def _written(
    told: "ReportData", drawn: Mapping[Grounds, "Illustration"], language: str, out: Path
) -> tuple[Path, Path]:
    """The page and the workbook in that folder, which is made where it is missing."""
    from bot.reports.html import write_html
    from bot.reports.xlsx import write_xlsx

    out.mkdir(parents=True, exist_ok=True)
    page, workbook = out / "report.html", out / "report.xlsx"
    page.write_text(write_html(told, language, drawn), encoding="utf-8")
    workbook.write_bytes(write_xlsx(told, language, drawn))
    return page, workbook
