"""What the buttons about the roster carry, and what a manager is about to write."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from bot.callbacks import RowId
from use_cases.records import HomeRole


class ImportAct(StrEnum):
    WRITE = "w"
    WRITE_DOUBTFUL = "d"
    DROP = "x"


class ImportButton(CallbackData, prefix="roster"):
    """Bring the roster in, with the doubtful rows or without, or leave it."""

    act: ImportAct


class RosterAct(StrEnum):
    LIST = "l"
    HOUSE = "h"
    ADD = "a"
    ADD_FLAT = "f"
    FIND_FLAT = "n"
    CLAIMS = "c"
    REMOVE = "r"
    REMOVE_SURELY = "s"


class RosterButton(CallbackData, prefix="houses"):
    """`id`: the building, where one is meant."""

    act: RosterAct
    id: RowId = 0


class ShapeButton(CallbackData, prefix="shape"):
    """How many entrances, floors, flats a floor: the next of the three that is asked."""

    count: RowId


class FlatAct(StrEnum):
    RENEW = "n"
    REVOKE = "v"


class FlatButton(CallbackData, prefix="flat"):
    act: FlatAct
    flat: RowId


class ResidentButton(CallbackData, prefix="lodger"):
    """Somebody bound to a flat: `role` names them so, without it they do not live there."""

    residence: RowId
    role: HomeRole | None = None


class Rostering(StatesGroup):
    """What a manager is about to write or tap: data holds `file`, `name`, or the shape so far."""

    file = State()
    name = State()
    shape = State()
    flat = State()
    find = State()
