"""A choice or a house that there is not is told, with those that it was probably meant for."""

import pytest

from segmentation.rules.parsing import parse
from tests.fakes import NOON, MemoryDatabase
from tests.makers import a_resident, an_open_survey
from tests.use_cases.rules_world import survey_of_everything
from use_cases.records import Place, Role
from use_cases.rules.strangers import strangers_in


@pytest.mark.parametrize(
    ("rule", "value", "nearest"),
    [
        ('building = "Солнечная 12А"', "Солнечная 12А", "Сонячна 12А"),
        ('answer("house", "sex") = "femal"', "femal", "female"),
        ('picks("house", "wants") has any ("yards")', "yards", "yard"),
        ('building = "Сонячна 12А"', None, None),
        ('answer("house", "sex") = "male"', None, None),
        ('answer("house", "sexx") = 5', "sexx", "sex"),
        ('change("house", "want") = up', "want", "wants"),
        ('answer("house", "zone") = "anything"', None, None),  # Own words have no list.
    ],
)
async def test_strangers_are_told_with_the_nearest(
    rule: str, value: str | None, nearest: str | None
) -> None:
    async with MemoryDatabase().open_work() as work:
        author = await a_resident(work, "Мария", role=Role.MANAGER)
        await an_open_survey(work, author, survey_of_everything())
        for name in ("Сонячна 12А", "Лісова 3"):
            await work.homes.add_building(name, Place(), at=NOON)

        found = await strangers_in(work, parse(rule))

    told = [(each.value, each.near[0]) for each in found]
    assert told == ([(value, nearest)] if value else [])
