"""Whom surveys remember, and which never do."""

from dataclasses import replace

import pytest

from surveys.answers import Rated
from surveys.field.settings import FieldSettings
from tests.fakes import FixedClock, MemoryDatabase
from tests.makers import a_completed_walk, a_resident, a_scale, a_survey, an_open_survey
from use_cases.conversations.beginning import BeginSurvey


@pytest.mark.parametrize(
    ("sealed", "known"),
    [(None, {"calm": Rated(4)}), ("yard", {}), ("wave", {})],
)
async def test_a_sealed_survey_neither_remembers_nor_is_remembered(
    sealed: str | None, known: dict[str, object]
) -> None:
    """Else the answers would have their person again."""
    quiet, calm = (replace(a_scale(key), remembers="quiet") for key in ("quiet", "calm"))
    async with MemoryDatabase().open_work() as work:
        vera, oleh = await a_resident(work), await a_resident(work, "Олег")
        yard = await an_open_survey(work, vera, a_survey(questions=[quiet]))
        await an_open_survey(work, vera, a_survey("wave", questions=[calm]))
        await a_completed_walk(work, yard, vera, {"quiet": Rated(4)})
        if sealed is not None:
            await work.fields.set(sealed, FieldSettings(sealed=True))

        begun = await BeginSurvey(work, FixedClock())(vera, "wave")
        assert begun.response.known == known
        assert (await BeginSurvey(work, FixedClock())(oleh, "wave")).response.known == {}
