"""Whatever is asked and answered: each kind of file, read back, holds what the table holds."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pyreadstat
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from bot.exports.cells import plain
from bot.exports.codebook import codebook_rows
from bot.exports.forms import ENDINGS, Form, Format
from bot.exports.labels import Labels
from bot.exports.sav_file import CODE_LABEL_BYTES_MAX, COLUMN_LABEL_BYTES_MAX, fitting
from bot.exports.writing import table_file
from surveys.answers import Written
from surveys.text import LANGUAGES
from tests.bot.exports.random_tables import ODD, tables
from tests.makers import a_survey, an_open_question
from tests.storage.databases import SOAK
from tests.use_cases.exporting.makers import a_response, a_table
from use_cases.exporting.table import Table
from use_cases.exporting.values import Cell, Column, Measure, Missing, Row, Says, Shape

laws = settings(max_examples=400 if SOAK else 8, phases=set(Phase) - {Phase.shrink})
"""Shrinking a survey takes minutes; what fails is shown as it was drawn."""
languages = st.sampled_from(LANGUAGES)


def written(
    folder: str, table: Table, rows: Sequence[Row], format: Format, **form: Any
) -> list[Path]:
    """The files, with the rows coming in two portions."""
    wanted = Form(format=format, **({"language": "ru"} | form))
    file = table_file(Path(folder) / f"answers{ENDINGS[format]}", table, wanted)
    file.write(rows[:1])
    file.write(rows[1:])
    return file.close()


@laws
@given(tables())
def test_csv(made: tuple[Table, list[Row]]) -> None:
    table, rows = made
    with TemporaryDirectory() as folder:
        answers, _ = written(folder, table, rows, Format.CSV)
        heading, *read = read_csv(answers)

    assert heading == [column.name for column in table.columns]
    assert read == [[text_of(cell) for cell in row] for row in rows]


@laws
@given(tables())
def test_csv_for_spreadsheets_runs_nothing_and_loses_nothing(
    made: tuple[Table, list[Row]],
) -> None:
    """No text begins as formulas do; taking one apostrophe off gives back what was said."""
    table, rows = made
    with TemporaryDirectory() as folder:
        answers, _ = written(folder, table, rows, Format.CSV, for_spreadsheets=True)
        assert answers.read_bytes().startswith(b"\xef\xbb\xbf")
        _, *read = read_csv(answers)

    for line, row in zip(read, rows, strict=True):
        for said, cell, column in zip(line, row, table.columns, strict=True):
            if column.shape is Shape.TEXT:
                assert not said.startswith(("=", "+", "-", "@", "\t", "\n"))
                assert said.removeprefix("'") == text_of(cell)


@laws
@given(tables())
def test_long_and_wide_agree(made: tuple[Table, list[Row]]) -> None:
    """Every cell of the wide table is a line of the long one, but for what was not shown."""
    table, rows = made
    with TemporaryDirectory() as folder:
        answers, _ = written(folder, table, rows, Format.LONG)
        _, *read = read_csv(answers)

    told = {(line[0], line[3]): (line[6], line[7] or line[9]) for line in read}
    assert len(told) == len(read)
    for row in rows:
        beside: dict[str, Missing | None] = {}
        for column, cell in zip(table.columns, row, strict=True):
            if column.also is Says.STATUS:
                beside[column.question] = column.reason(cell)
        for column, cell in zip(table.columns, row, strict=True):
            if column.is_about_response or column.also is Says.STATUS:
                continue
            why = column.reason(cell)
            if column.shape is not Shape.CODE and not column.also and not column.takes_reasons:
                why = beside[column.question]
            found = told.get((str(row[0]), column.name))
            if why is Missing.NOT_SHOWN or (why is None and cell is None):
                assert found is None
            elif why is not None:
                assert found == (why.name.lower(), "")
            else:
                assert found == ("answered", text_of(cell))


@laws
@given(tables())
def test_json(made: tuple[Table, list[Row]]) -> None:
    table, rows = made
    with TemporaryDirectory() as folder:
        (path,) = written(folder, table, rows, Format.JSON)
        document = json.loads(path.read_text(encoding="utf-8"))

    names = [column.name for column in table.columns]
    assert [column["name"] for column in document["columns"]] == names
    assert document["rows"] == [dict(zip(names, map(plain, row), strict=True)) for row in rows]


@laws
@given(tables(), languages)
def test_xlsx(made: tuple[Table, list[Row]], language: str) -> None:
    table, rows = made
    labels = Labels(language)
    with TemporaryDirectory() as folder:
        (path,) = written(folder, table, rows, Format.XLSX, language=language)
        book = openpyxl.load_workbook(path)
    worded, coded, codebook = ([list(row) for row in sheet.values] for sheet in book.worksheets)

    assert coded[0] == [column.name for column in table.columns]
    assert [list(map(from_excel, line)) for line in coded[1:]] == [
        list(map(to_excel, row)) for row in rows
    ]
    _are_the_same_in_words(worded, coded, table, labels)
    assert [list(map(from_excel, line)) for line in codebook[1:]] == [
        list(map(to_excel, row)) for row in codebook_rows(table.columns, labels)
    ]


def _are_the_same_in_words(
    worded: list[list[Any]], coded: list[list[Any]], table: Table, labels: Labels
) -> None:
    """Every column is of one kind: a name, a number, or a number and beside it what it means."""
    place = 0
    for column, cells in zip(table.columns, zip(*coded, strict=True), strict=True):
        codes, (heading, *told) = labels.codes(column), [line[place] for line in worded]
        assert heading == labels.column(column)
        place += 1
        if column.shape is Shape.CODE and column.measure is Measure.NOMINAL:
            assert told == [codes.get(cell, cell) for cell in cells[1:]]
            continue
        no_points = {code.value for code in column.codes if isinstance(code.label, Says)}
        no_points |= set(column.reasons) if column.takes_reasons else set()
        assert told == [None if cell in no_points else cell for cell in cells[1:]]
        if codes:
            beside, *meanings = [line[place] for line in worded]
            assert beside == f"{heading} — {labels.words('export-in-words')}"
            assert meanings == [codes.get(cell) for cell in cells[1:]]
            place += 1
    assert all(len(line) == place for line in worded)


@laws
@given(tables(), languages)
def test_sav(made: tuple[Table, list[Row]], language: str) -> None:
    table, rows = made
    labels = Labels(language)
    with TemporaryDirectory() as folder:
        (path,) = written(folder, table, rows, Format.SAV, language=language)
        frame, meta = pyreadstat.read_sav(str(path), user_missing=True, output_format="dict")

    assert meta.column_names == [column.name for column in table.columns]
    for place, column in enumerate(table.columns):
        name = column.name
        assert [from_spss(cell) for cell in frame.get(name, [])] == [
            to_spss(row[place]) for row in rows
        ]
        told = fitting(labels.column(column), COLUMN_LABEL_BYTES_MAX)
        assert meta.column_names_to_labels[name] == told
        assert meta.variable_measure[name] == column.measure
        assert meta.variable_value_labels.get(name, {}) == {
            number: fitting(label, CODE_LABEL_BYTES_MAX)
            for number, label in labels.codes(column).items()
        }
        assert meta.missing_ranges.get(name, []) == user_missing(column)


def user_missing(column: Column) -> list[dict[str, float]]:
    """The range of numbers that SPSS takes for no answer."""
    if not column.takes_reasons or column.also is Says.STATUS:
        return []
    return [{"lo": float(min(column.reasons)), "hi": float(max(column.reasons))}]


def odd_people() -> tuple[Table, list[Row]]:
    """Each says one of the things that exports break on."""
    table = a_table(a_survey(questions=[an_open_question("said")]))
    said = [a_response({"said": Written(words)}, number=n) for n, words in enumerate(ODD, 1)]
    return table, [table.row(response) for response in said]


@pytest.mark.parametrize(
    "law",
    [test_csv, test_csv_for_spreadsheets_runs_nothing_and_loses_nothing, test_json],
)
def test_odd_words_in_text_files(law: Any) -> None:
    law.hypothesis.inner_test(odd_people())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", [test_xlsx, test_sav])
def test_odd_words_in_files_with_labels(law: Any, language: str) -> None:
    law.hypothesis.inner_test(odd_people(), language)


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def text_of(cell: Cell) -> str:
    told = plain(cell)
    return "" if told is None else str(told)


def to_excel(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None)
    if isinstance(cell, float):
        return float(f"{cell:.15g}")  # As many digits as Excel keeps.
    return None if cell == "" else cell


def from_excel(cell: Any) -> Any:
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date()
    if isinstance(cell, float):
        return float(f"{cell:.15g}")
    if isinstance(cell, str):
        return unescape(cell) or None  # As Excel does and openpyxl leaves to its callers.
    return cell


def to_spss(cell: Cell) -> Any:
    match cell:
        case None:
            return None
        case datetime():
            return cell.replace(tzinfo=None)
        case date() | time():
            return cell
        case str():
            return cell.rstrip(" ") or None
    return float(cell)


def from_spss(cell: Any) -> Any:
    if cell is None or cell != cell or cell == "":
        return None
    return cell
