# mypy: disable-error-code="import-untyped"
"""A spreadsheet of answers, one row a person, becomes coded answers; new sheets likewise."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from segmentation.coding import Coded, Floats, settle
from segmentation.model import Feature
from segmentation.sheets.absent import absent
from segmentation.sheets.ballots import MOSTLY, Cells, are_ballots, with_votes
from segmentation.sheets.cells import read_values
from segmentation.sheets.faults import ROWS_MIN, Fault, UnusableSheet
from segmentation.sheets.features import answered_cells, batteries, features_of
from segmentation.sheets.kinds import ColumnKind, guess, number
from segmentation.sheets.silence import Silence, silences
from segmentation.sheets.ticks import ticked

COLUMNS_MIN = 2
SEGMENTED_ON = frozenset(ColumnKind) - {
    ColumnKind.TEXT,
    ColumnKind.ID,
    ColumnKind.WEIGHT,
    ColumnKind.IGNORE,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Coded answers with the id of each row, and what each column was taken for."""

    coded: Coded
    ids: tuple[str, ...]
    kinds: Mapping[str, ColumnKind]
    votes: bool = False  # every item is a vote, and they are to be read together
    absent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # codes for no answer
    silent: Mapping[str, Mapping[Silence, int]] = field(default_factory=dict)  # of each item, why


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    """What the caller says about a sheet; everything else is guessed.

    `votes` says whether the items are votes on statements, to be read together; None: they are if
    all are votes, many, and mostly not cast.
    """

    votes: bool | None = False

    items: tuple[str, ...] = ()  # columns to segment on; none: all that can be
    kinds: Mapping[str, ColumnKind] | None = None
    id_column: str | None = None
    weight_column: str | None = None


def read_sheet(frame: pd.DataFrame, options: SheetOptions = SheetOptions()) -> Sheet:
    """Read a frame of strings (no cell converted); UnusableSheet says why one cannot be read."""
    _check_columns(frame, options)
    if len(frame) < ROWS_MIN:
        raise UnusableSheet(Fault.TOO_FEW_ROWS, str(len(frame)))
    cells = {name: answered_cells(frame[name]) for name in frame.columns}
    kinds = _kinds(cells, len(frame), options)
    if not any(cells[name] for name in options.items or frame.columns):
        raise UnusableSheet(Fault.ALL_MISSING)
    items = options.items or _items(cells, kinds, len(frame), options.votes)
    if len(items) < COLUMNS_MIN:
        raise UnusableSheet(Fault.TOO_FEW_COLUMNS)
    none = _absent(cells, kinds, options)
    silent = silences({name: cells[name] for name in items}, none, len(frame))
    ticks = ticked({c: cells[c] for c in items if kinds[c] is ColumnKind.BINARY}, len(frame))
    features = _features(frame, items, kinds, none, ticks)
    values = read_values(features, frame)
    if np.isnan(values).all():
        raise UnusableSheet(Fault.ALL_MISSING)
    if _together(options.votes, cells, kinds, items, len(frame)):
        if strange := next((name for name in items if kinds[name] is not ColumnKind.VOTE), None):
            raise UnusableSheet(Fault.NOT_VOTES, strange)
        coded = Coded(tuple(features), values, _weights(frame, kinds))
        return Sheet(coded, _ids(frame, kinds), kinds, votes=True, absent=none, silent=silent)
    coded = settle(Coded(tuple(features), values, _weights(frame, kinds)))
    if not coded.features:
        raise UnusableSheet(Fault.ALL_CONSTANT)
    return Sheet(coded, _ids(frame, kinds), kinds, absent=none, silent=silent)


def kinds_of(frame: pd.DataFrame, options: SheetOptions) -> dict[str, ColumnKind]:
    """What each column is taken for; UnusableSheet where columns named are not there."""
    _check_columns(frame, options)
    return _kinds({c: answered_cells(frame[c]) for c in frame.columns}, len(frame), options)


def _features(
    frame: pd.DataFrame,
    items: Sequence[str],
    kinds: Mapping[str, ColumnKind],
    none: Mapping[str, Sequence[str]],
    ticks: Mapping[str, Feature],
) -> list[Feature]:
    """The model's columns for the items; one choice of several may take many columns."""
    found: list[Feature] = []
    for name in items:
        if name in ticks:
            found.append(ticks[name])
        else:
            found += features_of(frame[name], name, kinds[name], none.get(name, ()))
    return batteries(found, kinds)


def _items(
    cells: Cells, kinds: Mapping[str, ColumnKind], rows: int, votes: bool | None
) -> tuple[str, ...]:
    """All columns that can be segmented on, or only the votes where these are the matter."""
    found = tuple(c for c in cells if kinds[c] in SEGMENTED_ON)
    cast = tuple(c for c in found if kinds[c] is ColumnKind.VOTE)
    only = len(cast) >= MOSTLY * len(found) and are_ballots(cast, cells, rows)
    return cast if votes or (votes is None and only) else found


def _together(
    votes: bool | None,
    cells: Cells,
    kinds: Mapping[str, ColumnKind],
    items: Sequence[str],
    rows: int,
) -> bool:
    """Whether the items are read as votes on statements."""
    if votes is not None:
        return votes
    return {kinds[c] for c in items} == {ColumnKind.VOTE} and are_ballots(items, cells, rows)


DESCRIBING = frozenset(
    {
        ColumnKind.BINARY,
        ColumnKind.CATEGORICAL,
        ColumnKind.ORDINAL,
        ColumnKind.NUMBER,
        ColumnKind.MULTIPLE,
    }
)
DESCRIPTORS_MAX = 200


def read_descriptors(frame: pd.DataFrame, sheet: Sheet) -> Coded:
    """The columns that were not segmented on, coded likewise; what cannot be read is left out."""
    used = {f.item for f in sheet.coded.features} | {f.question for f in sheet.coded.features}
    used |= {part for f in sheet.coded.features for part in f.parts}
    features: list[Feature] = []
    for name in [c for c in frame.columns if c not in used][:DESCRIPTORS_MAX]:
        if sheet.kinds[name] in DESCRIBING:
            try:
                none = sheet.absent.get(name, ())
                features += features_of(frame[name], name, sheet.kinds[name], none)
            except UnusableSheet:
                continue
    return Coded(tuple(features), read_values(features, frame), sheet.coded.weights)


def read_columns(frame: pd.DataFrame, kinds: Mapping[str, ColumnKind]) -> Coded:
    """These columns, coded by the kinds named."""
    features = [
        f
        for name, kind in kinds.items()
        for f in features_of(frame[name], name, kind, absent(answered_cells(frame[name])))
    ]
    return Coded(tuple(features), read_values(features, frame), np.ones(len(frame)))


def _kinds(cells: Cells, rows: int, options: SheetOptions) -> dict[str, ColumnKind]:
    given = dict(options.kinds or {})
    if options.id_column is not None:
        given[options.id_column] = ColumnKind.ID
    if options.weight_column is not None:
        given[options.weight_column] = ColumnKind.WEIGHT
    guessed = [name for name in cells if name not in given]
    ticks = ticked(cells, rows)
    found = {
        name: ColumnKind.BINARY
        if name in ticks
        else guess(name, _without(cells[name], absent(cells[name])), rows)
        for name in guessed
    }
    if options.votes is not False:
        found = with_votes(found, guessed, cells, rows, asked=options.votes is True)
    return {name: given.get(name) or found[name] for name in cells}


def _without(cells: Mapping[str, int], codes: Collection[str]) -> dict[str, int]:
    return {cell: times for cell, times in cells.items() if cell not in codes}


CODED = frozenset({ColumnKind.ORDINAL, ColumnKind.BINARY})


def _absent(
    cells: Cells, kinds: Mapping[str, ColumnKind], options: SheetOptions
) -> dict[str, tuple[str, ...]]:
    """Codes for no answer, by column. What the caller calls a number or a category stays one."""
    given = options.kinds or {}
    found = {
        name: tuple(sorted(absent(cells[name])))
        for name, kind in kinds.items()
        if kind in SEGMENTED_ON and (name not in given or kind in CODED)
    }
    return {name: codes for name, codes in found.items() if codes}


def _ids(frame: pd.DataFrame, kinds: Mapping[str, ColumnKind]) -> tuple[str, ...]:
    """The ids of the rows; without an id column their numbers from 1."""
    name = next((c for c in frame.columns if kinds[c] is ColumnKind.ID), None)
    if name is None:
        return tuple(str(row) for row in range(1, len(frame) + 1))
    ids = tuple(str(cell).strip() for cell in frame[name])
    again = [i for i, times in Counter(ids).items() if times > 1]
    if "" in again:
        raise UnusableSheet(Fault.NO_ID, name)
    if again:
        raise UnusableSheet(Fault.DUPLICATE_ID, again[0])
    return ids


def _weights(frame: pd.DataFrame, kinds: Mapping[str, ColumnKind]) -> Floats:
    name = next((c for c in frame.columns if kinds[c] is ColumnKind.WEIGHT), None)
    if name is None:
        return np.ones(len(frame))
    read = np.array([number(str(cell)) for cell in frame[name]], dtype=float)
    if not np.isfinite(read).all() or (read < 0).any() or read.sum() <= 0:
        raise UnusableSheet(Fault.BAD_WEIGHT, name)
    return read


def _check_columns(frame: pd.DataFrame, options: SheetOptions) -> None:
    if not frame.columns.is_unique:
        twice = str(frame.columns[frame.columns.duplicated()][0])
        raise UnusableSheet(Fault.SAME_COLUMN_TWICE, twice)
    named = (*options.items, *(options.kinds or {}), options.id_column, options.weight_column)
    for name in named:
        if name is not None and name not in frame.columns:
            raise UnusableSheet(Fault.NO_SUCH_COLUMN, name)
