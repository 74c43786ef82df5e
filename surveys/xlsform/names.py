"""Keys for the names of a form: each row its own, whatever groups it stands in."""

from collections.abc import Sequence
from dataclasses import replace

from surveys.expressions.checking import Kind, Known
from surveys.faults import FaultCode
from surveys.xlsform.choices import Lists, alike, keys_of
from surveys.xlsform.meaning import Named
from surveys.xlsform.nodes import scalar
from surveys.xlsform.sheets import Row
from surveys.xlsform.texts import key_from
from surveys.xlsform.types import KINDS, RowKind, RowType
from surveys.yaml.texts import Reading

Typed = tuple[Row, RowType]
_UNNAMED = (RowKind.END, RowKind.SILENT, RowKind.REFUSED, RowKind.UNKNOWN)


class NamesOfForm:
    """Which key every row has, and what the names in expressions stand for.

    A name may stand twice in a form if it is in different groups; expressions mean the first.
    """

    def __init__(self, typed: Sequence[Typed], lists: Lists, reading: Reading) -> None:
        self.reading = reading
        self.taken: set[str] = set()
        self.keys: dict[tuple[int, str], str] = {}  # By the place of the row.
        self.meant: dict[str, Named] = {}
        self.known: dict[str, Known] = {}
        self.repeated: set[tuple[int, str]] = set()
        groups: list[tuple[int, dict[str, int]]] = [(0, {})]
        for row, kind in typed:
            if kind.kind is RowKind.END and len(groups) > 1:
                groups.pop()
            if kind.kind not in _UNNAMED:
                self._name(row, kind, lists, groups[-1][1])
            if kind.kind in (RowKind.BEGIN, RowKind.REPEAT):
                groups.append((row.number, {}))

    def key(self, row: Row) -> str:
        """The key of the row."""
        return self.keys[row.place]

    def fresh(self, name: str) -> str:
        """A key that nothing has yet."""
        return key_from(name, self.taken, "question")

    def learn(self, row: Row, kind: Kind) -> None:
        """What the row comes to is known by now."""
        name, key = row.text("name"), self.key(row)
        if name in self.meant and self.meant[name].key == key:
            self.meant[name] = replace(self.meant[name], kind=kind)
        self.known[key] = Known(kind)

    def _name(self, row: Row, kind: RowType, lists: Lists, beside: dict[str, int]) -> None:
        structure = kind.kind in (RowKind.BEGIN, RowKind.REPEAT)
        name = row.text("name") or ("group" if structure else "")
        if not name and kind.kind is RowKind.NOTE:
            name = "note"  # Nobody asks for it by name.
        if not name:
            return
        if row.text("name") and beside.setdefault(name, row.number) != row.number:
            cell, code = row.cell("name"), FaultCode.REPEATED_QUESTION
            self.reading.note(scalar(cell), code, key=name, first=beside[name])
            self.repeated.add(row.place)
        meant = KINDS.get(kind.kind, Kind.TEXT)
        key = self.fresh(name)
        self.keys[row.place] = key
        listed = lists.get(kind.choices, [])
        choices = keys_of(listed)
        if kind.kind is RowKind.REPEAT:
            meant = Kind.CHOICES
        self.meant.setdefault(name, Named(key, meant, choices, alike(listed), kind.says))
        self.known[key] = Known(meant)
