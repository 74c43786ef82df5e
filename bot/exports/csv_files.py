"""CSV: one row a response, or one row an answer; the codebook in a file beside."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.exports.cells import Plain, PlainRows, harmless, plain
from bot.exports.codebook import codebook_rows, headings
from bot.exports.forms import Form
from bot.exports.labels import Labels
from use_cases.exporting.table import Table
from use_cases.exporting.values import Cell, Column, Missing, Row, Says, Shape

CODEBOOK_ENDING = ".codebook.csv"

LONG_HEADINGS = (
    "r_id",
    "r_person",
    "r_version",
    "name",
    "question",
    "choice",
    "state",
    "code",
    "label",
    "value",
)
_IDENTITY = 3  # The first three columns of every table are r_id, r_person, r_version.
ANSWERED_STATE = "answered"


class CsvFile:
    """One row a response, one column a name."""

    def __init__(self, path: Path, table: Table, form: Form) -> None:
        self.path = path
        self._columns, self._form = table.columns, form
        text = harmless if form.for_spreadsheets else None
        self._plain = PlainRows(table.columns, text)
        self._file = _opened(path, form)
        self._writer = csv.writer(self._file)
        self._writer.writerow([column.name for column in table.columns])

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""
        self._writer.writerows(map(self._plain, rows))

    def close(self) -> list[Path]:
        """Finish; the files that were made."""
        self._file.close()
        return [self.path, write_codebook(self.path, self._columns, self._form)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A column of the wide table as the long one tells it."""

    place: int
    status: int | None  # The column beside that says whether there is an answer.
    column: Column
    codes: dict[int, str]


class LongCsvFile:
    """One row an answer; what was not shown has none."""

    def __init__(self, path: Path, table: Table, form: Form) -> None:
        self.path = path
        self._columns, self._form = table.columns, form
        self._told = list(_told(table.columns, Labels(form.language)))
        self._say = harmless if form.for_spreadsheets else plain
        self._file = _opened(path, form)
        self._writer = csv.writer(self._file)
        self._writer.writerow(LONG_HEADINGS)

    def write(self, rows: Sequence[Row]) -> None:
        """Add the answers of those rows."""
        for row in rows:
            self._writer.writerows(self._answers(row))

    def close(self) -> list[Path]:
        """Finish; the files that were made."""
        self._file.close()
        return [self.path, write_codebook(self.path, self._columns, self._form)]

    def _answers(self, row: Row) -> Iterator[tuple[Plain, ...]]:
        whose = row[:_IDENTITY]
        for told in self._told:
            column, cell = told.column, row[told.place]
            known_from = told.place if told.status is None else told.status
            why = self._columns[known_from].reason(row[known_from])
            if why is Missing.NOT_SHOWN or (why is None and cell is None):
                continue
            coded = column.shape is Shape.CODE and why is None
            yield (
                *(plain(each) for each in whose),
                column.name,
                column.question,
                column.choice,
                ANSWERED_STATE if why is None else why.name.lower(),
                plain(cell) if coded else None,
                self._say(told.codes.get(cell)) if coded and isinstance(cell, int) else None,
                self._say(cell) if why is None and not coded else None,
            )


def _told(columns: Sequence[Column], labels: Labels) -> Iterator[_Told]:
    for place, column in enumerate(columns):
        if column.is_about_response or column.also is Says.STATUS:
            continue
        beside = columns[place + 1] if place + 1 < len(columns) else None
        has_status = beside is not None and beside.also is Says.STATUS and not column.also
        status = place + 1 if has_status and column.shape is not Shape.CODE else None
        yield _Told(place, status, column, labels.codes(column))


def write_codebook(beside: Path, columns: Sequence[Column], form: Form) -> Path:
    """The codebook of an export, in the file beside it."""
    path = beside.with_name(beside.name + CODEBOOK_ENDING)
    say = harmless if form.for_spreadsheets else plain
    labels = Labels(form.language)
    with _opened(path, form) as file:
        writer = csv.writer(file)
        writer.writerow(headings(labels))
        for row in codebook_rows(columns, labels):
            cells: tuple[Cell, ...] = row
            writer.writerow([say(cell) for cell in cells])
    return path


def _opened(path: Path, form: Form):  # type: ignore[no-untyped-def]
    """A file whose letters Excel knows by its first mark, if it is for Excel."""
    encoding = "utf-8-sig" if form.for_spreadsheets else "utf-8"
    return path.open("w", encoding=encoding, newline="")
