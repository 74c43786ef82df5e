"""Somebody who answers after a run is placed in its segments at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from typing import Any

from segmentation.run import Membership, Segment, SegmentationRun
from surveys.answers import Answer, Written
from surveys.questions import QuestionKey
from surveys.routing import counted_answers
from use_cases.ports import UnitOfWork
from use_cases.records import (
    Scheme,
    StoredMembership,
    StoredResponse,
    StoredRun,
    StoredSegment,
    StoredSurvey,
)

LIBRARIES = ("numpy", "scipy", "scikit-learn")
"""Whose versions a run is kept with: other ones may add up otherwise in the last digits."""

BESIDE = ("versions", "drifted", "hasty")
"""What a stored document holds beside the run itself."""


def run_document(
    run: SegmentationRun, drifted: Sequence[str] = (), *, hasty: bool = False
) -> dict[str, Any]:
    """The run as JSON without any person in it: who belongs where is kept in memberships alone,
    so that erasing a person needs no search through old runs.

    Beside it stand the versions of what computed it, what had drifted since the run before, and
    whether nearly all answers looked hasty.
    """
    from segmentation.run_json import to_json

    segments = tuple(replace(segment, typical=()) for segment in run.segments)
    document = to_json(replace(run, segments=segments, memberships={}))
    return {
        **document,
        "versions": {name: version(name) for name in LIBRARIES},
        "drifted": [*drifted],
        "hasty": hasty,
    }


def hasty_of(stored: StoredRun) -> bool | None:
    """Whether nearly all answers looked hasty when the run was made; None: nobody noted it then."""
    noted = stored.document.get("hasty")
    return noted if isinstance(noted, bool) else None


def extras_of(stored: StoredRun) -> tuple[str, ...]:
    """What had drifted when the run was made, by the names of segmentation.following.drift."""
    drifted = stored.document.get("drifted")
    return tuple(map(str, drifted)) if isinstance(drifted, list) else ()


def read_run(stored: StoredRun) -> SegmentationRun:
    """The run behind a stored one, without people."""
    from segmentation.run_json import from_json

    return from_json({k: v for k, v in stored.document.items() if k not in BESIDE})


def found_of(run: SegmentationRun | None, segment: StoredSegment) -> Segment | None:
    """The segment as the run found it; of merged ones the first that it found."""
    if run is None:
        return None
    found = (run.segment(int(key)) for key in segment.keys)
    return next((each for each in found if each is not None), None)


async def standing_for(work: UnitOfWork, segment_id: int) -> StoredSegment | None:
    """The segment, or the one that it is merged into."""
    segment = await work.segments.get_segment(segment_id)
    if segment is None or segment.merged_into is None:
        return segment
    return await work.segments.get_segment(segment.merged_into)


def membership(
    person_id: int,
    placed: Membership,
    run: StoredRun,
    segments: Mapping[str, StoredSegment],
    at: datetime,
) -> StoredMembership:
    """The row of one person's place; undecided people belong to no segment."""
    segment = segments.get(str(placed.segment)) if placed.decided else None
    return StoredMembership(
        person_id=person_id,
        scheme_id=run.scheme_id,
        segment_id=segment.id if segment else None,
        run_id=run.id,
        confidence=placed.probability,
        since=at,
    )


def has_texts(run: SegmentationRun, answers: Mapping[QuestionKey, Answer]) -> bool:
    """Whether somebody's own words bear on where the run puts them."""
    return any(isinstance(answers.get(key), Written) for key in run.themes)


async def place_person(
    work: UnitOfWork, survey: StoredSurvey, stored: StoredResponse, *, at: datetime
) -> None:
    """Place a respondent in every scheme of the survey that has segments. Nothing is committed.

    Own words are not read here: whoever wrote any where they count waits for it.
    """
    placed, unread = [], []
    counted = counted_answers(survey.survey, stored.response.answers)
    for scheme in await work.segments.schemes():
        if scheme.survey_key != survey.survey.key:
            continue
        run = await work.segments.latest_run(scheme.id)
        if run is None:
            continue
        found = read_run(run)
        if not found.segments:
            continue
        from segmentation.placing import place

        found_ones = await work.segments.segments(scheme.id, as_found=True)
        segments = {segment.key: segment for segment in found_ones}
        place_found = place(found, counted)
        placed.append(membership(stored.person_id, place_found, run, segments, at))
        if has_texts(found, counted):
            unread.append((scheme.id, stored.person_id))
    if placed:
        await work.segments.place(placed)
        await work.segments.await_reading(unread)


async def place_others(
    work: UnitOfWork,
    scheme: Scheme,
    stored: StoredRun,
    run: SegmentationRun,
    living: Mapping[str, StoredSegment],
    *,
    known: frozenset[int],
    at: datetime,
) -> None:
    """Place those who stand in the scheme and had no part in the run: they came meanwhile."""
    others = [m.person_id for m in await work.segments.memberships(scheme.id)]
    others = [person for person in others if person not in known]
    if not others or run.model is None:
        return
    from segmentation.placing import place

    given = {
        **await typed_answers(work, scheme.survey_key),
        **await work.responses.completed_answers(scheme.survey_key),
    }
    placed = {person: place(run, given[person]) for person in others if person in given}
    await work.segments.place(
        membership(person, each, stored, living, at) for person, each in sorted(placed.items())
    )
    await work.segments.await_reading(
        (scheme.id, person) for person in sorted(placed) if has_texts(run, given[person])
    )


async def typed_answers(
    work: UnitOfWork, survey_key: str
) -> dict[int, Mapping[QuestionKey, Answer]]:
    """Person id -> what they answered of the survey in its short form, and nothing else."""
    found: dict[int, Mapping[QuestionKey, Answer]] = {}
    for walk in await work.responses.walks(survey_key):
        if walk.typing is None or not walk.typing.ended or walk.completed_at is not None:
            continue
        survey = await work.surveys.get(walk.survey_id)
        if survey is not None:
            found[walk.person_id] = counted_answers(survey.survey, walk.response.answers)
    return found
