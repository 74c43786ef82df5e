"""The value of a measure over some people: the same figures of success as everywhere."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from segmentation.following.seasons import Seasonal
from segmentation.purchases import figures
from segmentation.purchases.figures import Figure
from use_cases.ports import UnitOfWork
from use_cases.records import Goal, Measure, Subject
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.figures import figures_from
from use_cases.reporting.seasons import SegmentSeasons, of_measure, seasons_told

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

Told = dict[SegmentPlace, SegmentSeasons]
"""What was found of each place already: several goals are often about one."""


async def measured(
    work: UnitOfWork, measure: Measure, subject: Subject, subject_id: int, at: datetime
) -> Figure | None:
    """The figure; None about fewer than five people, or where nothing is known."""
    place = SegmentPlace(PLACES[subject], subject_id)
    told = await figures_from(work, place, await work.figures.sums(place, at), at)
    return told.size if measure is Measure.SIZE else told.figures.get(FIGURES[measure])


async def compared_with_last_year(
    work: UnitOfWork, goal: Goal, about: int, at: datetime, told: Told
) -> Seasonal:
    """The measure now and in the same season a year before; `told` is read and added to.

    `about` is the id of what the goal is about now: a segment may have been merged meanwhile.
    """
    place = SegmentPlace(PLACES[goal.subject], about)
    if place not in told:
        told[place] = await seasons_told(work, place, at)
    return of_measure(told[place], FIGURES.get(goal.measure))


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
