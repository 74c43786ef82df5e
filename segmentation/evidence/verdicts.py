"""The verdict about one number of segments: the first reading that fits what was measured.

The thresholds are calibrated on open data: McDonald's image with four segments is reproducible, the
vacation motives with two or three are level only, permuted answers none, planted classes natural,
one correlated population never natural.
"""

from segmentation.run import Evidence, SegmentationRun, Verdict

CLEARLY_TIGHTER = 0.97  # within-SS over that of a null
CLEARLY_LIKELIER = 1.2  # gain in log-likelihood over that of a null
NATURAL_DEVIATIONS = 4.0  # of the draws, where one witness speaks ...
NATURAL_DEVIATIONS_EACH = 2.5  # ... and where both do
NATURAL_STABILITY = 0.85
NATURAL_JACCARD = 0.75
REPRODUCIBLE_STABILITY = 0.65
MARGIN = 0.1  # of the stability above the nulls
LEVEL_ETA2 = 0.5
NATURAL_ETA2 = 0.8  # clear classes differ in level too; above it they are nothing but levels


def verdict(e: Evidence) -> Verdict:
    """What the evidence allows to say; what was not measured is not held against it."""
    if e.eta2 is None or not _is_structured(e):
        return Verdict.NONE
    more_than_level = _is_more_than_level(e)
    if _is_natural(e) and (more_than_level or e.eta2 <= NATURAL_ETA2):
        return Verdict.NATURAL
    if not more_than_level and e.eta2 > LEVEL_ETA2:
        return Verdict.LEVEL_ONLY
    stable = e.stability is not None and e.stability >= REPRODUCIBLE_STABILITY
    if stable and more_than_level and e.eta2 <= LEVEL_ETA2:
        return Verdict.REPRODUCIBLE
    return Verdict.CONSTRUCTIVE


def much_level(run: SegmentationRun) -> float | None:
    """How much of the level the segments explain, 0..1, where it is most of it and yet not all
    that sets them apart; None elsewhere."""
    chosen = next((e for e in run.evidence if e.segments == run.chosen), None)
    if run.verdict is not Verdict.CONSTRUCTIVE or chosen is None or chosen.eta2 is None:
        return None
    return chosen.eta2 if chosen.eta2 > LEVEL_ETA2 else None


def may_be_natural(e: Evidence) -> bool:
    """Whether every segment is found again in every sample."""
    return e.stability is None or (
        e.stability >= NATURAL_STABILITY and min(e.jaccard, default=1.0) >= NATURAL_JACCARD
    )


def _is_structured(e: Evidence) -> bool:
    """Denser than independent answers, and either clearly stable or clearly stabler than they.

    Independent answers can be cut stably too, along the one item that varies most; what they
    cannot be is as dense.
    """
    likelier = e.gain_independent is not None and e.gain_independent >= CLEARLY_LIKELIER
    denser = is_tighter_than_independent(e) or likelier
    return denser and _is_stable_beside(e, e.null_independent)


def is_tighter_than_independent(e: Evidence) -> bool:
    """Whether the partition alone shows that the answers hang together."""
    return e.tightness_independent is not None and e.tightness_independent <= CLEARLY_TIGHTER


def _is_more_than_level(e: Evidence) -> bool:
    """More than how much people tick or how high they rate: stabler, or stable and tighter."""
    if (
        e.partition_stability is not None
        and e.null_level is not None
        and (e.partition_stability - e.null_level >= MARGIN)
    ):
        return True
    tighter = e.tightness_level is not None and e.tightness_level <= CLEARLY_TIGHTER
    return tighter and _is_stable_beside(e, e.null_level)


def _is_stable_beside(e: Evidence, null: float | None) -> bool:
    if e.stability is None or e.partition_stability is None or null is None:
        return True
    return (
        max(e.stability, e.partition_stability) >= REPRODUCIBLE_STABILITY
        or e.partition_stability - null >= MARGIN
    )


def _is_natural(e: Evidence) -> bool:
    """Found again in every sample, and clearly denser than one population would be.

    Either within-SS or likelihood says so by four standard deviations of the draws, or both do by
    two and a half: with some hundred people the draws differ too much for one alone. Where nobody
    looked whether segments are found again, within-SS must say it: likelihood alone also takes
    people who rate in extremes for a kind of their own.
    """
    if not may_be_natural(e) or e.tightness is None or e.tightness_z is None:
        return False
    tighter = e.tightness_z if e.tightness <= CLEARLY_TIGHTER else 0.0
    gain, deviations = e.likelihood_gain or 0.0, e.likelihood_gain_z or 0.0
    likelier = deviations if gain >= CLEARLY_LIKELIER else 0.0
    if e.stability is None:
        return tighter >= NATURAL_DEVIATIONS
    return (
        max(tighter, likelier) >= NATURAL_DEVIATIONS
        or min(tighter, likelier) >= NATURAL_DEVIATIONS_EACH
    )
