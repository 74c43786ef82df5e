"""A workbook to write a survey in: the columns that are read here, examples, and how it is done.

It is an XLSForm, as Kobo and ODK read it, with columns of our own; sent back as it is, it is a
sound survey.
"""

from io import BytesIO
from typing import Any

from bot.words import Words
from surveys.text import LANGUAGES

FILE_NAME = "survey.xlsx"
NAMES = {"ru": "Русский", "uk": "Українська", "en": "English"}
SHEET_NAME_CHARS_MAX = 31  # Of Excel.

_AFTER = ("required", "relevant", "constraint", "parameters", "basis", "construct", "reversed",
          "dont_know", "prefer_not")  # fmt: skip
_ROWS: tuple[dict[str, str], ...] = (
    {"type": "note", "name": "hello", "say": "sheet-say-hello"},
    {"type": "select_one household", "name": "household", "say": "sheet-say-household",
     "required": "yes", "basis": "demographic", "prefer_not": "yes"},
    {"type": "integer", "name": "children", "say": "sheet-say-children", "required": "yes",
     "relevant": "${household} = 'children'", "constraint": ". >= 1 and . <= 12",
     "basis": "demographic"},
    {"type": "select_multiple needs or_other", "name": "needs", "say": "sheet-say-needs",
     "required": "yes", "basis": "needs"},
    {"type": "range", "name": "quiet_home", "say": "sheet-say-quiet", "required": "yes",
     "parameters": "start=1 end=5 step=1", "basis": "psychographic", "construct": "quiet",
     "dont_know": "yes"},
    {"type": "range", "name": "lively_yard", "say": "sheet-say-lively", "required": "yes",
     "parameters": "start=1 end=5 step=1", "basis": "psychographic", "construct": "quiet",
     "reversed": "yes", "dont_know": "yes"},
    {"type": "text", "name": "wish", "say": "sheet-say-wish"},
)  # fmt: skip
_CHOICES = (
    ("household", "alone", "sheet-say-alone"),
    ("household", "couple", "sheet-say-couple"),
    ("household", "children", "sheet-say-with-children"),
    ("needs", "lift", "sheet-say-lift"),
    ("needs", "warmth", "sheet-say-warmth"),
    ("needs", "parking", "sheet-say-parking"),
)
_HOW = ("type", "name", "label", "hint", "required", "relevant", "constraint", "parameters",
        "basis", "construct", "dont-know", "choices", "settings")  # fmt: skip


def sheet_template(language: str) -> bytes:
    """The workbook with its instructions in that language and example rows in all three."""
    import xlsxwriter

    words, content = Words(language), BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    look = _Look(book)
    _how(book, words, look)
    _survey(book, look)
    _choices(book, look)
    _settings(book, words, look)
    book.close()
    return content.getvalue()


class _Look:
    """The few formats of the workbook."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "font_color": "white", "bg_color": "#2A6F97"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.name = book.add_format({"bold": True, "valign": "top"})


def _how(book: Any, words: Words, look: _Look) -> None:
    """The first sheet: what each column means."""
    sheet = book.add_worksheet(words("sheet-how-name")[:SHEET_NAME_CHARS_MAX])
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    sheet.write(0, 0, words("sheet-how-title"), look.title)
    for row, name in enumerate(_HOW, 2):
        sheet.write(row, 0, name.replace("-", "_"), look.name)
        about = "name-column" if name == "name" else name  # "sheet-how-name" names the sheet.
        sheet.write(row, 1, words(f"sheet-how-{about}"), look.text)


def _survey(book: Any, look: _Look) -> None:
    labels = [f"label::{NAMES[each]} ({each})" for each in LANGUAGES]
    headers = ["type", "name", *labels, *_AFTER]
    sheet = _sheet(book, "survey", headers, look)
    for row, written in enumerate(_ROWS, 1):
        said = [Words(each).say(written["say"], {}) for each in LANGUAGES]
        rest = [written.get(name, "") for name in _AFTER]
        sheet.write_row(row, 0, [written["type"], written["name"], *said, *rest])


def _choices(book: Any, look: _Look) -> None:
    labels = [f"label::{NAMES[each]} ({each})" for each in LANGUAGES]
    sheet = _sheet(book, "choices", ["list_name", "name", *labels], look)
    for row, (listed, name, say) in enumerate(_CHOICES, 1):
        said = [Words(each).say(say, {}) for each in LANGUAGES]
        sheet.write_row(row, 0, [listed, name, *said])


def _settings(book: Any, words: Words, look: _Look) -> None:
    titles = [f"form_title::{NAMES[each]} ({each})" for each in LANGUAGES]
    headers = [*titles, "form_id", "default_language", "points", "minutes"]
    sheet = _sheet(book, "settings", headers, look)
    default = f"{NAMES[words.language]} ({words.language})"
    said = [Words(each)("sheet-title") for each in LANGUAGES]
    sheet.write_row(1, 0, [*said, "my_survey", default, 20, 1])


def _sheet(book: Any, name: str, headers: list[str], look: _Look) -> Any:
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, headers, look.head)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, len(headers) - 1, 22)
    return sheet
