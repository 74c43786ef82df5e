"""/friend: a link of one's own for a neighbour."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.screen import Screen
from bot.services import Services
from bot.words import Words
from use_cases.conversations.faults import ConsentMissing
from use_cases.conversations.meeting import FRIEND_SOURCE
from use_cases.records import Person

router = Router(name="friends")


@router.message(Command("friend"))
async def friend(
    _: Message, person: Person, screen: Screen, words: Words, services: Services
) -> None:
    """Whoever comes by the link is known as brought by this person, and by whom nobody is told."""
    if person.consented_at is None:
        raise ConsentMissing
    link = f"https://t.me/{services.bot_username}?start=__{FRIEND_SOURCE}-{person.id}"
    await screen.say(words("friend-link", link=link))
