"""Managers set goals, see how far they are, hand them on and put them away."""

from dataclasses import dataclass
from datetime import date, timedelta

from segmentation.purchases.figures import Figure
from use_cases.access import require
from use_cases.goals.measuring import measured, members_then, of_subjects
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Goal, Measure, Person, Role, Subject
from use_cases.segments.segmenting import SchemeView, view_scheme

GOALS_MAX = 20  # of one scheme with its segments: more are nobody's goal
YEAR = timedelta(days=365)


class NoSuchGoal(Exception):
    """The goal, or what it is about, is no more."""


class GoalUnfit(Exception):
    """The target cannot be reached by that measure, the day is past, or there are too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """How far a goal is. `name` is what a segment or rule is called by its manager.

    `now` None: nothing can be said, or not about so few. `year_ago`: how many people were in it
    in the same season a year before, where that is remembered and may be told.
    """

    goal: Goal
    now: Figure | None
    days_left: int
    owner: str | None
    rule_name: str | None = None
    number: int | None = None  # of the segment
    year_ago: int | None = None


async def view_goal(work: UnitOfWork, goal: Goal, clock: Clock) -> GoalView:
    """The goal with its value now."""
    owner = await work.people.get(goal.owner_id) if goal.owner_id is not None else None
    rule = await work.rules.get(goal.subject_id) if goal.subject is Subject.RULE else None
    about_segment = goal.subject is Subject.SEGMENT
    segment = await work.segments.get_segment(goal.subject_id) if about_segment else None
    then = None
    if goal.measure is Measure.SIZE:
        then = await members_then(work, goal, clock.now() - YEAR)
    return GoalView(
        goal=goal,
        now=await measured(work, goal.measure, goal.subject, goal.subject_id, clock),
        days_left=(goal.due - clock.now().date()).days,
        owner=owner.name if owner is not None else None,
        rule_name=rule.name if rule is not None else None,
        number=segment.number if segment is not None else None,
        year_ago=then if then is not None and then > 4 else None,
    )


async def goals_of_scheme(work: UnitOfWork, view: SchemeView, clock: Clock) -> list[GoalView]:
    """The goals of a scheme and of its living segments."""
    wanted = {(Subject.SCHEME, view.scheme.id)}
    wanted |= {(Subject.SEGMENT, segment.id) for segment in view.segments}
    goals = of_subjects(await work.goals.open(), wanted)
    return [await view_goal(work, goal, clock) for goal in goals]


async def goals_of_rules(work: UnitOfWork, clock: Clock) -> list[GoalView]:
    """The goals of segments by rules, the earliest due first."""
    goals = [goal for goal in await work.goals.open() if goal.subject is Subject.RULE]
    return [await view_goal(work, goal, clock) for goal in goals]


@dataclass(frozen=True, slots=True)
class LookAtGoals:
    """A manager looks how far goals are."""

    work: UnitOfWork
    clock: Clock

    async def of_scheme(self, actor: Person, scheme_id: int) -> tuple[SchemeView, list[GoalView]]:
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise NoSuchGoal
        view = await view_scheme(self.work, scheme)
        return view, await goals_of_scheme(self.work, view, self.clock)

    async def of_rule(self, actor: Person, rule_id: int) -> list[GoalView]:
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        if await self.work.rules.get(rule_id) is None:
            raise NoSuchGoal
        goals = of_subjects(await self.work.goals.open(), {(Subject.RULE, rule_id)})
        return [await view_goal(self.work, goal, self.clock) for goal in goals]

    async def all(self, actor: Person) -> list[tuple[SchemeView | None, GoalView]]:
        """All that were not put away, each with the scheme that it is about."""
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        found = []
        for goal in await self.work.goals.open():
            view = await self._scheme(goal)
            if view is not None or goal.subject is Subject.RULE:
                found.append((view, await view_goal(self.work, goal, self.clock)))
        return found

    async def one(self, actor: Person, goal_id: int) -> tuple[SchemeView | None, GoalView]:
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        goal = await self.work.goals.get(goal_id)
        if goal is None or goal.ended_at is not None:
            raise NoSuchGoal
        return await self._scheme(goal), await view_goal(self.work, goal, self.clock)

    async def managers(self, actor: Person) -> list[Person]:
        """Who can answer for a goal."""
        await require(self.work, actor, Role.MANAGER, "goals.list", self.clock)
        return [
            *await self.work.people.with_role(Role.MANAGER),
            *await self.work.people.with_role(Role.ADMIN),
        ]

    async def _scheme(self, goal: Goal) -> SchemeView | None:
        scheme_id: int | None = goal.subject_id if goal.subject is Subject.SCHEME else None
        if goal.subject is Subject.SEGMENT:
            segment = await self.work.segments.get_segment(goal.subject_id)
            scheme_id = segment.scheme_id if segment is not None else None
        scheme = await self.work.segments.get_scheme(scheme_id) if scheme_id else None
        return await view_scheme(self.work, scheme) if scheme is not None else None


@dataclass(frozen=True, slots=True)
class SetGoal:
    """A manager sets a goal and answers for it; the value at that moment is kept with it."""

    work: UnitOfWork
    clock: Clock

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
        if not fits(measure, target) or due <= now.date():
            raise GoalUnfit
        going = of_subjects(await self.work.goals.open(), {(subject, subject_id)})
        if len(going) >= GOALS_MAX:
            raise GoalUnfit
        figure = await measured(self.work, measure, subject, subject_id, self.clock)
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
