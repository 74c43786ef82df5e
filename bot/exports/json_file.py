"""JSON: the codebook first, then one object a response, on a line of its own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.exports.cells import PlainRows
from bot.exports.forms import Form
from bot.exports.labels import Labels
from use_cases.exporting.table import Table
from use_cases.exporting.values import Column, Earlier, Row


class JsonFile:
    """Written as it comes: nobody holds all rows, and each line can be read by itself."""

    def __init__(self, path: Path, table: Table, form: Form) -> None:
        self.path = path
        labels = Labels(form.language)
        self._names = [column.name for column in table.columns]
        self._plain = PlainRows(table.columns)
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._between = "\n"
        head = {
            "survey": table.survey.key,
            "title": table.survey.title.in_language(form.language),
            "language": form.language,
            "columns": [_described(column, labels) for column in table.columns],
        }
        self._file.write(_dumped(head)[:-1] + ',"rows":[')

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""
        lines = (_dumped(dict(zip(self._names, self._plain(row), strict=True))) for row in rows)
        text = ",\n".join(lines)
        if text:
            self._file.write(self._between + text)
            self._between = ",\n"

    def close(self) -> list[Path]:
        """Finish; the file that was made."""
        self._file.write("\n]}\n")
        self._file.close()
        return [self.path]


_dumped = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def _described(column: Column, labels: Labels) -> dict[str, Any]:
    """A column of the codebook."""
    described: dict[str, Any] = {
        "name": column.name,
        "label": labels.column(column),
        "shape": column.shape,
        "measure": column.measure,
        "question": column.question or None,
        "choice": column.choice or None,
        "versions": list(column.versions),
        "earlier": _earlier(column.earlier, labels),
        "codes": [
            {
                "code": code.value,
                "key": code.key or None,
                "label": labels.code(code),
                "earlier": _earlier(code.earlier, labels),
            }
            for code in column.codes
        ],
    }
    if column.takes_reasons:
        described["missing"] = [
            {"code": number, "reason": why.name.lower(), "label": labels.reason(why)}
            for number, why in column.reasons.items()
        ]
    return described


def _earlier(wordings: Sequence[Earlier], labels: Labels) -> list[dict[str, Any]]:
    return [
        {"until_version": each.version, "label": each.text.in_language(labels.language)}
        for each in wordings
    ]
