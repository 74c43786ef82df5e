"""What the store of people promises."""

from dataclasses import replace
from datetime import timedelta

from tests.fakes import NOON
from tests.makers import a_resident
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import Dialogue, Role

LATER = NOON + timedelta(hours=1)


async def test_a_new_resident_is_kept_as_met(open_work: OpenWork) -> None:
    """Whoever is added is found by Telegram's id and by our own, after the commit too."""
    async with open_work() as work:
        met = await work.people.add(
            77, language="uk", at=NOON, source="poster", wanted_survey="yard"
        )
        await work.commit()

    assert (
        met.role,
        met.language,
        met.created_at,
        met.source,
        met.wanted_survey,
    ) == (Role.RESIDENT, "uk", NOON, "poster", "yard")
    async with open_work() as work:
        assert met == await work.people.by_telegram_id(77) == await work.people.get(met.id)
        assert await work.people.by_telegram_id(78) is None
        assert await work.people.get(met.id + 1) is None


async def test_meeting_twice_is_meeting_once(work: UnitOfWork) -> None:
    """If another update was quicker, the one who is there comes back, unchanged."""
    first = await work.people.add(77, language="ru", at=NOON)

    assert first == await work.people.add(77, language="en", at=LATER, source="flyer")
    assert await work.people.count() == 1


async def test_saving_writes_everything_but_the_dialogue_and_the_birth(work: UnitOfWork) -> None:
    """A handler that saves a person does not overwrite a draft that was begun meanwhile."""
    met = await work.people.add(77, language="ru", at=NOON, wanted_survey="yard")
    draft = Dialogue(state="broadcast:text", data={"segment": 3, "lines": ["а", "б"]})
    await work.people.save_dialogue(met.id, draft)

    changed = replace(
        met,
        telegram_id=79,
        language="en",
        role=Role.MANAGER,
        name="Вера",
        consented_at=LATER,
        unreachable_at=LATER,
        source="flyer",
        wanted_survey=None,
    )
    await work.people.save(replace(changed, created_at=LATER))

    assert replace(changed, dialogue=draft) == await work.people.get(met.id)


async def test_a_dialogue_can_be_emptied(work: UnitOfWork) -> None:
    """A finished draft leaves nothing behind."""
    met = await work.people.add(77, language="ru", at=NOON)
    await work.people.save_dialogue(met.id, Dialogue(state="name", data={"segment": 3}))
    await work.people.save_dialogue(met.id, Dialogue())

    assert met == await work.people.get(met.id)


async def test_many_come_back_by_id(work: UnitOfWork) -> None:
    """Those who exist, in rising order, each once."""
    vera, oleh, ann = [await a_resident(work, name) for name in ("Вера", "Олег", "Анна")]

    assert [vera, ann] == list(await work.people.get_many([ann.id, 999, vera.id, ann.id]))
    assert list(await work.people.get_many([])) == []
    assert [vera, oleh, ann] == list(await work.people.get_many(range(20_000)))


async def test_people_of_a_role(work: UnitOfWork) -> None:
    """Exactly this role, not the ones above it."""
    manager = await a_resident(work, role=Role.MANAGER)
    await a_resident(work, role=Role.ADMIN)
    await a_resident(work)

    assert [manager] == list(await work.people.with_role(Role.MANAGER))
    assert await work.people.count() == 3


async def test_a_change_keeps_what_somebody_else_has_changed_meanwhile(open_work: OpenWork) -> None:
    """A role taken away does not come back with a new language."""
    async with open_work() as work:
        read = replace(await a_resident(work), role=Role.MANAGER)
        await work.people.save(read)
        await work.people.save(replace(read, role=Role.RESIDENT), was=read)
        await work.people.save(replace(read, language="uk"), was=read)
        await work.commit()

        now = await work.people.get(read.id)
    assert now is not None
    assert (now.role, now.language) == (Role.RESIDENT, "uk")
