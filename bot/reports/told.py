"""Counts and estimates for a workbook: numbers where they may be told, else texts."""

from bot.reports.sentences import Sentences
from bot.reports.sheets import Figure, figure
from use_cases.reporting.suppression import Count
from use_cases.reporting.values import Estimate, Row


def told_count(count: Count, says: Sentences) -> Figure | str:
    """A head-count as a number; a text where it may not be told."""
    if not count.shown:
        return says.numbers.count(count)
    return figure(count.kind, round(count.value), "whole")


def told_value(estimate: Estimate, says: Sentences, row: Row | None = None) -> Figure | str:
    """A share or mean as a number; a text where it may not be told."""
    if estimate.value is None:
        return says.numbers.estimate(estimate)
    unit = "mean" if row and not row.is_share else "percent"
    return figure(estimate.kind, estimate.value, unit)


def told_interval(share: Estimate, says: Sentences) -> tuple[Figure | float | str | None, ...]:
    """The value and both ends of its interval."""
    return told_value(share, says), share.low, share.high
