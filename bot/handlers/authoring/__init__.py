"""A manager writes a survey by talking to the bot."""

from aiogram import Router

from bot.handlers.authoring import beginning, finishing, tapping, typing


def routers() -> list[Router]:
    """In the order in which they are asked; before the handlers of other drafts."""
    return [beginning.router, finishing.router, tapping.router, typing.router]
