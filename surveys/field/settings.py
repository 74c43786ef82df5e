"""How a survey goes into the field: who is asked, from when to when, how often, how openly."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, tzinfo
from enum import StrEnum
from typing import Any

PEOPLE_OF_BUILDINGS = "entrance"
"""The name under which a quota goes by the entrances of the roster instead of an answer."""


class Audience(StrEnum):
    """Who may answer. Whoever was invited by name always may."""

    EVERYBODY = "everybody"
    SEGMENT = "segment"
    BUILDING = "building"
    LIST = "list"  # Those on a list, each with a link of their own.
    LINK = "link"  # Whoever comes by a link that names the survey.
    QR = "qr"  # Whoever comes by the code on a poster or a door.


class OnePer(StrEnum):
    """Whose one response is taken."""

    PERSON = "person"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Quota:
    """What share of the people each group has, by the choice of a question; shares sum to one."""

    by: str
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSettings:
    """How one survey is fielded, over all its versions; `audience_id` is a segment's or building's.

    `sealed`: finished answers are kept without their person. `takers_shown`: managers may see who
    took part in a sealed survey, never with what. `results_shown`: respondents see the results
    after their answer. `goal` is how many responses are hoped for.
    """

    audience: Audience = Audience.EVERYBODY
    audience_id: int | None = None
    opens: datetime | None = None
    closes: datetime | None = None
    one_per: OnePer = OnePer.PERSON
    sealed: bool = False
    takers_shown: bool = False
    results_shown: bool = False
    goal: int | None = None
    quotas: tuple[Quota, ...] = field(default=())

    def is_open(self, at: datetime) -> bool:
        """Whether answers are taken at that moment, as far as the dates say."""
        return not self.is_early(at) and not self.is_over(at)

    def is_early(self, at: datetime) -> bool:
        """Whether its first day is still to come."""
        return self.opens is not None and at < self.opens

    def is_over(self, at: datetime) -> bool:
        """Whether its last day has passed."""
        return self.closes is not None and at >= self.closes


def in_zone(settings: FieldSettings, zone: tzinfo) -> FieldSettings:
    """The settings of a file, whose days begin and end at midnight in that zone.

    A file knows no zone, so its days were read as UTC's; moments with an hour stay as written.
    """

    def there(moment: datetime | None) -> datetime | None:
        whole = moment is not None and not moment.utcoffset() and moment.time() == time()
        return moment.replace(tzinfo=zone) if moment is not None and whole else moment

    return replace(settings, opens=there(settings.opens), closes=there(settings.closes))


def settings_to_dict(settings: FieldSettings) -> dict[str, Any]:
    """The settings as a JSON object without what is as usual; `settings_from_dict` reads it."""
    document: dict[str, Any] = {"audience": settings.audience.value}
    if settings.audience_id is not None:
        document["audience_id"] = settings.audience_id
    for name, moment in (("opens", settings.opens), ("closes", settings.closes)):
        if moment is not None:
            document[name] = moment.isoformat()
    document["one_per"] = settings.one_per.value
    for name in ("sealed", "takers_shown", "results_shown"):
        if getattr(settings, name):
            document[name] = True
    if settings.goal is not None:
        document["goal"] = settings.goal
    if settings.quotas:
        document["quotas"] = {quota.by: dict(quota.shares) for quota in settings.quotas}
    return document


def settings_from_dict(document: Mapping[str, Any]) -> FieldSettings:
    """Read back what `settings_to_dict` wrote."""
    moments = {
        name: datetime.fromisoformat(document[name]) if name in document else None
        for name in ("opens", "closes")
    }
    return FieldSettings(
        audience=Audience(document.get("audience", Audience.EVERYBODY)),
        audience_id=document.get("audience_id"),
        one_per=OnePer(document.get("one_per", OnePer.PERSON)),
        sealed=document.get("sealed", False),
        takers_shown=document.get("takers_shown", False),
        results_shown=document.get("results_shown", False),
        goal=document.get("goal"),
        quotas=tuple(Quota(by, shares) for by, shares in document.get("quotas", {}).items()),
        **moments,
    )
