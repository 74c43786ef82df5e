"""The time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time, always with its zone (UTC)."""

    def now(self) -> datetime: ...
