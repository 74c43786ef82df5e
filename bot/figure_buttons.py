"""What the buttons under a segment's figures carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from bot.callbacks import RowId
from use_cases.records.figures import PlaceKind


class FigureAct(StrEnum):
    SHOW = "w"
    SEASON = "y"  # Against the same season a year before.
    ACQUISITION = "a"  # Note what newcomers cost ...
    MESSAGES = "m"  # ... or messages.
    POINT = "p"  # Say what a point is worth.


class FigureButton(CallbackData, prefix="fig"):
    """`id`: of the segment, found in answers or of a rule."""

    act: FigureAct
    kind: PlaceKind
    id: RowId


class Costing(StatesGroup):
    """A manager writes an amount; data: `act`, `kind`, `id`."""

    amount = State()
