"""Adaptive typing by votes: the next statement is the one that is expected to tell most.

The gain is the entropy that a vote is expected to take from where the person may belong, by the
same calibrated probabilities that place people. It ends at the asked confidence, but not before as
many votes as anybody needs to be placed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Bools, Floats, encode
from segmentation.golden.likelihoods import shares
from segmentation.model import Feature, Model, Sureness
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from segmentation.votes.sureness import ANSWERS, Heard, Witnesses, nearness
from surveys.answers import Answer
from surveys.questions import QuestionKey

AT_ONCE = 250  # people whose next statement is looked for together
BY_MAP = Sureness(told=(), on_map=(1.0, 1.0), by_votes=(0.0, 0.0), votes_most=2)
SEEN = 0.95  # of what a group was seen to vote; the rest falls to any vote alike


@dataclass(frozen=True, slots=True)
class VoteTypist:
    """Asks for one vote after the other; `of` makes one from the last run."""

    features: tuple[Feature, ...]
    seen: Witnesses
    by: Sureness

    @classmethod
    def of(cls, run: SegmentationRun) -> "VoteTypist":
        """The typist of a run that found groups by votes.

        Of a run from before votes were calibrated it goes by the map.
        """
        if run.model is None or run.model.opinions is None:
            raise ValueError("a run without a map of votes asks for none")
        drawn = run.model.opinions
        seen = Witnesses.of(drawn, run.model.spread or 0.0)
        if drawn.sureness is None:
            seen = replace(seen, told=_as_seen(run.model))
        features = tuple(column.feature for column in run.model.columns)
        return cls(features, seen, drawn.sureness or BY_MAP)

    def next_question(
        self, answers: Mapping[QuestionKey, Answer], asked: Collection[QuestionKey] = ()
    ) -> QuestionKey | None:
        """The statement to ask about now; None where all were. `asked` were put already."""
        items = [feature.item for feature in self.features]
        values = encode(self.features, AnswerTable.of({0: answers}))
        open_ = np.array([[item not in asked and item not in answers for item in items]])
        if not open_.any():
            return None
        return items[int(self.gains(values, open_)[0].argmax())]

    def gains(self, values: Floats, open_: Bools) -> Floats:
        """Expected loss of entropy by each vote (people, statements); -inf where it is not open."""
        heard = self.seen.heard(values)
        posterior = shares(heard.weighed(self.by))
        known = ~np.isnan(values)
        space = self.seen.space
        centred = np.where(known, values - space.means, 0.0) @ space.axes
        stretch = space.stretch(heard.votes + 1)[:, None, None]
        left = np.zeros(values.shape)
        for vote in range(ANSWERS):
            step = (vote - space.means)[:, None] * space.axes
            points = (centred[:, None, :] + step) * stretch
            told = heard.told[:, None, :] + self.seen.told[:, :, vote]
            foretold = posterior @ np.exp(self.seen.told[:, :, vote]).T
            left += foretold * _entropy(shares(self._after(points, told, heard.votes + 1)))
        gain: Floats = np.where(open_, _entropy(posterior)[:, None] - left, -np.inf)
        return gain

    def after(self, values: Floats, more: Floats) -> Floats:
        """Probabilities of groups once each of `more` votes (people, statements) is added alone."""
        heard, space = self.seen.heard(values), self.seen.space
        centred = np.where(np.isnan(values), 0.0, values - space.means) @ space.axes
        step = (more - space.means)[:, :, None] * space.axes
        points = (centred[:, None, :] + step) * space.stretch(heard.votes + 1)[:, None, None]
        said = self.seen.told[np.arange(more.shape[1]), :, more.astype(int)]
        return shares(self._after(points, heard.told[:, None, :] + said, heard.votes + 1))

    def _after(self, points: Floats, told: Floats, votes: Floats) -> Floats:
        """Log-odds (people, statements, groups) at these points and likelihoods."""
        people, statements, groups = told.shape
        near = nearness(
            points.reshape(people * statements, -1), self.seen.centres, self.seen.spread
        )
        flat = Heard(near, told.reshape(-1, groups), np.repeat(votes, statements))
        return flat.weighed(self.by).reshape(told.shape)

    def walked(self, ballots: Floats, confidence: float, most: int, least: int) -> Floats:
        """The votes that everybody was asked for, of those they cast; NaN where they were not.

        A vote that was not cast cannot be asked for here, while in the chat every statement can.
        """
        values = np.full(ballots.shape, np.nan)
        for _ in range(most):
            heard = self.seen.heard(values)
            places = heard.near.argmax(axis=1)
            sure = shares(heard.weighed(self.by))[np.arange(len(values)), places]
            open_ = ~np.isnan(ballots) & np.isnan(values)
            going = ((sure < confidence) | (heard.votes < least)) & open_.any(axis=1)
            rows = np.flatnonzero(going)
            if not len(rows):
                break
            for first in range(0, len(rows), AT_ONCE):
                some = rows[first : first + AT_ONCE]
                best = self.gains(values[some], open_[some]).argmax(axis=1)
                values[some, best] = ballots[some, best]
        return values


def _as_seen(model: Model) -> Floats:
    """Log-probabilities of votes as the model's columns hold them, none of them impossible."""
    seen = np.array([column.probabilities for column in model.columns])
    found: Floats = np.log(SEEN * seen + (1 - SEEN) / ANSWERS)
    return found


def _entropy(posterior: Floats) -> Floats:
    held = np.maximum(posterior, 1e-300)
    found: Floats = -(held * np.log(held)).sum(axis=-1)
    return found
