"""The figures of a profile become those of the portraits: errors of placing are taken out of them.

Without this a mean of the members stands beside a corrected one, and a reader asks which is true.
What a profile may not tell, and what is a little vague, stays as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from segmentation.grounds import Grounds
from surveys.questions import (
    ChoiceKey,
    Question,
    QuestionKey,
    SingleChoice,
    YesNo,
    choices_of,
)
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.portraits import Portrait, Trait
from use_cases.reporting.profile import strongest
from use_cases.reporting.suppression import Kind
from use_cases.reporting.values import Cell, Estimate, ReportData, Row, SchemeReport

Line = tuple[QuestionKey, ChoiceKey | None]
Lines = Mapping[Line, Trait]


def corrected(report: ReportData, drawn: Mapping[Grounds, Illustration]) -> ReportData:
    """The report with one number for one thing: cards, bars and tables tell what portraits tell."""
    schemes = [
        _scheme(scheme, drawn[scheme.grounds]) if scheme.grounds in drawn else scheme
        for scheme in report.schemes
    ]
    return replace(report, schemes=tuple(schemes))


def _scheme(scheme: SchemeReport, found: Illustration) -> SchemeReport:
    portraits = {each.segment.number: each for each in found.portraits}
    lines = [_lines(portraits.get(segment.number)) for segment in scheme.segments]
    if not any(lines):
        return scheme
    rows = tuple(_row(row, lines) for row in scheme.rows)
    segments = tuple(
        replace(segment, more=strongest(rows, place, 1), less=strongest(rows, place, -1))
        for place, segment in enumerate(scheme.segments)
    )
    guessed = found.run is not None and found.run.model is not None
    return replace(scheme, rows=rows, segments=segments, corrected=guessed)


def _lines(portrait: Portrait | None) -> Lines:
    return {(each.item, each.option): each for each in portrait.rows} if portrait else {}


def _row(row: Row, lines: Sequence[Lines]) -> Row:
    traits = [_trait(row, mine) for mine in lines]
    told = next((each for each in traits if each is not None), None)
    if told is None:
        return row
    exact = row.everybody.kind is Kind.EXACT
    everybody = _everybody(row.everybody, told.everybody) if exact else row.everybody
    cells = [_cell(c, everybody, t, row) for c, t in zip(row.cells, traits, strict=True)]
    return replace(row, everybody=everybody, cells=tuple(cells))


def _trait(row: Row, lines: Lines) -> Trait | None:
    """The trait of the line; of two options only one has a trait, the other is what is left."""
    found = lines.get((row.item, row.option))
    if found is not None or row.option is None:
        return found
    other = next((each for (item, _), each in lines.items() if item == row.item), None)
    if other is None or other.kind is not Kind.EXACT or not _is_either_or(other.question):
        return None
    return replace(
        other,
        value=1 - other.value,
        value_low=1 - other.value_high,
        value_high=1 - other.value_low,
        everybody=1 - other.everybody,
    )


def _is_either_or(question: Question) -> bool:
    return isinstance(question, YesNo | SingleChoice) and len(choices_of(question)) == 2


def _everybody(counted: Estimate, value: float) -> Estimate:
    """Everybody who has a place; the interval is as wide as that of all who answered."""
    shift = value - (counted.value or 0.0)
    return replace(
        counted, value=value, low=(counted.low or 0.0) + shift, high=(counted.high or 0.0) + shift
    )


def _cell(cell: Cell, everybody: Estimate, trait: Trait | None, row: Row) -> Cell:
    exact = cell.estimate.kind is Kind.EXACT and cell.estimate.value is not None
    estimate = _estimate(trait, row) if trait is not None and exact else cell.estimate
    here, all_ = estimate.value, everybody.value
    difference = None if here is None or all_ is None else here - all_
    return replace(cell, estimate=estimate, difference=difference)


def _estimate(trait: Trait, row: Row) -> Estimate:
    low, high = (0.0, 1.0) if row.is_share else (row.low, row.high)
    return Estimate(
        Kind.EXACT,
        trait.value,
        trait.value_low if low is None else max(trait.value_low, low),
        trait.value_high if high is None else min(trait.value_high, high),
    )
