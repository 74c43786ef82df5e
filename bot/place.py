"""The message that shows a result after the update that asked for it is long done."""

from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.callbacks import SegmentAct, SegmentButton
from bot.screen import Screen, View
from bot.views.faults import fault_view
from bot.views.keyboards import buttons
from bot.words import Words


class Place:
    """Where background work puts what it found: the tapped message, or a new one below."""

    def __init__(
        self, screen: Screen, message_id: int | None, words: Words, scheme: int | None = None
    ) -> None:
        self.screen = Screen(screen.bot, screen.chat_id)
        self.message_id, self.words, self.scheme = message_id, words, scheme

    @classmethod
    def of(
        cls, query: CallbackQuery, screen: Screen, words: Words, scheme: int | None = None
    ) -> "Place":
        """The message under which the button was tapped; what fails leads back to the scheme."""
        return cls(screen, query.message.message_id if query.message else None, words, scheme)

    async def show(self, view: View) -> None:
        """Change the message; where it is gone, send a new one."""
        if self.message_id is None or not await self.screen.change(self.message_id, view):
            await self.screen.say(view)

    async def sorry(self, fault: Exception) -> None:
        """Say what went wrong in its place."""
        said = fault_view(fault, self.words) or View(self.words("segments-not-found"))
        if self.scheme is not None and said.keyboard is None:
            back = SegmentButton(act=SegmentAct.SHOW, scheme=self.scheme)
            said = replace(said, keyboard=buttons([(self.words("button-to-segments"), back)]))
        await self.show(said)
