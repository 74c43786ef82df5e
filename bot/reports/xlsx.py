"""The segment report as a workbook: real numbers to work on, native charts, ready to print.

What may not be told is a text ("<5", "—"), so that no formula can reckon with it. People's words
are always written as text: a line that begins with "=" stays a line.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from bot.reports.figure_sheets import (
    FIGURES_WIDTHS,
    RULES_WIDTHS,
    has_figures,
    write_figures,
    write_moves,
    write_rules,
)
from bot.reports.opinion_sheet import WIDTHS, on_votes, write_opinions
from bot.reports.sentences import Sentences
from bot.reports.sheets import Figure, Sheet, Styles
from bot.reports.told import told_count, told_interval, told_value
from bot.reports.workbook_charts import add_profile_chart, add_sizes_chart
from segmentation.grounds import Grounds
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.suppression import Count
from use_cases.reporting.values import Estimate, MessageReport, ReportData, Row, SchemeReport


def write_xlsx(
    report: ReportData, language: str, drawn: Mapping[Grounds, Illustration] | None = None
) -> bytes:
    """The workbook in one of the bot's languages; of what is drawn it holds opinions by votes."""
    says = Sentences.of(report, language)
    kept = BytesIO()
    book = xlsxwriter.Workbook(
        kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {"title": says.text(report.survey.title), "created": report.made_at.replace(tzinfo=None)}
    )
    writer = _Workbook(book, says)
    writer.summary()
    for scheme in report.schemes:
        writer.scheme(scheme)
    if report.rules:
        writer.rules()
    writer.opinions(drawn or {})
    writer.quotes()
    writer.messages()
    writer.figures()
    writer.about()
    book.close()
    return kept.getvalue()


SHEET_NAME_CHARS_MAX = 31  # Excel's own limit.
NOT_IN_SHEET_NAMES = "[]:*?/\\'"


class _Workbook:
    """Writes one sheet after another."""

    def __init__(self, book: Any, says: Sentences) -> None:
        self.book, self.says = book, says
        self.report, self.words = says.report, says.words
        self.styles = Styles(book)

    def _sheet(
        self, name: str, widths: Sequence[float], *, frozen: tuple[int, int] = (0, 0)
    ) -> Sheet:
        sheet = Sheet(self.book.add_worksheet(self._free(name)), self.styles, widths, frozen)
        if self.report.simulated:
            sheet.worksheet.set_footer(f"&L{self.words('report-simulated-short')}&R&P / &N")
        else:
            sheet.worksheet.set_footer("&R&P / &N")
        return sheet

    def _free(self, name: str) -> str:
        """The name as Excel takes it: short, and like no other sheet's."""
        taken = {sheet.get_name().casefold() for sheet in self.book.worksheets()}
        name = "".join(c for c in name if c not in NOT_IN_SHEET_NAMES)
        name, number = name[:SHEET_NAME_CHARS_MAX].strip(), 1
        free = name
        while free.casefold() in taken:
            number += 1
            ending = f" {number}"
            free = name[: SHEET_NAME_CHARS_MAX - len(ending)] + ending
        return free

    def summary(self) -> None:
        """Headline numbers, and each scheme in a sentence with its sizes."""
        report, words = self.report, self.words
        sheet = self._sheet(words("sheet-summary"), (46, 14, 12, 12, 12))
        title = self.says.text(report.survey.title) or words("report-no-survey")
        sheet.line((title,), "title")
        sheet.line((words("report-made", date=self.says.numbers.date(report.made_at)),), "soft")
        if report.simulated:
            sheet.line((words("report-simulated"),), "warning")
        sheet.skip()
        for label, count in (
            ("report-answered", report.completed if report.survey.key else None),
            ("report-unfinished", report.unfinished if report.survey.key else None),
            ("report-points-given", report.points),
        ):
            if count is not None:
                sheet.line((words(label), self._count(count)), "text", "whole")
        if self.says.assisted():
            sheet.merged(self.says.assisted(), 4)
        for flag, shown in report.quality:
            said = words(f"quality-{flag.value}", shown=self.says.numbers.count(shown))
            sheet.merged(f"{words('quality-title')} {said}. {words('quality-note')}", 4)
        if weights := self.says.weights(report):
            sheet.merged(weights, 4)
        for scheme in report.schemes:
            sheet.skip()
            sheet.line((self.says.scheme_title(scheme.grounds),), "heading")
            for sentence in (self.says.verdict(scheme), *self.says.caveats(scheme)):
                sheet.merged(sentence, 4)
            if scheme.segments:
                self._sizes(sheet, scheme)
            if short := self.says.short(scheme):
                sheet.merged(short, 4)
            for goal in self.says.goals(scheme):
                sheet.merged(f"🎯 {goal}", 4)
            for mark, said in self.says.checks(scheme):
                sheet.merged(f"{mark} {said}", 4)

    def _sizes(self, sheet: Sheet, scheme: SchemeReport) -> tuple[int, int]:
        """The sizes as a table; its first and last line."""
        columns = ("segment", "people", "share", "low", "high")
        sheet.line([self.words(f"column-{column}") for column in columns], "head")
        names, first = self.says.names(scheme), sheet.row
        for s in scheme.segments:
            values = (names[s.number], self._count(s.size), *self._interval(s.share))
            sheet.line(values, "text", "whole", "percent", "percent", "percent")
        last = sheet.row - 1
        undecided = (self._count(scheme.undecided), *self._interval(scheme.undecided_share))
        label = self.words("report-undecided")
        sheet.line((label, *undecided), "soft", "whole", "percent", "percent", "percent")
        return first, last

    def scheme(self, scheme: SchemeReport) -> None:
        """Sizes and profile of one scheme with native charts."""
        name = self.says.scheme_short(scheme.grounds)
        pairs = len(scheme.segments)
        sheet = self._sheet(name, (46, 30, *([14] * max(1 + 2 * pairs, 3))), frozen=(0, 1))
        sheet.line((self.says.scheme_title(scheme.grounds),), "title")
        sheet.merged(self.says.verdict(scheme), 4)
        sheet.skip()
        if scheme.segments:
            first, last = self._sizes(sheet, scheme)
            numbers = [s.number for s in scheme.segments]
            title = self.says.sizes_title(scheme, self.says.names(scheme))
            below = add_sizes_chart(self.book, sheet, first, last, numbers, title)
            sheet.row = max(sheet.row, below)
        sheet.skip()
        write_moves(sheet, self.says, scheme)
        self._profile(sheet, scheme)

    def _profile(self, sheet: Sheet, scheme: SchemeReport) -> None:
        """Every line of the profile: everybody, then value and difference of each segment."""
        names = self.says.names(scheme)
        heads = [self.words(f"column-{c}") for c in ("question", "answer", "everybody")]
        for segment in scheme.segments:
            heads += [names[segment.number], self.words("column-difference")]
        sheet.line(heads, "head")
        first = sheet.row
        for row in scheme.rows:
            unit = "percent" if row.is_share else "mean"
            values = [self.says.question(row), self.says.option(row)]
            cells: list[Any] = [*values, self._value(row.everybody, row)]
            for cell in row.cells:
                cells += [
                    self._value(cell.estimate, row),
                    cell.difference,
                ]
            signed = "points" if row.is_share else "signed"
            sheet.line(cells, "text", "text", unit, *([unit, signed] * len(row.cells)))
        last = sheet.row - 1
        if scheme.untold:
            sheet.merged(self.says.untold(scheme), 4)
        sheet.bars(first, last, range(4, 4 + 2 * len(scheme.segments), 2))
        if scheme.segments:
            add_profile_chart(self.book, sheet, first, self._shares(scheme.rows), scheme.segments)

    def _shares(self, rows: Sequence[Row]) -> tuple[int, int, bool]:
        """The lines of one kind that the chart shows: first, last, and whether they are shares."""
        shares = [place for place, row in enumerate(rows) if row.is_share]
        chosen = shares or list(range(len(rows)))
        return (chosen[0], chosen[-1], bool(shares)) if chosen else (0, -1, False)

    def rules(self) -> None:
        """Segments by rules: sizes, who came and went, what they say, goals and checks."""
        sheet = self._sheet(self.words("sheet-rules"), RULES_WIDTHS)
        write_rules(sheet, self.says)

    def figures(self) -> None:
        """The figures of success as numbers, where any may be told."""
        if has_figures(self.report):
            sheet = self._sheet(self.words("sheet-figures"), FIGURES_WIDTHS, frozen=(1, 0))
            write_figures(sheet, self.says)

    def opinions(self, drawn: Mapping[Grounds, Illustration]) -> None:
        """What groups by votes stand for; no sheet where no division rests on votes."""
        told = on_votes(self.says, drawn)
        if told:
            sheet = self._sheet(self.words("sheet-opinions"), WIDTHS, frozen=(1, 0))
            write_opinions(sheet, self.says, told)

    def quotes(self) -> None:
        """All quotes, one a line."""
        columns = ("scheme", "segment", "question", "quote")
        sheet = self._sheet(self.words("sheet-quotes"), (24, 36, 44, 90), frozen=(1, 0))
        sheet.line([self.words(f"column-{column}") for column in columns], "head")
        for scheme in self.report.schemes:
            names = self.says.names(scheme)
            about = self.says.scheme_short(scheme.grounds)
            for segment in scheme.segments:
                for quote in segment.quotes:
                    question = self.says.text(quote.question)
                    sheet.line((about, names[segment.number], question, quote.words), "text")

    def messages(self) -> None:
        """What was sent to each segment and how it ended, and the points of its people."""
        columns = ("scheme", "segment", "date", "message", "points")
        states = ("sent", "unreachable", "failed", "unconfirmed", "queued", "sending")
        sheet = self._sheet(
            self.words("sheet-messages"), (24, 36, 12, 60, 10, *([16] * len(states))), frozen=(1, 0)
        )
        heads = [self.words(f"column-{column}") for column in columns]
        sheet.line([*heads, *(self.words(f"report-state-{state}") for state in states)], "head")
        for scheme in self.report.schemes:
            names = self.says.names(scheme)
            about = self.says.scheme_short(scheme.grounds)
            for segment in scheme.segments:
                who = (about, names[segment.number])
                for message in segment.messages:
                    self._message(sheet, who, message, states)
                total = self.words(
                    "report-points-members", points=self.says.numbers.count(segment.points)
                )
                sheet.line((*who, "", total, self._count(segment.points)), *(["text"] * 4), "whole")
        for rule in self.report.rules:
            for message in rule.messages:
                self._message(sheet, (self.words("sheet-rules"), rule.name), message, states)

    def _message(
        self, sheet: Sheet, who: tuple[str, str], message: MessageReport, states: Sequence[str]
    ) -> None:
        """One letter to somebody, and how it ended."""
        ends = {str(state): count for state, count in message.outcome.items()}
        cells: list[Any] = [*who, message.sent_at, message.words, message.points]
        cells += [self._count(ends[s]) if s in ends else 0 for s in states]
        sheet.line(cells, "text", "text", "date", "text", "whole", *(["whole"] * 6))

    def about(self) -> None:
        """How the segments were found and how to read the numbers."""
        sheet = self._sheet(self.words("sheet-about"), (44, 90))
        for scheme in self.report.schemes:
            sheet.line((self.says.scheme_title(scheme.grounds),), "heading")
            for name, value in self.says.facts(scheme):
                sheet.line((name, value), "text")
            sheet.skip()
        sheet.line((self.words("report-read-title"),), "heading")
        if self.report.simulated:
            sheet.merged(self.words("report-simulated"), 1)
        for sentence in self.says.reading():
            sheet.merged(sentence, 1)

    def _count(self, count: Count) -> Figure | str:
        return told_count(count, self.says)

    def _value(self, estimate: Estimate, row: Row | None = None) -> Figure | str:
        return told_value(estimate, self.says, row)

    def _interval(self, share: Estimate) -> tuple[Figure | float | str | None, ...]:
        return told_interval(share, self.says)
