"""A question's results as a picture for a phone: bars with their intervals, a sentence on top.

Drawn in the worker process: matplotlib takes its time.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

WIDTH_INCHES = 3.9  # 780 pixels at 200 dots an inch: sharp on a screen of 390 points.
DOTS = 200
KEY_BLUE, INK, GREY, PALE = "#2A6F97", "#1B1B1E", "#5C6670", "#E8EDF1"
LEFT, WIDTH = 0.05, 0.9  # Of the picture's width: the margin, and what is between the margins.
LINE, BAR, GAP = 0.19, 0.17, 0.13  # Inches: a line of text, a bar, the room below it.
LABEL_LINES_MAX = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One option: its share with the interval, or no share where too few people stand there.

    In a picture with a middle the share goes from -1 to 1.
    """

    label: str
    said: str  # "62 % (48-74)", or "<5".
    share: float | None = None
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """All words are in the reader's language; `bars` from top to bottom.

    `ends` are what the two ends of an axis from -1 to 1 mean; without them it goes from 0 to 1.
    """

    title: str
    question: str
    note: str
    bars: tuple[Bar, ...]
    ends: tuple[str, str] | None = None


def draw(picture: Picture) -> bytes:
    """The picture as PNG."""
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams["text.parse_math"] = False  # "$5 or $_" is what people pay, no formula.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    ruler = FigureCanvasAgg(Figure(dpi=DOTS)).get_renderer()  # type: ignore[no-untyped-call]
    title = wrapped(picture.title, ruler, size=11, weight="bold")
    question = wrapped(picture.question, ruler, size=8)
    note = wrapped(picture.note, ruler, size=7)
    labels = [_label_lines(bar, ruler) for bar in picture.bars]
    height = 0.3 + 0.205 * len(title) + 0.18 * len(question) + 0.2
    height += sum(LINE * len(label) + BAR + GAP for label in labels)
    height += (LINE if picture.ends else 0) + 0.14 * len(note) + 0.1
    figure = Figure(figsize=(WIDTH_INCHES, height), dpi=DOTS, facecolor="white")

    def put(lines: list[str], from_top: float, **look: Any) -> None:
        figure.text(LEFT, 1 - from_top / height, "\n".join(lines), **look)

    put(title, 0.16, size=11, weight="bold", color=INK, va="top", linespacing=1.25)
    top = 0.2 + 0.205 * len(title)
    put(question, top, size=8, color=GREY, va="top", linespacing=1.3)
    top += 0.18 * len(question) + 0.12
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 1)
    axes.set_ylim(height, 0)
    axes.axis("off")
    _bars(axes, picture, labels, top)
    put(note, height - 0.1, size=7, color=GREY, va="bottom", linespacing=1.3)
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def wrapped(
    text: str, ruler: Any, *, size: float, weight: str = "normal", room: float = WIDTH
) -> list[str]:
    """The text in lines that fit between the margins, by the letters' own widths.

    `room` is a part of the picture's width. A word that is wider than a line is cut up.
    """
    from matplotlib.font_manager import FontProperties

    font = FontProperties(size=size, weight=weight)
    widest = room * WIDTH_INCHES * DOTS

    def fits(line: str) -> bool:
        return bool(ruler.get_text_width_height_descent(line, font, ismath=False)[0] <= widest)

    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if fits(longer):
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if not fits(lines[-1] + sign):
                lines.append("")
            lines[-1] += sign
    return lines


def _label_lines(bar: Bar, ruler: Any) -> list[str]:
    """The words of an option beside its figure, in three lines at most."""
    beside = 0.06 + 0.021 * len(bar.said)
    lines = wrapped(bar.label, ruler, size=8.5, room=WIDTH - beside)
    if len(lines) > LABEL_LINES_MAX:
        lines = [*lines[: LABEL_LINES_MAX - 1], lines[LABEL_LINES_MAX - 1][:-1] + "…"]
    return lines


def _bars(axes: Any, picture: Picture, labels: list[list[str]], top: float) -> None:
    """Each option: its words and figure on a line, below them the bar on a pale track."""
    middle_axis = picture.ends is not None
    zero = LEFT + WIDTH / 2 if middle_axis else LEFT
    scale = WIDTH / 2 if middle_axis else WIDTH
    first = top
    for bar, label in zip(picture.bars, labels, strict=True):
        line = top + 0.12
        for number, words in enumerate(label):
            axes.text(LEFT, line + LINE * number, words, size=8.5, color=INK)
        axes.text(LEFT + WIDTH, line, bar.said, size=8.5, color=INK, ha="right")
        top += LINE * len(label)
        middle = top + BAR / 2
        axes.barh(middle, WIDTH, BAR, left=LEFT, color=PALE)
        if bar.share is not None:
            axes.barh(middle, scale * bar.share, BAR, left=zero, color=KEY_BLUE)
            ends = [zero + scale * bar.low, zero + scale * bar.high]
            for colour, thickness in (("white", 3.0), (INK, 1.2)):  # Seen on blue and on pale.
                axes.plot(ends, [middle, middle], color=colour, linewidth=thickness)
                for end in ends:
                    tick = [middle - BAR / 4, middle + BAR / 4]
                    axes.plot([end, end], tick, color=colour, linewidth=thickness)
        if middle_axis:
            axes.plot([zero, zero], [top - 0.02, top + BAR + 0.02], color=GREY, linewidth=0.8)
        top += BAR + GAP
    if picture.ends is not None and top > first:
        worst, best = picture.ends
        axes.text(LEFT, top + 0.04, worst, size=7, color=GREY)
        axes.text(zero, top + 0.04, "0", size=7, color=GREY, ha="center")
        axes.text(LEFT + WIDTH, top + 0.04, best, size=7, color=GREY, ha="right")
