"""What a rule is compiled with: when, for which database, and what patterns came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from segmentation.rules.folding import CAPITALS, SMALL, SPACES
from segmentation.rules.tree import Field, FieldKey
from segmentation.rules.windows import Now

Clause = sa.ColumnElement[bool]
Found = Mapping[tuple[Field, str], tuple[str, ...]]
"""For a field and a regular expression: the folded values that match it."""

KEY_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Asked:
    """One asking of a rule."""

    now: Now
    dialect: str
    patterns: Found = field(default_factory=dict)
    beside: bool = False
    """Each person is looked up, nobody is gathered: where another condition leaves few, and where
    the opposite is asked, which most people fulfil."""


def fact_name(key: FieldKey) -> str:
    """The field's key as the column `facts.name` has it."""
    return KEY_SEPARATOR.join(key)


def folded_column(column: sa.ColumnElement[Any], dialect: str) -> sa.ColumnElement[str]:
    """A column of plain text as rules compare it: segmentation.rules.folding in SQL."""
    if dialect == "sqlite":
        return sa.func.folded(column)
    return sa.func.translate(sa.func.btrim(column, SPACES), CAPITALS, SMALL)
