"""Who talks to the bot, and what they may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

NOT_IN_TELEGRAM = -(2**60)
"""Numbers from here down stand for people whom managers enter from paper.

Telegram gives nobody such a number, neither people nor groups, so that nothing sent can arrive.
"""


class Role(StrEnum):
    """What a person may do; each role may all that the ones before it may."""

    RESIDENT = "resident"
    MANAGER = "manager"
    ADMIN = "admin"

    def may_act_as(self, needed: "Role") -> bool:
        """Whether somebody of this role may do what `needed` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A half-written draft of somebody (a broadcast, a new name): the bot's FSM state and data."""

    state: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who talks to the bot. `telegram_id` is the private chat's id as well."""

    id: int
    telegram_id: int
    language: str
    role: Role = Role.RESIDENT
    name: str | None = None  # Kept only after consent.
    consented_at: datetime | None = None
    unreachable_at: datetime | None = None  # Blocked the bot or left Telegram.
    source: str | None = None  # Where the deep link said that they came from.
    wanted_survey: str | None = None  # The survey key of the deep link, until it is begun.
    wanted_short: int | None = None  # The scheme whose short survey it named, until it is begun.
    dialogue: Dialogue = field(default_factory=Dialogue)
    created_at: datetime

    @property
    def has_telegram(self) -> bool:
        """Whether the bot can write to them at all."""
        return self.telegram_id > NOT_IN_TELEGRAM
