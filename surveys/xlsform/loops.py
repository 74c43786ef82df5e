"""``begin loop over LIST``: the rows inside are asked about every choice of the list.

The rows are written out, one group for each choice: ``%(label)s`` and ``%(name)s`` are the choice,
and a name that is defined inside belongs to its own turn ("total" of "car" is "total_car").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from surveys.faults import FaultCode
from surveys.xlsform.choices import Listed, Lists
from surveys.xlsform.nodes import scalar
from surveys.xlsform.sheets import ROWS_MAX, Cell, Row
from surveys.yaml.texts import Reading, did_you_mean

_BEGIN = re.compile(r"begin[ _]+loop(?:[ _]+over)?[ _]+(?P<choices>\S+)\s*", re.IGNORECASE)
_END = re.compile(r"end[ _]+loop\s*", re.IGNORECASE)
_THING = re.compile(r"%\((label|name)\)s")


def without_loops(rows: Sequence[Row], lists: Lists, reading: Reading) -> list[Row]:
    """The rows with every loop over a list written out, inner loops too."""
    found: list[Row] = []
    waiting = iter(rows)
    for row in waiting:
        begins = _BEGIN.fullmatch(row.text("type"))
        if begins is None:
            found.append(row)
            continue
        body, end = _body(waiting)
        choices = lists.get(begins["choices"])
        if choices is None or end is None:
            if choices is None:
                _no_list(row, begins["choices"], lists, reading)
            ends = [_typed(end, "end group")] if end is not None else []
            found += [_typed(row, "begin group"), *body, *ends]
            continue
        inner = without_loops(body, lists, reading)
        if len(choices) * (len(inner) + 2) > ROWS_MAX:
            limit, length = ROWS_MAX, len(choices) * len(inner)
            code = FaultCode.TOO_MANY_QUESTIONS
            reading.note(scalar(row.cell("type")), code, limit=limit, length=length)
            choices = choices[:1]
        for choice in choices:
            found += _turn(row, inner, end, choice)
    return found


def _body(rows: Iterator[Row]) -> tuple[list[Row], Row | None]:
    """The rows up to the end of the loop, and its end if there is one."""
    body: list[Row] = []
    depth = 1
    for row in rows:
        depth += bool(_BEGIN.fullmatch(row.text("type")))
        depth -= bool(_END.fullmatch(row.text("type")))
        if depth == 0:
            return body, row
        body.append(row)
    return body, None


def _turn(begin: Row, body: Sequence[Row], end: Row, choice: Listed) -> Iterator[Row]:
    """One group: the rows of the loop as they read about the choice."""
    at = begin.cell("type")
    name = f"{begin.text('name') or 'loop'}_{choice.key}"
    labels = {
        header: replace(at, text=cell.text, header=header)
        for header, cell in choice.row.cells.items()
        if header.partition(":")[0] == "label"
    }
    kept = {head: cell for head, cell in begin.cells.items() if head.partition(":")[0] != "label"}
    group = Row(
        begin.sheet,
        begin.number,
        {
            **kept,
            "type": replace(at, text="begin group"),
            "name": replace(begin.cell("name"), text=name),
            **labels,
        },
        begin.turn + choice.key,
    )
    yield group
    own = {row.text("name") for row in body if row.text("name")}
    for row in body:
        cells = {head: _about(cell, head, choice, own) for head, cell in row.cells.items()}
        yield replace(row, cells=cells, turn=choice.key + row.turn)
    yield replace(_typed(end, "end group"), turn=choice.key)


def _about(cell: Cell, header: str, choice: Listed, own: set[str]) -> Cell:
    """The cell as it reads about the choice."""
    if header == "name":
        return replace(cell, text=f"{cell.text}_{choice.key}")

    def thing(found: re.Match[str]) -> str:
        return _label(choice, header) if found[1] == "label" else choice.name

    def mine(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}_{choice.key}" if found[2] in own else found[0]

    text = _THING.sub(thing, cell.text)
    text = re.sub(r"(\$\{\s*)([^}\s]+)(?=\s*\})", mine, text)
    return replace(cell, text=re.sub(r"(\.\./)([\w-]+)", mine, text))


def _label(choice: Listed, header: str) -> str:
    """The label of the choice in the language of the column; its name where it has none."""
    language = header.partition(":")[2].strip(": ")
    labels = {
        head.partition(":")[2].strip(": "): cell.text
        for head, cell in choice.row.cells.items()
        if head.partition(":")[0] == "label"
    }
    return labels.get(language) or labels.get("") or next(iter(labels.values()), choice.name)


def _typed(row: Row, kind: str) -> Row:
    return replace(row, cells={**row.cells, "type": replace(row.cell("type"), text=kind)})


def _no_list(row: Row, name: str, lists: Lists, reading: Reading) -> None:
    better = did_you_mean(name, lists)
    reading.note(scalar(row.cell("type")), FaultCode.LIST_MISSING, suggestion=better, value=name)
