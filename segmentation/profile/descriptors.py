"""Descriptors: what segments are like in what they were not built from.

Placing people is uncertain, and that uncertainty blurs every comparison by the modal segment. The
means are corrected for it with the weights of Bolck, Croon and Hagenaars (2004; Vermunt 2010). How
far chance explains a difference is tested, and corrected for the number of lines (Benjamini and
Hochberg 1995). The items that made the segments differ by construction: they are never tested.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr

from segmentation.coding import Coded, Floats
from segmentation.model import Feature, FeatureKind
from segmentation.profile.measures import NORMAL_95, raw
from segmentation.profile.significance import adjusted

CONFUSION_MIN = 0.5  # of the diagonal: with less certainty the correction would explode


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One line: a segment against everybody in a descriptor; shares 0..1, or means.

    `value` has the 95 % interval `value_low`..`value_high`, `difference` (segment minus everybody)
    `low`..`high`, `effect` (Cohen's h for a share, d for a mean) `effect_low`..`effect_high`;
    `p_adjusted` is the false discovery rate among all lines.
    """

    segment: int
    item: str
    option: str | None
    value: float
    value_low: float
    value_high: float
    everybody: float
    difference: float
    low: float
    high: float
    effect: float
    effect_low: float
    effect_high: float
    p: float
    p_adjusted: float
    people: int  # of the segment, who answered


def described(
    segments: tuple[int, ...], posterior: Floats, descriptors: Coded
) -> tuple[Description, ...]:
    """Every segment in every descriptor; rows of `posterior` that are NaN stand in no segment."""
    placed = ~np.isnan(posterior).any(axis=1)
    posterior, weights = posterior[placed], descriptors.weights[placed]
    if not len(posterior):
        return ()
    certain = corrected_weights(posterior, weights)
    modal = posterior.argmax(axis=1)
    lines: list[Description] = []
    for feature, column in zip(descriptors.features, descriptors.values[placed].T, strict=True):
        for option, values in options_of(feature, column):
            known = ~np.isnan(values)
            if not known.any() or values[known].std() <= 0:
                continue
            lines += [
                _line(
                    feature,
                    option,
                    segment,
                    values[known],
                    certain[known, s],
                    weights[known],
                    int((modal[known] == s).sum()),
                )
                for s, segment in enumerate(segments)
            ]
    rates = adjusted(np.array([line.p for line in lines]))
    return tuple(replace(line, p_adjusted=float(p)) for line, p in zip(lines, rates, strict=True))


def corrected_weights(posterior: Floats, weights: Floats) -> Floats:
    """How much each person counts for each segment, errors of placing taken out (BCH)."""
    k = posterior.shape[1]
    modal = (posterior.argmax(axis=1)[:, None] == np.arange(k)).astype(float)
    confusion = (posterior * weights[:, None]).T @ modal
    confusion /= np.maximum(confusion.sum(axis=1, keepdims=True), 1e-12)
    if np.diag(confusion).min() < CONFUSION_MIN:
        plain: Floats = modal * weights[:, None]
        return plain
    found: Floats = modal @ np.linalg.inv(confusion) * weights[:, None]
    return found


def options_of(feature: Feature, column: Floats) -> list[tuple[str | None, Floats]]:
    """A column as lines: its mean (None), or the share of each option."""
    if feature.kind in {FeatureKind.ORDINAL, FeatureKind.NUMERIC}:
        return [(None, raw(feature, column))]
    if feature.option is not None:
        return [(feature.option, column)]
    shown = list(enumerate(feature.levels))
    if feature.kind is FeatureKind.BINARY:
        shown = shown[-1:]  # the other one says the same
    return [
        (level, np.where(np.isnan(column), np.nan, (column == i).astype(float)))
        for i, level in shown
    ]


def _line(
    feature: Feature,
    option: str | None,
    segment: int,
    values: Floats,
    certain: Floats,
    weights: Floats,
    people: int,
) -> Description:
    everybody = float(weights @ values / weights.sum())
    spread = float(np.sqrt(weights @ (values - everybody) ** 2 / weights.sum()))
    mass = float(certain.sum())
    value = float(certain @ values / mass) if mass > 1e-9 else everybody
    if option is not None:
        value = min(max(value, 0.0), 1.0)
    # Segment minus everybody is linear in people: its error follows from each one's part in it.
    own = certain / max(mass, 1e-9) * (values - value)
    part = own - weights / weights.sum() * (values - everybody)
    error, around = float(np.sqrt(part @ part)), NORMAL_95 * float(np.sqrt(own @ own))
    difference = value - everybody
    z = abs(difference) / error if error > 0 else 0.0
    half = NORMAL_95 * error
    effects = [_effect(option, everybody, everybody + d, spread) for d in (0.0, -half, half)]
    effect = _effect(option, everybody, value, spread)
    return Description(
        segment=segment,
        item=str(feature.item),
        option=option,
        value=value,
        value_low=value - around,
        value_high=value + around,
        everybody=everybody,
        difference=difference,
        low=difference - half,
        high=difference + half,
        effect=effect,
        effect_low=effect + effects[1] - effects[0],
        effect_high=effect + effects[2] - effects[0],
        p=float(2 * ndtr(-z)),
        p_adjusted=1.0,
        people=people,
    )


def _effect(option: str | None, everybody: float, value: float, spread: float) -> float:
    if option is None:
        return (value - everybody) / spread if spread > 0 else 0.0
    one, other = (np.arcsin(np.sqrt(min(max(x, 0.0), 1.0))) for x in (value, everybody))
    return float(2 * (one - other))
