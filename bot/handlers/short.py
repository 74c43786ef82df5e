"""A resident takes a short survey: a few questions, the next as the answers so far suggest."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.screen import Screen
from bot.segment_buttons import TakeShort
from bot.views.surveys import short_begun_view
from bot.words import Words
from use_cases.conversations.short import BeginShort
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="short")


@router.callback_query(TakeShort.filter())
async def take_short(
    _: CallbackQuery,
    callback_data: TakeShort,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """Begin, or go on where it was left; from there on it is a survey like any other."""
    walk = await BeginShort(work, clock)(person, callback_data.scheme)
    await screen.show(short_begun_view(walk, words))
