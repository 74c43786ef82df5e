"""`tenkeys people export PERSON --out DIR`: everything held about one person, to hand them over."""

import asyncio
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.reports.own_data import DOCUMENT_NAME, PAGE_NAME, own_document, own_page
from bot.shell.importing import Store
from bot.shell.sentences import Refused, politely
from bot.words import Words
from use_cases.conversations.own_data import DataOfPerson, NobodyOfThatName, OwnData

_Person = Annotated[str, typer.Argument(help="number in Telegram, or @name", metavar="PERSON")]
_Out = Annotated[Path, typer.Option("--out", help="the folder to write into")]


def export_person(person: _Person, out: _Out = Path()) -> None:
    """A page and JSON with all that is held about one person, in their language, as /mydata.

    The database is that of DATABASE_URL, days are those of HOUSE_TIME_ZONE; the audit notes it.
    """
    with politely():
        if not out.is_dir():
            raise Refused(f"there is no folder “{out}” to write into.")
        settings = Store()
        try:
            zone = ZoneInfo(settings.house_time_zone)
        except (ZoneInfoNotFoundError, ValueError) as fault:
            raise Refused("HOUSE_TIME_ZONE is no time zone; write Europe/Kyiv.") from fault
        data = asyncio.run(_read(settings.database_url, person))
        words = Words(data.person.language)
        written = {
            out / PAGE_NAME: own_page(data, words, zone),
            out / DOCUMENT_NAME: own_document(data, words),
        }
        try:
            for path, text in written.items():
                path.write_text(text, encoding="utf-8")
        except OSError as fault:
            raise Refused(f"“{fault.filename}” cannot be written: {fault.strerror}.") from fault
        print(", ".join(map(str, written)))


async def _read(url: str, person: str) -> OwnData:
    from bot.opening import SystemClock, Unfit, database_that_exists

    try:
        async with database_that_exists(url) as database, database.open_work() as work:
            return await DataOfPerson(work, SystemClock()).by_operator(person)
    except Unfit as fault:
        raise Refused(str(fault)) from fault
    except NobodyOfThatName as fault:
        raise Refused(
            f"nobody known to the bot is “{person}”; give the number that /id tells, or @name."
        ) from fault
