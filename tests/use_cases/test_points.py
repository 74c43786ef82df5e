"""Points as people see them: thanks once, a balance with its lines, a ledger that adds up."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_completed_walk, a_resident, a_survey, a_walk, an_open_survey
from use_cases.access import NotAllowed
from use_cases.points import STATEMENT_LINES_MAX, Ledger, LedgerReport, MyPoints, thank_for_response
from use_cases.ports import UnitOfWork
from use_cases.records import Role


@pytest.fixture
async def work() -> AsyncIterator[UnitOfWork]:
    """A unit of work in memory."""
    async with MemoryDatabase().open_work() as opened:
        yield opened


async def test_a_response_is_thanked_once_for_ever(work: UnitOfWork) -> None:
    """Completed, changed and completed again: the points come once, and the line says what for."""
    olga = await a_resident(work, "Ольга", role=Role.MANAGER)
    vera = await a_resident(work)
    survey = await an_open_survey(work, olga, a_survey(points=50))
    walk = await a_completed_walk(work, survey, vera)

    assert await thank_for_response(work, survey, walk, at=NOON) == 50
    assert await thank_for_response(work, survey, walk, at=NOON) == 0
    mine = await MyPoints(work)(vera)
    assert mine.balance == 50
    ((points, reason, reference),) = [(e.points, e.reason, e.reference) for e in mine.statement]
    assert (points, reason) == (50, "survey")
    assert reference == f"survey:{survey.id}:response:{walk.id}"


async def test_a_test_walk_and_a_survey_without_points_bring_none(work: UnitOfWork) -> None:
    """A manager who tries a survey out earns nothing."""
    olga = await a_resident(work, "Ольга", role=Role.MANAGER)
    paid = await an_open_survey(work, olga, a_survey(points=50))
    free = await an_open_survey(work, olga, a_survey("free"))

    tried = await a_walk(work, paid, olga, test=True)
    assert await thank_for_response(work, paid, tried, at=NOON) == 0
    answered = await a_completed_walk(work, free, olga)
    assert await thank_for_response(work, free, answered, at=NOON) == 0
    assert (await MyPoints(work)(olga)).balance == 0


async def test_thanks_are_part_of_the_answers_own_commit(work: UnitOfWork) -> None:
    """Nothing is given if the answer is not kept."""
    olga = await a_resident(work, "Ольга", role=Role.MANAGER)
    survey = await an_open_survey(work, olga, a_survey(points=50))
    walk = await a_completed_walk(work, survey, olga)
    await work.commit()
    await thank_for_response(work, survey, walk, at=NOON)
    await work.rollback()

    assert (await MyPoints(work)(olga)).balance == 0


async def test_a_statement_is_short_and_newest_first(work: UnitOfWork) -> None:
    """The last lines only; the balance counts them all."""
    olga = await a_resident(work, "Ольга", role=Role.MANAGER)
    survey = await an_open_survey(work, olga, a_survey(points=1))
    walk = await a_completed_walk(work, survey, olga)
    for number in range(STATEMENT_LINES_MAX + 2):
        await thank_for_response(work, survey, replace(walk, id=number + 1), at=NOON)
    mine = await MyPoints(work)(olga)

    assert mine.balance == STATEMENT_LINES_MAX + 2
    references = [int(entry.reference.rsplit(":", 1)[1]) for entry in mine.statement]
    assert references == list(range(STATEMENT_LINES_MAX + 2, 2, -1))


async def test_managers_check_the_ledger_and_residents_do_not(work: UnitOfWork) -> None:
    """All balances add up to zero; what was given is what people have."""
    olga = await a_resident(work, "Ольга", role=Role.MANAGER)
    vera = await a_resident(work)
    survey = await an_open_survey(work, olga, a_survey(points=50))
    await thank_for_response(work, survey, await a_completed_walk(work, survey, vera), at=NOON)

    assert await LedgerReport(work, FixedClock())(olga) == Ledger(total=0, given=50)
    with pytest.raises(NotAllowed):
        await LedgerReport(work, FixedClock())(vera)
