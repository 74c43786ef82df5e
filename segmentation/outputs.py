"""A run as the rows and numbers that are written to files, without any file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from segmentation.run import Evidence, SegmentationRun, Verdict

MEMBER_COLUMNS = ("id", "segment", "probability", "decided")
PROFILE_COLUMNS = (
    "segment",
    "item",
    "option",
    "value",
    "everybody",
    "difference",
    "effect",
    "low",
    "high",
    "answered",
)


def member_rows(
    run: SegmentationRun, people: Sequence[int], ids: Sequence[str]
) -> Iterator[tuple[str, int | str, float, int]]:
    """One row a person in the order given: likeliest segment, empty where there is none."""
    for person, name in zip(people, ids, strict=True):
        m = run.memberships[person]
        yield name, "" if m.segment is None else m.segment, m.probability, int(m.decided)


def profile_rows(run: SegmentationRun) -> Iterator[tuple[Any, ...]]:
    """One row for every segment and line of its profile."""
    for segment in run.segments:
        for m in segment.profile:
            yield (
                segment.id,
                m.item,
                "" if m.option is None else m.option,
                m.segment,
                m.everybody,
                m.difference,
                m.effect,
                m.low,
                m.high,
                m.answered,
            )


def run_numbers(run: SegmentationRun) -> dict[str, Any]:
    """The numbers of a run in plain JSON values; too few people count as verdict none."""
    verdict = Verdict.NONE if run.verdict is Verdict.TOO_FEW else run.verdict
    shown = next((e for e in run.evidence if e.segments == max(run.chosen, 1)), None)
    return {
        "verdict": verdict.value,
        "k": run.chosen,
        "sizes": [segment.size for segment in run.segments],
        "people": run.people,
        "placed": run.placed,
        "undecided": run.undecided,
        "exploratory": run.exploratory,
        "below_floor": run.below_floor,
        "log_likelihood": shown.log_likelihood if shown else None,
        "bic": shown.bic if shown else None,
        "within_ss": shown.within_ss if shown else None,
        "stability": shown.stability if shown else None,
        "starts": shown.starts if shown else None,
        "starts_at_best": shown.starts_at_best if shown else None,
        "seed": run.recipe.seed,
        "method": run.recipe.method.value,
        "calibration": [asdict(c) for c in run.calibration],
        "per_k": [_numbers(e) for e in run.evidence],
    }


def _numbers(e: Evidence) -> dict[str, Any]:
    return {
        "k": e.segments,
        "verdict": e.verdict.value if e.verdict else None,
        "log_likelihood": e.log_likelihood,
        "bic": e.bic,
        "within_ss": e.within_ss,
        "sizes": list(e.sizes),
        "starts": e.starts,
        "starts_at_best": e.starts_at_best,
        "stability": e.stability,
        "stability_quartiles": [e.stability_low, e.stability_high],
        "jaccard": list(e.jaccard),
        "partition_stability": e.partition_stability,
        "null_independent": e.null_independent,
        "null_level": e.null_level,
        "tightness_independent": e.tightness_independent,
        "tightness_level": e.tightness_level,
        "gain_independent": e.gain_independent,
        "tightness": e.tightness,
        "tightness_z": e.tightness_z,
        "likelihood_gain": e.likelihood_gain,
        "likelihood_gain_z": e.likelihood_gain_z,
        "eta2": e.eta2,
        "replication": e.replication,
        "set_aside": e.set_aside,
        "silhouette": e.silhouette,
        "centred": e.centred,
    }
