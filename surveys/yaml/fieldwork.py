"""`field:` of a survey file: how the survey is fielded once it is published."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

import yaml

from surveys.faults import FaultCode
from surveys.field.settings import Audience, FieldSettings, OnePer, Quota
from surveys.yaml.nodes import Entry, read_number, read_whole, read_yes_no
from surveys.yaml.texts import Reading, did_you_mean

KEYS = (
    "audience", "opens", "closes", "one_per", "sealed", "takers_shown", "results_shown", "goal",
    "quotas",
)  # fmt: skip
BY_NAME = (Audience.EVERYBODY, Audience.LIST, Audience.LINK, Audience.QR)
"""The audiences that a file can name; segments and buildings are chosen in the chat."""

GOAL_MAX = 1_000_000

Kind = TypeVar("Kind", bound=StrEnum)


def read_field(entry: Entry | None, reading: Reading) -> FieldSettings | None:
    """The settings written under `field:`, or None where nothing is."""
    if entry is None:
        return None
    found = reading.mapping(entry.value, "field")
    if found is None:
        return None
    reading.check_names(found, KEYS)
    flags = {
        name: read_yes_no(found[name].value, name, "", reading.notes)
        for name in ("sealed", "takers_shown", "results_shown")
        if name in found
    }
    goal = found.get("goal")
    settings = FieldSettings(
        audience=_one_of(found, "audience", BY_NAME, reading) or Audience.EVERYBODY,
        opens=_moment(found.get("opens"), "opens", reading),
        closes=_moment(found.get("closes"), "closes", reading, last_day=True),
        one_per=_one_of(found, "one_per", tuple(OnePer), reading) or OnePer.PERSON,
        goal=read_whole(goal.value, "goal", "", reading.notes, (1, GOAL_MAX)) if goal else None,
        quotas=_quotas(found.get("quotas"), reading),
        **flags,
    )
    if settings.opens and settings.closes and settings.closes <= settings.opens:
        facts = {"low": settings.opens.isoformat(), "high": settings.closes.isoformat()}
        reading.note(found["closes"].key, FaultCode.BOUNDS_REVERSED, **facts)
    return settings


def _one_of(
    found: Mapping[str, Entry], place: str, allowed: tuple[Kind, ...], reading: Reading
) -> Kind | None:
    if place not in found:
        return None
    node = found[place].value
    written = node.value.strip() if isinstance(node, yaml.ScalarNode) else "…"
    for each in allowed:
        if each.value == written:
            return each
    names = [each.value for each in allowed]
    reading.note(
        node,
        FaultCode.UNKNOWN_BASIS,
        suggestion=did_you_mean(written, names),
        value=written,
        allowed=", ".join(names),
    )
    return None


def _moment(
    entry: Entry | None, place: str, reading: Reading, *, last_day: bool = False
) -> datetime | None:
    """A day or a moment (UTC where no zone is written); a last day counts to its end."""
    if entry is None:
        return None
    written = entry.value.value.strip() if isinstance(entry.value, yaml.ScalarNode) else "…"
    try:
        if len(written) <= len("2026-03-02"):
            day = date.fromisoformat(written) + timedelta(days=last_day)
            return datetime.combine(day, time(), UTC)
        moment = datetime.fromisoformat(written)
    except (ValueError, OverflowError):
        reading.note(entry.value, FaultCode.BAD_DATE, place=place, value=written)
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _quotas(entry: Entry | None, reading: Reading) -> tuple[Quota, ...]:
    """What share each group has, by question (or "entrance"); shares are made to sum to one."""
    found = reading.mapping(entry.value, "quotas") if entry is not None else None
    quotas = []
    for by, groups in (found or {}).items():
        shares = reading.mapping(groups.value, by) or {}
        read = {
            group: read_number(share.value, group, "", reading.notes)
            for group, share in shares.items()
        }
        known = {group: share for group, share in read.items() if share is not None and share > 0}
        total = sum(known.values())
        if total > 0:
            quotas.append(Quota(by, {group: share / total for group, share in known.items()}))
    return tuple(quotas)
