"""The store of what people did, for schemes that rest on it."""

from collections.abc import Sequence
from typing import Protocol

from segmentation.purchases.doings import Done


class DoingsStore(Protocol):
    async def events(self) -> Sequence[Done]:
        """Payments, purchases, visits and the like of everybody who consented, by person."""
        ...

    async def participation(self) -> Sequence[Done]:
        """Surveys completed by everybody who consented (no tests), by person."""
        ...
