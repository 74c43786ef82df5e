"""What stands in a house's group: the survey, a button into private, how many took part."""

from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.field_callbacks import Field, FieldAct
from bot.screen import View
from bot.words import Words
from use_cases.conversations.meeting import short_payload
from use_cases.fieldwork.posting import DuePost
from use_cases.records import StoredSurvey

GROUP_SOURCE = "group"
POST_PREFIX = "post-"
"""What the payload of `?startgroup=` begins with; the survey's key follows."""


def post_view(due: DuePost, words: Words, username: str) -> View:
    """The post as it ought to stand now; without its button once the survey is over."""
    survey = due.survey.survey
    title = escape(survey.title.in_language(words.language), quote=False)
    parts = [f"<b>{title}</b>"]
    if due.over:
        parts.append(words("post-over", count=due.people))
        return View("\n\n".join(parts))
    if survey.minutes:
        parts.append(words("survey-minutes", minutes=survey.minutes))
    parts.append(words("post-people", count=due.people))
    links = [(words("button-answer-private"), f"{survey.key}__{GROUP_SOURCE}")]
    if due.short is not None:
        label = words("button-short-brief", most=due.short.most)
        links.append((label, f"{short_payload(due.short.scheme_id)}__{GROUP_SOURCE}"))
    rows = [
        [InlineKeyboardButton(text=label, url=f"https://t.me/{username}?start={payload}")]
        for label, payload in links
    ]
    return View("\n\n".join(parts), InlineKeyboardMarkup(inline_keyboard=rows))


def how_view(stored: StoredSurvey, words: Words, username: str) -> View:
    """How a manager has a survey posted in a group or channel."""
    link = f"https://t.me/{username}?startgroup={POST_PREFIX}{stored.survey.key}"
    button = InlineKeyboardButton(text=words("button-choose-group"), url=link)
    field = Field(act=FieldAct.SHOW, survey=stored.id).pack()
    back = InlineKeyboardButton(text=words("button-post-back"), callback_data=field)
    return View(words("post-how"), InlineKeyboardMarkup(inline_keyboard=[[button], [back]]))
