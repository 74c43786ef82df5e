"""Answers in own words, where people are divided: whether they count, and what they speak of."""

from collections.abc import Sequence
from html import escape

from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.words import Words
from segmentation.themes.values import NAMELESS, Sought, Theme
from segmentation.themes.wording import TEXTS_MIN
from surveys.piping import without_answers
from surveys.questions import OpenQuestion, QuestionKey
from use_cases.reporting.suppression import alone
from use_cases.segments.own_words import asked_openly
from use_cases.segments.segmenting import SchemeView


def own_words_lines(view: SchemeView, words: Words) -> list[str]:
    """A line for each open question of the scheme, for Telegram HTML; none where there is none."""
    asked = asked_openly(view)
    if not asked:
        return []
    run = view.run
    lines = [
        _line(question, run.sought.get(question.key) if run is not None else None, view, words)
        for question in asked
    ]
    return list(dict.fromkeys(f"💬 {line}" for line in lines))


def own_words_row(view: SchemeView, words: Words) -> list[tuple[str, SchemeButton]]:
    """The tick by which a manager lets own words count, or leaves them out."""
    if not asked_openly(view):
        return []
    on = view.scheme.themes
    act = SchemeAct.WORDLESS if on else SchemeAct.WORDS
    label = words("button-themes-count" if on else "button-themes-leave")
    row = [(label, SchemeButton(act=act, survey=view.scheme.id))]
    if view.run is not None and view.run.themes:
        naming = SchemeButton(act=SchemeAct.THEMES, survey=view.scheme.id)
        row.append((words("button-themes-name"), naming))
    return row


def themes_view(scheme_id: int, themes: Sequence[tuple[QuestionKey, Theme]], words: Words) -> View:
    """The themes of a scheme, each a button that asks for its name."""
    rows = [
        [(theme.name, SchemeButton(act=SchemeAct.THEME, survey=scheme_id, bases=place))]
        for place, (_, theme) in enumerate(themes)
    ]
    return View(words("themes-names"), buttons(*rows))


def theme_list(sought: Sought, words: Words) -> str:
    """What people speak of, each theme by its words."""
    themes = sought.themes.themes if sought.themes is not None else ()
    return ", ".join(words.quoted(theme.name) for theme in themes)


def sought_said(question: str, sought: Sought, words: Words) -> str:
    """What was found in the answers to one question, in plain words."""
    if sought.themes is not None:
        said = words("themes-counted", question=question, themes=theme_list(sought, words))
        nameless = any(name.startswith(NAMELESS) for name in sought.themes.names)
        return f"{said} {words('themes-nameless')}" if nameless else said
    if sought.told < TEXTS_MIN:
        told = count_text(alone(sought.told))
        return words("themes-few", question=question, told=told, needed=TEXTS_MIN)
    return words("themes-none", question=question)


def _line(question: OpenQuestion, sought: Sought | None, view: SchemeView, words: Words) -> str:
    on = view.scheme.themes
    named = without_answers(question.prompt).in_language(words.language).rstrip(" .:?")
    named = escape(named, quote=False)
    if sought is None:
        return words("themes-next", question=named) if on else words("themes-off")
    said = sought_said(named, sought, words)
    return said if on else f"{said} {words('themes-off-next')}"
