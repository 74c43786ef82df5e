"""Who went where: segments at each moment as columns, people as streams between them (Sankey)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.drawing.parts import INSIDE, SMALL, Canvas, Named, on
from bot.drawing.scene import MARGIN, Hit, Label, Path, Rect, Scene

HEIGHT, NODE, GAP = 280.0, 22.0, 10.0
GONE = 0.5  # How pale a stream is.


@dataclass(frozen=True, slots=True)
class Stream:
    """People who went from one segment (its number) to another in a step; `share` of everybody."""

    step: int
    before: int
    after: int
    share: float
    says: str


@dataclass(frozen=True, slots=True)
class Column:
    """One moment: when, and the share of each segment by its number, with what it tells."""

    when: str
    shares: Mapping[int, float]
    says: Mapping[int, str]


def streams(
    columns: Sequence[Column],
    flows: Sequence[Stream],
    segments: Sequence[Named],
    title: str,
    note: str,
) -> Scene:
    """Columns from left to right; a stream has the colour of the segment that it comes from."""
    canvas = Canvas()
    canvas.title(title)
    canvas.legend(segments)
    top = canvas.top
    places = [_stacked(column, top) for column in columns]
    step = (INSIDE - NODE) / max(len(columns) - 1, 1)
    colours = {each.number: each.colour for each in segments}
    for place in range(len(columns) - 1):
        mine = [flow for flow in flows if flow.step == place]
        x = MARGIN + place * step + NODE, MARGIN + (place + 1) * step
        canvas.marks += _ribbons(mine, places[place], places[place + 1], x, colours)
    for place, column in enumerate(columns):
        x0 = MARGIN + place * step
        for number, (y, height) in places[place].items():
            box = Rect(x0, y, NODE, height, colours[number], 3)
            middle = y + height / 2 + 4
            word = Label(x0 + NODE / 2, middle, str(number), SMALL, on(colours[number]),
                         "middle", True)  # fmt: skip
            canvas.marks.append(Hit(column.says[number], (box, word) if height > 12 else (box,)))
    canvas.top = top + HEIGHT + 4
    _dates(canvas, columns, step)
    canvas.note(note)
    return canvas.scene(f"{title}. " + "; ".join(flow.says for flow in flows))


def _stacked(column: Column, top: float) -> dict[int, tuple[float, float]]:
    """Where each segment stands: its upper end and its height."""
    gaps = GAP * max(len(column.shares) - 1, 0)
    whole = sum(column.shares.values()) or 1.0
    found, y = {}, top
    for number, share in sorted(column.shares.items()):
        height = (HEIGHT - gaps) * share / whole
        found[number] = y, height
        y += height + GAP
    return found


def _ribbons(
    flows: Sequence[Stream],
    before: Mapping[int, tuple[float, float]],
    after: Mapping[int, tuple[float, float]],
    x: tuple[float, float],
    colours: Mapping[int, str],
) -> list[Hit]:
    """Streams leave and enter in the order of the segments, and fill what is theirs of either."""
    known = [flow for flow in flows if flow.before in before and flow.after in after]
    out = {n: sum(f.share for f in known if f.before == n) for n in before}
    into = {n: sum(f.share for f in known if f.after == n) for n in after}
    left = {n: y for n, (y, _) in before.items()}
    right = {n: y for n, (y, _) in after.items()}
    hits = []
    for flow in sorted(known, key=lambda f: (f.before, f.after)):
        a = before[flow.before][1] * flow.share / max(out[flow.before], 1e-9)
        b = after[flow.after][1] * flow.share / max(into[flow.after], 1e-9)
        y1, y2 = left[flow.before], right[flow.after]
        left[flow.before], right[flow.after] = y1 + a, y2 + b
        stays = flow.before == flow.after
        ribbon = _ribbon(x, (y1, y1 + a), (y2, y2 + b), colours[flow.before], stays)
        hits.append(Hit(flow.says, (ribbon,)))
    return hits


def _ribbon(
    x: tuple[float, float], one: tuple[float, float], two: tuple[float, float], colour: str,
    stays: bool,
) -> Path:  # fmt: skip
    middle = (x[0] + x[1]) / 2
    return Path(
        (
            ("M", x[0], one[0]),
            ("C", middle, one[0], middle, two[0], x[1], two[0]),
            ("L", x[1], two[1]),
            ("C", middle, two[1], middle, one[1], x[0], one[1]),
            ("Z",),
        ),
        colour,
        GONE / 2 if stays else GONE,
    )


def _dates(canvas: Canvas, columns: Sequence[Column], step: float) -> None:
    """Under each column its day; every other one where there is no room."""
    every = 1 if step >= 64 else 2
    for place, column in enumerate(columns):
        last = place == len(columns) - 1
        if (len(columns) - 1 - place) % every and place:
            continue
        anchor = "start" if place == 0 else "end" if last else "middle"
        x = MARGIN + place * step + (0 if place == 0 else NODE if last else NODE / 2)
        canvas.marks.append(Label(x, canvas.top + 12, column.when, SMALL, "soft", anchor))
    canvas.top += 18
