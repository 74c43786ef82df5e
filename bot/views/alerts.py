"""The digest that managers get by themselves."""

from html import escape
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import Broadcast, BroadcastAct, SegmentAct, SegmentButton
from bot.field_callbacks import Field, FieldAct, Mute
from bot.goal_buttons import GoalAct, GoalButton
from bot.screen import View
from bot.segment_buttons import Change, ChangeAct
from bot.views.changes import drift_text
from bot.views.keyboards import buttons
from bot.words import Words
from surveys.questions import Survey
from use_cases.fieldwork.alerting import Digest
from use_cases.fieldwork.urgent import UrgentNotice
from use_cases.records import Alert, AlertKind


def digest_view(digest: Digest, words: Words) -> View:
    """A line a notice; what can be done about it; how to silence each kind."""
    lines: list[str] = []
    rows: list[list[tuple[str, CallbackData]]] = []
    for alert in digest.alerts:
        if alert.kind is AlertKind.STALLED:
            lines.append(words("alert-stalled", count=int(str(alert.facts["waiting"]))))
            if alert.facts.get("paused"):
                lines[-1] += " " + words("stalled-paused")
                resume = Broadcast(
                    campaign=int(str(alert.facts["campaign"])), act=BroadcastAct.RESUME
                )
                rows.append([(words("button-resume"), resume)])
            continue
        if alert.kind is AlertKind.REVIEW:
            lines.append(words("alert-review", count=int(str(alert.facts["goals"]))))
            if overdue := int(str(alert.facts["overdue"])):
                lines[-1] += " " + words("alert-review-overdue", count=overdue)
            lines[-1] += _seasons(alert, words)
            rows.append([(words("button-goals-all"), GoalButton(act=GoalAct.ALL))])
            continue
        survey = digest.surveys.get(alert.survey_key)
        if survey is None:
            continue
        title = escape(survey.survey.title.in_language(words.language), quote=False)
        if alert.kind is AlertKind.DRIFT:
            lines.append(_drift_line(alert, survey.survey, title, words))
            scheme = int(str(alert.facts["scheme"]))
            find = SegmentButton(act=SegmentAct.FIND, scheme=scheme)
            rows.append([(words("button-find-again"), find)])
            rows.append([(words("button-changes"), Change(act=ChangeAct.SINCE, scheme=scheme))])
            continue
        lines.append(_line(alert, title, words))
        if alert.kind is AlertKind.QUIET:
            rows.append([(words("button-remind"), Field(survey=survey.id, act=FieldAct.REMIND))])
        if alert.kind is AlertKind.CLOSED:
            tell = Field(survey=survey.id, act=FieldAct.FOLLOW_UP)
            rows.append([(words("button-followup"), tell)])
    for kind in dict.fromkeys(alert.kind for alert in digest.alerts):
        rows.append([(words(f"mute-{kind.value}"), Mute(kind=kind.value, on=True))])
    return View("\n\n".join(lines), buttons(*rows))


def _seasons(alert: Alert, words: Words) -> str:
    """How goals stand against the same season a year before; nothing in notices of older days."""
    found = {
        name: int(str(alert.facts.get(name, 0))) for name in ("above", "below", "unsure", "unknown")
    }
    said = [words(f"alert-season-{name}", count=n) for name, n in found.items() if n]
    return "\n" + words("alert-season", said=", ".join(said)) if said else ""


def _drift_line(alert: Alert, survey: Survey, title: str, words: Words) -> str:
    alarms = alert.facts["alarms"]
    named = [str(each) for each in alarms] if isinstance(alarms, list) else []
    return words("alert-drift", title=title, what=drift_text(named, survey, words))


def _line(alert: Alert, title: str, words: Words) -> str:
    facts: dict[str, Any] = dict(alert.facts)
    doors = facts.pop("doors", None) or []
    if alert.kind is AlertKind.PINNED:
        pinned = (str(name or words("segment-number", number=n)) for n, name in facts["segments"])
        names = escape(", ".join(pinned), quote=False)
        return words("alert-pinned", title=title, names=names)
    said = words(f"alert-{alert.kind.value}", title=title, **facts)
    named = "; ".join(words("door", building=b, entrance=e) for b, e in doors)
    if named:
        said += " " + words("alert-doors", doors=escape(named, quote=False))
    return said


def urgent_view(notice: UrgentNotice, words: Words) -> View:
    """What it sounds like, in which survey, from which entrance; nothing of the person."""
    facts: dict[str, Any] = dict(notice.alert.facts)
    danger = words(f"danger-{facts['danger']}")
    title = escape(notice.survey.survey.title.in_language(words.language), quote=False)
    lines = [words("alert-urgent", title=title), f"<b>{danger}</b>"]
    if facts.get("sealed"):
        lines.append(words("urgent-sealed"))
    elif door := facts.get("door"):
        building, entrance = door
        lines.append(escape(words("door", building=building, entrance=entrance), quote=False))
    else:
        lines.append(words("urgent-nowhere"))
    lines.append(f"<i>{words('urgent-doubt')}</i>")
    mute = (words("mute-urgent"), Mute(kind=notice.alert.kind.value, on=True))
    return View("\n".join(lines), buttons([mute]))
