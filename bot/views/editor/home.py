"""How a survey is begun: an empty page, a ready one, a spreadsheet, or a draft to go on with."""

from collections.abc import Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.library import FOR_HOUSES, READY, ready_survey
from bot.screen import View
from bot.views.editor.acts import Act, New, NewAct
from bot.views.editor.parts import edit, said, title_text
from bot.views.keyboards import buttons
from bot.words import Words
from surveys.drafting.documents import questions_of
from use_cases.records import Draft

DRAFTS_SHOWN_MAX = 10
PROMPTS_SHOWN_MAX = 20


def home_view(drafts: Sequence[Draft], words: Words) -> View:
    """Where /new leads."""
    rows: list[list[tuple[str, CallbackData]]] = [
        [(words("button-new-library"), New(act=NewAct.LIBRARY))],
        [(words("button-new-empty"), New(act=NewAct.EMPTY))],
        [(words("button-new-sheet"), New(act=NewAct.SHEET))],
    ]
    for draft in drafts[:DRAFTS_SHOWN_MAX]:
        title = said(draft.document.get("title"), draft, words)
        rows.append([(f"✏️ {title}", edit(draft, Act.PAGE, 0))])
    text = words("new-home")
    if drafts:
        text += "\n\n" + words("new-drafts", count=len(drafts))
    return View(text, buttons(*rows))


def library_view(words: Words) -> View:
    """Every ready survey: for houses, then for shops."""
    rows: list[list[tuple[str, CallbackData]]] = []
    for name in READY:
        mark = "🏠" if name in FOR_HOUSES else "🛍"
        title = ready_survey(name).title.in_language(words.language)
        rows.append([(f"{mark} {title}", New(act=NewAct.LOOK, name=name))])
    return View(words("new-library"), buttons(*rows, [_home(words)]))


def ready_view(name: str, words: Words) -> View:
    """One ready survey: what it asks, before it is taken."""
    survey = ready_survey(name)
    asked = [
        f"{number}. {escape(question.prompt.in_language(words.language), quote=False)}"
        for number, question in enumerate(survey.questions[:PROMPTS_SHOWN_MAX], 1)
    ]
    facts = " · ".join(
        [
            words("card-questions", count=len(survey.questions)),
            words("card-minutes", count=survey.minutes or 1),
        ]
    )
    title = escape(survey.title.in_language(words.language), quote=False)
    about = words(f"library-{name.replace('_', '-')}")
    text = f"<b>{title}</b>\n{facts}\n{about}\n\n" + "\n".join(asked)
    take = (words("button-take"), New(act=NewAct.TAKE, name=name))
    back = (words("button-new-back-library"), New(act=NewAct.LIBRARY))
    return View(text, buttons([take], [back]))


def title_asked_view(words: Words) -> View:
    """An empty page begins with its title."""
    return View(words("new-title-ask"), buttons([_home(words)]))


def dropped_view(words: Words) -> View:
    return View(words("draft-dropped"), buttons([_home(words)]))


def drop_sure_view(draft: Draft, words: Words) -> View:
    """/cancel, or the button: keep it for later, or throw it away."""
    count = len(questions_of(draft.document))
    text = words("editor-drop-sure", title=title_text(draft, words), count=count)
    go_on = (words("button-editor-go-on"), edit(draft, Act.PAGE, 0))
    drop = (words("button-editor-drop-surely"), edit(draft, Act.DROP_SURELY))
    return View(text, buttons([go_on], [drop]))


def _home(words: Words) -> tuple[str, New]:
    return words("button-new-home"), New(act=NewAct.HOME)
