"""What the columns of different kinds of questions have in common."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from surveys.answers import Answer
from surveys.questions import Question, Scale
from use_cases.exporting.uniting import STATUS, United
from use_cases.exporting.values import (
    ANSWERED,
    Cell,
    Code,
    Column,
    Measure,
    Missing,
    Says,
    Shape,
)

Words = Callable[[str], str]
"""How people's own words are written down: as they are, or masked."""

Given = Answer | Missing
Read = Callable[[Question | None, Given], tuple[Cell, ...]]
"""The cells for an answer; the question is that of the respondent's version, if it had it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one question and how they are filled."""

    columns: tuple[Column, ...]
    read: Read


def column(united: United, *within: str, shape: Shape, measure: Measure, **more: object) -> Column:
    """A column of the question's own, or one `within` it."""
    told: dict[str, object] = {"label": united.label, "versions": united.versions}
    told |= {"earlier": united.earlier} | more
    newest = united.newest
    if isinstance(newest, Scale) and newest.battery is not None:
        told |= {"label": newest.battery.stem, "item": united.label}
    return Column(
        name=united.names.of(*within),
        shape=shape,
        measure=measure,
        question=united.key,
        **told,  # type: ignore[arg-type]
    )


def coded(united: United, measure: Measure, codes: Iterable[Code]) -> Column:
    """A column of numbers that stand for something."""
    return column(
        united,
        shape=Shape.CODE,
        measure=measure,
        codes=tuple(codes),
        takes_reasons=True,
        whole=True,
    )


def beside(united: United, shape: Shape, cell: Callable[[Given], Cell]) -> Columns:
    """What cannot hold a reason's number has it in a column beside."""
    measure = Measure.NOMINAL if shape is Shape.TEXT else Measure.SCALE
    status = column(
        united,
        STATUS,
        shape=Shape.CODE,
        measure=Measure.NOMINAL,
        also=Says.STATUS,
        codes=(Code(value=ANSWERED, label=Says.ANSWERED),),
        takes_reasons=True,
        whole=True,
    )

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return None, int(given)
        return cell(given), ANSWERED

    return Columns((column(united, shape=shape, measure=measure), status), read)


def items(
    united: United,
    measure: Measure,
    codes: tuple[Code, ...] = (),
    *,
    within: tuple[str, ...] = (),
    also: Says | None = None,
) -> tuple[Column, ...]:
    """One column for each choice; or several, told apart by `within` and `also`."""
    return tuple(
        column(
            united,
            each.choice.key,
            *within,
            shape=Shape.CODE,
            measure=measure,
            item=each.choice.label,
            also=also,
            choice=each.choice.key,
            codes=codes,
            whole=True,
            takes_reasons=True,
            versions=each.versions,
            earlier=each.earlier,
        )
        for each in united.choices
    )


def needs_far(minimums: Iterable[float | None]) -> bool:
    """Whether somebody could answer what the reasons' numbers are."""
    return not all(least is not None and least > Missing.NOT_REACHED for least in minimums)
