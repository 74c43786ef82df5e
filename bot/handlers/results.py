"""/results: live results as pictures, a question a page; for managers, and for respondents where
the author wants it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.field_callbacks import Results as Page
from bot.reports.result_chart import draw
from bot.screen import Screen
from bot.services import Services
from bot.views.results import caption_of, choose_view, nothing_view, pages, picture_of
from bot.words import Words
from use_cases.authoring.shelf import LookAtShelf
from use_cases.fieldwork.results import LookAtResults
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, SurveyStatus

router = Router(name="results")


@router.message(Command("results"))
async def choose(
    _: Message,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The pictures at once where one survey has any answers to show, else a choice."""
    shelf = await LookAtShelf(work, clock)(person)
    shown = [entry.survey for entry in shelf if entry.survey.status is not SurveyStatus.DRAFT]
    if len(shown) == 1:
        await _show(shown[0].id, 0, work, person, screen, words, clock, services)
        return
    await screen.say(choose_view(shown, words))


@router.callback_query(Page.filter())
async def turn(
    _: CallbackQuery,
    callback_data: Page,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Another question; without a survey, the choice of one."""
    question = callback_data.question
    survey = callback_data.survey
    if not survey:
        shelf = await LookAtShelf(work, clock)(person)
        shown = [entry.survey for entry in shelf if entry.survey.status is not SurveyStatus.DRAFT]
        await screen.tell()
        await screen.say(choose_view(shown, words))
        return
    await _show(survey, question, work, person, screen, words, clock, services)


async def _show(
    survey: int,
    question: int,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    results = await LookAtResults(work, clock)(person, survey)
    if not results.questions:
        await screen.tell()
        await screen.say(nothing_view(results, words))
        return
    index = min(question, len(results.questions) - 1)
    await work.commit()  # The database does not wait for the picture.
    await screen.tell()
    picture = await services.worker.run(draw, picture_of(results, index, words))
    caption, keyboard = caption_of(results, index, words), pages(results, index, person, words)
    await screen.show_picture(picture, caption, keyboard)
