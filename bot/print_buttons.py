"""What the buttons of /print carry: what, in which language, for which house or survey."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId


class Paper(StrEnum):
    POSTER = "p"
    DOORS = "d"
    QUESTIONNAIRE = "q"


class PosterButton(CallbackData, prefix="po"):
    """A poster for one house, or (0) for all of them; `survey` is 0 for the bot alone."""

    language: str
    survey: RowId
    house: RowId


class PrintButton(CallbackData, prefix="pr"):
    """`of` is a building for door cards, else a survey version; None while it is not chosen yet."""

    paper: Paper
    language: str = ""
    of: RowId | None = None
