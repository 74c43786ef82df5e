"""What the buttons of one segment carry: ids and short codes, never words."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from bot.callbacks import RowId


class PageAct(StrEnum):
    """What a manager does on the page of a segment."""

    OPEN = "o"
    NOTE = "n"
    PIN = "p"
    UNPIN = "u"
    MERGE = "m"  # With which one?
    INTO = "i"  # With that one: `value` is its id.
    APART = "a"
    PERSONA = "f"
    PERSONA_NAME = "fn"
    PERSONA_FACE = "fx"


class PageButton(CallbackData, prefix="sp"):
    act: PageAct
    segment: RowId
    value: RowId = 0


class PictureKind(StrEnum):
    """What is drawn of a scheme."""

    HEAT = "h"
    STABILITY = "s"
    STREAMS = "w"
    GROWTH = "g"
    OPINIONS = "o"  # Only of divisions by votes.


class PictureButton(CallbackData, prefix="pi"):
    kind: PictureKind
    scheme: RowId


class Noting(StatesGroup):
    """A manager is writing a segment's note, or its persona's name; data holds `segment`."""

    note = State()
    persona = State()
