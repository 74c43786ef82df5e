"""Scenes as PNG for the chat. Drawn in the worker: matplotlib takes its time."""

import unicodedata
from functools import cache
from io import BytesIO
from typing import Any

from bot.drawing.scene import LIGHT, Ellipse, Hit, Label, Mark, Path, Placed, Rect, Scene

DOTS_A_UNIT = 2  # 780 dots for 390 units: Telegram shows photos no larger.
UNITS_AN_INCH = 100.0
POINTS_A_UNIT = 72 / UNITS_AN_INCH
_PICTURES = {"So", "Sk", "Mn", "Cf", "Cn"}  # Emoji, their skins, and what joins them.
_JOINERS = frozenset({0x200D, 0xFE0F})  # The font knows them, and has nothing to join.
_CODES = {"M": (1,), "L": (2,), "C": (4, 4, 4), "Z": (79,)}  # matplotlib.path.Path's own.


def png(scene: Scene, *, dots_a_unit: float = DOTS_A_UNIT) -> bytes:
    """The picture on white."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    size = (scene.width / UNITS_AN_INCH, scene.height / UNITS_AN_INCH)
    dots = dots_a_unit * UNITS_AN_INCH
    figure = Figure(figsize=size, dpi=dots, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    axes.axis("off")
    _draw(axes, scene, 0.0, 0.0, 1.0)
    out = BytesIO()
    figure.savefig(out, format="png", dpi=dots, metadata={"Software": None})
    return out.getvalue()


def _draw(axes: Any, scene: Scene, x: float, y: float, scale: float) -> None:
    for each in scene.marks:
        for mark in each.marks if isinstance(each, Hit) else (each,):
            _mark(axes, mark, x, y, scale)


def _mark(axes: Any, mark: Mark, x: float, y: float, scale: float) -> None:
    from matplotlib import patches
    from matplotlib.path import Path as Outline

    shape: Any
    round_: Any = patches.BoxStyle
    match mark:
        case Rect():
            shape = patches.FancyBboxPatch(
                (x + scale * (mark.x + mark.radius), y + scale * (mark.y + mark.radius)),
                scale * max(mark.width - 2 * mark.radius, 0),
                scale * max(mark.height - 2 * mark.radius, 0),
                boxstyle=round_("Round" if mark.radius else "Square", pad=scale * mark.radius),
            )
            _paint(shape, mark.fill, mark.opacity, mark.stroke, scale)
            axes.add_patch(shape)
        case Ellipse():
            shape = patches.Ellipse(
                (x + scale * mark.x, y + scale * mark.y), 2 * scale * mark.rx, 2 * scale * mark.ry
            )
            _paint(shape, mark.fill, mark.opacity, mark.stroke, scale * mark.thickness)
            axes.add_patch(shape)
        case Path():
            points, codes = _outline(mark, x, y, scale)
            shape = patches.PathPatch(Outline(points, codes), capstyle="round", joinstyle="round")
            _paint(shape, mark.fill, mark.opacity, mark.stroke, scale * mark.thickness)
            if mark.dashed:
                shape.set_linestyle((0, (4, 3)))
            axes.add_patch(shape)
        case Label():
            axes.text(
                x + scale * mark.x,
                y + scale * mark.y,
                drawable(mark.text),
                size=scale * mark.size * POINTS_A_UNIT,
                color=_colour(mark.fill),
                ha={"start": "left", "middle": "center", "end": "right"}[mark.anchor],
                va="baseline",
                weight="bold" if mark.bold else "normal",
                style="italic" if mark.italic else "normal",
                parse_math=False,
            )
        case Placed():
            _draw(axes, mark.scene, x + scale * mark.x, y + scale * mark.y, scale * mark.scale)


def _paint(shape: Any, fill: str, opacity: float, stroke: str, thickness: float) -> None:
    from matplotlib.colors import to_rgba

    shape.set_facecolor(to_rgba(_colour(fill), opacity) if fill else "none")
    shape.set_edgecolor(_colour(stroke) if stroke else "none")
    shape.set_linewidth(thickness * POINTS_A_UNIT if stroke else 0)


def _outline(
    path: Path, x: float, y: float, scale: float
) -> tuple[list[tuple[float, float]], list[int]]:
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for name, *numbers in path.steps:
        values = [float(each) for each in numbers]
        pairs = list(zip(values[::2], values[1::2], strict=True)) or [(0.0, 0.0)]
        points += [(x + scale * a, y + scale * b) for a, b in pairs]
        codes += _CODES[str(name)]
    return points, codes


def drawable(text: str) -> str:
    """Without the emoji that the font has no glyph for: a hollow square says less than nothing."""
    known = _glyphs() - _JOINERS
    kept = "".join(c for c in text if ord(c) in known or unicodedata.category(c) not in _PICTURES)
    return text if kept == text else " ".join(kept.split())


@cache
def _glyphs() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())


def _colour(name: str) -> str:
    return LIGHT.get(name, name)
