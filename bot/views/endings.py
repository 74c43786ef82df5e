"""What stands where no question is asked: the thanks, what was answered before, a welcome back."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import Reply, Shelf, ShelfAct, Take, Verb
from bot.field_callbacks import Results
from bot.screen import View
from bot.views.answer_texts import answer_text, text_with_answers
from bot.views.entering import entered_view
from bot.views.lengths import excerpt
from bot.words import Words
from surveys import engine
from surveys.answers import Answer
from surveys.questions import Question
from use_cases.conversations.walks import Walk

RECALLED_UNITS_MAX = 600  # Of a question, or of its answer, when it is spoken of again.


def thanks_view(walk: Walk, words: Words) -> View:
    """The end: thanks, points, and the way back to the answers."""
    change = _button(words("button-change-answers"), walk, walk.last, Verb.CHANGE)
    if walk.stored.assisted and walk.response.current is None and walk.events:
        return entered_view(walk, words)
    if walk.stored.typing is not None:
        whole = Take(key=walk.questions.key).pack()
        all_of_it = InlineKeyboardButton(text=words("button-all-of-it"), callback_data=whole)
        rows = [[change], [all_of_it]]
        return View(_short_thanks(walk, words), InlineKeyboardMarkup(inline_keyboard=rows))
    if walk.stored.test:
        return _tried_view(walk, words, change)
    rows = [] if walk.sealed else [[change]]
    if walk.results_shown:
        results = Results(survey=walk.survey.id).pack()
        rows.append([InlineKeyboardButton(text=words("button-results"), callback_data=results)])
    own = walk.questions.thanks
    asked, given = walk.questions, walk.response
    text = text_with_answers(own, asked, given, words) if own else words("thanks-plain")
    if walk.thanked:
        text += "\n\n" + words("thanks-points", points=walk.thanked)
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _tried_view(walk: Walk, words: Words, change: InlineKeyboardButton) -> View:
    """The end of a manager's try: from here the survey can be published."""
    survey = Shelf(survey=walk.survey.id, act=ShelfAct.SHOW).pack()
    back = InlineKeyboardButton(text=words("button-to-survey"), callback_data=survey)
    return View(words("test-finished"), InlineKeyboardMarkup(inline_keyboard=[[back], [change]]))


def _short_thanks(walk: Walk, words: Words) -> str:
    """What it brought, and what the rest would."""
    parts = [words("short-thanks")]
    if walk.thanked:
        parts.append(words("thanks-points", points=walk.thanked))
    rest = walk.questions.points - walk.thanked
    if walk.thanked and rest > 0:
        parts[-1] += " " + words("short-points-rest", points=rest)
    return "\n\n".join(parts)


def answered_view(walk: Walk, question: Question, answer: Answer, words: Words) -> View:
    """An old button was tapped: say what was answered, and offer to change it or to go on."""
    place = walk.questions.questions.index(question)
    rows = [
        [_button(words("button-change"), walk, place, Verb.CHANGE)],
        [_button(words("button-go-on"), walk, place, Verb.SHOW)],
    ]
    text = words(
        "already-answered",
        question=excerpt(
            text_with_answers(question.prompt, walk.questions, walk.response, words),
            RECALLED_UNITS_MAX,
        ),
        answer=excerpt(answer_text(question, answer, words), RECALLED_UNITS_MAX),
    )
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def welcome_back_view(walk: Walk, words: Words) -> View:
    """Somebody returns in the middle of a survey."""
    progress = engine.progress(walk.questions, walk.response)
    text = words("welcome-back", position=progress.position, total=progress.total)
    place = max(progress.position - 1, 0)
    rows = [[_button(words("button-go-on"), walk, place, Verb.SHOW)]]
    return View(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _button(text: str, walk: Walk, place: int, verb: Verb) -> InlineKeyboardButton:
    data = Reply(response=walk.stored.id, question=place, verb=verb)
    return InlineKeyboardButton(text=text, callback_data=data.pack())
