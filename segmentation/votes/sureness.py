"""How sure a place on the map of opinions is: the map and the single votes as two witnesses.

Near a group on the map, and voting as the group does, both speak for it, but neither means what it
says: votes hang together, and few of them shrink everybody towards the middle. Both are log-odds
with a weight each that goes with the logarithm of the number of votes cast (Platt 1999, for two
scores); `segmentation.votes.calibrating` learns the weights.
"""

from dataclasses import dataclass

import numpy as np

from segmentation.coding import Floats
from segmentation.model import OpinionMap, Sureness
from segmentation.votes.space import OpinionSpace

SPREAD_MIN = 1e-6
ANSWERS = 3  # disagree, pass, agree


@dataclass(frozen=True, slots=True)
class Heard:
    """What people's votes say of each group: (people, groups), and how many votes were cast."""

    near: Floats
    told: Floats
    votes: Floats

    def weighed(self, by: Sureness) -> Floats:
        """Log-odds of the groups, both witnesses weighed for the number of votes."""
        height = heights(self.votes, by.votes_most)[:, None]
        on_map = by.on_map[0] * (1 - height) + by.on_map[1] * height
        by_votes = by.by_votes[0] * (1 - height) + by.by_votes[1] * height
        found: Floats = on_map * self.near + by_votes * self.told
        return found


def heights(votes: Floats, most: int) -> Floats:
    """Where a number of votes stands between one vote (0) and `most` (1), by its logarithm."""
    found: Floats = np.clip(np.log(np.maximum(votes, 1.0)) / np.log(max(most, 2)), 0.0, 1.0)
    return found


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The map with its centres, and log-probabilities of votes (statements, groups, answers)."""

    space: OpinionSpace
    centres: Floats
    spread: float
    told: Floats

    @classmethod
    def of(cls, drawn: OpinionMap, spread: float) -> "Witnesses":
        """Those of a model; without what votes say by themselves only the map has a say."""
        space = OpinionSpace(np.array(drawn.means), np.array(drawn.axes))
        silent = np.zeros((len(drawn.means), len(drawn.centres), ANSWERS))
        told = silent if drawn.sureness is None else np.array(drawn.sureness.told)
        return cls(space, np.array(drawn.centres), spread, told)

    def heard(self, values: Floats) -> Heard:
        """What these votes (people, statements) say."""
        near = nearness(self.space.points(values), self.centres, self.spread)
        votes = (~np.isnan(values)).sum(axis=1).astype(float)
        told = np.zeros_like(near)
        for answer in range(ANSWERS):
            told += (values == answer).astype(float) @ self.told[:, :, answer]
        return Heard(near, told, votes)


def nearness(points: Floats, centres: Floats, spread: float) -> Floats:
    """Log-odds of each group if people stood around its centre with this variance."""
    far = ((points[:, None, :] - centres) ** 2).sum(axis=2)
    found: Floats = (far.min(axis=1, keepdims=True) - far) / (2 * max(spread, SPREAD_MIN))
    return found
