"""The sheets of a form as the nodes of a survey file: rows become questions, groups blocks."""

import re
from dataclasses import dataclass, field

import yaml

from surveys.expressions.checking import Kind, kind_of
from surveys.expressions.tree import Expression, Literal, Today
from surveys.faults import FaultCode
from surveys.piping import renamed
from surveys.xlsform.choices import read_lists, repeated, unnamed
from surveys.xlsform.columns import note_columns, note_pictures, note_sheets
from surveys.xlsform.formulas import Formulas
from surveys.xlsform.loops import without_loops
from surveys.xlsform.names import NamesOfForm, Typed
from surveys.xlsform.nodes import Entry, entry, listed, mapping, scalar
from surveys.xlsform.repeats import turns
from surveys.xlsform.rows import is_yes, question_node, shuffle_lines, time_node
from surveys.xlsform.sheets import Cell, Row, Workbook
from surveys.xlsform.texts import Languages, key_from
from surveys.xlsform.types import RowKind, RowType, row_type
from surveys.yaml.texts import Reading

_NAME = re.compile(r"\$\{([^}]+)\}")
_SETTINGS = ("welcome", "thanks")
_NUMBERS = ("points", "minutes")


@dataclass(slots=True)
class _Group:
    """A group or repeat that is open, and what was read in it so far."""

    begin: Row | None = None
    key: str = ""
    repeats: bool = False
    questions: list[yaml.Node] = field(default_factory=list)
    calculated: list[Entry] = field(default_factory=list)


class Form:
    """Goes through the rows from top to bottom."""

    def __init__(self, book: Workbook, reading: Reading) -> None:
        self.book, self.reading = book, reading
        self.languages = Languages(book, reading)
        self.lists = read_lists(book)
        rows = [row for row in book["survey"] if _says_something(row)]
        self.reading.written |= {row.text("name") for row in rows}
        rows = without_loops(rows, self.lists, reading)
        asked_for = {name for row in rows for name in _names_in(row)}
        self.typed: list[Typed] = [(row, _type_of(row, asked_for)) for row in rows]
        self.names = NamesOfForm(self.typed, self.lists, reading)
        self.formulas = Formulas(self.names, reading)
        self.groups = [_Group()]

    def node(self) -> yaml.MappingNode:
        """The whole form."""
        note_sheets(self.book, self.reading)
        note_pictures(self.book, self.reading)
        note_columns([row for row, _ in self.typed], self.reading)
        for cell, code, place in unnamed(self.book):
            self.reading.note(scalar(cell), code, place=place)
        for cell, name, first in repeated(self.book):
            self.reading.note(scalar(cell), FaultCode.DUPLICATE_KEY, key=name, first=first)
        for row, kind in self.typed:
            self._row(row, kind)
        while len(self.groups) > 1:
            begin = self.groups[-1].begin
            assert begin is not None, "every group but the outermost begins in a row"
            self.reading.note(scalar(begin.cell("type")), FaultCode.GROUP_OPEN)
            self._end()
        start = Cell("", "survey", 1, 1)
        settings = mapping(start, self._settings())
        self._rename(settings)
        form = self.groups[0]
        lines = [*settings.value, entry("questions", listed(start, form.questions), start)]
        if form.calculated:
            lines.append(entry("calculated", mapping(start, form.calculated), start))
        return mapping(start, lines)

    def _settings(self) -> list[Entry]:
        row = next(iter(self.book.get("settings", ())), Row("survey", 1))
        identity = row.text("form_id") or row.text("form_title")
        key = key_from(identity, set(), "survey")
        lines = [entry("survey", scalar(row.cell("form_id"), key), row.cell("form_id"))]
        title = self.languages.node(row, "form_title")
        if title is None:
            at = row.cell("form_title")
            title = mapping(
                at, [entry(code, scalar(at, identity or key), at) for code in self._used()]
            )
        lines.append(entry("title", title, row.cell("form_title")))
        for name in _SETTINGS:
            text = self.languages.node(row, name)
            if text is not None:
                lines.append(entry(name, text, row.cell(name)))
        for name in _NUMBERS:
            if row.text(name):
                lines.append(entry(name, scalar(row.cell(name), plain=True), row.cell(name)))
        return lines

    def _used(self) -> list[str]:
        """The languages of the questions; a title that nobody wrote is missing in none."""
        rows = (self.languages.texts(row, "label") for row, _ in self.typed)
        return list(dict.fromkeys(code for found in rows for code in found)) or [
            self.languages.default
        ]

    def _row(self, row: Row, kind: RowType) -> None:
        match kind.kind:
            case RowKind.BEGIN | RowKind.REPEAT:
                self._begin(row, repeats=kind.kind is RowKind.REPEAT)
            case RowKind.END if len(self.groups) > 1:
                self._end()
            case RowKind.END:
                self.reading.note(scalar(row.cell("type")), FaultCode.GROUP_OPEN)
            case RowKind.SILENT:
                pass
            case RowKind.REFUSED | RowKind.UNKNOWN:
                self._refuse(row, kind)
            case _ if row.place not in self.names.keys:
                self.reading.note(scalar(row.cell("name")), FaultCode.MISSING, place="name")
            case _ if row.place in self.names.repeated:
                pass  # Told already.
            case RowKind.CALCULATED | RowKind.HIDDEN | RowKind.TODAY:
                self._calculate(row, kind)
            case _:
                self._ask(row, kind)

    def _refuse(self, row: Row, kind: RowType) -> None:
        refused = kind.kind is RowKind.REFUSED
        code = FaultCode.TYPE_REFUSED if refused else FaultCode.TYPE_UNKNOWN
        cell = row.cell("type")
        self.reading.note(scalar(cell), code, suggestion=kind.instead, value=cell.text or "…")
        if cell.text.casefold().startswith("begin"):
            self.groups.append(_Group(row, self.names.fresh("group")))

    def _begin(self, row: Row, *, repeats: bool) -> None:
        self.groups.append(_Group(row, self.names.key(row), repeats))

    def _end(self) -> None:
        """The group is complete: it goes into the one around it, as a block or as a loop."""
        group, around = self.groups.pop(), self.groups[-1]
        begin = group.begin
        assert begin is not None, "the outermost group never ends"
        if not group.questions:
            around.calculated += group.calculated
            return
        heading = self.languages.node(begin, "label")
        lines = shuffle_lines(begin, self.reading)
        relevant = self._condition(begin, "relevant", None)
        if relevant is not None:
            lines.append(relevant)
        if not group.repeats and heading is None and not lines:
            around.questions += group.questions
            around.calculated += group.calculated
            return
        at = begin.cell("type")
        head = [entry("key", scalar(begin.cell("name"), group.key), begin.cell("name"))]
        blank = scalar(at, "", plain=True)
        head.append(entry("loop" if group.repeats else "block", heading or blank, at))
        if group.repeats:
            head += turns(begin, self.formulas, self.languages, self._around())
        if group.calculated:
            lines.append(entry("calculated", mapping(at, group.calculated), at))
        node = mapping(at, [*head, *lines])
        self._rename(node)
        node.value.append(entry("questions", listed(at, group.questions), at))
        around.questions.append(node)

    def _around(self) -> str | None:
        """The key of the innermost repeat that is open."""
        return next((group.key for group in reversed(self.groups) if group.repeats), None)

    def _ask(self, row: Row, kind: RowType) -> None:
        key = self.names.key(row)
        chosen, columns = None, None
        self._refuse_columns(row, kind)
        if row.text("choice_filter") and kind.choices:
            chosen, columns = self.formulas.choice_filter(row.cell("choice_filter"), self._around())
            if kind.other:
                self.reading.note(scalar(row.cell("choice_filter")), FaultCode.FILTER_WITH_OTHER)
        node, lines = question_node(row, kind, key, self.lists, self.languages, columns)
        self._rename(node)
        for name, own in (("relevant", None), ("constraint", row.text("name"))):
            line = self._condition(row, name, own)
            if line is not None:
                lines.append(line)
        if chosen is not None:
            cell = row.cell("choice_filter")
            lines.append(self.formulas.line("choice_filter", chosen, cell))
        default = self.formulas.default(row, kind, self.lists, self._around())
        if default is not None:
            lines.append(default)
        self.groups[-1].questions.append(node)
        if kind.kind is RowKind.MOMENT:
            second = time_node(row, self.names.fresh(f"{key[:26]}_time"), lines)
            self.groups[-1].questions.append(second)

    def _refuse_columns(self, row: Row, kind: RowType) -> None:
        """What belongs to other kinds of rows."""
        refused = ["repeat_count"] if kind.choices else ["repeat_count", "choice_filter"]
        for name in refused:
            if row.text(name):
                cell = row.cell(name)
                self.reading.note(scalar(cell), FaultCode.COLUMN_REFUSED, place=cell.header)

    def _calculate(self, row: Row, kind: RowType) -> None:
        key = self.names.key(row)
        formula: Expression | None = Literal("")  # As XPath has what is empty.
        cell = row.cell("calculation")
        if kind.kind is RowKind.TODAY:
            formula, cell = Today(), row.cell("type")
        elif cell.text:
            formula = self.formulas.read(cell, condition=False, around=self._around())
        elif row.text("default"):
            cell = row.cell("default")
            formula = self.formulas.literal_or_formula(cell, self._around())
        if formula is None:
            return
        self.names.learn(row, kind_of(formula, self.names.known) if kind.kind else Kind.TEXT)
        line = self.formulas.line("calculated", formula, cell)
        self.groups[-1].calculated.append((scalar(row.cell("name"), key), line[1]))

    def _condition(self, row: Row, name: str, own: str | None) -> Entry | None:
        if not row.text(name):
            return None
        cell = row.cell(name)
        found = self.formulas.read(cell, own=own, condition=True, around=self._around())
        return None if found is None else self.formulas.line(name, found, cell)

    def _rename(self, node: yaml.Node) -> None:
        """Put the keys in place of the names that texts ask for."""
        keys = {name: named.key for name, named in self.names.meant.items()}
        always = {name: named.says for name, named in self.names.meant.items() if named.says}
        waiting: list[yaml.Node] = [node]
        while waiting:
            each = waiting.pop()
            if isinstance(each, yaml.ScalarNode):
                for name in _NAME.findall(each.value) if always else ():
                    if name in always:
                        each.value = each.value.replace(f"${{{name}}}", always[name])
                each.value = renamed(each.value, keys)
            else:
                waiting += [part for pair in each.value for part in pair]


def _names_in(row: Row) -> list[str]:
    """The names that the cells of the row ask for."""
    return [name.strip() for cell in row.cells.values() for name in _NAME.findall(cell.text)]


def _type_of(row: Row, asked_for: set[str]) -> RowType:
    """What the row is; what no chat knows of a telephone is empty where something asks for it."""
    found = row_type(row.text("type"))
    if found.kind is RowKind.SILENT and row.text("name") in asked_for:
        return RowType(RowKind.HIDDEN)
    return found


def _says_something(row: Row) -> bool:
    """Whether the row is no remark between the others, and not switched off."""
    named = any(row.text(header) for header in ("type", "name", "label"))
    return named and not is_yes(row.text("disabled"))
