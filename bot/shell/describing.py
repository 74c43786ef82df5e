# mypy: disable-error-code="import-untyped"
"""What is said about segments beyond the items that made them: descriptors, styles, scales."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bot.shell.reading import read_text
from bot.shell.sentences import Refused
from segmentation.coding import Coded, Floats, number_feature, position, settle
from segmentation.model import Feature, FeatureKind
from segmentation.placing import placeable, probabilities
from segmentation.profile.descriptors import Description, described
from segmentation.run import Reliability, SegmentationRun
from segmentation.scales.reliability import reliability, scale_scores, turned
from segmentation.scales.styles import styles
from segmentation.sheets.cells import read_values
from segmentation.sheets.faults import Fault, UnusableSheet
from segmentation.sheets.kinds import ColumnKind
from segmentation.sheets.reading import Sheet, read_columns
from segmentation.values import SCALE_ITEMS_MIN, SCORE_MARK
from surveys.questions import QuestionKey

STYLES = ("level of answers", "spread of answers", "share of extreme answers")
TELLING = 0.05  # false discovery rate up to which a difference is told
TOLD_MAX = 20  # lines of a segment in run.json; descriptors.csv has them all
YES = {"1", "yes", "true", "y", "да", "так"}


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale: its columns, and which of them are turned round."""

    name: str
    columns: tuple[str, ...]
    reversed: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """Every line about the descriptors, and how well each scale is measured."""

    lines: tuple[Description, ...] = ()
    scales: Mapping[str, Reliability] = field(default_factory=dict)
    straight: int | None = None  # people with one answer throughout; None without a battery

    @property
    def telling(self) -> list[Description]:
        """The differences that chance does not explain, the largest of each segment first."""
        found = [line for line in self.lines if line.p_adjusted <= TELLING]
        return sorted(found, key=lambda line: (line.segment, -abs(line.effect), line.item))

    def numbers(self) -> dict[str, Any]:
        """For run.json: the differences that chance does not explain, scales, straight lines."""
        telling = self.telling
        kept = [
            line
            for segment in dict.fromkeys(line.segment for line in telling)
            for line in [t for t in telling if t.segment == segment][:TOLD_MAX]
        ]
        return {
            "descriptors": [asdict(line) for line in kept],
            "scales": {name: asdict(r) for name, r in self.scales.items()},
            "straight_lines": self.straight,
        }


def describe(
    run: SegmentationRun, sheet: Sheet, frame: pd.DataFrame, scales: Sequence[Scale], others: Coded
) -> Described:
    """Hold the segments against what they were not built from; `others` are further columns."""
    found, measured = [others], {}
    used = {feature.item for feature in sheet.coded.features}
    for scale in scales:
        values, low, high = _steps(frame, scale)
        right = turned(values, scale.reversed, low, high)
        measured[scale.name] = reliability(right, seed=run.recipe.seed)
        if f"{SCORE_MARK}{scale.name}" not in used:  # Else it made the segments.
            found.append(_numbers({f"scale {scale.name}": scale_scores(right)}, others.weights))
    style = None if sheet.votes else styles(sheet.coded)
    if style is not None:
        told = (style.level, style.spread, style.extreme)
        found.append(_numbers(dict(zip(STYLES, told, strict=True)), others.weights))
    straight = None if style is None else int(style.straight.sum())
    if run.model is None or len(run.segments) < 2:
        return Described((), measured, straight)
    posterior = probabilities(run.model, sheet.coded.values)
    posterior[~placeable(run.model, sheet.coded.values)] = np.nan
    together = Coded(
        tuple(f for part in found for f in part.features),
        np.concatenate([part.values for part in found], axis=1),
        others.weights,
    )
    return Described(described(run.model.segments, posterior, together), measured, straight)


def read_scales(path: Path, frame: pd.DataFrame) -> tuple[Scale, ...]:
    """The scales that a CSV `scale,column,reversed` names."""
    rows = [row for row in csv.reader(StringIO(read_text(path), newline="")) if any(row)]
    if rows and [cell.strip().casefold() for cell in rows[0][:2]] == ["scale", "column"]:
        rows = rows[1:]
    found: dict[str, list[tuple[str, bool]]] = {}
    for row in rows:
        if len(row) not in (2, 3):
            raise Refused(f"every line of {path.name} is a scale, a column and yes where reversed.")
        if row[1] not in frame.columns:
            raise UnusableSheet(Fault.NO_SUCH_COLUMN, row[1])
        backwards = len(row) == 3 and row[2].strip().casefold() in YES
        found.setdefault(row[0].strip(), []).append((row[1], backwards))
    if not found:
        raise Refused(f"{path.name} names no scale.")
    scales = [
        Scale(name, tuple(c for c, _ in items), tuple(b for _, b in items))
        for name, items in found.items()
    ]
    for scale in scales:
        _steps(frame, scale)  # refused before anything is written
    return tuple(scales)


def by_scales(sheet: Sheet, frame: pd.DataFrame, scales: Sequence[Scale]) -> Sheet:
    """The sheet with the scores of scales in the place of the columns that measure them."""
    scores = [_score(frame, scale) for scale in scales]
    inside = {column for scale in scales for column in scale.columns}
    kept = [j for j, f in enumerate(sheet.coded.features) if f.question not in inside]
    features = (*(sheet.coded.features[j] for j in kept), *scores)
    values = np.concatenate([sheet.coded.values[:, kept], read_values(scores, frame)], axis=1)
    coded = settle(Coded(features, values, sheet.coded.weights))
    names = {str(score.item): ColumnKind.NUMBER for score in scores}
    return replace(sheet, coded=coded, kinds={**sheet.kinds, **names})


def _score(frame: pd.DataFrame, scale: Scale) -> Feature:
    if len(scale.columns) < SCALE_ITEMS_MIN:
        raise Refused(f"the scale {scale.name} has fewer than {SCALE_ITEMS_MIN} columns.")
    steps = read_columns(frame, dict.fromkeys(scale.columns, ColumnKind.ORDINAL)).features
    words = {f.levels for f in steps if f.levels}
    low, high = min(f.low for f in steps), max(f.high for f in steps)
    if len(words) > 1 or (words and any((f.low, f.high) != (low, high) for f in steps)):
        raise Refused(f"the columns of the scale {scale.name} have different steps.")
    return Feature(
        item=QuestionKey(f"{SCORE_MARK}{scale.name}"),
        kind=FeatureKind.NUMERIC,
        levels=next(iter(words), ()),
        low=low,
        high=high,
        free=False,
        parts=tuple(map(QuestionKey, scale.columns)),
        turned=tuple(
            QuestionKey(c) for c, back in zip(scale.columns, scale.reversed, strict=True) if back
        ),
    )


def _steps(frame: pd.DataFrame, scale: Scale) -> tuple[Floats, float, float]:
    """The answers to the items of a scale as they were given, and the ends of its steps."""
    coded = read_columns(frame, dict.fromkeys(scale.columns, ColumnKind.ORDINAL))
    low = min(f.low for f in coded.features)
    high = max(f.high for f in coded.features)
    return coded.values + np.array([f.low for f in coded.features]), low, high


def _numbers(columns: Mapping[str, Floats], weights: Floats) -> Coded:
    """Measured numbers as descriptors."""
    features, values = [], []
    for name, numbers in columns.items():
        known = numbers[~np.isnan(numbers)]
        if not len(known) or known.min() >= known.max():
            continue
        feature = number_feature(QuestionKey(name), numbers)
        assert feature.kind is FeatureKind.NUMERIC
        features.append(feature)
        values.append([np.nan if np.isnan(x) else position(feature, float(x)) for x in numbers])
    rows = np.array(values, dtype=float).T if values else np.zeros((len(weights), 0))
    return Coded(tuple(features), rows, weights)
