"""What the buttons about a table carry that a manager brings in, and what the bot waits for."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from bot.callbacks import RowId


class TableAct(StrEnum):
    SUBJECT = "s"  # value: which of the subjects
    COLUMNS = "c"
    COLUMN = "k"  # value: which column of the file
    MEANS = "m"  # value: what it says, from 1; 0: it is not read
    PLAN = "p"
    WRITE = "w"
    DROP = "x"


class TableButton(CallbackData, prefix="table"):
    act: TableAct
    value: RowId = 0


class Bringing(StatesGroup):
    """A manager brings in a table.

    Data: `file` (Telegram's id), `name`, `subject`, `mapped` (header -> column, "" for none),
    `column` (which one is being named).
    """

    file = State()
    table = State()
