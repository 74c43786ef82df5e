"""Which file is wanted."""

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """What kinds of files there are; the value is what people type."""

    XLSX = "xlsx"
    SAV = "sav"
    CSV = "csv"
    LONG = "long"  # CSV too, one row an answer.
    JSON = "json"


ENDINGS = {
    Format.XLSX: ".xlsx",
    Format.SAV: ".sav",
    Format.CSV: ".csv",
    Format.LONG: ".long.csv",
    Format.JSON: ".json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The kind of file, the language of its labels, and who will open it.

    `for_spreadsheets` concerns CSV: a mark by which Excel knows the letters, and no cell that a
    spreadsheet would run (docs/decisions/0017).
    """

    format: Format
    language: str
    for_spreadsheets: bool = False
