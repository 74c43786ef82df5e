"""What the buttons of /print carry: what, in which language, for which house or survey."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RowId


class Paper(StrEnum):
    POSTER = "p"
    DOORS = "d"
    QUESTIONNAIRE = "q"
    SHORT = "s"  # A poster whose code opens a short survey.


class PosterButton(CallbackData, prefix="ps"):
    """A poster for one house, or (0) for all of them; `survey` is 0 for the bot alone, None while
    it is not chosen yet."""

    language: str
    house: RowId
    survey: RowId | None = None


class PrintButton(CallbackData, prefix="pr"):
    """`of` is a building for door cards, a survey version for a questionnaire, the scheme of a
    short survey for its poster; None while it is not chosen yet."""

    paper: Paper
    language: str = ""
    of: RowId | None = None
