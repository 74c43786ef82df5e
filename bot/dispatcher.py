"""The routers in their order: buttons and commands first, whatever is typed last."""

from aiogram import Dispatcher

from bot.dialogues import DialogueStorage
from bot.handlers import answering, groups, managing, points, start
from bot.handlers.managing.drafts import LeaveDraft
from bot.question_messages import QuestionMessages


def make_dispatcher() -> Dispatcher:
    """A dispatcher for `bot.turn.Turns`, which gives each update its work, person and words.

    Events need no isolation here: the inbox hands over each person's updates one by one.
    """
    dispatcher = Dispatcher(storage=DialogueStorage(), question_messages=QuestionMessages())
    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.outer_middleware(LeaveDraft())
    dispatcher.include_routers(
        groups.router,
        answering.router,
        start.router,
        points.router,
        *managing.routers(),
        answering.typed_router,
    )
    return dispatcher
