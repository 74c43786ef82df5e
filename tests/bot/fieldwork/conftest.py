"""A manager, and the survey of a yard, open."""

import pytest

from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import a_yard_survey
from tests.makers import an_open_survey
from use_cases.records import Role, StoredSurvey


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


@pytest.fixture
async def yard(town: Town, manager: Neighbour) -> StoredSurvey:
    async with town.work() as work:
        survey = await an_open_survey(work, await manager.record(), a_yard_survey())
        await work.commit()
    return survey
