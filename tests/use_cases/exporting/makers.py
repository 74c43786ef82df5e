"""Responses as exports read them, and tables of them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from surveys.answers import Answer
from surveys.questions import QuestionKey, Survey
from tests.fakes import NOON
from use_cases.exporting.about import pseudonyms
from use_cases.exporting.table import Table
from use_cases.exporting.values import Cell
from use_cases.records.exports import ExportedResponse


def a_response(
    answers: Mapping[str, Answer] | None = None,
    *,
    number: int = 1,
    version: int = 1,
    completed: bool = True,
) -> ExportedResponse:
    """Somebody answered in two minutes."""
    return ExportedResponse(
        id=number,
        version=version,
        person_id=number + 100,
        source="door",
        started_at=NOON,
        touched_at=NOON + timedelta(minutes=2),
        completed_at=NOON + timedelta(minutes=2) if completed else None,
        completed=completed,
        answers={QuestionKey(key): answer for key, answer in (answers or {}).items()},
    )


def a_table(*versions: Survey, masked: bool = False) -> Table:
    """The versions as a table, for one recipient."""
    return Table(versions, pseudonym=pseudonyms("secret", "me"), masked=masked)


def cells(table: Table, response: ExportedResponse) -> dict[str, Cell]:
    """The row of a response by the names of its columns."""
    names = [column.name for column in table.columns]
    return dict(zip(names, table.row(response), strict=True))


def names(table: Table) -> Sequence[str]:
    """The columns about answers."""
    return [column.name for column in table.columns if not column.is_about_response]
