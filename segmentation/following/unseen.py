"""Where people stand by models that never saw them.

A model is surer of the people it was fitted to than of anybody else, the more so the fewer they
are. What follows from its probabilities - how often places are wrong, how certain they were - would
flatter: a fifth of the people at a time is placed by the same segments, climbed on without them.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from segmentation.coding import Coded, Floats
from segmentation.golden.likelihoods import folds
from segmentation.mixture.climbing import MixtureData
from segmentation.mixture.steps import PRIOR_PEOPLE
from segmentation.model import Model
from segmentation.placing import arrays, model_of, probabilities

FOLDS = 5
PEOPLE_MAX = 2_000  # of more a model is as sure as of anybody else
ITERATIONS = 200
LEFT = 1e-3  # of the log-likelihood still to be gained


def by_others(model: Model, coded: Coded, answers: Sequence[Floats]) -> list[Floats]:
    """Probabilities for each of these answers of the people in `coded`, row by row.

    K-means and votes, whose probabilities come from elsewhere, and many people are placed by the
    model itself.
    """
    people = len(coded.values)
    plain = model.spread is not None or model.opinions is not None
    if plain or not 2 * FOLDS <= people <= PEOPLE_MAX:
        return [probabilities(model, values) for values in answers]
    found: list[Floats] = [np.zeros((people, len(model.segments))) for _ in answers]
    layout, start = arrays(model)
    for part in folds(people, FOLDS, np.random.default_rng([people, 37])):
        others = MixtureData(coded.take(np.setdiff1d(np.arange(people), part)))
        climbed, _ = others.climb(start, ITERATIONS, left=LEFT, prior=PRIOR_PEOPLE)
        fitted = model_of(layout, climbed, model.segments)
        fitted = replace(fitted, temperatures=model.temperatures)
        for values, into in zip(answers, found, strict=True):
            into[part] = probabilities(fitted, values[part])
    return found
