"""The opinion map: where votes place people, groups in their colours."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from bot.drawing.parts import INSIDE, Canvas, Named, badge
from bot.drawing.scene import MARGIN, Ellipse, Hit, Mark, Rect, Scene

CELLS = 30  # to a side: people who stand in one cell are one dot
LARGEST = 0.62  # of a cell: the radius of the fullest dot, so that neighbours touch
EDGE = 0.02  # Of people at either end who stand on the rim, so that a few do not shrink the rest.


@dataclass(frozen=True, slots=True)
class Spot:
    """One person: a place on the map, and the number of the group (0: in none)."""

    x: float
    y: float
    group: int


def opinion_map(
    spots: Sequence[Spot],
    groups: Sequence[Named],
    says: Mapping[int, str],
    title: str,
    note: str,
    side_cells: int = CELLS,
) -> Scene | None:
    """Dots grow with the people in them; each group's number stands in its middle.

    `says` is what a group tells on a tap; the fewer cells to a side, the larger the dots. None
    where nobody stands anywhere.
    """
    if not spots:
        return None
    canvas = Canvas()
    canvas.title(title)
    canvas.legend(groups)
    top, side = canvas.top, INSIDE
    canvas.marks.append(Rect(MARGIN, top, side, side, "track", radius=8, opacity=0.5))
    places = _in_square(spots)
    cells = Counter(
        (int(x * (side_cells - 1) + 0.5), int(y * (side_cells - 1) + 0.5), spot.group)
        for (x, y), spot in zip(places, spots, strict=True)
    )
    canvas.marks += _dots(cells, {0: "all"}, top, side, side_cells)
    for each in groups:
        mine = [place for place, spot in zip(places, spots, strict=True)
                if spot.group == each.number]  # fmt: skip
        if not mine:
            continue
        marks: list[Mark] = _dots(cells, {each.number: each.colour}, top, side, side_cells)
        middle = [sum(axis) / len(mine) for axis in zip(*mine, strict=True)]
        x, y = (MARGIN + 10 + middle[0] * (side - 20)), (top + 10 + middle[1] * (side - 20))
        marks += [Ellipse(x, y, 14, 14, "paper"), *badge(x, y, each, 12)]
        canvas.marks.append(Hit(says[each.number], tuple(marks)))
    canvas.top = top + side + 4
    canvas.note(note)
    return canvas.scene(f"{title}. " + "; ".join(says[each.number] for each in groups))


def _in_square(spots: Sequence[Spot]) -> list[tuple[float, float]]:
    """Places between 0 and 1, both axes on one scale."""
    ends = [_ends([spot.x for spot in spots]), _ends([spot.y for spot in spots])]
    span = max(high - low for low, high in ends) or 1.0
    middles = [(low + high) / 2 for low, high in ends]

    def within(value: float, middle: float) -> float:
        return min(max((value - middle) / span + 0.5, 0.0), 1.0)

    return [(within(s.x, middles[0]), 1 - within(s.y, middles[1])) for s in spots]


def _ends(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(EDGE * len(ordered))
    return ordered[cut], ordered[-1 - cut]


def _dots(
    cells: Mapping[tuple[int, int, int], int],
    colours: Mapping[int, str],
    top: float,
    side: float,
    side_cells: int,
) -> list[Mark]:
    """The dots of these groups; their area grows with the people in them."""
    fullest = max(cells.values())
    step = (side - 20) / (side_cells - 1)
    return [
        Ellipse(
            MARGIN + 10 + step * x,
            top + 10 + step * y,
            max(LARGEST * step * sqrt(count / fullest), 1.6),
            max(LARGEST * step * sqrt(count / fullest), 1.6),
            colours[group],
            0.55 if group == 0 else 0.8,
        )
        for (x, y, group), count in sorted(cells.items())
        if group in colours
    ]
