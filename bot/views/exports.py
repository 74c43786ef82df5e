"""Which answers are exported, as what, in which language; and how far it is."""

from collections.abc import Sequence

from bot.callbacks import ExportButton
from bot.exports.forms import Form, Format
from bot.exports.parcels import Parcels
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.survey_titles import told_apart
from bot.words import Words
from surveys.questions import Survey
from surveys.text import LANGUAGES

SURVEYS_LISTED_MAX = 30


def choose_survey_view(surveys: Sequence[Survey], words: Words) -> View:
    """A button for each survey that was ever open."""
    if not surveys:
        return View(words("export-no-surveys"))
    called = told_apart(surveys, words)
    rows = [
        [(called(survey), ExportButton(key=survey.key))] for survey in surveys[:SURVEYS_LISTED_MAX]
    ]
    return View(words("export-choose-survey"), buttons(*rows))


def choose_format_view(survey_key: str, words: Words, *, others: bool) -> View:
    """What each kind of file is good for; `others`: there are more surveys to choose from."""
    rows = [
        [(words(f"export-format-{each}"), ExportButton(key=survey_key, format=each))]
        for each in Format
    ]
    back = [(words("export-other-survey"), ExportButton())] if others else []
    return View(words("export-choose-format"), buttons(*rows, back))


def label_languages(survey: Survey) -> list[str]:
    """The languages that labels can be had in."""
    return [code for code in survey.languages if code in LANGUAGES]


def choose_language_view(survey: Survey, format: Format, words: Words) -> View:
    """In which language questions and choices are labelled."""
    rows = [
        [
            (
                Words(code)("language-name"),
                ExportButton(key=survey.key, format=format, language=code),
            )
        ]
        for code in label_languages(survey)
    ]
    back = [(words("button-back"), ExportButton(key=survey.key))]
    return View(words("export-choose-language"), buttons(*rows, back))


def progress_view(written: int, total: int, words: Words) -> View:
    """How many responses are written so far."""
    if not written:
        return View(words("export-preparing"))
    return View(words("export-progress", written=written, total=max(total, written)))


def done_view(parcels: Parcels, words: Words) -> View:
    """That it is all there, and how to open what had to be packed."""
    if parcels.parts > 1:
        return View(words("export-in-parts", count=parcels.parts))
    return View(words("export-packed") if parcels.packed else words("export-ready"))


def caption(form: Form, words: Words) -> str:
    """What the file is."""
    return words(f"export-caption-{form.format}")
