"""Merged segments in rules: `group("house/needs") = "2"` asks for all that show as that one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from segmentation.rules.tree import (
    All,
    AnyOf,
    Comparison,
    Field,
    HasBeen,
    Not,
    Rule,
    Test,
    Value,
    parts_of,
)
from use_cases.ports import UnitOfWork

Together = Mapping[tuple[str, str], Sequence[str]]
"""Of a scheme's name and a number the numbers of all segments that are one with it."""

_MANY = {Comparison.EQUAL: Comparison.IN, Comparison.NOT_EQUAL: Comparison.NOT_IN}


async def as_merged(work: UnitOfWork, rule: Rule) -> Rule:
    """The rule as it is to be asked now; it stays written as it was."""
    if not any(_asks_group(part) for part in parts_of(rule)):
        return rule
    together: dict[tuple[str, str], Sequence[str]] = {}
    for scheme in await work.segments.schemes():
        found = await work.runs.all_segments(scheme.id)
        for each in found:
            same = [str(s.number) for s in found if s.stands_as == each.stands_as]
            if len(same) > 1:
                together[scheme.name, str(each.number)] = same
    return _widened(rule, together) if together else rule


def _asks_group(rule: Rule) -> bool:
    match rule:
        case Test(of=Field("group")) | HasBeen(field=Field("group")):
            return True
    return False


def _widened(rule: Rule, together: Together) -> Rule:
    match rule:
        case All(parts) | AnyOf(parts):
            return replace(rule, parts=tuple(_widened(part, together) for part in parts))
        case Not(part):
            return Not(_widened(part, together))
        case Test(of=Field("group", (scheme,)), comparison=comparison, values=values):
            wide = tuple(each for value in values for each in _all_of(value, scheme, together))
            many = len(wide) > len(values)
            return replace(
                rule, comparison=_MANY.get(comparison, comparison) if many else comparison,
                values=tuple(dict.fromkeys(wide)),
            )  # fmt: skip
        case HasBeen(field=Field("group", (scheme,)), value=value):
            each = [replace(rule, value=str(v)) for v in _all_of(value, scheme, together)]
            return AnyOf(tuple(each)) if len(each) > 1 else rule
    return rule


def _all_of(value: Value, scheme: str, together: Together) -> Sequence[Value]:
    return together.get((scheme, str(value).strip()), (value,))
