"""What rules rest on: other rules and surveys, which must be there; no circles, no empty ranges."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.tree import (
    Comparison,
    Field,
    HasBeen,
    Rule,
    Test,
    parts_of,
    segments_named,
)
from segmentation.rules.writing import write_comparison
from use_cases.ports import UnitOfWork
from use_cases.records.rules import StoredRule

_RANGES = {Comparison.BETWEEN, Comparison.NOT_BETWEEN}
_SURVEY_FIELDS = frozenset(
    {
        *("survey", "survey_changed", "answered", "answer", "picks"),
        *("score", "percentile", "nps", "change"),
    }
)


async def check(work: UnitOfWork, rule: Rule, of: str | None = None) -> None:
    """Every segment and survey that the rule names exists, no circle arises, no range is reversed.

    `of` is the key of the rule that is being changed, None for a new one. Raises RuleFault, with
    what is wrong as `found`.
    """
    check_ranges(rule)
    await check_segments(work, rule, of)
    for survey in sorted(surveys_named(rule)):
        if await work.surveys.latest(survey) is None:
            keys = {each.survey.key for each in await work.surveys.newest_versions()}
            near = get_close_matches(survey, sorted(keys), n=1)
            suggestion = near[0] if near else None
            raise RuleFault(Code.UNKNOWN_SURVEY, 0, found=survey, suggestion=suggestion)


def check_ranges(rule: Rule) -> None:
    """No `between 5 and 1`. Not the reader's to refuse: older rules that say so are still read."""
    for part in parts_of(rule):
        match part:
            case Test(_, comparison, (float(first), float(second))) if (
                comparison in _RANGES and first > second
            ):
                found = write_comparison(comparison, part.values)
                raise RuleFault(Code.REVERSED, 0, found=found)


async def check_segments(work: UnitOfWork, rule: Rule, of: str | None = None) -> None:
    """Every segment by a rule that this rule names exists, and it does not rest on itself."""
    stored = {each.key: each for each in await work.rules.all()}
    named = segments_named(rule)
    for segment in sorted(named):
        if segment not in stored and "/" not in segment:
            near = get_close_matches(segment, stored, n=1)
            suggestion = near[0] if near else None
            raise RuleFault(Code.UNKNOWN_SEGMENT, 0, found=segment, suggestion=suggestion)
    rests_on = {key: named_by(each) for key, each in stored.items()}
    if of is not None and of in reached(named, rests_on):
        raise RuleFault(Code.CYCLE, 0, found=of)


def named_by(stored: StoredRule) -> frozenset[str]:
    """The segments that a kept rule rests on."""
    try:
        return segments_named(parse(stored.text))
    except RuleFault:
        return frozenset()  # An older Tenkeys wrote it; settling says what is wrong.


def reached(start: Iterable[str], rests_on: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Every rule on which these rest, directly or through others."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += rests_on.get(key, ())
    return frozenset(found)


def surveys_named(rule: Rule) -> frozenset[str]:
    """The surveys that the rule asks about."""
    found: set[str] = set()
    for part in parts_of(rule):
        of = part.field if isinstance(part, HasBeen) else getattr(part, "of", None)
        if isinstance(of, Field) and of.name in _SURVEY_FIELDS:
            found.add(of.arguments[0])
    return frozenset(found)
