"""What of a portrait's lines may be told: decided by how many members said it, as in the report.

Errors of placing are taken out of a share that may be told; they never decide whether it may. Where
the report makes a count vague, the portrait tells that same vague figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from surveys.answers import Answer, DontKnow, Skipped
from surveys.questions import ChoiceKey, QuestionKey
from use_cases.reporting.portraits import Trait
from use_cases.reporting.profile import Crowd, rows_of
from use_cases.reporting.sitting import Material
from use_cases.reporting.suppression import Kind, alone, of_whole, parts
from use_cases.reporting.values import Row

Line = tuple[QuestionKey, ChoiceKey | None]


def counted_rows(material: Material) -> Mapping[Line, Row]:
    """The lines of the report on these answers, by the question's key and the option."""
    found: dict[Line, Row] = {}
    for key, column in material.table.answers.items():
        question = material.questions.get(key)
        if question is None:
            continue
        *crowds, rest = _crowds(material, question.key, column)
        found |= {(key, row.option): row for row in rows_of(question, crowds, rest)}
    return found


def _crowds(
    material: Material, key: QuestionKey, column: Sequence[Answer | None]
) -> tuple[Crowd, ...]:
    """Each segment, then those who stand in none."""
    people: list[list[Mapping[QuestionKey, Answer]]] = [[] for _ in (*material.segments, None)]
    for place, answer in zip(material.places, column, strict=True):
        people[-1 if place is None else place].append({} if answer is None else {key: answer})
    rest = parts([*map(len, people)], len(column))[-1]
    return tuple(map(Crowd, people, (*material.sizes, rest)))


def published(trait: Trait, rows: Mapping[Line, Row], material: Material, place: int) -> Trait:
    """The trait with what may be told of it; a figure that the report makes vague is the report's.

    It is about shares; means, orders and words are told as they are.
    """
    from segmentation.profile.sketching import UNSURE

    if trait.option == UNSURE:
        return replace(trait, kind=_unsure(material, trait.item, place))
    row = rows.get((trait.item, trait.option)) if trait.share else None
    if row is None:
        return trait
    cell, everybody = row.cells[place].estimate, row.everybody
    told = replace(trait, kind=cell.kind, kind_of_all=everybody.kind)
    if cell.kind is Kind.ABOUT and cell.value is not None:
        told = replace(
            told, value=cell.value, value_low=cell.low or 0.0, value_high=cell.high or 0.0
        )
    if everybody.kind is Kind.ABOUT and everybody.value is not None:
        told = replace(told, everybody=everybody.value)
    # The difference is of the two figures that stand beside it, and as sure as before.
    shift = told.value - told.everybody - trait.difference
    return replace(
        told,
        difference=trait.difference + shift,
        low=trait.low + shift,
        high=trait.high + shift,
    )


def _unsure(material: Material, item: QuestionKey, place: int) -> Kind:
    """How much may be told of how many do not know."""
    column = zip(material.places, material.table.answers[item], strict=True)
    said = [
        answer
        for at, answer in column
        if at == place and answer is not None and not isinstance(answer, Skipped)
    ]
    unsure = sum(isinstance(answer, DontKnow) for answer in said)
    return of_whole(unsure, alone(len(said)), len(said)).kind
