"""A chat as those in it see it, kept current by the event stream; groups too."""
# ruff: noqa: ASYNC109 - `timeout=` is what a story reads best with

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from sandbox.messages import Button, ChatMessage, read_message

HEARS_SECONDS = 60.0  # Only what never comes takes so long: a busy machine is no fault.
Wanted = str | Callable[[ChatMessage], bool]


class NothingHeardError(TimeoutError):
    """The bot did not say what was waited for."""


class NoSuchButtonError(LookupError):
    """No message on the screen has such a button."""


class ChatView:
    """The messages of one chat, and waiting for what the bot says in it."""

    def __init__(self, chat_id: int, name: str) -> None:
        self.chat_id = chat_id
        self.name = name
        self.reply_keyboard: tuple[tuple[Mapping[str, Any], ...], ...] = ()
        self._messages: dict[int, ChatMessage] = {}
        self._unheard: deque[ChatMessage] = deque()
        self._since_deed: list[ChatMessage] = []
        self._change: asyncio.Future[None] | None = None

    @property
    def messages(self) -> list[ChatMessage]:
        """Everything in the chat as it stands now, oldest first."""
        return list(self._messages.values())

    @property
    def bot_messages(self) -> list[ChatMessage]:
        """What the bot has said, as it stands now, oldest first."""
        return [message for message in self._messages.values() if message.is_from_bot]

    async def hears(self, *, timeout: float = HEARS_SECONDS) -> ChatMessage:
        """The next thing the bot said or edited here; what came before the last deed is past."""
        try:
            async with asyncio.timeout(timeout):
                while not self._unheard:
                    await self._next_change()
        except TimeoutError:
            raise NothingHeardError(self._complaint("anything", timeout)) from None
        return self._unheard.popleft()

    async def until(self, wanted: Wanted, *, timeout: float = HEARS_SECONDS) -> ChatMessage:
        """The newest thing said or edited since the last deed that has this text (or fits)."""
        checked = 0
        try:
            async with asyncio.timeout(timeout):
                while True:
                    news = self._since_deed[checked:]
                    checked = len(self._since_deed)
                    for message in reversed(news):
                        if fits(message, wanted):
                            self._unheard.clear()
                            return message
                    await self._next_change()
        except TimeoutError:
            what = repr(wanted) if isinstance(wanted, str) else "what was waited for"
            raise NothingHeardError(self._complaint(what, timeout)) from None

    async def is_silent(self, *, seconds: float = 0.2) -> bool:
        """Whether the bot says nothing more for a while."""
        try:
            async with asyncio.timeout(seconds):
                while not self._unheard:
                    await self._next_change()
        except TimeoutError:
            return True
        return False

    def screen(self) -> str:
        """The bot's last message, its buttons in [brackets], the reply keyboard in (brackets)."""
        said = self.bot_messages
        if not said:
            return ""
        lines = [said[-1].text]
        lines += [f"[{' | '.join(row)}]" for row in said[-1].rows]
        lines += [f"({' | '.join(key['text'] for key in row)})" for row in self.reply_keyboard]
        return "\n".join(lines)

    def find_button(self, text: str) -> tuple[ChatMessage, Button]:
        """The newest message with a button of this text, or else one whose text contains it."""
        newest_first = list(reversed(self._messages.values()))
        for same in (str.__eq__, str.__contains__):
            for message in newest_first:
                for button in message.buttons:
                    if same(button.text, text):
                        return message, button
        raise NoSuchButtonError(f"{self.name} sees no button {text!r}:\n{self.screen()}")

    def deed(self) -> None:
        """Somebody here acts: what the bot said before is past."""
        self._unheard.clear()
        self._since_deed = []

    def take(self, event: Mapping[str, Any]) -> None:
        """One event from the stream."""
        match event["kind"]:
            case "message" | "edited":
                self._put(read_message(event["message"]))
            case "deleted":
                self._messages.pop(event["message_id"], None)
            case "keyboard":
                self.load_keyboard(event["keyboard"])
        if self._change is not None:
            self._change.set_result(None)
            self._change = None

    def load(self, messages: list[Mapping[str, Any]]) -> None:
        """Replace what is known by what the sandbox says."""
        self._messages = {each["message_id"]: read_message(each) for each in messages}

    def load_keyboard(self, keyboard: Mapping[str, Any] | None) -> None:
        """The reply keyboard as it is shown now."""
        rows = keyboard["keyboard"] if keyboard else ()
        self.reply_keyboard = tuple(tuple(row) for row in rows)

    def _put(self, message: ChatMessage) -> None:
        self._messages[message.message_id] = message
        if message.is_from_bot:
            self._unheard.append(message)
            self._since_deed.append(message)

    async def _next_change(self) -> None:
        if self._change is None:
            self._change = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._change)

    def _complaint(self, what: str, seconds: float) -> str:
        return f"{self.name} did not hear {what} in {seconds:g} s; the screen:\n{self.screen()}"


class Group(ChatView):
    """A group chat with the bot in it; people write here with `says(..., chat=group)`."""


def fits(message: ChatMessage, wanted: Wanted) -> bool:
    """Whether a message contains the text, or satisfies the condition."""
    return wanted in message.text if isinstance(wanted, str) else wanted(message)
