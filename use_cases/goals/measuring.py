"""The value of a measure over some people, now: the same figures of success as everywhere."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from segmentation.purchases import figures
from segmentation.purchases.figures import PEOPLE_MIN, Figure
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Goal, Measure, Subject
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.figures import figures_told

FIGURES: Mapping[Measure, figures.Measure] = {
    Measure.ANSWERS: figures.Measure.ANSWER_RATE,
    Measure.NPS: figures.Measure.NPS,
    Measure.CSAT: figures.Measure.CSAT,
    Measure.PAID: figures.Measure.LIFETIME_VALUE,
}
PLACES: Mapping[Subject, PlaceKind] = {
    Subject.SCHEME: PlaceKind.SCHEME,
    Subject.SEGMENT: PlaceKind.SEGMENT,
    Subject.RULE: PlaceKind.RULE,
}


async def members_of(work: UnitOfWork, subject: Subject, subject_id: int) -> set[int]:
    """Who is in the scheme (placed in a segment), the segment, or the rule's segment now."""
    match subject:
        case Subject.SEGMENT:
            return {person.id for person in await work.segments.members(subject_id)}
        case Subject.RULE:
            return set(await work.rules.members(subject_id))
    placed = await work.segments.memberships(subject_id)
    return {m.person_id for m in placed if m.segment_id is not None}


async def members_then(work: UnitOfWork, goal: Goal, at: datetime) -> int | None:
    """How many were in it at that moment; None where that is not remembered."""
    if goal.subject is Subject.RULE:
        return None
    scheme_id = goal.subject_id
    if goal.subject is Subject.SEGMENT:
        segment = await work.segments.get_segment(goal.subject_id)
        if segment is None:
            return None
        scheme_id = segment.scheme_id
    stood = await work.runs.standing(scheme_id, at)
    if not stood:
        return None
    if goal.subject is Subject.SEGMENT:
        return sum(where == goal.subject_id for where in stood.values())
    return sum(where is not None for where in stood.values())


async def measured(
    work: UnitOfWork, measure: Measure, subject: Subject, subject_id: int, clock: Clock
) -> Figure | None:
    """The figure; None about fewer than five people, or where nothing is known."""
    place = SegmentPlace(PLACES[subject], subject_id)
    if measure is not Measure.SIZE:
        told = await figures_told(work, place, clock)
        return told.figures.get(FIGURES[measure])
    people = len(await members_of(work, subject, subject_id))
    return Figure(float(people), None, None, people) if people >= PEOPLE_MIN else None


def share_of_way(goal: Goal, now: float) -> float | None:
    """How much of the way from the start to the target is behind: 0 to 1 and beyond."""
    if goal.start is None or goal.target == goal.start:
        return None
    return (now - goal.start) / (goal.target - goal.start)


def reached(goal: Goal, now: float) -> bool:
    """Whether the target is reached, upwards or downwards as it was set."""
    if goal.start is not None and goal.target < goal.start:
        return now <= goal.target
    return now >= goal.target


def of_subjects(goals: Iterable[Goal], wanted: set[tuple[Subject, int]]) -> list[Goal]:
    """The goals about these."""
    return [goal for goal in goals if (goal.subject, goal.subject_id) in wanted]
