"""Every field that a rule may ask about is filled by something real, or is said not to be."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from segmentation.rules.catalogue import FIELDS
from segmentation.rules.facts import PersonFacts
from segmentation.rules.parsing import parse
from segmentation.rules.windows import Now
from storage.database import Database
from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.use_cases.rules_world import a_world
from use_cases.conversations.meeting import Invitation
from use_cases.ports import OpenWork
from use_cases.records import Person
from use_cases.rules.projecting import RefreshFacts
from use_cases.rules.recounting import RecountRules

UTC = ZoneInfo("UTC")
ASKED = {
    "field": 'field("Долг")',
    "nested": 'nested("Машина", "номер.регион")',
    "items": 'items("pets")',
    "survey": 'survey("house")',
    "survey_changed": 'survey_changed("house")',
    "answered": 'answered("house")',
    "answer": 'answer("house", "quiet")',
    "picks": 'picks("house", "wants")',
    "score": 'score("house", "calm")',
    "percentile": 'percentile("house", "calm")',
    "need": 'need("lift")',
    "nps": 'nps("house")',
    "change": 'change("house", "quiet")',
    "group": 'group("yard/needs")',
    "confidence": 'confidence("yard/needs")',
    "days_in": 'days_in("all")',
}
"""How a field with arguments is asked about in this house."""


@pytest.fixture(params=["memory", "sqlite"])
async def open_work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenWork]:
    """Units of work over memory and over a database."""
    if request.param == "memory":
        yield MemoryDatabase().open_work
        return
    database = Database(f"sqlite:///{tmp_path / 'facts.db'}")
    await database.migrate()
    yield database.open_work
    await database.close()


async def known_of(open_work: OpenWork, person: Person) -> PersonFacts:
    async with open_work() as work:
        (known,) = await work.facts.of([person.id])
    return known


@pytest.mark.parametrize("open_work", ["sqlite"], indirect=True)
async def test_no_field_is_silently_empty(open_work: OpenWork) -> None:
    """In a house where all has happened, each field is there of somebody."""
    clock = FixedClock(NOON + timedelta(hours=3))
    await a_world(open_work, clock)
    await RefreshFacts(open_work, clock)()
    await RecountRules(open_work, clock, UTC)()
    async with open_work() as work:
        for name, kind in FIELDS.items():
            asked = ASKED.get(name, name)
            assert not kind.arguments or name in ASKED, name
            found = await work.rules.matching(parse(f"{asked} is not empty"), Now(clock.now()))
            assert found, f"{name} is empty of everybody"


async def test_what_becomes_of_what_happened(open_work: OpenWork) -> None:
    """One person's facts, value by value."""
    clock = FixedClock(NOON + timedelta(hours=3))
    olga, vera = await a_world(open_work, clock)
    await RefreshFacts(open_work, clock)()
    known = await known_of(open_work, vera)
    told = {key[0] if len(key) == 1 else key: value for key, value in known.values.items()}
    assert told["username"] == "vera_p" and told["source"] == "friend"
    assert told["referrer"] == str(olga.id)
    assert (told["gender"], told["birthday"]) == ("female", date(1980, 2, 29))
    assert (told["phone"], told["household"]) == ("380671234567", 3.0)
    assert known.sets["items", "pets"] == {"cat"} and not known.sets.get(("missing",))
    assert (told["first_active"], told["last_active"]) == (NOON, NOON + timedelta(hours=2))
    assert told["sessions"] == 2.0, "twelve minutes are one session, two hours begin another"
    assert [e.at for e in known.events if e.kind == "session"] == [
        NOON, NOON + timedelta(hours=2)
    ]  # fmt: skip
    assert told["survey", "house"] == "done" and told["answered", "house"] == NOON
    assert told["response_rate"] == 100.0
    assert told["change", "house", "quiet"] == "up" and told["change", "house", "sex"] == "same"
    assert told["lifetime_value"] == 13_000.0, "a refund is taken off"
    assert told["rfm"] in {"cold", "warm", "hot"} and 0 < float(str(told["churn"])) < 1
    assert (await known_of(open_work, olga)).values["referred",] == 1.0


async def test_activity_is_counted_once(open_work: OpenWork) -> None:
    """However often facts are refreshed; a tap soon after belongs to the same session."""
    clock = FixedClock(NOON + timedelta(hours=3))
    _, vera = await a_world(open_work, clock)
    for _ in range(2):
        await RefreshFacts(open_work, clock)()
    async with open_work() as work:
        later = NOON + timedelta(hours=2, minutes=29)
        await work.inbox.put([(9, vera.telegram_id, {"text": "x"})], at=later)
        await work.commit()
    await RefreshFacts(open_work, clock)()
    known = await known_of(open_work, vera)
    assert known.values["sessions",] == 2.0 and known.values["last_active",] == later
    assert sum(event.kind == "session" for event in known.events) == 2


@pytest.mark.parametrize(
    ("payload", "invitation"),
    [
        ("yard__flyer__print__may", Invitation("yard", "flyer", {"medium": "print",
                                                                 "campaign": "may"})),
        ("__flyer____may", Invitation(None, "flyer", {"campaign": "may"})),
        ("yard__i-a__b", Invitation("yard", "i-a__b")),
        ("__friend-17", Invitation(None, "friend", {}, 17)),
        ("__friend-x", Invitation(None, "friend-x")),
    ],
)  # fmt: skip
def test_what_a_link_says_of_where_somebody_came_from(payload: str, invitation: Invitation) -> None:
    assert Invitation.read(payload) == invitation
