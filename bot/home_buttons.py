"""What the buttons about homes carry: ids and short codes, never words."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from bot.callbacks import RowId
from use_cases.records import HomeRole


class HomeAct(StrEnum):
    """What a resident does about where they live."""

    LOOK = "w"  # id: the residence, or 0 for all of them
    CODE = "c"
    SAY = "s"
    BUILDING = "b"  # id: the building
    PLACE = "p"
    SINCE = "d"  # id: the residence
    MOVE_OUT = "x"
    MOVE_OUT_SURELY = "y"


class HomeButton(CallbackData, prefix="hm"):
    act: HomeAct
    id: RowId = 0


class MyRole(CallbackData, prefix="hr"):
    """What somebody is to their flat."""

    residence: RowId
    role: HomeRole


class Claimed(CallbackData, prefix="hc"):
    """A manager decides whether somebody lives where they say."""

    residence: RowId
    true: bool


class Homing(StatesGroup):
    """What a resident is about to write: data holds `building` or `residence`."""

    listening = State()  # The screen of /home is the newest: a flat may be typed.
    code = State()
    flat = State()
    number = State()
    place = State()
    since = State()
