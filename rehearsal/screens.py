"""What people see on their screens: which question is asked, which button means what.

People press the buttons that the bot shows; which of them means "4 on the scale" is read from what
the button carries, so that a rehearsal works in every language.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import Reply, Verb
from rehearsal.trouble import Trouble
from sandbox.client import Button, ChatMessage, Person

HEARS_SECONDS_MAX = 300.0
Data = TypeVar("Data", bound=CallbackData)


def carried(message: ChatMessage, kind: type[Data]) -> Iterator[tuple[Button, Data]]:
    """The buttons of a message that carry data of this kind."""
    prefix = f"{kind.__prefix__}{kind.__separator__}"
    for button in message.buttons:
        if button.data is not None and button.data.startswith(prefix):
            yield button, kind.unpack(button.data)


def replies(message: ChatMessage) -> list[Reply]:
    """What the buttons under a question mean."""
    return [data for _, data in carried(message, Reply)]


def is_card(message: ChatMessage) -> bool:
    """Whether the message shows a question or the thanks at the end."""
    return bool(replies(message))


def is_thanks(message: ChatMessage) -> bool:
    """Whether the survey is over: all that is offered is to change answers."""
    return any(reply.verb is Verb.CHANGE for reply in replies(message))


def place(message: ChatMessage) -> int | None:
    """Which question (its index) the message asks; None at the end.

    A first question that is typed and may not be left out has no buttons at all.
    """
    if is_thanks(message):
        return None
    return next((reply.question for reply in replies(message)), 0)


async def press(
    person: Person, message: ChatMessage, kind: type[Data], meant: Callable[[Data], bool]
) -> Data:
    """Tap the first button of the message that means this; Trouble if there is none."""
    for button, data in carried(message, kind):
        if meant(data):
            assert button.data is not None, "a button that carries data has data"
            await person.taps_data(message.message_id, button.data)
            return data
    raise Trouble(f"{person.name} does not find the {kind.__name__} button:\n{person.screen()}")


async def sees(person: Person, wanted: Callable[[ChatMessage], bool]) -> ChatMessage:
    """The newest message since the person's last deed that is as wanted."""
    return await person.until(wanted, timeout=HEARS_SECONDS_MAX)
