# mypy: disable-error-code="import-untyped"
"""Columns of own words become choices of several: the themes that each answer speaks of."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from bot.language_model import language_model
from bot.shell.model_folder import write_whole
from bot.shell.reading import read_text
from bot.shell.sentences import Refused
from segmentation.sheets.absent import NEGATIVE, OWN_EXPORT
from segmentation.sheets.features import answered_cells
from segmentation.sheets.kinds import ColumnKind, number
from segmentation.sheets.reading import SheetOptions, kinds_of
from segmentation.themes.finding import find_themes
from segmentation.themes.values import OtherEncoder, Themes
from surveys.field.rates import wilson

THEMES = "themes.json"
NO_THEME = ";"  # a cell that is answered and ticks nothing
ThemesByColumn = Mapping[str, Themes]


def find_all(frame: pd.DataFrame, options: SheetOptions, seed: int) -> dict[str, Themes]:
    """The themes of every column of own words that has any; Refused for one that was asked for."""
    found: dict[str, Themes] = {}
    for column, kind in kinds_of(frame, options).items():
        if kind is not ColumnKind.TEXT:
            continue
        themes = find_themes(_texts(frame[column]), language_model(), seed)
        if themes is not None:
            found[column] = themes
        elif column in options.items:
            raise Refused(
                f"no themes were found in the column “{column}”; leave it out of --items."
            )
    return found


def themed(frame: pd.DataFrame, found: ThemesByColumn) -> pd.DataFrame:
    """The frame with the names of themes in the place of answers, parted by semicolons."""
    told: dict[str, list[str]] = {}
    for column, themes in found.items():
        if column in frame.columns:
            try:
                spoken = themes.told_by(_texts(frame[column]), language_model())
            except OtherEncoder as fault:
                raise Refused(f"the themes of this model need {fault.name}.") from None
            told[column] = [
                "" if names is None else ";".join(sorted(names)) or NO_THEME for names in spoken
            ]
    return frame.assign(**told)


def theme_numbers(found: ThemesByColumn) -> dict[str, Any]:
    """What run.json tells of them: how many people speak of each, with a 95 % interval (Wilson)."""
    return {
        column: {
            "exploratory": True,  # found in the very answers that they then describe
            "answered": themes.answered,
            "encoder": themes.encoder,
            "themes": [_told(theme.name, theme.people, themes.answered) for theme in themes.themes],
        }
        for column, themes in found.items()
    }


def save_themes(folder: Path, found: ThemesByColumn) -> None:
    """Keep what `place` needs to find the themes of new answers; no file where there are none."""
    if found:
        document = {column: themes.to_json() for column, themes in found.items()}
        write_whole(folder / THEMES, json.dumps(document, ensure_ascii=False) + "\n")
    else:
        (folder / THEMES).unlink(missing_ok=True)


def load_themes(folder: Path) -> dict[str, Themes]:
    """The themes that `save_themes` kept."""
    if not (folder / THEMES).is_file():
        return {}
    try:
        document: Any = json.loads(read_text(folder / THEMES))
        return {column: Themes.from_json(themes) for column, themes in document.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(f"{folder / THEMES} is not of this version of Tenkeys.") from None


def _texts(column: pd.Series) -> list[str]:
    """The cells; those that stand for no answer, a bare code for it among them, are empty."""
    answered = answered_cells(column)
    return [
        str(cell) if str(cell) in answered and not _is_code(str(cell)) else "" for cell in column
    ]


def _is_code(cell: str) -> bool:
    read = number(cell)
    return read is not None and (read in NEGATIVE or read in OWN_EXPORT)


def _told(name: str, people: int, answered: int) -> dict[str, Any]:
    low, high = wilson(people, answered)
    return {"name": name, "people": people, "share": people / answered, "low": low, "high": high}
