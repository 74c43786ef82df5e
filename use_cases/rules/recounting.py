"""Dynamic segments follow their people, those that others rest on first."""

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from zoneinfo import ZoneInfo

from segmentation.rules.windows import Now
from use_cases.ports import Clock, OpenWork
from use_cases.records.rules import StoredRule
from use_cases.rules.defining import settle
from use_cases.rules.resting import named_by, reached


@dataclass(frozen=True, slots=True)
class Recounted:
    """How many rules were followed, and which ones could not be."""

    followed: int
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecountRules:
    """Let every dynamic segment follow its rule; each is a commit of its own.

    One that fails keeps its people and says so; it never drops out silently.
    """

    open_work: OpenWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(self) -> Recounted:
        async with self.open_work() as work:
            rules = in_order(await work.rules.all())
        failed = []
        followed = 0
        for stored in rules:
            if not stored.dynamic:
                continue
            async with self.open_work() as work:
                current = await work.rules.get(stored.id)
                if current is None:
                    continue
                if await settle(work, current, Now(self.clock.now(), self.zone)):
                    followed += 1
                else:
                    failed.append(current.name)
                await work.commit()
        return Recounted(followed, tuple(failed))


def in_order(rules: Sequence[StoredRule]) -> list[StoredRule]:
    """The rules, each after those that it rests on; first those that rest on themselves."""
    by_key = {rule.key: rule for rule in rules}
    rests_on = {key: named_by(rule) & by_key.keys() for key, rule in by_key.items()}
    circling = {key for key, named in rests_on.items() if key in reached(named, rests_on)}
    straight = TopologicalSorter(
        {key: named - circling for key, named in rests_on.items() if key not in circling}
    )
    return [by_key[key] for key in (*sorted(circling), *straight.static_order())]
