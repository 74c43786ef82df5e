"""Whether the parts of a model fit each other: it may come from a file that somebody changed."""

from collections.abc import Iterable
from math import isfinite

from segmentation.model import Column, Model, OpinionMap

ROUNDING = 1e-6  # A share that sums to one by floating point may lie a hair beyond.


def is_sound(model: Model) -> bool:
    """Every segment has its share and answers every column, in finite numbers."""
    number = len(model.segments)
    return (
        number > 0
        and len(set(model.segments)) == number == len(model.shares)
        and _are_shares(model.shares)
        and all(_column_fits(column, number) for column in model.columns)
        and (model.spread is None or (isfinite(model.spread) and model.spread >= 0))
        and all(isfinite(each) and each > 0 for each in model.temperatures)
        and (model.opinions is None or _map_fits(model.opinions, number, len(model.columns)))
    )


def _column_fits(column: Column, number: int) -> bool:
    if column.probabilities:
        return len(column.probabilities) == number and all(
            len(row) == column.feature.width and _are_shares(row) for row in column.probabilities
        )
    return (
        len(column.means) == number
        and _are_finite(column.means)
        and isfinite(column.variance)
        and column.variance >= 0
    )


def _map_fits(opinions: OpinionMap, number: int, statements: int) -> bool:
    """A mean and a place on each axis for every statement, a place for every segment."""
    widths = {len(row) for row in (*opinions.axes, *opinions.centres)}
    rows = [opinions.means, *opinions.axes, *opinions.centres]
    return (
        len(opinions.means) == statements
        and len(opinions.axes) == statements
        and len(opinions.centres) == number
        and len(widths) == 1
        and all(_are_finite(row) for row in rows)
    )


def _are_shares(row: Iterable[float]) -> bool:
    return all(isfinite(each) and 0 <= each <= 1 + ROUNDING for each in row)


def _are_finite(row: Iterable[float]) -> bool:
    return all(isfinite(each) for each in row)
