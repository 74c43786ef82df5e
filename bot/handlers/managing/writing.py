"""The states of a broadcast being drafted, and how a manager comes into the first of them."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from bot.screen import Screen
from bot.views.broadcast import writing_view
from bot.views.segments import titles
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segmenting import ListSegments


class Writing(StatesGroup):
    """A manager is drafting a broadcast: data holds `segment`, then `text`."""

    text = State()
    points = State()


async def begin_writing(
    segment_id: int,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The next message is the one to the segment."""
    view, segment = await ListSegments(work, clock).around(person, segment_id)
    await state.set_state(Writing.text)
    await state.set_data({"segment": segment.id})
    await screen.tell()
    await screen.say(writing_view(titles(view, words)[segment.id], words))
