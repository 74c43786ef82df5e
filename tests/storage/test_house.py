"""What the facts of the house and the audit log promise."""

from datetime import timedelta

from tests.fakes import NOON
from tests.makers import a_resident
from use_cases.ports import UnitOfWork

LATER = NOON + timedelta(hours=1)


async def test_a_fact_is_what_was_set_last(work: UnitOfWork) -> None:
    """One value for each name."""
    assert await work.house.get("name") is None
    await work.house.set("name", "Ленина, 5")
    await work.house.set("name", "Лесная, 7")
    await work.house.set("claim", "abc")

    assert await work.house.get("name") == "Лесная, 7"


async def test_a_code_is_taken_once(work: UnitOfWork) -> None:
    """Only with exactly the right value, and then it is gone."""
    await work.house.set("claim", "abc")

    assert not await work.house.take("claim", "ABC")
    assert await work.house.take("claim", "abc")
    assert not await work.house.take("claim", "abc")
    assert await work.house.get("claim") is None


async def test_the_log_tells_the_newest_first(work: UnitOfWork) -> None:
    """Who, what, when; nobody's acts too."""
    vera = await a_resident(work)
    await work.audit.note(vera.id, "survey.publish", at=LATER, detail="3")
    await work.audit.note(None, "forget", at=NOON)

    lines = [(NOON, None, "forget", ""), (LATER, vera.id, "survey.publish", "3")]
    assert lines == list(await work.audit.recent(10))
    assert lines[:1] == list(await work.audit.recent(1))
