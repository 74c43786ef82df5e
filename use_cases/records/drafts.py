"""Surveys that somebody is writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A half-written survey; `revision` counts its changes, so that an old button is known.

    `survey_key` is the survey on the shelf that it continues, whose key it keeps. `shelved` is the
    version on the shelf that says what revision `shelved_revision` said.
    """

    id: int
    document: Mapping[str, Any]
    author_id: int | None
    revision: int
    survey_key: str | None = None
    shelved: int | None = None
    shelved_revision: int | None = None
    touched_at: datetime
