"""Sizes over time: the share of each segment at each moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.drawing.parts import INSIDE, SMALL, Canvas, Named, badge
from bot.drawing.scene import MARGIN, Ellipse, Hit, Label, Scene, line
from bot.reports.numbers import Numbers

HEIGHT, LEFT, RIGHT = 210.0, 38.0, 26.0
APART = 19.0  # Between the numbers at the right end.


@dataclass(frozen=True, slots=True)
class Point:
    """One segment at one moment: place in time (0-1), share, what it tells."""

    at: float
    share: float
    says: str


@dataclass(frozen=True, slots=True)
class Course:
    """One segment over time, the earliest point first."""

    segment: Named
    points: tuple[Point, ...]


def growth(
    courses: Sequence[Course],
    days: tuple[str, str],
    title: str,
    note: str,
    numbers: Numbers,
) -> Scene:
    """A line for each segment with its number at the end; from nothing up to the largest."""
    canvas = Canvas()
    canvas.title(title)
    canvas.legend([course.segment for course in courses])
    top = canvas.top + 4
    highest = max((point.share for c in courses for point in c.points), default=1.0)
    ceiling = next(each for each in (0.25, 0.5, 0.75, 1.0) if each >= highest - 1e-9)
    width = INSIDE - LEFT - RIGHT

    def place(point: Point) -> tuple[float, float]:
        return MARGIN + LEFT + width * point.at, top + HEIGHT * (1 - point.share / ceiling)

    for part in range(6):
        y = top + HEIGHT * part / 5
        canvas.marks.append(line((MARGIN + LEFT, y), (MARGIN + LEFT + width, y), stroke="line"))
        said = numbers.percent(ceiling * (1 - part / 5))
        canvas.marks.append(Label(MARGIN + LEFT - 6, y + 4, said, SMALL, "soft", "end"))
    for course in courses:
        spots = [place(point) for point in course.points]
        if len(spots) > 1:
            canvas.marks.append(line(*spots, stroke=course.segment.colour, thickness=3))
        for point, (x, y) in zip(course.points, spots, strict=True):
            dot = Ellipse(x, y, 5, 5, course.segment.colour, stroke="paper", thickness=1.5)
            reach = Ellipse(x, y, 13, 13, "paper", 0.01)
            canvas.marks.append(Hit(point.says, (reach, dot)))
    ends = [(place(c.points[-1])[1], c.segment) for c in courses if c.points]
    for y, segment in _apart(ends, top + HEIGHT):
        canvas.marks += badge(MARGIN + LEFT + width + 17, y, segment)
    canvas.top = top + HEIGHT + 6
    canvas.marks += [
        Label(MARGIN + LEFT, canvas.top + 12, days[0], SMALL, "soft", "start"),
        Label(MARGIN + LEFT + width, canvas.top + 12, days[1], SMALL, "soft", "end"),
    ]
    canvas.top += 18
    canvas.note(note)
    told = (f"{c.segment.name}: " + ", ".join(p.says for p in c.points) for c in courses)
    return canvas.scene(f"{title}. " + "; ".join(told))


def _apart(ends: Sequence[tuple[float, Named]], bottom: float) -> list[tuple[float, Named]]:
    """The numbers moved apart, so that none covers another."""
    found: list[tuple[float, Named]] = []
    for y, segment in sorted(ends, key=lambda each: (each[0], each[1].number)):
        least = found[-1][0] + APART if found else y
        found.append((max(y, least), segment))
    over = found[-1][0] - bottom if found else 0.0
    return [(y - max(over, 0.0), segment) for y, segment in found]
