"""A table that a manager brings in: what it is, what its columns say, what would be written."""

from html import escape
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData

from bot.import_buttons import TableAct, TableButton
from bot.import_sheet import why
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.words import Words
from use_cases.importing.columns import Column, Subject
from use_cases.importing.planning import Fate, ImportPlan
from use_cases.importing.sheet import Sheet, offered

EXAMPLES_MAX = 6
COLUMNS_MAX = 30
LABEL_CHARS = 40
SUBJECTS = tuple(Subject)

Rows = list[list[tuple[str, CallbackData]]]


def ask_file_view(words: Words) -> View:
    """What can be brought in, and how the table should look."""
    return View(words("import-ask"))


def subjects_view(name: str, words: Words) -> View:
    """What are the rows of the file?"""
    told = [
        (words(f"import-subject-{each}"), TableButton(act=TableAct.SUBJECT, value=place))
        for place, each in enumerate(SUBJECTS)
    ]
    rows: Rows = [list(told[i : i + 2]) for i in range(0, len(told), 2)]
    rows.append([_drop(words)])
    return View(words("import-what", name=escape(name, quote=False)), buttons(*rows))


def plan_view(plan: ImportPlan, sheet: Sheet, zone: ZoneInfo, words: Words) -> View:
    """How many rows of each fate, the first that need a look, and the button to say yes."""
    counts = plan.counts
    title = words(f"import-subject-{plan.subject}")
    lines = [f"<b>{title}</b>", words("import-read", rows=len(plan.fates))]
    lines += [words(f"import-count-{f}", count=counts[f]) for f in Fate if counts[f]]
    if sheet.guessed:
        lines.append(words("import-letters-guessed"))
    if plan.subject is Subject.LIST:
        lines.append(words("import-list", name=escape(plan.name, quote=False)))
        if plan.leaving:
            lines.append(words("import-leaving", count=len(plan.leaving)))
    if plan.first is not None and plan.last is not None:
        days = [each.astimezone(zone).strftime("%d.%m.%Y") for each in (plan.first, plan.last)]
        lines.append(words("import-days", first=days[0], last=days[1]))
    if plan.currency is not None:
        lines.append(words("import-currency", currency=plan.currency))
    look = [f for f in plan.fates if f.fate in {Fate.UNKNOWN, Fate.FAULTY}]
    if look:
        lines.append("")
        lines += [
            words("roster-example", row=f.row, why=escape(why(f, words), quote=False))
            for f in look[:EXAMPLES_MAX]
        ]
    if len(look) > EXAMPLES_MAX:
        lines.append(words("roster-examples-more", count=len(look) - EXAMPLES_MAX))
    lines += ["", *columns_lines(sheet, words)]
    rows: Rows = []
    if counts[Fate.NEW] or plan.leaving:
        label = words("button-import-write", count=counts[Fate.NEW])
        rows.append([(label, TableButton(act=TableAct.WRITE))])
    else:
        lines += ["", words("import-nothing-to-do")]
    rows.append([(words("button-import-columns"), TableButton(act=TableAct.COLUMNS))])
    rows.append([_drop(words)])
    return View(in_one_message(lines, "…", between="\n"), buttons(*rows))


def columns_lines(sheet: Sheet, words: Words) -> list[str]:
    """What each column was read as, and which are not read."""
    told = [
        words(
            "import-column-read",
            header=escape(sheet.headers[i][:LABEL_CHARS], quote=False),
            column=words(f"import-column-{column}"),
        )
        for i, column in sorted(sheet.columns.items())
    ]
    if sheet.ignored:
        listed = ", ".join(escape(h[:LABEL_CHARS], quote=False) for h in sheet.ignored[:8])
        told.append(words("roster-ignored", columns=listed))
    return told


def columns_view(sheet: Sheet, missing: frozenset[Column], words: Words) -> View:
    """Each column with what it says; a tap says it otherwise."""
    lines = [words("import-columns")]
    if missing:
        named = ", ".join(words(f"import-column-{each}") for each in sorted(missing))
        lines.insert(0, words("import-missing", columns=named))
    rows: Rows = []
    for i, header in enumerate(sheet.headers[:COLUMNS_MAX]):
        column = sheet.columns.get(i)
        said = words(f"import-column-{column}") if column else words("import-column-none")
        label = f"{header[:LABEL_CHARS]} — {said}"
        rows.append([(label, TableButton(act=TableAct.COLUMN, value=i))])
    if not missing:
        rows.append([(words("button-import-back"), TableButton(act=TableAct.PLAN))])
    rows.append([_drop(words)])
    return View("\n\n".join(lines), buttons(*rows))


def meanings_view(header: str, subject: Subject, words: Words) -> View:
    """What can this column say?"""
    told = [
        (words(f"import-column-{each}"), TableButton(act=TableAct.MEANS, value=place))
        for place, each in enumerate(offered(subject), 1)
    ]
    rows: Rows = [list(told[i : i + 2]) for i in range(0, len(told), 2)]
    rows.append([(words("import-column-none"), TableButton(act=TableAct.MEANS, value=0))])
    return View(
        words("import-means", header=escape(header[:LABEL_CHARS], quote=False)), buttons(*rows)
    )


def written_text(plan: ImportPlan, written: int, words: Words) -> str:
    """What was written, and what to do with it."""
    if plan.subject is Subject.LIST:
        name = escape(plan.name, quote=False)
        return words("import-written-list", name=name, count=written)
    kind = "people" if plan.subject is Subject.PEOPLE else "deeds"
    return words(f"import-written-{kind}", count=written, kind=plan.subject.value)


def _drop(words: Words) -> tuple[str, TableButton]:
    return words("button-roster-drop"), TableButton(act=TableAct.DROP)
