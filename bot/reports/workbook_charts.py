"""Native charts of a workbook: the sizes of segments, and their profile against everybody."""

from collections.abc import Sequence
from typing import Any

from bot.reports.charts import PICTURE_SEGMENTS_MAX, SEGMENT_COLOURS
from bot.reports.sheets import Sheet
from use_cases.reporting.values import SegmentReport

_GREY = "#6B747C"
_GRID = {"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D5DBE0"}}}
_TOP, _LINE_PIXELS = 2, 20
_BESIDE, _BELOW = 6, 2  # Columns to the right of the sizes; lines under the profile.


def _colour(number: int) -> str:
    return SEGMENT_COLOURS[(number - 1) % len(SEGMENT_COLOURS)]


def add_sizes_chart(
    book: Any, sheet: Sheet, first: int, last: int, numbers: Sequence[int], title: str
) -> int:
    """Shares as bars, each in its segment's colour, beside the table of sizes; the line below."""
    name = sheet.worksheet.get_name()
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": [name, first, 0, last, 0],
            "values": [name, first, 2, last, 2],
            "points": [{"fill": {"color": _colour(number)}} for number in numbers],
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    _dress(chart, title)
    chart.set_x_axis({**_GRID, "max": 1})
    height = 90 + 34 * len(numbers)
    chart.set_size({"width": 620, "height": height})
    sheet.worksheet.insert_chart(_TOP, _BESIDE, chart, {"description": title})
    return _TOP + height // _LINE_PIXELS + 1


def add_profile_chart(
    book: Any,
    sheet: Sheet,
    top: int,
    lines: tuple[int, int, bool],
    segments: Sequence[SegmentReport],
) -> None:
    """Everybody in grey and up to six segments, for the lines of one kind, below the profile."""
    first, last, shares = lines
    if last < first:
        return
    name = sheet.worksheet.get_name()
    rows = (top + first, top + last)
    chart = book.add_chart({"type": "bar"})
    columns = [(2, _GREY)]
    columns += [(3 + 2 * place, _colour(s.number)) for place, s in enumerate(segments)]
    for column, colour in columns[: PICTURE_SEGMENTS_MAX + 1]:
        chart.add_series(
            {
                "name": [name, top - 1, column],
                "categories": [name, rows[0], 1 if shares else 0, rows[1], 1 if shares else 0],
                "values": [name, rows[0], column, rows[1], column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    _dress(chart, None)
    chart.set_legend({"position": "top"})
    height = 160 + (last - first + 1) * 13 * min(len(columns), PICTURE_SEGMENTS_MAX + 1)
    chart.set_size({"width": 900, "height": height})
    sheet.worksheet.insert_chart(sheet.row + _BELOW, 0, chart)


def _dress(chart: Any, title: str | None) -> None:
    """The look that both share: first line on top, pale grid, no legend."""
    chart.set_title({"name": title, "name_font": {"size": 11}} if title else {"none": True})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "line": {"none": True}})
    chart.set_x_axis(_GRID)
