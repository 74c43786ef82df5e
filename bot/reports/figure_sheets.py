"""Sheets of a workbook beside the profiles: who moved, segments by rules, figures of success."""

from bot.reports.moves import FEW_PEOPLE, moves_table
from bot.reports.rule_sentences import rule_changed, rule_checks, rule_goals, rule_said
from bot.reports.sentences import Sentences
from bot.reports.sheets import Sheet
from bot.reports.told import told_count, told_interval
from segmentation.purchases.figures import MONEY, PERIOD_DAYS, SHARES
from use_cases.reporting.figures import SegmentFigures
from use_cases.reporting.values import ReportData, RuleReport, SchemeReport

RULES_WIDTHS = (36, 10, 10, 10, 10, 10, 10, 90)
FIGURES_WIDTHS = (24, 36, 44, 14, 14, 14)


def write_moves(sheet: Sheet, says: Sentences, scheme: SchemeReport) -> None:
    """Where the people of each segment are now; nothing before there is a past."""
    moved = moves_table(says, scheme.moves, says.names(scheme))
    if moved is None or scheme.moves is None:
        return
    sheet.line((moved.title,), "heading")
    sheet.merged(moved.moved, 4)
    sheet.line((says.words("report-moves-then"), *(name for _, name in moved.columns)), "head")
    for ((_, name), _), cells in zip(moved.rows, scheme.moves.cells, strict=True):
        shown = (FEW_PEOPLE if share is None else share for share in cells)
        sheet.line((name, *shown), "text", "percent")
    sheet.merged(says.words("report-moves-note"), 4)
    sheet.skip()


def write_rules(sheet: Sheet, says: Sentences) -> None:
    """A line each; below, goals, what changed and whether they are of use."""
    columns = ("segment", "people", "share", "low", "high", "entered", "left", "rule")
    last = len(columns) - 1
    sheet.line([says.words(f"column-{column}") for column in columns], "head")
    for rule in says.report.rules:
        _write_rule(sheet, says, rule)
    sheet.skip()
    for note in ("report-rules-note", "report-rules-share"):
        sheet.merged(says.words(note), last)
    for rule in says.report.rules:
        told = [f"🎯 {goal}" for goal in rule_goals(rule, says)]
        told += filter(None, [rule_changed(rule, says)])
        told += [f"{mark} {said}" for mark, said in rule_checks(rule, says)]
        if told:
            sheet.skip()
            sheet.line((rule.name,), "heading")
        for said in told:
            sheet.merged(said, last)


def _write_rule(sheet: Sheet, says: Sentences, rule: RuleReport) -> None:
    moved = (told_count(each, says) if each else None for each in (rule.entered, rule.left))
    sizes = (told_count(rule.people, says), *told_interval(rule.share, says))
    words = "; ".join(line.strip(" •") for line in rule_said(rule, says))
    styles = ("text", "whole", "percent", "percent", "percent", "whole", "whole", "text")
    sheet.line((rule.name, *sizes, *moved, words), *styles)


def has_figures(report: ReportData) -> bool:
    """Whether there is any figure of success to tell."""
    return bool(_known(report))


def _known(report: ReportData) -> list[SegmentFigures]:
    told = [segment.success for scheme in report.schemes for segment in scheme.segments]
    told += [rule.success for rule in report.rules]
    return [each for each in told if each is not None]


def write_figures(sheet: Sheet, says: Sentences) -> None:
    """The figures of success as numbers: shares of one, money in whole units."""
    names = ("scheme", "segment", "figure", "value", "low", "high")
    sheet.line([says.words(f"column-{name}") for name in names], "head")
    for scheme in says.report.schemes:
        called, about = says.names(scheme), says.scheme_short(scheme.grounds)
        for segment in scheme.segments:
            _write_figures(sheet, says, (about, called[segment.number]), segment.success)
    for rule in says.report.rules:
        _write_figures(sheet, says, (says.words("sheet-rules"), rule.name), rule.success)
    sheet.skip()
    sheet.merged(says.words("figures-period", days=PERIOD_DAYS), 5)
    if not any(each.payments_known for each in _known(says.report)):
        sheet.merged(says.words("report-no-payments"), 5)


def _write_figures(
    sheet: Sheet, says: Sentences, who: tuple[str, str], success: SegmentFigures | None
) -> None:
    for measure, found in (success.figures if success else {}).items():
        unit = 100 if measure in MONEY else 1
        cells = [
            None if each is None else each / unit for each in (found.value, found.low, found.high)
        ]
        style = "share" if measure in SHARES else "exact"
        line = (*who, says.words(f"figure-{measure}"), *cells)
        sheet.line(line, *(["text"] * 3), *([style] * 3))
