"""Managers set goals, see how far they are, hand them on and put them away."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from segmentation.following.seasons import Seasonal
from segmentation.purchases.figures import Figure
from use_cases.access import require
from use_cases.goals.measuring import Told, compared_with_last_year, measured, of_subjects
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Goal, Measure, Person, Role, StoredSegment, Subject
from use_cases.segments.segmenting import SchemeView, view_scheme

GOALS_MAX = 20  # of one scheme with its segments: more are nobody's goal
GOALS_A_PAGE = 6  # So many fit into one message, each with its season.
UTC = ZoneInfo("UTC")


class NoSuchGoal(Exception):
    """The goal, or what it is about, is no more."""


class GoalUnfit(Exception):
    """The target cannot be reached by that measure, the day is past, or there are too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """How far a goal is. `name` is what a segment or rule is called by its manager.

    `season` is its measure now and in the same season a year before (docs/seasons.md);
    `days_left` counts the days of the house. `segment_id`: the one that is meant now, where two
    were merged.
    """

    goal: Goal
    season: Seasonal
    days_left: int
    owner: str | None
    rule_name: str | None = None
    number: int | None = None  # of the segment
    segment_id: int | None = None

    @property
    def now(self) -> Figure | None:
        """The value; None: nothing can be said, or not about so few."""
        return self.season.now


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """Some goals of many, each with the scheme that it is about; pages count from 0."""

    found: Sequence[tuple[SchemeView | None, GoalView]]
    page: int = 0
    pages: int = 1

    @property
    def first(self) -> int:
        """The number of the first one, from 1."""
        return self.page * GOALS_A_PAGE + 1


@dataclass(frozen=True, slots=True)
class GoalViews:
    """Looks at goals one after the other, at each place and scheme once."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo
    told: Told = field(default_factory=dict)
    schemes: dict[int, SchemeView | None] = field(default_factory=dict)

    async def of(self, goal: Goal) -> GoalView:
        """The goal with its value now and a year before."""
        now = self.clock.now()
        owner = await self.work.people.get(goal.owner_id) if goal.owner_id is not None else None
        about_rule = goal.subject is Subject.RULE
        rule = await self.work.rules.get(goal.subject_id) if about_rule else None
        segment = await _segment(self.work, goal)
        about = segment.id if segment is not None else goal.subject_id
        return GoalView(
            goal=goal,
            season=await compared_with_last_year(self.work, goal, about, now, self.told),
            days_left=(goal.due - now.astimezone(self.zone).date()).days,
            owner=owner.name if owner is not None else None,
            rule_name=rule.name if rule is not None else None,
            number=segment.number if segment is not None else None,
            segment_id=segment.id if segment is not None else None,
        )

    async def all_of(self, goals: Sequence[Goal]) -> list[GoalView]:
        """Each of them."""
        return [await self.of(goal) for goal in goals]

    async def page(self, goals: Sequence[Goal], page: int) -> GoalsPage:
        """Those that stand on that page; the last one, where there are not so many."""
        pages = max(-(-len(goals) // GOALS_A_PAGE), 1)
        page = min(max(page, 0), pages - 1)
        listed = goals[page * GOALS_A_PAGE :][:GOALS_A_PAGE]
        found = [(await self.scheme(goal), await self.of(goal)) for goal in listed]
        return GoalsPage(found, page, pages)

    async def scheme(self, goal: Goal) -> SchemeView | None:
        """The scheme that the goal is about; None for those about a rule."""
        scheme_id: int | None = goal.subject_id if goal.subject is Subject.SCHEME else None
        if goal.subject is Subject.SEGMENT:
            segment = await self.work.segments.get_segment(goal.subject_id)
            scheme_id = segment.scheme_id if segment is not None else None
        if scheme_id is None:
            return None
        if scheme_id not in self.schemes:
            scheme = await self.work.segments.get_scheme(scheme_id)
            found = await view_scheme(self.work, scheme) if scheme is not None else None
            self.schemes[scheme_id] = found
        return self.schemes[scheme_id]


async def _segment(work: UnitOfWork, goal: Goal) -> StoredSegment | None:
    """The segment that the goal is about, or the one that it was merged into."""
    if goal.subject is not Subject.SEGMENT:
        return None
    segment = await work.segments.get_segment(goal.subject_id)
    if segment is None or segment.merged_into is None:
        return segment
    return await work.segments.get_segment(segment.merged_into)


async def _about_scheme(work: UnitOfWork, view: SchemeView) -> list[Goal]:
    """The open goals of a scheme and of its living segments, those merged into them too."""
    living = {segment.id for segment in view.segments}
    wanted = {(Subject.SCHEME, view.scheme.id)}
    for segment in await work.runs.all_segments(view.scheme.id):
        if segment.stands_as in living:
            wanted.add((Subject.SEGMENT, segment.id))
    return of_subjects(await work.goals.open(), wanted)


async def goals_of_scheme(
    work: UnitOfWork, view: SchemeView, clock: Clock, zone: ZoneInfo = UTC
) -> list[GoalView]:
    """The goals of a scheme and of its living segments."""
    return await GoalViews(work, clock, zone).all_of(await _about_scheme(work, view))


async def goals_of_rules(work: UnitOfWork, clock: Clock, zone: ZoneInfo = UTC) -> list[GoalView]:
    """The goals of segments by rules, the earliest due first."""
    goals = [goal for goal in await work.goals.open() if goal.subject is Subject.RULE]
    return await GoalViews(work, clock, zone).all_of(goals)


@dataclass(frozen=True, slots=True)
class LookAtGoals:
    """A manager looks how far goals are; `zone` is the house's, whose days count."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def of_scheme(
        self, actor: Person, scheme_id: int, page: int = 0
    ) -> tuple[SchemeView, GoalsPage]:
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise NoSuchGoal
        view = await view_scheme(self.work, scheme)
        goals = await _about_scheme(self.work, view)
        return view, await self._views.page(goals, page)

    async def of_rule(self, actor: Person, rule_id: int, page: int = 0) -> GoalsPage:
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        if await self.work.rules.get(rule_id) is None:
            raise NoSuchGoal
        goals = of_subjects(await self.work.goals.open(), {(Subject.RULE, rule_id)})
        return await self._views.page(goals, page)

    async def all(self, actor: Person, page: int = 0) -> GoalsPage:
        """Those that were not put away, the earliest due first."""
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        return await self._views.page(await self.work.goals.open(), page)

    async def one(self, actor: Person, goal_id: int) -> tuple[SchemeView | None, GoalView]:
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        goal = await self.work.goals.get(goal_id)
        if goal is None or goal.ended_at is not None:
            raise NoSuchGoal
        views = self._views
        return await views.scheme(goal), await views.of(goal)

    async def listed_under(self, actor: Person, about: Subject, about_id: int) -> int:
        """The scheme, or the rule, whose list has the goals of that subject."""
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        if about is not Subject.SEGMENT:
            return about_id
        segment = await self.work.segments.get_segment(about_id)
        if segment is None:
            raise NoSuchGoal
        return segment.scheme_id

    async def managers(self, actor: Person) -> list[Person]:
        """Who can answer for a goal."""
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        return [
            *await self.work.people.with_role(Role.MANAGER),
            *await self.work.people.with_role(Role.ADMIN),
        ]

    @property
    def _views(self) -> GoalViews:
        return GoalViews(self.work, self.clock, self.zone)


@dataclass(frozen=True, slots=True)
class SetGoal:
    """A manager sets a goal and answers for it; the value at that moment is kept with it. Its day
    is one of the house's, in `zone`."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(
        self,
        actor: Person,
        subject: Subject,
        subject_id: int,
        measure: Measure,
        *,
        target: float,
        due: date,
    ) -> Goal:
        """Raises NoSuchGoal where there is nothing to set it for, GoalUnfit where it is none."""
        await require(self.work, actor, Role.MANAGER, "goals.set", self.clock)
        now = self.clock.now()
        if not await self._is_there(subject, subject_id):
            raise NoSuchGoal
        if not fits(measure, target) or due <= now.astimezone(self.zone).date():
            raise GoalUnfit
        going = of_subjects(await self.work.goals.open(), {(subject, subject_id)})
        if len(going) >= GOALS_MAX:
            raise GoalUnfit
        figure = await measured(self.work, measure, subject, subject_id, now)
        goal = await self.work.goals.add(
            subject,
            subject_id,
            measure,
            target=target,
            start=figure.value if figure is not None else None,
            due=due,
            owner_id=actor.id,
            at=now,
        )
        await self.work.audit.note(actor.id, "goals.set", at=now, detail=str(goal.id))
        await self.work.commit()
        return goal

    async def _is_there(self, subject: Subject, subject_id: int) -> bool:
        match subject:
            case Subject.SCHEME:
                return await self.work.segments.get_scheme(subject_id) is not None
            case Subject.SEGMENT:
                segment = await self.work.segments.get_segment(subject_id)
                return segment is not None and not segment.retired
        return await self.work.rules.get(subject_id) is not None


def fits(measure: Measure, target: float) -> bool:
    """Whether the measure can come to that."""
    match measure:
        case Measure.ANSWERS | Measure.CSAT:
            return 0 < target <= 1
        case Measure.NPS:
            return -100 <= target <= 100
    return 0 <= target < 1e12


@dataclass(frozen=True, slots=True)
class ChangeGoal:
    """A manager hands a goal to another one, or puts it away."""

    work: UnitOfWork
    clock: Clock

    async def give(self, actor: Person, goal_id: int, owner_id: int) -> None:
        """Raises NoSuchGoal where the goal, or the manager, is no more."""
        await require(self.work, actor, Role.MANAGER, "goals.give", self.clock)
        owner = await self.work.people.get(owner_id)
        goal = await self.work.goals.get(goal_id)
        if goal is None or owner is None or owner.role is Role.RESIDENT:
            raise NoSuchGoal
        await self.work.goals.give(goal_id, owner_id)
        await self._noted(actor, "goals.give", goal_id)

    async def end(self, actor: Person, goal_id: int) -> Goal:
        """Raises NoSuchGoal where it is no more."""
        await require(self.work, actor, Role.MANAGER, "goals.end", self.clock)
        goal = await self.work.goals.get(goal_id)
        if goal is None:
            raise NoSuchGoal
        await self.work.goals.end(goal_id, at=self.clock.now())
        await self._noted(actor, "goals.end", goal_id)
        return goal

    async def _noted(self, actor: Person, act: str, goal_id: int) -> None:
        await self.work.audit.note(actor.id, act, at=self.clock.now(), detail=str(goal_id))
        await self.work.commit()
