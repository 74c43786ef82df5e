"""Segments by rules on the HTML page: how large, by what, who came and went, figures, goals."""

from dataclasses import dataclass

from bot.reports.charts import Axis, bar
from bot.reports.page import Bar, letters_told
from bot.reports.rule_sentences import rule_changed, rule_checks, rule_goals, rule_said
from bot.reports.sentences import Sentences
from bot.reports.success import figures_listed, figures_note
from use_cases.reporting.values import RuleReport


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """Everything about one segment by a rule."""

    name: str
    share: str
    size: str
    explained: list[str]
    changed: str
    checks: list[tuple[str, str]]
    goals: list[str]
    success: list[tuple[str, str]]
    success_note: str
    messages: list[tuple[str, str, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """All of them: their sizes beside each other, then a card each."""

    sizes: list[Bar]
    cards: list[RuleCard]


def rules_page(says: Sentences) -> RulesPage | None:
    """None where nobody has written a rule."""
    rules = says.report.rules
    if not rules:
        return None
    return RulesPage(
        sizes=[_size(says, rule) for rule in rules], cards=[_card(says, rule) for rule in rules]
    )


def _size(says: Sentences, rule: RuleReport) -> Bar:
    share = says.numbers.estimate(rule.share)
    alt = f"{rule.name}: {share}"
    return Bar(
        label=rule.name,
        value=share,
        note=says.people(rule.people),
        picture=bar(rule.share, Axis(), "accent", alt),
    )


def _card(says: Sentences, rule: RuleReport) -> RuleCard:
    return RuleCard(
        name=rule.name,
        share=says.numbers.estimate(rule.share),
        size=says.people(rule.people),
        explained=rule_said(rule, says),
        changed=rule_changed(rule, says),
        checks=rule_checks(rule, says),
        goals=rule_goals(rule, says),
        success=figures_listed(rule.success, says.numbers),
        success_note=figures_note(rule.success, says.words),
        messages=letters_told(rule, says),
    )
