"""The sheets of a form as the nodes of a survey file: rows become questions, groups conditions."""

from dataclasses import dataclass, field

import yaml

from surveys.expressions.checking import Kind, Known, kind_of
from surveys.expressions.parsing import parse
from surveys.expressions.scanning import Unreadable
from surveys.expressions.tree import Both, Expression, Literal, Today
from surveys.expressions.writing import write
from surveys.faults import FaultCode
from surveys.piping import renamed
from surveys.xlsform.choices import keys_of, read_lists, unnamed
from surveys.xlsform.meaning import Named
from surveys.xlsform.nodes import Entry, entry, listed, mapping, scalar
from surveys.xlsform.rows import is_yes, note_columns, question_node
from surveys.xlsform.sheets import Cell, Row, Workbook
from surveys.xlsform.texts import Languages, key_from
from surveys.xlsform.types import KINDS, RowKind, RowType, row_type
from surveys.xlsform.xpath import UnsupportedXPath, read_xpath
from surveys.yaml_texts import Reading

_SETTINGS = ("welcome", "thanks")
_NUMBERS = ("points", "minutes")
_ASKED = frozenset(KINDS) - {RowKind.TODAY}


@dataclass(slots=True)
class _Group:
    """A group that is open: when it is asked, and its label until a question has taken it."""

    begin: Row
    condition: Expression | None
    label: dict[str, Cell] = field(default_factory=dict)


class Form:
    """Goes through the rows from top to bottom."""

    def __init__(self, book: Workbook, reading: Reading) -> None:
        self.book, self.reading = book, reading
        self.languages = Languages(book, reading)
        self.lists = read_lists(book)
        self.names: dict[str, Named] = {}
        self.known: dict[str, Known] = {}
        self.groups: list[_Group] = []
        self.questions: list[yaml.Node] = []
        self.calculated: list[Entry] = []

    def node(self) -> yaml.MappingNode:
        """The whole form."""
        rows = [row for row in self.book["survey"] if _says_something(row)]
        for cell, code, place in unnamed(self.book):
            self.reading.note(scalar(cell), code, place=place)
        typed = [(row, row_type(row.text("type"))) for row in rows]
        self._name(typed)
        for row, kind in typed:
            self._row(row, kind)
        for group in self.groups:
            self.reading.note(scalar(group.begin.cell("type")), FaultCode.GROUP_OPEN)
        start = Cell("", "survey", 1, 1)
        settings = mapping(start, self._settings())
        self._rename(settings)
        lines = [*settings.value, entry("questions", listed(start, self.questions), start)]
        if self.calculated:
            lines.append(entry("calculated", mapping(start, self.calculated), start))
        return mapping(start, lines)

    def _settings(self) -> list[Entry]:
        row = next(iter(self.book.get("settings", ())), Row("settings", 2))
        identity = row.text("form_id") or row.text("form_title")
        key = key_from(identity, set(), "survey")
        lines = [entry("survey", scalar(row.cell("form_id"), key), row.cell("form_id"))]
        title = self.languages.node(row, "form_title")
        if title is None:
            at = row.cell("form_title")
            title = mapping(at, [entry(self.languages.default, scalar(at, identity or key), at)])
        lines.append(entry("title", title, row.cell("form_title")))
        for name in _SETTINGS:
            text = self.languages.node(row, name)
            if text is not None:
                lines.append(entry(name, text, row.cell(name)))
        for name in _NUMBERS:
            if row.text(name):
                lines.append(entry(name, scalar(row.cell(name), plain=True), row.cell(name)))
        return lines

    def _name(self, typed: list[tuple[Row, RowType]]) -> None:
        """A key for every name, so that conditions can be read from the first row on."""
        taken: set[str] = set()
        for row, kind in typed:
            name = row.text("name")
            if not name or kind.kind in (RowKind.BEGIN, RowKind.END, RowKind.SILENT):
                continue
            if name in self.names:
                cell = row.cell("name")
                code = FaultCode.REPEATED_QUESTION
                self.reading.note(scalar(cell), code, key=name, first=self._first(name))
                continue
            choices = keys_of(self.lists.get(kind.choices, []))
            meant = KINDS.get(kind.kind, Kind.TEXT)
            self.names[name] = Named(key_from(name, taken, "question"), meant, choices)
            self.known[self.names[name].key] = Known(meant)

    def _first(self, name: str) -> int:
        return next(row.number for row in self.book["survey"] if row.text("name") == name)

    def _row(self, row: Row, kind: RowType) -> None:
        match kind.kind:
            case RowKind.BEGIN:
                label = self.languages.texts(row, "label")
                self.groups.append(_Group(row, self._relevant(row), label))
            case RowKind.END if self.groups:
                self.groups.pop()
            case RowKind.END:
                self.reading.note(scalar(row.cell("type")), FaultCode.GROUP_OPEN)
            case RowKind.SILENT:
                pass
            case RowKind.REFUSED | RowKind.UNKNOWN:
                self._refuse(row, kind)
            case _ if not row.text("name"):
                self.reading.note(scalar(row.cell("name")), FaultCode.MISSING, place="name")
            case _ if row.number != self._first(row.text("name")):
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
            self.groups.append(_Group(row, None))

    def _ask(self, row: Row, kind: RowType) -> None:
        note_columns(row, self.reading)
        named = self.names[row.text("name")]
        before = self._group_label()
        node, lines = question_node(row, kind, named.key, self.lists, self.languages, before)
        self._rename(node)
        relevant = self._together(self._relevant(row))
        if relevant is not None:
            lines.append(self._expression("relevant", relevant, row.cell("relevant")))
        if row.text("constraint"):
            own = row.text("name")
            constraint = self._read(row.cell("constraint"), own=own, condition=True)
            if constraint is not None:
                lines.append(self._expression("constraint", constraint, row.cell("constraint")))
        self.questions.append(node)

    def _group_label(self) -> dict[str, Cell] | None:
        """The label of the innermost group, for its first question only."""
        if not self.groups:
            return None
        label, self.groups[-1].label = self.groups[-1].label, {}
        return label

    def _calculate(self, row: Row, kind: RowType) -> None:
        named = self.names[row.text("name")]
        formula: Expression | None = Literal(None)
        cell = row.cell("calculation")
        if kind.kind is RowKind.TODAY:
            formula, cell = Today(), row.cell("type")
        elif cell.text:
            formula = self._read(cell, own=None, condition=False)
        elif row.text("default"):
            cell = row.cell("default")
            formula = Literal(cell.text)
        if formula is None:
            return
        meant = kind_of(formula, self.known)
        self.names[row.text("name")] = Named(named.key, meant)
        self.known[named.key] = Known(meant)
        line = self._expression("calculated", formula, cell)
        self.calculated.append((scalar(row.cell("name"), named.key), line[1]))

    def _relevant(self, row: Row) -> Expression | None:
        cell = row.cells.get("relevant")
        return self._read(cell, own=None, condition=True) if cell is not None else None

    def _together(self, own: Expression | None) -> Expression | None:
        """The condition of the question and of every group around it."""
        found: Expression | None = None
        for condition in (*(group.condition for group in self.groups), own):
            if condition is not None:
                found = condition if found is None else Both(found, condition)
        return found

    def _read(self, cell: Cell, *, own: str | None, condition: bool) -> Expression | None:
        try:
            return read_xpath(cell.text, self.names, own, condition=condition)
        except UnsupportedXPath as lost:
            code = FaultCode.XPATH_UNSUPPORTED
            self.reading.note(
                scalar(cell), code, suggestion=lost.instead, place=cell.header, found=lost.found
            )
        return None

    def _expression(self, name: str, found: Expression, at: Cell) -> Entry:
        """The line of a survey file that reads back as the same expression."""
        text = write(found)
        try:
            parse(text)
        except Unreadable:
            self.reading.note(scalar(at), FaultCode.EXPRESSION_TOO_LONG, place=name)
            text = "yes"
        return entry(name, scalar(at, text), at)

    def _rename(self, node: yaml.Node) -> None:
        """Put the keys in place of the names that texts ask for."""
        keys = {name: named.key for name, named in self.names.items()}
        waiting: list[yaml.Node] = [node]
        while waiting:
            each = waiting.pop()
            if isinstance(each, yaml.ScalarNode):
                each.value = renamed(each.value, keys)
            else:
                waiting += [part for pair in each.value for part in pair]


def _says_something(row: Row) -> bool:
    """Whether the row is no remark between the others, and not switched off."""
    named = any(row.text(header) for header in ("type", "name", "label"))
    return named and not is_yes(row.text("disabled"))
