"""/points: what a person has and where it came from."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.screen import Screen
from bot.views.points import points_view
from bot.words import Words
from use_cases.points import MyPoints
from use_cases.ports import UnitOfWork
from use_cases.records import Person

router = Router(name="points")


@router.message(Command("points"))
async def my_points(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words
) -> None:
    await screen.say(points_view(await MyPoints(work)(person), words))
