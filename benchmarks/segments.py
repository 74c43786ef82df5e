# mypy: disable-error-code="import-untyped"
"""`python -m benchmarks.segments [people …]`: finding segments, held against bare libraries.

(a) the mixture with 15 % missing answers at 100,000 x 30 against StepMix, either from one start,
    and from five of ours: seconds and the plain log-likelihood; (b) whole `segment` runs with the
    number left open, at 10,000 and 1,000,000 people, against the bare KMeans fits of scikit-learn
    that such a run contains (every number of segments, its bootstrap samples and nulls, as many
    starts); peak memory of the process. CPU seconds, so that other programs on this machine disturb
    less.
"""

import resource
import sys
from time import process_time

import numpy as np
from sklearn.cluster import KMeans
from stepmix.stepmix import StepMix
from threadpoolctl import threadpool_limits

from segmentation.coding import Coded, Floats, settle
from segmentation.evidence.stability import STARTS, samples_for
from segmentation.evidence.witness import (
    PEOPLE_MAX,
    PERMUTED_DRAWS,
    PERMUTED_PAIRS,
    POPULATION_DRAWS,
)
from segmentation.finding import segment_coded
from segmentation.mixture.climbing import MixtureData
from segmentation.model import Feature, FeatureKind
from segmentation.searching.search import FIT_PEOPLE_MAX
from segmentation.values import Recipe
from surveys.questions import QuestionKey

ITEMS, CLASSES = 30, 5


def answers(people: int, missing: float = 0.0) -> Floats:
    """Yes/no answers of five planted classes."""
    rng = np.random.default_rng(0)
    chances = np.where(rng.random((CLASSES, ITEMS)) < 0.5, 0.25, 0.75)
    values = (rng.random((people, ITEMS)) < chances[rng.integers(0, CLASSES, people)]).astype(float)
    values[rng.random(values.shape) < missing] = np.nan
    return values


def coded(values: Floats) -> Coded:
    """The answers as the product reads them."""
    features = tuple(
        Feature(item=QuestionKey(f"q{j}"), kind=FeatureKind.BINARY, levels=("no", "yes"))
        for j in range(values.shape[1])
    )
    return settle(Coded(features, values, np.ones(len(values))))


def against_stepmix(people: int = 100_000) -> None:
    """The mixture with missing answers, and StepMix from one start."""
    values = answers(people, 0.15)
    began = process_time()
    bare = StepMix(CLASSES, measurement="binary_nan", n_init=1, random_state=0, progress_bar=0)
    theirs = float(bare.fit(values).score(values)) * people
    seconds = process_time() - began
    print(f"StepMix, {people:,} x {ITEMS}, 15 % missing, 1 start: {seconds:.1f} s, {theirs:.1f}")
    for starts in (1, 5):
        began = process_time()
        data = MixtureData(coded(values))
        fit = data.fit(CLASSES, starts, np.random.default_rng(0))
        own = data.objective(fit.parameters, plain=True)
        ours = process_time() - began
        print(f"mixture, {starts} starts: {ours:.2f} s, {own:.1f}; ratio {seconds / ours:.1f}")


def against_kmeans(people: int) -> None:
    """A whole run with the number left open, and the bare k-means fits it contains."""
    values = answers(people)
    began = process_time()
    run = segment_coded(coded(values), range(people), Recipe(scheme="bench", items=()))
    ours = process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    began = process_time()
    numbers = [e.segments for e in run.evidence if e.verdict is not None]
    heard = values[: min(people, PEOPLE_MAX)]
    fits = samples_for(100) + 2 * PERMUTED_DRAWS * (1 + samples_for(PERMUTED_PAIRS))
    for k in range(2, 9):
        KMeans(k, n_init=50, random_state=0).fit(values[: min(people, FIT_PEOPLE_MAX)])
    one = process_time()
    for k in numbers:
        KMeans(k, n_init=STARTS, random_state=0).fit(heard)
    each = process_time() - one
    bare = process_time() - began + each * (fits + POPULATION_DRAWS)
    print(
        f"segment, {people:,} x {ITEMS}: {ours:.1f} s, {run.chosen} segments, {run.verdict}, "
        f"peak {peak:.2f} GB; its k-means fits in bare scikit-learn {bare:.1f} s; "
        f"ratio {ours / bare:.2f}"
    )


def main() -> None:
    """Print every line."""
    with threadpool_limits(limits=1):
        for people in [int(word) for word in sys.argv[1:]] or [10_000, 1_000_000]:
            against_kmeans(people)
        against_stepmix()


if __name__ == "__main__":
    main()
