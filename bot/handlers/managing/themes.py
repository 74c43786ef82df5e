"""Themes of open answers: a manager calls them what they are called in the house."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import Screen
from bot.views.own_words import themes_view
from bot.words import Words
from surveys.questions import QuestionKey
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.theme_names import (
    THEME_NAME_CHARS_MAX,
    ListThemes,
    NameTheme,
    ThemeGone,
    ThemeNameUnfit,
)

router = Router(name="themes")


class Naming(StatesGroup):
    """A manager is writing a theme's name; data holds `scheme`, `question` and `key`."""

    theme = State()


@router.message(StateFilter(Naming.theme), F.text, ~F.text.startswith("/"))
async def take_name(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The theme's name, then all themes with it; a name that does not fit is asked for again."""
    data = await state.get_data()
    scheme, question = int(data["scheme"]), QuestionKey(data["question"])
    try:
        await NameTheme(work, clock)(person, scheme, question, data["key"], message.text or "")
    except ThemeNameUnfit:
        await screen.say(words("fault-theme-name-unfit", most=THEME_NAME_CHARS_MAX))
        return
    await state.clear()
    themes = await ListThemes(work, clock)(person, scheme)
    await screen.show(themes_view(scheme, themes, words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.THEMES))
async def show(
    _: CallbackQuery,
    callback_data: SchemeButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """All themes of a scheme, each a button."""
    themes = await ListThemes(work, clock)(person, callback_data.survey)
    await screen.show(themes_view(callback_data.survey, themes, words))


@router.callback_query(SchemeButton.filter(F.act == SchemeAct.THEME))
async def ask_name(
    _: CallbackQuery,
    callback_data: SchemeButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the theme's name."""
    themes = await ListThemes(work, clock)(person, callback_data.survey)
    if callback_data.bases >= len(themes):
        raise ThemeGone
    question, theme = themes[callback_data.bases]
    await state.set_state(Naming.theme)
    known = {"scheme": callback_data.survey, "question": str(question), "key": theme.key}
    await state.set_data(known)
    await screen.tell()
    await screen.say(words("theme-name-ask", name=theme.name, most=THEME_NAME_CHARS_MAX))
