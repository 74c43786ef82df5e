"""What every handler of the editor has at hand: the draft, its check, and the ways to show them.

The editor is one message. A tap changes it in place; after a typed message it comes anew below, and
the one above goes: two calls to Telegram at most.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from bot.screen import Screen, View
from bot.services import Services
from bot.views.editor.page import page_view
from bot.views.editor.question import question_view
from bot.words import Words
from surveys.drafting.checking import Checked, check
from surveys.drafting.documents import QuestionGone, place_of
from use_cases.authoring.drafting import Change, ChangeDraft, ListDrafts
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Draft, Person


class Typing(StatesGroup):
    """What the next message is: the title of a new survey, or words for a place of a draft.

    The data holds `draft`, `question` (its key, "" for the survey), `path` within it, `place`,
    `language`, `passed` and the editor's `message`.
    """

    title = State()
    kind = State()  # A kind is tapped first; data: `draft`, `at`.
    words = State()


@dataclass(frozen=True, slots=True)
class Desk:
    """One update's tools."""

    work: UnitOfWork
    person: Person
    screen: Screen
    words: Words
    clock: Clock
    state: FSMContext
    services: Services

    async def draft(self, draft_id: int) -> Draft:
        """The draft; raises NoSuchDraft."""
        return await ListDrafts(self.work, self.clock).one(self.person, draft_id)

    async def change(self, draft_id: int, change: Change) -> Draft:
        """Change it; kept at once."""
        return await ChangeDraft(self.work, self.clock)(self.person, draft_id, change)

    async def page(self, draft: Draft, page: int = 0) -> View:
        """The draft as a whole."""
        return page_view(draft, await checked(draft.document), self.words, page)

    async def question(self, draft: Draft, key: str) -> View:
        """One question of it; the whole if the question is gone."""
        try:
            at = place_of(draft.document, key)
        except QuestionGone:
            return await self.page(draft)
        return question_view(draft, at, await checked(draft.document), self.words)

    async def wait_for(self, draft: Draft, **what: Any) -> None:
        """The next message of this person goes into the draft."""
        tapped = self.screen.callback.message if self.screen.callback else None
        message = tapped.message_id if tapped else what.pop("message", 0)
        await self.state.set_state(Typing.words)
        await self.state.set_data({"draft": draft.id, **what, "message": message})

    async def below(self, view: View, message_id: int) -> int:
        """Show the editor under what was typed; the one above goes."""
        shown = await self.screen.say(view)
        if message_id:
            await self.screen.remove(message_id)
        return shown.message_id


async def checked(document: Mapping[str, Any]) -> Checked:
    """The draft's check, beside the loop: a long survey takes a while to be read."""
    return await asyncio.to_thread(check, document)
