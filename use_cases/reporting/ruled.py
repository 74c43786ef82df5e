"""What a report tells of segments by rules: sizes, who came and went, figures, goals, reach."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from segmentation.rules.parsing import parse
from segmentation.values import FLOOR_PEOPLE, FLOOR_SHARE
from use_cases.goals.setting import GoalView, goals_of_rules
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.records.rules import StoredRule
from use_cases.reporting.figures import figures_told
from use_cases.reporting.messages import SentMessages, messages_to_rule
from use_cases.reporting.profile import share_of
from use_cases.reporting.suppression import SOME, Count, alone, parts
from use_cases.reporting.values import RuleReport
from use_cases.rules.naming import names_in
from use_cases.segments.usefulness import reach_of

LOOKED_BACK = timedelta(days=30)


async def rules_told(
    work: UnitOfWork, clock: Clock, zone: ZoneInfo
) -> tuple[tuple[RuleReport, ...], list[SentMessages]]:
    """All segments by rules, by name, and what was sent to them. People may be in several, so
    shares do not add up."""
    rules = await work.rules.all()
    if not rules:
        return (), []
    people = await work.people.consented()
    goals = await goals_of_rules(work, clock, zone)
    reports = [await _told(work, rule, people, goals, clock) for rule in rules]
    sent = [await messages_to_rule(work, rule.id) for rule in rules]
    told = zip(reports, sent, strict=True)
    return tuple(replace(report, messages=each.messages) for report, each in told), sent


async def _told(
    work: UnitOfWork,
    rule: StoredRule,
    everybody: Collection[Person],
    goals: Collection[GoalView],
    clock: Clock,
) -> RuleReport:
    since = clock.now() - LOOKED_BACK
    inside = set(await work.rules.members(rule.id))
    members = [person for person in everybody if person.id in inside]
    size = alone(len(members)) if members else SOME  # Nobody and a few are told alike.
    report = RuleReport(
        id=rule.id,
        name=rule.name,
        text=rule.text,
        names=await names_in(work, parse(rule.text)),
        people=size,
        share=share_of(size, len(everybody)),
        since=since,
        floor=max(FLOOR_PEOPLE, -int(-FLOOR_SHARE * len(everybody) // 1)),
        goals=tuple(view for view in goals if view.goal.subject_id == rule.id),
    )
    if not size.shown or not members:
        return report
    reach, vague = reach_of(members, len(members))
    entered, left = await _moved(work, rule, {person.id for person in members}, since)
    return replace(
        report,
        entered=entered,
        left=left,
        reach=reach,
        reach_at_least=vague,
        success=await figures_told(work, SegmentPlace(PlaceKind.RULE, rule.id), clock),
    )


async def _moved(
    work: UnitOfWork, rule: StoredRule, now: Collection[int], since: datetime
) -> tuple[Count | None, Count | None]:
    """Who came and who went; nobody knows of a time before the rule was there."""
    if rule.created_at > since:
        return None, None
    then = set(await work.rules.members_then(rule.id, since))
    here = set(now)
    _, entered = parts([len(here & then), len(here - then)], len(here))
    return entered, alone(len(then - here))
