"""Golden questions: chosen one after the other, judged on people who had no part in the choice.

The choice and what it is worth are cross-validated apart (nested): within the people of each outer
training set questions are chosen by how well they place folds left out; the outer people then say
how well such a choice places newcomers. The whole survey is judged in the same way.
"""

from collections.abc import Collection

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.golden.likelihoods import certain, folds
from segmentation.golden.patterns import Sheets, TypingForm
from segmentation.golden.worth import Golden, accuracy, worth
from segmentation.model import Model

PEOPLE_MAX = 3_000
OUTER_FOLDS = 5
INNER_FOLDS = 5
QUESTIONS_MAX = 12


def golden_questions(
    coded: Coded,
    model: Model,
    *,
    seed: int = 0,
    most: int = QUESTIONS_MAX,
    own_words: Collection[str] = (),
) -> Golden:
    """The few questions that place people as the whole survey does; the truth is the whole survey.

    Deterministic under the seed and whatever the order of people; at most PEOPLE_MAX are looked at.
    Items of `own_words` are part of the truth and of nothing else: nobody is asked for them.
    """
    coded = sample(coded, seed)
    truth = certain(model, coded.values)
    coded = without(coded, own_words)
    people, k = truth.shape
    rng = np.random.default_rng([seed, 12])
    items = len({f.item for f in coded.features})
    steps = min(most, items)
    parts = outer_folds(people, seed)
    found = np.zeros((steps, people, k))
    full = np.zeros((people, k))
    for part in parts:
        others = np.setdiff1d(np.arange(people), part)
        training, known = coded.take(others), truth[others]
        path = _path(training, known, steps, rng)
        for size in range(1, steps + 1):
            form = TypingForm.of(training, known, tuple(path[:size]))
            found[size - 1, part] = form.probabilities(coded.values[part])
        whole = TypingForm.of(training, known, tuple(dict.fromkeys(f.item for f in coded.features)))
        full[part] = whole.probabilities(coded.values[part])
    path = _path(coded, truth, steps, rng)
    inside = [TypingForm.of(coded, truth, tuple(path[:n])) for n in range(1, steps + 1)]
    where = truth.argmax(axis=1)
    return worth(
        path,
        [each.argmax(axis=1) for each in found],
        [accuracy(form.probabilities(coded.values).argmax(axis=1), where) for form in inside],
        full.argmax(axis=1),
        where,
        model.segments,
    )


def outer_folds(people: int, seed: int) -> list[Ints]:
    """Who is judged together: the same for everything that is held side by side."""
    return folds(people, OUTER_FOLDS, np.random.default_rng([seed, 11]))


def _path(coded: Coded, truth: Floats, steps: int, rng: np.random.Generator) -> list[str]:
    """Questions in the order in which each adds most to people placed right, folds left out."""
    fold = np.empty(len(truth), dtype=int)
    for f, part in enumerate(folds(len(truth), INNER_FOLDS, rng)):
        fold[part] = f
    sheets = Sheets.of(coded, truth, fold)
    joint = sheets.prior.copy()
    keys: Ints = np.zeros(len(truth), dtype=np.int64)
    chosen: list[int] = []
    for _ in range(steps):
        left = [i for i in range(len(sheets.items)) if i not in chosen]
        judged = [
            (*sheets.hits([*chosen, i], joint + sheets.told[i], _keys(keys, sheets.codes[i])), -i)
            for i in left
        ]
        best = -max(judged)[2]
        chosen.append(best)
        joint = joint + sheets.told[best]
        keys = _keys(keys, sheets.codes[best])
    return [sheets.items[i] for i in chosen]


def _keys(keys: Ints, codes: Ints) -> Ints:
    """Who answered alike so far, and to one more question."""
    _, mine = np.unique(keys, return_inverse=True)
    found: Ints = mine.reshape(-1) * (int(codes.max()) + 1) + codes
    return found


def without(coded: Coded, items: Collection[str]) -> Coded:
    """The same people without their answers to these items."""
    kept = [j for j, feature in enumerate(coded.features) if feature.item not in items]
    return Coded(tuple(coded.features[j] for j in kept), coded.values[:, kept], coded.weights)


def sample(coded: Coded, seed: int) -> Coded:
    """People who answered anything, at most so many, the same whatever their order."""
    coded = coded.take(coded.answered)
    order = np.lexsort((coded.weights, *coded.values.T))
    if len(order) > PEOPLE_MAX:
        rng = np.random.default_rng([seed, PEOPLE_MAX])
        order = np.sort(order[rng.permutation(len(order))[:PEOPLE_MAX]])
        order = order[np.lexsort((coded.weights[order], *coded.values[order].T))]
    return coded.take(order)
