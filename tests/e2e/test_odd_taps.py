"""Forged, foreign, stale and repeated buttons, two telephones at once, leaving in the middle."""

import asyncio

import pytest

from bot.callbacks import Broadcast, BroadcastAct, Reply, Shelf, ShelfAct, Verb
from sandbox.client import Person, SandboxClient
from surveys.answers import Chosen, Counted
from surveys.questions import ChoiceKey
from tests.e2e.scene import MANAGER_ID, opened, publish, rows
from tests.e2e.town import SURVEY, agrees, answers_of

GARBAGE = (
    "garbage",
    "q:",
    "q:1:0:c:0:maybe",
    "q:-1:0:c:0:0",
    f"q:{10**20}:0:w:0:0",
    f"sv:w:{2**63}",
    "ok:perhaps",
    "lang:xx",
    "ключ",
    "\u202e" * 20,
    " ",
)


async def a_resident(client: SandboxClient, name: str = "Oksana") -> Person:
    """Somebody at the first question."""
    person = await client.person(first_name=name, language_code="en")
    await agrees(person)
    return person


async def forges(person: Person, data: str) -> str:
    """Press a button that the bot never gave to this person; its answer."""
    tapped = await person.taps_data(person.bot_messages[-1].message_id, data)
    return (await tapped.answered()).text or ""


async def audit_of(url: str, act: str) -> int:
    """How often that was noted."""
    async with opened(url) as database:
        found = await rows(database, f"SELECT count(*) FROM audit WHERE act = '{act}'")
    return int(found[0][0])


@pytest.mark.parametrize("data", GARBAGE)
async def test_garbage_is_answered(client: SandboxClient, data: str) -> None:
    """A button that means nothing says so at once, and the survey goes on."""
    oksana = await a_resident(client)

    assert "earlier conversation" in await forges(oksana, data)
    await oksana.taps("Rented")
    await oksana.until("How many")


async def test_somebody_elses_response(client: SandboxClient, town_url: str) -> None:
    """Who forges the number of another's response reads nothing of it and changes nothing."""
    oksana, ivan = await a_resident(client), await a_resident(client, "Ivan")
    button = oksana.find_button("My own")[1]
    before = await audit_of(town_url, "response.not_yours")
    assert button.data is not None
    await forges(ivan, button.data)
    await ivan.until("earlier conversation")

    assert await answers_of(town_url, oksana) == {}
    assert await audit_of(town_url, "response.not_yours") == before + 1


async def test_a_managers_button(client: SandboxClient, town_url: str) -> None:
    """A resident who forges a manager's button gets a polite no, and it is noted."""
    oksana = await a_resident(client)
    before = await audit_of(town_url, "refused")
    forged = [
        Shelf(act=ShelfAct.CLOSE_SURELY, survey=1),
        Shelf(act=ShelfAct.PUBLISH, survey=1),
        Broadcast(campaign=1, act=BroadcastAct.SEND),
    ]
    for data in forged:
        await forges(oksana, data.pack())
        await oksana.until("Only managers")

    assert await audit_of(town_url, "refused") == before + len(forged)
    await oksana.taps("My own")
    await oksana.until("How many")


async def test_ten_quick_taps(client: SandboxClient, town_url: str) -> None:
    """A finger that trembles answers once; every tap is answered."""
    oksana = await a_resident(client)
    message, button = oksana.find_button("Rented")
    assert button.data is not None
    data = button.data
    taps = [await oksana.taps_data(message.message_id, data) for _ in range(10)]
    await asyncio.gather(*(tap.answered() for tap in taps))

    assert await answers_of(town_url, oksana) == {"flat": Chosen(ChoiceKey("rent"))}
    assert "How many" in oksana.screen()


async def test_two_telephones(client: SandboxClient, town_url: str) -> None:
    """Different answers are tapped on two telephones at once: one counts, the other is told."""
    oksana = await a_resident(client)
    message = oksana.bot_messages[-1]
    own, rent = oksana.find_button("My own")[1], oksana.find_button("Rented")[1]
    assert own.data is not None and rent.data is not None
    first, second = await asyncio.gather(
        oksana.taps_data(message.message_id, own.data),
        oksana.taps_data(message.message_id, rent.data),
    )
    await asyncio.gather(first.answered(), second.answered())
    await oksana.until("already answered")

    assert (await answers_of(town_url, oksana)).keys() == {"flat"}


async def test_a_button_of_long_ago_and_a_new_version(client: SandboxClient, town_url: str) -> None:
    """Who began in one version goes on in it, though a newer one has come."""
    oksana = await a_resident(client)
    message, button = oksana.find_button("My own")
    await oksana.taps("Rented")
    await oksana.until("How many")
    async with opened(town_url) as database:
        await publish(database, SURVEY.replace("What else?", "What more?"))
    assert button.data is not None
    await oksana.taps_data(message.message_id, button.data)
    await oksana.until("already answered")
    await oksana.taps("Go on")
    await oksana.until("How many")
    await oksana.says("9")
    await oksana.until("What else?")

    assert await answers_of(town_url, oksana) == {
        "flat": Chosen(ChoiceKey("rent")),
        "years": Counted(9),
    }


async def test_who_blocks_the_bot_in_the_middle(client: SandboxClient, town_url: str) -> None:
    """A tap, then the door shut: the answer is kept, and coming back goes on from there."""
    oksana = await a_resident(client)
    await client.fails_next("403", method="editMessageText", chat_id=oksana.id)
    await oksana.taps("Rented")
    await oksana.blocks()
    await oksana.unblocks()
    await oksana.starts()
    await oksana.until("Welcome back")
    await oksana.taps("Go on")
    await oksana.until("How many")

    assert (await answers_of(town_url, oksana)).keys() == {"flat"}


async def test_to_be_forgotten_in_the_middle(client: SandboxClient, town_url: str) -> None:
    """After /forget nothing of the person is in any table."""
    oksana = await client.person(id=7_000_000_119, first_name="Oksana-Zoriana")
    await agrees(oksana)
    await oksana.taps("Съёмная")
    await oksana.until("Сколько лет")
    await oksana.says("/forget")
    await oksana.until(lambda message: len(message.buttons) == 3)
    await oksana.taps("Да, стереть")
    await oksana.until("больше не знаю")
    async with opened(town_url) as database:
        tables = await rows(
            database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'accounts'"
        )
        everything = [await rows(database, f"SELECT * FROM {name}") for (name,) in tables]

    assert str(oksana.id) not in str(everything)
    assert "Zoriana" not in str(everything)
    stale = Reply(response=1, question=1, verb=Verb.SHOW).pack()
    await forges(oksana, stale)
    await oksana.until("/mydata")  # Consent is asked anew, with its buttons.


async def test_the_only_admin_cannot_leave(client: SandboxClient) -> None:
    """Somebody has to answer for the data."""
    olha = await client.person(id=MANAGER_ID, first_name="Olha", language_code="en")
    await olha.says("/forget")
    await olha.until("Erase everything")
    await olha.taps("Yes, erase")
    await olha.until("only admin")
