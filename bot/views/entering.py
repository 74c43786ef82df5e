"""Sheets of neighbours without Telegram: which survey, whose, entered."""

from html import escape

from bot.callbacks import Shelf, ShelfAct
from bot.entering_buttons import DropSheetButton, EnterButton, MySheets
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.survey_titles import told_apart
from bot.words import Words
from use_cases.conversations.walks import Walk
from use_cases.records import StoredSurvey


def surveys_view(surveys: list[StoredSurvey], words: Words) -> View:
    """Which survey the sheet is of."""
    if not surveys:
        return View(words("enter-no-surveys"))
    called = told_apart(surveys, words)
    rows = [[(called(each), EnterButton(survey=each.id))] for each in surveys]
    return View(words("enter-survey"), buttons(*rows))


def flat_asked_view(survey: StoredSurvey, words: Words) -> View:
    title = escape(survey.survey.title.in_language(words.language))
    nobody = EnterButton(survey=survey.id, flatless=True)
    keyboard = buttons([(words("button-enter-flatless"), nobody)])
    return View(words("enter-flat", title=title), keyboard)


def entered_view(walk: Walk, words: Words) -> View:
    """The end of a sheet: the next one, or a look at the survey."""
    survey = walk.survey.id
    return View(
        words("enter-done"),
        buttons(
            [(words("button-enter-next"), EnterButton(survey=survey))],
            [(words("button-to-survey"), Shelf(survey=survey, act=ShelfAct.SHOW))],
        ),
    )


def begun_text(walk: Walk, whose: str, words: Words) -> View:
    """That the manager now answers for somebody else, and how to leave it."""
    drop = DropSheetButton(response=walk.stored.id)
    text = words("enter-begun", whose=escape(whose))
    return View(text, buttons([(words("button-enter-drop"), drop)]))


def my_sheets_view(flat_id: int, words: Words) -> View:
    """Asked of somebody who came to a flat for which a sheet was entered."""
    return View(
        words("sheets-yours"), buttons([(words("button-sheets-mine"), MySheets(flat=flat_id))])
    )
