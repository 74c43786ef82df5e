# mypy: disable-error-code="import-untyped"
"""The work of `tenkeys segment`, from the file of answers to the folder of results."""

import csv
import json
import math
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Any

import pandas as pd
from tqdm import tqdm

from bot.shell.model_folder import made, save_model, write_whole
from bot.shell.reading import read_frame, read_items, read_kinds, refuse_infinite, row_ids
from bot.shell.report import verdict_text, write_report
from bot.shell.sentences import Refused
from segmentation.finding import segment_coded
from segmentation.outputs import (
    MEMBER_COLUMNS,
    PROFILE_COLUMNS,
    member_rows,
    profile_rows,
    run_numbers,
)
from segmentation.run import SegmentationRun
from segmentation.search import Progress
from segmentation.sheet_kinds import ColumnKind
from segmentation.sheets import Sheet, SheetOptions, read_sheet
from segmentation.values import Method, Recipe

SEGMENTS_MAX = 100
AS_READ = {ColumnKind.VOTE: ColumnKind.ORDINAL}  # what a guessed vote is segmented on as
LIBRARIES = ("numpy", "scipy", "scikit-learn", "pandas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked of `tenkeys segment`."""

    answers: Path
    out: Path
    items: str | None = None
    kinds: Path | None = None
    segments: str = "auto"
    method: str = "auto"
    weights: str | None = None
    id_column: str | None = None
    seed: int = 0
    starts: int = 50
    pairs: int = 100


@dataclass(slots=True)
class Stopwatch:
    """Seconds of each part of the work."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Measure a part."""
        began = perf_counter()
        yield
        self.seconds[part] = round(perf_counter() - began, 3)


def run_order(order: Order, *, as_json: bool = False) -> str:
    """Read, find and write; what to print at the end."""
    recipe, watch = _recipe(order), Stopwatch()
    with watch.of("read"):
        sheet = _sheet(order)
    if recipe.segments is not None and not _differ(sheet, recipe.segments):
        raise Refused(f"these answers are too much alike to be cut into {recipe.segments} parts.")
    out = made(order.out)
    with watch.of("find"), _bar() as progress:
        run = segment_coded(sheet.coded, range(len(sheet.ids)), recipe, progress=progress)
    with watch.of("write"):
        people = range(len(sheet.ids))
        write_whole(
            out / "segments.csv", _table(MEMBER_COLUMNS, member_rows(run, people, sheet.ids))
        )
        write_whole(out / "profile.csv", _table(PROFILE_COLUMNS, profile_rows(run)))
        save_model(out, run)
        write_whole(out / "report.html", write_report(run, order.answers.name, _used(sheet)))
    numbers = _numbers(order, run, sheet, watch)
    told = json.dumps(numbers, ensure_ascii=False, indent=2, allow_nan=False)
    write_whole(out / "run.json", told + "\n")
    return told if as_json else _summary(order, run, sheet)


def _recipe(order: Order) -> Recipe:
    if order.method == "votes":
        raise Refused(
            "segments of votes are not found yet; use --method mixture, with votes as ordinal."
        )
    count = None
    if order.segments.casefold() != "auto":
        if not (order.segments.isascii() and order.segments.isdigit()):
            raise Refused("--segments is auto or a whole number.")
        count = int(order.segments)
        if not 1 <= count <= SEGMENTS_MAX:
            raise Refused(f"--segments is a number from 1 to {SEGMENTS_MAX}.")
    return Recipe(
        scheme="sheet",
        items=(),
        method=Method.KMEANS if order.method == "kmeans" else Method.MIXTURE,
        segments=count,
        starts=order.starts,
        pairs=order.pairs,
        seed=order.seed,
    )


def _sheet(order: Order) -> Sheet:
    """The sheet with ids as asked: a column that merely looks like ids is not used as such."""
    frame = read_frame(order.answers)
    kinds = read_kinds(order.kinds) if order.kinds is not None else {}
    options = SheetOptions(
        items=_items(order, frame),
        kinds=kinds,
        id_column=order.id_column,
        weight_column=order.weights,
    )
    said = order.id_column or next((c for c, k in kinds.items() if k is ColumnKind.ID), None)
    sheet = read_sheet(frame, options)
    used = {f.item for f in sheet.coded.features}
    refuse_infinite(frame, {c: k for c, k in sheet.kinds.items() if c in used})
    told = {c: AS_READ.get(kind, kind) for c, kind in sheet.kinds.items()}
    return replace(sheet, ids=row_ids(frame, said), kinds=told)


def _items(order: Order, frame: pd.DataFrame) -> tuple[str, ...]:
    if order.items is None:
        return ()
    items = read_items(order.items, list(frame.columns))
    if not items:
        raise Refused("--items names no column.")
    return items


def _numbers(order: Order, run: SegmentationRun, sheet: Sheet, watch: Stopwatch) -> dict[str, Any]:
    numbers = run_numbers(run)
    answered = numbers["placed"]
    numbers |= {
        "verdict_text": verdict_text(run),
        "answered": answered,
        "placed": sum(numbers["sizes"]),
        "items": list(dict.fromkeys(f.item for f in sheet.coded.features)),
        "kinds": {column: kind.value for column, kind in sheet.kinds.items()},
        "answers": order.answers.name,
        "starts_asked": run.recipe.starts,
        "pairs_asked": run.recipe.pairs,
        "timings": watch.seconds,
        "versions": versions(),
    }
    return dict(_finite(numbers))


def _differ(sheet: Sheet, parts: int) -> bool:
    """Whether there are at least so many different sheets of answers."""
    seen: set[bytes] = set()
    for row in sheet.coded.values[sheet.coded.answered]:
        seen.add(row.tobytes())
        if len(seen) >= parts:
            return True
    return False


def _used(sheet: Sheet) -> dict[str, ColumnKind]:
    """The columns that were segmented on, and what each was taken for."""
    items = dict.fromkeys(f.item for f in sheet.coded.features)
    return {item: sheet.kinds[item] for item in items}


def versions() -> dict[str, str]:
    """Of everything that a number of the run may depend on."""
    found = {"python": platform.python_version()}
    for name in ("tenkeys", *LIBRARIES):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _finite(value: Any) -> Any:
    """Plain JSON values; what is not a finite number becomes null."""
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = StringIO(newline="")
    table = csv.writer(lines, lineterminator="\n")
    table.writerow(columns)
    table.writerows(rows)
    return lines.getvalue()


def _summary(order: Order, run: SegmentationRun, sheet: Sheet) -> str:
    """What columns were taken for, what was found, and where it lies."""
    by_kind: dict[ColumnKind, list[str]] = {}
    used = _used(sheet)
    for column, kind in used.items():
        by_kind.setdefault(kind, []).append(column)
    sizes = ", ".join(f"{s.id}: {s.size}" for s in run.segments)
    others = [column for column in sheet.kinds if column not in used]
    return "\n".join(
        [
            *(f"{kind.value}: {', '.join(columns)}" for kind, columns in by_kind.items()),
            *([f"not segmented on: {', '.join(others)}"] if others else []),
            "",
            verdict_text(run),
            f"Segments: {run.chosen}" + (f" ({sizes})" if sizes else ""),
            f"Written to {order.out}: report.html, segments.csv, profile.csv, run.json.",
        ]
    )


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on a terminal, nothing elsewhere."""
    quiet = not sys.stderr.isatty()
    with tqdm(total=100, unit="%", leave=False, disable=quiet, file=sys.stderr) as bar:

        def show(done: float) -> None:
            bar.update(max(round(100 * done) - bar.n, 0))

        yield show
