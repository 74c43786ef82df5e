"""aiogram's FSM kept in the database: the draft that a manager is writing survives a restart.

The state lives in the person's row, so reading it costs no query, and it is written in the same
unit of work as everything else that the update leads to.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from use_cases.ports import UnitOfWork
from use_cases.records import Person


@dataclass(slots=True)
class Speaker:
    """Whose update is being handled, in which unit of work."""

    work: UnitOfWork
    person: Person


speaker: ContextVar[Speaker | None] = ContextVar("speaker", default=None)


class DialogueStorage(BaseStorage):
    """Reads and writes the dialogue of whoever's update is being handled."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._write(state=name)

    async def get_state(self, key: StorageKey) -> str | None:
        now = speaker.get()
        return now.person.dialogue.state if now else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._write(data=dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        now = speaker.get()
        return dict(now.person.dialogue.data) if now else {}

    async def close(self) -> None:
        """Nothing is held open here."""

    async def _write(self, **changes: Any) -> None:
        now = speaker.get()
        if now is None:
            return
        dialogue = replace(now.person.dialogue, **changes)
        if dialogue == now.person.dialogue:
            return
        now.person = replace(now.person, dialogue=dialogue)
        await now.work.people.save_dialogue(now.person.id, dialogue)
