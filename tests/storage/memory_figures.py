"""What figures are computed from, added up by pandas: another way to the same values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from segmentation.purchases.figures import CONVERSION_DAYS, PERIOD_DAYS, Sums
from tests.storage.memory import MemoryTransaction, Tables
from use_cases.records import DeliveryState, Purpose
from use_cases.records.figures import Cost, PlaceKind, SegmentPlace
from use_cases.rules.spending import MONEY_KINDS

PERIOD = timedelta(days=PERIOD_DAYS)


@dataclass(frozen=True, slots=True)
class FiguresInMemory:
    """use_cases.ports.figures.FiguresStore in memory."""

    transaction: MemoryTransaction

    async def sums(self, place: SegmentPlace, at: datetime, *, past: bool = False) -> Sums:
        tables = self.transaction.tables
        members = _members(tables, place, at if past else None)
        frame = pd.DataFrame(index=pd.Index(members, name="person"))
        for name, values in _columns(tables, members, at, past=past).items():
            frame[name] = pd.Series(values, dtype="float64").reindex(frame.index).fillna(0.0)
        added = {name: frame[name].sum() for name in frame}
        squares = {
            f"{name}_2": (frame[name] ** 2).sum()
            for name in ("orders", "paid", "value", "earned", "spent")
        }
        return Sums(
            members=len(frame),
            members_before=len(_members(tables, place, at - PERIOD)),
            paid_orders=(frame["paid"] * frame["orders"]).sum(),
            **{name: int(value) for name, value in added.items()},
            **squares,
        )

    async def still_there(self, place: SegmentPlace, at: datetime) -> int:
        tables = self.transaction.tables
        return len(set(_members(tables, place, None)) & set(_members(tables, place, at)))

    async def first_payment(self) -> datetime | None:
        deeds = self.transaction.tables.deeds.values()
        paid = (d.at for d in deeds if d.kind in MONEY_KINDS and d.amount is not None)
        return min(paid, default=None)

    async def add_cost(self, cost: Cost) -> None:
        tables = await self.transaction.writing()
        tables.costs[tables.next_id("costs")] = cost

    async def costs_of(self, place: SegmentPlace) -> Sequence[Cost]:
        found = [cost for cost in self.transaction.tables.costs.values() if cost.place == place]
        return sorted(found, key=lambda cost: cost.at)


def _members(tables: Tables, place: SegmentPlace, at: datetime | None) -> list[int]:
    """Who agreed and is there now, or was at a moment."""
    times: list[tuple[int, datetime, datetime | None]]
    if place.kind is PlaceKind.RULE:
        stays = [s for s in tables.stayed.values() if s.rule_id == place.id]
        times = [(s.person_id, s.since, s.until) for s in stays]
    else:
        whole = place.kind is PlaceKind.SCHEME
        stands = {
            s.id: s.scheme_id if whole else s.merged_into or s.id for s in tables.segments.values()
        }
        here = [m for m in tables.memberships.values() if stands.get(m.segment_id or 0) == place.id]
        past = [
            (m, until) for m, until in tables.past.values()
            if stands.get(m.segment_id or 0) == place.id
        ]  # fmt: skip
        times = [(m.person_id, m.since, None) for m in here]
        times += [(m.person_id, m.since, until) for m, until in past]
    there = {
        person
        for person, since, until in times
        if (until is None if at is None else since <= at and (until is None or until > at))
    }
    return sorted(p for p in there if tables.people[p].consented_at is not None)


def _columns(tables: Tables, members: list[int], now: datetime, *, past: bool) -> dict[str, Any]:
    """Each summand by person."""
    deeds = pd.DataFrame(
        [
            (d.person_id, d.at, d.amount)
            for d in tables.deeds.values()
            if d.kind in MONEY_KINDS and d.amount is not None and d.at <= now
        ],
        columns=["person", "at", "amount"],
    )
    order = deeds[deeds["amount"] > 0]
    lately = order[(order["at"] > now - PERIOD) & (order["at"] <= now)].groupby("person")["amount"]
    earlier = order[(order["at"] > now - 2 * PERIOD) & (order["at"] <= now - PERIOD)]
    before = pd.Series(1.0, index=earlier["person"].unique())
    orders = lately.count()
    buyers = pd.Series(1.0, index=orders.index)
    met = {p: float(tables.people[p].created_at > now - PERIOD) for p in members}
    return {
        "newcomers": met,
        "orders": orders,
        "paid": lately.sum(),
        "buyers": buyers,
        "bought_before": before,
        "stayed": before[before.index.isin(buyers.index)],
        "value": deeds.groupby("person")["amount"].sum(),
        **_asked(tables, now),
        **_told(tables, order, now),
        **_rated(tables, now if past else None),
        **_moved(tables, now),
    }


def _asked(tables: Tables, now: datetime) -> dict[str, Any]:
    invited: dict[int, float] = {}
    answered: dict[int, float] = {}
    for each in tables.invitations.values():
        if each.person_id is None or not now - PERIOD < each.invited_at <= now:
            continue
        done = (each.survey_key, each.person_id) in tables.takers or any(
            not r.test
            and r.person_id == each.person_id
            and tables.surveys[r.survey_id].survey.key == each.survey_key
            and r.completed_at is not None
            and each.invited_at <= r.completed_at <= now
            for r in tables.responses.values()
        )
        invited[each.person_id] = 1.0
        answered[each.person_id] = max(answered.get(each.person_id, 0.0), float(done))
    return {"invited": invited, "answered": answered}


def _told(tables: Tables, order: pd.DataFrame, now: datetime) -> dict[str, Any]:
    first: dict[int, datetime] = {}
    for number, at in tables.sent_at.items():
        letter = tables.deliveries[number]
        purpose = tables.campaigns[letter.campaign_id].purpose
        sent = letter.state is DeliveryState.SENT and purpose is Purpose.MESSAGE
        if sent and letter.person_id is not None and now - PERIOD < at <= now:
            first[letter.person_id] = min(at, first.get(letter.person_id, at))
    gain: dict[int, float] = {}
    for person, at in first.items():
        window = order[(order["person"] == person) & (order["at"] > at)]
        window = window[window["at"] <= at + timedelta(days=CONVERSION_DAYS)]
        gain[person] = float(window["amount"].sum())
    return {
        "reached": dict.fromkeys(first, 1.0),
        "converted": {person: float(value > 0) for person, value in gain.items()},
        "gain": gain,
    }


def _rated(tables: Tables, at: datetime | None) -> dict[str, Any]:
    """The newest group over all surveys; of two at one moment the survey first by name."""
    newest: dict[tuple[str, int], tuple[Any, str]] = {}
    for known in sorted(tables.known.values(), key=lambda k: k.key, reverse=True):
        there = (
            known.until is None
            if at is None
            else known.since <= at and (known.until is None or known.until > at)
        )
        if there and known.key[0] in {"nps", "csat"}:
            place = (known.key[0], known.person_id)
            if place not in newest or known.since >= newest[place][0]:
                newest[place] = known.since, known.value

    def those(kind: str, *values: str) -> dict[int, float]:
        return {
            person: 1.0
            for (of, person), (_, value) in newest.items()
            if of == kind and (not values or value in values)
        }

    return {
        "rated": those("nps"),
        "promoters": those("nps", "promoter"),
        "detractors": those("nps", "detractor"),
        "judged": those("csat"),
        "satisfied": those("csat", "satisfied"),
    }


def _moved(tables: Tables, now: datetime) -> dict[str, Any]:
    rows = [
        (tables.owners.get(account), *points)
        for posted in tables.transfers.values()
        if now - PERIOD < posted.at <= now
        for account, points in (
            (posted.transfer.target, (posted.transfer.points, 0)),
            (posted.transfer.source, (0, posted.transfer.points)),
        )
    ]
    frame = pd.DataFrame(rows, columns=["person", "earned", "spent"]).dropna()
    grouped = frame.groupby(frame["person"].astype(int))
    return {name: grouped[name].sum() for name in ("earned", "spent")}
