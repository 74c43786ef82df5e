"""Trouble on demand: the bot sees it as aiogram's own exceptions, and the log tells the truth."""

import asyncio
import time
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox import faults
from sandbox.client import Faults, Person, SandboxClient, SandboxRefusalError


async def outcomes(bot: Bot, chat_id: int, count: int) -> list[str]:
    """What became of so many sends, by the name of the exception."""
    found = []
    for number in range(count):
        try:
            await bot.send_message(chat_id, str(number))
            found.append("sent")
        except (TelegramRetryAfter, TelegramServerError, TelegramNetworkError) as error:
            found.append(type(error).__name__)
    return found


async def test_the_next_call_fails_as_planned(
    bot: Bot, client: SandboxClient, vera: Person
) -> None:
    """One call of one method, then all is well."""
    await client.fails_next("429", method="sendMessage", seconds=7)
    with pytest.raises(TelegramRetryAfter) as refusal:
        await bot.send_message(vera.id, "раз")
    assert refusal.value.retry_after == 7
    await client.fails_next("500")
    with pytest.raises(TelegramServerError):
        await bot.send_message(vera.id, "раз")
    await client.fails_next("403", chat_id=vera.id)
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(vera.id, "раз")
    await bot.send_message(vera.id, "раз")

    summary = await client.summary()
    assert summary["accepted"] == {"sendMessage": 1}
    assert summary["refused"] == {"sendMessage": {"429": 1, "500": 1, "403": 1}}


async def test_a_cut_call_has_taken_effect(bot: Bot, client: SandboxClient, vera: Person) -> None:
    """The bot hears nothing, yet the person has the message, and the log says so."""
    await client.fails_next("cut", method="sendMessage")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(vera.id, "один раз")

    assert (await vera.hears()).text == "один раз"
    (call,) = await client.calls("sendMessage")
    assert call.was_cut
    assert (call.chat_id, call.text) == (vera.id, "один раз")
    assert await client.texts_by_chat() == {vera.id: {"один раз": 1}}


async def test_rates_are_seeded(bot: Bot, client: SandboxClient, vera: Person) -> None:
    """The same seed brings the same trouble; no rates, no trouble."""
    stormy = Faults(seed=7, rate_429=0.3, rate_5xx=0.2, rate_cut=0.1)
    await client.set_faults(stormy)
    first = await outcomes(bot, vera.id, 40)
    await client.set_faults(stormy)
    again = await outcomes(bot, vera.id, 40)
    await client.set_faults(Faults())
    calm = await outcomes(bot, vera.id, 5)

    assert first == again
    assert set(first) == {
        "sent",
        "TelegramRetryAfter",
        "TelegramServerError",
        "TelegramNetworkError",
    }
    assert set(calm) == {"sent"}
    with pytest.raises(SandboxRefusalError, match="unknown fault kind"):
        await client.fails_next("storm")  # type: ignore[arg-type]


async def test_a_share_of_people_has_closed_the_bot(bot: Bot, client: SandboxClient) -> None:
    """The same people every time, about the share that was asked for."""
    people = await client.people([{"first_name": str(n)} for n in range(60)])
    await asyncio.gather(*(person.starts() for person in people))
    await client.set_faults(Faults(seed=1, forbidden_share=0.3))

    async def is_closed(person: Person) -> bool:
        try:
            await bot.send_message(person.id, "Эй")
        except TelegramForbiddenError:
            return True
        return False

    first = [await is_closed(person) for person in people]
    assert first == [await is_closed(person) for person in people]
    assert 8 < sum(first) < 30


async def test_delays_and_chosen_methods(bot: Bot, client: SandboxClient, vera: Person) -> None:
    """A delay is felt by the methods it is set for."""
    await client.set_faults(Faults(delay_min=0.2, delay_max=0.2, methods=("sendMessage",)))
    began = time.monotonic()
    await bot.send_message(vera.id, "медленно")
    assert time.monotonic() - began >= 0.2

    await client.set_faults(Faults(delay_min=3600, delay_max=3600, methods=("sendMessage",)))
    sending = asyncio.create_task(bot.send_message(vera.id, "через час", request_timeout=7200))
    await bot.get_me()
    assert not sending.done()
    sending.cancel()


@dataclass
class StandingClock:
    """Stands where sandbox.faults looks at the time."""

    seconds: float = 1_000.0

    def monotonic(self) -> float:
        return self.seconds


async def test_the_real_pace_can_be_asked_for(
    bot: Bot, client: SandboxClient, vera: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A short burst into one chat, 30 a second over all; then 429, until time has passed."""
    clock = StandingClock()
    monkeypatch.setattr(faults, "time", clock)
    await client.set_faults(Faults(real_limits=True))
    people = await client.people([{"first_name": str(n)} for n in range(40)])
    await asyncio.gather(*(person.starts() for person in people))
    assert await outcomes(bot, vera.id, 5) == ["sent"] * 3 + ["TelegramRetryAfter"] * 2

    async def everybody() -> list[str]:
        return [(await outcomes(bot, person.id, 1))[0] for person in people]

    assert await everybody() == ["sent"] * 27 + ["TelegramRetryAfter"] * 13
    clock.seconds += 1.0
    assert await everybody() == ["sent"] * 30 + ["TelegramRetryAfter"] * 10
    clock.seconds += 2.0
    assert await outcomes(bot, vera.id, 4) == ["sent"] * 3 + ["TelegramRetryAfter"]


async def test_the_log_can_be_read_in_parts_and_cleared(
    bot: Bot, client: SandboxClient, vera: Person
) -> None:
    """By method, by chat, after a sequence number."""
    for number in range(3):
        await bot.send_message(vera.id, str(number))
    await bot.send_chat_action(vera.id, "typing")

    assert [call.text for call in await client.calls(after=1)] == ["1", "2", None]
    assert len(await client.calls("sendMessage", chat_id=vera.id)) == 3
    assert await client.calls(chat_id=1) == []
    await client.clear_calls()
    assert await client.calls() == []
