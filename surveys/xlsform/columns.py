"""What of a form does nothing in a chat: told once for each column and sheet, never left unsaid."""

from collections.abc import Iterable

from surveys.faults import FaultCode
from surveys.xlsform.nodes import scalar
from surveys.xlsform.sheets import Row, Workbook
from surveys.yaml.texts import Reading

_USED = frozenset(
    {
        "type", "name", "label", "hint", "required", "relevant", "constraint", "calculation",
        "constraint_message", "default", "choice_filter", "parameters", "repeat_count",
        "appearance", "disabled", "basis", "construct", "reversed", "dont_know", "prefer_not",
        "shuffle", "readonly", "image", "remembers",
    }
)  # fmt: skip
_MEDIA = ("image", "audio", "video")
_OTHER_SHEETS = ("entities", "osm")


def note_columns(rows: Iterable[Row], reading: Reading) -> None:
    """Say which columns do nothing in a chat, at the first row that has something there."""
    told: set[str] = set()
    for row in rows:
        for header, cell in row.cells.items():
            name = header.partition(":")[0].strip()
            if name not in _USED and header not in told:
                told.add(header)
                reading.note(scalar(cell), FaultCode.COLUMN_IGNORED, place=cell.header)


def note_pictures(book: Workbook, reading: Reading) -> None:
    """Say where the choices have pictures, sounds or films: buttons show none."""
    told: set[str] = set()
    for row in book.get("choices", ()):
        for header, cell in row.cells.items():
            name = header.partition(":")[0].strip()
            if name in _MEDIA and header not in told:
                told.add(header)
                reading.notes.add(scalar(cell), FaultCode.COLUMN_IGNORED, place=cell.header)


def note_sheets(book: Workbook, reading: Reading) -> None:
    """Say which sheets do nothing in a chat."""
    for name in _OTHER_SHEETS:
        first = next(iter(book.get(name, ())), None)
        if first is not None:
            cell = first.cell("")
            reading.notes.add(scalar(cell), FaultCode.SHEET_IGNORED, sheet=name)
