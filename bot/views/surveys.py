"""Surveys as residents see them: the offer, the beginning, the coming back."""

from collections.abc import Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import Reply, Take, Verb
from bot.screen import View
from bot.segment_buttons import TakeShort
from bot.views.endings import welcome_back_view
from bot.views.keyboards import buttons
from bot.views.questions import question_view
from bot.views.survey_titles import told_apart
from bot.words import Words
from campaigns.template import fits
from surveys.routing import way_through
from use_cases.conversations.short import ShortOffer
from use_cases.conversations.walks import Walk
from use_cases.points import points_in_short
from use_cases.records import StoredSurvey

OFFERS_MAX = 30  # Buttons that one message holds without trouble; the newest come first.


def begun_view(walk: Walk, words: Words) -> View:
    """The first question under the author's welcome; or "welcome back"; or "already done"."""
    if walk.response.current is None:
        thanks = question_view(walk, words)
        return View(words("survey-already-done"), thanks.keyboard)
    if way_through(walk.questions, walk.response.answers).answers:
        return welcome_back_view(walk, words)
    question = question_view(walk, words)
    welcome = walk.questions.welcome
    opening = escape(welcome.in_language(words.language)) if welcome else ""
    minutes = walk.questions.minutes
    about = words("survey-minutes", minutes=minutes) if minutes else ""
    points = 0 if walk.stored.assisted else walk.questions.points
    gift = words("invitation-points", points=points) if points else ""
    first = " ".join(part for part in (opening, about, gift) if part)
    if walk.sealed:
        first = "\n\n".join(part for part in (first, words("sealed-notice")) if part)
    together = f"{first}\n\n{question.text}" if first else question.text
    if fits(together):
        return View(together, question.keyboard, question.picture)
    go_on = Reply(response=walk.stored.id, question=0, verb=Verb.SHOW)
    return View(first, buttons([(words("button-go-on"), go_on)]))


def short_begun_view(walk: Walk, words: Words) -> View:
    """The first question of a short survey, with how few there will be; or where it stands."""
    question = question_view(walk, words)
    typing = walk.stored.typing
    if typing is None or typing.asked or walk.response.current is None:
        return question
    opening = [words("short-welcome", most=typing.most)]
    points = points_in_short(walk.questions, typing.most)
    if points:
        opening.append(words("short-points", points=points))
    rest = walk.questions.points - points
    if points and rest > 0:
        opening.append(words("short-points-rest", points=rest))
    together = f"{' '.join(opening)}\n\n{question.text}"
    if not fits(together):
        return question
    return View(together, question.keyboard, question.picture)


def offers_view(
    offers: list[tuple[StoredSurvey, bool]], words: Words, short: Sequence[ShortOffer] = ()
) -> View:
    """Which surveys there are; finished ones can be opened to change answers, and `short` ones
    are there for those with little time."""
    if not offers and not short:
        return View(words("no-surveys"))
    called = told_apart([*(each for each, _ in offers), *(each.survey for each in short)], words)
    rows: list[list[tuple[str, CallbackData]]] = []
    for survey, finished in sorted(offers, key=lambda offer: offer[1]):
        rows.append(
            [
                (
                    _offer(survey, called(survey), words, finished=finished),
                    Take(key=survey.survey.key),
                )
            ]
        )
    for each in short:
        label = words("button-short", title=called(each.survey), most=each.short.most)
        rows.append([(label, TakeShort(scheme=each.short.scheme_id))])
    all_done = all(finished for _, finished in offers)
    text = words("survey-all-answered") if all_done else words("choose-survey")
    return View(text, buttons(*rows[:OFFERS_MAX]))


def managing_view(offers: View, words: Words) -> View:
    """Where a manager begins; below it what they can answer themselves."""
    return View(f"{words('manager-begin')}\n\n{offers.text}", offers.keyboard)


def _offer(survey: StoredSurvey, title: str, words: Words, *, finished: bool) -> str:
    if finished:
        return words("survey-finished-mark", title=title)
    if survey.survey.minutes:
        return words("survey-offer-minutes", title=title, minutes=survey.survey.minutes)
    return words("survey-offer", title=title)
