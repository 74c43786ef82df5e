# mypy: disable-error-code="import-untyped"
"""Themes keep their key from search to search: matched by the texts that speak of both."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from segmentation.coding import Floats
from segmentation.themes.values import Themes

if TYPE_CHECKING:
    from segmentation.themes.vectors import Encoder

OVERLAP_MIN = 0.3  # Jaccard overlap of two themes that are the same one, as with segments


def followed(
    found: Themes, before: Themes, texts: Sequence[str], encoder: "Encoder | None"
) -> Themes:
    """The themes found with the keys of those they follow (optimal assignment, Kuhn 1955).

    Both were found with the encoder at hand. Themes that follow none get keys never used before.
    """
    new, old = (_spoken_of(themes, texts, encoder) for themes in (found, before))
    both = new.T @ old
    either = new.sum(axis=0)[:, None] + old.sum(axis=0) - both
    likeness = both / np.maximum(either, 1)
    rows, columns = linear_sum_assignment(-likeness)
    same = {
        int(i): before.keys[j]
        for i, j in zip(rows, columns, strict=True)
        if likeness[i, j] >= OVERLAP_MIN
    }
    given, themes = before.keys_given, []
    for place, theme in enumerate(found.themes):
        if place not in same:
            given += 1
        themes.append(replace(theme, key=same.get(place, str(given))))
    return replace(found, themes=tuple(themes), keys_given=given)


def numbered_after(found: Themes, before: Themes) -> Themes:
    """The themes found with keys never used before: none of them follows one of before."""
    given = before.keys_given
    themes = [replace(theme, key=str(given + n)) for n, theme in enumerate(found.themes, start=1)]
    return replace(found, themes=tuple(themes), keys_given=given + len(themes))


def _spoken_of(themes: Themes, texts: Sequence[str], encoder: "Encoder | None") -> Floats:
    """Which texts speak of which themes: (texts, themes), 1 or 0."""
    spoken = np.zeros((len(texts), len(themes.themes)))
    for row, places in enumerate(themes.places_told_by(texts, encoder)):
        spoken[row, sorted(places or ())] = 1.0
    return spoken
