"""What the buttons of /enter carry: the survey, no flat, a sheet to drop or to take over."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from bot.callbacks import RowId


class EnterButton(CallbackData, prefix="enter"):
    """Enter a sheet of the survey of that version; `flatless` without saying whose."""

    survey: RowId
    flatless: bool = False


class DropSheetButton(CallbackData, prefix="sheet"):
    response: RowId


class MySheets(CallbackData, prefix="mine"):
    """The sheets of that flat were mine."""

    flat: RowId


class Entering(StatesGroup):
    """A manager says whose sheet it is: data holds `survey`, the version's id."""

    flat = State()
