"""The columns of calculated values; a cell is empty where nothing could be worked out."""

from collections.abc import Sequence
from datetime import date, time

from surveys.expressions.checking import Kind, Known, kind_of
from surveys.expressions.tree import Value, references
from surveys.questions import Survey
from surveys.values import known_of
from use_cases.exporting.cleaning import clean
from use_cases.exporting.names import Names
from use_cases.exporting.uniting import CALCULATED
from use_cases.exporting.values import Cell, Code, Column, Measure, Says, Shape

_SHAPES = {
    Kind.NUMBER: (Shape.NUMBER, Measure.SCALE),
    Kind.YES_NO: (Shape.CODE, Measure.NOMINAL),
    Kind.DATE: (Shape.DATE, Measure.SCALE),
    Kind.TIME: (Shape.TIME, Measure.SCALE),
}
_TEXT = (Shape.TEXT, Measure.NOMINAL)
_YES_NO = (Code(value=1, label=Says.YES), Code(value=0, label=Says.NO))
BETWEEN_CHOICES = " "


def calculated_columns(versions: Sequence[Survey], names: Names) -> dict[tuple[str, Kind], Column]:
    """One column for each calculated value, or one for each kind of value it has come to."""
    found: dict[tuple[str, Kind], Column] = {}
    for survey in versions:
        for key, kind in kinds_of(survey).items():
            before = found.get((key, kind))
            another = any(known == key for known, _ in found) and before is None
            shape, measure = _SHAPES.get(kind, _TEXT)
            found[key, kind] = Column(
                name=before.name if before else names.of(key, CALCULATED, *([kind] * another)),
                shape=shape,
                measure=measure,
                also=Says.CALCULATED,
                question=key,
                codes=_YES_NO if kind is Kind.YES_NO else (),
                versions=(*(before.versions if before else ()), survey.version),
            )
    return found


def kinds_of(survey: Survey) -> dict[str, Kind]:
    """What each calculated value of the survey comes to, in the author's order."""
    known = {str(question.key): known_of(question) for question in survey.questions}
    waiting = {str(each.key): each.formula for each in survey.calculated}
    while waiting:
        ready = [key for key, formula in waiting.items() if not references(formula) & set(waiting)]
        assert ready, "a survey with a circle in it is not taken"
        for key in ready:
            known[key] = Known(kind_of(waiting.pop(key), known))
    return {str(each.key): known[each.key].kind for each in survey.calculated}


def value_cell(value: Value) -> Cell:
    """The value as a cell of its column."""
    match value:
        case bool():
            return int(value)
        case float():
            return int(value) if value.is_integer() else value
        case str():
            return clean(value)
        case tuple():
            return BETWEEN_CHOICES.join(value)
        case date() | time():
            return value
    return None
