"""SPSS: labels of columns and codes, levels of measurement, reasons declared as user-missing.

The whole table is held: 8 bytes for each number, day and moment, the texts as they are.
"""

from array import array
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from bot.exports.forms import Form
from bot.exports.labels import Labels
from use_cases.exporting.table import Table
from use_cases.exporting.values import Cell, Column, Row, Says, Shape

COLUMN_LABEL_BYTES_MAX = 255
CODE_LABEL_BYTES_MAX = 120
TEXT_BYTES_MAX = 32_767
CUT = "…"

_EPOCH = datetime(1582, 10, 14, tzinfo=UTC)  # From which SPSS counts seconds.
_NOTHING = float("nan")
_FORMATS = {Shape.MOMENT: "DATETIME20", Shape.DATE: "DATE11", Shape.TIME: "TIME5"}


class SavFile:
    """Collects the columns, writes them at the end."""

    def __init__(self, path: Path, table: Table, form: Form) -> None:
        self.path = path
        self._table, self._labels = table, Labels(form.language)
        self._cells: list[array[float] | list[str]] = [
            [] if column.shape is Shape.TEXT else array("d") for column in table.columns
        ]

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""
        if not rows:
            return
        for kept, cells in zip(self._cells, zip(*rows, strict=True), strict=True):
            if isinstance(kept, list):
                kept.extend(fitting(str(cell or ""), TEXT_BYTES_MAX) for cell in cells)
            else:
                kept.extend(map(_number, cells))

    def close(self) -> list[Path]:
        """Write the file."""
        import numpy as np
        import pandas as pd
        import pyreadstat

        columns = self._table.columns
        frame = pd.DataFrame(
            {
                column.name: pd.Series(kept, dtype=object)
                if isinstance(kept, list)
                else np.frombuffer(kept, dtype=float)
                for column, kept in zip(columns, self._cells, strict=True)
            },
            copy=False,
        )
        pyreadstat.write_sav(frame, str(self.path), **self._described())
        return [self.path]

    def _described(self) -> dict[str, Any]:
        """All that SPSS shall know of the columns."""
        columns, labels = self._table.columns, self._labels
        title = self._table.survey.title.in_language(labels.language)
        return {
            "file_label": fitting(title, 64),
            "row_compress": True,
            "column_labels": {
                column.name: fitting(labels.column(column), COLUMN_LABEL_BYTES_MAX)
                for column in columns
            },
            "variable_value_labels": {
                column.name: {
                    float(number): fitting(label, CODE_LABEL_BYTES_MAX)
                    for number, label in codes.items()
                }
                for column in columns
                if (codes := labels.codes(column))
            },
            "missing_ranges": {
                column.name: [{"lo": min(column.reasons), "hi": max(column.reasons)}]
                for column in columns
                if column.takes_reasons and column.also is not Says.STATUS
            },
            "variable_measure": {column.name: str(column.measure) for column in columns},
            "variable_format": {
                column.name: _format(column) for column in columns if column.shape is not Shape.TEXT
            },
        }


def _format(column: Column) -> str:
    if column.shape in _FORMATS:
        return _FORMATS[column.shape]
    if column.far:
        return "F17.0" if column.whole else "F20.2"
    return "F8.0" if column.whole or column.shape is Shape.CODE else "F12.2"


def _number(cell: Cell) -> float:
    """The cell as SPSS counts: days and moments in seconds."""
    match cell:
        case datetime():
            return (cell - _EPOCH).total_seconds()
        case date():
            return (cell - _EPOCH.date()).total_seconds()
        case time():
            return cell.hour * 3600.0 + cell.minute * 60 + cell.second
        case int() | float():
            return float(cell)
    return _NOTHING


def fitting(text: str, bytes_max: int) -> str:
    """As much of the text as fits, never half a character."""
    encoded = text.encode()
    if len(encoded) <= bytes_max:
        return text
    kept = encoded[: bytes_max - len(CUT.encode())]
    return kept.decode(errors="ignore") + CUT
