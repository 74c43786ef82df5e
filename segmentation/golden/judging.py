"""What few questions are worth, fixed or asked adaptively: plain values, kept with a run."""

from dataclasses import asdict
from typing import Any

from segmentation.following.waves import wave
from segmentation.golden import EDITION
from segmentation.golden.adaptive import CONFIDENCE, QUESTIONS_MAX, Simulated, simulated
from segmentation.golden.selecting import golden_questions
from segmentation.golden.worth import Golden
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from segmentation.votes.few import few_votes


def judged(
    run: SegmentationRun,
    answers: AnswerTable,
    *,
    confidence: float = CONFIDENCE,
    most: int = QUESTIONS_MAX,
) -> dict[str, Any]:
    """Golden questions and adaptive typing held against the whole survey, out of sample.

    `edition` tells how they were judged; keys of `golden` are those of selecting.Golden, keys of
    `adaptive` those of adaptive.Simulated.
    Raises ValueError for a run without segments, and TooFewVotes for one by too few votes.
    """
    if run.model is None:
        raise ValueError("no few questions place people in this run")
    coded = wave(run, answers).coded
    if run.model.opinions is not None:
        few, one_by_one = few_votes(coded, run.model, confidence=confidence, seed=run.recipe.seed)
        return _document(few, one_by_one)
    seed = run.recipe.seed
    golden = golden_questions(coded, run.model, seed=seed, own_words=run.themes)
    adaptive = simulated(
        coded, run.model, golden, confidence=confidence, most=most, seed=seed, own_words=run.themes
    )
    return _document(golden, adaptive)


def _document(golden: Golden, adaptive: Simulated) -> dict[str, Any]:
    return {"edition": EDITION, "golden": asdict(golden), "adaptive": asdict(adaptive)}
