"""Sizes over time: the share of each segment at each moment, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.drawing.lettering import width_of
from bot.drawing.parts import INSIDE, SMALL, TEXT, Canvas, Named, badge
from bot.drawing.scene import MARGIN, Ellipse, Hit, Label, Mark, Scene, line
from bot.reports.numbers import Numbers

HEIGHT, LEFT = 230.0, 38.0
APART = 21.0  # Between the numbers at the right end.
BESIDE, BESIDE_MAX = 9.0, 34.0  # Between segments of one moment, and from first to last.
ONE_LINE, DASH = 4.0, 7.0  # Nearer than that lines take turns, so much each.
CAP = 3.5


@dataclass(frozen=True, slots=True)
class Point:
    """One segment at one moment: place in time (0-1), share, what it tells, 95 % interval."""

    at: float
    share: float
    says: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One segment over time, the earliest point first."""

    segment: Named
    points: tuple[Point, ...]


Spot = tuple[float, float]


def growth(
    courses: Sequence[Course],
    days: tuple[str, str],
    title: str,
    note: str,
    numbers: Numbers,
) -> Scene:
    """A line for each segment with its number and last share at the end; from nothing upwards.

    Segments stand a little beside each other, and where lines would cover one another they take
    turns, so that none is hidden by an equal one.
    """
    canvas = Canvas()
    canvas.title(title)
    canvas.legend([course.segment for course in courses])
    plan = _Plan.of(courses, canvas.top + 4, numbers)
    _scale(canvas, plan, numbers)
    canvas.marks += _lines(courses, plan)
    for place, course in enumerate(courses):
        canvas.marks += [_dot(course, point, plan, place) for point in course.points]
    _ends(canvas, courses, plan, numbers)
    canvas.top = plan.top + HEIGHT + 6
    canvas.marks += [
        Label(plan.left, canvas.top + 12, days[0], SMALL, "soft", "start"),
        Label(plan.left + plan.width, canvas.top + 12, days[1], SMALL, "soft", "end"),
    ]
    canvas.top += 18
    canvas.note(note)
    told = (f"{c.segment.name}: " + ", ".join(p.says for p in c.points) for c in courses)
    return canvas.scene(f"{title}. " + "; ".join(told))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where values stand on the paper."""

    top: float
    left: float
    width: float
    ceiling: float
    step: float  # Between neighbouring segments of one moment.
    count: int

    @classmethod
    def of(cls, courses: Sequence[Course], top: float, numbers: Numbers) -> "_Plan":
        tops = [p.high if p.high is not None else p.share for c in courses for p in c.points]
        highest = max(tops, default=1.0)
        ceiling = next((e for e in (0.25, 0.5, 0.75) if e >= highest), 1.0)
        beside = 30 + width_of(numbers.percent(1.0), TEXT, bold=True)
        step = min(BESIDE, BESIDE_MAX / max(len(courses) - 1, 1))
        return cls(top, MARGIN + LEFT, INSIDE - LEFT - beside, ceiling, step, len(courses))

    def y(self, share: float) -> float:
        return self.top + HEIGHT * (1 - min(share, self.ceiling) / self.ceiling)

    def spot(self, point: Point, place: int) -> Spot:
        aside = (place - (self.count - 1) / 2) * self.step
        room = self.step * (self.count - 1) / 2 + 6
        return self.left + room + (self.width - 2 * room) * point.at + aside, self.y(point.share)


def _scale(canvas: Canvas, plan: _Plan, numbers: Numbers) -> None:
    for part in range(6):
        y = plan.top + HEIGHT * part / 5
        canvas.marks.append(line((plan.left, y), (plan.left + plan.width, y), stroke="line"))
        said = numbers.percent(plan.ceiling * (1 - part / 5))
        canvas.marks.append(Label(plan.left - 6, y + 4, said, SMALL, "soft", "end"))


def _lines(courses: Sequence[Course], plan: _Plan) -> list[Mark]:
    """From moment to moment; lines that lie on one another take turns in dashes."""
    legs: dict[tuple[float, float], list[tuple[Spot, Spot, str]]] = {}
    for place, course in enumerate(courses):
        for one, two in zip(course.points, course.points[1:], strict=False):
            leg = plan.spot(one, place), plan.spot(two, place), course.segment.colour
            legs.setdefault((one.at, two.at), []).append(leg)
    marks: list[Mark] = []
    for beside in legs.values():
        for start, end, colour in beside:
            mates = [leg[2] for leg in beside if _as_one((start, end), leg[:2])]
            if len(mates) == 1:
                marks.append(line(start, end, stroke=colour, thickness=3))
                continue
            marks += _in_turns(start, end, colour, mates.index(colour), len(mates))
    return marks


def _as_one(leg: tuple[Spot, Spot], other: tuple[Spot, Spot]) -> bool:
    return all(abs(a[1] - b[1]) < ONE_LINE for a, b in zip(leg, other, strict=True))


def _in_turns(one: Spot, two: Spot, colour: str, turn: int, of: int) -> list[Mark]:
    """Every so many dashes of a line; turns are counted from the left edge of the paper."""
    (x1, y1), (x2, y2) = one, two
    marks: list[Mark] = []
    dash = int(x1 // DASH)
    while dash * DASH < x2:
        if dash % of == turn:
            ends = max(dash * DASH, x1), min((dash + 1) * DASH, x2)
            a, b = ((x, y1 + (y2 - y1) * (x - x1) / (x2 - x1)) for x in ends)
            marks.append(line(a, b, stroke=colour, thickness=3))
        dash += 1
    return marks


def _dot(course: Course, point: Point, plan: _Plan, place: int) -> Hit:
    """The point on its interval."""
    x, y = plan.spot(point, place)
    colour = course.segment.colour
    marks: list[Mark] = [Ellipse(x, y, 13, 13, "paper", 0.01)]
    if point.low is not None and point.high is not None:
        low, high = plan.y(point.low), plan.y(point.high)
        marks.append(line((x, low), (x, high), stroke="paper", thickness=4))
        marks.append(line((x, low), (x, high), stroke=colour, thickness=2))
        caps = (((x - CAP, end), (x + CAP, end)) for end in (low, high))
        marks += [line(*cap, stroke=colour, thickness=2) for cap in caps]
    marks.append(Ellipse(x, y, 4.5, 4.5, colour, stroke="paper", thickness=1.5))
    return Hit(point.says, tuple(marks))


def _ends(canvas: Canvas, courses: Sequence[Course], plan: _Plan, numbers: Numbers) -> None:
    """Beside the right end: whose line it is, and its last share."""
    last = {c.segment.number: (c.points[-1], place) for place, c in enumerate(courses) if c.points}
    ends = [(plan.y(c.points[-1].share), c.segment) for c in courses if c.points]
    right = plan.left + plan.width
    for y, segment in _apart(ends, plan.top, plan.top + HEIGHT):
        point, place = last[segment.number]
        x, level = plan.spot(point, place)
        canvas.marks.append(line((x + 6, level), (right + 3, y), stroke="line"))
        canvas.marks += badge(right + 13, y, segment)
        said = numbers.percent(point.share)
        canvas.marks.append(Label(right + 26, y + 4.5, said, TEXT, "ink", "start", True))


def _apart(
    ends: Sequence[tuple[float, Named]], top: float, bottom: float
) -> list[tuple[float, Named]]:
    """The numbers moved apart, to both sides, so that none covers another."""
    groups: list[list[tuple[float, Named]]] = []
    for end in sorted(ends, key=lambda each: (each[0], each[1].number)):
        groups.append([end])
        while len(groups) > 1 and _starts(groups[-1]) < _starts(groups[-2]) + APART * len(
            groups[-2]
        ):
            groups[-2:] = [[*groups[-2], *groups[-1]]]
    found = []
    for group in groups:
        tall = APART * (len(group) - 1)
        start = max(min(_starts(group), bottom - tall), top)
        found += [(start + APART * i, segment) for i, (_, segment) in enumerate(group)]
    return found


def _starts(group: Sequence[tuple[float, Named]]) -> float:
    """Where the first of a group stands, so that their middle stays."""
    return sum(y for y, _ in group) / len(group) - APART * (len(group) - 1) / 2
