"""An order becomes files."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, assert_never

from bot.exports.csv_files import CsvFile, LongCsvFile
from bot.exports.forms import ENDINGS, Form, Format
from bot.exports.json_file import JsonFile
from bot.exports.sav_file import SavFile
from bot.exports.xlsx_file import XlsxFile
from use_cases.exporting.errands import ExportOrder, ReadExport
from use_cases.exporting.table import Table
from use_cases.exporting.values import Row
from use_cases.ports import OpenWork

OBJECTS_BETWEEN_COLLECTIONS = 200_000


class TableFile(Protocol):
    """Takes rows until it is closed."""

    def write(self, rows: Sequence[Row]) -> None: ...
    def close(self) -> list[Path]: ...


def table_file(path: Path, table: Table, form: Form) -> TableFile:
    """A file of the wanted format."""
    match form.format:
        case Format.CSV:
            return CsvFile(path, table, form)
        case Format.LONG:
            return LongCsvFile(path, table, form)
        case Format.XLSX:
            return XlsxFile(path, table, form)
        case Format.SAV:
            return SavFile(path, table, form)
        case Format.JSON:
            return JsonFile(path, table, form)
        case _:
            assert_never(form.format)


def name_of(order: ExportOrder, form: Form) -> str:
    """What the file is called."""
    return order.survey_key + ENDINGS[form.format]


async def write_export(
    open_work: OpenWork,
    order: ExportOrder,
    form: Form,
    path: Path,
    tick: Callable[[int], object] = lambda responses: None,
) -> list[Path]:
    """Write the order's table to `path`, telling `tick` how many responses are written.

    The codebook of a CSV is in a file beside it; the paths of all files are handed back.
    """
    read = ReadExport(open_work)
    table = await read.table(order)
    file = table_file(path, table, form)
    written = 0
    with _rarely_collecting():
        async for rows in read.rows(order, table):
            file.write(rows)
            written += len(rows)
            tick(written)
    return file.close()


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Rows and answers hold no circles: looking for some would take a quarter of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
