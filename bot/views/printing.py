"""What can be printed, in which language, for whom: one choice a message."""

from collections.abc import Sequence

from bot.print_buttons import Paper, PosterButton, PrintButton
from bot.screen import View
from bot.views.keyboards import buttons
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


def languages_view(paper: Paper, words: Words) -> View:
    row = [
        (Words(code)("language-name"), PrintButton(paper=paper, language=code))
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


def poster_houses_view(
    language: str, survey: int, buildings: Sequence[Building], words: Words
) -> View:
    """For which house the poster is: who came by it is told apart then."""

    def button(house: int) -> PosterButton:
        return PosterButton(language=language, survey=survey, house=house)

    rows = [[(each.name, button(each.id))] for each in buildings[:CHOICES_MAX]]
    return View(
        words("print-house"), buttons([(words("button-print-all-houses"), button(0))], *rows)
    )


def surveys_view(paper: Paper, language: str, shelf: Sequence[ShelfEntry], words: Words) -> View:
    """Which survey; a poster may go without one and needs an open one."""
    fit = [
        entry.survey
        for entry in shelf
        if paper is Paper.QUESTIONNAIRE or entry.survey.status is SurveyStatus.OPEN
    ]
    rows = [
        [
            (
                each.survey.title.in_language(words.language),
                PrintButton(paper=paper, language=language, of=each.id),
            )
        ]
        for each in fit[:CHOICES_MAX]
    ]
    if paper is Paper.POSTER:
        none = PrintButton(paper=paper, language=language, of=0)
        rows.append([(words("button-print-no-survey"), none)])
    if not rows:
        return View(words("print-no-surveys"))
    return View(words("print-survey"), buttons(*rows))
