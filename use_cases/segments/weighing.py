"""How much everybody counts when segments are found: by quotas, and by care in answering."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from surveys.answers import Answer
from surveys.questions import QuestionKey, Survey
from use_cases.fieldwork.results import weights_of as weights_by_quotas
from use_cases.ports import UnitOfWork
from use_cases.quality import flags_by_person
from use_cases.quality import weights_of as weights_by_care


@dataclass(frozen=True, slots=True)
class Weighing:
    """A weight for everybody who answered, 1 on average; `by_quotas`, `by_care` say what made it.

    `design_effect` is Kish's 1 + CV² of the weights: so many times more people are needed for the
    same certainty. `effective` people tell as much unweighted.
    """

    weights: Mapping[int, float]
    by_quotas: bool
    by_care: bool
    design_effect: float
    effective: float

    @property
    def by(self) -> str:
        """ "quotas", "care", or "both"."""
        if self.by_quotas and self.by_care:
            return "both"
        return "quotas" if self.by_quotas else "care"


async def weigh(
    work: UnitOfWork, survey: Survey, answers: Mapping[int, Mapping[QuestionKey, Answer]]
) -> Weighing | None:
    """The product of both weights; None where everybody counts the same."""
    by_care = weights_by_care(await flags_by_person(work, survey), answers) or {}
    settings = await work.fields.get(survey.key)
    by_quotas: Mapping[int, float] = {}
    if settings.quotas:
        by_quotas = (await weights_by_quotas(work, answers, settings)).weights
    products = {who: by_care.get(who, 1.0) * by_quotas.get(who, 1.0) for who in sorted(answers)}
    total = math.fsum(products.values())
    squares = math.fsum(weight * weight for weight in products.values())
    if not total or len(set(products.values())) == 1:
        return None
    effective = total * total / squares
    # A sign that most show must not take people away, only set them apart from the careful.
    mean = total / len(products)
    return Weighing(
        weights={who: weight / mean for who, weight in products.items()},
        by_quotas=len(set(by_quotas.values())) > 1,
        by_care=len(set(by_care.values())) > 1,
        design_effect=len(products) / effective,
        effective=effective,
    )
