"""What somebody new reads first: what is kept and why, in each language, and two buttons."""

from html import escape

from bot.callbacks import Agree, Language
from bot.screen import View
from bot.views.keyboards import buttons
from bot.words import Words
from surveys.text import LANGUAGES


def consent_view(words: Words, house: str) -> View:
    """The first words and the question of consent; `house` is whose bot this is, if known."""
    first = words("first-words-of", house=escape(house)) if house else words("first-words")
    keyboard = buttons(
        [(words("button-agree"), Agree(yes=True))],
        [(words("button-disagree"), Agree(yes=False))],
        [(Words(code)("language-name"), Language(code=code)) for code in LANGUAGES],
    )
    return View(f"{first}\n\n{words('consent')}", keyboard)
