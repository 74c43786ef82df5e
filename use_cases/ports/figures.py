"""The store of what figures of success are computed from."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from segmentation.purchases.figures import Sums
from use_cases.records.figures import Cost, CostKind, SegmentPlace


class FiguresStore(Protocol):
    async def sums(self, place: SegmentPlace, now: datetime) -> Sums:
        """What the members who agreed come to; see segmentation.purchases.figures.Sums."""
        ...

    async def payments_known(self) -> bool:
        """Whether any payment or purchase was brought in."""
        ...

    async def add_cost(self, cost: Cost) -> None: ...
    async def spent_on(self, place: SegmentPlace, since: datetime) -> Mapping[CostKind, int]:
        """The sums of what was noted since; kinds without any are left out."""
        ...
