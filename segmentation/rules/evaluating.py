"""A rule asked of one person in memory: what the statements of both databases must agree with."""

from calendar import isleap
from collections.abc import Sequence as Row
from datetime import date, datetime
from typing import assert_never

from segmentation.rules.catalogue import Type, type_of
from segmentation.rules.comparing import between_days, compare, lies_in
from segmentation.rules.facts import BORN, Event, Known, PersonFacts, times_in
from segmentation.rules.folding import folded
from segmentation.rules.tree import (
    OPPOSITES,
    All,
    AnyOf,
    Comparison,
    Entered,
    Events,
    Everyone,
    Field,
    HasBeen,
    InSegment,
    LeftSegment,
    Measure,
    Moved,
    Not,
    Quantity,
    Regularly,
    Restarted,
    Rule,
    Sequence,
    Stopped,
    Tally,
    Test,
    Trait,
    Value,
    When,
)
from segmentation.rules.windows import (
    Now,
    earlier,
    later,
    period,
)

BUCKETS = 10_000
BUCKET_PRIME, BUCKET_FACTOR = 1_000_003, 618_033


def holds(rule: Rule, person: PersonFacts, now: Now) -> bool:
    """Whether the (checked) rule is true of the person now.

    Raises patterns.BadPattern and windows.NoSuchWindow.
    """
    match rule:
        case Everyone():
            return True
        case All(parts):
            return all(holds(part, person, now) for part in parts)
        case AnyOf(parts):
            return any(holds(part, person, now) for part in parts)
        case Not(part):
            return not holds(part, person, now)
        case Test():
            return _test(rule, person, now)
        case When(of, window):
            found = _known(of, person, now)
            return isinstance(found, date) and lies_in(found, window, now)
        case HasBeen():
            return _has_been(rule, person, now)
        case InSegment() | Entered() | LeftSegment() | Moved():
            return _stays(rule, person, now)
        case Sequence() | Regularly() | Stopped() | Restarted():
            return _habit(rule, person, now)
    assert_never(rule)


def _test(rule: Test, person: PersonFacts, now: Now) -> bool:
    opposite = OPPOSITES.get(rule.comparison)
    if opposite is not None:
        return not _test(Test(rule.of, opposite, rule.values), person, now)
    if isinstance(rule.of, Field) and type_of(rule.of) is Type.SET:
        owned = {folded(each) for each in person.sets.get(rule.of.key, frozenset())}
        return _has(owned, rule.comparison, rule.values)
    found = _known(rule.of, person, now)
    if rule.comparison is Comparison.NOT_EMPTY:
        return found is not None
    return found is not None and compare(found, rule.comparison, rule.values)


def _has(owned: set[str], comparison: Comparison, values: Row[Value]) -> bool:
    wanted = {folded(str(value)) for value in values}
    if comparison is Comparison.NOT_EMPTY:
        return bool(owned)
    return wanted <= owned if comparison is Comparison.HAS_ALL else bool(wanted & owned)


def _known(of: Quantity, person: PersonFacts, now: Now) -> Known | None:
    match of:
        case Field("age"):
            birthday = person.values.get(("birthday",), person.values.get(BORN))
            return age(birthday, now.today) if isinstance(birthday, date) else None
        case Field("bucket"):
            return bucket(person.id)
        case Field("id"):
            return person.id
        case Field("days_in", (segment,)):
            since = [t.since for t in times_in(segment, person.stays) if t.until is None]
            return (now.moment - min(since)).days if since else None
        case Field():
            return person.values.get(of.key)
    return _tally(of, person, now)


def age(birthday: date, today: date) -> int:
    """Whole years; who was born on 29 February grows older on 28 February in other years."""
    turned = (today.month, today.day)
    if turned == (2, 28) and not isleap(today.year):
        turned = (2, 29)
    return today.year - birthday.year - (turned < (birthday.month, birthday.day))


def bucket(person_id: int) -> int:
    """A number from 0 to 9999 that stays with the person, spread evenly over ids."""
    return person_id % BUCKET_PRIME * BUCKET_FACTOR % BUCKET_PRIME % BUCKETS


def _tally(tally: Tally, person: PersonFacts, now: Now) -> Known | None:
    found = _events(tally.events, person, now)
    amounts = [event.amount for event in found if event.amount is not None]
    match tally.measure:
        case Measure.COUNT:
            return len(found)
        case Measure.TOTAL:
            return sum(amounts)
        case Measure.AVERAGE:
            return sum(amounts) / len(amounts) if amounts else None
        case Measure.FIRST:
            return min((event.at for event in found), default=None)
        case Measure.LAST:
            return max((event.at for event in found), default=None)
        case Measure.SHARE:
            everything = _events(Events(tally.events.kind, tally.events.window), person, now)
            return 100 * len(found) / len(everything) if everything else None
    assert_never(tally.measure)


def _events(wanted: Events, person: PersonFacts, now: Now) -> list[Event]:
    return [
        event
        for event in person.events
        if event.kind == wanted.kind
        and (wanted.window is None or lies_in(event.at, wanted.window, now))
        and all(_has_trait(event, trait) for trait in wanted.traits)
    ]


def _has_trait(event: Event, trait: Trait) -> bool:
    opposite = OPPOSITES.get(trait.comparison)
    if opposite is not None:
        return not _has_trait(event, Trait(trait.name, opposite, trait.values))
    found = event.amount if trait.name == "amount" else event.traits.get(trait.name)
    return found is not None and compare(found, trait.comparison, trait.values)


def _has_been(rule: HasBeen, person: PersonFacts, now: Now) -> bool:
    """Somebody who does not have the value now has not had it for less than the span either."""
    since = [
        held.since
        for held in person.held
        if held.key == rule.field.key
        and held.until is None
        and folded(held.value) == folded(rule.value)
    ]
    edge = earlier(now.moment, rule.span)
    return any((moment <= edge) == rule.at_least for moment in since)


def _stays(rule: InSegment | Entered | LeftSegment | Moved, person: PersonFacts, now: Now) -> bool:
    match rule:
        case InSegment(key):
            return any(stay.segment == key and stay.until is None for stay in person.stays)
        case Entered(key, window):
            return any(lies_in(t.since, window, now) for t in times_in(key, person.stays))
        case LeftSegment(key, window):
            left = [time.until for time in times_in(key, person.stays)]
            return any(until is not None and lies_in(until, window, now) for until in left)
        case Moved(source, target, window):
            left = [time.until for time in times_in(source, person.stays)]
            return any(
                lies_in(time.since, window, now)
                and any(until is not None and until <= time.since for until in left)
                for time in times_in(target, person.stays)
            )
    assert_never(rule)


def _habit(rule: Sequence | Regularly | Stopped | Restarted, person: PersonFacts, now: Now) -> bool:
    match rule:
        case Sequence(first, then, span):
            starts, ends = _times(first, person), _times(then, person)
            return any(start < end <= later(start, span) for start in starts for end in ends)
        case Regularly():
            return _regularly(rule, person, now)
        case Stopped(kind, span):
            times = _times(kind, person)
            return bool(times) and max(times) < earlier(now.moment, span)
        case Restarted(kind, span):
            edge = earlier(now.moment, span)
            recent = [at for at in _times(kind, person) if at >= edge]
            before = [at for at in _times(kind, person) if at < edge]
            return bool(recent and before) and max(before) <= earlier(min(recent), span)
    assert_never(rule)


def _regularly(rule: Regularly, person: PersonFacts, now: Now) -> bool:
    local = {at.astimezone(now.zone).date() for at in _times(rule.kind, person)}
    spans = [period(rule.unit, -back, now.today) for back in range(rule.periods)]
    return sum(any(between_days(day, span) for day in local) for span in spans) >= rule.times


def _times(kind: str, person: PersonFacts) -> list[datetime]:
    return [event.at for event in person.events if event.kind == kind]
