# mypy: disable-error-code="import-untyped"
"""A choice of several spread over columns, one an option, where a blank means "not ticked"."""

from collections.abc import Mapping, Sequence

import numpy as np

from segmentation.coding import Floats
from segmentation.model import Feature, FeatureKind
from segmentation.sheets.kinds import number
from surveys.questions import QuestionKey

SIDE_BY_SIDE = 2  # columns from which blanks are taken for options that nobody ticked


def ticked(cells: Mapping[str, Mapping[str, int]], rows: int) -> dict[str, Feature]:
    """The columns of such choices, in the order of the sheet, each with its column of the model.

    `cells` are the answered cells of every column. Ticks are one and the same word ("x", "yes", the
    option itself) or 1 where anything stands at all, in columns side by side.
    """
    found: dict[str, Feature] = {}
    together: list[str] = []
    for name in (*cells, None):
        if name is not None and _is_ticked(cells[name], rows):
            together.append(name)
            continue
        if len(together) >= SIDE_BY_SIDE:
            found |= {name: _tick(name, cells[name], together[0]) for name in together}
        together = []
    return found


def fill_unticked(features: Sequence[Feature], values: Floats, present: Sequence[bool]) -> None:
    """Make blanks of whoever ticked anything of a choice into "not ticked", in place.

    Who ticked nothing may not have been asked: their answer stays missing.
    """
    choices: dict[QuestionKey, list[int]] = {}
    for j, feature in enumerate(features):
        if feature.part_of is not None and feature.option is not None and present[j]:
            choices.setdefault(feature.part_of, []).append(j)
    for columns in choices.values():
        block = values[:, columns]
        some = ~np.isnan(block).all(axis=1, keepdims=True)
        values[:, columns] = np.where(np.isnan(block) & some, 0.0, block)


def _is_ticked(cells: Mapping[str, int], rows: int) -> bool:
    if len(cells) != 1 or sum(cells.values()) >= rows:
        return False
    (cell,) = cells
    return number(cell) in (None, 1.0)


def _tick(name: str, cells: Mapping[str, int], choice: str) -> Feature:
    option = next(iter(cells)).strip()
    return Feature(
        item=QuestionKey(name),
        kind=FeatureKind.BINARY,
        option=option,
        levels=("", option),
        part_of=QuestionKey(choice),
    )
