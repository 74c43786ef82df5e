# mypy: disable-error-code="import-untyped"
"""The work of `tenkeys segment`, from the file of answers to the folder of results."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

import pandas as pd
from tqdm import tqdm

from bot.shell.describing import by_scales, describe, read_scales
from bot.shell.model_folder import made, refuse_over
from bot.shell.reading import (
    read_frame,
    read_items,
    read_kinds,
    refuse_infinite,
    refuse_unclear,
    row_ids,
)
from bot.shell.results import WRITTEN, Results, column_of
from bot.shell.sentences import Refused
from bot.shell.theming import find_all, themed
from segmentation.finding import segment_coded
from segmentation.searching.search import Progress
from segmentation.sheets.faults import ROWS_MIN
from segmentation.sheets.kinds import ColumnKind
from segmentation.sheets.reading import Sheet, SheetOptions, read_descriptors, read_sheet
from segmentation.themes.values import Themes
from segmentation.values import Method, Recipe

SEGMENTS_MAX = 100
IN_NUMBERS = frozenset(
    {ColumnKind.NUMBER, ColumnKind.ORDINAL, ColumnKind.RANKING, ColumnKind.WEIGHT}
)
AS_READ = {ColumnKind.VOTE: ColumnKind.ORDINAL}  # what a guessed vote is segmented on as


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked of `tenkeys segment`."""

    answers: Path
    out: Path
    items: str | None = None
    kinds: Path | None = None
    scales: Path | None = None
    by_scales: bool = False
    segments: str = "auto"
    method: str = "auto"
    weights: str | None = None
    id_column: str | None = None
    seed: int = 0
    starts: int = 50
    pairs: int = 100
    language: str = "en"


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
    written = [order.out / name for name in WRITTEN]
    refuse_over(written, [order.answers, order.kinds, order.scales])
    with watch.of("read"):
        frame = read_frame(order.answers)
        found = _themes(order, frame)
        frame = themed(frame, found)
        sheet = _sheet(order, frame, found)
        scales = read_scales(order.scales, frame) if order.scales is not None else ()
        if order.by_scales:
            if not scales or sheet.votes:
                raise Refused("--by-scales needs the file of --scales, and no votes.")
            sheet = by_scales(sheet, frame, scales)
        others = read_descriptors(frame, sheet)
    if sheet.votes:
        recipe = replace(recipe, method=Method.VOTES)
    if recipe.segments is not None and not _differ(sheet, recipe.segments):
        raise Refused(f"these answers are too much alike to be cut into {recipe.segments} parts.")
    out = made(order.out)
    with watch.of("find"), _bar() as progress:
        run = segment_coded(sheet.coded, range(len(sheet.ids)), recipe, progress=progress)
    with watch.of("describe"):
        more = describe(run, sheet, frame, scales, others)
    results = Results(
        run=run,
        sheet=sheet,
        described=more,
        answers=order.answers.name,
        language=order.language,
        themes=found,
    )
    with watch.of("write"):
        results.write_files(out)
    told = results.write_numbers(out, watch.seconds)
    return told if as_json else results.summary(out)


def _recipe(order: Order) -> Recipe:
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


def _themes(order: Order, frame: pd.DataFrame) -> dict[str, Themes]:
    """The themes of own words by column; none where only votes are looked at."""
    if order.method == "votes" or len(frame) < ROWS_MIN:
        return {}
    kinds = read_kinds(order.kinds) if order.kinds is not None else {}
    return find_all(frame, _options(order, frame, kinds), order.seed)


def _options(order: Order, frame: pd.DataFrame, kinds: dict[str, ColumnKind]) -> SheetOptions:
    return SheetOptions(
        items=_items(order, frame),
        kinds=kinds,
        id_column=order.id_column,
        weight_column=order.weights,
        votes={"auto": None, "votes": True}.get(order.method, False),
    )


def _sheet(order: Order, frame: pd.DataFrame, themes: Mapping[str, Themes]) -> Sheet:
    """The sheet with ids as asked: a column that merely looks like ids is not used as such.

    Columns with themes hold these by now.
    """
    given = read_kinds(order.kinds) if order.kinds is not None else {}
    kinds = given | dict.fromkeys(themes, ColumnKind.MULTIPLE)
    options = _options(order, frame, kinds)
    said = order.id_column or next((c for c, k in kinds.items() if k is ColumnKind.ID), None)
    sheet = read_sheet(frame, options)
    used = {column_of(f, sheet) for f in sheet.coded.features}
    refuse_infinite(frame, {c: k for c, k in sheet.kinds.items() if c in used})
    refuse_unclear(frame, [c for c, kind in sheet.kinds.items() if kind in IN_NUMBERS])
    read_as = {} if sheet.votes or given else AS_READ
    told = {c: read_as.get(kind, kind) for c, kind in sheet.kinds.items()}
    return replace(sheet, ids=row_ids(frame, said), kinds=told)


def _items(order: Order, frame: pd.DataFrame) -> tuple[str, ...]:
    if order.items is None:
        return ()
    items = read_items(order.items, list(frame.columns))
    if not items:
        raise Refused("--items names no column.")
    return items


def _differ(sheet: Sheet, parts: int) -> bool:
    """Whether there are at least so many different sheets of answers."""
    seen: set[bytes] = set()
    for row in sheet.coded.values[sheet.coded.answered]:
        seen.add(row.tobytes())
        if len(seen) >= parts:
            return True
    return False


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on a terminal, nothing elsewhere."""
    quiet = not sys.stderr.isatty()
    with tqdm(total=100, unit="%", leave=False, disable=quiet, file=sys.stderr) as bar:

        def show(done: float) -> None:
            bar.update(max(round(100 * done) - bar.n, 0))

        yield show
