"""Updates kept until they are handled."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class InboxState(StrEnum):
    """received -> applied (its effect is committed) -> done (its reply went out); or failed."""

    RECEIVED = "received"
    APPLIED = "applied"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxEntry:
    """One update that Telegram handed over; `lane` (whose it is) keeps each person's in order."""

    id: int
    update_id: int
    lane: int
    payload: Mapping[str, object] | None  # None once handled.
    state: InboxState
    attempts: int
