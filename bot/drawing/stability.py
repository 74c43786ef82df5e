"""How stable each number of segments is, on the bands that shuffled answers reach."""

from collections.abc import Sequence

from bot.drawing.parts import INSIDE, SMALL, Canvas
from bot.drawing.scene import MARGIN, Ellipse, Hit, Label, Mark, Rect, Scene, line
from bot.reports.numbers import Numbers
from bot.words import Words
from segmentation.run import Evidence

HEIGHT, LEFT = 190.0, 30.0
HALF_STEP = 0.38  # of a step, to either side of a point: the bands under it
HEAD = 22.0  # Above the highest value: room for its words.
CAP = 5.0  # Half the width of an interval's ends.
LOOSE, LEVEL = 0.22, 0.42  # How dark the bands are: shuffled freely, and within levels.


def stability(
    evidence: Sequence[Evidence], chosen: int, words: Words, title: str = "", note: str = ""
) -> Scene | None:
    """Points with quartiles over the numbers that were tried; None where nothing was measured."""
    measured = [each for each in evidence if each.stability is not None]
    if not measured:
        return None
    canvas, numbers = Canvas(), Numbers(words)
    if title:
        canvas.title(title)
    top = canvas.top + HEAD
    _axis(canvas, top, numbers)
    step = (INSIDE - LEFT) / len(measured)
    said = []
    for place, each in enumerate(measured):
        x = MARGIN + LEFT + step * (place + 0.5)
        told = words(
            "page-stability-point",
            segments=each.segments,
            value=numbers.plain(each.stability or 0.0, 2),
            null=numbers.plain(_null(each), 2),
        )
        said.append(told)
        shown = numbers.plain(each.stability or 0.0, 2)
        canvas.marks.append(Hit(told, tuple(_column(each, x, step, top, chosen, shown))))
    canvas.top = top + HEIGHT + 18
    middle = MARGIN + LEFT + (INSIDE - LEFT) / 2
    canvas.marks.append(
        Label(middle, canvas.top + 12, words("page-tried-segments"), SMALL, "soft", "middle")
    )
    canvas.top += 18
    canvas.note(note)
    return canvas.scene("; ".join(said))


def _null(each: Evidence) -> float:
    return max(each.null_independent or 0.0, each.null_level or 0.0)


def _y(value: float, top: float) -> float:
    return top + (1 - min(max(value, 0.0), 1.0)) * HEIGHT


def _axis(canvas: Canvas, top: float, numbers: Numbers) -> None:
    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = _y(value, top)
        canvas.marks.append(line((MARGIN + LEFT, y), (MARGIN + INSIDE, y), stroke="line"))
        if value in {0.0, 0.5, 1.0}:
            said = numbers.plain(value, 1)
            canvas.marks.append(Label(MARGIN + LEFT - 6, y + 4, said, SMALL, "soft", "end"))


def _column(
    each: Evidence, x: float, step: float, top: float, chosen: int, shown: str
) -> list[Mark]:
    """The bands, the quartiles with the value above them, and the point of one number."""
    value = each.stability or 0.0
    low = value if each.stability_low is None else each.stability_low
    high = value if each.stability_high is None else each.stability_high
    width = 2 * HALF_STEP * step
    marks: list[Mark] = [
        Rect(x - step / 2, top - HEAD, step, HEIGHT + HEAD + 16, "paper", opacity=0.01)
    ]
    for null, dark in ((each.null_level, LEVEL), (each.null_independent, LOOSE)):
        if null is not None and null > 0:
            y = _y(null, top)
            marks.append(Rect(x - width / 2, y, width, _y(0, top) - y, "all", 2, dark))
    here = each.segments == chosen
    ends = _y(low, top), _y(high, top)
    caps = [((x - CAP, y), (x + CAP, y)) for y in ends]
    spans = [((x, ends[0]), (x, ends[1])), *caps]
    marks += [line(*span, stroke="paper", thickness=6) for span in spans]
    marks += [line(*span, stroke="accent", thickness=2.5) for span in spans]
    fill = "accent" if here else "paper"
    marks += [
        Ellipse(x, _y(value, top), 4, 4, fill, stroke="accent", thickness=2.5),
        Label(x, ends[1] - 7, shown, SMALL, "ink", "middle", here),
        Label(x, top + HEIGHT + 15, str(each.segments), 12.5, "ink", "middle", here),
    ]
    return marks
