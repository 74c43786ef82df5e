"""Conditions and calculations of a survey file: read, then checked once all questions are known."""

import yaml

from surveys.expressions.parsing import CALLS, TooLong, UnknownFunction, parse
from surveys.expressions.scanning import Unreadable
from surveys.expressions.tree import Expression
from surveys.faults import FaultCode
from surveys.logic import LogicFault, check_logic
from surveys.questions import Calculated, Question, QuestionKey, Survey
from surveys.yaml_nodes import Entry
from surveys.yaml_texts import Reading, did_you_mean


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


def read_calculated(
    entry: Entry | None, questions: tuple[Question, ...], reading: Reading
) -> tuple[Calculated, ...]:
    """The calculated values, in the author's order."""
    if entry is None:
        return ()
    taken = {str(question.key) for question in questions}
    found = []
    for name, line in (reading.mapping(entry.value, "calculated") or {}).items():
        reading.check_key(line.key, name, "value")
        reading.inside = name
        if name in taken:
            first = entry.key.start_mark.line + 1
            reading.notes.add(line.key, FaultCode.REPEATED_QUESTION, key=name, first=first)
        formula = read_expression(line, "calculated", reading)
        if formula is not None:
            found.append(Calculated(QuestionKey(name), formula))
    reading.inside = ""
    return tuple(found)


def note_logic(survey: Survey, reading: Reading) -> None:
    """Note all that does not make sense together, each at its line."""
    for fault in check_logic(survey):
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
    return next((each for each in mine if each[0] == fault.place), mine[0])
