"""Published surveys that lie beside the project; tests that need them are skipped elsewhere."""

import csv
from pathlib import Path

import numpy as np
import pytest

from segmentation.coding import Coded, settle
from segmentation.model import Feature, FeatureKind
from surveys.questions import QuestionKey

FOLDER = Path(__file__).parents[3] / "shared" / "data"
EMPTY = {"", "NA"}

needs_data = [
    pytest.mark.data,
    pytest.mark.skipif(not FOLDER.exists(), reason=f"no open data in {FOLDER}"),
]

MCDONALDS = [
    "yummy",
    "convenient",
    "spicy",
    "fattening",
    "greasy",
    "fast",
    "cheap",
    "tasty",
    "expensive",
    "healthy",
    "disgusting",
]
ELECTION = [
    "MORALG",
    "CARESG",
    "KNOWG",
    "LEADG",
    "DISHONG",
    "INTELG",
    "MORALB",
    "CARESB",
    "KNOWB",
    "LEADB",
    "DISHONB",
    "INTELB",
]
CHEATING = ["LIEEXAM", "LIEPAPER", "FRAUD", "COPYEXAM"]


def rows_of(name: str) -> tuple[list[str], list[list[str]]]:
    """The head and the rows of a file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def choices(name: str, columns: list[str] | int | None = None, *, complete: bool = False) -> Coded:
    """Columns of a file as choices: by name, the first so many, or all; `complete` rows only."""
    head, rows = rows_of(name)
    picked = (
        [head.index(c) for c in columns]
        if isinstance(columns, list)
        else range(columns or len(head))
    )
    cells = [[row[i] for i in picked] for row in rows]
    if complete:
        cells = [row for row in cells if not EMPTY & set(row)]
    features, values = [], np.full((len(cells), len(picked)), np.nan)
    for j, i in enumerate(picked):
        levels = tuple(sorted({row[j] for row in cells} - EMPTY))
        place = {level: float(index) for index, level in enumerate(levels)}
        values[:, j] = [place.get(row[j], np.nan) for row in cells]
        kind = FeatureKind.BINARY if len(levels) == 2 else FeatureKind.NOMINAL
        features.append(Feature(item=QuestionKey(head[i]), kind=kind, levels=levels))
    return settle(Coded(tuple(features), values, np.ones(len(cells))))
