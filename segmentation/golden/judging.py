"""What few questions are worth, fixed or asked adaptively: plain values, kept with a run."""

from dataclasses import asdict
from typing import Any

from segmentation.following.waves import wave
from segmentation.golden.adaptive import CONFIDENCE, QUESTIONS_MAX, simulated
from segmentation.golden.selecting import golden_questions
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

    Keys of `golden` are those of selecting.Golden, keys of `adaptive` those of adaptive.Simulated.
    Raises ValueError for a run without segments, and TooFewVotes for one by too few votes.
    """
    if run.model is None:
        raise ValueError("no few questions place people in this run")
    coded = wave(run, answers).coded
    if run.model.opinions is not None:
        few, one_by_one = few_votes(coded, run.model, confidence=confidence, seed=run.recipe.seed)
        return {"golden": asdict(few), "adaptive": asdict(one_by_one)}
    seed = run.recipe.seed
    golden = golden_questions(coded, run.model, seed=seed, own_words=run.themes)
    path = tuple(step.item for step in golden.steps)
    adaptive = simulated(
        coded, run.model, path, confidence=confidence, most=most, seed=seed, own_words=run.themes
    )
    return {"golden": asdict(golden), "adaptive": asdict(adaptive)}
