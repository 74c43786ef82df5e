"""Every row's fate as a workbook: what a manager looks through before they say yes."""

import io

from bot.words import Words
from use_cases.homes.planning import Change, Fate, RosterPlan, RowFate

COLOURS = {
    Fate.NEW: "#D6EFE3",
    Fate.CHANGED: "#D5E8F5",
    Fate.UNCHANGED: "#FFFFFF",
    Fate.DOUBTFUL: "#FCEFC9",
    Fate.REFUSED: "#F8DCD0",
    Fate.ABSENT: "#EEEEEE",
}
WIDTHS = (8, 24, 12, 20, 70)


def fates_workbook(plan: RosterPlan, language: str) -> bytes:
    """One sheet, a row for each row of the file and each flat that the file leaves out."""
    import xlsxwriter

    words, out = Words(language), io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(words("roster-sheet"))
    bold = book.add_format({"bold": True, "bottom": 1})
    heads = ("row", "building", "flat", "fate", "why")
    sheet.write_row(0, 0, [words(f"roster-column-{head}") for head in heads], bold)
    formats = {f: book.add_format({"bg_color": c, "border": 4}) for f, c in COLOURS.items()}
    for line, each in enumerate(plan.fates, 1):
        cells = (each.building, each.flat, words(f"roster-fate-{each.fate}"), why(each, words))
        if each.row:
            sheet.write_number(line, 0, each.row, formats[each.fate])
        else:
            sheet.write_blank(line, 0, None, formats[each.fate])
        for column, cell in enumerate(cells, 1):
            sheet.write_string(line, column, cell, formats[each.fate])
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(plan.fates), 1), len(WIDTHS) - 1)
    book.close()
    return out.getvalue()


def why(fate: RowFate, words: Words) -> str:
    """The reason in words, or what changes; plain text."""
    parts = []
    if fate.reason is not None:
        parts.append(words(f"roster-reason-{fate.reason}", hint=fate.hint))
    parts += [_change(change, words) for change in fate.changes]
    return "; ".join(parts)


def _change(change: Change, words: Words) -> str:
    name, was, new = change
    return words(f"roster-fact-{name}", was=_value(was), new=_value(new))


def _value(value: object) -> str:
    return "—" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
