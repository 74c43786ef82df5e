"""What people did: counted, summed, first and last, one after the other, regularly or no more."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from segmentation.rules.comparing import compare_numbers
from segmentation.rules.folding import folded
from segmentation.rules.times import Window
from segmentation.rules.tree import (
    OPPOSITES,
    Comparison,
    Events,
    Measure,
    Regularly,
    Restarted,
    Sequence,
    Stopped,
    Tally,
    Test,
    Trait,
)
from segmentation.rules.windows import Now, earlier, later, period
from storage.columns import micros
from storage.rules.asked import Asked, Clause
from storage.rules.values import compare_number, moment_in, one_of
from storage.tables import events, people

_PERSON = people.c.id
_DOER = events.c.person_id
_FROM_NOTHING = (Measure.COUNT, Measure.TOTAL)
_MICROS = sa.BigInteger()


def test_tally(rule: Test, asked: Asked) -> Clause:
    """A comparison of a tally; never negated."""
    now = asked.now
    assert isinstance(rule.of, Tally), "fields are compared elsewhere"
    measure, chosen = rule.of.measure, rule.of.events
    if measure in (Measure.FIRST, Measure.LAST):
        return _PERSON.in_(_doers(chosen, now))
    if measure is Measure.SHARE:
        return _PERSON.in_(_share(chosen, rule, now))
    if rule.comparison is Comparison.NOT_EMPTY:
        if measure in _FROM_NOTHING:
            return sa.true()
        return _PERSON.in_(_doers(chosen, now).where(events.c.amount.is_not(None)))
    if (measure, rule.comparison, rule.values) == (Measure.COUNT, Comparison.AT_LEAST, (1.0,)):
        doers = _doers(chosen, now)  # Nobody needs to be counted.
        if asked.beside:
            return doers.where(_DOER == _PERSON).correlate(people).exists()
        return _PERSON.in_(doers)
    having = compare_number(_measured(measure), rule.comparison, rule.values)
    counted = _PERSON.in_(_doers(chosen, now).group_by(_DOER).having(having))
    numbers = [value for value in rule.values if not isinstance(value, str)]
    if measure in _FROM_NOTHING and compare_numbers(0, rule.comparison, numbers):
        return counted | _PERSON.not_in(_doers(chosen, now))
    return counted


def tally_in(tally: Tally, window: Window, now: Now) -> Clause:
    """The first or last of somebody's events lies in the window."""
    which = sa.func.min if tally.measure is Measure.FIRST else sa.func.max
    moment = sa.type_coerce(which(events.c.at), events.c.at.type)
    having = moment_in(moment, window, now)
    return _PERSON.in_(_doers(tally.events, now).group_by(_DOER).having(having))


def _measured(measure: Measure) -> sa.ColumnElement[Any]:
    total = sa.cast(sa.func.coalesce(sa.func.sum(events.c.amount), 0), sa.Double)
    match measure:
        case Measure.COUNT:
            return sa.func.count()
        case Measure.TOTAL:
            return total
    return total / sa.func.nullif(sa.func.count(events.c.amount), 0)


def _doers(chosen: Events, now: Now) -> sa.Select[Any]:
    parts: list[Clause] = [events.c.kind == chosen.kind]
    if chosen.window is not None:
        parts.append(moment_in(events.c.at, chosen.window, now))
    parts += [_trait(trait) for trait in chosen.traits]
    return sa.select(_DOER).where(*parts)


def _trait(trait: Trait) -> Clause:
    opposite = OPPOSITES.get(trait.comparison)
    if opposite is not None:
        return sa.not_(_trait(Trait(trait.name, opposite, trait.values)))
    if trait.name == "amount":
        found = compare_number(events.c.amount, trait.comparison, trait.values)
    else:
        texts = [folded(str(value)) for value in trait.values]
        found = one_of(events.c[trait.name], texts)
    return sa.func.coalesce(found, sa.false())


def _share(chosen: Events, rule: Test, now: Now) -> sa.Select[Any]:
    counted = sa.func.sum(sa.case((sa.and_(sa.true(), *map(_trait, chosen.traits)), 1), else_=0))
    share = sa.cast(100 * counted, sa.Double) / sa.func.count()
    everything = _doers(Events(chosen.kind, chosen.window), now).group_by(_DOER)
    if rule.comparison is Comparison.NOT_EMPTY:
        return everything
    return everything.having(compare_number(share, rule.comparison, rule.values))


def habit(rule: Sequence | Regularly | Stopped | Restarted, now: Now) -> Clause:
    """What somebody does again and again, or no more."""
    match rule:
        case Sequence():
            return _PERSON.in_(_sequence(rule, now))
        case Regularly():
            return _PERSON.in_(_regularly(rule, now))
        case Stopped(kind, span):
            edge = micros(earlier(now.moment, span))
            last = sa.type_coerce(sa.func.max(events.c.at), _MICROS)
            rows = _doers(Events(kind), now).group_by(_DOER).having(last < edge)
        case Restarted(kind, span):
            moment = sa.type_coerce(events.c.at, _MICROS)
            edge = micros(earlier(now.moment, span))
            recent = sa.func.min(sa.case((moment >= edge, moment)))
            before = sa.func.max(sa.case((moment < edge, moment)))
            pause = recent - before >= _length(span, now)
            rows = _doers(Events(kind), now).group_by(_DOER).having(pause)
    return _PERSON.in_(rows)


def _length(span: Any, now: Now) -> int:
    """A span of hours, days or weeks in microseconds."""
    return (later(now.moment, span) - now.moment) // timedelta(microseconds=1)


def _sequence(rule: Sequence, now: Now) -> sa.Select[Any]:
    then = events.alias()
    first_at = sa.type_coerce(events.c.at, _MICROS)
    then_at = sa.type_coerce(then.c.at, _MICROS)
    return (
        sa.select(_DOER)
        .join(then, then.c.person_id == _DOER)
        .where(
            events.c.kind == rule.first,
            then.c.kind == rule.then,
            then_at > first_at,
            then_at - first_at <= _length(rule.within, now),
        )
    )


def _regularly(rule: Regularly, now: Now) -> sa.Select[Any]:
    moment = sa.type_coerce(events.c.at, _MICROS)
    cases = []
    for back in range(rule.periods):
        span = period(rule.unit, -back, now.today)
        assert span.first is not None and span.last is not None, "a unit has both ends"
        start = micros(now.start_of(span.first))
        end = micros(now.start_of(span.last + timedelta(days=1)))
        cases.append((sa.and_(moment >= start, moment < end), back))
    which = sa.func.count(sa.distinct(sa.case(*cases)))
    rows = _doers(Events(rule.kind), now).group_by(_DOER)
    return rows.having(which >= rule.times)
