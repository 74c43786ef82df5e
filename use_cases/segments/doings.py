"""Schemes on what people did: payments, purchases, visits; else how they take part in surveys."""

from dataclasses import dataclass
from datetime import datetime

from segmentation.grounds import Doings, Grounds
from segmentation.purchases.doings import Done, people_needed, table_of
from segmentation.purchases.rfm import PEOPLE_MIN as RFM_PEOPLE_MIN
from segmentation.values import AnswerTable, ItemKind, Recipe
from surveys.questions import Choice, ChoiceKey, MultipleChoice, NumberQuestion, Question, Survey
from surveys.text import Text
from use_cases.ports import UnitOfWork
from use_cases.records import ResponseCounts

NO_SURVEY = ""
"""The key of schemes that rest on no survey."""


@dataclass(frozen=True, slots=True)
class Doers:
    """Of how many people something is known, and how many that takes."""

    people: int
    needed: int

    @property
    def counts(self) -> ResponseCounts:
        """As if they had answered."""
        return ResponseCounts(self.people, self.people)


async def read_doings(
    work: UnitOfWork, doings: Doings, now: datetime
) -> tuple[AnswerTable, Recipe]:
    """What everybody did until now, and the recipe for it: what is dated later counts in its time,
    here as in the figures of success."""
    done = [each for each in await _done(work, doings) if each.at <= now]
    return table_of(doings, done, now)


async def doers(work: UnitOfWork, doings: Doings) -> Doers:
    """Of how many people that is known on which a scheme could rest."""
    done = await _done(work, doings)
    if doings is Doings.INTERESTS:
        done = [each for each in done if each.category]
    return Doers(len({each.person for each in done}), people_needed(doings))


async def offered_doings(work: UnitOfWork) -> tuple[Doings, ...]:
    """On what people could be divided now."""
    found = [(doings, await doers(work, doings)) for doings in Doings]
    return tuple(doings for doings, known in found if known.people >= known.needed)


async def doings_in_use(work: UnitOfWork) -> tuple[Grounds, ...]:
    """Those on which a manager had segments looked for."""
    return tuple(
        [
            scheme.grounds
            for scheme in await work.segments.schemes()
            if scheme.grounds.doings is not None
            and await work.segments.latest_run(scheme.id) is not None
        ]
    )


async def _done(work: UnitOfWork, doings: Doings) -> list[Done]:
    """Events; for RFM how people take part, where hardly anybody did anything else."""
    events = list(await work.doings.events())
    if doings is Doings.RFM and len({each.person for each in events}) < RFM_PEOPLE_MIN:
        return [*events, *await work.doings.participation()]
    return events


def as_asked(recipe: Recipe | None) -> Survey:
    """What people did as if a survey had asked about it, so that segments can be told apart by it.

    Numbers have no words here: their keys are those of `segmentation.purchases.doings`.
    """
    questions: list[Question] = []
    for item in recipe.items if recipe is not None else ():
        if item.kind is ItemKind.MULTIPLE:
            choices = tuple(
                Choice(key=ChoiceKey(each), label=Text({"": each})) for each in item.options
            )
            questions.append(MultipleChoice(key=item.key, prompt=Text({}), choices=choices))
        else:
            questions.append(NumberQuestion(key=item.key, prompt=Text({}), construct=str(item.key)))
    return Survey(key=NO_SURVEY, title=Text({}), questions=tuple(questions))
