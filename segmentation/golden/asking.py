"""Adaptive typing by questions of a survey: which to ask next, and how sure the answers so far are.

The typist thinks in items of the model; people are asked questions, of which one may be several
items (the places of a ranking). How sure somebody's place is comes from `placing`, where
probabilities are calibrated for the share of questions answered: the typist itself is too sure.
"""

from collections.abc import Collection, Mapping

from segmentation.golden.adaptive import QUESTIONS_MAX, Typist
from segmentation.placing import place
from segmentation.run import Membership, SegmentationRun
from segmentation.votes.few import VOTES_MOST
from segmentation.votes.typing import VoteTypist
from surveys.answers import Answer
from surveys.questions import QuestionKey


class Asker:
    """Asks the questions of one run; it never changes, so it can be kept at hand."""

    def __init__(self, run: SegmentationRun) -> None:
        if run.model is None:
            raise ValueError("a run without segments asks nothing")
        self._run = run
        by_votes = run.model.opinions is not None
        self._typist: Typist | VoteTypist = VoteTypist.of(run) if by_votes else Typist.of(run)
        features = [column.feature for column in run.model.columns]
        self._question = {feature.item: feature.question for feature in features}

    @property
    def most(self) -> int:
        """How many questions are asked at most: votes are given by a tap, and seven are needed."""
        by_votes = isinstance(self._typist, VoteTypist)
        return min(VOTES_MOST if by_votes else QUESTIONS_MAX, len(self.questions))

    @property
    def questions(self) -> frozenset[QuestionKey]:
        """Every question that could be asked; own words cannot be read while people wait."""
        return frozenset(self._question.values()) - self._run.themes.keys()

    def following(
        self, answers: Mapping[QuestionKey, Answer], open_: Collection[QuestionKey]
    ) -> QuestionKey | None:
        """Of the questions still open the one that is expected to tell most; None if none would."""
        asked = self.questions.intersection(open_)
        shut = [item for item, question in self._question.items() if question not in asked]
        item = self._typist.next_question(answers, shut)
        return self._question[item] if item is not None else None

    def placed(self, answers: Mapping[QuestionKey, Answer]) -> Membership:
        """Where the answers so far put the person, as sure as it proved for so few answers."""
        return place(self._run, answers)
