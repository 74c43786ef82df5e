"""Scenes as SVG, to stand in an HTML page: nothing to download, values on hover, tap or focus."""

from collections.abc import Sequence
from zlib import crc32

from markupsafe import Markup

from bot.drawing.lettering import wrapped
from bot.drawing.scene import (
    MARGIN,
    Ellipse,
    Hit,
    Label,
    Mark,
    Path,
    Placed,
    Rect,
    Scene,
    paragraph,
)

TIP_LINES, TIP_SIZE = 4, 12.0
BELOW_LINES = 7  # Over the picture itself there is room.
TIP_HEIGHT = 1.32 * TIP_SIZE * TIP_LINES + 8


def svg(scene: Scene, style: str = "scene") -> Markup:
    """The picture; it stretches with the page.

    Where marks tell something, a strip below is kept for it, shown when they are pointed at or
    tapped, or reached with the keyboard. No script: the style sheet does it.
    """
    hits = [each for each in scene.marks if isinstance(each, Hit)]
    strip = any(each.below is None for each in hits)
    height = scene.height + (TIP_HEIGHT if strip else 0)
    name = f"{crc32(scene.alt.encode()):x}"  # Another picture on the page has another one.
    inside = [
        _hit(each, scene, f"{name}-{place}") if isinstance(each, Hit) else _mark(each)
        for place, each in enumerate(scene.marks)
    ]
    return Markup('<svg class="{}" role="{}" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        style,
        "group" if hits else "img",
        scene.alt,
        _n(scene.width),
        _n(height),
        Markup("").join(inside),
    )


def _hit(hit: Hit, scene: Scene, id_: str) -> Markup:
    """Its words stand there once: in the strip, by which it is named for who does not see it."""
    inside = Markup("").join(map(_mark, hit.marks))
    most = TIP_LINES if hit.below is None else BELOW_LINES
    lines = wrapped(hit.says, TIP_SIZE, scene.width - 2 * MARGIN, most) if hit.says else []
    whole = " ".join(lines) == hit.says
    named = Markup('aria-labelledby="{}"').format(id_)
    if not whole:
        named = Markup('aria-label="{}"').format(hit.says)
    tip = _tip(scene, lines, hit.below or scene.height, id_)
    return Markup('<g class="hit" tabindex="0" role="img" {}>{}{}</g>').format(named, inside, tip)


def _tip(scene: Scene, lines: Sequence[str], top: float, id_: str) -> Markup:
    """Words in a strip on its own ground; blanks between lines keep words apart for ears."""
    labels, end = paragraph(MARGIN, top + 2, lines, TIP_SIZE)
    height = TIP_HEIGHT if top >= scene.height else end - top + 6
    ground = _mark(Rect(0, top, scene.width, height, "paper"))
    spans = (
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(_n(each.x), _n(each.y), each.text)
        for each in labels
    )
    return Markup('<g class="tip">{}<text id="{}">{}</text></g>').format(
        ground, id_, Markup(" ").join(spans)
    )


def _mark(mark: Mark) -> Markup:
    match mark:
        case Rect():
            round_ = Markup(' rx="{}"').format(_n(mark.radius)) if mark.radius else Markup()
            return Markup('<rect x="{}" y="{}" width="{}" height="{}"{}{}{}/>').format(
                _n(mark.x), _n(mark.y), _n(mark.width), _n(mark.height), round_,
                _fill(mark.fill, mark.opacity), _stroke(mark.stroke, 1.0),
            )  # fmt: skip
        case Ellipse():
            return Markup('<ellipse cx="{}" cy="{}" rx="{}" ry="{}"{}{}/>').format(
                _n(mark.x), _n(mark.y), _n(mark.rx), _n(mark.ry),
                _fill(mark.fill, mark.opacity), _stroke(mark.stroke, mark.thickness),
            )  # fmt: skip
        case Path():
            steps = " ".join(
                " ".join(each if isinstance(each, str) else _n(each) for each in step)
                for step in mark.steps
            )
            dashes = Markup(' stroke-dasharray="4 3"') if mark.dashed else Markup()
            return Markup('<path d="{}" stroke-linecap="round"{}{}{}/>').format(
                steps, _fill(mark.fill, mark.opacity),
                _stroke(mark.stroke, mark.thickness), dashes,
            )  # fmt: skip
        case Label():
            weight = Markup(' font-weight="700"') if mark.bold else Markup()
            slant = Markup(' font-style="italic"') if mark.italic else Markup()
            side = mark.anchor
            anchor = Markup(' text-anchor="{}"').format(side) if side != "start" else Markup()
            return Markup('<text x="{}" y="{}" font-size="{}"{}{}{}{}>{}</text>').format(
                _n(mark.x), _n(mark.y), _n(mark.size), anchor,
                _fill(mark.fill, 1.0), weight, slant, mark.text,
            )  # fmt: skip
        case Placed():
            inside = Markup("").join(_mark(each) for each in mark.scene.marks
                                     if not isinstance(each, Hit))  # fmt: skip
            return Markup('<g transform="translate({} {}) scale({})">{}</g>').format(
                _n(mark.x), _n(mark.y), f"{mark.scale:.4g}", inside
            )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _colour(name: str) -> str:
    return name if name.startswith("#") else f"var(--{name})"


def _fill(colour: str, opacity: float) -> Markup:
    if not colour:
        return Markup(' fill="none"')
    clear = Markup(' fill-opacity="{}"').format(f"{opacity:.3g}") if opacity < 1 else Markup()
    return Markup(' fill="{}"{}').format(_colour(colour), clear)


def _stroke(colour: str, thickness: float) -> Markup:
    if not colour:
        return Markup()
    return Markup(' stroke="{}" stroke-width="{}"').format(_colour(colour), _n(thickness))
