"""Lines of a statement."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsEntry:
    """One line of a person's statement: positive received, negative given."""

    points: int
    reason: str  # A code: "survey", "campaign", ...
    reference: str
    at: datetime
