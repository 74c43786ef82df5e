"""What managers and admins do in the chat."""

from aiogram import Router


def routers() -> list[Router]:
    """Fresh every time would be wrong: each router belongs to one dispatcher."""
    return []
