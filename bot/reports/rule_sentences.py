"""What both files of a report say of segments by rules."""

import re
from html import unescape

from bot.reports.sentences import Sentences
from bot.views.checks import MARKS
from bot.views.goal_lines import goal_lines
from bot.views.rules.explaining import explained
from segmentation.rules.parsing import parse
from use_cases.reporting.values import RuleReport
from use_cases.segments.usefulness import REACHABLE_FROM

_TAG = re.compile(r"</?i>")


def rule_said(rule: RuleReport, says: Sentences) -> list[str]:
    """The rule in people's words, a line a condition, indented where they stand inside others."""
    html = explained(parse(rule.text), says.words, rule.names)
    return [unescape(_TAG.sub("", line)) for line in html.split("\n")]


def rule_goals(rule: RuleReport, says: Sentences) -> list[str]:
    """Each goal with its value now, at the start, the target and the days left."""
    return [" ".join(goal_lines(view, f"«{view.rule_name}»", says.words)) for view in rule.goals]


def rule_changed(rule: RuleReport, says: Sentences) -> str:
    """Who came and who went since about a month ago."""
    if not rule.people.shown:
        return ""
    if rule.entered is None or rule.left is None:
        return says.words("report-rule-young")
    facts = {
        "date": says.numbers.date(rule.since),
        "entered": says.numbers.count(rule.entered),
        "left": says.numbers.count(rule.left),
    }
    return says.words.say("report-rule-changed", facts)


def rule_checks(rule: RuleReport, says: Sentences) -> list[tuple[str, str]]:
    """Whether it is of use: whom letters reach, how many there are. What a rule foretells is not
    tried: it was chosen from what is known."""
    if not rule.people.shown or rule.reach is None:
        return []
    reach = says.numbers.percent(rule.reach)
    reach = f"≥ {reach}" if rule.reach_at_least else reach
    facts = {"shown": says.numbers.count(rule.people), "floor": rule.floor}
    substantial = rule.people.value >= rule.floor
    return [
        (MARKS[True], says.words("check-rule-measurable")),
        (MARKS[rule.reach >= REACHABLE_FROM], says.words("check-reachable", share=reach)),
        (MARKS[substantial], says.words.say("check-rule-substantial", facts)),
        (MARKS[None], says.words("check-rule-differing")),
    ]
