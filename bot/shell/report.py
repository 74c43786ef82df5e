"""report.html of a run from the shell: sizes, what sets each segment apart, the numbers tried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.drawing.heat import Cell, HeatRow, heat_map, strongest
from bot.drawing.opinions import Spot, opinion_map
from bot.drawing.parts import Named
from bot.drawing.scene import Scene
from bot.drawing.stability import stability
from bot.drawing.svg import svg
from bot.reports.charts import SEGMENT_COLOURS, Axis, bar, colour_class
from bot.reports.html import TEMPLATES
from bot.reports.numbers import Numbers
from bot.shell.describing import STYLES, Described
from bot.shell.doing import Done, people_words, verdict_text
from bot.words import Words
from segmentation.model import FeatureKind
from segmentation.profile.common import CommonGround
from segmentation.profile.descriptors import Description
from segmentation.profile.measures import markers
from segmentation.run import Marker, Measure, Segment, SegmentationRun
from segmentation.sheets.kinds import ColumnKind
from segmentation.themes.values import Themes
from segmentation.votes.statements import Statement
from surveys.field.rates import wilson
from use_cases.reporting.suppression import Kind
from use_cases.reporting.values import Estimate

_MORE, _LESS = "0 114 178", "213 94 0"  # blue and vermilion, told apart by everybody
_STRONG_EFFECT = 1.0
OTHERS = 5  # descriptors on a card
HEAT_ROWS = 30  # of the picture; the table below it has all
_GROUND_MAX = 0.45  # of a heat map's ground, so that words on it stay readable

_STYLES = dict(
    zip(STYLES, ("page-style-level", "page-style-spread", "page-style-extreme"), strict=True)
)

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


@dataclass(frozen=True, slots=True)
class Extras:
    """What the page says beside the run itself."""

    described: Described
    common: Sequence[CommonGround] = ()
    statements: Mapping[int, Sequence[Statement]] = field(default_factory=dict)
    agreed: Sequence[Statement] = ()
    themes: Mapping[str, Themes] = field(default_factory=dict)  # Of open answers, by column.
    spots: Sequence[Spot] = ()  # Of votes: where everybody stands on the map of opinions.


def write_report(
    run: SegmentationRun,
    title: str,
    kinds: Mapping[str, ColumnKind],
    extras: Extras,
    language: str = "en",
) -> str:
    """The page; whatever stands in it from the file of answers is escaped."""
    return Writer(run, extras, language).page(title, kinds)


class Writer:
    """Writes the parts of the page for one run in one language."""

    def __init__(self, run: SegmentationRun, extras: Extras, language: str) -> None:
        self.run = run
        self.extras = extras
        self.words = Words(language)
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
        run, numbers, words = self.run, self.numbers, self.words
        done = Done(run, self.extras.described, words)
        cards = [self._card(s) for s in run.segments]
        return _pages.get_template("segments.html").render(
            language=words.language,
            words=words,
            title=title,
            verdict=verdict_text(run, words.language),
            headline=[
                (numbers.plain(run.people), words("page-people-label")),
                (str(run.chosen), words("page-segments-label", count=run.chosen)),
                (numbers.plain(run.undecided), words("page-undecided-label")),
            ],
            sizes=[self._size(s) for s in run.segments],
            cards=cards,
            described=any(card["others"] for card in cards),
            styles=any(line.item in _STYLES for line in self.extras.described.telling),
            common=self._common(),
            columns=[(colour_class(s.id), self._name(s)) for s in run.segments],
            table=self._table(),
            opinions=self._opinions(),
            heat=self._heat(),
            stability=_drawn(stability(run.evidence, run.chosen, words)),
            tried=[done.tried(e) for e in run.evidence],
            tried_columns=done.tried_columns(),
            facts=[*done.facts(), *self._themes()],
            kinds=_by_kind(kinds),
            colours=list(enumerate(SEGMENT_COLOURS, start=1)),
        )

    def _themes(self) -> list[tuple[str, str]]:
        """Themes of open answers, each with its share, and that these very answers made them."""
        return [
            (
                self.words("page-fact-themes", item=column),
                self.words("page-themes", themes="; ".join(self._shares(themes))),
            )
            for column, themes in self.extras.themes.items()
        ]

    def _shares(self, themes: Themes) -> list[str]:
        """Each theme with the share of those who spoke of it and its interval (Wilson)."""
        told, percent = [], self.numbers.percent
        for theme in themes.themes:
            low, high = wilson(theme.people, themes.answered)
            share = percent(theme.people / themes.answered)
            told.append(f"{theme.name} {share} ({percent(low)} … {percent(high)})")
        return told

    def _name(self, segment: Segment) -> str:
        return self.words("page-segment", number=segment.id)

    def _size(self, segment: Segment) -> Bar:
        everybody = sum(s.size for s in self.run.segments)
        low, high = wilson(segment.share * everybody, everybody)
        share, note = self.numbers.percent(segment.share), people_words(segment.size, self.words)
        alt = f"{self._name(segment)}: {share}, {note}"
        told = Estimate(Kind.EXACT, segment.share, low, high)
        colour = colour_class(segment.id)
        return Bar(self._name(segment), share, note, bar(told, Axis(), colour, alt), colour)

    def _card(self, segment: Segment) -> dict[str, object]:
        lines = self._lines(segment)
        more, less = ((), ()) if self.extras.statements else markers(lines)
        stability = ""
        if segment.stability is not None:
            value = self.numbers.plain(segment.stability, 2)
            stability = self.words("page-found-again", value=value)
        decided = self.numbers.plain(segment.decided)
        return {
            "colour": colour_class(segment.id),
            "name": self._name(segment),
            "share": self.numbers.percent(segment.share),
            "size": self.words(
                "page-size-surely", people=people_words(segment.size, self.words), decided=decided
            ),
            "more": self._bars(segment, lines, more),
            "less": self._bars(segment, lines, less),
            "statements": self._said(self.extras.statements.get(segment.id, ())),
            "others": [self._describing(line) for line in self._others(segment)],
            "stability": stability,
        }

    def _said(self, statements: Sequence[Statement]) -> list[tuple[str, str]]:
        percent = self.numbers.percent
        return [
            (
                s.item,
                self.words(
                    "page-agrees" if s.agree else "page-disagrees",
                    share=percent(s.share),
                    others=percent(s.others),
                ),
            )
            for s in statements
        ]

    def _others(self, segment: Segment) -> Sequence[Description]:
        """What else tells of the segment; styles of answering, read off the same answers, last."""
        lines = [line for line in self.extras.described.telling if line.segment == segment.id]
        return sorted(lines, key=lambda line: line.item in _STYLES)[:OTHERS]

    def _describing(self, line: Description) -> tuple[str, str]:
        """One descriptor: the segment against everybody, and the interval of the difference."""
        numbers = self.numbers

        def shown(value: float) -> str:
            return numbers.plain(value, 1) if line.option is None else numbers.percent(value)

        unit = 1.0 if line.option is None else 100.0
        low, high = (
            numbers.signed(unit * edge, int(unit == 1.0)) for edge in (line.low, line.high)
        )
        told = self.words("page-against", value=shown(line.value), everybody=shown(line.everybody))
        if line.item in _STYLES:
            name, digits = self.words(_STYLES[line.item]), 2
            told = self.words(
                "page-against",
                value=numbers.plain(line.value, digits),
                everybody=numbers.plain(line.everybody, digits),
            )
            low, high = (numbers.signed(edge, digits) for edge in (line.low, line.high))
            return name, f"{told} ({low} … {high})"
        name = line.item if line.option in {None, "yes"} else f"{line.item}: {line.option}"
        return name, f"{told} ({low} … {high})"

    def _common(self) -> list[tuple[str, str]]:
        found = [
            (
                g.item if g.option == "yes" else f"{g.item}: {g.option}",
                self.words("page-common-note", least=self.numbers.percent(g.least)),
            )
            for g in self.extras.common
        ]
        return self._said(self.extras.agreed) or found

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
        alt = f"{self._label(m)}: {value}; {self.words('page-everybody', value=everybody)}"
        here = Estimate(Kind.EXACT, m.segment, m.everybody + m.low, m.everybody + m.high)
        all_ = Estimate(Kind.EXACT, m.everybody)
        picture = bar(here, axis, colour_class(segment.id), alt, all_)
        note = self.words("page-everybody", value=everybody)
        return Bar(self._label(m), value, note, picture)

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
                "label": self._label(line[0]),
                "everybody": self._value(line[0], line[0].everybody),
                "cells": [(self._value(m, m.segment), _ground(m.effect)) for m in line],
            }
            for line in zip(*columns, strict=True)
        ]

    def _heat(self) -> Markup:
        """The lines on which segments differ most, with what each cell tells."""
        columns = [self._lines(segment) for segment in self.run.segments]
        rows = [
            HeatRow(
                label=self._label(line[0]),
                everybody=self._value(line[0], line[0].everybody),
                cells=tuple(
                    Cell(self._value(m, m.segment), m.effect, self._cell_words(s, m))
                    for s, m in zip(self.run.segments, line, strict=True)
                ),
            )
            for line in zip(*columns, strict=True)
        ]
        if len(self.run.segments) < 2 or self.extras.statements:
            return Markup()
        named = [Named(s.id, self._name(s)) for s in self.run.segments]
        told = self.words("picture-strongest"), self.words("picture-tap")
        return svg(heat_map(strongest(rows, HEAT_ROWS), named, *told, self.words("picture-all")))

    def _cell_words(self, segment: Segment, m: Measure) -> str:
        everybody = self.words("page-everybody", value=self._value(m, m.everybody))
        unit, digits = (1.0, 1) if m.option is None else (100.0, 0)
        edges = (self.numbers.signed(unit * edge, digits) for edge in (m.low, m.high))
        value = self._value(m, m.segment)
        return (
            f"{self._name(segment)} · {self._label(m)}: {value}; {everybody} ({' … '.join(edges)})"
        )

    def _opinions(self) -> Markup:
        """The map of votes; a group tells its size and the statement that it most stands for."""
        says = {}
        for segment in self.run.segments:
            told = self._said(self.extras.statements.get(segment.id, ())[:1])
            first = "; ".join(f"{item}: {how}" for item, how in told)
            size = people_words(segment.size, self.words)
            says[segment.id] = " · ".join(filter(None, (self._name(segment), size, first)))
        named = [Named(s.id, self._name(s)) for s in self.run.segments]
        title, note = self.words("picture-opinions"), self.words("picture-opinions-note")
        return _drawn(opinion_map(self.extras.spots, named, says, title, note))

    def _label(self, m: Measure) -> str:
        if m.option is None:
            return self.words("page-mean", item=str(m.item))
        return m.item if m.option == "yes" else f"{m.item}: {m.option}"


def _drawn(scene: Scene | None) -> Markup:
    return svg(scene) if scene is not None else Markup()


def _by_kind(kinds: Mapping[str, ColumnKind]) -> list[tuple[str, str]]:
    return [
        (kind.value, ", ".join(name for name, its in kinds.items() if its is kind))
        for kind in dict.fromkeys(kinds.values())
    ]


def _ground(effect: float) -> str:
    """The ground of a heat map's cell: blue above everybody, vermilion below."""
    strength = min(abs(effect) / _STRONG_EFFECT, 1.0) * _GROUND_MAX
    return f"rgb({_MORE if effect > 0 else _LESS} / {strength:.2f})"
