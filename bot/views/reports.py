"""Which survey a report is about."""

from collections.abc import Sequence

from bot.callbacks import Report
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.survey_titles import told_apart
from bot.words import Words
from use_cases.authoring.shelf import ShelfEntry

SURVEYS_LISTED_MAX = 30


def choose_view(entries: Sequence[ShelfEntry], words: Words, *, unasked: bool = False) -> View:
    """A button for each survey that there can be a report on; one for what rests on none."""
    if not entries:
        return View(words("report-no-surveys"))
    called = told_apart((entry.survey for entry in entries), words)
    rows = [
        [(called(entry.survey), Report(survey=entry.survey.id))]
        for entry in entries[:SURVEYS_LISTED_MAX]
    ]
    if unasked:
        rows.append([(words("report-about-doings"), Report(survey=0))])
    return View(words("report-choose"), buttons(*rows))
