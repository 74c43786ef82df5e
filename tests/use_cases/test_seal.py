"""While a sealed survey goes on, nobody gets to its answers one by one."""

from dataclasses import replace

import pytest

from surveys.answers import Rated
from surveys.questions import Gauge, QuestionKey
from tests.fakes import FixedClock, MemoryDatabase
from tests.makers import a_resident, a_scale, a_survey, an_open_survey
from use_cases.authoring.shelf import CloseSurvey, LookAtShelf
from use_cases.exporting.errands import OrderExport
from use_cases.fieldwork.seal import SealedUntilClosed
from use_cases.records import Role

RATINGS = [9] * 6 + [8] * 6 + [1] * 6


async def test_sealed_answers_come_out_when_the_survey_is_over() -> None:
    """Neither a file nor a score that one more answer would move; afterwards both."""
    clock = FixedClock()
    async with MemoryDatabase().open_work() as work:
        olga = await a_resident(work, "Ольга", role=Role.ADMIN)
        nps = replace(a_scale("nps", None), low=0, high=10, gauge=Gauge.NPS)
        stored = await an_open_survey(work, olga, a_survey("pulse", questions=[nps]))
        settings = await work.fields.get("pulse")
        await work.fields.set("pulse", replace(settings, sealed=True))
        for rating in RATINGS:
            person = await a_resident(work)
            ballot = {QuestionKey("nps"): Rated(rating)}
            await work.sealed.drop_in(stored.id, "pulse", person.id, ballot)
        with pytest.raises(SealedUntilClosed):
            await OrderExport(work, clock)(olga, "pulse")
        assert (await LookAtShelf(work, clock).one(olga, stored.id)).scores == ()

        await CloseSurvey(work, clock)(olga, stored.id)
        order = await OrderExport(work, clock)(olga, "pulse")
        assert order.sealed
        (score,) = (await LookAtShelf(work, clock).one(olga, stored.id)).scores
        assert score.value == 0
