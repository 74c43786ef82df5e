"""Houses in rules: "12a" with a Latin letter and "12А" with a Cyrillic one are the same house."""

from collections.abc import Mapping
from dataclasses import replace

from segmentation.rules.tree import All, AnyOf, Field, HasBeen, Not, Rule, Test, Value
from use_cases.homes.names import building_key
from use_cases.ports import UnitOfWork


async def as_in_roster(work: UnitOfWork, rule: Rule) -> Rule:
    """The rule with every house named as the roster names it; unknown ones stay as written."""
    named = {building_key(each.name): each.name for each in await work.homes.buildings()}
    return _named(rule, named) if named else rule


def _named(rule: Rule, names: Mapping[str, str]) -> Rule:
    match rule:
        case All(parts) | AnyOf(parts):
            return replace(rule, parts=tuple(_named(part, names) for part in parts))
        case Not(part):
            return Not(_named(part, names))
        case Test(of=Field("building"), values=values):
            return replace(rule, values=tuple(_name(value, names) for value in values))
        case HasBeen(field=Field("building"), value=value):
            return replace(rule, value=names.get(building_key(value), value))
    return rule


def _name(value: Value, names: Mapping[str, str]) -> Value:
    return names.get(building_key(value), value) if isinstance(value, str) else value
