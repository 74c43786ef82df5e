"""How the columns of a table of recorded answers become answers to a survey: the mapping file.

    survey: town.yaml            # the survey file, beside this one
    delimiter: ","               # "," if left out
    encoding: utf-8              # utf-8 if left out
    language: en                 # of the people's Telegram: ru, uk or en
    id: Person_ID                # the column that tells people apart; left out, rows are people
    where:                       # only rows with these values are played
      Year: [2011, 2013, 2015]
    rows: 1200                   # at most so many, from the top; left out, all
    refused: [R, "99"]           # codes that mean "would not say", in every column
    missing: ["", NA]            # codes that mean "not asked" or "left empty", in every column
    questions:                   # by the question's key in the survey
      satisfaction:
        column: satisfied_2015   # or a list, one for each wave: the first that is not missing
        scale: 1-10              # the recorded points; left out, those of the survey
        rescale: yes             # stretch them to the survey's points; left out, they are equal
      housing:
        column: [housing_2011, housing_2013]
        values: {Rent: rents, Own: owns}   # code: choice; left out, codes are the choices' keys
        refused: ["Don't know"]  # besides those of every column
      interests:
        column: hobbies          # a multiple choice: codes are parted by `separator`
        separator: ";"

A refused or missing cell is a skipped question, and so is a rejected one, which is counted: the
questions of such a survey are all `optional: yes`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rehearsal.trouble import Trouble
from surveys.questions import MultipleChoice, Scale, SingleChoice, Survey

FILE_NAMES = (
    "survey", "delimiter", "encoding", "language", "id", "where", "rows", "refused", "missing",
    "questions",
)  # fmt: skip
COLUMN_NAMES = ("column", "values", "refused", "missing", "scale", "rescale", "separator")


class MappingFault(Trouble):
    """The mapping file cannot be followed; one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Where the answers to one question stand and how their codes are read."""

    columns: tuple[str, ...]
    values: Mapping[str, str] | None = None
    refused: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    scale: tuple[int, int] | None = None
    rescale: bool = False
    separator: str = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """A whole mapping file."""

    survey: Path
    questions: Mapping[str, ColumnMapping]
    delimiter: str = ","
    encoding: str = "utf-8"
    language: str = "en"
    id: str | None = None
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rows: int | None = None

    def check(self, survey: Survey, header: Iterable[str]) -> None:
        """Raise MappingFault for questions, choices or columns that do not exist."""
        columns = set(header)
        named = [c for each in self.questions.values() for c in each.columns]
        for column in [*named, *self.where, *([self.id] if self.id else [])]:
            if column not in columns:
                raise MappingFault(f"the table has no column {column!r}")
        for key, mapping in self.questions.items():
            _check_question(key, mapping, survey)
        for question in survey.questions:
            if not question.optional:
                raise MappingFault(f"the question {question.key} must be optional: cells are empty")


def read_mapping(file: Path) -> TableMapping:
    """Read a mapping file; MappingFault says what is wrong with it."""
    try:
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise MappingFault(f"{file} cannot be read: {fault}") from fault
    _check_names(document, FILE_NAMES, str(file))
    for needed in ("survey", "questions"):
        if needed not in document:
            raise MappingFault(f"{file} says nothing of {needed!r}")
    common = {name: _codes(document.get(name)) for name in ("refused", "missing")}
    given = {name: document[name] for name in ("delimiter", "encoding", "language", "id", "rows")
             if name in document}  # fmt: skip
    return TableMapping(
        survey=file.parent / document["survey"],
        questions={
            str(key): _column(str(key), each, common) for key, each in document["questions"].items()
        },
        where={str(key): _codes(each) for key, each in document.get("where", {}).items()},
        **given,
    )


def _column(
    key: str, written: Mapping[str, Any] | str, common: Mapping[str, frozenset[str]]
) -> ColumnMapping:
    """One question's part; just a column's name will do where there is nothing else to say."""
    if isinstance(written, str):
        written = {"column": written}
    _check_names(written, COLUMN_NAMES, key)
    if "column" not in written:
        raise MappingFault(f"{key} names no column")
    columns = written["column"]
    values = written.get("values")
    return ColumnMapping(
        columns=tuple(columns) if isinstance(columns, list) else (str(columns),),
        values=None if values is None else {str(c): str(v) for c, v in values.items()},
        refused=common["refused"] | _codes(written.get("refused")),
        missing=common["missing"] | _codes(written.get("missing")),
        scale=_ends(key, written["scale"]) if "scale" in written else None,
        rescale=bool(written.get("rescale", False)),
        separator=str(written.get("separator", ",")),
    )


def _check_names(written: object, known: tuple[str, ...], place: str) -> None:
    if not isinstance(written, dict):
        raise MappingFault(f"{place} is not a list of names and values")
    for name in written:
        if name not in known:
            raise MappingFault(f"{place}: {name!r} is none of {', '.join(known)}")


def _check_question(key: str, mapping: ColumnMapping, survey: Survey) -> None:
    question = survey.question(key)
    if question is None:
        raise MappingFault(f"the survey has no question {key!r}")
    if isinstance(question, SingleChoice | MultipleChoice):
        offered = {str(choice.key) for choice in question.choices}
        for value in (mapping.values or {}).values():
            if value not in offered:
                raise MappingFault(f"{key} has no choice {value!r}")
    if (
        isinstance(question, Scale)
        and not mapping.rescale
        and mapping.scale not in (None, (question.low, question.high))
    ):
        raise MappingFault(f"{key} was recorded on other points; say `rescale: yes`")


def _codes(written: object) -> frozenset[str]:
    """Codes as they stand in the table."""
    if written is None:
        return frozenset()
    listed = written if isinstance(written, list) else [written]
    return frozenset("" if code is None else str(code) for code in listed)


def _ends(key: str, written: object) -> tuple[int, int]:
    low, dash, high = str(written).partition("-")
    if not (dash and low.strip().isdecimal() and high.strip().isdecimal()):
        raise MappingFault(f"{key}: a scale is written like 1-5, not {written!r}")
    return int(low), int(high)
