"""The expressions of a form: conditions, calculations, filters of choices, defaults."""

import re
from collections.abc import Mapping

from surveys.expressions.evaluating import evaluate
from surveys.expressions.parsing import parse
from surveys.expressions.scanning import Unreadable
from surveys.expressions.tree import (
    Call,
    Column,
    Compare,
    Expression,
    Function,
    Given,
    Has,
    Literal,
    every_node,
)
from surveys.expressions.writing import write
from surveys.faults import FaultCode
from surveys.xlsform.choices import Lists, keys_of
from surveys.xlsform.names import NamesOfForm
from surveys.xlsform.nodes import Entry, entry, scalar
from surveys.xlsform.sheets import Cell, Row
from surveys.xlsform.tokens import UnsupportedXPath
from surveys.xlsform.types import RowKind, RowType
from surveys.xlsform.xpath import read_xpath
from surveys.yaml.texts import Reading

_COMPUTED = ("${", "(", "+", " - ", " * ", " div ")
"""What a default that is worked out has somewhere in it."""


_DAY = re.compile(r"(\d{4}-\d\d-\d\d)([ T][\d:.+-]*Z?)?")
_HOUR = re.compile(r"(?:\d{4}-\d\d-\d\d[ T])?(\d{1,2}:\d\d)(:[\d.]+)?([+-][\d:]+|Z)?")


class Formulas:
    """Reads the XPath in the cells of a form; what it cannot read it notes."""

    def __init__(self, names: NamesOfForm, reading: Reading) -> None:
        self.names, self.reading = names, reading

    def read(
        self,
        cell: Cell,
        *,
        condition: bool,
        own: str | None = None,
        columns: bool = False,
        around: str | None = None,
    ) -> Expression | None:
        """The expression in the cell; None after noting why it cannot be read."""
        try:
            return read_xpath(
                cell.text,
                self.names.meant,
                own,
                condition=condition,
                columns=columns,
                around=around,
            )
        except UnsupportedXPath as lost:
            code = FaultCode.XPATH_UNSUPPORTED
            self.reading.note(
                scalar(cell), code, suggestion=lost.instead, place=cell.header, found=lost.found
            )
        return None

    def line(self, name: str, found: Expression, at: Cell) -> Entry:
        """The line of a survey file that reads back as the same expression."""
        text = write(found)
        try:
            parse(text)
        except Unreadable:  # Only what is too long or too deep is written and not read.
            self.reading.note(scalar(at), FaultCode.EXPRESSION_TOO_LONG, place=name)
            text = "yes"
        return entry(name, scalar(at, text), at)

    def choice_filter(
        self, cell: Cell, around: str | None
    ) -> tuple[Expression | None, Mapping[str, Mapping[str, str]]]:
        """The filter, and its columns: which values there stand for the choices of a question."""
        found = self.read(cell, condition=True, columns=True, around=around)
        columns: dict[str, Mapping[str, str]] = {}
        for node in every_node(found) if found is not None else ():
            if isinstance(node, Column):
                columns.setdefault(node.name, {})
            for column, beside in _side_by_side(node):
                columns[column.name] = {**columns.get(column.name, {}), **self._choices(beside)}
        return found, columns

    def default(self, row: Row, kind: RowType, lists: Lists, around: str | None) -> Entry | None:
        """The answer to propose: what stands under "default", or what the row would compute."""
        cell = row.cell("default") if row.text("default") else row.cell("calculation")
        if not cell.text or kind.kind is RowKind.NOTE:
            return None
        keys = keys_of(lists.get(kind.choices, []))
        if kind.kind is RowKind.OPEN and not any(sign in cell.text for sign in _COMPUTED):
            found: Expression | None = Literal(cell.text.strip("'\""))
            return self.line("default", Call(Function.TEXT, (found,)), cell) if found else None
        if cell.text in keys:
            return entry("default", scalar(cell, keys[cell.text]), cell)
        if kind.kind is RowKind.MULTIPLE and not any(sign in cell.text for sign in _COMPUTED):
            picked = " ".join(keys.get(name, name) for name in cell.text.split())
            return self.line("default", Literal(picked), cell)
        if not any(sign in cell.text for sign in _COMPUTED):
            return self._plain_default(cell, kind)
        found = self.read(cell, condition=False, around=around)
        return None if found is None else self.line("default", found, cell)

    def _plain_default(self, cell: Cell, kind: RowType) -> Entry | None:
        """What is written there; spreadsheets write a day with a time of day, and seconds."""
        text = cell.text
        if kind.kind in (RowKind.DATE, RowKind.MOMENT):
            day = _DAY.fullmatch(text)
            if day is None:
                code = FaultCode.BAD_DATE
                self.reading.note(scalar(cell), code, place=cell.header, value=text)
                return None
            text = day[1]
        elif kind.kind is RowKind.TIME and (hour := _HOUR.fullmatch(text)):
            text = hour[1]
        return entry("default", scalar(cell, text, plain=True), cell)

    def literal_or_formula(self, cell: Cell, around: str | None) -> Expression | None:
        """The default of a hidden value: as written, or worked out."""
        if not any(sign in cell.text for sign in _COMPUTED):
            return Literal(cell.text)
        return self.read(cell, condition=False, around=around)

    def _choices(self, key: str) -> Mapping[str, str]:
        named = (each for each in self.names.meant.values() if each.key == key)
        return next((each.choices for each in named), {})


def whole_number(found: Expression) -> int | None:
    """The number that the expression always is, if it is one."""
    if any(isinstance(node, Given) for node in every_node(found)):
        return None
    value = evaluate(found, lambda _: None)
    return int(value) if isinstance(value, float) and value.is_integer() else None


def _side_by_side(node: Expression) -> list[tuple[Column, str]]:
    """A column and the question whose choices it names."""
    match node:
        case Compare(_, Column() as column, Given(key)) | Compare(
            _, Given(key), Column() as column
        ):
            return [(column, key)]
        case Has(Given(key), Column() as column):
            return [(column, key)]
    return []
