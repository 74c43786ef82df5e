"""Fields: columns of people, facts, labels, and a few that follow from those."""

from calendar import isleap
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from segmentation.rules.catalogue import Type, type_of
from segmentation.rules.evaluating import BUCKET_FACTOR, BUCKET_PRIME, BUCKETS
from segmentation.rules.facts import BORN
from segmentation.rules.folding import folded
from segmentation.rules.times import Window
from segmentation.rules.tree import Comparison, Field, HasBeen, Test
from segmentation.rules.windows import Now, earlier
from storage.rules.asked import Asked, Clause, fact_name, folded_column
from storage.rules.stays import staying
from storage.rules.values import (
    compare_number,
    compare_text,
    compare_whole,
    day_in,
    moment_in,
    one_of,
)
from storage.tables import facts, labels, people

PERSON = people.c.id
TEXTS: dict[str, sa.Column[Any]] = {
    "name": people.c.name,
    "language": people.c.language,
    "source": people.c.source,
}
MOMENTS: dict[str, sa.Column[Any]] = {
    "added": people.c.created_at,
    "verified": people.c.consented_at,
}
_CURRENT = facts.c.until.is_(None)
_BUCKET = PERSON % BUCKET_PRIME * BUCKET_FACTOR % BUCKET_PRIME % BUCKETS
_ROW_HAS_VALUE = sa.true()
_YEARS_MAX = 9_000


def test_field(rule: Test, asked: Asked) -> Clause:
    """A comparison of a field; never negated."""
    assert isinstance(rule.of, Field), "tallies are compared elsewhere"
    field = rule.of
    match field:
        case Field("id"):
            return _number_of_person(PERSON, rule)
        case Field("bucket"):
            return _number_of_person(_BUCKET, rule)
        case Field("age"):
            return _known_age(rule, asked)
        case Field("days_in", (segment,)):
            return _days_in(segment, rule, asked)
        case Field(name) if name in MOMENTS:
            return MOMENTS[name].is_not(None)
        case Field(name) if name in TEXTS:
            return _text_of_person(TEXTS[name], rule, asked)
    if type_of(field) is Type.SET:
        return _labels(field, rule, asked)
    return _has_fact(field.key, _fact(field, rule, asked), asked)


def field_in(field: Field, window: Window, asked: Asked) -> Clause:
    """A field that is a day or a moment lies in the window."""
    now = asked.now
    if field.name in MOMENTS:
        return moment_in(MOMENTS[field.name], window, now)
    if type_of(field) is Type.DAY:
        there = facts.c.day.is_not(None) & day_in(facts.c.day, window, now)
        return _has_fact(field.key, there, asked)
    return _has_fact(field.key, moment_in(facts.c.moment, window, now), asked)


def has_been(rule: HasBeen, asked: Asked) -> Clause:
    """A field has had its value for some time."""
    edge = earlier(asked.now.moment, rule.span)
    since = facts.c.since <= edge if rule.at_least else facts.c.since > edge
    return _has_fact(rule.field.key, (facts.c.folded == folded(rule.value)) & since, asked)


def _has_fact(key: tuple[str, ...], condition: Clause, asked: Asked) -> Clause:
    rows = sa.select(facts.c.person_id).where(facts.c.name == fact_name(key), _CURRENT, condition)
    return _one_of(rows, facts.c.person_id, asked)


def _one_of(rows: sa.Select[Any], person: sa.Column[Any], asked: Asked) -> Clause:
    """The person is in the rows; beside a condition that leaves few, each is looked up by itself.

    PostgreSQL finds the same way for both; SQLite does as it is told.
    """
    if asked.beside:
        return rows.where(person == PERSON).correlate(people).exists()
    return PERSON.in_(rows)


def _fact(field: Field, rule: Test, asked: Asked) -> Clause:
    if rule.comparison is Comparison.NOT_EMPTY:
        return _ROW_HAS_VALUE
    if rule.comparison is Comparison.MATCHES:
        return facts.c.folded.in_(asked.patterns[field, str(rule.values[0])])
    if isinstance(rule.values[0], str):
        return compare_text(facts.c.folded, rule.comparison, rule.values)
    return compare_number(facts.c.number, rule.comparison, rule.values)


def _text_of_person(column: sa.Column[Any], rule: Test, asked: Asked) -> Clause:
    if rule.comparison is Comparison.NOT_EMPTY:
        return column.is_not(None)
    text = column if column is people.c.language else folded_column(column, asked.dialect)
    found: Clause  # Codes of languages are small letters as they are.
    if rule.comparison is Comparison.MATCHES:
        assert isinstance(rule.of, Field), "only fields have patterns"
        found = text.in_(asked.patterns[rule.of, str(rule.values[0])])
    else:
        found = compare_text(text, rule.comparison, rule.values)
    return column.is_not(None) & found


def _number_of_person(column: sa.ColumnElement[Any], rule: Test) -> Clause:
    if rule.comparison is Comparison.NOT_EMPTY:
        return sa.true()
    return compare_number(column, rule.comparison, rule.values)


def _labels(field: Field, rule: Test, asked: Asked) -> Clause:
    owned = sa.select(labels.c.person_id).where(labels.c.name == fact_name(field.key))

    def has(rows: sa.Select[Any]) -> Clause:
        return _one_of(rows, labels.c.person_id, asked)

    if rule.comparison is Comparison.NOT_EMPTY:
        return has(owned)
    wanted = sorted({folded(str(value)) for value in rule.values})
    if rule.comparison is Comparison.HAS_ALL:
        return sa.and_(*(has(owned.where(labels.c.folded == each)) for each in wanted))
    return has(owned.where(one_of(labels.c.folded, wanted)))


def _known_age(rule: Test, asked: Asked) -> Clause:
    """By the birthday; of whom none is known, by what they said of their age."""
    dated = sa.select(facts.c.person_id).where(
        facts.c.name == fact_name(("birthday",)), _CURRENT, facts.c.day.is_not(None)
    )
    nobody_knows = ~dated.where(facts.c.person_id == PERSON).correlate(people).exists()
    age = _age(rule, asked.now)
    said = _has_fact(BORN, age, asked) & nobody_knows
    return _has_fact(("birthday",), age, asked) | said


def _age(rule: Test, now: Now) -> Clause:
    has_day = facts.c.day.is_not(None)
    if rule.comparison is Comparison.NOT_EMPTY:
        return has_day

    def at_least(years: int) -> Clause:
        if abs(years) > _YEARS_MAX:
            return sa.false() if years > 0 else sa.true()
        return facts.c.day <= turning(years, now.today)

    return has_day & compare_whole(at_least, rule.comparison, rule.values)


def turning(years: int, today: date) -> str:
    """The last birthday, written as ISO has it, of whoever has turned that old by today."""
    turned = (today.month, today.day)
    if turned == (2, 28) and not isleap(today.year):
        turned = (2, 29)  # Who was born on 29 February grows older today.
    year = today.year - years
    if year < 1:
        return ""
    if turned == (2, 29) and not isleap(year):
        turned = (2, 28)
    return f"{year:04}-{turned[0]:02}-{turned[1]:02}"


def _days_in(segment: str, rule: Test, asked: Asked) -> Clause:
    if rule.comparison is Comparison.NOT_EMPTY:
        return staying(segment, lambda _: sa.true())

    def long_enough(since: sa.ColumnElement[Any]) -> Clause:
        def at_least(number: int) -> Clause:
            try:
                return since <= asked.now.moment - timedelta(days=number)
            except OverflowError:
                return sa.false() if number > 0 else sa.true()

        return compare_whole(at_least, rule.comparison, rule.values)

    return staying(segment, long_enough)
