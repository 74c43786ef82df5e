"""How carefully each person answered a survey: signs, and the weights that follow from them."""

import asyncio
from collections import Counter
from collections.abc import Mapping

from surveys.quality.flags import Flag, GivenResponse, flag_all, weight_of
from surveys.quality.speeding import timed
from surveys.questions import Survey
from surveys.routing import counted_answers
from use_cases.ports import UnitOfWork

HASTY_SHARE = 0.8


async def flags_by_person(work: UnitOfWork, survey: Survey) -> Mapping[int, frozenset[Flag]]:
    """The signs in everybody's newest completed response; sealed ones keep no traces."""
    versions: dict[int, Survey] = {}
    newest = {
        walk.person_id: walk
        for walk in sorted(await work.responses.walks(survey.key), key=lambda walk: walk.id)
        if walk.completed_at is not None and not walk.test
    }
    people = {person.id: person.language for person in await work.people.get_many(newest)}
    given: dict[int, GivenResponse] = {}
    for person_id, walk in newest.items():
        if walk.survey_id not in versions:
            stored = await work.surveys.get(walk.survey_id)
            versions[walk.survey_id] = stored.survey if stored is not None else survey
        answers = counted_answers(versions[walk.survey_id], walk.response.answers)
        language = people.get(person_id, "")
        given[person_id] = GivenResponse(answers, timed(walk.traces), language)
    return await asyncio.to_thread(flag_all, survey, given)


def weights_of(
    flags: Mapping[int, frozenset[Flag]], people: Mapping[int, object]
) -> Mapping[int, float] | None:
    """The weight of each person; None where everybody counts the same."""
    weights = {person: weight_of(flags.get(person, frozenset())) for person in people}
    return weights if any(weight != 1.0 for weight in weights.values()) else None


def are_nearly_all_hasty(flags: Mapping[int, frozenset[Flag]]) -> bool:
    """Whether at least HASTY_SHARE of the responses show some sign: too many to trust the rest."""
    flagged = sum(1 for each in flags.values() if each)
    return bool(flags) and flagged >= HASTY_SHARE * len(flags)


async def looked_hasty(work: UnitOfWork, survey: Survey) -> bool:
    """Whether nearly all answers to the survey look hasty now."""
    return are_nearly_all_hasty(await flags_by_person(work, survey))


def counts_of(flags: Mapping[int, frozenset[Flag]]) -> Mapping[Flag, int]:
    """How many responses show each sign, in the order of the signs; those that nobody shows not."""
    found = Counter(flag for each in flags.values() for flag in each)
    return {flag: found[flag] for flag in Flag if found[flag]}
