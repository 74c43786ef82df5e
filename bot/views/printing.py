"""What can be printed, in which language, for whom: one choice a message."""

from collections.abc import Sequence

from bot.print_buttons import Paper, PosterButton, PrintButton
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.survey_titles import told_apart
from bot.words import Words
from surveys.text import LANGUAGES
from use_cases.authoring.shelf import ShelfEntry
from use_cases.records import Building, SurveyStatus

CHOICES_MAX = 40


def papers_view(words: Words) -> View:
    kinds = (
        ("button-print-poster", Paper.POSTER),
        ("button-print-doors", Paper.DOORS),
        ("button-print-paper", Paper.QUESTIONNAIRE),
    )
    return View(
        words("print-what"),
        buttons(*([(words(label), PrintButton(paper=paper))] for label, paper in kinds)),
    )


def languages_view(paper: Paper, words: Words, of: int | None = None) -> View:
    row = [
        (Words(code)("language-name"), PrintButton(paper=paper, language=code, of=of))
        for code in LANGUAGES
    ]
    return View(words("print-language"), buttons(row))


def houses_view(language: str, buildings: Sequence[Building], words: Words) -> View:
    """For which house the door cards are."""
    if not buildings:
        return View(words("print-no-houses"))
    rows = [
        [(each.name, PrintButton(paper=Paper.DOORS, language=language, of=each.id))]
        for each in buildings[:CHOICES_MAX]
    ]
    return View(words("print-house"), buttons(*rows))


def poster_houses_view(language: str, buildings: Sequence[Building], words: Words) -> View:
    """For which house the poster is: who came by it is told apart then."""

    def button(house: int) -> PosterButton:
        return PosterButton(language=language, house=house)

    rows = [[(each.name, button(each.id))] for each in buildings[:CHOICES_MAX]]
    return View(
        words("print-house"), buttons([(words("button-print-all-houses"), button(0))], *rows)
    )


def poster_surveys_view(
    language: str, house: int, shelf: Sequence[ShelfEntry], words: Words
) -> View:
    """Which open survey the poster invites to; it may go without one."""

    def button(survey: int) -> PosterButton:
        return PosterButton(language=language, house=house, survey=survey)

    open_ones = [entry.survey for entry in shelf if entry.survey.status is SurveyStatus.OPEN]
    called = told_apart(open_ones, words)
    rows = [[(called(each), button(each.id))] for each in open_ones[:CHOICES_MAX]]
    none = (words("button-print-no-survey"), button(0))
    return View(words("print-survey"), buttons(*rows, [none]))


def surveys_view(language: str, shelf: Sequence[ShelfEntry], words: Words) -> View:
    """Which survey is printed as a questionnaire."""
    called = told_apart((entry.survey for entry in shelf), words)
    rows = [
        [
            (
                called(entry.survey),
                PrintButton(paper=Paper.QUESTIONNAIRE, language=language, of=entry.survey.id),
            )
        ]
        for entry in shelf[:CHOICES_MAX]
    ]
    if not rows:
        return View(words("print-no-surveys"))
    return View(words("print-survey"), buttons(*rows))
