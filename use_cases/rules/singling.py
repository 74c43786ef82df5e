"""Who may write a rule that could tell of one person: only those who may know who people are."""

from collections.abc import Iterable
from dataclasses import dataclass

from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.singling import marks_given, names_given, tells_of_people
from segmentation.rules.tree import Everyone, Rule, segments_named
from segmentation.rules.windows import Now
from use_cases.access import note_refusal
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.records.rules import StoredRule
from use_cases.reporting.suppression import FEW
from use_cases.rules.resting import reached
from use_cases.rules.telling import sees_people


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes the rule, and the errand's code in the audit."""

    person: Person
    act: str


async def check_singling(
    work: UnitOfWork, writer: Writer, rule: Rule, now: Now, clock: Clock, of: str | None = None
) -> None:
    """No rule of a manager has both who somebody is and what people said, paid or did.

    Counted with five others or without, such a rule would tell one neighbour's answer. What it
    rests on belongs to it; where the rule `of` is changed, so do those that rest on that one.
    Raises RuleFault, with what names somebody as `found`; the refusal is noted and committed.
    """
    if sees_people(writer.person):
        return
    stored = {each.key: each for each in await work.rules.all()}
    trees = {key: _tree(each) for key, each in stored.items()}
    if of is not None:
        trees[of] = rule
    rests_on = {key: segments_named(tree) for key, tree in trees.items()}
    above = [tree for key, tree in trees.items() if of in reached(rests_on[key], rests_on)]
    for top in (rule, *above):
        below = reached(segments_named(top), rests_on) & trees.keys()
        whole = [top, *(trees[key] for key in sorted(below))]
        if not any(tells_of_people(each) for each in whole):
            continue
        lists = [key for key in sorted(below) if key in stored and _is_short_list(stored[key])]
        named = await _named(work, whole, lists, now)
        if named is not None:
            await note_refusal(work, writer.person, writer.act, clock)
            raise RuleFault(Code.WHO_AND_WHAT, 0, found=named)


async def _named(
    work: UnitOfWork, rules: Iterable[Rule], lists: Iterable[str], now: Now
) -> str | None:
    """What in them says who somebody is: a field, a short list made by hand, a mark of few."""
    for rule in rules:
        for name in sorted(names_given(rule)):
            return name
    for key in lists:
        return key
    for rule in rules:
        for mark in marks_given(rule):
            if len(await work.rules.matching(mark, now)) < FEW:
                return str(mark.values[0])
    return None


def _is_short_list(stored: StoredRule) -> bool:
    return not stored.dynamic and (stored.people or 0) < FEW


def _tree(stored: StoredRule) -> Rule:
    try:
        return parse(stored.text)
    except RuleFault:
        return Everyone()  # An older Tenkeys wrote it; settling says what is wrong.
