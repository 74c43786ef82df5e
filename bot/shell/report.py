"""report.html of a run from the shell: sizes, what sets each segment apart, the numbers tried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.reports.charts import SEGMENT_COLOURS, Axis, bar, colour_class
from bot.reports.html import TEMPLATES
from bot.reports.numbers import Numbers
from bot.words import Words
from segmentation.model import FeatureKind
from segmentation.profile import NORMAL_95, markers
from segmentation.run import Evidence, Marker, Measure, Segment, SegmentationRun, Verdict
from segmentation.sheet_kinds import ColumnKind
from segmentation.values import EXPLORATORY_BELOW
from use_cases.report_values import Estimate
from use_cases.suppression import Kind

_MORE, _LESS = "0 114 178", "213 94 0"  # blue and vermilion, told apart by everybody
_STRONG_EFFECT = 1.0
_GROUND_MAX = 0.45  # of a heat map's ground, so that words on it stay readable

_SENTENCES = {
    Verdict.NATURAL: "natural",
    Verdict.REPRODUCIBLE: "reproducible",
    Verdict.CONSTRUCTIVE: "constructive",
    Verdict.LEVEL_ONLY: "level",
    Verdict.NONE: "none",
}

_pages = Environment(
    loader=FileSystemLoader([Path(__file__).parent / "templates", TEMPLATES]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row with a bar, as the templates of reports show it."""

    label: str
    value: str
    note: str
    picture: Markup
    colour: str = ""


def verdict_text(run: SegmentationRun) -> str:
    """What the segments are worth, in one or two sentences."""
    if run.verdict is Verdict.TOO_FEW:
        return (
            f"{run.placed} people answered, fewer than the {run.recipe.people_min} "
            "that segments need."
        )
    words = Words("en")
    said = words(f"report-verdict-{_SENTENCES[run.verdict]}", count=run.chosen)
    if run.exploratory and run.segments:
        said += " " + words("report-exploratory", below=EXPLORATORY_BELOW)
    if run.below_floor:
        said += " " + words("report-below-floor")
    return said


def write_report(run: SegmentationRun, title: str, kinds: Mapping[str, ColumnKind]) -> str:
    """The page; whatever stands in it from the file of answers is escaped."""
    return Writer(run).page(title, kinds)


class Writer:
    """Writes the parts of the page for one run."""

    def __init__(self, run: SegmentationRun) -> None:
        self.run = run
        self.words = Words("en")
        self.numbers = Numbers(self.words)
        columns = run.model.columns if run.model else ()
        features = [column.feature for column in columns]
        self.axes = {f.item: Axis(f.low, f.high) for f in features if f.kind is FeatureKind.ORDINAL}
        self.shown = {
            f.item: f.levels[-1]
            for f in features
            if f.kind is FeatureKind.BINARY and f.option is None
        }

    def page(self, title: str, kinds: Mapping[str, ColumnKind]) -> str:
        """The whole page."""
        run, numbers = self.run, self.numbers
        return _pages.get_template("segments.html").render(
            language="en",
            title=title,
            verdict=verdict_text(run),
            headline=[
                (numbers.plain(run.people), "people"),
                (str(run.chosen), "segment" if run.chosen == 1 else "segments"),
                (numbers.plain(run.undecided), "undecided"),
            ],
            sizes=[self._size(s) for s in run.segments],
            cards=[self._card(s) for s in run.segments],
            columns=[(colour_class(s.id), f"Segment {s.id}") for s in run.segments],
            table=self._table(),
            stability=[self._stable(e) for e in run.evidence if e.stability is not None],
            tried=[self._tried(e) for e in run.evidence],
            facts=self._facts(),
            kinds=_by_kind(kinds),
            colours=list(enumerate(SEGMENT_COLOURS, start=1)),
        )

    def _size(self, segment: Segment) -> Bar:
        low, high = _wilson(segment.share, sum(s.size for s in self.run.segments))
        share = self.numbers.percent(segment.share)
        note = f"{self.numbers.plain(segment.size)} people"
        alt = f"Segment {segment.id}: {share}, {note}"
        told = Estimate(Kind.EXACT, segment.share, low, high)
        colour = colour_class(segment.id)
        return Bar(f"Segment {segment.id}", share, note, bar(told, Axis(), colour, alt), colour)

    def _card(self, segment: Segment) -> dict[str, object]:
        lines = self._lines(segment)
        more, less = markers(lines)
        stability = ""
        if segment.stability is not None:
            stability = f"Found again in other samples: {self.numbers.plain(segment.stability, 2)}"
        return {
            "colour": colour_class(segment.id),
            "name": f"Segment {segment.id}",
            "share": self.numbers.percent(segment.share),
            "size": f"{self.numbers.plain(segment.size)} people, "
            f"{self.numbers.plain(segment.decided)} of them surely",
            "more": self._bars(segment, lines, more),
            "less": self._bars(segment, lines, less),
            "stability": stability,
        }

    def _lines(self, segment: Segment) -> list[Measure]:
        """The profile with one line for a question of two answers."""
        return [m for m in segment.profile if self.shown.get(m.item, m.option) == m.option]

    def _bars(
        self, segment: Segment, lines: Sequence[Measure], marks: Sequence[Marker]
    ) -> list[Bar]:
        by_name = {(m.item, m.option): m for m in lines}
        return [self._bar(segment, by_name[mark.item, mark.option]) for mark in marks]

    def _bar(self, segment: Segment, m: Measure) -> Bar:
        axis = Axis() if m.option is not None else self.axes.get(m.item) or self._span(m)
        value, everybody = self._value(m, m.segment), self._value(m, m.everybody)
        alt = f"{_label(m)}: {value}; everybody: {everybody}"
        here = Estimate(Kind.EXACT, m.segment, m.everybody + m.low, m.everybody + m.high)
        all_ = Estimate(Kind.EXACT, m.everybody)
        picture = bar(here, axis, colour_class(segment.id), alt, all_)
        return Bar(_label(m), value, f"everybody {everybody}", picture)

    def _span(self, m: Measure) -> Axis:
        """From 0, or below, to the highest mean of any segment."""
        means = [
            line.segment
            for s in self.run.segments
            for line in s.profile
            if line.item == m.item and line.option is None
        ]
        return Axis(min(0.0, *means, m.everybody), max(*means, m.everybody))

    def _value(self, m: Measure, value: float) -> str:
        return self.numbers.plain(value, 1) if m.option is None else self.numbers.percent(value)

    def _table(self) -> list[dict[str, object]]:
        if not self.run.segments:
            return []
        columns = [self._lines(segment) for segment in self.run.segments]
        return [
            {
                "label": _label(line[0]),
                "everybody": self._value(line[0], line[0].everybody),
                "cells": [(self._value(m, m.segment), _ground(m.effect)) for m in line],
            }
            for line in zip(*columns, strict=True)
        ]

    def _stable(self, e: Evidence) -> Bar:
        """Stability with its quartiles, and the most that answers without segments reach."""
        value = self.numbers.plain(e.stability or 0.0, 2)
        null = max(e.null_independent or 0.0, e.null_level or 0.0)
        label, note = f"{e.segments} segments", e.verdict.value if e.verdict else ""
        alt = f"{label}: {value}; shuffled answers: {self.numbers.plain(null, 2)}"
        here = Estimate(Kind.EXACT, e.stability, e.stability_low, e.stability_high)
        chosen = "everybody" if e.segments != self.run.chosen else "chosen"
        return Bar(label, value, note, bar(here, Axis(), chosen, alt, Estimate(Kind.EXACT, null)))

    def _tried(self, e: Evidence) -> list[str]:
        numbers = self.numbers

        def two(value: float | None) -> str:
            return "" if value is None else numbers.plain(value, 2)

        stable = two(e.stability)
        if e.stability_low is not None and e.stability_high is not None:
            stable += f" ({two(e.stability_low)}–{two(e.stability_high)})"
        return [
            str(e.segments),
            e.verdict.value if e.verdict else "",
            numbers.plain(e.log_likelihood, 1),
            numbers.plain(e.bic, 1),
            stable,
            two(e.partition_stability),
            two(e.null_independent),
            two(e.null_level),
            two(e.tightness),
            "" if e.eta2 is None else numbers.percent(e.eta2),
            numbers.plain(e.smallest),
            f"{e.starts_at_best} of {e.starts}",
        ]

    def _facts(self) -> list[tuple[str, str]]:
        run = self.run
        floor = self.numbers.plain(run.recipe.floor(run.placed))
        return [
            ("People who answered anything", self.numbers.plain(run.placed)),
            ("Method", self.words(f"report-method-{run.recipe.method}")),
            (
                "Number of segments",
                "chosen by the answers" if run.recipe.segments is None else "set",
            ),
            ("Smallest segment allowed", f"{floor} people"),
            ("Undecided below a probability of", self.numbers.plain(run.recipe.undecided_below, 2)),
            ("Starts of each fit, pairs of samples", f"{run.recipe.starts}, {run.recipe.pairs}"),
            ("Seed", str(run.recipe.seed)),
        ]


def _by_kind(kinds: Mapping[str, ColumnKind]) -> list[tuple[str, str]]:
    return [
        (kind.value, ", ".join(name for name, its in kinds.items() if its is kind))
        for kind in dict.fromkeys(kinds.values())
    ]


def _label(m: Measure) -> str:
    if m.option is None:
        return f"{m.item} (mean)"
    return m.item if m.option == "yes" else f"{m.item}: {m.option}"


def _ground(effect: float) -> str:
    """The ground of a heat map's cell: blue above everybody, vermilion below."""
    strength = min(abs(effect) / _STRONG_EFFECT, 1.0) * _GROUND_MAX
    return f"rgb({_MORE if effect > 0 else _LESS} / {strength:.2f})"


def _wilson(share: float, people: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    n, z2 = max(people, 1), NORMAL_95**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = NORMAL_95 * (share * (1 - share) / n + z2 / (4 * n * n)) ** 0.5 / (1 + z2 / n)
    return max(middle - half, 0.0), min(middle + half, 1.0)
