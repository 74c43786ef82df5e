"""Bars as inline SVG that stretches with the page: a mark, its interval, and everybody in grey.

Positions are percentages, so that nothing is distorted from a phone to A4. Colours come from the
page's style sheet by class (`s1` … `s8`), so that dark mode and print can choose their own.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from use_cases.reporting.suppression import Kind
from use_cases.reporting.values import Estimate, Row

PICTURE_SEGMENTS_MAX = 6

SEGMENT_COLOURS = (
    "#E69F00",
    "#0072B2",
    "#009E73",
    "#CC79A7",
    "#D55E00",
    "#56B4E9",
    "#F0E442",
    "#000000",
)
"""The Okabe-Ito colours in the order of segment numbers; the ninth segment starts anew."""

_TOP, _BAR, _HEIGHT = 5, 14, 24
_MIDDLE = _TOP + _BAR // 2


def colour_class(number: int) -> str:
    """The style class of the segment of that number."""
    return f"s{(number - 1) % len(SEGMENT_COLOURS) + 1}"


@dataclass(frozen=True, slots=True)
class Axis:
    """What the left and the right end of a bar stand for."""

    low: float = 0.0
    high: float = 1.0

    def at(self, value: float) -> str:
        """The place of a value, as a percentage of the width."""
        span = (self.high - self.low) or 1.0
        return f"{100 * min(max((value - self.low) / span, 0.0), 1.0):.1f}%"


def axis_of(row: Row) -> Axis:
    """Shares run from 0 to 1, scales between their ends, other numbers up to the highest seen."""
    if row.is_share:
        return Axis()
    highs = [e.high for e in (row.everybody, *(c.estimate for c in row.cells)) if e.high]
    low = row.low if row.low is not None else 0.0
    return Axis(low, row.high if row.high is not None else max([*highs, low + 1.0]))


def bar(
    here: Estimate, axis: Axis, style: str, alt: str, everybody: Estimate | None = None
) -> Markup:
    """One horizontal bar; an empty track where the figure may not be told."""
    marks = [_rect("track", "0", "100%")]
    if here.value is not None:
        marks.append(_rect(f"mark {style}", "0", axis.at(here.value)))
        if here.kind is Kind.AT_LEAST:
            left = axis.at(here.value)
            marks.append(_rect(f"mark open {style}", left, f"{100 - float(left[:-1]):.1f}%"))
    if everybody is not None and everybody.value is not None:
        at = axis.at(everybody.value)
        marks += [_line("all-halo", at, 0, _HEIGHT), _line("all", at, 1, _HEIGHT - 1)]
    if here.low is not None and here.high is not None:
        marks += _whisker(axis.at(here.low), axis.at(here.high))
    inside = Markup("").join(marks)
    return Markup(
        '<svg class="bar" role="img" aria-label="{}" width="100%" height="{}">{}</svg>'
    ).format(escape(alt), _HEIGHT, inside)


def _rect(style: str, x: str, width: str) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
        style, x, _TOP, width, _BAR
    )


def _line(style: str, x: str, top: int, bottom: int) -> Markup:
    return Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
        style, x, x, top, bottom
    )


def _whisker(low: str, high: str) -> list[Markup]:
    """The interval: a halo first, so that it is seen on any colour."""
    span = Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    ends = (_MIDDLE - 4, _MIDDLE + 4)
    drawn = [span.format(style, low, high, _MIDDLE, _MIDDLE) for style in ("halo", "whisker")]
    return [*drawn, _line("whisker", low, *ends), _line("whisker", high, *ends)]
