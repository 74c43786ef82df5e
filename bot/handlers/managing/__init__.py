"""What managers and admins do in the chat."""

from aiogram import Router

from bot.handlers.managing import (
    broadcast,
    drafts,
    files,
    launching,
    report,
    segments,
    surveys,
    team,
)


def routers() -> list[Router]:
    """In the order in which they are asked: buttons and commands, then drafts and files.

    The routers are the same at every call: each belongs to one dispatcher.
    """
    return [
        drafts.router,
        surveys.router,
        segments.router,
        broadcast.router,
        launching.router,
        report.router,
        team.router,
        files.router,
    ]
