"""What the store of goals promises."""

from datetime import date, timedelta

from tests.fakes import NOON
from tests.makers import a_resident, a_scheme_with_segments
from use_cases.ports import OpenWork
from use_cases.records import Measure, Subject

DUE = date(2026, 12, 31)


async def test_goals_are_kept_with_what_they_are_about(open_work: OpenWork) -> None:
    """The earliest due first; one put away is found by its number only."""
    async with open_work() as work:
        maria, anna = await a_resident(work, "Maria"), await a_resident(work, "Anna")
        scheme, (first, _) = await a_scheme_with_segments(work)
        rule = await work.rules.add(
            key="old", name="Old", text="age > 60", dynamic=True, author_id=maria.id, at=NOON
        )
        facts = {"target": 40.0, "start": None, "owner_id": maria.id, "at": NOON}
        later = DUE + timedelta(days=1)
        one = await work.goals.add(Subject.SEGMENT, first.id, Measure.NPS, due=later, **facts)  # type: ignore[arg-type]
        two = await work.goals.add(Subject.SCHEME, scheme.id, Measure.SIZE, due=DUE, **facts)  # type: ignore[arg-type]
        three = await work.goals.add(Subject.RULE, rule.id, Measure.PAID, due=DUE, **facts)  # type: ignore[arg-type]
        await work.commit()

    async with open_work() as work:
        assert [two, three, one] == list(await work.goals.open())
        await work.goals.give(one.id, anna.id)
        await work.goals.end(two.id, at=NOON)
        await work.commit()
    async with open_work() as work:
        assert [three.id, one.id] == [goal.id for goal in await work.goals.open()]
        ended, given = await work.goals.get(two.id), await work.goals.get(one.id)
        assert ended is not None and ended.ended_at == NOON
        assert given is not None and given.owner_id == anna.id


async def test_goals_outlive_their_owner_and_go_with_their_rule(open_work: OpenWork) -> None:
    async with open_work() as work:
        maria = await a_resident(work, "Maria")
        scheme, _ = await a_scheme_with_segments(work)
        rule = await work.rules.add(
            key="old", name="Old", text="age > 60", dynamic=True, author_id=maria.id, at=NOON
        )
        for subject, about in ((Subject.SCHEME, scheme.id), (Subject.RULE, rule.id)):
            await work.goals.add(
                subject,
                about,
                Measure.SIZE,
                target=9,
                start=1.5,
                due=DUE,
                owner_id=maria.id,
                at=NOON,
            )
        await work.commit()

    async with open_work() as work:
        await work.rules.delete(rule.id)
        await work.people.erase(maria.id)
        await work.commit()
    async with open_work() as work:
        (left,) = await work.goals.open()
        assert (left.subject, left.owner_id, left.start) == (Subject.SCHEME, None, 1.5)
