"""Random rules, and random people with all that is odd: empty texts, ё, emoji, 29 February."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from segmentation.rules.catalogue import COMPARISONS, FIELDS, TRAITS, Type, type_of
from segmentation.rules.times import (
    After,
    Ago,
    Anniversary,
    Before,
    Calendar,
    Dates,
    Last,
    Next,
    On,
    Span,
    Unit,
    Window,
    YearlyDates,
)
from segmentation.rules.tree import (
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

TEXTS = (
    "Алёна", "алена", "АЛЁНА ", "Ann", "ann", "", "12A", "12а", "🙂", "к🏳️‍🌈т", "50%", "a_b", "İx",
    "Їжак", "їжак", "ß", "/", "o'neil", 'кав"ычка', "\\",
)  # fmt: skip
PATTERNS = ("^ал", "н+$", "[a-z]", "🙂", "^$", "(?i)ANN", r"\d\d")
LIKES = ("%", "_", "ал%", "%а", "а_е%", "50%", "%/%", "\\%")
NUMBERS = (-1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 18.0, 35.0, 36.0, 50.0, 100.0, 1e9, 33.3)
KINDS = ("purchase", "visit", "payment")
SEGMENTS = ("families", "quiet", "nobody")
ARGUMENTS = ("winter", "lift", "car")
ZONES = ("Europe/Kyiv", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "UTC")
MOMENTS = (
    datetime(2026, 3, 14, 12, tzinfo=UTC),
    datetime(2027, 2, 28, 22, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 1, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
)


@dataclass
class Somebody:
    """What a random person is given."""

    name: str | None
    language: str
    added: datetime
    consented: datetime | None
    source: str | None
    facts: list[tuple[datetime, tuple[str, ...], str | float | date | datetime | None]] = field(
        default_factory=list
    )
    labels: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    deeds: list[tuple[str, datetime, int | None, dict[str, str]]] = field(default_factory=list)
    stays: list[tuple[str, datetime, datetime | None]] = field(default_factory=list)


def some_moment(random: Random, now: datetime) -> datetime:
    """Often at an edge."""
    back = random.choice([0, 1, 3, 7, 29, 30, 31, 59, 60, 90, 365, 366, 730])
    jitter = random.choice([timedelta(0), timedelta(microseconds=1), timedelta(hours=5)])
    return now - timedelta(days=back) + random.choice([-1, 1]) * jitter


def some_day(random: Random, now: datetime) -> date:
    """Often 29 February or thereabouts."""
    near = now.date() - timedelta(days=random.randrange(-400, 30_000))
    return random.choice(
        [near, date(2004, 2, 29), date(1988, 2, 28), date(1990, 3, 1), date(1970, 12, 31),
         now.date(), date(now.year - 35, now.month, min(now.day, 28))]
    )  # fmt: skip


def some_fields() -> list[Field]:
    """Each field with each argument."""
    found = []
    for name, kind in FIELDS.items():
        if name == "days_in":
            found += [Field(name, (segment,)) for segment in SEGMENTS]
        elif not kind.arguments:
            found.append(Field(name))
        else:
            found.append(Field(name, ARGUMENTS[: len(kind.arguments)]))
    return found


_OWN = {"name", "language", "source", "added", "verified", "id", "bucket", "age", "days_in"}


def somebody(random: Random, now: datetime) -> Somebody:
    """A random person; a third of everything is missing."""
    person = Somebody(
        name=random.choice([None, *TEXTS]),
        language=random.choice(["ru", "uk", "en"]),
        added=some_moment(random, now),
        consented=some_moment(random, now) if random.random() < 0.9 else None,
        source=random.choice([None, "door", "Door", ""]),
    )
    for each in some_fields():
        if each.name in _OWN or random.random() < 0.35:
            continue
        kind = type_of(each)
        if kind is Type.SET:
            person.labels[each.key] = frozenset(random.sample(TEXTS, random.randrange(4)))
            continue
        for _ in range(random.choice([1, 1, 2])):
            value = _some_value(random, kind, now)
            person.facts.append((some_moment(random, now), each.key, value))
    person.facts.sort(key=lambda fact: fact[0])
    for _ in range(random.choice([0, 0, 1, 2, 5, 12])):
        traits = {name: random.choice(TEXTS) for name in TRAITS if random.random() < 0.6}
        traits.pop("amount", None)
        amount = random.choice([None, 0, 1, 50, 100, 333, -20])
        person.deeds.append((random.choice(KINDS), some_moment(random, now), amount, traits))
    return person


def _some_value(random: Random, kind: Type, now: datetime) -> str | float | date | datetime | None:
    match kind:
        case Type.NUMBER:
            return random.choice(NUMBERS)
        case Type.DAY:
            return some_day(random, now)
        case Type.MOMENT:
            return some_moment(random, now)
        case Type.OPEN:
            open_values: list[str | float] = [*TEXTS, *NUMBERS]
            return random.choice(open_values)
    return random.choice(TEXTS)


def some_rule(random: Random, now: datetime, depth: int = 4) -> Rule:
    """A random tree."""
    if depth and random.random() < 0.6:
        parts = tuple(some_rule(random, now, depth - 1) for _ in range(random.choice([2, 2, 3])))
        trees: list[Rule] = [All(parts), AnyOf(parts), Not(parts[0]), Not(parts[0])]
        return random.choice(trees)
    return _some_leaf(random, now)


def _some_leaf(random: Random, now: datetime) -> Rule:
    if random.random() < 0.7:
        return _some_test(random, now)
    kind, segment = random.choice(KINDS), random.choice(SEGMENTS)
    window = some_window(random, now)
    fixed = Span(random.choice([1, 7, 30]), random.choice([Unit.HOURS, Unit.DAYS, Unit.WEEKS]))
    span = Span(random.choice([1, 2, 7]), random.choice(list(Unit)))
    periods = random.choice([1, 3, 12])
    lived = [each for each in some_fields() if type_of(each) in (Type.CHOICE, Type.OPEN)]
    held = random.choice([each for each in lived if each.name not in _OWN])
    leaves: list[Rule] = [
        Everyone(),
        Sequence(kind, random.choice(KINDS), fixed),
        Regularly(kind, random.randint(1, periods), periods, random.choice(list(Unit)[1:])),
        Stopped(kind, span),
        Restarted(kind, fixed),
        HasBeen(held, random.choice(TEXTS), span, random.random() < 0.5),
        InSegment(segment),
        Entered(segment, window),
        LeftSegment(segment, window),
        Moved(segment, random.choice(SEGMENTS), window),
    ]
    return random.choice(leaves)


def _some_test(random: Random, now: datetime) -> Rule:
    of: Quantity = random.choice(some_fields())
    if random.random() < 0.3:
        of = Tally(random.choice(list(Measure)), _some_events(random, now))
    kind = type_of(of)
    if kind in (Type.DAY, Type.MOMENT) and random.random() < 0.8:
        return When(of, some_window(random, now, yearly=kind is Type.DAY))
    comparison = random.choice(COMPARISONS[kind])
    return Test(of, comparison, _some_values(random, comparison, kind))


def _some_events(random: Random, now: datetime) -> Events:
    window = some_window(random, now) if random.random() < 0.5 else None
    traits = []
    if random.random() < 0.5:
        traits.append(
            Trait(
                random.choice(["item", "category", "maker", "place"]),
                random.choice([Comparison.EQUAL, Comparison.NOT_EQUAL]),
                (random.choice(TEXTS),),
            )
        )
    if random.random() < 0.3:
        traits.append(Trait("amount", Comparison.AT_LEAST, (random.choice(NUMBERS),)))
    return Events(random.choice(KINDS), window, tuple(traits))


def some_window(random: Random, now: datetime, *, yearly: bool = False) -> Window:
    """Any window; those that come round every year only for days."""
    span = Span(random.choice([1, 2, 7, 30, 365]), random.choice(list(Unit)))
    day, other = sorted(now.date() - timedelta(days=random.randrange(-40, 400)) for _ in range(2))
    windows: list[Window] = [
        Last(span),
        Ago(span),
        Next(span),
        Calendar(random.choice(list(Unit)[1:]), random.choice([-1, 0, 1])),
        On(day),
        Before(day),
        After(day),
        Dates(day, other),
    ]
    if yearly:
        month_days = [(2, 29), (2, 28), (12, 20), (1, 10), (3, 1), (now.month, now.day)]
        windows += [
            Anniversary(random.choice([0, 1, 7, 30, 364])),
            YearlyDates(random.choice(month_days), random.choice(month_days)),
        ] * 3
    return random.choice(windows)


def _some_values(random: Random, comparison: Comparison, kind: Type) -> tuple[Value, ...]:
    numbers = kind is Type.NUMBER or (kind is Type.OPEN and random.random() < 0.4)
    match comparison:
        case Comparison.EMPTY | Comparison.NOT_EMPTY:
            return ()
        case Comparison.BETWEEN | Comparison.NOT_BETWEEN:
            return tuple(sorted(random.sample(NUMBERS, 2)))
        case Comparison.MATCHES | Comparison.NOT_MATCHES:
            return (random.choice(PATTERNS),)
        case Comparison.LIKE | Comparison.NOT_LIKE:
            return (random.choice(LIKES),)
        case Comparison.LESS | Comparison.AT_MOST | Comparison.MORE | Comparison.AT_LEAST:
            return (random.choice(NUMBERS),)
        case Comparison.EQUAL | Comparison.NOT_EQUAL:
            return (random.choice(NUMBERS) if numbers else random.choice(TEXTS),)
        case Comparison.IN | Comparison.NOT_IN:
            return tuple(random.sample(NUMBERS, 3) if numbers else random.sample(TEXTS, 3))
        case Comparison.HAS_ANY | Comparison.HAS_ALL | Comparison.HAS_NONE:
            return tuple(random.sample(TEXTS, random.choice([1, 2])))
    return (random.choice(TEXTS),)


def some_zone(random: Random) -> ZoneInfo:
    return ZoneInfo(random.choice(ZONES))
