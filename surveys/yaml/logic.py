"""Conditions and calculations of a survey file: read, then checked once all questions are known."""

from collections.abc import Iterable

import yaml

from surveys.expressions.parsing import CALLS, TooLong, UnknownFunction, parse
from surveys.expressions.scanning import Unreadable
from surveys.expressions.tree import Expression
from surveys.faults import FaultCode
from surveys.limits import CALCULATED_MAX
from surveys.logic import LogicFault, check_logic, unknown_names
from surveys.questions import Calculated, QuestionKey, Survey
from surveys.yaml.nodes import Entry
from surveys.yaml.texts import Reading, did_you_mean


def read_expression(entry: Entry | None, place: str, reading: Reading) -> Expression | None:
    """The expression written there, if any; None also after noting why it cannot be read."""
    if entry is None:
        return None
    node = entry.value
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        reading.note(entry.key, FaultCode.TEXT_NEEDED, place=place)
        return None
    reading.expressions[reading.inside, place] = node
    try:
        return parse(node.value)
    except TooLong:
        reading.note(node, FaultCode.EXPRESSION_TOO_LONG, place=place)
    except UnknownFunction as unknown:
        code, better = FaultCode.UNKNOWN_FUNCTION, did_you_mean(unknown.found, CALLS)
        facts = {"place": place, "name": unknown.found, "allowed": ", ".join(CALLS)}
        reading.note_within(node, unknown.at, code, facts, better)
    except Unreadable as lost:
        facts = {"place": place, "found": lost.found or "…"}
        reading.note_within(node, lost.at, FaultCode.EXPRESSION_BROKEN, facts)
    return None


def read_formulas(entry: Entry | None, reading: Reading) -> list[tuple[Calculated, yaml.Node]]:
    """The calculated values in the author's order, each with where it stands."""
    if entry is None:
        return []
    found = []
    lines = reading.mapping(entry.value, "calculated") or {}
    if len(lines) > CALCULATED_MAX:
        code = FaultCode.TOO_MANY_CALCULATED
        reading.notes.add(entry.key, code, limit=CALCULATED_MAX, length=len(lines))
        return []
    for name, line in lines.items():
        reading.check_key(line.key, name, "value")
        reading.inside = name
        formula = read_expression(line, "calculated", reading)
        if formula is not None:
            found.append((Calculated(QuestionKey(name), formula), line.key))
    reading.inside = ""
    return found


def note_logic(survey: Survey, reading: Reading) -> None:
    """Note all that does not make sense together, each at its line."""
    _note(check_logic(survey), reading)


def note_names(survey: Survey, reading: Reading) -> None:
    """Note the names that nothing has, where other faults keep the rest from being checked."""
    _note(unknown_names(survey, reading.written), reading)


def _note(faults: Iterable[LogicFault], reading: Reading) -> None:
    for fault in faults:
        problem = fault.problem
        place, node = fault.place, reading.expressions.get((fault.inside, fault.place))
        offset = problem.at if node is not None else 0
        if node is None:
            place, node = _text_at(fault, reading)
        reading.inside = fault.inside
        facts = {**problem.facts, "place": place}
        reading.note_within(node, offset, problem.code, facts, problem.suggestion)
    reading.inside = ""


def _text_at(fault: LogicFault, reading: Reading) -> tuple[str, yaml.Node]:
    """Where the text stands into which an answer cannot be put; a question's own words else."""
    mine = [(place, node) for node, place, inside, _ in reading.texts if inside == fault.inside]
    anywhere = next((place, node) for node, place, *_ in reading.texts)
    return next((each for each in mine if each[0] == fault.place), (mine or [anywhere])[0])
