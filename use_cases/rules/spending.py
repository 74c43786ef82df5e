"""What people paid, as facts: in all, against others, how lately, how often, have they left."""

import asyncio
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from segmentation.purchases.rfm import Totals, scores
from segmentation.purchases.staying import History, fit
from segmentation.rules.facts import Known
from segmentation.rules.tree import FieldKey
from use_cases.records.rules import Spending

MONEY_KINDS = frozenset({"payment", "purchase"})
FITTED_ON_MAX = 20_000
"""The model of staying is fitted on so many payers, by id; more tell it nothing new."""

Facts = dict[int, dict[FieldKey, Known]]


def spending_facts(spent: Mapping[int, Spending]) -> Facts:
    """Lifetime value with its percentile, and RFM where enough people paid."""
    found: Facts = defaultdict(dict)
    ordered = sorted(each.amount for each in spent.values())
    for person, each in spent.items():
        found[person]["lifetime_value",] = float(each.amount)
        place = 100 * bisect_right(ordered, each.amount) / len(ordered)
        found[person]["value_percentile",] = place
    totals = {
        person: Totals(each.last, each.times, each.amount)
        for person, each in spent.items()
        if each.last is not None
    }
    for person, rfm in (scores(totals) or {}).items():
        found[person] |= {
            ("rfm",): rfm.warmth.value,
            ("recency",): float(rfm.recency),
            ("frequency",): float(rfm.frequency),
            ("monetary",): float(rfm.monetary),
        }
    return found


async def churn_facts(spent: Mapping[int, Spending], now: datetime) -> Facts:
    """How likely each payer has left for ever, 0 to 1; nothing where too few came back."""
    histories = {
        person: history_of(each, now) for person, each in sorted(spent.items()) if each.times
    }
    step = max(1, -(-len(histories) // FITTED_ON_MAX))
    model = await asyncio.to_thread(fit, list(histories.values())[::step])
    if model is None:
        return {}
    return {person: {("churn",): 1 - model.alive(h)} for person, h in histories.items()}


def history_of(spent: Spending, now: datetime) -> History:
    """For the model of staying: payments of one day are one, and time counts from the first."""
    assert spent.first is not None and spent.last is not None, "whoever paid did so at some time"
    days = float((spent.last.date() - spent.first.date()).days)
    age = max((now.date() - spent.first.date()).days, days)
    return History(repeats=spent.days - 1, last=days, now=float(age))
