"""Fetching updates: odd ones, an answer that is no JSON, a quiet week."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import ClientDecodeError

from bot.polling import Poller
from bot.turn import lane_of
from storage.database import Database
from tests.bot.chat import TownClock
from tests.bot.inbox_rows import states


class TelegramThat:
    """Answers getUpdates with these, one after the other, and then with nothing."""

    def __init__(self, *answers: list[Any] | Exception) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []

    async def __call__(self, method: Any, request_timeout: int) -> list[Any]:
        self.offsets.append(method.offset)
        if not self.answers:
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_the_poller_keeps_what_it_can_and_goes_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Updates that make no sense, an answer that is no JSON: nothing stops, nothing repeats."""
    odd = [{"update_id": 5, "message": "no object"}, "no update", {"update_id": "six"}]
    telegram = TelegramThat(
        odd,
        ClientDecodeError("no JSON", ValueError(), "<html>"),
        [{"update_id": 6, "message": {"from": {"id": "seven"}}}],
        [],
    )
    sleep = asyncio.sleep
    monkeypatch.setattr(asyncio, "sleep", lambda _seconds: sleep(0))
    poller = Poller(telegram, database.open_work, TownClock(), asyncio.Event())  # type: ignore[arg-type]
    job = asyncio.create_task(poller.run())
    async with asyncio.timeout(120):
        while len(telegram.offsets) < 5:
            await sleep(0.01)
    job.cancel()

    assert telegram.offsets == [None, 6, 6, 7, None]
    assert await states(database) == {5: "received", 6: "received"}


@pytest.mark.parametrize(
    "payload",
    [{}, {"message": 5}, {"message": {}}, {"message": {"from": []}}, {"poll": {"id": "1"}}],
)
def test_an_update_of_nobody_has_a_lane_too(payload: dict[str, Any]) -> None:
    """Whatever comes can be stored."""
    assert lane_of(payload) == 0
