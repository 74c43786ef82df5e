"""The whole rule as one condition on people."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

import sqlalchemy as sa

from segmentation.rules.tree import (
    OPPOSITES,
    All,
    AnyOf,
    Comparison,
    Entered,
    Everyone,
    Field,
    HasBeen,
    InSegment,
    LeftSegment,
    Moved,
    Not,
    Regularly,
    Restarted,
    Rule,
    Sequence,
    Stopped,
    Test,
    When,
    parts_of,
)
from storage.rules.asked import Asked, Clause
from storage.rules.fields import TEXTS, field_in, has_been, test_field
from storage.rules.stays import in_segments
from storage.rules.tallies import habit, tally_in, test_tally


def condition(rule: Rule, asked: Asked) -> Clause:
    """True of exactly those rows of `people` of whom the rule is; never NULL.

    Raises segmentation.rules.windows.NoSuchWindow.
    """
    match rule:
        case Everyone():
            return sa.true()
        case All(parts):
            return _all(parts, asked)
        case AnyOf(parts):
            return sa.or_(*(condition(part, asked) for part in parts))
        case Not(part):
            return sa.not_(condition(part, replace(asked, beside=True)))
        case Test():
            return _test(rule, asked)
        case When(Field() as field, window):
            return field_in(field, window, asked)
        case When(tally, window):
            assert not isinstance(tally, Field), "fields are the case before"
            return tally_in(tally, window, asked.now)
        case HasBeen():
            return has_been(rule, asked)
        case InSegment() | Entered() | LeftSegment() | Moved():
            return in_segments(rule, asked.now)
        case Sequence() | Regularly() | Stopped() | Restarted():
            return habit(rule, asked.now)
    assert_never(rule)


def _all(parts: Iterable[Rule], asked: Asked) -> Clause:
    """Where one part leaves few people, the others are asked of those alone."""
    parts = list(parts)
    few = [part for part in parts if _leaves_few(part)]
    if not few:
        return sa.and_(*(condition(part, asked) for part in parts))
    beside = replace(asked, beside=True)
    return sa.and_(
        *(condition(part, asked) for part in few),
        *(condition(part, beside) for part in parts if part not in few),
    )


def _leaves_few(part: Rule) -> bool:
    """Whether the part names a value or a group: most people are elsewhere."""
    match part:
        case InSegment() | Entered() | LeftSegment() | Moved():
            return True
        case Test(Field(name), Comparison.EQUAL | Comparison.IN):
            return name not in TEXTS
    return False


def _test(rule: Test, asked: Asked) -> Clause:
    opposite = OPPOSITES.get(rule.comparison)
    if opposite is not None:
        beside = replace(asked, beside=True)
        return sa.not_(_test(Test(rule.of, opposite, rule.values), beside))
    if isinstance(rule.of, Field):
        return test_field(rule, asked)
    return test_tally(rule, asked)


def patterns_of(rule: Rule) -> frozenset[tuple[Field, str]]:
    """The fields that the rule compares with a regular expression."""
    wanted = (Comparison.MATCHES, Comparison.NOT_MATCHES)
    return frozenset(
        (part.of, str(part.values[0]))
        for part in parts_of(rule)
        if isinstance(part, Test) and isinstance(part.of, Field) and part.comparison in wanted
    )
