"""The profile heat map: what each segment answers, against everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.drawing.lettering import wrapped
from bot.drawing.parts import INSIDE, SMALL, TEXT, Canvas, Named, badge
from bot.drawing.scene import MARGIN, Hit, Label, Mark, Rect, Scene, paragraph

MORE, LESS = "#0072b2", "#d55e00"  # Blue and vermilion, told apart by everybody.
STRONG_EFFECT = 1.0
GROUND_MAX = 0.5  # So that words on it stay readable.
CELL, GAP = 26.0, 3.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, how far it lies from everybody's (Cohen's h or d), and what it tells on a tap."""

    shown: str
    effect: float
    says: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One line; a cell for each segment."""

    label: str
    everybody: str
    cells: tuple[Cell, ...]

    @property
    def spread(self) -> float:
        """How far apart the segments lie."""
        effects = [cell.effect for cell in self.cells]
        return max(effects, default=0.0) - min(effects, default=0.0)


def strongest(rows: Sequence[HeatRow], most: int) -> list[HeatRow]:
    """The lines on which segments differ most, in the order of the questions."""
    ranked = sorted(range(len(rows)), key=lambda i: (-rows[i].spread, i))[:most]
    return [rows[i] for i in sorted(ranked)]


def heat_map(
    rows: Sequence[HeatRow], segments: Sequence[Named], title: str, note: str, everybody: str
) -> Scene:
    """Each line's words, and below them a strip of cells: everybody first."""
    canvas = Canvas()
    canvas.title(title)
    canvas.legend(segments)
    width = (INSIDE - GAP * len(segments)) / (len(segments) + 1)
    _head(canvas, segments, width, everybody)
    strips: list[list[Mark | Hit]] = []
    for row in rows:
        lines = wrapped(row.label, TEXT, INSIDE, 3)
        labels, canvas.top = paragraph(MARGIN, canvas.top, lines, TEXT)
        strips.append([*labels, *_strip(canvas, row, width)])
    for strip in reversed(strips):  # What a cell tells lies over the lines below it.
        canvas.marks += strip
    canvas.note(note)
    alt = f"{title}. " + "; ".join(f"{row.label}: {row.everybody}" for row in rows)
    return canvas.scene(alt)


def _head(canvas: Canvas, segments: Sequence[Named], width: float, everybody: str) -> None:
    word = wrapped(everybody, SMALL, width + GAP, 1)[0]
    canvas.marks.append(Label(MARGIN + width / 2, canvas.top + 13, word, SMALL, "soft", "middle"))
    for place, each in enumerate(segments, start=1):
        x = MARGIN + place * (width + GAP) + width / 2
        canvas.marks += badge(x, canvas.top + 9, each)
    canvas.top += 24


def _strip(canvas: Canvas, row: HeatRow, width: float) -> list[Mark | Hit]:
    longest = max(5, len(row.everybody), *(len(cell.shown) for cell in row.cells))
    top, size = canvas.top + 2, min(12.5, width / 3.1 * 5 / longest)
    baseline = top + CELL / 2 + 0.36 * size
    marks: list[Mark | Hit] = [
        Rect(MARGIN, top, width, CELL, "track", radius=3),
        Label(MARGIN + width / 2, baseline, row.everybody, size, "soft", "middle"),
    ]
    for place, cell in enumerate(row.cells, start=1):
        x = MARGIN + place * (width + GAP)
        strength = min(abs(cell.effect) / STRONG_EFFECT, 1.0) * GROUND_MAX
        colour = MORE if cell.effect > 0 else LESS
        ground = Rect(x, top, width, CELL, colour, 3, strength, stroke="line")
        words = Label(x + width / 2, baseline, cell.shown, size, "ink", "middle")
        marks.append(Hit(cell.says, (ground, words), below=top + CELL + 2))
    canvas.top = top + CELL + 9
    return marks
