"""The routers in their order: buttons and commands first, whatever is typed last."""

from typing import Any

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.handler import FilterObject
from magic_filter import MagicFilter

from bot.dialogues import DialogueStorage
from bot.handlers import (
    answering,
    claims,
    friends,
    groups,
    homes,
    invitees,
    managing,
    own_data,
    points,
    residing,
    results,
    short,
    start,
    typed,
)
from bot.handlers.managing.drafts import LeaveDraft
from bot.leaving import LeaveSurvey
from bot.question_messages import QuestionMessages


def make_dispatcher() -> Dispatcher:
    """A dispatcher for `bot.turn.Turns`, which gives each update its work, person and words.

    Events need no isolation here: the inbox hands over each person's updates one by one.
    """
    dispatcher = Dispatcher(storage=DialogueStorage(), question_messages=QuestionMessages())
    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.outer_middleware(LeaveDraft())
        observer.outer_middleware(LeaveSurvey(dispatcher))
    dispatcher.include_routers(
        groups.router,
        answering.router,
        short.router,
        invitees.router,
        results.router,
        start.router,
        own_data.router,
        points.router,
        friends.router,
        claims.router,
        *managing.routers(),
        homes.router,
        residing.router,
        typed.router,
    )
    _filter_in_the_loop(dispatcher)
    return dispatcher


def _filter_in_the_loop(dispatcher: Router) -> None:
    """aiogram sends every `F...` filter to a thread and waits; the look itself takes microseconds,
    the way there and back hundreds, most of all while another thread is busy."""
    for router in dispatcher.chain_tail:
        for observer in router.observers.values():
            for handler in observer.handlers:
                for each in handler.filters or ():
                    if each.magic is not None:
                        _look_at_once(each, each.magic)


def _look_at_once(each: FilterObject, magic: MagicFilter) -> None:
    async def look(event: Any) -> Any:
        return magic.resolve(event)

    each.callback, each.params, each.varkw, each.awaitable = look, set(), False, True
