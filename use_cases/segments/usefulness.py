"""Is a scheme of any use? Four checks beside it, and two schemes held against each other.

Measurable, accessible (here: reachable), substantial and differentiable are Kotler's marks of a
useful segmentation. The last one is tried on outcomes that no scheme was made of, out of sample.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from segmentation.values import FLOOR_PEOPLE, FLOOR_SHARE
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.reporting.suppression import FEW, Count, alone, parts
from use_cases.segments.foretelling import Foretold, Posterior, Round, foretold_by, rounds_of
from use_cases.segments.outcomes import outcomes_beside
from use_cases.segments.segmenting import NoSegmentsYet, SchemeGone, SchemeView, view_scheme

MEASURABLE_FROM = 0.7  # of those placed, decided
REACHABLE_FROM = 0.8  # of the members
STABLE_FROM = 0.5  # Jaccard; below it a segment dissolves (Hennig 2007)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usefulness:
    """The four checks of one scheme, and what speaks for too fine a cut.

    Shares are None where nobody is placed; `reach_at_least` marks one that hides a few people.
    `thin` are numbers of segments under `floor`, `loose` of those that other samples do not show.
    """

    decided: float | None
    reach: float | None
    reach_at_least: bool = False
    smallest: Count
    floor: int
    foretold: tuple[Foretold, ...]
    exploratory: bool = False  # So few people that a passed check says little.
    hidden: bool = False  # What is foretold would tell of fewer than FEW people.
    thin: tuple[int, ...] = ()
    loose: tuple[int, ...] = ()

    @property
    def measurable(self) -> bool:
        return self.decided is not None and self.decided >= MEASURABLE_FROM

    @property
    def reachable(self) -> bool:
        return self.reach is not None and self.reach >= REACHABLE_FROM

    @property
    def substantial(self) -> bool:
        return not self.thin

    @property
    def differing(self) -> bool | None:
        """None: there is nothing to try it on."""
        return any(each.surely for each in self.foretold) if self.foretold else None

    @property
    def too_fine(self) -> bool:
        return bool(self.thin or self.loose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two schemes over the same people; outcomes that could not be compared are left out."""

    first: SchemeView
    second: SchemeView
    rounds: tuple[Round, ...] = field(default=())


async def usefulness(work: UnitOfWork, view: SchemeView) -> Usefulness:
    """The checks of a scheme that has segments."""
    placed = await work.segments.memberships(view.scheme.id)
    counts = [*(view.sizes[segment.id] for segment in view.segments), view.undecided]
    total = sum(counts)
    inside = {m.person_id for m in placed if m.segment_id in view.sizes}
    reach, vague = await _reach(work, inside)
    floor = max(FLOOR_PEOPLE, -int(-FLOOR_SHARE * total // 1))
    *sizes, undecided = parts(counts, total)
    stability = {s.id: s.stability for s in view.run.segments} if view.run else {}
    hidden = not all(count.exact for count in (*sizes, undecided))
    outcomes = () if hidden else await outcomes_beside(work, [view])
    posterior = Posterior.of(view, placed)
    foretold = await asyncio.to_thread(foretold_by, posterior, outcomes)
    return Usefulness(
        decided=1 - min(undecided.middle / total, 1.0) if total else None,
        reach=reach,
        reach_at_least=vague,
        smallest=min(sizes, key=lambda size: size.value, default=alone(0)),
        floor=floor,
        foretold=foretold,
        exploratory=view.run.exploratory if view.run else False,
        hidden=hidden,
        thin=tuple(s.number for s in view.segments if view.sizes[s.id] < floor),
        loose=tuple(
            s.number for s in view.segments if (stability.get(int(s.key)) or 1.0) < STABLE_FROM
        ),
    )


async def _reach(work: UnitOfWork, inside: set[int]) -> tuple[float | None, bool]:
    """Of those inside; fewer than FEW others are taken for nearly FEW."""
    return reach_of(await work.people.get_many(sorted(inside)), len(inside))


def reach_of(people: Sequence[Person], inside: int) -> tuple[float | None, bool]:
    """The share of `inside` members whom a letter can reach, and whether it is "at least" so much;
    `people` are those of them who are known."""
    known = [p for p in people if p.consented_at is not None and p.unreachable_at is None]
    if not inside:
        return None, False
    lost = inside - len(known)
    vague = 0 < lost < FEW
    return 1 - (min(FEW - 1, inside) if vague else lost) / inside, vague


@dataclass(frozen=True, slots=True)
class CheckScheme:
    """A manager asks whether a scheme is of any use."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, scheme_id: int) -> tuple[SchemeView, Usefulness]:
        """Raises SchemeGone without such a scheme, NoSegmentsYet without segments in it."""
        await require(self.work, actor, Role.MANAGER, "segments.check", self.clock)
        view = await divided(self.work, scheme_id)
        return view, await usefulness(self.work, view)


@dataclass(frozen=True, slots=True)
class CompareSchemes:
    """A manager holds two schemes against each other."""

    work: UnitOfWork
    clock: Clock

    async def rivals(self, actor: Person, scheme_id: int) -> tuple[SchemeView, list[SchemeView]]:
        """The scheme, and those that it can be compared with."""
        await require(self.work, actor, Role.MANAGER, "segments.compare", self.clock)
        view = await divided(self.work, scheme_id)
        others = []
        for scheme in await self.work.segments.schemes():
            if scheme.id != scheme_id and await self.work.segments.segments(scheme.id):
                others.append(await view_scheme(self.work, scheme))
        return view, [other for other in others if len(other.segments) > 1]

    async def __call__(self, actor: Person, first_id: int, second_id: int) -> Comparison:
        await require(self.work, actor, Role.MANAGER, "segments.compare", self.clock)
        first, second = await divided(self.work, first_id), await divided(self.work, second_id)
        outcomes = await outcomes_beside(self.work, [first, second])
        one, two = [
            Posterior.of(view, await self.work.segments.memberships(view.scheme.id))
            for view in (first, second)
        ]
        rounds = await asyncio.to_thread(rounds_of, one, two, outcomes)
        return Comparison(first=first, second=second, rounds=rounds)


async def divided(work: UnitOfWork, scheme_id: int) -> SchemeView:
    """The scheme; raises SchemeGone, or NoSegmentsYet where it has no segments."""
    scheme = await work.segments.get_scheme(scheme_id)
    if scheme is None:
        raise SchemeGone
    view = await view_scheme(work, scheme)
    if not view.segments:
        raise NoSegmentsYet
    return view
