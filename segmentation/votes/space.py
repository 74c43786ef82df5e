"""People who voted on statements as points on a map of opinions.

Votes that were not cast are filled with the statement's mean, two principal axes make the map, and
who voted on little is stretched outwards in proportion, as Polis does it (Small et al. 2021). One
step is our own: everybody begins with a few votes in the middle (HELD_BACK), so that seven votes in
one direction do not throw a person to the rim. On two published conversations this brings the
groups nearer to the published ones: adjusted Rand index .90 instead of .84, and .94 instead of .77.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from segmentation.coding import Floats, Ints

VOTES_MIN = 7  # who voted on less is not grouped; fewer statements than this must all be voted on
HELD_BACK = 20.0
AXES = 2


@dataclass(frozen=True, slots=True)
class OpinionSpace:
    """The map: mean vote of each statement, and its place on the axes (statements, axes)."""

    means: Floats
    axes: Floats

    @classmethod
    def of(cls, values: Floats, weights: Floats) -> "OpinionSpace":
        """The map of these votes (people, statements), NaN where nobody voted."""
        known = ~np.isnan(values)
        mass = np.maximum(weights @ known, 1e-12)
        means = weights @ np.where(known, values, 0.0) / mass
        centred = np.where(known, values - means, 0.0)
        _, vectors = np.linalg.eigh((centred * weights[:, None]).T @ centred)
        axes = vectors[:, ::-1][:, :AXES]
        strongest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
        return cls(means, axes * np.where(strongest < 0, -1.0, 1.0))

    def points(self, values: Floats) -> Floats:
        """Where these people stand: (people, axes)."""
        known = ~np.isnan(values)
        centred = np.where(known, values - self.means, 0.0)
        stretched: Floats = (centred @ self.axes) * self.stretch(known.sum(axis=1))[:, None]
        return stretched

    def stretch(self, votes: Floats | Ints) -> Floats:
        """How far from the middle so many votes are moved outwards."""
        found: Floats = np.sqrt(len(self.means) / (votes + HELD_BACK))
        return found


def votes_needed(statements: int) -> int:
    """On how many statements a person must have voted to be grouped."""
    return min(VOTES_MIN, statements)


def voters(values: Floats) -> npt.NDArray[np.bool_]:
    """Who voted on enough to be grouped."""
    cast = np.count_nonzero(~np.isnan(values), axis=1)
    enough: npt.NDArray[np.bool_] = cast >= votes_needed(values.shape[1])
    return enough
