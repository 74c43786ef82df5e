"""Who is, was, came into, and left which segment: of rules, and of those found in answers.

A rule's segment is named by its key; one found in answers by `survey/grounds/number`, one found in
what people did by `rfm/number` or `interests/number`. Merged ones are one, by whichever of their
numbers.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from segmentation.grounds import Doings
from segmentation.rules.tree import Entered, InSegment, LeftSegment, Moved
from segmentation.rules.windows import Now
from storage.rules.asked import Clause
from storage.rules.values import moment_in
from storage.tables import memberships, people, rules, schemes, segments, stays
from storage.tables.segments import STANDS_AS


def found_key(segment: str) -> tuple[str, str, int] | None:
    """Survey, grounds and number of a segment that was found; None: it is a rule's."""
    parts = segment.rsplit("/", 2)
    if len(parts) == 2 and parts[0] in set(Doings):
        parts = ["", *parts]
    if len(parts) == 3 and parts[2].isdecimal():
        return parts[0], parts[1], int(parts[2])
    return None


def _periods(segment: str) -> sa.Subquery:
    """Person, since, until: everybody's times in the segment."""
    found = found_key(segment)
    if found is None:
        return (
            sa.select(stays.c.person_id, stays.c.since, stays.c.until)
            .join(rules, rules.c.id == stays.c.rule_id)
            .where(rules.c.key == segment)
            .subquery()
        )
    return _joined(_memberships(*found))


def _memberships(survey: str, grounds: str, number: int) -> sa.Subquery:
    named = segments.alias("named")
    return (
        sa.select(
            memberships.c.id, memberships.c.person_id, memberships.c.since, memberships.c.until
        )
        .join(segments, segments.c.id == memberships.c.segment_id)
        .join(named, sa.func.coalesce(named.c.merged_into, named.c.id) == STANDS_AS)
        .join(schemes, schemes.c.id == named.c.scheme_id)
        .where(
            schemes.c.survey_key == survey,
            schemes.c.basis == grounds,
            named.c.number == number,
        )
        .subquery()
    )


def _joined(times: sa.Subquery) -> sa.Subquery:
    """Times without a gap between them as one: whoever goes from one part of merged segments to
    another neither leaves nor enters."""
    order = (times.c.since, times.c.id)
    of: dict[str, Any] = {"partition_by": times.c.person_id, "order_by": order}
    before: dict[str, Any] = {**of, "rows": (None, -1)}
    still = sa.func.max(sa.case((times.c.until.is_(None), 1), else_=0)).over(**before)
    last = sa.func.max(times.c.until).over(**before)
    goes_on = (still == 1) | (sa.type_coerce(last, times.c.until.type) >= times.c.since)
    begun = sa.select(times, sa.case((goes_on, 0), else_=1).label("begins")).subquery()
    number = sa.func.sum(begun.c.begins).over(
        partition_by=begun.c.person_id, order_by=(begun.c.since, begun.c.id)
    )
    counted = sa.select(begun, number.label("number")).subquery()
    goes = sa.func.max(sa.case((counted.c.until.is_(None), 1), else_=0)) == 1
    ended = sa.case((goes, None), else_=sa.func.max(counted.c.until))
    return (
        sa.select(
            counted.c.person_id,
            sa.type_coerce(sa.func.min(counted.c.since), times.c.since.type).label("since"),
            sa.type_coerce(ended, times.c.until.type).label("until"),
        )
        .group_by(counted.c.person_id, counted.c.number)
        .subquery()
    )


def staying(segment: str, condition: Callable[[sa.ColumnElement[Any]], Clause]) -> Clause:
    """A member now, since a moment of which the condition holds."""
    here = _periods(segment)
    rows = sa.select(here.c.person_id).where(here.c.until.is_(None), condition(here.c.since))
    return people.c.id.in_(rows)


def in_segments(rule: InSegment | Entered | LeftSegment | Moved, now: Now) -> Clause:
    """Membership now or at some time."""
    match rule:
        case InSegment(segment):
            return staying(segment, lambda _: sa.true())
        case Entered(segment, window):
            here = _periods(segment)
            rows = sa.select(here.c.person_id).where(moment_in(here.c.since, window, now))
        case LeftSegment(segment, window):
            here = _periods(segment)
            rows = sa.select(here.c.person_id).where(moment_in(here.c.until, window, now))
        case Moved(source, target, window):
            before, here = _periods(source), _periods(target)
            rows = (
                sa.select(here.c.person_id)
                .join(before, before.c.person_id == here.c.person_id)
                .where(moment_in(here.c.since, window, now), before.c.until <= here.c.since)
            )
    return people.c.id.in_(rows)
