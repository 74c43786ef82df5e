"""The list of rules, one of them, and what an examined one comes to."""

from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RuleAct, RuleBuild, RuleButton, RuleStep
from bot.goal_buttons import GoalAct, GoalButton
from bot.reports.numbers import Numbers
from bot.screen import View
from bot.views.figures import figures_button
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.rules.explaining import explained, quantity_said, speaks_of_money
from bot.views.rules.naming import NO_NAMES
from bot.words import Words
from segmentation.rules.faults import Code
from segmentation.rules.parsing import parse
from segmentation.rules.tree import All, segments_named
from segmentation.rules.writing import quoted
from use_cases.records import Person, Subject
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.records.rules import StoredRule
from use_cases.reporting.suppression import FEW, SOME, Count, alone
from use_cases.rules.defining import Examined
from use_cases.rules.naming import Names
from use_cases.rules.remembered import OWN_FIELDS
from use_cases.rules.telling import told_to

RULES_SHOWN = 40
NOBODY = alone(0)
Button = tuple[str, CallbackData]


def rules_view(rules: Sequence[StoredRule], reader: Person, words: Words) -> View:
    """Every rule with its head-count, and a new one: typed at once, or with buttons."""
    rows = [
        [
            (
                f"{'⚠️ ' if rule.fault else ''}{rule.name} · {size_said(rule, reader, words)}",
                RuleButton(act=RuleAct.SHOW, rule=rule.id),
            )
        ]
        for rule in rules[:RULES_SHOWN]
    ]
    text = f"<b>{words('rules-heading')}</b>"
    if not rules:
        text += f"\n\n{words('rules-none')}"
    text += f"\n\n{words('rules-write-here')}"
    new = [(words("rules-new"), RuleButton(act=RuleAct.NEW))]
    build = [(words("rules-build"), RuleBuild(step=RuleStep.START))]
    return View(text, buttons(*rows, new, build))


def rule_view(
    rule: StoredRule, reader: Person, zone: ZoneInfo, words: Words, names: Names = NO_NAMES
) -> View:
    """One rule: in words, as text, how many, when counted."""
    lines = [f"<b>{escape(rule.name, quote=False)}</b> · {size_said(rule, reader, words)}"]
    if rule.fault:
        found = escape(", ".join(_gone(rule, names)), quote=False)
        why = words(f"rule-fault-{rule.fault}", found=found, suggestion="")
        lines.append(words("rules-failed", why=why))
    lines += [
        explained(parse(rule.text), words, names),
        f"<code>{escape(rule.text, quote=False)}</code>",
    ]
    if not rule.dynamic:
        lines.append(f"<i>{words('rules-static')}</i>")
    elif rule.counted_at is not None:
        time = rule.counted_at.astimezone(zone).strftime("%H:%M")
        lines.append(f"<i>{words('rules-counted', time=time)}</i>")
    change = [
        (words("rules-change"), RuleButton(act=RuleAct.CHANGE, rule=rule.id)),
        (words("rules-drop"), RuleButton(act=RuleAct.DROP, rule=rule.id)),
    ]
    place = SegmentPlace(PlaceKind.RULE, rule.id)
    figures: Button = figures_button(place, words)
    recount: list[Button] = [
        (words("rules-recount"), RuleButton(act=RuleAct.RECOUNT, rule=rule.id))
    ]
    back = [(words("rules-back"), RuleButton(act=RuleAct.LIST))]
    label = words("button-write-to", name=rule.name)
    nobody = told_to(reader, rule.people or 0) == NOBODY
    write = [] if nobody else [(label, RuleButton(act=RuleAct.WRITE, rule=rule.id))]
    goals = GoalButton(act=GoalAct.LIST, about=Subject.RULE, id=rule.id)
    aims: list[Button] = [figures, (words("button-goals"), goals)]
    rows: list[list[Button]] = [[*write], aims, recount if rule.dynamic else []]
    rows += [[*change], [*back]]
    return View(in_one_message(lines, "…"), buttons(*rows))


def _gone(rule: StoredRule, names: Names) -> list[str]:
    """The segments by rules that the rule names and that there are no longer."""
    if rule.fault != Code.UNKNOWN_SEGMENT:
        return []
    named = sorted(segments_named(parse(rule.text)))
    return [key for key in named if "/" not in key and ("segment", key) not in names]


def drop_view(rule: StoredRule, words: Words) -> View:
    """Whether to delete it."""
    name = escape(rule.name, quote=False)
    yes = [(words("rules-drop-yes"), RuleButton(act=RuleAct.DROP_SURELY, rule=rule.id))]
    back = [(words("rules-back"), RuleButton(act=RuleAct.LIST))]
    return View(words("rules-drop-sure", name=name), buttons(yes, back))


def ask_view(words: Words, current: str = "") -> View:
    """The next message is a rule, unless it is put together with buttons; `current` is the rule
    that is being changed."""
    build: list[Button] = [(words("rules-build"), RuleBuild(step=RuleStep.START))]
    back = [(words("rules-back"), RuleButton(act=RuleAct.LIST))]
    if not current:
        return View(words("rules-write-ask"), buttons(build, back))
    add: list[Button] = [(words("rules-add"), RuleBuild(step=RuleStep.ADD))]
    said = words("rules-current", rule=escape(current, quote=False))
    return View(f"{said}\n\n{words('rules-write-ask')}", buttons(add, build, back))


def examined_view(found: Examined, rule_id: int, words: Words) -> View:
    """What the rule comes to, before it is kept."""
    counts = {part: people_said(people, words) for part, people in found.counts.items()}
    lines = [
        explained(found.rule, words, found.names, counts),
        f"<code>{escape(found.text, quote=False)}</code>",
        f"<b>{people_said(found.people, words)}</b>",
    ]
    if speaks_of_money(found.rule):
        lines.append(f"<i>{words('rules-money', example=Numbers(words).plain(500, 2))}</i>")
    lines += _strangers(found, words)
    lines += _why_nobody(found, words)
    for each in found.unknown:
        said = escape(quantity_said(each, words, found.names), quote=False)
        known_by = {"age": "birthday"}.get(each.name, each.name)
        if each.name in {"field", "items"}:
            known_by = each.arguments[0]
        asked = known_by in OWN_FIELDS or each.name in {"field", "items"}
        source = words("rules-known-by", key=escape(known_by, quote=False)) if asked else ""
        lines.append(f"{words('rules-unknown', field=said)} {source}".strip())
        if each.name == "age":
            lines.append(words("rules-age-in-years"))
    if found.examples:
        names = escape(", ".join(found.examples), quote=False)
        lines.append(words("rules-examples", names=names))
    keep = [(words("rules-keep"), RuleButton(act=RuleAct.KEEP, rule=rule_id))]
    listed = [(words("rules-keep-list"), RuleButton(act=RuleAct.KEEP_LIST))]
    act = RuleAct.CHANGE if rule_id else RuleAct.NEW
    again = [(words("rules-again"), RuleButton(act=act, rule=rule_id))]
    add = [(words("rules-add"), RuleBuild(step=RuleStep.ADD))]
    back = [(words("rules-back"), RuleButton(act=RuleAct.LIST))]
    rows: list[list[Button]] = [[*keep], [] if rule_id else [*listed], [*add], [*again], [*back]]
    return View(in_one_message(lines, "…"), buttons(*rows))


def _strangers(found: Examined, words: Words) -> list[str]:
    """Houses and choices that there are not, and the nearest that there are."""
    said = []
    for each in found.strangers:
        shown = []
        for key in each.near:
            place = ("choice", *each.field.arguments, key)
            if each.is_question:
                place = ("question", each.field.arguments[0], key)
            label = found.names.get(place)
            named = f" ({label.in_language(words.language)})" if label is not None else ""
            shown.append(
                f"<code>{escape(quoted(key), quote=False)}</code>{escape(named, quote=False)}"
            )
        what = "house" if each.field.name == "building" else "choice"
        what = "question" if each.is_question else what
        value = escape(each.value, quote=False)
        said.append(words(f"rules-no-such-{what}", value=value, near=", ".join(shown)))
    return said


def _why_nobody(found: Examined, words: Words) -> list[str]:
    """Which conditions empty a rule of several, or that only all of them together do."""
    if not found.counts or found.unknown or not isinstance(found.rule, All):
        return []
    if found.people == NOBODY:
        empty = any(found.counts.get(part) == NOBODY for part in found.rule.parts)
        return [words("rules-emptied-by" if empty else "rules-empty-together")]
    if any(found.counts.get(part) == SOME for part in found.rule.parts):
        return [words("rules-emptied-by-few", least=FEW)]
    return [words("rules-empty-together-few")]


def size_said(rule: StoredRule, reader: Person, words: Words) -> str:
    """The head-count of a kept rule, as far as the reader may know it."""
    return people_said(told_to(reader, rule.people or 0), words)


def people_said(people: Count, words: Words) -> str:
    """The head-count; never an exact one of a few, which may be about one neighbour."""
    if not people.shown:
        return words("rules-few", least=FEW)
    return (
        words("rules-people", people=round(people.value)) if people.value else words("rules-nobody")
    )
