"""Somebody who answers after a run is placed in its segments at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from segmentation.run import Membership, SegmentationRun
from surveys.routing import counted_answers
from use_cases.ports import UnitOfWork
from use_cases.records import (
    StoredMembership,
    StoredResponse,
    StoredRun,
    StoredSegment,
    StoredSurvey,
)


def run_document(run: SegmentationRun) -> dict[str, Any]:
    """The run as JSON without any person in it: who belongs where is kept in memberships alone,
    so that erasing a person needs no search through old runs."""
    from segmentation.run_json import to_json

    segments = tuple(replace(segment, typical=()) for segment in run.segments)
    return to_json(replace(run, segments=segments, memberships={}))


def read_run(stored: StoredRun) -> SegmentationRun:
    """The run behind a stored one, without people."""
    from segmentation.run_json import from_json

    return from_json(stored.document)


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


async def place_person(
    work: UnitOfWork, survey: StoredSurvey, stored: StoredResponse, *, at: datetime
) -> None:
    """Place a respondent in every scheme of the survey that has segments. Nothing is committed."""
    placed = []
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

        segments = {segment.key: segment for segment in await work.segments.segments(scheme.id)}
        place_found = place(found, counted)
        placed.append(membership(stored.person_id, place_found, run, segments, at))
    if placed:
        await work.segments.place(placed)
