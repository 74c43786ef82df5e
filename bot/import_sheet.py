"""Every row's fate as a workbook: what a manager looks through before they say yes."""

import io

from bot.words import Words
from use_cases.importing.cells import HEADER_CHARS_MAX
from use_cases.importing.planning import Fate, ImportPlan, RowFate

COLOURS = {
    Fate.NEW: "#D6EFE3",
    Fate.KNOWN: "#FFFFFF",
    Fate.UNKNOWN: "#FCEFC9",
    Fate.FAULTY: "#F8DCD0",
}
WIDTHS = (8, 28, 20, 20, 14, 70)


def import_workbook(plan: ImportPlan, language: str) -> bytes:
    """One sheet, a row for each row of the file."""
    import xlsxwriter

    words, out = Words(language), io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(words("roster-sheet"))
    bold = book.add_format({"bold": True, "bottom": 1})
    heads = ("row", "who", "fate", "when", "amount", "why")
    sheet.write_row(0, 0, [words(f"import-head-{head}") for head in heads], bold)
    plain = {f: book.add_format({"bg_color": c, "border": 4}) for f, c in COLOURS.items()}
    money = {
        f: book.add_format({"bg_color": c, "border": 4, "num_format": "0.00"})
        for f, c in COLOURS.items()
    }
    for line, each in enumerate(plan.fates, 1):
        here = plain[each.fate]
        sheet.write_number(line, 0, each.row, here)
        sheet.write_string(line, 1, each.who, here)
        sheet.write_string(line, 2, words(f"import-fate-{each.fate}"), here)
        deed = each.deed
        sheet.write_string(line, 3, deed.at.strftime("%Y-%m-%d %H:%M UTC") if deed else "", here)
        if deed is not None and deed.amount is not None:
            sheet.write_number(line, 4, deed.amount / 100, money[each.fate])
        else:
            sheet.write_blank(line, 4, None, here)
        sheet.write_string(line, 5, why(each, words), here)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(plan.fates), 1), len(WIDTHS) - 1)
    book.close()
    return out.getvalue()


def why(fate: RowFate, words: Words) -> str:
    """The reason in words, with the column; plain text."""
    if fate.reason is None:
        return ""
    said = words(f"import-reason-{fate.reason}", hint=fate.hint)
    header = fate.header[:HEADER_CHARS_MAX]
    return words("import-in-column", header=header, why=said) if header else said
