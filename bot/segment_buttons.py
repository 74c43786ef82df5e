"""Buttons about what becomes of segments: what changed, proposals, golden questions."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId


class ChangeAct(StrEnum):
    """What a manager wants to see of the past."""

    SHOW = "w"  # The scheme, in a message below.
    PROPOSAL = "p"  # What waits for a decision.
    GOLDEN = "g"  # The few questions that place people.
    SEASON = "y"  # Against the same season a year before.
    SINCE = "s"  # What changed since a day; `day` 0: since the run before.


class Change(CallbackData, prefix="cg"):
    """`day` is the day's ordinal number."""

    act: ChangeAct
    scheme: RowId
    day: int = 0


class Decide(CallbackData, prefix="dr"):
    """Approve of a proposed run, or keep the old one."""

    run: RowId
    approve: bool


class Short(CallbackData, prefix="so"):
    """Publish the short survey of a scheme, or close it."""

    scheme: RowId
    on: bool


class TakeShort(CallbackData, prefix="ts"):
    """Begin the short survey of a scheme."""

    scheme: RowId
