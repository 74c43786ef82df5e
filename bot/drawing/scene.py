"""A picture as plain shapes in units of a phone's point, 390 to the width; y grows downwards.

Colours are named by what they mean, so that a page can choose its own for the dark: "ink", "soft",
"paper", "line", "track", "accent", "all" (everybody), "s1" to "s8" (segments); or "#rrggbb".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reports.charts import SEGMENT_COLOURS

WIDTH = 390.0
MARGIN = 16.0

LIGHT = {
    "ink": "#1a1c1e",
    "soft": "#56606a",
    "paper": "#ffffff",
    "line": "#d5dbe0",
    "track": "#edf0f2",
    "accent": "#2a6f97",
    "all": "#6b747c",
    **{f"s{number}": colour for number, colour in enumerate(SEGMENT_COLOURS, start=1)},
}
"""The colours on paper."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0.0
    opacity: float = 1.0
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A circle, where both radii are equal."""

    x: float
    y: float
    rx: float
    ry: float
    fill: str
    opacity: float = 1.0
    stroke: str = ""
    thickness: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """A shape of lines and curves: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",).

    `steps` reads them from the way in which SVG writes them.
    """

    steps: tuple[tuple[str | float, ...], ...]
    fill: str = ""
    opacity: float = 1.0
    stroke: str = ""
    thickness: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words; `y` is their baseline, `anchor` "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    size: float = 13.0
    fill: str = "ink"
    anchor: str = "start"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Another scene within this one."""

    scene: "Scene"
    x: float
    y: float
    scale: float


Mark = Rect | Ellipse | Path | Label | Placed


@dataclass(frozen=True, slots=True)
class Hit:
    """Marks that tell something when pointed at or tapped: below the picture, or from `below` on,
    over what was drawn before."""

    says: str
    marks: tuple[Mark, ...]
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole picture; `alt` says in words what is to be seen."""

    width: float
    height: float
    alt: str
    marks: tuple[Mark | Hit, ...]


def paragraph(
    x: float, top: float, lines: Sequence[str], size: float, *, fill: str = "ink",
    bold: bool = False, italic: bool = False, anchor: str = "start",
) -> tuple[list[Label], float]:  # fmt: skip
    """Lines one below the other, and where they end."""
    step = 1.32 * size
    labels = [
        Label(x, top + size + step * i, line, size, fill, anchor, bold, italic)
        for i, line in enumerate(lines)
    ]
    return labels, top + step * len(lines) + 0.1 * size


def steps(written: str) -> tuple[tuple[str | float, ...], ...]:
    """ "M 0 0 L 9 9 Z" as the steps of a path."""
    found: list[list[str | float]] = []
    for word in written.split():
        if word.isalpha():
            found.append([word])
        else:
            found[-1].append(float(word))
    return tuple(map(tuple, found))


def line(*points: tuple[float, float], stroke: str, thickness: float = 1.0,
         dashed: bool = False, opacity: float = 1.0) -> Path:  # fmt: skip
    """A line through these points."""
    first, *rest = points
    steps = (("M", *first), *(("L", *point) for point in rest))
    return Path(steps, stroke=stroke, thickness=thickness, dashed=dashed, opacity=opacity)


def mixed(colour: str, other: str, part: float) -> str:
    """A colour with so much of another in it."""
    one, two = (_channels(LIGHT.get(each, each)) for each in (colour, other))
    blend = (round(a + (b - a) * part) for a, b in zip(one, two, strict=True))
    return "#" + "".join(f"{each:02x}" for each in blend)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
