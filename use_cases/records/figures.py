"""Segments whose figures are asked for, and what was spent on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PlaceKind(StrEnum):
    """Where a segment is from; a whole scheme is everybody who has a segment in it."""

    SCHEME = "scheme"
    SEGMENT = "segment"  # Found in answers or doings: a segment of a scheme.
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class SegmentPlace:
    """One segment of any kind, or a whole scheme."""

    kind: PlaceKind
    id: int

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


class CostKind(StrEnum):
    """What money was spent on."""

    ACQUISITION = "acquisition"  # To win newcomers.
    MESSAGES = "messages"  # On what was sent, and what it offered.


@dataclass(frozen=True, slots=True)
class Cost:
    """Money spent on a segment, in the smallest unit."""

    place: SegmentPlace
    kind: CostKind
    amount: int
    at: datetime
    noted_by: int | None
