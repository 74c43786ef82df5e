"""The ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from rewards.transfers import Transfer
from use_cases.records import (
    PointsEntry,
)


class Points(Protocol):
    """The ledger. Accounts are named by rewards.transfers; all balances add up to zero."""

    async def post(self, transfer: Transfer, *, reason: str, at: datetime) -> bool:
        """Move points; False if a transfer of this reference stands already with equal content.

        Raises rewards.transfers.ReferenceTaken if it stands with other content, and
        rewards.transfers.NotEnoughPoints if a person's account would fall below zero.
        """
        ...

    async def moved_by(self, reference: str) -> int:
        """How many points the transfer of that reference moved; 0 where there is none."""
        ...

    async def balance(self, person_id: int) -> int: ...
    async def balances(self, person_ids: Sequence[int]) -> Mapping[int, int]: ...
    async def statement(self, person_id: int, limit: int) -> Sequence[PointsEntry]:
        """Newest first."""
        ...

    async def total(self) -> int:
        """The sum of all balances: zero, or something is broken."""
        ...

    async def given(self, *, reason: str | None = None) -> int:
        """Points that the house has given to people in all (to those since erased too)."""
        ...

    async def given_to(self, person_ids: Sequence[int]) -> int: ...
