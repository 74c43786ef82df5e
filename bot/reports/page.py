"""What stands where on the HTML page: strings and pictures, ready for the template."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.reports.charts import PICTURE_SEGMENTS_MAX, Axis, axis_of, bar, colour_class
from bot.reports.illustrated import PersonaCard, persona_cards, pictures, statements
from bot.reports.moves import MovesTable, moves_table
from bot.reports.sentences import Sentences
from bot.reports.success import figures_listed, figures_note
from bot.reports.table import TableLine, table_lines
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.values import (
    Estimate,
    MessageReport,
    Row,
    RuleReport,
    SchemeReport,
    SegmentReport,
)

CONTRASTS_MAX = 4  # Lines of the picture that compares all segments.
OVERVIEW_MAX = 8  # Lines of the picture of everybody, where there are no segments.


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar with the words beside it."""

    label: str
    value: str
    note: str = ""
    colour: str = ""
    picture: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One line of the profile with a bar for each segment."""

    label: str
    everybody: str
    bars: list[Bar]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything about one segment."""

    number: int
    colour: str
    name: str
    title: str
    size: str
    share: str
    more: list[Bar]
    less: list[Bar]
    asks: bool  # Whether anybody was asked for words of their own.
    quotes: list[tuple[str, str]]
    points: str
    messages: list[tuple[str, str, list[str]]]
    persona: PersonaCard | None = None
    success: list[tuple[str, str]]
    success_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemePage:
    """One scheme from verdict to method."""

    title: str
    asks: bool  # Whether it rests on answers: what people did leaves nobody undecided.
    count: str
    verdict: str
    caveats: list[str]
    goals_title: str
    goals: list[str]
    checks_title: str
    checks: list[tuple[str, str]]
    sizes_title: str
    sizes: list[Bar]
    in_table: str
    short: str
    contrast_title: str
    contrasts: list[Contrast]
    overview: list[Bar]
    cards: list[Card]
    columns: list[tuple[str, str]]  # Colour and name.
    table: list[TableLine]
    moves: MovesTable | None
    untold: str
    facts: list[tuple[str, str]]
    tried: list[tuple[str, str, str, str]]
    pictures: list[Markup]
    statements: list[tuple[str, list[tuple[str, str]]]]


class PageBuilder:
    """Lays out one scheme."""

    def __init__(
        self, says: Sentences, scheme: SchemeReport, drawn: Illustration | None = None
    ) -> None:
        self.says, self.scheme = says, scheme
        self.drawn = drawn or Illustration()
        self.words, self.numbers = says.words, says.numbers
        self.names = says.names(scheme)
        order = sorted(range(len(scheme.segments)), key=lambda i: -scheme.segments[i].size.value)
        self.pictured = sorted(order[:PICTURE_SEGMENTS_MAX])
        self.personas = persona_cards(self.drawn, self.names, self.words)

    def page(self) -> SchemePage:
        """The scheme, laid out."""
        scheme = self.scheme
        hidden = len(scheme.segments) - len(self.pictured)
        ranked = self._widest()
        return SchemePage(
            title=self.says.scheme_title(scheme.grounds),
            asks=scheme.grounds.doings is None,
            count=self.words("report-segments-count", count=len(scheme.segments)),
            verdict=self.says.verdict(scheme),
            caveats=self.says.caveats(scheme),
            goals_title=self.words("goals-title"),
            goals=self.says.goals(scheme),
            checks_title=self.words("check-title"),
            checks=self.says.checks(scheme),
            sizes_title=self.says.sizes_title(scheme, self.names),
            sizes=self._sizes(),
            short=self.says.short(scheme),
            in_table=self.words("report-in-table", count=hidden) if hidden else "",
            contrast_title=(
                self.says.contrast_title(scheme, ranked[0], self.names) if ranked else ""
            ),
            contrasts=[self._contrast(row) for row in ranked],
            overview=[] if scheme.segments else self._overview(),
            cards=[self._card(place, s) for place, s in enumerate(scheme.segments)],
            columns=[(colour_class(s.number), self.names[s.number]) for s in scheme.segments],
            table=table_lines(self.says, scheme),
            moves=moves_table(self.says, scheme.moves, self.names),
            untold=self.says.untold(scheme),
            facts=self.says.facts(scheme),
            tried=self.says.tried(scheme),
            pictures=pictures(self.drawn, self.names, self.words),
            statements=statements(self.drawn, self.names, self.words),
        )

    def _sizes(self) -> list[Bar]:
        """A bar for each segment, and a grey one for the undecided."""
        segments = [self.scheme.segments[place] for place in self.pictured]
        bars = [
            self._size_bar(self.names[s.number], self.says.size(s), s.share, colour_class(s.number))
            for s in segments
        ]
        undecided, share = self.scheme.undecided, self.scheme.undecided_share
        if bars and undecided.value:
            name = self.words("report-undecided")
            people = self.says.people(undecided)
            bars.append(self._size_bar(name, people, share, "everybody"))
        return bars

    def _size_bar(self, name: str, size: str, share: Estimate, colour: str) -> Bar:
        """The whole track is everybody, so that a third looks like a third."""
        return Bar(
            label=name,
            value=self.numbers.estimate(share),
            note=size,
            colour=colour,
            picture=bar(share, Axis(), colour, self._alt(name, share)),
        )

    def _alt(
        self, label: str, here: Estimate, row: Row | None = None, everybody: Estimate | None = None
    ) -> str:
        """The picture in words."""
        if here.value is None or here.low is None or here.high is None:
            return self.words("report-bar-alt-hidden", label=label)
        facts = {
            "label": label,
            "here": self.numbers.estimate(here, row),
            "low": self.numbers.value(here.low, row),
            "high": self.numbers.value(here.high, row),
        }
        if everybody is None or everybody.value is None:
            return self.words.say("report-bar-alt-plain", facts)
        facts["everybody"] = self.numbers.estimate(everybody, row)
        return self.words.say("report-bar-alt", facts)

    def _widest(self) -> list[Row]:
        """The lines on which the segments differ most."""
        ranked = sorted((-_spread(row), place) for place, row in enumerate(self.scheme.rows))
        return [self.scheme.rows[place] for spread, place in ranked[:CONTRASTS_MAX] if spread < 0]

    def _contrast(self, row: Row) -> Contrast:
        return Contrast(
            label=self.says.label(row),
            everybody=self.numbers.estimate(row.everybody, row),
            bars=[self._segment_bar(row, place) for place in self.pictured],
        )

    def _segment_bar(self, row: Row, place: int) -> Bar:
        segment, cell = self.scheme.segments[place], row.cells[place]
        name, colour = self.names[segment.number], colour_class(segment.number)
        alt = self._alt(f"{name} · {self.says.label(row)}", cell.estimate, row, row.everybody)
        return Bar(
            label=name,
            value=self.numbers.estimate(cell.estimate, row),
            note=self.numbers.difference(cell, row),
            colour=colour,
            picture=bar(cell.estimate, axis_of(row), colour, alt, row.everybody),
        )

    def _overview(self) -> list[Bar]:
        """What everybody says, the commonest first; means after shares."""
        rows = [row for row in self.scheme.rows if row.everybody.value is not None]
        rows.sort(key=lambda row: (not row.is_share, -(row.everybody.value or 0.0)))
        return [
            Bar(
                label=self.says.label_with_unit(row),
                value=self.numbers.estimate(row.everybody, row),
                picture=bar(
                    row.everybody,
                    axis_of(row),
                    "everybody",
                    self._alt(self.says.label(row), row.everybody, row),
                ),
            )
            for row in rows[:OVERVIEW_MAX]
        ]

    def _card(self, place: int, segment: SegmentReport) -> Card:
        name = self.names[segment.number]
        points = self.numbers.count(segment.points)
        return Card(
            number=segment.number,
            colour=colour_class(segment.number),
            name=name,
            title=self.says.card_title(self.scheme, segment, name),
            size=self.says.size(segment),
            share=self.numbers.estimate(segment.share),
            more=self._marked(segment.more, place),
            less=self._marked(segment.less, place),
            asks=self.scheme.grounds.doings is None,
            quotes=[(self.says.text(quote.question), quote.words) for quote in segment.quotes],
            points=self.words("report-points-members", points=points),
            messages=letters_told(segment, self.says),
            persona=self.personas.get(segment.number),
            success=figures_listed(segment.success, self.numbers),
            success_note=figures_note(segment.success, self.words),
        )

    def _marked(self, rows: Sequence[int], place: int) -> list[Bar]:
        """Bars of one segment, labelled by what they are about."""
        marked = []
        for row in (self.scheme.rows[index] for index in rows):
            drawn = self._segment_bar(row, place)
            everybody = self.numbers.estimate(row.everybody, row)
            against = self.words("report-against-all", everybody=everybody)
            note = f"{drawn.note} · {against}"
            marked.append(replace(drawn, label=self.says.label(row), note=note, colour=""))
        return marked


def letters_told(
    segment: SegmentReport | RuleReport, says: Sentences
) -> list[tuple[str, str, list[str]]]:
    """When, what, and how it ended, for each message to the segment."""
    outcomes = says.outcome(segment)
    return [
        (_occasion(message, says), message.words, outcome)
        for message, outcome in zip(segment.messages, outcomes, strict=True)
    ]


def _occasion(message: MessageReport, says: Sentences) -> str:
    day = says.numbers.date(message.sent_at) if message.sent_at else ""
    each = says.words("report-points-each", points=message.points) if message.points else ""
    return " · ".join(part for part in (day, each) if part)


def _spread(row: Row) -> float:
    """How far apart the segments lie on a line, in units that shares and means share."""
    values = [cell.estimate.value for cell in row.cells if cell.estimate.value is not None]
    if len(values) < 2:
        return 0.0
    unit = 0.5 if row.is_share else (row.spread or 0.0)
    return (max(values) - min(values)) / unit if unit else 0.0
