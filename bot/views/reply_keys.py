"""Keys in place of the letters: Telegram lets nothing else ask for a place or a number.

A message has either these or buttons under it, so that Skip and Back stand among the keys, too, and
come back as words.
"""

from aiogram.types import (
    InlineKeyboardButton,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.callbacks import Reply
from bot.screen import View
from bot.words import Words
from surveys import engine
from surveys.answers import Answer, Contacted, Located
from surveys.questions import ContactQuestion, LocationQuestion, Question
from use_cases.conversations.walks import Walk

Rows = list[list[InlineKeyboardButton]]


def asks_by_keys(question: Question | None) -> bool:
    """Whether the question is asked with keys in place of the letters."""
    return isinstance(question, LocationQuestion | ContactQuestion)


def stands_at_keys(walk: Walk) -> bool:
    """Whether keys stand in place of the letters now; what is known was asked with buttons."""
    asked = engine.current_question(walk.questions, walk.response)
    return asked is not None and asks_by_keys(asked) and asked.key not in walk.response.known


def keys(question: Question, rows: Rows, words: Words) -> ReplyKeyboardMarkup:
    """The key that sends what is asked for, and the buttons that would stand under the question."""
    place = isinstance(question, LocationQuestion)
    label = words("key-send-place") if place else words("key-send-contact")
    asking = KeyboardButton(text=label, request_location=place, request_contact=not place)
    beside = [[KeyboardButton(text=button.text) for button in row] for row in rows]
    return ReplyKeyboardMarkup(
        keyboard=[[asking], *beside], resize_keyboard=True, one_time_keyboard=True
    )


def meant_by(text: str, rows: Rows) -> Reply | None:
    """The button whose words a key has sent."""
    for row in rows:
        for button in row:
            if button.text == text.strip() and button.callback_data is not None:
                return Reply.unpack(button.callback_data)
    return None


def keys_gone_view(answer: Answer | None, words: Words) -> View:
    """The words with which the letters come back."""
    match answer:
        case Located():
            text = words("place-noted")
        case Contacted():
            text = words("contact-noted")
        case _:
            text = words("keys-gone")
    return View(text, ReplyKeyboardRemove())


def farewell_view(words: Words) -> View:
    """The letters come back for somebody who was just forgotten."""
    return View(words("farewell"), ReplyKeyboardRemove())
