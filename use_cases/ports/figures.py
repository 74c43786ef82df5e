"""The store of what figures of success are computed from."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from segmentation.purchases.figures import Sums
from use_cases.records.figures import Cost, SegmentPlace


class FiguresStore(Protocol):
    async def sums(self, place: SegmentPlace, at: datetime, *, past: bool = False) -> Sums:
        """What the members who agreed come to at `at`; see segmentation.purchases.figures.Sums.

        `past`: whoever was a member then, with what was known, paid and answered until then.
        """
        ...

    async def still_there(self, place: SegmentPlace, at: datetime) -> int:
        """How many members of now were members at that moment too."""
        ...

    async def first_payment(self) -> datetime | None:
        """When the earliest payment or purchase that was brought in happened; None: none was."""
        ...

    async def add_cost(self, cost: Cost) -> None: ...
    async def costs_of(self, place: SegmentPlace) -> Sequence[Cost]:
        """Everything that was noted, by time."""
        ...
