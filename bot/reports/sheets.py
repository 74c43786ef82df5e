"""A sheet written line by line in a few constant formats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from use_cases.reporting.suppression import Kind

ACCENT = "#2A6F97"
_LINE_HEIGHT, _CHARS_PER_WIDTH = 15, 0.95
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "soft": {"font_color": "#56606A", "valign": "top"},
    "title": {"bold": True, "font_size": 16, "font_color": ACCENT},
    "heading": {"bold": True, "font_size": 13, "font_color": ACCENT},
    "warning": {"bold": True, "bg_color": "#EAF2F7"},
    "head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": ACCENT,
        "text_wrap": True,
        "valign": "top",
    },
}
_NUMBERS = {
    "whole": "#,##0",
    "percent": "0%",
    "mean": "0.0",
    "points": "+0%;-0%;0%",
    "signed": "+0.0;-0.0;0.0",
    "date": "dd.mm.yyyy",
    "share": "0.0%",
    "exact": "#,##0.00",
}
_VAGUE = {"about": "≈", "at least": "≥"}
for _name, _pattern in _NUMBERS.items():
    _FORMATS[_name] = {"num_format": _pattern, "align": "right", "valign": "top"}
for _kind, _sign in _VAGUE.items():
    for _name in ("whole", "percent", "mean"):
        _pattern = f'"{_sign} "{_NUMBERS[_name]}'
        _FORMATS[f"{_kind} {_name}"] = {**_FORMATS[_name], "num_format": _pattern}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a style of its own, whatever its column has."""

    value: float
    style: str


def figure(kind: Kind, value: float, style: str) -> Figure:
    """A figure that says how sure it is by its format: the cell stays a number."""
    return Figure(value, f"{kind} {style}" if str(kind) in _VAGUE else style)


class Styles:
    """The formats of a workbook, by name."""

    def __init__(self, book: Any) -> None:
        self._made = {name: book.add_format(look) for name, look in _FORMATS.items()}

    def __getitem__(self, name: str) -> Any:
        return self._made[name]


def _lines_of(text: str, width: float) -> int:
    """How many lines a wrapped text takes in a column, about: files do not know their fonts."""
    return 1 + int(len(text) // (width * _CHARS_PER_WIDTH))


class Sheet:
    """A worksheet and the line that comes next; A4, as wide as one page, with a repeated head."""

    def __init__(
        self, worksheet: Any, styles: Styles, widths: Sequence[float], frozen: tuple[int, int]
    ) -> None:
        self.worksheet, self.styles, self.widths = worksheet, styles, widths
        self.row = 0
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width)
        worksheet.hide_gridlines(2)
        worksheet.set_paper(9)
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        worksheet.freeze_panes(*frozen)
        if frozen[0]:
            worksheet.repeat_rows(0, frozen[0] - 1)

    def line(self, values: Iterable[Any], *styles: str) -> None:
        """Write the next line; the last style goes on for the values left."""
        lines = 1
        for column, value in enumerate(values):
            style = styles[min(column, len(styles) - 1)]
            self.cell(column, value, style)
            if _FORMATS[style].get("text_wrap") and column < len(self.widths):
                lines = max(lines, _lines_of(str(value or ""), self.widths[column]))
        if lines > 1:
            self.worksheet.set_row(self.row, _LINE_HEIGHT * lines)
        self.row += 1

    def cell(self, column: int, value: Any, style: str) -> None:
        """Numbers and moments as such; everything else as a text, whatever it begins with."""
        look = self.styles[style]
        match value:
            case Figure(number, own):
                self.worksheet.write_number(self.row, column, number, self.styles[own])
            case int() | float():
                self.worksheet.write_number(self.row, column, value, look)
            case datetime():
                self.worksheet.write_datetime(self.row, column, value.replace(tzinfo=None), look)
            case None | "":
                self.worksheet.write_blank(self.row, column, None, look)
            case _:
                self.worksheet.write_string(self.row, column, str(value), look)

    def merged(self, text: str, last_column: int) -> None:
        """A sentence over several columns, as high as it needs."""
        lines = _lines_of(text, sum(self.widths[: last_column + 1]))
        self.worksheet.merge_range(self.row, 0, self.row, last_column, "", self.styles["text"])
        self.worksheet.write_string(self.row, 0, text, self.styles["text"])
        self.worksheet.set_row(self.row, _LINE_HEIGHT * lines)
        self.row += 1

    def skip(self, lines: int = 1) -> None:
        """Leave lines empty."""
        self.row += lines

    def bars(self, first: int, last: int, columns: Iterable[int]) -> None:
        """Bars in cells of differences: right of zero in the accent colour, left in grey."""
        for column in columns:
            self.worksheet.conditional_format(
                first,
                column,
                last,
                column,
                {
                    "type": "data_bar",
                    "data_bar_2010": True,
                    "bar_solid": True,
                    "bar_color": "#8DB8D1",
                    "bar_negative_color": "#C2C9CF",
                    "bar_axis_position": "middle",
                },
            )
