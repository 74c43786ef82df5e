"""Somebody leaves while something is under way for them: nothing of it reaches or keeps them."""

import pytest
import sqlalchemy as sa
from aiogram.methods import SendMessage
from aiogram.types import ReplyKeyboardMarkup, ReplyKeyboardRemove

from storage.tables import metadata
from surveys.questions import ContactQuestion, LocationQuestion, QuestionKey, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import a_yard_survey, field
from tests.bot.segments import LOVES_THE_YARD, by_answers, in_halves, residents_answer
from tests.makers import an_open_survey
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def leaves(who: Neighbour) -> None:
    await who.says("/forget")
    assert "I no longer know you" in await who.taps("Yes, erase")


async def unknown(town: Town, who: Neighbour) -> bool:
    async with town.work() as work:
        return await work.people.by_telegram_id(who.telegram_id) is None


async def traces(town: Town, *tables: str) -> dict[str, int]:
    """How many rows there are."""
    async with town.database.engine.connect() as connection:
        return {
            name: await connection.scalar(
                sa.select(sa.func.count()).select_from(metadata.tables[name])
            )
            or 0
            for name in tables
        }


async def test_during_a_broadcast(town: Town, manager: Neighbour) -> None:
    """One leaves before their letter, one with theirs in hand: no letter follows, the message to
    everybody else goes on, and points only went to whoever was there."""
    town.compute = in_halves
    residents = await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()
    await manager.says("/broadcast")
    await manager.taps("· 30")
    await manager.says("Hello, {name}!")
    await manager.taps("10")
    await manager.taps("Send to 30 people")
    written: list[int] = []
    take, early, late = town.telegram.make_request, residents[0], residents[29]

    async def meanwhile(bot, method, timeout=None):  # type: ignore[no-untyped-def] # noqa: ASYNC109
        taken = await take(bot, method, timeout)
        if isinstance(method, SendMessage) and str(method.text).startswith("Hello"):
            written.append(int(method.chat_id))
            if int(method.chat_id) == early.telegram_id:
                await leaves(late)
                await leaves(early)
        return taken

    town.telegram.make_request = meanwhile  # type: ignore[method-assign]
    await town.letters_arrive()

    assert len(written) == len(set(written)) == 29
    assert early.telegram_id in written and late.telegram_id not in written
    assert "Hello" not in late.last.text
    assert "Done: 29 got it" in manager.last.text
    assert await unknown(town, early) and await unknown(town, late)
    async with town.work() as work:
        assert await work.points.given() == 28 * 10
    await early.says("/start")
    await early.taps("I agree")
    assert "0 points" in await early.says("/points")


@pytest.mark.parametrize("kind", [LocationQuestion, ContactQuestion])
async def test_while_keys_stand_in_place_of_the_letters(
    town: Town, manager: Neighbour, kind: type[LocationQuestion | ContactQuestion]
) -> None:
    """The phone has its letters back: the last word about the keyboard takes the keys away."""
    asked = kind(key=QuestionKey("here"), prompt=Text({"en": "Please?"}))
    survey = Survey(key="keys", title=Text({"en": "Keys"}), questions=(asked,), languages=("en",))
    async with town.work() as work:
        await an_open_survey(work, await manager.record(), survey)
        await work.commit()
    vera = await town.person("Vera")
    await vera.says("/start keys")
    assert isinstance(keyboards(town, vera)[-1], ReplyKeyboardMarkup)

    await leaves(vera)

    assert isinstance(keyboards(town, vera)[-1], ReplyKeyboardRemove)
    assert vera.last.text == "All the best!"
    await vera.taps("Begin anew")
    await vera.taps("I agree")


def keyboards(town: Town, who: Neighbour) -> list[object]:
    """What was said of the keyboard of somebody's phone, in order; buttons under messages apart."""
    sent = [c for c in town.telegram.calls if isinstance(c, SendMessage)]
    said = [c.reply_markup for c in sent if c.chat_id == who.telegram_id]
    return [each for each in said if isinstance(each, ReplyKeyboardMarkup | ReplyKeyboardRemove)]


async def test_during_a_short_survey(town: Town, manager: Neighbour) -> None:
    """The questions still to come go with the answers; old buttons lead to the beginning, and a
    newcomer is asked anew from the first question."""
    town.compute = by_answers
    await residents_answer(town, 40, asked_by=manager)
    await residents_answer(town, 40, asked_by=manager, answers=LOVES_THE_YARD, named="Yard")
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()
    await manager.says("/segments")
    await manager.taps("Golden questions")
    await town.settled()
    await manager.taps("Publish the short survey")
    before = await traces(town, "responses", "answers", "memberships")
    vera = await town.person("Vera")
    await vera.says("/survey")
    first = await vera.taps("⚡ Our <house>")
    assert "Question 2" in await vera.taps("3")
    asked = vera.last

    await leaves(vera)

    assert await unknown(town, vera)
    assert await traces(town, "responses", "answers", "memberships") == before
    old = asked.data_of("5")
    assert old is not None
    assert "We keep your name" in await vera.presses(old, asked)
    assert await traces(town, "responses", "answers", "memberships") == before
    await vera.taps("I agree")
    await vera.says("/survey")
    assert await vera.taps("⚡ Our <house>") == first


async def test_during_a_sealed_survey(town: Town, manager: Neighbour) -> None:
    """What was begun goes without a ballot. Whoever had finished leaves their ballot, which is
    nobody's, and no sign that they took part."""
    async with town.work() as work:
        await an_open_survey(work, await manager.record(), a_yard_survey())
        await work.commit()
    await field(town, sealed=True)
    vera, oleh = await town.person("Vera"), await town.person("Oleh")
    for who in (vera, oleh):
        await who.says("/start yard")
        await who.taps("own")
    await oleh.taps("5")

    await leaves(vera)
    assert await traces(town, "responses", "answers", "boxes", "takers") == {
        "responses": 0, "answers": 0, "boxes": 1, "takers": 1,
    }  # fmt: skip
    await leaves(oleh)
    assert await unknown(town, vera) and await unknown(town, oleh)
    assert await traces(town, "responses", "answers", "takers") == {
        "responses": 0, "answers": 0, "takers": 0,
    }  # fmt: skip
    async with town.work() as work:
        assert len(await work.sealed.ballots("yard")) == 1
        counts = await work.responses.counts("yard")
        assert (counts.started, counts.completed) == (1, 1)
