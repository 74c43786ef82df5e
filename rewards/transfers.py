"""Points move, they never appear: one transfer takes from one account and gives to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

Account = NewType("Account", str)

HOUSE = Account("house")  # Where points come from; its balance is below zero by all that was given.


def account_of(person_id: int) -> Account:
    """The account of a person; it outlives them, nobody's, when they are erased."""
    return Account(f"person:{person_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """`points` (at least 1) go from `source` to `target`.

    `reference` is unique for ever and derived from the business event ("survey:3:response:9"), so
    that the same event can be rewarded only once.
    """

    source: Account
    target: Account
    points: int
    reference: str

    def __post_init__(self) -> None:
        if self.points <= 0:
            raise ValueError("a transfer moves at least one point")
        if self.source == self.target:
            raise ValueError("a transfer needs two accounts")


class ReferenceTaken(Exception):
    """The same reference came with other content: somebody reuses keys."""


class NotEnoughPoints(Exception):
    """A person's account would fall below zero; `balance` and `price` in points."""

    def __init__(self, *, balance: int, price: int) -> None:
        super().__init__(f"balance {balance}, price {price}")
        self.balance, self.price = balance, price


def balance(account: Account, transfers: Iterable[Transfer]) -> int:
    """What the transfers leave on the account."""
    return sum(t.points * ((t.target == account) - (t.source == account)) for t in transfers)
