"""What people find fit to pay, for managers."""

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.prices import Prices, price_questions, prices_given
from surveys.questions import NumberQuestion
from surveys.text import Text
from use_cases.access import require
from use_cases.authoring.shelf import LookAtShelf
from use_cases.fieldwork.seal import SealedUntilClosed, is_under_seal
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role


class NoPricesAsked(Exception):
    """The survey has no four questions on price."""


@dataclass(frozen=True, slots=True)
class PricesAsked:
    """The prices that people gave, without the people."""

    title: Text
    unit: Text | None
    given: Sequence[Prices]
    left_out: int


@dataclass(frozen=True, slots=True)
class CollectPrices:
    """A manager asks what the answers say of the price; the sums are done elsewhere."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_id: int) -> PricesAsked:
        await require(self.work, actor, Role.MANAGER, "prices", self.clock)
        stored = (await LookAtShelf(self.work, self.clock).one(actor, survey_id)).survey
        survey = stored.survey
        keys = price_questions(survey)
        if keys is None:
            raise NoPricesAsked
        if await is_under_seal(self.work, survey.key):
            raise SealedUntilClosed
        people = await self.work.responses.completed_answers(survey.key)
        given, left_out = prices_given(keys, people.values())
        first = survey.question(keys[0])
        unit = first.unit if isinstance(first, NumberQuestion) else None
        return PricesAsked(survey.title, unit, given, left_out)
