"""Rules and merged segments: a merge moves nobody, and rules against a part mean the whole."""

from datetime import UTC, date, datetime, timedelta

from segmentation.rules.parsing import parse
from segmentation.rules.windows import Now
from tests.fakes import FixedClock
from tests.makers import a_resident, a_scheme_with_segments
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import Role, StoredMembership
from use_cases.records.rules import Fact
from use_cases.rules.merged import as_merged
from use_cases.rules.projecting import RefreshFacts

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LONG_AGO, LATELY = NOW - timedelta(days=100), NOW - timedelta(days=3)


async def people_in_two(work: UnitOfWork) -> tuple[dict[str, int], list[int], str]:
    """Vera went from the second to the first lately, Boris stays in the second, Anna left the
    first, Dina came into the second, Egor stays in the first."""
    scheme, (first, second) = await a_scheme_with_segments(work)
    await a_resident(work, "Olga", telegram_id=1, role=Role.MANAGER)
    run = await work.segments.add_run(scheme.id, {}, people=9, at=LONG_AGO)
    ids = {
        name: (await a_resident(work, name, telegram_id=10 + n)).id
        for n, name in enumerate(("Vera", "Boris", "Anna", "Dina", "Egor"))
    }
    stood = {"Vera": second.id, "Boris": second.id, "Anna": first.id, "Egor": first.id}
    went = {"Vera": first.id, "Anna": None, "Dina": second.id}
    for at, where in ((LONG_AGO, stood), (LATELY, went)):
        await work.segments.place(
            StoredMembership(
                scheme_id=scheme.id, person_id=ids[name], run_id=run.id, confidence=0.9,
                since=at, segment_id=segment,
            )
            for name, segment in where.items()
        )  # fmt: skip
    await work.commit()
    return ids, [first.id, second.id], scheme.name


async def meant(work: UnitOfWork, text: str, ids: dict[str, int]) -> set[str]:
    rule = await as_merged(work, parse(text))
    found = set(await work.rules.matching(rule, Now(NOW)))
    return {name for name, who in ids.items() if who in found}


async def test_going_from_part_to_part_is_neither_entering_nor_leaving(
    open_work: OpenWork,
) -> None:
    async with open_work() as work:
        ids, (first, second), name = await people_in_two(work)
        one, two = f'"{name}/1"', f'"{name}/2"'
        lately = "within 7 days"
        assert await meant(work, f"entered({one}, {lately})", ids) == {"Vera"}
        assert await meant(work, f"left({two}, {lately})", ids) == {"Vera"}
        assert await meant(work, f"moved({two}, {one}, {lately})", ids) == {"Vera"}
        assert await meant(work, f"days_in({one}) > 90", ids) == {"Egor"}

        await work.segments.merge(second, first)

        for each in (one, two):
            assert await meant(work, f"entered({each}, {lately})", ids) == {"Dina"}
            assert await meant(work, f"left({each}, {lately})", ids) == {"Anna"}
            assert await meant(work, f"moved({two}, {each}, {lately})", ids) == set()
            assert await meant(work, f"days_in({each}) > 90", ids) == {"Vera", "Boris", "Egor"}
            assert await meant(work, f"in({each})", ids) == {"Vera", "Boris", "Dina", "Egor"}


async def test_the_field_group_means_the_whole_by_either_number(open_work: OpenWork) -> None:
    """However it compares; and nobody's time with the value begins anew by a merge."""
    clock = FixedClock(LATELY)
    async with open_work() as work:
        ids, (first, second), name = await people_in_two(work)
    await RefreshFacts(open_work, clock)()
    group = f'group("{name}")'
    async with open_work() as work:
        assert await meant(work, f'{group} = "2"', ids) == {"Boris", "Dina"}
        await work.segments.merge(second, first)
        await work.commit()
    clock.moment = NOW
    await RefreshFacts(open_work, clock)()
    everybody = {"Vera", "Boris", "Dina", "Egor"}
    async with open_work() as work:
        for number in "12":
            assert await meant(work, f'{group} = "{number}"', ids) == everybody
            assert await meant(work, f'{group} in ("{number}", "7")', ids) == everybody
            assert await meant(work, f'{group} != "{number}"', ids) == {"Anna"}
            assert await meant(work, f'{group} not in ("{number}")', ids) == {"Anna"}
            been = f'has_been({group}, "{number}", at least 2 days)'
            assert await meant(work, been, ids) == everybody
        assert await meant(work, f'not ({group} = "2") and {group} is not empty', ids) == set()


async def test_age_is_by_the_birthday_or_else_by_what_was_said(open_work: OpenWork) -> None:
    async with open_work() as work:
        ids = {
            name: (await a_resident(work, name, telegram_id=10 + n)).id
            for n, name in enumerate(("Vera", "Boris", "Anna"))
        }
        born = [
            Fact(ids["Vera"], ("birthday",), date(1990, 1, 1)),
            Fact(ids["Vera"], ("born",), date(1950, 1, 1)),
            Fact(ids["Boris"], ("born",), date(1950, 1, 1)),
        ]
        await work.facts.note(born, at=NOW)
        assert await meant(work, "age >= 65", ids) == {"Boris"}
        assert await meant(work, "age < 65", ids) == {"Vera"}
        assert await meant(work, "age = 36", ids) == {"Vera"}
        assert await meant(work, "age is empty", ids) == {"Anna"}
        assert await meant(work, "age is not empty", ids) == {"Vera", "Boris"}
